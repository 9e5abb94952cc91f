import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { z } from 'zod'
import { Invalid } from '../../platform/index.ts'

/**
 * A signed place of the chain: at this time link `number` had this hash, which covers all before it. Kept elsewhere it shows that the end was cut off
 * later, or that the chain was made anew, also by somebody who had every secret of the record.
 */
export interface Checkpoint {
  readonly number: number
  readonly hash: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** Ed25519, SubjectPublicKeyInfo (DER) as base64. */
  readonly publicKey: string
  /** Base64. */
  readonly signature: string
}

const format = 'schakel-checkpoint-1'

const fileSchema = z.strictObject({
  format: z.literal(format),
  number: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
  publicKey: z.base64().max(200),
  signature: z.base64().max(200),
})

type Place = Pick<Checkpoint, 'number' | 'hash' | 'at'>

const signedText = ({ number, hash, at }: Place): Buffer =>
  Buffer.from([format, number, hash, new Date(at).toISOString()].join('\n'))

export function signCheckpoint(place: Place, key: KeyObject): Checkpoint {
  return { ...place, publicKey: publicKeyOf(key), signature: sign(null, signedText(place), key).toString('base64') }
}

export const publicKeyOf = (key: KeyObject): string =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64')

/** A short form of a public key, to compare by eye. */
export const fingerprintOf = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 16)

/** Whether the key that it names signed it. */
export function isSigned(checkpoint: Checkpoint): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(checkpoint.publicKey, 'base64'), format: 'der', type: 'spki' })
    return (
      key.asymmetricKeyType === 'ed25519' &&
      verify(null, signedText(checkpoint), key, Buffer.from(checkpoint.signature, 'base64'))
    )
  } catch {
    return false
  }
}

/** As it is printed and kept in a file. */
export const checkpointText = ({ at, ...rest }: Checkpoint): string =>
  JSON.stringify({ format, ...rest, at: new Date(at).toISOString() }, null, 2)

/** @throws Invalid when the text is no checkpoint; whether it is signed is asked apart */
export function parseCheckpoint(text: string, file: string): Checkpoint {
  const parsed = fileSchema.safeParse(parseJson(text))
  if (!parsed.success) {
    throw new Invalid(file, `${file} is no checkpoint of the decision log. Give a file that "schakel audit checkpoint" wrote.`)
  }
  const { format: _, at, ...rest } = parsed.data
  return { ...rest, at: Date.parse(at) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
