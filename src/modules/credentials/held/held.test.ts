import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../../test/databases.ts'
import { actAs, createIds, type Database, Forbidden, NotFound, SignInNeeded } from '../../../platform/index.ts'
import { createModules, type Modules } from '../../index.ts'
import { type AccountActor, type Role, visitor } from '../../permissions/index.ts'
import { badge, holder, issuerId, makeKey } from '../badge-for-tests.ts'
import { hashOfIdentity } from '../checks/index.ts'
import type { JsonObject } from '../document/index.ts'
import { signDataIntegrity } from '../proof/index.ts'
import type { ImportRefused } from './import-refusal.ts'
import { registerCsv, registerJson } from './training-records.ts'

const linux = 'schakel:skill/linux'
const start = Date.parse('2026-06-01T12:00:00Z')
const dayMs = 86_400_000
const key = makeKey()

const member = (account: string, roles: readonly Role[] = []): AccountActor => ({
  ...{ kind: 'account', account, session: `s-${account}`, administrator: false },
  memberships: roles.length === 0 ? [] : [{ organisation: 'keiland', kind: 'employer', roles }],
})
const jan = member('jan', ['recruiter'])
const eva = member('eva')
const owner = member('owner', ['owner'])

describe.each(freshDatabases())('credentials that people keep, on $name', { timeout: 120_000 }, ({ open }) => {
  let db: Database
  let modules: Modules
  let now = start
  /** What hosts that may be asked answer at this moment. */
  const known = [{ id: issuerId, name: 'Academie', keys: [key.publicKey] }]

  beforeAll(async () => {
    db = await open()
    const clock = { now: () => now }
    modules = await createModules({ db, clock, ids: createIds(clock), log: silentLog, credentials: { hosts: [], known } })
    await modules.skills.loadStarter('data/vocabulary')
    await modules.rules.load()
    await task(async (inside) => {
      for (const [id, email] of [
        ['jan', holder],
        ['eva', 'eva@example.org'],
        ['owner', 'owner@example.org'],
      ])
        await inside.query(
          `insert into account (id, email, email_folded, name, created_at, seen_on) values ($1, $2, $2, $1, now(), current_date)`,
          [id, email],
        )
      await inside.query(
        `insert into organisation (id, name, kind, created_at, opened_at) values ('keiland', 'Keiland (demo)', 'employer', now(), now())`,
      )
      await inside.query(
        `insert into member values ('keiland', 'jan', '{recruiter}', now()), ('keiland', 'owner', '{owner}', now())`,
      )
    })
  })
  afterAll(() => db.close())

  const task = <T>(work: Parameters<typeof actAs<T>>[2]) => actAs(db, { task: 'test' }, work)
  const signed = async (changed: JsonObject = {}, by = key): Promise<string> =>
    JSON.stringify(await signDataIntegrity(badge(changed), by, start))
  const give = (text: string, concepts: readonly string[] = [linux], actor = jan) =>
    modules.credentials.import(actor, { text, form: 'json', concepts, language: 'nl' })
  const stateOf = async (skill = linux) => (await modules.accounts.profileOf(jan))?.evidence?.[skill]
  const clean = async (): Promise<void> => {
    for (const { id } of await modules.credentials.list(jan)) await modules.credentials.remove(jan, id)
    now = start
  }
  const refusal = (reason: ImportRefused['reason']) => expect.objectContaining({ name: 'Conflict', reason })

  test('a badge of a known issuer is looked at, confirmed, and makes a skill verified; removed, it is only said', async () => {
    const text = await signed()
    const looked = await modules.credentials.look(jan, Buffer.from(text), 'nl')
    expect(looked).toMatchObject({ conclusion: 'verified', form: 'json', facts: { title: 'Linux beheren' } })
    expect(looked.skills[0]).toEqual({ concept: linux, how: 'aligned', words: linux })
    expect(await modules.credentials.list(jan)).toEqual([])
    const { id } = await give(text)
    expect(await stateOf()).toBe('verified')
    expect((await modules.accounts.profileOf(jan))?.answers[linux]).toBe('yes')
    const [held] = await modules.credentials.list(jan)
    expect(held).toMatchObject({ id, issuerName: 'Academie (verzonnen)', validUntil: Date.parse('2027-01-01T00:00:00Z') })
    expect(held?.document).toBe(text)
    await expect(give(text)).rejects.toEqual(refusal('twice'))
    await modules.credentials.remove(jan, id)
    expect(await stateOf()).toBeUndefined()
    expect((await modules.accounts.profileOf(jan))?.answers[linux]).toBe('yes')
    await clean()
  })

  test('only what was found in it and chosen becomes a claim, and a skill read in a text is never verified', async () => {
    const subject = badge().credentialSubject as JsonObject
    const achievement = { ...(subject.achievement as JsonObject), description: 'Je schrijft scripts in Python.', alignment: [] }
    const text = await signed({ credentialSubject: { ...subject, achievement } })
    const looked = await modules.credentials.look(jan, Buffer.from(text), 'nl')
    expect(looked.conclusion).toBe('verified')
    expect(looked.skills.map(({ how }) => how)).not.toContain('aligned')
    const python = looked.skills.find(({ concept }) => concept.includes('python'))?.concept ?? ''
    await give(text, [python, 'schakel:skill/sql'])
    const { evidence, answers } = (await modules.accounts.profileOf(jan)) ?? {}
    expect(evidence).toEqual({ [python]: 'evidenced' })
    expect(answers?.['schakel:skill/sql']).toBeUndefined()
    await clean()
  })

  test('nobody proves a skill by saying so in their profile', async () => {
    await modules.accounts.saveProfile(jan, { answers: { [linux]: 3 }, evidence: { [linux]: 'verified' } })
    expect(await stateOf()).toBeUndefined()
    await clean()
  })

  test('one of an issuer that is not known is evidence, and no proof', async () => {
    const other = { id: 'https://andere.example/issuer', type: ['Profile'], name: 'Andere' }
    await give(await signed({ issuer: other }, makeKey(other.id)))
    expect(await stateOf()).toBe('evidenced')
    // The own answer with a level stays.
    expect((await modules.accounts.profileOf(jan))?.answers[linux]).toBe(3)
    await clean()
  })

  test.each([
    ['of somebody else', {}, eva],
    ['that expired', { validUntil: '2026-05-01T00:00:00Z' }, jan],
    ['that is not valid yet', { validFrom: '2026-07-01T00:00:00Z' }, jan],
    ['without a name', { name: undefined }, jan],
  ])('one %s is refused', async (_what, changed, actor) => {
    await expect(signed(changed).then((text) => give(text, [linux], actor))).rejects.toEqual(refusal('refused'))
    expect(await modules.credentials.list(actor)).toEqual([])
  })

  test('one that was changed, or that somebody else signed in the name of a known issuer, is refused', async () => {
    const changed = (await signed()).replace('Zes opdrachten', 'Nul opdrachten')
    await expect(give(changed)).rejects.toEqual(refusal('refused'))
    await expect(signed({}, makeKey()).then((text) => give(text))).rejects.toEqual(refusal('refused'))
  })

  test('one of which cannot be told whose it is may be kept, and proves nothing', async () => {
    const { achievement } = badge().credentialSubject as JsonObject
    await give(await signed({ credentialSubject: { id: 'did:example:1', type: ['AchievementSubject'], achievement } }))
    expect(await modules.credentials.list(jan)).toMatchObject([{ conclusion: 'kept' }])
    expect(await stateOf()).toBeUndefined()
    await clean()
  })

  test('at its end it counts no more, by itself, and the register of an organisation says so', async () => {
    const { id } = await give(await signed({ validUntil: '2026-06-11T12:00:00Z' }))
    await modules.credentials.release(jan, { credential: id, organisation: 'keiland', name: 'Jan Fictief' })
    now = start + 10 * dayMs - 1
    expect(await modules.credentials.keepHouse()).toMatchObject({ lapsed: 0 })
    expect(await stateOf()).toBe('verified')
    now += 1
    // Before anybody looked: what stands behind the skill says so already.
    expect((await modules.credentials.evidence(jan)).get(linux)).toMatchObject({ lapsed: 'expired' })
    expect((await modules.credentials.evidence(jan)).get(linux)?.state).toBeUndefined()
    expect(await modules.credentials.keepHouse()).toMatchObject({ lapsed: 1 })
    expect(await stateOf()).toBeUndefined()
    expect(await modules.credentials.list(jan)).toMatchObject([{ lapsed: 'expired' }])
    expect(await modules.credentials.register(owner, 'keiland')).toMatchObject([{ lapsed: 'expired', personName: 'Jan Fictief' }])
    await clean()
    expect(await modules.credentials.register(owner, 'keiland')).toEqual([])
  })

  test('of two behind one skill the stronger counts, and the other takes over', async () => {
    const other = { id: 'https://andere.example/issuer', type: ['Profile'], name: 'Andere' }
    await give(await signed({ issuer: other, validUntil: undefined }, makeKey(other.id)))
    await give(await signed({ validUntil: '2026-06-02T00:00:00Z' }))
    expect(await stateOf()).toBe('verified')
    now = start + dayMs
    await modules.credentials.keepHouse()
    expect(await stateOf()).toBe('evidenced')
    await clean()
  })

  test('after a week it is looked at again', async () => {
    await give(await signed())
    now = start + 6 * dayMs
    expect(await modules.credentials.keepHouse()).toEqual({ lapsed: 0, rechecked: 0 })
    now = start + 8 * dayMs
    expect(await modules.credentials.keepHouse()).toEqual({ lapsed: 0, rechecked: 1 })
    expect(await stateOf()).toBe('verified')
    // The key was stolen: the operator took it from the list.
    known[0]?.keys.splice(0, 1, makeKey().publicKey)
    now = start + 16 * dayMs
    expect(await modules.credentials.keepHouse()).toEqual({ lapsed: 1, rechecked: 1 })
    known[0]?.keys.splice(0, 1, key.publicKey)
    expect(await modules.credentials.list(jan)).toMatchObject([{ lapsed: 'broken' }])
    expect(await stateOf()).toBeUndefined()
    await clean()
  })

  test('only its person sees it; an organisation sees what was released, and takes it back at once', async () => {
    const { id } = await give(await signed())
    expect(await modules.credentials.list(eva)).toEqual([])
    await expect(modules.credentials.remove(eva, id)).rejects.toThrow(NotFound)
    await expect(modules.credentials.list(visitor)).rejects.toThrow(SignInNeeded)
    const to = { credential: id, organisation: 'keiland' }
    await expect(modules.credentials.release(eva, { ...to, name: 'Eva' })).rejects.toThrow(NotFound)
    await expect(modules.credentials.release(jan, { ...to, name: ' ' })).rejects.toThrow('name')
    expect(await modules.credentials.register(owner, 'keiland')).toEqual([])
    await modules.credentials.release(jan, { ...to, name: '=Jan' })
    await expect(modules.credentials.release(jan, { ...to, name: 'Jan' })).rejects.toThrow('already')
    await expect(modules.credentials.register(jan, 'keiland')).rejects.toThrow(Forbidden)
    await expect(modules.credentials.register(eva, 'keiland')).rejects.toThrow(NotFound)
    const records = await modules.credentials.register(owner, 'keiland')
    expect(records).toMatchObject([{ personName: '=Jan', title: 'Linux beheren', conclusion: 'verified' }])
    expect(registerCsv(records, now)).toContain(`'=Jan;Linux beheren;Academie (verzonnen);2026-01-01;2027-01-01;valid;verified`)
    const of = { organisation: 'keiland', name: 'Keiland', now }
    expect(JSON.parse(registerJson(records, of))).toMatchObject({
      organisation: 'keiland',
      items: [
        {
          person: '=Jan',
          title: 'Linux beheren',
          issuedOn: '2026-01-01',
          validUntil: '2027-01-01',
          state: 'valid',
          checkedAs: 'verified',
        },
      ],
    })
    // What is over stays in the register, and says so, also when nobody looked since.
    const later = Date.parse('2027-01-02T00:00:00Z')
    expect(registerCsv(records, later)).toContain(';2027-01-01;expired;verified')
    expect(JSON.parse(registerJson(records, { ...of, now: later })).items).toMatchObject([{ state: 'expired' }])
    expect(await modules.credentials.list(jan)).toMatchObject([{ releasedTo: ['keiland'] }])
    await modules.credentials.takeBack(jan, to)
    expect(await modules.credentials.register(owner, 'keiland')).toEqual([])
    // The database itself shows nobody else a row, and lets an organisation change nothing.
    const rows = await actAs(db, { account: 'eva', organisations: ['keiland'] }, (inside) =>
      inside.query('select id from held_credential'),
    )
    expect(rows).toEqual([])
    await clean()
  })

  test('of a European credential the facts are kept, and nothing of who somebody is', async () => {
    const elm = {
      id: 'urn:credential:1',
      type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
      issuer: { id: 'urn:epass:org:1', legalName: { nl: 'Academie van Europa' } },
      validFrom: '2026-01-01T00:00:00Z',
      displayParameter: { title: { en: 'Linux', nl: 'Linux voor beginners' } },
      credentialSubject: {
        ...{ type: 'Person', dateOfBirth: '1999-10-01T22:00:00Z', nationalID: { notation: 'LA-234218' } },
        contactPoint: { emailAddress: { id: `mailto:${holder}` } },
        hasClaim: { type: 'LearningAchievement', specifiedBy: { learningOutcome: { title: { nl: 'Werken met Linux' } } } },
      },
    }
    const looked = await modules.credentials.look(jan, Buffer.from(JSON.stringify(elm)), 'nl')
    expect(looked).toMatchObject({
      conclusion: 'evidenced',
      facts: { title: 'Linux voor beginners', issuerName: 'Academie van Europa' },
    })
    await give(JSON.stringify(elm))
    const rows = await task((inside) => inside.query('select * from held_credential'))
    expect(rows).toMatchObject([{ document: null, kind: 'elm' }])
    expect(JSON.stringify(rows)).not.toMatch(/1999|LA-234218/)
    await clean()
  })

  test('the check for everybody keeps nothing, and what is given along counts there only', async () => {
    const strange = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' })
    const text = await signed({ issuer: { id: 'https://andere.example/issuer', type: ['Profile'] } })
    const check = (along: Parameters<Modules['credentials']['check']>[2]) =>
      modules.credentials.check(visitor, Buffer.from(text), along, 'en')
    expect((await check({})).checks).toMatchObject({ proof: { answer: 'keyInDocument' }, subject: { answer: 'nobodyAsks' } })
    expect((await check({ key: key.multikey })).checks.proof.answer).toBe('suppliedKey')
    expect((await check({ key: JSON.stringify(strange) })).checks.proof.verdict).toBe('invalid')
    await expect(check({ key: 'geen sleutel' })).rejects.toThrow('public key')
    expect(await task((inside) => inside.query('select 1 from held_credential'))).toEqual([])
  })

  test('a plain address of somebody else, by its hash, is not theirs', async () => {
    const subject = badge().credentialSubject as JsonObject
    const identifier = [
      { type: 'IdentityObject', hashed: true, identityHash: hashOfIdentity('eva@example.org'), identityType: 'emailAddress' },
    ]
    const text = await signed({ credentialSubject: { ...subject, identifier } })
    await expect(give(text)).rejects.toEqual(refusal('refused'))
    await give(text, [linux], eva)
    expect((await modules.accounts.profileOf(eva))?.evidence).toEqual({ [linux]: 'verified' })
  })
})
