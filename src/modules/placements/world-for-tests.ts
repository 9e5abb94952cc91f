/** A small world for tests of placements: two who learn, a school, two employers, a region, and a clock that goes by days. */
import { actAs, createIds, type Database, type DateText } from '../../platform/index.ts'
import { createOrganisations } from '../organisations/index.ts'
import type { AccountActor, Actor, OrganisationKind, Role } from '../permissions/index.ts'
import { createRules } from '../rules/index.ts'
import { createSeniorHours, type SeniorHours } from '../senior-hours/index.ts'
import { createPlacements, type Placements } from './create-placements.ts'
import { readQualifications } from './crebo.ts'
import type { Proposal } from './propose.ts'
import { readTemplates } from './templates.ts'

export interface TestWorld {
  readonly placements: Placements
  readonly seniorHours: SeniorHours
  /** Who learn. */
  readonly ada: AccountActor
  readonly bob: AccountActor
  /** Study coach of the school; its assessor. */
  readonly coach: AccountActor
  readonly assessor: AccountActor
  /** Recruiter of the employer; its practice supervisor; a recruiter of another employer. */
  readonly recruiter: AccountActor
  readonly supervisor: AccountActor
  readonly stranger: AccountActor
  /** Coordinator of the region that guides. */
  readonly region: AccountActor
  /** What was told: 'to-sign to ada'. */
  readonly told: string[]
  day(date: DateText): void
  /** Drafts one for Ada. */
  draft(changed?: Partial<Proposal>): Promise<string>
  /** Drafts one and has it signed by all. */
  active(changed?: Partial<Proposal>): Promise<string>
  /** Signs what waits, as each of these. */
  signAs(id: string, ...who: readonly Actor[]): Promise<void>
  rows<T extends Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<T[]>
}

const members: readonly (readonly [account: string, organisation: string, kind: OrganisationKind, roles: readonly Role[]])[] = [
  ['coach', 'school', 'educator', ['studyCoach']],
  ['assessor', 'school', 'educator', ['assessor']],
  ['recruiter', 'keiland', 'employer', ['recruiter']],
  ['supervisor', 'keiland', 'employer', ['practiceSupervisor']],
  ['other', 'keiland', 'employer', ['practiceSupervisor']],
  ['stranger', 'veenrand', 'employer', ['recruiter', 'practiceSupervisor']],
  ['region', 'region', 'region', ['coordinator']],
]
const organisations: readonly (readonly [id: string, kind: OrganisationKind])[] = [
  ['school', 'educator'],
  ['keiland', 'employer'],
  ['veenrand', 'employer'],
  ['region', 'region'],
]

/** A Monday. */
export const firstDay = '2027-02-01'

export async function testWorld(db: Database, isEnrolled?: () => Promise<boolean>): Promise<TestWorld> {
  let now = Date.parse('2026-11-30T09:00:00Z')
  const clock = { now: () => now }
  const told: string[] = []
  const ids = createIds(clock)
  const task = <T>(work: Parameters<typeof actAs<T>>[2]) => actAs(db, { task: 'test' }, work)
  const log = {
    info() {},
    warn() {},
    error: (message: string, facts?: object) => told.push(`${message} ${JSON.stringify(facts)}`),
  }
  await task(async (inside) => {
    for (const id of ['ada', 'bob', ...members.map(([account]) => account)]) {
      await inside.query(
        `insert into account (id, email, email_folded, name, created_at, seen_on) values ($1, $2, $2, $3, now(), current_date)`,
        [id, `${id}@example.nl`, `Name of ${id}`],
      )
    }
    for (const [id, kind] of organisations) {
      await inside.query(`insert into organisation (id, name, kind, created_at, opened_at) values ($1, $2, $3, now(), now())`, [
        ...[id, `The ${id} (demo)`, kind],
      ])
    }
    for (const [account, organisation, , roles] of members) {
      await inside.query('insert into member values ($1, $2, $3, now())', [organisation, account, roles])
    }
  })
  const rules = createRules({ db })
  await rules.load()
  const organisationsOf = createOrganisations({ db, clock, ids, regions: { list: () => [] } as never, writeMail: async () => {} })
  const seniorHours = createSeniorHours({ db, clock, ids, organisations: organisationsOf })
  const placements = createPlacements({
    ...{ db, clock, ids, log, rules, templates: await readTemplates(), qualifications: await readQualifications() },
    organisations: organisationsOf,
    trainings: {
      findProgramme: async (id) =>
        id === 'linux' ? ({ title: { nl: 'Linuxbeheer', en: 'Linux administration' }, facts: {} } as never) : undefined,
      offeringsOf: async () => [
        {
          id: 'linux-1',
          programme: 'linux',
          facts: { rolling: true, starts: [{ date: firstDay }], online: false, funding: [] },
        } as never,
      ],
      ofOrganisation: async (_inside, organisation) =>
        organisation === 'school' ? [{ id: 'linux', title: { nl: 'Linuxbeheer', en: 'Linux administration' } } as never] : [],
    },
    mail: {
      write: async (_inside, { template, to }) => {
        told.push(`${template.replace('placement-', '')} to ${'account' in to ? to.account : to.email}`)
      },
    },
    ...(isEnrolled ? { isEnrolled } : {}),
    seniorHours,
    enrolmentOf: async (_program, id) => {
      const of = { person: 'ada', programme: 'linux', offering: 'linux-1' }
      return { 'of-ada': { ...of, organisation: 'school' }, elsewhere: { ...of, organisation: 'otherSchool' } }[id]
    },
  })
  const person = (account: string): AccountActor => ({
    ...{ kind: 'account', account, session: `session-${account}`, administrator: false },
    memberships: members
      .filter(([one]) => one === account)
      .map(([, organisation, kind, roles]) => ({ organisation, kind, roles })),
  })
  const who = Object.fromEntries(
    ['ada', 'bob', ...members.map(([account]) => account)].map((one) => [one, person(one)]),
  ) as Record<string, AccountActor>
  const { coach, recruiter, region, ada } = who as unknown as TestWorld
  const draft: TestWorld['draft'] = async (changed = {}) => {
    const { id } = await placements.propose(coach, {
      ...{ person: 'ada', school: 'school', employer: 'keiland', supporter: 'region', programme: 'linux', crebo: '27016' },
      ...{ supervisor: 'supervisor', coach: 'coach', from: firstDay, until: '2028-01-30', hoursPerWeek: 38, wageCents: 1300 },
      ...changed,
    })
    return id
  }
  const signAs: TestWorld['signAs'] = async (id, ...signers) => {
    for (const one of signers) {
      const open = (await placements.get(one, id)).agreements.at(-1)
      await placements.sign(one, id, { agreement: open?.id ?? '', hash: open?.hash ?? '' })
    }
  }
  return {
    ...(who as unknown as Pick<
      TestWorld,
      'ada' | 'bob' | 'coach' | 'assessor' | 'recruiter' | 'supervisor' | 'stranger' | 'region'
    >),
    ...{ placements, seniorHours, told, draft, signAs },
    day(date) {
      now = Date.parse(`${date}T09:00:00Z`)
    },
    async active(changed) {
      const id = await draft(changed)
      await placements.offer(coach, id)
      await signAs(id, ada, coach, recruiter, region)
      return id
    },
    rows: (sql, values = []) => task((inside) => inside.query(sql, values)),
  }
}
