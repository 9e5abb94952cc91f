/** A small world for tests of cohorts: a school, three employers, a region, people with profiles, and a clock that goes by days. */
import { actAs, createIds, type Database, type DateText } from '../../platform/index.ts'
import type { NewMail } from '../mail/index.ts'
import type { Actor, OrganisationKind, Role } from '../permissions/index.ts'
import { createSeniorHours, type SeniorHours } from '../senior-hours/index.ts'
import { type Cohorts, createCohorts } from './create-cohorts.ts'
import { joinText } from './join-text.ts'
import type { ProposedPlacement } from './parts.ts'
import type { Joining } from './take-part.ts'

export interface CohortWorld {
  readonly db: Database
  readonly cohorts: Cohorts
  readonly seniorHours: SeniorHours
  /** Study coach and recruiter-like members: of the school, of another school, of the employers. */
  readonly coach: Actor
  readonly otherCoach: Actor
  readonly keiland: Actor
  readonly veenrand: Actor
  readonly daan: Actor
  readonly people: Readonly<Record<'ada' | 'bob' | 'cas', Actor>>
  /** 'cohort-invited to kim'. */
  readonly mails: string[]
  readonly recorded: { readonly what: string; readonly about: readonly string[]; readonly payload: unknown }[]
  readonly placements: ProposedPlacement[]
  /** What engines were asked: the answers of the person whom a match is looked for. */
  readonly asked: Readonly<Record<string, unknown>>[]
  /** Who may make placements: by default everybody. */
  mayPlace: (actor: Actor) => boolean
  day(date: DateText): void
  joining(change?: Partial<Joining>): Joining
  /** A cohort with ada and bob in it and a place of each employer; everybody met. */
  filled(): Promise<{
    readonly id: string
    readonly places: readonly [string, string]
    readonly persons: readonly [string, string]
  }>
}

const member = (account: string, organisation: string, kind: OrganisationKind, roles: readonly Role[]): Actor => ({
  ...{ kind: 'account', account, session: `session-${account}`, administrator: false },
  memberships: [{ organisation, kind, roles }],
})
const personOf = (account: string): Actor => ({
  ...{ kind: 'account', account, session: `session-${account}`, administrator: false, memberships: [] },
})

const organisations = [
  ['school', 'Leerhuis (demo)', 'educator'],
  ['otherSchool', 'Ander leerhuis (demo)', 'educator'],
  ['keiland', 'Keiland ICT (demo)', 'employer'],
  ['veenrand', 'Veenrand (demo)', 'employer'],
  ['nearby', 'Dichtbij (demo)', 'employer'],
  ['table', 'Regiotafel (demo)', 'region'],
] as const
const members = [
  ['lot', 'school', '{studyCoach}'],
  ['els', 'otherSchool', '{owner}'],
  ['kim', 'keiland', '{recruiter}'],
  ['vik', 'veenrand', '{owner}'],
  ['daan', 'table', '{coordinator}'],
] as const
const municipalities: Readonly<Record<string, { readonly at: readonly [number, number]; readonly region: string }>> = {
  Utrecht: { at: [52.09, 5.12], region: 'AM15' },
  Amersfoort: { at: [52.16, 5.39], region: 'AM13' },
  Groningen: { at: [53.22, 6.57], region: 'AM01' },
}
const rules: Readonly<Record<string, number>> = { 'cohort-kept-days': 28, 'cohort-lapse-days': 28 }

export async function cohortWorld(db: Database): Promise<CohortWorld> {
  let now = Date.parse('2026-11-30T09:00:00Z')
  const clock = { now: () => now }
  const ids = createIds(clock)
  const mails: string[] = []
  const recorded: { what: string; about: readonly string[]; payload: unknown }[] = []
  const placements: ProposedPlacement[] = []
  const asked: Readonly<Record<string, unknown>>[] = []
  const found = (id: string) => {
    const one = organisations.find(([known]) => known === id)
    return (
      one && ({ id, name: one[1], kind: one[2], verification: 'domain', demo: false, closed: false, isAwaited: false } as never)
    )
  }
  await actAs(db, { task: 'test' }, async (inside) => {
    for (const [id, name, kind] of organisations) {
      await inside.query('insert into organisation (id, name, kind, created_at, opened_at) values ($1, $2, $3, now(), now())', [
        id,
        name,
        kind,
      ])
    }
    for (const id of ['lot', 'els', 'kim', 'vik', 'daan', 'ada', 'bob', 'cas']) {
      await inside.query(
        'insert into account (id, email, email_folded, name, created_at, seen_on) values ($1, $2, $2, $3, now(), current_date)',
        [id, `${id}@example.nl`, `Name of ${id}`],
      )
    }
    for (const [id, organisation, roles] of members)
      await inside.query('insert into member values ($1, $2, $3::text[], now())', [organisation, id, roles])
  })
  const programme = {
    ...{ id: 'beheer', title: { nl: 'Beheer', en: 'Administration' }, provider: 'Leerhuis (demo)', organisation: 'school' },
    facts: {
      form: 'dual',
      outcomes: [{ skill: 'linux', level: 2 }],
      prerequisites: [{ skill: 'helpdesk', level: 1 }],
      weeks: 40,
    },
  } as never
  const offering = { id: 'beheer-1', programme: 'beheer', facts: { rolling: false, starts: [{ date: '2027-02-15' }] } } as never
  const world: { mayPlace: (actor: Actor) => boolean } = { mayPlace: () => true }
  const place = (name: string) => {
    const known = municipalities[name]
    return known && ({ ...known, name } as never)
  }
  const seniorHours = createSeniorHours({ db, clock, ids, organisations: { find: async (id) => found(id) } })
  const cohorts = createCohorts({
    seniorHours,
    ...{ db, clock, ids, log: { info() {}, warn() {}, error() {} } },
    rules: { find: async (id) => ({ value: rules[id] }) as never },
    trainings: {
      findProgramme: async (id) => (id === 'beheer' ? programme : undefined),
      findOffering: async (id) => (id === 'beheer-1' ? offering : undefined),
      offeringsOf: async () => [offering],
      ofOrganisation: async (_inside, organisation) => (organisation === 'school' ? [programme] : []),
    },
    organisations: {
      find: async (id) => found(id),
      findMany: async (all) => all.flatMap((id) => found(id) ?? []),
      list: async () => ({ items: [] }),
    },
    regions: {
      findPlace: () => place('Utrecht'),
      findMunicipality: (name) => place(name),
      municipalityAt: () => place('Utrecht') as never,
      find: (code) => ({ code, name: `Region ${code}` }) as never,
    },
    engines: {
      resident: async () =>
        ({
          ...{ thisWeek: 2970, today: '2026-11-30', settings: { kmPerHour: { walk: 5, bike: 15, transit: 30, car: 60 } } },
          catalogue: { label: (id: string) => `Label of ${id}` },
        }) as never,
      ask: async (question) => {
        asked.push((question as { person: { answers: Readonly<Record<string, unknown>> } }).person.answers)
        return { finding: { fitNow: 2, eligible: 2, matches: [{ vacancy: 'v-near' }, { vacancy: 'v-known' }] } } as never
      },
    },
    vacancies: {
      ofIds: async (all) => all.map((id) => ({ id, organisation: id === 'v-near' ? 'nearby' : 'keiland' }) as never),
    },
    profileOf: async () => ({ occupations: [], answers: { linux: 1, helpdesk: 'yes', poetry: 3 }, hours: [28, 32] }),
    nextPlan: async () => ({ plan: 'plan-1', title: 'Systeembeheerder' }),
    mail: { write: async (_inside, message) => void mails.push(textOf(message as NewMail)) },
    record: async (_inside, { what, about, payload }) => void recorded.push({ what, about, payload }),
    versions: async () => ({ engine: 'e', taxonomy: 't', transfer: 'm' }),
    proposePlacement: async (actor, one) => {
      if (!world.mayPlace(actor)) throw new (await import('../../platform/index.ts')).Forbidden('no')
      placements.push(one)
      return { id: `placement-${placements.length}` }
    },
    putDemoAccounts: async () => {},
    putDemoProfile: async () => {},
    educatorsOf: async () => ['school'],
  })
  const [coach, keiland, veenrand] = [
    member('lot', 'school', 'educator', ['studyCoach']),
    member('kim', 'keiland', 'employer', ['recruiter']),
    member('vik', 'veenrand', 'employer', ['owner']),
  ]
  const people = { ada: personOf('ada'), bob: personOf('bob'), cas: personOf('cas') }
  const joining = (change: Partial<Joining> = {}): Joining => ({
    ...{ textVersion: joinText.version, language: 'nl', hoursFrom: 28, hoursTo: 32, place: 'Utrecht' },
    ...{ mostMinutes: 60, travelMode: 'transit', dutch: 4, ...change },
  })
  const filled: CohortWorld['filled'] = async () => {
    const id = await cohorts.begin(coach, {
      ...{ organisation: 'school', offering: 'beheer-1', startsOn: '2027-02-15', settleBy: '2027-01-18', least: 1, most: 3 },
    })
    for (const person of [people.ada, people.bob]) await cohorts.join(person, id, joining())
    await cohorts.invite(coach, id, ['keiland', 'veenrand'])
    for (const [actor, organisation] of [
      [keiland, 'keiland'],
      [veenrand, 'veenrand'],
    ] as const) {
      await cohorts.offer(
        actor,
        { id, organisation },
        { seats: 1, hoursFrom: 32, hoursTo: 36, place: 'Amersfoort', tasks: 'Beheer' },
      )
    }
    const { people: shown, places } = await cohorts.look(coach, id, 'nl')
    const person = (name: string) => shown.find((one) => one.name === name)?.id ?? ''
    const placeOf = (organisation: string) => places.find((one) => one.organisation === organisation)?.id ?? ''
    const persons = [person('Name of ada'), person('Name of bob')] as const
    for (const one of persons)
      for (const organisation of ['keiland', 'veenrand']) await cohorts.noteMeeting(coach, id, one, organisation)
    return { id, persons, places: [placeOf('keiland'), placeOf('veenrand')] }
  }
  return {
    ...{ db, cohorts, seniorHours, coach, keiland, veenrand, people, mails, recorded, placements, asked, joining, filled },
    otherCoach: member('els', 'otherSchool', 'educator', ['owner']),
    daan: member('daan', 'table', 'region', ['coordinator']),
    get mayPlace() {
      return world.mayPlace
    },
    set mayPlace(may) {
      world.mayPlace = may
    },
    day(date) {
      now = Date.parse(`${date}T09:00:00Z`)
    },
  }
}

const textOf = ({ template, to }: NewMail): string => `${template} to ${'account' in to ? to.account : to.email}`
