/**
 * What we issue, checked by programs of others: jose with our published keys for the JWT; the libraries of Digital Bazaar for the proof in the document and
 * for the status list. They see only what everybody can fetch of us.
 */
import { checkStatus, decodeList } from '@digitalbazaar/vc-bitstring-status-list'
import fc from 'fast-check'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../../test/databases.ts'
import type { Database } from '../../../platform/index.ts'
import { loadBundled } from '../proof/contexts.ts'
import { didOf } from './site-address.ts'
import { encodeStatusList, statusListLength } from './status-list.ts'
import { askedBadge, type BadgeWorld, badgeWorld } from './world-for-tests.ts'

interface Outcome {
  readonly verified: boolean
  readonly error?: unknown
  /** `status`: whether the bit is set. */
  readonly statusResult?: { readonly verified: boolean; readonly results: readonly { readonly status: boolean }[] }
}
// biome-ignore lint/suspicious/noExplicitAny: these packages have no types, and are used in tests only
type Untyped = any
const untyped = (name: string): Promise<Untyped> => import(name)

const [database] = freshDatabases()
const today = '2020-01-15T12:00:00Z'

describe('a badge, checked by others', () => {
  let db: Database
  let world: BadgeWorld
  let verify: (credential: unknown) => Promise<Outcome>
  let verifyWithStatus: (credential: unknown) => Promise<Outcome>

  beforeAll(async () => {
    if (!database) throw new Error('there is no database to test on')
    db = await database.open()
    world = await badgeWorld(db)
    // Long ago: one of these libraries asks the machine what time it is.
    world.passTo('2020-01-15T09:00:00Z')
    const [vc, integrity, suites] = [
      await untyped('@digitalbazaar/vc'),
      await untyped('@digitalbazaar/data-integrity'),
      await untyped('@digitalbazaar/eddsa-rdfc-2022-cryptosuite'),
    ]
    const documentLoader = async (url: string) => ({ contextUrl: undefined, documentUrl: url, document: await served(url) })
    const suite = new integrity.DataIntegrityProof({ cryptosuite: suites.cryptosuite })
    const now = new Date(today)
    verify = (credential) =>
      vc.verifyCredential({ credential, suite, documentLoader, now, checkStatus: async () => ({ verified: true }) })
    verifyWithStatus = (credential) =>
      vc.verifyCredential({
        ...{ credential, suite, documentLoader, now },
        checkStatus: (asked: object) =>
          checkStatus({ ...asked, suite, documentLoader, verifyBitstringStatusListCredential: true }),
      })
  }, 120_000)
  afterAll(() => db?.close())

  /** What stands at an address: contexts that everybody knows, and what we serve. */
  async function served(url: string): Promise<unknown> {
    const did = didOf(world.site, 'school')
    if (url.startsWith(did)) {
      const document = JSON.parse(await world.badges.did('school'))
      if (url === did) return document
      const method = document.verificationMethod.find(({ id }: { id: string }) => id === url)
      return { '@context': 'https://w3id.org/security/multikey/v1', ...method }
    }
    if (url === `${world.site.url}/organisations/school/status.json`)
      return JSON.parse(await world.badges.statusList('school', 'json'))
    return (await loadBundled(url)).document
  }

  const issue = async (ref: string): Promise<string> =>
    (
      await world.badges.issue(world.assessor, {
        ...askedBadge,
        ...{
          organisation: 'school',
          person: 'tess',
          about: { kind: 'unit', ref },
          validUntil: Date.parse('2021-01-15T00:00:00Z'),
        },
      })
    ).id
  const documentOf = async (id: string) => JSON.parse(String(await world.badges.file(world.tess, id, 'json', 'nl')))

  test('the proof in the document holds, and the status list with it', async () => {
    const outcome = await verifyWithStatus(await documentOf(await issue('proof')))
    expect(outcome.error).toBeUndefined()
    expect(outcome).toMatchObject({ verified: true, statusResult: { verified: true, results: [{ status: false }] } })
  })

  test('the JWT holds with the keys at our address', async () => {
    const jwt = String(await world.badges.file(world.tess, await issue('jwt'), 'jwt', 'nl'))
    const keys = createLocalJWKSet(JSON.parse(await world.badges.jwks('school')))
    const { payload, protectedHeader } = await jwtVerify(jwt, keys, {
      issuer: didOf(world.site, 'school'),
      currentDate: new Date(today),
    })
    expect(protectedHeader).toMatchObject({ alg: 'EdDSA', typ: 'JWT' })
    expect(payload).toMatchObject({
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      jti: payload.id,
      nbf: Date.parse('2020-01-15T09:00:00Z') / 1000,
    })
    await expect(jwtVerify(jwt, keys, { currentDate: new Date('2021-02-01T00:00:00Z') })).rejects.toThrow('exp')
    // A key of another organisation does not open it.
    await world.badges.issue(world.supervisor, {
      ...askedBadge,
      ...{ organisation: 'firm', person: 'tess', about: { kind: 'practice', ref: 'jwt' } },
    })
    await expect(jwtVerify(jwt, createLocalJWKSet(JSON.parse(await world.badges.jwks('firm'))))).rejects.toThrow()
  })

  test('with a new key both stay good, and so does the status list', async () => {
    const id = await issue('rotated')
    await world.badges.rotateKey(world.owner, 'school')
    expect(await verifyWithStatus(await documentOf(id))).toMatchObject({ verified: true, statusResult: { verified: true } })
    const jwt = String(await world.badges.file(world.tess, id, 'jwt', 'nl'))
    await jwtVerify(jwt, createLocalJWKSet(JSON.parse(await world.badges.jwks('school'))), {
      currentDate: new Date(today),
    })
  })

  test('one that is revoked is seen to be, and no other', async () => {
    const [revoked, other] = [await issue('revoked'), await issue('not revoked')]
    await world.badges.revoke(world.owner, 'school', revoked, 'notEarned')
    const statusOf = async (id: string) => (await verifyWithStatus(await documentOf(id))).statusResult
    expect(await statusOf(revoked)).toMatchObject({ verified: true, results: [{ status: true }] })
    expect(await statusOf(other)).toMatchObject({ verified: true, results: [{ status: false }] })
    const list = JSON.parse(await world.badges.statusList('school', 'json'))
    expect((await verify(list)).verified).toBe(true)
    const { getStatus } = await bits(list.credentialSubject.encodedList)
    const place = Number((await documentOf(revoked)).credentialStatus.statusListIndex)
    expect(getStatus(place)).toBe(true)
    expect(getStatus(Number((await documentOf(other)).credentialStatus.statusListIndex))).toBe(false)
  })

  async function bits(encodedList: string): Promise<{ getStatus(at: number): boolean; length: number }> {
    const list = await decodeList({ encodedList })
    return { getStatus: (at) => list.getStatus(at), length: list.length }
  }

  test('a list of any places is read back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 0, max: statusListLength - 1 }), { maxLength: 20 }), async (places) => {
        const { getStatus, length } = await bits(encodeStatusList(places))
        expect(length).toBe(statusListLength)
        for (const at of places) {
          expect(getStatus(at)).toBe(true)
          for (const beside of [at - 1, at + 1]) {
            if (beside >= 0 && beside < statusListLength) expect(getStatus(beside)).toBe(places.includes(beside))
          }
        }
      }),
      { numRuns: 25 },
    )
    expect(() => encodeStatusList([statusListLength])).toThrow('no place')
  })

  test('whatever is changed in it, the proof does not hold any more', { timeout: 240_000 }, async () => {
    const document = await documentOf(await issue('tampered'))
    expect((await verify(document)).verified).toBe(true)
    const paths = leaves(document).filter(([path]) => path[0] !== 'proof')
    // Title, issuer, dates, salt, credits, alignments, evidence and status are all among them.
    expect(paths.length).toBeGreaterThan(30)
    for (const [path, value] of paths) {
      const changed = structuredClone(document)
      setAt(changed, path, changedValue(value))
      expect({ path, verified: (await verify(changed)).verified }).toEqual({ path, verified: false })
    }
    for (const key of ['validUntil', 'credentialStatus', 'evidence', 'awardedDate', 'name']) {
      const { [key]: _gone, ...without } = document
      expect({ key, verified: (await verify(without)).verified }).toEqual({ key, verified: false })
    }
    expect((await verify({ ...document, extra: 'x' })).verified).toBe(false)
  })

  test('and the JWT neither, at whatever place', async () => {
    const jwt = String(await world.badges.file(world.tess, await issue('tampered jwt'), 'jwt', 'nl'))
    const keys = createLocalJWKSet(JSON.parse(await world.badges.jwks('school')))
    const now = { currentDate: new Date(today) }
    // The last sign of a signature holds bits that count for nothing.
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: jwt.length - 2 }), fc.constantFrom(...'AZaz09-_'), async (at, letter) => {
        fc.pre(jwt[at] !== letter)
        await expect(jwtVerify(`${jwt.slice(0, at)}${letter}${jwt.slice(at + 1)}`, keys, now)).rejects.toThrow()
      }),
      { numRuns: 100 },
    )
    await jwtVerify(jwt, keys, now)
  })
})

type Path = readonly (string | number)[]

function leaves(value: unknown, path: Path = []): (readonly [Path, string | number | boolean])[] {
  if (typeof value !== 'object' || value === null) return [[path, value as string | number | boolean]]
  return Object.entries(value).flatMap(([name, inside]) => leaves(inside, [...path, Array.isArray(value) ? Number(name) : name]))
}

function setAt(root: Untyped, path: Path, value: unknown): void {
  const holder = path.slice(0, -1).reduce((at, name) => at[name], root)
  holder[path.at(-1) ?? ''] = value
}

/** Another value that still looks like one: of a date another date, of an address another address. */
function changedValue(value: string | number | boolean): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  if (/^\d{4}-\d\d-\d\dT/.test(value))
    return value.replace(/^(\d{3})(\d)/, (_, first: string, year: string) => `${first}${(Number(year) + 9) % 10}`)
  return /^\d+$/.test(value) ? String(Number(value) + 1) : `${value}x`
}
