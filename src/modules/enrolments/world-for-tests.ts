/** A small world for tests of enrolments: an educator with a programme and a start, people, and a clock that goes by days. */
import { type ActingDatabase, actAs, createIds, type Database, type DateText } from '../../platform/index.ts'
import type { Actor, OrganisationKind, Role } from '../permissions/index.ts'
import { createEnrolments, type Enrolments } from './create-enrolments.ts'
import type { Enrolment, EnrolmentStart, NextPlan } from './enrolment.ts'
import { findEnrolment } from './enrolment-store.ts'
import type { Notice } from './parts.ts'
import { findStart } from './start-store.ts'

export const theStart = { offering: 'offering', startsOn: '2027-02-01' } as const

export interface TestWorld {
  readonly enrolments: Enrolments
  /** A study coach of the educator, and one of another. */
  readonly coach: Actor
  readonly stranger: Actor
  person(name: string): Actor
  /** What was told: 'place to ada'. */
  readonly told: string[]
  /** Entries of the decision log: of whom what was seen. */
  readonly recorded: { readonly about: readonly string[]; readonly kinds: readonly string[] | undefined }[]
  /** For which programme a next plan was asked. */
  readonly planned: string[]
  day(date: DateText): void
  one(id: string): Promise<Enrolment>
  start(): Promise<EnrolmentStart>
  task<T>(work: (inside: ActingDatabase) => Promise<T>): Promise<T>
  /** Applies and comes through all steps, without a decision. */
  through(name: string): Promise<string>
}

export const people = ['ada', 'bob', 'cem', 'dia', 'eva', 'fay', 'gus', 'hal'] as const

const account = (id: string, memberships: readonly (readonly [string, OrganisationKind, Role])[] = []): Actor => ({
  kind: 'account',
  account: id,
  session: `session-${id}`,
  administrator: false,
  memberships: memberships.map(([organisation, kind, role]) => ({ organisation, kind, roles: [role] })),
})

export const nextPlan: NextPlan = {
  plan: 'plan-1',
  title: 'Systeembeheerder',
  employer: 'Veenrand (demo)',
  readyOn: '2027-04-09',
}

/** Terms of the test: the shipped ones would make a test read like a calendar. */
const rules: Readonly<Record<string, number>> = {
  'enrolment-hold-days': 5,
  'enrolment-late-days': 14,
  'enrolment-soon-days': 7,
  'enrolment-open-per-person': 2,
  'enrolment-kept-days': 28,
  'enrolment-done-kept-days': 365,
}

/** @param places of the start; without a number where left out @param steps of the admission */
export async function testWorld(
  db: Database,
  { places, steps = 1 }: { readonly places?: number; readonly steps?: number } = {},
): Promise<TestWorld> {
  let now = Date.parse('2026-11-30T09:00:00Z')
  const clock = { now: () => now }
  const told: string[] = []
  const recorded: { about: readonly string[]; kinds: readonly string[] | undefined }[] = []
  const planned: string[] = []
  await actAs(db, { task: 'test' }, (inside) => plant(inside, places))
  const enrolments = createEnrolments({
    db,
    clock,
    ids: createIds(clock),
    log: { info() {}, warn() {}, error: (message, facts) => told.push(`${message} ${JSON.stringify(facts)}`) },
    rules: { list: async () => Object.entries(rules).map(([id, value]) => ({ id, value }) as never) },
    organisations: { find: async () => ({ name: 'Leerhuis (demo)' }) as never },
    profileOf: async () => ({ occupations: [], answers: { linux: 'yes', networks: 'no' } }),
    nextPlan: async (_profile, programme) => {
      planned.push(programme)
      return nextPlan
    },
    tell: async (_inside, notice: Notice, { person }) => {
      told.push(`${notice} to ${['new', 'withdrawn'].includes(notice) ? 'educator' : person}`)
    },
    record: async (_inside, { about, kinds }) => {
      recorded.push({ about, kinds })
    },
    versions: async () => ({ engine: 'e', taxonomy: 't', transfer: 'm' }),
  })
  const coach = account('kim', [['school', 'educator', 'studyCoach']])
  const task = <T>(work: (inside: ActingDatabase) => Promise<T>): Promise<T> => actAs(db, { task: 'test' }, work)
  if (steps > 0) {
    const given = Array.from({ length: steps }, (_, at) => ({ kind: 'interview', nl: `Gesprek ${at + 1}` }))
    await enrolments.setAdmission(coach, { organisation: 'school', programme: 'programme' }, given)
  }
  return {
    enrolments,
    coach,
    stranger: account('vik', [['other-school', 'educator', 'owner']]),
    person: (name) => account(name),
    told,
    recorded,
    planned,
    day(date) {
      now = Date.parse(`${date}T09:00:00Z`)
    },
    async one(id) {
      return (await task((inside) => findEnrolment(inside, id))) ?? Promise.reject(new Error(`no enrolment ${id}`))
    },
    async start() {
      const found = await findStart(db, theStart.offering, theStart.startsOn)
      return found ?? Promise.reject(new Error('no start'))
    },
    task,
    async through(name) {
      // A moment for each, so that who came first is known.
      now += 1000
      const id = await enrolments.apply(account(name), { ...theStart, called: name })
      for (let number = 1; number <= steps; number++) await enrolments.settleStep(coach, id, number, { outcome: 'passed' })
      return id
    },
  }
}

async function plant(inside: ActingDatabase, places: number | undefined): Promise<void> {
  for (const id of [...people, 'kim', 'vik']) {
    await inside.query(
      `insert into account (id, email, email_folded, name, created_at, seen_on) values ($1, $2, $2, $3, now(), current_date)`,
      [id, `${id}@example.nl`, `Name of ${id}`],
    )
  }
  for (const id of ['school', 'other-school']) {
    await inside.query(`insert into organisation (id, name, kind, created_at) values ($1, $2, 'educator', now())`, [id, id])
  }
  const facts = {
    form: 'course',
    outcomes: [],
    prerequisites: ['linux', 'networks', 'cloud'].map((skill) => ({ skill, level: 2 })),
  }
  await inside.query(
    `insert into programme (id, demo, title, provider, description, facts, source, organisation)
     values ('programme', false, '{"nl": "Beheer", "en": "Administration"}', 'Leerhuis', '{"nl": "Tekst", "en": "Text"}', $1::jsonb, 'test', 'school')`,
    [JSON.stringify(facts)],
  )
  const start = { date: theStart.startsOn, enrolFrom: '2026-11-15', enrolUntil: '2027-01-20' }
  for (const [id, starts] of [
    ['offering', [{ ...start, ...(places === undefined ? {} : { seats: places }) }]],
    ['offering-2', [start]],
    ['offering-3', [start]],
  ] as const) {
    await inside.query(`insert into offering (id, programme, demo, facts) values ($1, 'programme', false, $2::jsonb)`, [
      id,
      JSON.stringify({ online: true, funding: [], rolling: false, starts }),
    ])
  }
}
