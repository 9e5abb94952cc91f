import { createHash } from 'node:crypto'

/** Ids in OOAPI are UUIDs. Ours are not, so each gets one that is the same on every machine and in every run. */
export type OoapiKind = 'programme' | 'programme-offering' | 'learning-outcome' | 'organisation'

/** Made once by chance; a name space of its own keeps these apart from UUIDs that others derive. */
const nameSpace = Buffer.from('5f0d9c1c3f7e4a6d9b2e8c41d07a6b35', 'hex')

/** A UUID of version 5 (RFC 9562, from SHA-1), of our own id. */
export function ooapiId(kind: OoapiKind, id: string): string {
  const bytes = createHash('sha1').update(nameSpace).update(`${kind}:${id}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
