import { createPublicKey, ECDH, type JsonWebKey, type KeyObject } from 'node:crypto'
import { fromMultibase, toMultibase } from './multibase.ts'

/** What multicodec writes before a public key. Source: Controlled Identifiers 1.0, Multikey. */
const ed25519 = [0xed, 0x01] as const
const p256 = [0x80, 0x24] as const

/**
 * A public key in multibase: Ed25519 (`z6Mk…`) or P-256 (`zDn…`).
 * @returns undefined when it is no such key
 */
export function fromMultikey(text: string): KeyObject | undefined {
  const bytes = fromMultibase(text)
  if (bytes === undefined) return undefined
  const [first, second] = bytes
  const key = bytes.subarray(2)
  try {
    if (first === ed25519[0] && second === ed25519[1] && key.length === 32)
      return fromJwk({ kty: 'OKP', crv: 'Ed25519', x: base64url(key) })
    if (first === p256[0] && second === p256[1] && key.length === 33) {
      const point = ECDH.convertKey(key, 'prime256v1', undefined, undefined, 'uncompressed') as Buffer
      return fromJwk({ kty: 'EC', crv: 'P-256', x: base64url(point.subarray(1, 33)), y: base64url(point.subarray(33)) })
    }
  } catch {
    // No point of the curve.
  }
  return undefined
}

/** A public key of Ed25519 or P-256 in multibase. */
export function toMultikey(publicKey: KeyObject): string {
  const { crv, x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const first = Buffer.from(x, 'base64url')
  if (crv !== 'P-256') return toMultibase(new Uint8Array([...ed25519, ...first]))
  // A point in its short form (SEC 1, 2.3.3): whether y is odd, and x.
  const isOdd = ((Buffer.from(y, 'base64url').at(-1) ?? 0) & 1) === 1
  return toMultibase(new Uint8Array([...p256, isOdd ? 3 : 2, ...first]))
}

/**
 * A public key from a JWK: Ed25519, P-256 or RSA. What is private in it is left out.
 * @returns undefined when it is no such key
 */
export function fromJwk(jwk: unknown): KeyObject | undefined {
  const { kty, crv, x, y, n, e } = (jwk ?? {}) as JsonWebKey
  const known = kty === 'RSA' ? { kty, n, e } : kty === 'EC' ? { kty, crv, x, y } : kty === 'OKP' ? { kty, crv, x } : undefined
  if (known === undefined) return undefined
  if (kty !== 'RSA' && crv !== 'Ed25519' && crv !== 'P-256') return undefined
  try {
    return createPublicKey({ key: known as JsonWebKey, format: 'jwk' })
  } catch {
    return undefined
  }
}

/** Whether two keys are one. */
export function isSameKey(one: KeyObject, other: KeyObject): boolean {
  return one.equals(other)
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}
