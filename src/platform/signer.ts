import { createHmac, timingSafeEqual } from 'node:crypto'

/** Signs text that leaves the program and comes back, so that nobody else can make or change it. */
export interface Signer {
  /** The text with its signature behind a dot. */
  sign(text: string): string
  /** The text when one of the secrets signed it; undefined otherwise. */
  findText(signed: string): string | undefined
}

/** Rotation: put a new secret first and take the old one out once what it signed has run out. */
export function createSigner(secrets: readonly string[]): Signer {
  const [newest] = secrets
  if (newest === undefined) throw new Error('A signer needs a secret.')
  return {
    sign: (text) => `${text}.${signature(newest, text).toString('base64url')}`,
    findText(signed) {
      const dot = signed.lastIndexOf('.')
      if (dot < 0) return undefined
      const text = signed.slice(0, dot)
      const given = Buffer.from(signed.slice(dot + 1), 'base64url')
      return secrets.some((secret) => isSame(given, signature(secret, text))) ? text : undefined
    },
  }
}

const signature = (secret: string, text: string): Buffer => createHmac('sha256', secret).update(text).digest()

const isSame = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b)
