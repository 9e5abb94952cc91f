/** Against a second, independent implementation: what it signs holds here, what we sign holds there, and no field can be changed. */

import { generateKeyPairSync } from 'node:crypto'
import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import fc from 'fast-check'
import { compactVerify, exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { badge, issuerId, makeKey } from '../badge-for-tests.ts'
import type { JsonObject } from '../document/index.ts'
import { loadBundled } from './contexts.ts'
import { signDataIntegrity, verifyDataIntegrity } from './data-integrity.ts'
import { readJwt, signJwt, verifyJwt } from './jwt.ts'
import { fromMultibase, toMultibase } from './multibase.ts'
import { fromJwk, fromMultikey, isSameKey, toMultikey } from './multikey.ts'

const now = Date.parse('2026-06-01T12:00:00Z')
const proofOf = (credential: JsonObject): JsonObject => credential.proof as JsonObject

/** Only what is bundled, and the documents of the one issuer. */
const loaderWith =
  (documents: Readonly<Record<string, unknown>>) =>
  async (url: string): Promise<unknown> => {
    const document = documents[url]
    return document ? { contextUrl: null, documentUrl: url, document } : loadBundled(url)
  }

describe('Data Integrity, eddsa-rdfc-2022', () => {
  let theirs: JsonObject
  let theirKey: string

  beforeAll(async () => {
    const key = await Ed25519Multikey.generate({ controller: issuerId })
    key.id = `${issuerId}#${key.publicKeyMultibase}`
    theirKey = key.publicKeyMultibase
    const suite = new DataIntegrityProof({ signer: key.signer(), cryptosuite, date: '2026-02-01T00:00:00Z' })
    theirs = await vc.issue({ credential: badge(), suite, documentLoader: loaderWith({}), now: new Date(now) })
  })

  test('what they signed holds here, and with no other key', async () => {
    const key = fromMultikey(theirKey)
    if (!key) throw new Error('their key is not read')
    expect(await verifyDataIntegrity(theirs, proofOf(theirs), key)).toBe('holds')
    expect(await verifyDataIntegrity(theirs, proofOf(theirs), makeKey().publicKey)).toBe('broken')
  })

  test('what we sign holds there, until it is changed', async () => {
    const key = makeKey()
    const ours = await signDataIntegrity(badge(), key, now)
    const method = {
      '@context': 'https://w3id.org/security/multikey/v1',
      id: key.verificationMethod,
      type: 'Multikey',
      controller: issuerId,
      publicKeyMultibase: key.multikey,
    }
    const terms = { id: '@id', assertionMethod: { '@id': 'https://w3id.org/security#assertionMethod', '@type': '@id' } }
    const controller = { '@context': terms, id: issuerId, assertionMethod: [key.verificationMethod] }
    const documentLoader = loaderWith({ [key.verificationMethod]: method, [issuerId]: controller })
    const check = (credential: unknown) =>
      vc.verifyCredential({ credential, suite: new DataIntegrityProof({ cryptosuite }), documentLoader, now: new Date(now) })
    const { verified, error } = await check(ours)
    expect({ verified, error }).toEqual({ verified: true, error: undefined })
    expect((await check({ ...ours, name: 'Iets anders' })).verified).toBe(false)
  })

  test('a second proof stands beside the first, and both hold', async () => {
    const second = makeKey()
    const both = await signDataIntegrity(theirs, second, now)
    const [one, two] = both.proof as readonly JsonObject[]
    const key = fromMultikey(theirKey)
    if (!one || !two || !key) throw new Error('a proof is missing')
    expect(await verifyDataIntegrity(both, one, key)).toBe('holds')
    expect(await verifyDataIntegrity(both, two, second.publicKey)).toBe('holds')
  })

  test('no text, number or order of it can be changed unseen', async () => {
    const key = fromMultikey(theirKey)
    if (!key) throw new Error('their key is not read')
    const places = leavesOf(theirs)
    expect(places.length).toBeGreaterThan(20)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), fc.string({ minLength: 1, maxLength: 8 }), async (place, more) => {
        const changed = structuredClone(theirs)
        const value = put(changed, place, more)
        // A context that is not known is no signature that holds either.
        const verdict = await verifyDataIntegrity(changed, proofOf(changed), key)
        expect({ place, value, verdict: verdict === 'holds' }).toEqual({ place, value, verdict: false })
      }),
      { numRuns: 150 },
    )
  })

  test('a field without a meaning is no part of what is signed, so the proof does not hold', async () => {
    const key = makeKey()
    const ours = await signDataIntegrity(badge(), key, now)
    const verdict = await verifyDataIntegrity({ ...ours, cijfer: 10 }, proofOf(ours), key.publicKey)
    expect(verdict).toEqual({ why: 'undefinedTerm', term: 'cijfer' })
    await expect(signDataIntegrity(badge({ cijfer: 10 }), key, now)).rejects.toThrow('cannot be signed')
  })

  test('a context that is not bundled, or written out, is not read: nothing is fetched', async () => {
    const key = makeKey()
    const ours = await signDataIntegrity(badge(), key, now)
    const [first, second] = ours['@context'] as readonly string[]
    for (const context of ['https://evil.example/context.json', { name: 'https://evil.example/name' }]) {
      const changed = { ...ours, '@context': [first, second, context] }
      const contexts = [typeof context === 'string' ? context : '(written out)']
      expect(await verifyDataIntegrity(changed, proofOf(ours), key.publicKey)).toEqual({ why: 'unknownContext', contexts })
    }
  })
})

describe('JWT', () => {
  test('what another library signed with EdDSA, ES256 and RS256 holds here', async () => {
    for (const alg of ['EdDSA', 'ES256', 'RS256']) {
      const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
      const jwk = await exportJWK(publicKey)
      const jwt = await new SignJWT({ ...badge() }).setProtectedHeader({ alg, typ: 'JWT' }).sign(privateKey)
      const key = fromJwk(jwk)
      if (!key) throw new Error(`${alg}: its key is not read`)
      expect(await verifyJwt(jwt, key)).toBe('holds')
      expect(readJwt(jwt).credential.name).toBe('Linux beheren')
      const [head, body, signature] = jwt.split('.')
      const other = Buffer.from(JSON.stringify({ ...badge(), name: 'Anders' })).toString('base64url')
      expect(await verifyJwt([head, other, signature].join('.'), key)).toBe('broken')
      expect(await verifyJwt([head, body, `${signature?.slice(0, -4)}AAAA`].join('.'), key)).toBe('broken')
    }
  })

  test('what we sign holds there', async () => {
    for (const type of ['ed25519', 'ec'] as const) {
      const pair = type === 'ec' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519')
      const jwt = await signJwt(badge(), { privateKey: pair.privateKey, kid: `${issuerId}#1` }, { iss: issuerId })
      const { protectedHeader } = await compactVerify(
        jwt,
        await importJWK(await exportJWK(pair.publicKey), type === 'ec' ? 'ES256' : 'EdDSA'),
      )
      expect(protectedHeader).toMatchObject({ typ: 'JWT', kid: `${issuerId}#1` })
      expect(await verifyJwt(jwt, pair.publicKey)).toBe('holds')
    }
  })

  test('a key of another kind than the header says opens nothing, and breaks nothing', async () => {
    const pairs = [generateKeyPairSync('ec', { namedCurve: 'P-256' }), generateKeyPairSync('ed25519')]
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
    for (const { privateKey } of pairs) {
      const jwt = await signJwt(badge(), { privateKey, kid: '1' })
      for (const other of [...pairs.filter((one) => one.privateKey !== privateKey).map((one) => one.publicKey), rsa]) {
        expect(await verifyJwt(jwt, other)).toBe('broken')
      }
    }
  })

  test('one without a signature, or with a shared secret, never holds', async () => {
    const { publicKey } = makeKey()
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
    expect(await verifyJwt(`${part({ alg: 'none' })}.${part(badge())}.`, publicKey)).toBe('broken')
    const secret = new TextEncoder().encode(publicKey.export({ format: 'pem', type: 'spki' }).toString())
    const shared = await new SignJWT({ ...badge() }).setProtectedHeader({ alg: 'HS256' }).sign(secret)
    expect(await verifyJwt(shared, publicKey)).toBe('broken')
  })
})

describe('keys and multibase', () => {
  test('bytes come back as they were, zeros in front too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect([...(fromMultibase(toMultibase(bytes)) ?? [])]).toEqual([...bytes])
      }),
    )
  })

  test('what is no multibase, or no key, is undefined', () => {
    for (const text of ['', 'x123', 'z0OIl', `z${'1'.repeat(2_000)}`, 'zabc', 'z6Mk']) expect(fromMultikey(text)).toBeUndefined()
    expect(fromJwk({ kty: 'oct', k: 'c2VjcmV0' })).toBeUndefined()
    expect(fromJwk({ kty: 'OKP', crv: 'X25519', x: 'AAAA' })).toBeUndefined()
  })

  test('a key of P-256 in multibase is the same as in a JWK', () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    const isOdd = ((Buffer.from(y, 'base64url').at(-1) ?? 0) & 1) === 1
    const text = toMultibase(new Uint8Array([0x80, 0x24, isOdd ? 3 : 2, ...Buffer.from(x, 'base64url')]))
    const read = fromMultikey(text)
    expect(text.startsWith('zDn')).toBe(true)
    expect(read && isSameKey(read, publicKey)).toBe(true)
  })

  test('a key of Ed25519 comes back as it was', () => {
    const { publicKey, multikey } = makeKey()
    const read = fromMultikey(multikey)
    expect(multikey).toBe(toMultikey(publicKey))
    expect(read && isSameKey(read, publicKey)).toBe(true)
  })
})

type Place = readonly (string | number)[]

/** Every text and number, but the context: that has a test of its own. */
function leavesOf(value: unknown, place: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [place]
  return Object.entries(value).flatMap(([name, inner]) => (name === '@context' ? [] : leavesOf(inner, [...place, name])))
}

/** Puts more text behind the value at a place. */
function put(root: JsonObject, place: Place, more: string): unknown {
  let at = root as Record<string, unknown>
  for (const name of place.slice(0, -1)) at = at[name] as Record<string, unknown>
  const last = String(place.at(-1))
  at[last] = typeof at[last] === 'string' ? `${at[last]}${more}` : more
  return at[last]
}
