import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** An entry as the chain covers it. */
export interface ChainedEntry {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly what: string
  readonly organisation: string | null
  readonly engine: string
  readonly taxonomy: string
  readonly transfer: string
  readonly leaves: readonly string[]
  readonly removed: number
}

export interface Part {
  readonly position: number
  readonly kind: 'payload' | 'by' | 'about'
  readonly account: string | null
  readonly salt: string
  /** JSON as text. */
  readonly body: string
}

/** A link of the chain: `hash` covers everything up to here, `seal` proves that the installation made it. */
export interface Link {
  readonly number: number
  readonly entry: string
  readonly previous: string
  readonly hash: string
  readonly keyId: string
  readonly seal: string
}

export type Head = Pick<Link, 'number' | 'hash' | 'keyId' | 'seal'>

/** Hash of a part under its own salt: once the salt is gone nobody can try what the part may have said. */
export function leafOf({ position, kind, account, salt, body }: Part): string {
  return createHmac('sha256', Buffer.from(salt, 'base64url'))
    .update(JSON.stringify([position, kind, account, body]))
    .digest('hex')
}

/** SHA-256 over the number, the hash of the link before and the whole entry: as JSON, so that no two entries read the same. */
export function hashOf(number: number, previous: string, entry: ChainedEntry): string {
  const { id, at, what, organisation, engine, taxonomy, transfer, leaves, removed } = entry
  const covered = JSON.stringify([number, previous, id, at, what, organisation, engine, taxonomy, transfer, leaves, removed])
  return createHash('sha256').update(covered).digest('hex')
}

/** Seals hashes with a key that is made of the installation's secret. */
export interface ChainKeys {
  /** Id of the key that seals now. */
  readonly id: string
  seal(what: 'link' | 'head', number: number, hash: string): string
  /** Whether the key of this id made this seal; undefined when that key is not known here any more. */
  isSealed(sealed: Head, what: 'link' | 'head'): boolean | undefined
}

/** A key of its own for each use of a secret: RFC 5869, without a salt since the secret is random. */
const derive = (secret: string, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `schakel decision log ${use}`, 32))

/** @param secrets The first seals; seals of the others are known again. */
export function createChainKeys(secrets: readonly string[]): ChainKeys {
  const keys = secrets.map((secret) => ({ id: derive(secret, 'key id').toString('hex', 0, 8), key: derive(secret, 'chain') }))
  const [newest] = keys
  if (!newest) throw new Error('The decision log needs a secret.')
  const sealWith = (key: Buffer, what: string, number: number, hash: string): string =>
    createHmac('sha256', key)
      .update(JSON.stringify([what, number, hash]))
      .digest('hex')
  return {
    id: newest.id,
    seal: (what, number, hash) => sealWith(newest.key, what, number, hash),
    isSealed({ number, hash, keyId, seal }, what) {
      const known = keys.find(({ id }) => id === keyId)
      return known && isSame(seal, sealWith(known.key, what, number, hash))
    },
  }
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
