/** What each purpose does everywhere, and that taking it back undoes all of it at once: over the real modules, on both databases. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { type ActingDatabase, actAs, createIds, type Database } from '../../platform/index.ts'
import { createModules, type Modules } from '../index.ts'
import { createFoundPeople } from '../match-profiles/index.ts'
import { type Profile, parseProfile } from '../people/index.ts'
import type { AccountActor } from '../permissions/index.ts'
import { type Purpose, purposes } from './purposes.ts'

const dayMs = 86_400_000
/** The counts of an engine are in tens, so ten people say yes at once: then each count differs by exactly ten. */
const crowd = Array.from({ length: 10 }, (_, number) => `person-${number}`)
const ada = 'person-0'
const organisation = 'demo-organisation-employer-1'
const adviserOf = 'adviser-organisation'

const person = (account: string): AccountActor => ({
  ...{ kind: 'account', account, session: 's', administrator: false, memberships: [] },
})
const recruiter: AccountActor = {
  ...person('rick'),
  memberships: [{ organisation, kind: 'employer', roles: ['recruiter'] }],
}
const adviser: AccountActor = {
  ...person('adviser'),
  memberships: [{ organisation: adviserOf, kind: 'public', roles: ['adviser'] }],
}

describe.each(freshDatabases())('consent on $name', { timeout: 240_000 }, ({ open }) => {
  let db: Database
  let modules: Modules
  let now = Date.parse('2026-11-25T12:00:00Z')
  let vacancy = ''
  let profile: Profile
  let baseline: { readonly rows: number; readonly counted: number }

  const asTask = <T>(work: (inside: ActingDatabase) => Promise<T>): Promise<T> => actAs(db, { task: 'test' }, work)
  /** An engine looks for changes several times a second. */
  const later = (milliseconds = 1_000): void => {
    now += milliseconds
  }
  const give = async (account: string, purpose: Purpose, of?: string): Promise<void> => {
    const { version: textVersion } = modules.consents.texts.now[purpose]
    await modules.consents.give(person(account), purpose, { textVersion, language: 'nl', organisation: of })
  }

  beforeAll(async () => {
    db = await open()
    const clock = { now: () => now }
    modules = await createModules({ db, clock, ids: createIds(clock), log: silentLog })
    await modules.skills.loadStarter('data/vocabulary')
    await modules.rules.load()
    // Below a thousand people an engine counts nobody.
    await modules.demo.reset({ size: { vacancies: 60, programmes: 10, offerings: 20, people: 1100 } })
    await asTask((inside) =>
      inside.query(
        `insert into account (id, email, email_folded, created_at, seen_on)
         select id, id || '@example.nl', id || '@example.nl', now(), current_date from unnest($1::text[]) as id`,
        [[...crowd, 'rick', 'adviser']],
      ),
    )
    await asTask((inside) =>
      inside.query(`insert into organisation (id, name, kind, created_at) values ($1, 'Werkcentrum (demo)', 'public', now())`, [
        adviserOf,
      ]),
    )
    const fitting = await vacancyWithPeople()
    vacancy = fitting.vacancy
    profile = fitting.profile
    await asTask((inside) => inside.query('update vacancy set organisation = $2 where id = $1', [vacancy, organisation]))
    for (const account of crowd) await modules.accounts.saveProfile(person(account), profile)
    baseline = { rows: await modules.people.poolSize(), counted: (await countedPeople()) ?? 0 }
  }, 240_000)
  afterAll(() => db.close())

  /** A vacancy that some found people fit, and the profile of one of them. */
  async function vacancyWithPeople(): Promise<{ readonly vacancy: string; readonly profile: Profile }> {
    for (const { id } of await modules.vacancies.allPublished()) {
      const { finding } = await modules.engines.ask({ kind: 'peopleFor', vacancy: id, limits: { now: 30, near: 0 } })
      const best = finding?.now[0]
      if (!best || finding.now.length > 20) continue
      const [row] = await createFoundPeople(db).ofIds([best.person])
      return { vacancy: id, profile: parseProfile(row?.profile) }
    }
    throw new Error('no vacancy of the test world has people')
  }

  async function countedPeople(): Promise<number | undefined> {
    later()
    const { finding } = await modules.engines.ask({ kind: 'poolEffect', subject: { vacancy } })
    return finding?.counted ? finding.pool : undefined
  }

  const handleOf = (): Promise<string | undefined> => asTask((inside) => modules.matchProfiles.handleOf(inside, ada))

  async function isInEngine(): Promise<boolean> {
    later()
    const { finding } = await modules.engines.ask({ kind: 'peopleFor', vacancy, limits: { now: 1000, near: 1000 } })
    const people = new Set([...(finding?.now ?? []), ...(finding?.near ?? [])].map((one) => one.person))
    const handles = await asTask((inside) =>
      inside.query<{ handle: string }>(`select handle from match_handle where handle = any($1)`, [[...people]]),
    )
    return handles.some(({ handle }) => everHandles.has(handle))
  }

  /** Numbers by which advisers ever knew somebody. */
  const seenHandles = new Set<string>()
  /** Numbers that this person ever went by: none of them may be found later. */
  const everHandles = new Set<string>()

  async function isInList(): Promise<boolean> {
    later(60_000)
    const shown = await modules.matchProfiles.forVacancy(recruiter, vacancy, 'nl', { organisation })
    return [...shown.now, ...shown.oneTraining].some(({ handle }) => everHandles.has(handle))
  }

  async function canBeAsked(): Promise<boolean> {
    for (const handle of everHandles) {
      if ((await asTask((inside) => modules.matchProfiles.accountOf(inside, handle))) !== undefined) return true
      if (
        (await actAs(db, { organisations: [organisation] }, (inside) => modules.matchProfiles.find(inside, handle))) !== undefined
      )
        return true
    }
    return false
  }

  const rows = async (table: string, where: string): Promise<number> =>
    (await asTask((inside) => inside.query(`select 1 from ${table} where ${where}`))).length

  /** Three months later each time: the first time the question of three months is due, the second time that of six. */
  async function isMailed(): Promise<boolean> {
    later(95 * dayMs)
    const mails = (): Promise<number> => rows('mail', `template = 'follow-up' and account = '${ada}'`)
    const before = await mails()
    await modules.followUps.askDue()
    return (await mails()) > before
  }

  interface Places {
    before?(): Promise<void>
    give(): Promise<void>
    withdraw(): Promise<void>
    /** Everywhere that the yes has an effect: whether it has one now. */
    readonly effects: Readonly<Record<string, () => Promise<boolean>>>
  }

  /** Every purpose has its places: a new one does not compile without them. */
  const placesOf: Readonly<Record<Purpose, Places>> = {
    statistics: {
      give: async () => {
        for (const account of crowd) await give(account, 'statistics')
      },
      withdraw: async () => {
        for (const account of crowd) await modules.consents.withdraw(person(account), 'statistics')
      },
      effects: {
        'the link to a row of the pool': async () => (await rows('kept_profile', 'pool_id is not null')) > 0,
        'the size of the pool': async () => (await modules.people.poolSize()) !== baseline.rows,
        'the count of an engine': async () => (await countedPeople()) === baseline.counted + crowd.length,
        'the effect on a page of a vacancy': async () => {
          later()
          const { counts } = await modules.poolEffects.effect({ vacancy, language: 'nl' })
          return counts?.pool !== baseline.counted
        },
      },
    },
    found: {
      give: async () => {
        await give(ada, 'found')
        everHandles.add((await handleOf()) ?? '')
      },
      withdraw: () => modules.consents.withdraw(person(ada), 'found'),
      effects: {
        'the match profile': async () => (await handleOf()) !== undefined,
        'what matching reads': async () => (await rows('found_person', `account = '${ada}'`)) > 0,
        'the engine': isInEngine,
        'the list of people of an employer': isInList,
        'being asked by number': canBeAsked,
        'a question that an employer put': async () => {
          if ((await handleOf()) !== undefined) {
            await modules.introductions.propose(recruiter, { vacancy, handle: (await handleOf()) ?? '' })
          }
          return (await modules.introductions.list(recruiter, { organisation, vacancy, open: true })).length > 0
        },
      },
    },
    adviser: {
      give: () => give(ada, 'adviser', adviserOf),
      withdraw: () => modules.consents.withdraw(person(ada), 'adviser', adviserOf),
      effects: {
        'the people of an adviser': async () =>
          (await asTask((inside) => modules.consents.agreedTo(inside, adviserOf))).includes(ada),
        'being permitted as an adviser': () => asTask((inside) => modules.advising.isAdvised(inside, adviser, ada)),
        'the list on the page of an adviser': async () => {
          const people = await modules.advising.people(adviser)
          for (const { handle } of people) seenHandles.add(handle)
          return people.length > 0
        },
        'the page of one person': async () => {
          const opened = await Promise.allSettled(
            [...seenHandles].map((handle) => modules.advising.open(adviser, handle, { language: 'nl' })),
          )
          return opened.some(({ status }) => status === 'fulfilled')
        },
      },
    },
    followUp: {
      before: async () => {
        await asTask((inside) =>
          inside.query(
            `insert into introduction (id, person, organisation, vacancy, vacancy_title, proposed_by, state, starts_on, handle, shown, created_at, changed_at)
             values ('job', $1, $2, 'v', 'A job', 'person', 'started', $3::date, '1000', '{"skills": []}', now(), now())`,
            [ada, organisation, new Date(now).toISOString().slice(0, 10)],
          ),
        )
      },
      give: async () => {
        await asTask((inside) =>
          inside.query(`update introduction set starts_on = $1::date where id = 'job'`, [
            new Date(now).toISOString().slice(0, 10),
          ]),
        )
        await give(ada, 'followUp')
      },
      withdraw: () => modules.consents.withdraw(person(ada), 'followUp'),
      effects: {
        'what is to be asked': async () => (await rows('follow_up', `person = '${ada}'`)) > 0,
        mail: isMailed,
      },
    },
  }

  const effectsNow = async ({ effects }: Places): Promise<Record<string, boolean>> => {
    const found: Record<string, boolean> = {}
    for (const [place, has] of Object.entries(effects)) found[place] = await has()
    return found
  }
  const everywhere = ({ effects }: Places, is: boolean): Record<string, boolean> =>
    Object.fromEntries(Object.keys(effects).map((place) => [place, is]))

  test('a draft is never counted, and neither is a profile that is only kept', async () => {
    for (const _ of crowd) await modules.people.createDraft(profile)
    expect(await effectsNow(placesOf.statistics)).toEqual(everywhere(placesOf.statistics, false))
  })

  test.each(purposes)('%s has its effect everywhere, and nowhere any more at once', async (purpose) => {
    const places = placesOf[purpose]
    await places.before?.()
    expect(await effectsNow(places)).toEqual(everywhere(places, false))
    await places.give()
    expect(await effectsNow(places)).toEqual(everywhere(places, true))
    await places.withdraw()
    expect(await effectsNow(places)).toEqual(everywhere(places, false))
  })

  test('a yes from before the profile works once there is one, goes with it, and comes back with another', async () => {
    const account = 'person-9'
    const hasEffect = async (): Promise<readonly boolean[]> => [
      (await modules.people.poolSize()) > baseline.rows,
      (await asTask((inside) => modules.matchProfiles.handleOf(inside, account))) !== undefined,
    ]
    await modules.accounts.removeProfile(person(account))
    for (const purpose of ['statistics', 'found'] as const) await give(account, purpose)
    expect(await hasEffect()).toEqual([false, false])
    await modules.accounts.saveProfile(person(account), profile)
    expect(await hasEffect()).toEqual([true, true])
    await modules.accounts.removeProfile(person(account))
    expect(await hasEffect()).toEqual([false, false])
    await modules.accounts.saveProfile(person(account), profile)
    expect(await hasEffect()).toEqual([true, true])
    for (const purpose of ['statistics', 'found'] as const) await modules.consents.withdraw(person(account), purpose)
    await modules.accounts.saveProfile(person(account), profile)
    expect(await hasEffect()).toEqual([false, false])
  })
})
