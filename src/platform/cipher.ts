import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** Encrypts what must not be read by who has the record and not the key: AES-256-GCM (NIST SP 800-38D). */
export interface Cipher {
  /** @param associated What the text belongs to, as an account id: under another one it does not open. */
  seal(text: string, associated: string): string
  /** @throws Unreadable when its key is not here, or when it was changed or moved. */
  open(sealed: string, associated: string): string
  /** Whether the newest key sealed it: otherwise it should be sealed again while its key is still here. */
  isCurrent(sealed: string): boolean
}

/** A sealed text that cannot be opened. The message says why, and nothing of what is in it. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly why: 'no key' | 'changed'
  constructor(why: Unreadable['why'], message: string) {
    super(message)
    this.why = why
  }
}

const keyBytes = 32
/** 96 bits, random: safe for some billions of texts under one key. */
const nonceBytes = 12
const tagBytes = 16
const version = '1'

/** @param keys 32 bytes each as base64; the first seals, all open. */
export function createCipher(keys: readonly string[]): Cipher {
  const known = keys.map((text) => parseKey(text))
  const [newest] = known
  if (!newest) throw new Error('A cipher needs a key.')
  return {
    seal(text, associated) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', newest.key, nonce).setAAD(bound(newest.id, associated))
      const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return [version, newest.id, sealed.toString('base64url')].join('.')
    },
    open(sealed, associated) {
      const [, id = '', body = ''] = sealed.split('.')
      const one = known.find((key) => key.id === id)
      if (!one) throw new Unreadable('no key', `The key that this was encrypted with (${id}) is not here.`)
      return decrypt(Buffer.from(body, 'base64url'), one.key, bound(id, associated))
    },
    isCurrent: (sealed) => sealed.split('.')[1] === newest.id,
  }
}

const bound = (id: string, associated: string): Buffer => Buffer.from(JSON.stringify([version, id, associated]))

function parseKey(text: string): { readonly id: string; readonly key: Buffer } {
  const key = Buffer.from(text, 'base64')
  if (key.length !== keyBytes) throw new Error(`A key of a cipher has ${keyBytes} bytes.`)
  // The id stands beside every text: it tells the keys apart, and nothing about them.
  return { id: createHash('sha256').update('schakel cipher key id').update(key).digest('hex').slice(0, 16), key }
}

function decrypt(body: Buffer, key: Buffer, associated: Buffer): string {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, nonceBytes), { authTagLength: tagBytes })
    decipher.setAAD(associated).setAuthTag(body.subarray(-tagBytes))
    return Buffer.concat([decipher.update(body.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8')
  } catch {
    throw new Unreadable('changed', 'What was encrypted was changed, or belongs to something else.')
  }
}
