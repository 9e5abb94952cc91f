import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { actAs, Busy, createIds, type Database, Forbidden, NotFound, SignInNeeded } from '../../platform/index.ts'
import type { DecisionEntry } from '../decision-log/index.ts'
import type { Engines } from '../engines/index.ts'
import { createModules, type Modules } from '../index.ts'
import { type Profile, parseProfile } from '../people/index.ts'
import type { Actor } from '../permissions/index.ts'
import { listsPerMinute } from './ask-counter.ts'
import { createFoundPeople, createMatchProfiles, type MatchProfiles, type PeopleShown } from './index.ts'
import { peopleShownSchema } from './view-schema.ts'

const noon = Date.parse('2026-11-25T12:00:00Z')
const organisation = 'org-1'
const recruiter: Actor = {
  ...{ kind: 'account', account: 'rick', session: 's', administrator: false },
  memberships: [{ organisation, kind: 'employer', roles: ['recruiter'] }],
}
const stranger: Actor = {
  ...recruiter,
  account: 'eve',
  memberships: [{ organisation: 'org-2', kind: 'employer', roles: ['owner'] }],
}

/** Everything that somebody may tell, also what is never passed on. */
const secretive = (over: Partial<Profile> = {}): Profile =>
  parseProfile({
    situation: 'jobEnds',
    jobEndsOn: '2027-03-01',
    occupations: ['schakel:occupation/administrative-employee'],
    answers: { 'schakel:skill/customer-focus': 'yes', 'schakel:skill/user-support': 3 },
    notMeant: ['schakel:skill/sql'],
    hours: [26, 34],
    municipality: 'Utrecht',
    postcode4: '3511',
    maxMinutes: 47,
    wageFloorMonthEuro: 3123,
    wageNowMonthEuro: 3017,
    benefitMonths: 7,
    needsPermitSponsor: true,
    experienceYears: 31,
    funding: { 'uwv-scholing': 'can' },
    incomeWhileTrainingMonthEuro: 1411,
    languages: { nl: 3, ti: 6 },
    diplomas: [{ level: 4, field: '0413' }],
    availableFrom: '2027-02-09',
    study: { hoursPerWeek: 12, lowestMonthEuro: 1999 },
    goal: { regions: ['AM01'] },
    preference: 'cheapest',
    ...over,
  })

describe.each(freshDatabases())('found people on $name', { timeout: 120_000 }, ({ open }) => {
  let db: Database
  let modules: Modules
  let now = noon
  let owner: string | undefined = organisation
  const written: DecisionEntry[] = []
  const parts = () => ({
    ...{ db, clock: { now: () => now }, ids: createIds({ now: () => now }), log: silentLog },
  })
  const profilesWith = (engines: Engines): MatchProfiles =>
    createMatchProfiles({
      ...parts(),
      ...{ engines, skills: modules.skills, vacancies: modules.vacancies, regions: modules.regions, isDemo: async () => true },
      organisationOf: async () => owner,
      mayList: async () => {},
      record: async (_inside, entry) => void written.push(entry),
      secret: 'secret',
    })
  let profiles: MatchProfiles
  /** A vacancy with people in both lists. */
  let vacancy = ''
  let shown: PeopleShown

  beforeAll(async () => {
    db = await open()
    modules = await createModules(parts())
    await modules.skills.loadStarter('data/vocabulary')
    await modules.rules.load()
    await modules.demo.reset({ size: { vacancies: 120, programmes: 30, offerings: 90, people: 500 } })
    profiles = profilesWith(modules.engines)
    await asTest((inside) =>
      inside.query(
        `insert into account (id, email, email_folded, created_at, seen_on)
         select id, id || '@example.nl', id || '@example.nl', now(), current_date from unnest(array['ada', 'bob', 'rick', 'eve']) as id`,
      ),
    )
    for (const { id } of await modules.vacancies.allPublished()) {
      shown = await listOf(id)
      now += 1_000
      vacancy = id
      if (shown.now.length > 2 && shown.oneTraining.length > 0) break
    }
  })
  afterAll(() => db.close())

  const asTest = <T>(work: Parameters<typeof actAs<T>>[2]) => actAs(db, { task: 'test' }, work)
  const asPerson = <T>(account: string, work: Parameters<typeof actAs<T>>[2]) => actAs(db, { account, organisations: [] }, work)
  const asOrganisation = <T>(work: Parameters<typeof actAs<T>>[2]) => actAs(db, { organisations: [organisation] }, work)
  const listOf = (id: string, actor: Actor = recruiter) => profiles.forVacancy(actor, id, 'nl')
  const count = async (who: Parameters<typeof actAs>[1], table: string): Promise<number> => {
    const rows = await actAs(db, who, (inside) => inside.query<{ count: number }>(`select count(*)::int as count from ${table}`))
    return rows[0]?.count ?? 0
  }

  test('a person gets a number by chance, and of what they told only what matching uses is kept', async () => {
    await asPerson('ada', (inside) => profiles.publish(inside, 'ada', secretive()))
    const handle = await asPerson('ada', (inside) => profiles.handleOf(inside, 'ada'))
    expect(handle).toMatch(/^[1-9]\d{3,5}$/)
    const [kept] = await createFoundPeople(db).ofIds([handle as string])
    expect(kept?.profile).not.toHaveProperty('situation')
    const text = JSON.stringify(kept)
    for (const secret of ['jobEnds', '2027-03-01', '3017', '1411', '1999', 'uwv', 'cheapest', 'AM01', 'notMeant', 'benefit']) {
      expect(text).not.toContain(secret)
    }
    expect(await asTest((inside) => profiles.accountOf(inside, handle as string))).toBe('ada')
    // Again is the same number; back after leaving is another one, and the old one is nobody's.
    await asPerson('ada', (inside) => profiles.publish(inside, 'ada', secretive()))
    expect(await asPerson('ada', (inside) => profiles.handleOf(inside, 'ada'))).toBe(handle)
    await asPerson('ada', (inside) => profiles.withdraw(inside, 'ada'))
    await asPerson('ada', (inside) => profiles.publish(inside, 'ada', secretive()))
    expect(await asPerson('ada', (inside) => profiles.handleOf(inside, 'ada'))).not.toBe(handle)
    expect(await asTest((inside) => profiles.accountOf(inside, handle as string))).toBeUndefined()
  })

  test('the database itself shows an organisation what is shown and never whose it is, and a person their own only', async () => {
    const all = await count({ task: 'test' }, 'match_profile')
    // 400 of the pool, two of the demo who have an account, and Ada.
    expect(all).toBe(403)
    expect(await count({ organisations: [organisation] }, 'match_profile')).toBe(all)
    expect(await count({ organisations: [organisation] }, 'found_person')).toBe(0)
    expect(await count({ organisations: [organisation] }, 'match_handle')).toBe(0)
    expect(await count({ account: 'ada', organisations: [] }, 'match_profile')).toBe(1)
    expect(await count({ account: 'ada', organisations: [] }, 'found_person')).toBe(1)
    expect(await count({ account: 'bob', organisations: [] }, 'match_profile')).toBe(0)
    expect(await count({ account: 'bob', organisations: [] }, 'found_person')).toBe(0)
    for (const table of ['match_profile', 'found_person', 'match_handle'])
      expect(await count({ organisations: [] }, table)).toBe(0)
    // Nobody but a task writes, not even one's own.
    await expect(
      asPerson('bob', (inside) =>
        inside.query(`insert into found_person (id, account, profile, updated_at) values ('123456', 'bob', '{}', now())`),
      ),
    ).rejects.toThrow(/row-level security/)
    const changed = await asOrganisation((inside) => inside.query(`update match_profile set cell = 'x' returning 1`))
    expect(changed).toEqual([])
    const own = await asPerson('ada', (inside) => inside.query(`delete from found_person returning 1`))
    expect(own).toEqual([])
  })

  test('a list is in the shape that it says, of people with numbers only, and none of what may not be shown is in it', () => {
    expect(peopleShownSchema.parse(shown)).toEqual(shown)
    expect([shown.now.length > 2, shown.oneTraining.length > 0]).toEqual([true, true])
    for (const { training } of shown.oneTraining) expect(training?.readyOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    for (const list of [shown.now, shown.oneTraining]) expect(list.length).toBeLessThanOrEqual(50)
  })

  test('lists hold no field but those that were decided on', () => {
    // Whoever adds a field comes by here: the decision names what is never shown, and why (docs/decisions/0016).
    const fields = new Set<string>()
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) for (const one of value) walk(one)
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return
      for (const [field, inner] of Object.entries(value)) {
        fields.add(field)
        walk(inner)
      }
    }
    expect(Object.keys(peopleShownSchema.shape.now.unwrap().element.shape).sort()).toEqual(
      [
        ...['available', 'certain', 'counts', 'days', 'demo', 'diploma', 'handle', 'hours', 'languages', 'occupation', 'place'],
        ...['proven', 'skills', 'toAsk', 'training', 'travelAtMostMinutes', 'workField'],
      ].sort(),
    )
    walk(shown)
    // What the schema says besides, of fields that nobody in this list happens to have.
    walk(
      Object.fromEntries(
        JSON.stringify(z.toJSONSchema(peopleShownSchema))
          .match(/"\w+":/g)
          ?.map((key) => [key.slice(1, -2), 0]) ?? [],
      ),
    )
    const never =
      /name|mail|phone|birth|age$|sex|gender|wage|salary|income|benefit|funding|situation|permit|sponsor|experience|postcode|account|note/i
    // A word of JSON Schema, of no person.
    fields.delete('propertyNames')
    expect([...fields].filter((field) => never.test(field))).toEqual([])
  })

  test('who fits for certain comes first, then most skills; equal ones stand by lot, the same all day', async () => {
    const again = await listOf(vacancy)
    expect(again.now).toEqual(shown.now)
    const states = shown.now.map(({ certain }) => certain)
    expect(states).toEqual([...states].sort((a, b) => Number(b) - Number(a)))
    const orders = await Promise.all(
      ['one', 'two', 'three'].map(async (secret) => {
        const other = createMatchProfiles({
          ...parts(),
          ...{ engines: modules.engines, skills: modules.skills },
          ...{ vacancies: modules.vacancies, regions: modules.regions, isDemo: async () => true },
          ...{ organisationOf: async () => owner, mayList: async () => {}, record: async () => undefined, secret },
        })
        return (await other.forVacancy(recruiter, vacancy, 'nl')).now.map(({ handle }) => handle)
      }),
    )
    for (const order of orders) expect([...order].sort()).toEqual(shown.now.map(({ handle }) => handle).sort())
  })

  test('only who may see people of this vacancy does, and each list is written down', async () => {
    await expect(listOf(vacancy, { kind: 'visitor' })).rejects.toThrow(SignInNeeded)
    await expect(listOf(vacancy, stranger)).rejects.toThrow(NotFound)
    const analyst: Actor = { ...recruiter, memberships: [{ organisation, kind: 'employer', roles: ['analyst'] }] }
    await expect(listOf(vacancy, analyst)).rejects.toThrow(Forbidden)
    await expect(listOf('none')).rejects.toThrow(NotFound)
    await expect(profiles.forVacancy(recruiter, vacancy, 'nl', { organisation: 'org-2' })).rejects.toThrow(NotFound)
    owner = undefined
    await expect(listOf(vacancy)).rejects.toThrow(NotFound)
    owner = organisation
    const key: Actor = { kind: 'key', key: 'k', organisation, organisationKind: 'employer', scopes: ['people:read'] }
    written.length = 0
    const list = await listOf(vacancy, key)
    expect(written).toMatchObject([
      {
        ...{ what: 'people-shown', by: { organisation, key: 'k' }, why: { vacancy } },
        versions: { taxonomy: list.basis.taxonomy, transfer: list.basis.transferModel },
        payload: { vacancy, now: list.now.length, oneTraining: list.oneTraining.length },
      },
    ])
    // What could point to one person stands with that person, and goes with them.
    expect(JSON.stringify(written[0]?.payload)).not.toContain(list.now[0]?.handle)
  })

  test('asking very often is refused', async () => {
    now += 60_000
    const nobody = profilesWith({ ...modules.engines, ask: async () => ({ finding: undefined }) as never })
    for (let time = 0; time < listsPerMinute; time++)
      await expect(nobody.forVacancy(recruiter, vacancy, 'nl')).rejects.toThrow(NotFound)
    await expect(nobody.forVacancy(recruiter, vacancy, 'nl')).rejects.toThrow(Busy)
    now += 60_000
    await expect(nobody.forVacancy(recruiter, vacancy, 'nl')).rejects.toThrow(NotFound)
  })

  test('who takes it back is in no list from then on, whatever an engine still holds', async () => {
    const first = shown.now[0]?.handle as string
    const [row] = await createFoundPeople(db).ofIds([first])
    await asPerson('bob', (inside) => profiles.publish(inside, 'bob', row?.profile as Profile))
    const handle = (await asPerson('bob', (inside) => profiles.handleOf(inside, 'bob'))) as string
    const handles = ({ now: fits }: PeopleShown) => fits.map((one) => one.handle)
    now += 1_000
    expect(handles(await listOf(vacancy))).toContain(handle)
    // An engine of before, as a thread that is behind has it.
    const behind = await modules.engines.ask({ kind: 'peopleFor', vacancy, limits: { now: 400, near: 400 } })
    const entry = written.at(-1)
    expect(entry?.about).toContain('bob')
    expect(entry?.shown).toHaveProperty(['bob', 'handle'], handle)
    const people = await modules.engines.ask({
      ...{ kind: 'peopleShown', vacancy, near: [], most: 1 },
      now: [
        { id: handle, occupations: [], answers: {} },
        { id: first, occupations: [], answers: {} },
      ],
    } as never)
    await asPerson('bob', (inside) => profiles.withdraw(inside, 'bob'))
    const stale = profilesWith({
      ...modules.engines,
      ask: async (question) => (question.kind === 'peopleFor' ? behind : people) as never,
    })
    expect(handles(await stale.forVacancy(recruiter, vacancy, 'nl'))).not.toContain(handle)
    expect(await asTest((inside) => profiles.find(inside, handle))).toBeUndefined()
    now += 1_000
    expect(handles(await listOf(vacancy))).not.toContain(handle)
    const after = await modules.engines.ask({ kind: 'peopleFor', vacancy, limits: { now: 400, near: 400 } })
    expect(JSON.stringify(behind.finding)).toContain(`"${handle}"`)
    expect(JSON.stringify(after.finding)).not.toContain(`"${handle}"`)
    for (const table of ['found_person', 'match_profile']) {
      const rows = await asTest((inside) => inside.query(`select * from ${table}`))
      expect(JSON.stringify(rows)).not.toContain(`"${handle}"`)
    }
  })

  test('the outbox names who is found, changed and gone, in the transaction of the change', async () => {
    const told = async (since: number) => {
      const changes = await modules.outbox.changesSince('found', since)
      return changes.everything ? 'everything' : { put: changes.put, removed: changes.removed }
    }
    const revision = async () => (await modules.outbox.changesSince('found', 0)).revision
    const before = await revision()
    await asPerson('bob', (inside) => profiles.publish(inside, 'bob', secretive()))
    const handle = (await asPerson('bob', (inside) => profiles.handleOf(inside, 'bob'))) as string
    expect(await told(before)).toEqual({ put: [handle], removed: [] })
    const joined = await revision()
    // The same again, and what is only shown otherwise, is no news to an engine.
    await asPerson('bob', (inside) => profiles.publish(inside, 'bob', secretive()))
    await profiles.coarsen()
    expect(await told(joined)).toEqual({ put: [], removed: [] })
    await asPerson('bob', (inside) => profiles.publish(inside, 'bob', secretive({ hours: [16, 20] })))
    expect(await told(joined)).toEqual({ put: [handle], removed: [] })
    const changed = await revision()
    await asPerson('bob', (inside) => profiles.withdraw(inside, 'bob'))
    expect(await told(changed)).toEqual({ put: [], removed: [handle] })
    const [row] = await db.query<{ found: number }>(`select count(*)::int as found from pool_person where id = $1`, [handle])
    expect(row?.found).toBe(0)
  })

  test('found people are not counted in the pool, and the pool is not found', async () => {
    now += 1_000
    const found = new Set(
      (await asTest((inside) => inside.query<{ id: string }>('select id from found_person'))).map(({ id }) => id),
    )
    expect((await modules.people.listPool()).filter(({ id }) => found.has(id))).toEqual([])
    const { finding } = await modules.engines.ask({ kind: 'peopleFor', vacancy, limits: { now: 1000, near: 1000 } })
    for (const { person } of [...(finding?.now ?? []), ...(finding?.near ?? [])]) expect(found.has(person)).toBe(true)
  })

  test('with an account its found profile goes, and with the demo world its people', async () => {
    await asTest((inside) => inside.query(`delete from account where id = 'ada'`))
    expect(await asTest((inside) => inside.query(`select id from found_person where account = 'ada'`))).toEqual([])
    expect(await count({ task: 'test' }, 'match_profile')).toBe(402)
    await modules.demo.clear()
    expect(await count({ task: 'test' }, 'match_profile')).toBe(0)
    expect(await count({ task: 'test' }, 'found_person')).toBe(0)
  })
})
