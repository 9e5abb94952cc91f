import type { UnreadableCredential, UnreadableReason } from '../../modules/credentials/index.ts'
import { isNamed } from '../page-errors.ts'

/** Why nothing could be read, and at which field that is said. */
export interface CredentialWrong {
  readonly field: 'file' | 'key'
  readonly why: UnreadableReason | 'nothing' | 'key'
}

/** What was made of a file, or why nothing was. */
export async function readGiven<T>(read: () => Promise<T>): Promise<{ readonly read: T } | { readonly wrong: CredentialWrong }> {
  try {
    return { read: await read() }
  } catch (error) {
    if (!isNamed(error, 'Invalid')) throw error
    const { reason } = error as Partial<UnreadableCredential>
    return { wrong: reason === undefined ? { field: 'key', why: 'key' } : { field: 'file', why: reason } }
  }
}

export function statusOf({ why }: CredentialWrong): number {
  return why === 'tooLarge' ? 413 : 400
}
