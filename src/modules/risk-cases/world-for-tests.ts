/** A small world for tests of cases: an employer, a public body and a union, people who may take part, and a clock that goes by days. */
import { createHmac } from 'node:crypto'
import { actAs, createIds, createSigner, type Database } from '../../platform/index.ts'
import type { NewMail } from '../mail/index.ts'
import type { Actor, OrganisationKind, Role } from '../permissions/index.ts'
import { createRiskCases } from './create-risk-cases.ts'
import type { RiskCases } from './risk-cases.ts'

export interface CaseWorld {
  readonly db: Database
  readonly riskCases: RiskCases
  /** Coordinator of the employer Keiland, who opens cases; its owner, who is in no circle. */
  readonly kim: Actor
  readonly owner: Actor
  /** Adviser of the public body, and coordinator of a branch. */
  readonly vik: Actor
  readonly uma: Actor
  readonly mails: NewMail<'group-invitation'>[]
  /** With which vacancies as goal plans were asked. */
  readonly goals: (readonly string[] | undefined)[]
  /** A person with a profile; their plan goes this way. */
  person(name: string, way?: string): Promise<Actor>
  /** A case with kim and vik in its circle, and what its invitation opens. */
  caseOf(): Promise<{ readonly id: string; readonly code: string }>
  day(date: string): void
}

const member = (account: string, organisation: string, kind: OrganisationKind, roles: readonly Role[]): Actor => ({
  ...{ kind: 'account', account, session: `session-${account}`, administrator: false },
  memberships: [{ organisation, kind, roles }],
})
const personOf = (account: string): Actor => ({
  ...{ kind: 'account', account, session: `session-${account}`, administrator: false, memberships: [] },
})

/** The shipped ones, but smaller steps of time. */
const rules: Readonly<Record<string, number>> = {
  'case-picture-least': 10,
  'case-picture-people': 20,
  'case-picture-spread': 10,
  'case-picture-days': 7,
  'case-longest-days': 365,
  'case-most-invitations': 100,
  'case-kept-days': 28,
}

const organisations = [
  ['keiland', 'Keiland ICT (demo)', 'employer', 'domain'],
  ['werkcentrum', 'Werkcentrum (demo)', 'public', 'register'],
  ['union', 'Vakbond (demo)', 'branch', 'register'],
  ['unchecked', 'Nieuw (demo)', 'employer', 'unverified'],
] as const
const members = [
  ['kim', 'keiland', '{coordinator}'],
  ['owner', 'keiland', '{owner}'],
  ['vik', 'werkcentrum', '{adviser}'],
  ['uma', 'union', '{coordinator}'],
] as const

export async function caseWorld(db: Database): Promise<CaseWorld> {
  let now = Date.parse('2026-11-30T09:00:00Z')
  const clock = { now: () => now }
  const ids = createIds(clock)
  const mails: NewMail<'group-invitation'>[] = []
  const goals: (readonly string[] | undefined)[] = []
  const ways = new Map<string, string>()
  const task = <T>(work: Parameters<typeof actAs<T>>[2]) => actAs(db, { task: 'test' }, work)
  const account = (inside: Database, id: string) =>
    inside.query(
      'insert into account (id, email, email_folded, name, created_at, seen_on) values ($1, $2, $2, $3, now(), current_date)',
      [id, `${id}@example.nl`, `Name of ${id}`],
    )
  await task(async (inside) => {
    for (const [id, name, kind, verification] of organisations) {
      await inside.query(
        'insert into organisation (id, name, kind, verification, created_at, opened_at) values ($1, $2, $3, $4, now(), now())',
        [id, name, kind, verification],
      )
    }
    for (const [id, organisation, roles] of members) {
      await account(inside, id)
      await inside.query('insert into member values ($1, $2, $3::text[], now())', [organisation, id, roles])
    }
  })
  const found = (id: string) => {
    const one = organisations.find(([known]) => known === id)
    return (
      one && ({ id, name: one[1], kind: one[2], verification: one[3], demo: false, closed: false, isAwaited: false } as never)
    )
  }
  const riskCases = createRiskCases({
    ...{ db, clock, ids },
    rules: { find: async (id) => ({ value: rules[id] }) as never },
    organisations: { find: async (id) => found(id), findMany: async (all) => all.flatMap((id) => found(id) ?? []) },
    mail: { write: async (_inside, message) => void mails.push(message as never) },
    planning: {
      plans: async ({ profile, goal }) => {
        goals.push(goal?.vacancies)
        const kind = ways.get(profile.municipality ?? '')
        const steps = [{ kind: 'training', training: { programme: 'netwerken' } }]
        return { groups: kind ? [{ best: { kind, steps: kind === 'direct' ? [] : steps } }] : [] } as never
      },
    },
    vacancies: {
      publishedOf: async (all) =>
        all.filter((id) => id.startsWith('v')).map((id) => ({ id, title: `Title of ${id}`, employer: 'E' }) as never),
      ofIds: async () => [],
    },
    trainings: {
      ofIds: async ({ offerings, programmes = [] }) =>
        ({
          offerings: offerings
            .filter((id) => id.startsWith('o'))
            .map((id) => ({ id, programme: 'netwerken', facts: { starts: [] } })),
          programmes: [...programmes, 'netwerken'].map((id) => ({ id, provider: 'School (demo)', title: { nl: id, en: id } })),
        }) as never,
    },
    profileOf: async (_inside, id) => ({ occupations: [], answers: {}, municipality: id }),
    regionOf: () => 'AM01',
    regionName: (region) => `Region ${region}`,
    groups: { of: async () => '0811', name: async (group) => `Group ${group}` },
    signer: createSigner(['secret']),
    hash: (text) => createHmac('sha256', 'secret').update(text).digest('base64url'),
  })
  const kim = member('kim', 'keiland', 'employer', ['coordinator'])
  return {
    ...{ db, riskCases, kim, mails, goals },
    owner: member('owner', 'keiland', 'employer', ['owner']),
    vik: member('vik', 'werkcentrum', 'public', ['adviser']),
    uma: member('uma', 'union', 'branch', ['coordinator']),
    async person(name, way = 'trainThenHire') {
      ways.set(name, way)
      await task(async (inside) => {
        await account(inside, name)
        await inside.query(`insert into kept_profile (account, profile, updated_at) values ($1, '{}', now())`, [name])
      })
      return personOf(name)
    },
    async caseOf() {
      const id = await riskCases.open(kim, { organisation: 'keiland', title: 'Groep najaar', endsOn: '2027-03-31' })
      await riskCases.seat(kim, id, 'vik@example.nl')
      await riskCases.invite(kim, id, { addresses: 'first@example.nl', language: 'nl', openAt: '/nl/groepen' })
      return { id, code: mails.at(-1)?.data.path.split('code=')[1] ?? '' }
    },
    day(date) {
      now = Date.parse(`${date}T09:00:00Z`)
    },
  }
}
