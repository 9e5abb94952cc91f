/** A small world for tests of introductions: two people, two organisations, one vacancy each, and a clock that goes by days. */
import { actAs, createIds, type Database, type DateText } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import { createIntroductions, type Introductions } from './create-introductions.ts'
import type { Introduction, NextPlan } from './introduction.ts'
import type { Notice } from './notices.ts'

export interface TestWorld {
  readonly introductions: Introductions
  readonly ada: Actor
  readonly bob: Actor
  /** A recruiter of Keiland ICT (demo), which has the vacancy `admin`; one of Veenrand (demo), which has `support`. */
  readonly keiland: Actor
  readonly veenrand: Actor
  readonly administrator: Actor
  /** What was told: 'asked to organisation'. */
  readonly told: string[]
  /** Entries of the decision log: who read what of whom. */
  readonly recorded: { readonly what: string; readonly about: readonly string[]; readonly payload: unknown }[]
  day(date: DateText): void
  stateOf(vacancy: string): Promise<string | undefined>
  one(id: string): Promise<Introduction>
}

const person = (account: string, administrator = false): Actor => ({
  kind: 'account',
  account,
  session: `session-${account}`,
  administrator,
  memberships: [],
})
const member = (account: string, organisation: string): Actor => ({
  kind: 'account',
  account,
  session: `session-${account}`,
  administrator: false,
  memberships: [{ organisation, kind: 'employer', roles: ['recruiter'] }],
})

/** Terms of the test: the shipped ones would make a test read like a calendar. */
const rules: Readonly<Record<string, number>> = {
  'reply-working-days': 5,
  'reply-first-nudge-working-days': 3,
  'reply-last-nudge-working-days': 4,
  'reply-expires-working-days': 15,
  'person-answer-days': 28,
  'talk-quiet-working-days': 30,
  'reply-rate-months': 6,
  'reply-rate-least': 2,
  'open-per-vacancy': 2,
  'open-per-person': 2,
  'release-days': 30,
  'procedure-kept-days': 28,
}

export const nextPlan: NextPlan = {
  plan: 'plan-1',
  title: 'Systeembeheerder',
  employer: 'Veenrand (demo)',
  readyOn: '2027-04-09',
}

export async function testWorld(db: Database): Promise<TestWorld> {
  let now = Date.parse('2026-11-30T09:00:00Z')
  const clock = { now: () => now }
  const told: string[] = []
  const recorded: { what: string; about: readonly string[]; payload: unknown }[] = []
  const states = new Map<string, string>([
    ['admin', 'published'],
    ['support', 'published'],
  ])
  await actAs(db, { task: 'test' }, async (inside) => {
    for (const id of ['ada', 'bob', 'kim', 'vik', 'root']) {
      await inside.query(
        `insert into account (id, email, email_folded, name, created_at, seen_on) values ($1, $2, $2, $3, now(), current_date)`,
        [id, `${id}@example.nl`, `Name of ${id}`],
      )
    }
    for (const [id, name] of [
      ['keiland', 'Keiland ICT (demo)'],
      ['veenrand', 'Veenrand (demo)'],
    ]) {
      await inside.query(`insert into organisation (id, name, kind, created_at) values ($1, $2, 'employer', now())`, [id, name])
    }
  })
  const introductions = createIntroductions({
    db,
    clock,
    ids: createIds(clock),
    log: { info() {}, warn() {}, error: (message, facts) => told.push(`${message} ${JSON.stringify(facts)}`) },
    rules: {
      find: async (id: string) => {
        const value = id === 'public-holidays' ? ['2026-12-25'] : rules[id]
        return value === undefined ? undefined : ({ id, value } as never)
      },
      list: async () => [
        ...Object.entries(rules).map(([id, value]) => ({ id, value }) as never),
        { id: 'public-holidays', value: ['2026-12-25'] } as never,
      ],
    },
    vacancies: {
      findAny: async (_inside, id) =>
        states.has(id)
          ? ({
              id,
              title: `Title of ${id}`,
              state: states.get(id),
              demo: false,
              organisation: id === 'admin' ? 'keiland' : 'veenrand',
            } as never)
          : undefined,
      changeState: async (_inside, id, from, to) => {
        const isIn = from.some((one) => one === states.get(id))
        if (isIn) states.set(id, to)
        return isIn
      },
    },
    organisations: { find: async () => undefined },
    matchProfiles: {
      handleOf: async (_inside, account) => (account === 'ada' ? '4127' : undefined),
      accountOf: async (_inside, handle) => (handle === '4127' ? 'ada' : undefined),
      find: async () => ({ handle: '4127', demo: false, shown: { skills: [] } }),
    },
    profileOf: async () => ({ occupations: [], answers: {} }),
    withoutName: () => ({ skills: [] }),
    nextPlan: async () => nextPlan,
    tell: async (_inside, notice: Notice, to) => {
      told.push(`${notice} to ${to}`)
    },
    needs: { releasedTo: async () => [], endIntroduction: async () => {} },
    followUps: {
      plan: async (_inside, { state }) => {
        told.push(`follow-ups of ${state}`)
      },
      stop: async () => {
        told.push('no follow-ups')
      },
    },
    record: async (_inside, { what, about, payload }) => {
      recorded.push({ what, about, payload })
    },
    versions: async () => ({ engine: 'e', taxonomy: 't', transfer: 'm' }),
  })
  return {
    introductions,
    ada: person('ada'),
    bob: person('bob'),
    keiland: member('kim', 'keiland'),
    veenrand: member('vik', 'veenrand'),
    administrator: person('root', true),
    told,
    recorded,
    day(date) {
      now = Date.parse(`${date}T09:00:00Z`)
    },
    stateOf: async (vacancy) => states.get(vacancy),
    async one(id) {
      const [row] = await actAs(db, { task: 'test' }, (inside) => inside.query('select * from introduction where id = $1', [id]))
      if (!row) throw new Error(`no introduction ${id}`)
      return row as unknown as Introduction
    },
  }
}
