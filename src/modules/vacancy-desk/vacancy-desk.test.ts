import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { actAs, createIds, type Database, Forbidden, Invalid, NotFound, SignInNeeded } from '../../platform/index.ts'
import { createModules, type Modules } from '../index.ts'
import type { AccountActor, Actor, KeyActor, Role } from '../permissions/index.ts'
import { visitor } from '../permissions/index.ts'
import { findRow, listChanges, saveRow } from './desk-store.ts'
import type { VacancyDesk } from './index.ts'
import type { DeskRefusal } from './refusal.ts'

const bad = `Systeembeheerder

Wij zoeken een jonge beheerder. Je beheert servers met Linux. Het werk is 28 tot 36 uur per week in Utrecht.`
const good = `Netwerkbeheerder (m/v/x)

Je beheert netwerken en servers met Linux. Het werk is 28 tot 36 uur per week in Utrecht.`

const member = (account: string, organisation: string, roles: readonly Role[], kind = 'employer' as const): AccountActor => ({
  ...{ kind: 'account', account, session: `s-${account}`, administrator: false },
  memberships: [{ organisation, kind, roles }],
})
const rick = member('rick', 'keiland', ['recruiter'])
const ana = member('ana', 'keiland', ['analyst'])
const eve = member('eve', 'veenrand', ['owner'])
const key = (scopes: KeyActor['scopes']): Actor => ({
  ...{ kind: 'key', key: 'key1', organisation: 'keiland', organisationKind: 'employer' },
  scopes,
})

describe.each(freshDatabases())('the desk of vacancies on $name', { timeout: 120_000 }, ({ open }) => {
  let db: Database
  let modules: Modules
  let desk: VacancyDesk
  let now = Date.parse('2026-11-30T09:00:00Z')

  beforeAll(async () => {
    db = await open()
    const clock = { now: () => now }
    modules = await createModules({ db, clock, ids: createIds(clock), log: silentLog })
    desk = modules.vacancyDesk
    await modules.skills.loadStarter('data/vocabulary')
    await modules.rules.load()
    await asTest(async (inside) => {
      await inside.query(
        `insert into account (id, email, email_folded, created_at, seen_on)
         select id, id || '@example.nl', id || '@example.nl', now(), current_date from unnest(array['rick', 'ana', 'eve', 'ada']) as id`,
      )
      await inside.query(
        `insert into organisation (id, name, kind, created_at, opened_at) values
         ('keiland', 'Keiland ICT (demo)', 'employer', now(), now()), ('veenrand', 'Veenrand (demo)', 'employer', now(), now())`,
      )
      await inside.query(
        `insert into api_key (id, organisation, name, secret_hash, scopes, created_at, expires_at)
         values ('key1', 'keiland', 'k', 'x', array['vacancies:write'], now(), now() + interval '1 year')`,
      )
    })
  })
  afterAll(() => db.close())

  const asTest = <T>(work: Parameters<typeof actAs<T>>[2]) => actAs(db, { task: 'test' }, work)
  const at = (vacancy: string) => ({ organisation: 'keiland', vacancy })
  const published = async (text = good): Promise<string> => {
    const id = await desk.create(rick, 'keiland', { text: `${text}\n\nKenmerk ${Math.random()}.` })
    await desk.publish(rick, at(id))
    return id
  }
  const stateOf = async (id: string) => (await desk.get(rick, at(id))).record.state
  const refusal = (reason: DeskRefusal['reason']) => expect.objectContaining({ name: 'Conflict', reason })

  test('a text becomes a draft with terms and skills, and nobody else sees it', async () => {
    const id = await desk.create(rick, 'keiland', { text: bad, place: 'Utrecht' })
    const made = await desk.get(rick, at(id))
    expect(made).toMatchObject({ version: 1, against: 2, place: 'Utrecht' })
    expect(made.record).toMatchObject({
      ...{
        state: 'draft',
        title: 'Systeembeheerder',
        employer: 'Keiland ICT (demo)',
        organisation: 'keiland',
        source: 'desk:keiland',
      },
      facts: { hours: [28, 36] },
    })
    expect(made.record.requirements.length).toBeGreaterThan(0)
    expect((await desk.list(rick, 'keiland')).map(({ record }) => record.id)).toContain(id)

    expect(await modules.vacancies.find(id)).toBeUndefined()
    expect((await modules.vacancies.list({ limit: 100 })).items.map((one) => one.id)).not.toContain(id)
    expect((await modules.vacancies.allPublished()).map((one) => one.id)).not.toContain(id)
    expect((await modules.vacancies.listReal()).map((one) => one.id)).not.toContain(id)
    expect(await modules.vacancies.publishedOf([id])).toEqual([])
    await expect(modules.poolEffects.effect({ vacancy: id, language: 'nl' })).rejects.toThrow(NotFound)
    await expect(modules.planning.whyNot({ profile: {}, language: 'nl' } as never, id)).rejects.toThrow(NotFound)
    await expect(modules.matchProfiles.forVacancy(rick, id, 'nl')).rejects.toThrow()
    await expect(modules.introductions.propose(rick, { vacancy: id, handle: '1234' })).rejects.toThrow(NotFound)
  })

  test('what is against the law is not published until it is mended or has a reason that is kept', async () => {
    const id = await desk.create(rick, 'keiland', { text: bad })
    const refused = await desk.publish(rick, at(id)).catch((error: unknown) => error)
    expect(refused).toEqual(refusal('againstLaw'))
    const { against } = refused as DeskRefusal
    expect(against.map(({ words }) => words)).toHaveLength(2)
    expect(await stateOf(id)).toBe('draft')

    await desk.change(rick, at(id), { reasons: Object.fromEntries(against.map((one) => [one.key, 'Een rol in een film'])) })
    expect((await desk.get(rick, at(id))).against).toBe(0)
    await desk.publish(rick, at(id))
    expect(await stateOf(id)).toBe('published')
    const kept = (await desk.changes(rick, at(id))).filter(({ what }) => what === 'reasonKept')
    expect(kept).toHaveLength(2)
    expect(kept[0]).toMatchObject({ account: 'rick' })
    // Taking the reason back would leave a public text against the law.
    await expect(desk.change(rick, at(id), { reasons: { [against[0]?.key ?? '']: '' } })).rejects.toEqual(refusal('againstLaw'))
  })

  test('what is published is never changed into something against the law', async () => {
    const id = await published()
    await expect(desk.change(rick, at(id), { text: 'Wij zoeken een jonge beheerder.' })).rejects.toEqual(refusal('againstLaw'))
    expect((await desk.get(rick, at(id))).record.description).toContain('netwerken')
    await desk.pause(rick, at(id))
    await expect(desk.change(rick, at(id), { text: 'Wij zoeken een jonge beheerder.' })).rejects.toEqual(refusal('againstLaw'))
    const draft = await desk.create(rick, 'keiland', { text: good })
    await desk.change(rick, at(draft), { text: 'Wij zoeken een jonge beheerder.' })
    expect((await desk.get(rick, at(draft))).against).toBeGreaterThan(0)
  })

  test('a changed text is read again, and what somebody set by hand stays', async () => {
    const id = await desk.create(rick, 'keiland', { text: good })
    const [skill] = (await desk.get(rick, at(id))).record.requirements
    await desk.change(rick, at(id), { facts: { hours: [20, 24], certificateOfConduct: true }, closesOn: '2027-01-31' })
    await desk.change(rick, at(id), { requirements: [{ skill: skill?.skill ?? '', weight: 'somewhat', level: 2 }] })
    await desk.change(rick, at(id), { text: 'Je bouwt websites met JavaScript. Het werk is 40 uur per week in Amersfoort.' })
    const { record, byHand } = await desk.get(rick, at(id))
    expect(record).toMatchObject({
      facts: { hours: [20, 24], certificateOfConduct: true },
      closesOn: '2027-01-31',
      placeName: 'Amersfoort',
    })
    expect(record.requirements).toMatchObject([{ skill: skill?.skill, weight: 'somewhat', level: 2 }])
    expect(byHand).toEqual(expect.arrayContaining(['hours', 'certificateOfConduct', 'closesOn', 'requirements']))

    await desk.change(rick, at(id), { readAgain: true })
    const again = await desk.get(rick, at(id))
    expect(again.record.facts.hours).toEqual([40, 40])
    expect(again.record.requirements.map((one) => one.skill)).not.toContain(skill?.skill)
    await desk.change(rick, at(id), { facts: { hours: null } })
    expect((await desk.get(rick, at(id))).record.facts).not.toHaveProperty('hours')
  })

  test('too many essential skills, unknown skills and impossible terms are refused, and nothing is kept', async () => {
    const id = await desk.create(rick, 'keiland', { text: good })
    const skills = (await modules.skills.catalogue())
      .engineSkills()
      .map((one) => one.id)
      .slice(0, 70)
    const requirements = skills.map((skill) => ({ skill, weight: 'essential' as const }))
    await expect(desk.change(rick, at(id), { requirements })).rejects.toThrow(/at most \d+ can be compared/)
    await expect(desk.change(rick, at(id), { requirements: [{ skill: 'nothing', weight: 'somewhat' }] })).rejects.toThrow(Invalid)
    await expect(desk.change(rick, at(id), { facts: { hours: [36, 20] } })).rejects.toThrow(Invalid)
    await expect(desk.create(rick, 'keiland', { text: ' ' })).rejects.toThrow(Invalid)
    expect((await desk.get(rick, at(id))).version).toBe(1)
  })

  test('a JobPosting becomes a draft: what it says as data is taken over and stays', async () => {
    const id = await desk.create(rick, 'keiland', {
      posting: {
        ...{ '@type': 'JobPosting', title: 'Tester', description: '<p>Je test software.</p>', validThrough: '2027-02-01' },
        ...{ hiringOrganization: 'Iemand anders', workHours: '24-32 uur per week' },
        jobLocation: { '@type': 'Place', address: { '@type': 'PostalAddress', addressLocality: 'Utrecht' } },
      },
    })
    const { record, byHand } = await desk.get(rick, at(id))
    expect(record).toMatchObject({
      ...{
        title: 'Tester',
        employer: 'Keiland ICT (demo)',
        placeName: 'Utrecht',
        closesOn: '2027-02-01',
        facts: { hours: [24, 32] },
      },
    })
    expect(byHand).toContain('hours')
    await expect(desk.create(rick, 'keiland', { posting: { '@type': 'JobPosting' } })).rejects.toThrow('no title')
  })

  test('goes from draft to filled, with every step in its history, and a copy begins anew', async () => {
    const id = await published()
    expect(await modules.vacancies.find(id)).toMatchObject({ state: 'published', organisation: 'keiland' })
    await expect(desk.publish(rick, at(id))).rejects.toEqual(refusal('wrongState'))
    await desk.pause(rick, at(id))
    await desk.goOn(rick, at(id))
    expect(await desk.fill(rick, at(id))).toBe(0)
    expect(await desk.fill(rick, at(id))).toBe(0)
    await expect(desk.goOn(rick, at(id))).rejects.toEqual(refusal('wrongState'))
    await expect(desk.change(rick, at(id), { title: 'Anders' })).rejects.toEqual(refusal('ended'))
    expect((await desk.changes(rick, at(id))).map(({ what }) => what)).toEqual([
      'filled',
      'goneOn',
      'paused',
      'published',
      'created',
    ])

    const copy = await desk.duplicate(rick, at(id))
    expect((await desk.get(rick, at(copy))).record).toMatchObject({ state: 'draft', title: 'Netwerkbeheerder (m/v/x)' })
    expect(await modules.vacancies.find(copy)).toBeUndefined()
    await desk.remove(rick, at(copy))
    await expect(desk.get(rick, at(copy))).rejects.toThrow(NotFound)
    await expect(desk.remove(rick, at(id))).rejects.toEqual(refusal('wrongState'))
  })

  test('is taken back with a reason of the list only', async () => {
    const id = await published()
    await expect(desk.close(rick, at(id), { reason: 'tooOld' })).rejects.toThrow(Invalid)
    await desk.close(rick, at(id), { reason: 'noMoney', text: 'Het budget is op' })
    expect(await desk.get(rick, at(id))).toMatchObject({
      ...{ closed: { reason: 'noMoney', text: 'Het budget is op' }, record: { state: 'withdrawn' } },
    })
  })

  test('opens no more once its closing date has passed, until that is moved', async () => {
    const id = await desk.create(rick, 'keiland', { text: good })
    await desk.change(rick, at(id), { closesOn: '2026-11-29' })
    await expect(desk.publish(rick, at(id))).rejects.toEqual(refusal('dayPast'))
    await desk.change(rick, at(id), { closesOn: '2026-12-31' })
    await desk.publish(rick, at(id))
    expect(await stateOf(id)).toBe('published')
  })

  test('that stands still because people wait opens by answering, not by a button', async () => {
    const id = await published()
    await desk.pause(rick, at(id))
    await asTest((inside) =>
      inside.query(`insert into vacancy_pause (vacancy, organisation, since, waiting) values ($1, 'keiland', '2026-11-27', 2)`, [
        id,
      ]),
    )
    expect((await desk.get(rick, at(id))).pause).toEqual({ since: '2026-11-27', waiting: 2 })
    await expect(desk.goOn(rick, at(id))).rejects.toEqual(refusal('silence'))
    expect(await stateOf(id)).toBe('paused')
  })

  test('two at once: one comes first, and the history says what the state is', async () => {
    const draft = await desk.create(rick, 'keiland', { text: good })
    const both = await Promise.allSettled([desk.publish(rick, at(draft)), desk.publish(rick, at(draft))])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])

    const ends = { published: 'published', closed: 'withdrawn', goneOn: 'published', paused: 'paused' } as const
    for (let turn = 0; turn < 3; turn++) {
      const id = await published()
      await desk.pause(rick, at(id))
      await Promise.allSettled([
        desk.goOn(rick, at(id)),
        desk.close(rick, at(id), { reason: 'notNeeded' }),
        desk.pause(rick, at(id)),
      ])
      const [last] = await desk.changes(rick, at(id))
      expect(await stateOf(id)).toBe(ends[last?.what as keyof typeof ends])
      expect(await stateOf(id)).toBe('withdrawn')
    }
    const version = (await desk.get(rick, at(draft))).version
    const changes = await Promise.allSettled([
      desk.change(rick, at(draft), { title: 'Een' }, version),
      desk.change(rick, at(draft), { title: 'Twee' }, version),
    ])
    expect(changes.filter(({ status }) => status === 'rejected')).toEqual([
      { status: 'rejected', reason: refusal('changedMeanwhile') },
    ])
  })

  test('belongs to its organisation: roles, others, visitors and keys', async () => {
    const id = await published()
    expect((await desk.list(ana, 'keiland')).length).toBeGreaterThan(0)
    await expect(desk.pause(ana, at(id))).rejects.toThrow(Forbidden)
    await expect(desk.create(ana, 'keiland', { text: good })).rejects.toThrow(Forbidden)
    await expect(desk.get(eve, at(id))).rejects.toThrow(NotFound)
    await expect(desk.get(eve, { organisation: 'veenrand', vacancy: id })).rejects.toThrow(NotFound)
    await expect(desk.pause(eve, { organisation: 'veenrand', vacancy: id })).rejects.toThrow(NotFound)
    await expect(desk.list(eve, 'keiland')).rejects.toThrow(NotFound)
    await expect(desk.get(visitor, at(id))).rejects.toThrow(SignInNeeded)
    const reads = key(['vacancies:read'])
    const writes = key(['vacancies:read', 'vacancies:write'])
    expect(await desk.get(reads, at(id))).toMatchObject({ record: { id } })
    await expect(desk.pause(reads, at(id))).rejects.toThrow(Forbidden)
    await desk.pause(writes, at(id))
    expect((await desk.changes(rick, at(id)))[0]).toMatchObject({ what: 'paused', key: 'key1' })
    await expect(desk.fill(writes, at(id))).rejects.toThrow('introductions:write')
    expect(await stateOf(id)).toBe('paused')
  })

  test('the database itself shows and takes what stands beside it to its organisation only', async () => {
    const id = await published()
    const asEve = <T>(work: Parameters<typeof actAs<T>>[2]) => actAs(db, { account: 'eve', organisations: ['veenrand'] }, work)
    expect(await asEve((inside) => findRow(inside, id))).toBeUndefined()
    expect(await asEve((inside) => listChanges(inside, id))).toEqual([])
    const row = await asTest((inside) => findRow(inside, id))
    if (!row) throw new Error('no row')
    await expect(asEve((inside) => saveRow(inside, { ...row, against: 9 }, now))).rejects.toThrow(/row-level security/)
    const changed = await asEve((inside) =>
      inside.query('update desk_vacancy set against = 9 where vacancy = $1 returning vacancy', [id]),
    )
    expect(changed).toEqual([])
  })

  test('an import never overwrites it, and the same job by a feed is a duplicate, also while it is paused', async () => {
    const id = await published()
    const { record } = await desk.get(rick, at(id))
    const posting = {
      ...{ '@context': 'https://schema.org', '@type': 'JobPosting', title: record.title, description: record.description },
      hiringOrganization: { '@type': 'Organization', name: record.employer },
      jobLocation: { '@type': 'Place', address: { '@type': 'PostalAddress', addressLocality: record.placeName } },
      identifier: { '@type': 'PropertyValue', name: 'Schakel', value: id },
    }
    const bring = () =>
      modules.vacancies.importFrom({
        name: 'feed.json',
        text: JSON.stringify({ ...posting, description: `${record.description} ` }),
      })
    const first = await bring()
    expect(first.counts).toMatchObject({ duplicates: 1 })
    await desk.pause(rick, at(id))
    now += 60_000
    await bring()
    const titles = (await modules.vacancies.allPublished()).filter(
      (one) => one.title === record.title && one.description === record.description,
    )
    expect(titles).toEqual([])
    expect((await desk.get(rick, at(id))).record).toMatchObject({
      state: 'paused',
      organisation: 'keiland',
      source: 'desk:keiland',
    })
  })

  test('when the organisation closes, what is open is taken back and drafts go', async () => {
    const id = await published()
    const draft = await desk.create(rick, 'keiland', { text: good })
    await asTest((inside) => desk.organisationCloses(inside, 'keiland'))
    expect(await modules.vacancies.find(id)).toMatchObject({ state: 'withdrawn' })
    expect(await asTest((inside) => modules.vacancies.findAny(inside, draft))).toBeUndefined()
  })
})
