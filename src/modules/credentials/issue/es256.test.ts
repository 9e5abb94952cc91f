/** Issuing with ES256 (P-256) beside EdDSA: checked by jose with what everybody can fetch, and by our own checks. */
import { calculateJwkThumbprint, createLocalJWKSet, decodeProtectedHeader, type JWK, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../../test/databases.ts'
import { type Database, Invalid } from '../../../platform/index.ts'
import type { JsonObject } from '../document/index.ts'
import { fromMultikey, verifyDataIntegrity } from '../proof/index.ts'
import { didOf } from './site-address.ts'
import { askedBadge, type BadgeWorld, badgeWorld } from './world-for-tests.ts'

interface Method {
  readonly id: string
  readonly type: string
  readonly publicKeyMultibase?: string
  readonly publicKeyJwk?: JWK
}

describe.each(freshDatabases())('keys of both kinds, on $name', ({ open }) => {
  let db: Database
  let world: BadgeWorld

  beforeAll(async () => {
    db = await open()
    world = await badgeWorld(db)
  }, 120_000)
  afterAll(() => db?.close())

  const issue = async (ref: string): Promise<string> =>
    (
      await world.badges.issue(world.assessor, {
        ...askedBadge,
        ...{ organisation: 'school', person: 'tess', about: { kind: 'unit', ref } },
      })
    ).id
  const textOf = async (id: string, form: 'json' | 'jwt') => String(await world.badges.file(world.tess, id, form, 'nl'))
  const did = () => didOf(world.site, 'school')
  const jwks = async () => JSON.parse(await world.badges.jwks('school')) as { keys: (JWK & { alg: string; kid: string })[] }
  const methods = async () => JSON.parse(await world.badges.did('school')).verificationMethod as Method[]
  const verified = async (jwt: string) =>
    jwtVerify(jwt, createLocalJWKSet(await jwks()), { issuer: did(), currentDate: new Date('2026-12-15T00:00:00Z') })

  test('an owner chooses how the next key signs; what the one before signed stays good', async () => {
    const before = await issue('before')
    await world.badges.rotateKey(world.owner, 'school', 'ES256')
    world.passTo('2026-12-01T09:00:00Z')
    const after = await issue('after')
    const [old, now] = [await textOf(before, 'jwt'), await textOf(after, 'jwt')]
    expect(decodeProtectedHeader(old)).toMatchObject({ alg: 'EdDSA' })
    expect(decodeProtectedHeader(now)).toMatchObject({ alg: 'ES256', typ: 'JWT' })
    for (const jwt of [old, now]) expect((await verified(jwt)).payload.iss).toBe(did())
    for (const id of [before, after]) {
      const { checks } = await world.badges.look(world.tess, id)
      expect(checks.find(({ what }) => what === 'proof')).toMatchObject({ verdict: 'valid', why: 'bothHold' })
    }
  })

  test('both kinds stand in the JWK set and in the DID document, each under the name that a JWT uses', async () => {
    const { keys } = await jwks()
    expect(keys.map(({ alg }) => alg).sort()).toEqual(['ES256', 'EdDSA'])
    for (const { kid, ...key } of keys) expect(kid).toBe(`${did()}#${await calculateJwkThumbprint(key)}`)
    expect(keys.find(({ alg }) => alg === 'ES256')).toMatchObject({
      kty: 'EC',
      crv: 'P-256',
      x: expect.any(String),
      y: expect.any(String),
    })
    // Nothing of what signs is in it.
    expect(keys.some((key) => 'd' in key)).toBe(false)
    const listed = await methods()
    expect(
      listed
        .filter(({ type }) => type === 'Multikey')
        .map(({ publicKeyMultibase }) => publicKeyMultibase?.slice(0, 3))
        .sort(),
    ).toEqual(['z6M', 'zDn'])
    const named = new Map(listed.map((one) => [one.id, one]))
    for (const { kid, alg } of keys)
      expect({ alg, crv: named.get(kid)?.publicKeyJwk?.crv }).toEqual({ alg, crv: alg === 'ES256' ? 'P-256' : 'Ed25519' })
  })

  test('the document has a proof of the same key, and nothing in it can be changed', async () => {
    const document = JSON.parse(await textOf(await issue('proof'), 'json')) as JsonObject
    const proof = document.proof as JsonObject
    expect(proof).toMatchObject({ type: 'DataIntegrityProof', cryptosuite: 'ecdsa-rdfc-2019' })
    const method = (await methods()).find(({ id }) => id === proof.verificationMethod)
    const key = fromMultikey(method?.publicKeyMultibase ?? '')
    if (!key) throw new Error('the key is not published')
    expect(await verifyDataIntegrity(document, proof, key)).toBe('holds')
    for (const changed of [{ name: 'Anders' }, { validFrom: '2020-01-01T00:00:00Z' }, { credentialStatus: undefined }]) {
      expect(await verifyDataIntegrity({ ...document, ...changed }, proof, key)).not.toBe('holds')
    }
    // One kind of signature is not taken for the other.
    expect(await verifyDataIntegrity(document, { ...proof, cryptosuite: 'eddsa-rdfc-2022' }, key)).toBe('broken')
    const other = (await methods()).find(({ publicKeyMultibase }) => publicKeyMultibase?.startsWith('z6M'))
    const otherKey = fromMultikey(other?.publicKeyMultibase ?? '')
    expect(otherKey && (await verifyDataIntegrity(document, proof, otherKey))).toBe('broken')
  })

  test('the status list is signed with it too, and a badge of either kind can be revoked', async () => {
    const id = await issue('revoked')
    await world.badges.revoke(world.owner, 'school', id, 'notEarned')
    const list = await world.badges.statusList('school', 'jwt')
    expect(decodeProtectedHeader(list)).toMatchObject({ alg: 'ES256' })
    await verified(list)
    const { checks } = await world.badges.look(world.tess, id)
    expect(checks.find(({ what }) => what === 'status')).toMatchObject({ verdict: 'invalid', why: 'revoked' })
  })

  test('a key that is lost is followed by one that signs in the same way', async () => {
    const keys = await world.badges.keysOf(world.owner, 'school')
    const signing = keys.find(({ signsUntil }) => signsUntil === undefined)
    world.passTo('2026-12-03T09:00:00Z')
    await world.badges.loseKey(world.owner, 'school', signing?.id ?? '', Date.parse('2026-12-02T09:00:00Z'))
    expect(decodeProtectedHeader(await textOf(await issue('after the loss'), 'jwt'))).toMatchObject({ alg: 'ES256' })
    expect((await jwks()).keys.filter(({ alg }) => alg === 'ES256')).toHaveLength(2)
    await world.badges.rotateKey(world.owner, 'school', 'EdDSA')
    expect(decodeProtectedHeader(await textOf(await issue('back again'), 'jwt'))).toMatchObject({ alg: 'EdDSA' })
  })

  test('no other way of signing is chosen, and by nobody but an owner', async () => {
    for (const algorithm of ['RS256', 'none', 'HS256']) {
      await expect(world.badges.rotateKey(world.owner, 'school', algorithm)).rejects.toThrow(Invalid)
    }
    await expect(world.badges.rotateKey(world.assessor, 'school', 'ES256')).rejects.toThrow()
  })
})
