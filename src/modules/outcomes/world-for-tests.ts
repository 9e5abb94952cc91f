/** A small world for tests of outcomes: an educator with a programme, and people who came through it some years ago. */
import { type ActingDatabase, actAs, createIds, type Database, nextDay, todayInAmsterdam } from '../../platform/index.ts'
import type { Enrolment } from '../enrolments/index.ts'
import type { Actor, OrganisationKind, Role } from '../permissions/index.ts'
import { createOutcomes, type Outcomes } from './create-outcomes.ts'
import type { OutcomesParts } from './parts.ts'
import { readOutcomeData } from './read-definitions.ts'

export interface OutcomesWorld {
  readonly db: Database
  readonly outcomes: Outcomes
  task<T>(work: (inside: ActingDatabase) => Promise<T>): Promise<T>
  /** Puts somebody on their way as far as a state, which they came to so many days ago. */
  enrol(person: string, state: string, daysAgo?: number): Promise<string>
  /** A job that began so many days ago, of somebody who agreed to questions afterwards. */
  job(person: string, daysAgo: number, stillThere?: boolean): Promise<void>
  readonly year: number
  readonly startsOn: string
  readonly today: string
}

/** The database has its own clock for what goes: the days are counted from today. */
const clock = { now: () => Date.now() }

export const actor = (account: string, memberships: readonly (readonly [string, OrganisationKind, Role])[] = []): Actor => ({
  ...{ kind: 'account', account, session: `session-${account}`, administrator: account === 'admin' },
  memberships: memberships.map(([organisation, kind, role]) => ({ organisation, kind, roles: [role] })),
})
export const coach = actor('kim', [['school', 'educator', 'studyCoach']])

const title = { nl: 'Beheer', en: 'Administration' }
const states = ['applied', 'admitted', 'enrolled', 'started', 'completed', 'stopped']

export async function outcomesWorld(db: Database, more: Partial<OutcomesParts> = {}): Promise<OutcomesWorld> {
  const today = todayInAmsterdam(clock.now())
  const startsOn = nextDay(today, -800)
  const task = <T>(work: (inside: ActingDatabase) => Promise<T>): Promise<T> => actAs(db, { task: 'test' }, work)
  await task(async (inside) => {
    for (const id of ['school', 'other-school'])
      await inside.query(`insert into organisation (id, name, kind, created_at) values ($1, $1, 'educator', now())`, [id])
    await inside.query(
      `insert into enrolment_start (offering, starts_on, organisation, programme) values ('off', $1::date, 'school', 'programme')`,
      [startsOn],
    )
  })
  const programme = { id: 'programme', title, provider: 'School', demo: false }
  const outcomes = createOutcomes({
    ...{ db, clock, ids: createIds(clock), toss: () => 0.99, data: await readOutcomeData() },
    rules: {
      find: async (id) =>
        ({ value: { 'outcome-coin-share': 0.25, 'outcome-women-least': 50, 'outcome-job-kept-days': 460 }[id] }) as never,
    },
    trainings: {
      findProgramme: async (id) => (id === 'programme' ? (programme as never) : undefined),
      ofOrganisation: async (_inside, organisation) => (organisation === 'school' ? [programme as never] : []),
    },
    initiatives: { list: () => [], find: () => undefined, source: () => Promise.reject(new Error('none')) as never },
    organisations: { find: async (id) => (['school', 'other-school'].includes(id) ? ({ id, demo: false } as never) : undefined) },
    enrolments: { findIn: findEnrolment },
    ...more,
  })
  return {
    ...{ db, outcomes, task, year: Number(startsOn.slice(0, 4)), startsOn, today },
    enrol: (person, state, daysAgo = 600) =>
      task((inside) => enrol(inside, { person, state, startsOn, on: nextDay(today, -daysAgo) })),
    job: (person, daysAgo, stillThere) =>
      task(async (inside) => {
        for (const [month, days] of [
          [0, 0],
          [12, 365],
        ] as const) {
          await inside.query(
            `insert into follow_up (id, introduction, person, organisation, month, due_on, asked_at, still_there)
             values ($1, $2, $3, 'other-school', $4, $5::date, now(), $6)`,
            [
              `${person}-${month}`,
              `intro-${person}`,
              person,
              month,
              // Of twelve months after the first day: as the questions are planned.
              month === 0 ? nextDay(today, -daysAgo) : aYearAfter(nextDay(today, -daysAgo), days),
              month === 12 ? (stillThere ?? null) : null,
            ],
          )
        }
      }),
  }
}

const aYearAfter = (day: string, days: number): string => nextDay(day, days)

async function enrol(
  inside: ActingDatabase,
  {
    person,
    state,
    startsOn,
    on,
  }: { readonly person: string; readonly state: string; readonly startsOn: string; readonly on: string },
): Promise<string> {
  await inside.query(
    `insert into account (id, email, email_folded, name, created_at, seen_on) values ($1, $2, $2, $1, now(), current_date) on conflict do nothing`,
    [person, `${person}@example.nl`],
  )
  const id = `enrolment-${person}`
  const hasEnded = ['completed', 'stopped', 'declined'].includes(state)
  await inside.query(
    `insert into enrolment (id, person, organisation, programme, programme_title, offering, starts_on, state, called, applied_at, changed_at, ended_at)
     values ($1, $2, 'school', 'programme', $3::jsonb, 'off', $4::date, $5, $2, now(), now(), $6::timestamptz)`,
    [id, person, JSON.stringify(title), startsOn, state, hasEnded ? `${on}T10:00:00Z` : null],
  )
  // Who completed was in every state before it; a no came at once.
  const upTo =
    state === 'stopped'
      ? ['applied', 'admitted', 'enrolled', 'started', 'stopped']
      : state === 'declined'
        ? ['applied', 'declined']
        : states.slice(0, states.indexOf(state) + 1)
  for (const [at, name] of upTo.entries()) {
    await inside.query(
      `insert into enrolment_move (enrolment, number, move, by_side, state, at) values ($1, $2, 'x', 'educator', $3, now())`,
      [id, at + 1, name],
    )
  }
  return id
}

/** What outcomes ask of an enrolment. */
async function findEnrolment(inside: ActingDatabase, id: string): Promise<Enrolment | undefined> {
  const [row] = await inside.query(
    'select id, person, organisation, programme, starts_on as "startsOn", state from enrolment where id = $1',
    [id],
  )
  return row as Enrolment | undefined
}
