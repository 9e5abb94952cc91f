import { createHash } from 'node:crypto'
import type { JsonObject } from '../document/index.ts'
import { fromMultikey } from '../proof/index.ts'
import { timeText } from './credential.ts'
import { didOf, type SiteAddress } from './site-address.ts'

/** EdDSA signs with Ed25519; ES256 with P-256, which the EUDI wallet and many older programs ask. */
export const keyAlgorithms = ['EdDSA', 'ES256'] as const
export type KeyAlgorithm = (typeof keyAlgorithms)[number]

/** A key of an organisation as everybody may see it. Times in milliseconds since 1970. */
export interface PublishedKey {
  /** The key itself, as a multikey: `z6Mk…` (Ed25519) or `zDn…` (P-256). */
  readonly id: string
  readonly madeAt: number
  /** Left out: it signs now. */
  readonly signsUntil?: number
  /** What it signed from this moment on is not valid: somebody else may have had it. */
  readonly lostFrom?: number
}

/** The public half as JWK; `y` only where the kind of key has one. */
const jwkOf = (key: string) => {
  const { kty, crv, x, y } = (fromMultikey(key) ?? fail(key)).export({ format: 'jwk' })
  return { kty, crv, x, ...(y === undefined ? {} : { y }) }
}

/** With what a key signs, as the beginning of its multikey tells: that of P-256 is always `zDn`. */
export const algorithmOf = (key: string): KeyAlgorithm => (key.startsWith('zDn') ? 'ES256' : 'EdDSA')

function fail(key: string): never {
  throw new Error(`The published key ${key} is no key of Ed25519 or P-256.`)
}

/** What proofs in the document itself name. */
export const proofKeyId = (did: string, key: string): string => `${did}#${key}`

/** What a JWT names: the thumbprint of the key (RFC 7638). */
export function jwtKeyId(did: string, key: string): string {
  const { crv, kty, x, y } = jwkOf(key)
  // In the order of their names, without spaces; what is undefined is left out.
  return `${did}#${createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url')}`
}

/**
 * How others find the keys of an organisation. Each key stands in it twice: as Multikey for proofs in a document, and as JWK for JWTs. A key that does
 * not sign any more stays without `expires`: that would make what it signed unreadable. Source: DID 1.0, Controlled Identifiers 1.0, did:web.
 */
export function didDocument(site: SiteAddress, organisation: string, keys: readonly PublishedKey[]): JsonObject {
  const did = didOf(site, organisation)
  const methods = keys.flatMap(({ id, lostFrom }) => {
    const common = { controller: did, ...(lostFrom === undefined ? {} : { revoked: timeText(lostFrom) }) }
    return [
      { id: proofKeyId(did, id), type: 'Multikey', ...common, publicKeyMultibase: id },
      { id: jwtKeyId(did, id), type: 'JsonWebKey', ...common, publicKeyJwk: jwkOf(id) },
    ]
  })
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1', 'https://w3id.org/security/jwk/v1'],
    id: did,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  }
}

/**
 * The same keys as a JWK set (RFC 7517). `iat`, `exp` and `revoked` as OpenID Federation 1.0 writes them for historical keys: from when to when a key
 * signed.
 */
export function jsonWebKeys(site: SiteAddress, organisation: string, keys: readonly PublishedKey[]): JsonObject {
  const did = didOf(site, organisation)
  const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000)
  return {
    keys: keys.map(({ id, madeAt, signsUntil, lostFrom }) => ({
      ...jwkOf(id),
      kid: jwtKeyId(did, id),
      alg: algorithmOf(id),
      use: 'sig',
      iat: seconds(madeAt),
      ...(signsUntil === undefined ? {} : { exp: seconds(signsUntil) }),
      ...(lostFrom === undefined ? {} : { revoked: { revoked_at: seconds(lostFrom), reason: 'compromised' } }),
    })),
  }
}
