/**
 * A world with somebody of every sort, on the real server without a port: of each kind of organisation one with a member of every role, one in
 * which only a colleague of theirs is a member, and one that has nothing to do with them.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { buildSite } from '../../scripts/build-site.mjs'
import { createServer } from '../../src/http/index.ts'
import { createModules, type Modules } from '../../src/modules/index.ts'
import {
  type OrganisationKind,
  organisationKinds,
  type Role,
  roles,
  type Scope,
  scopes,
} from '../../src/modules/permissions/index.ts'
import {
  type ActingDatabase,
  actAs,
  type Clock,
  createIds,
  createSigner,
  type Database,
  type Log,
} from '../../src/platform/index.ts'
import { createSite } from '../../src/web/site.ts'
import { type FreshDatabase, silentLog } from '../databases.ts'
import { plantBadgeOf, plantBadges } from './badge-world.ts'
import { plantChoiceOf } from './choice-world.ts'
import { plantCohortOf } from './cohort-world.ts'
import { plantHeld, plantRecord } from './credential-world.ts'
import { plantCredits, plantFreeUnit } from './credit-world.ts'
import { plantEnrolment } from './enrolment-world.ts'
import { type EndpointFound, watchEndpoints } from './find-endpoints.ts'
import { insertRow } from './insert-row.ts'
import { plantPlacementOf } from './placement-world.ts'
import { rollingBack } from './rolling-back.ts'
import { plantDeskProgramme } from './teaching-world.ts'
import { plantForeignKit, plantKitOf } from './what-works-world.ts'

const root = join(import.meta.dirname, '../..')
/** A Wednesday; the demo world counts from it. */
const now = Date.UTC(2026, 10, 25, 12)
const later = '2026-12-20T12:00:00Z'
const earlier = '2026-11-20T12:00:00Z'

/** The person to whom introductions of `own` organisations are, and whom advisers of `own-public` help. */
export const person = 'person'
export const otherPerson = 'other-person'
export const adviser = 'adviser-public'
export const administrator = 'administrator'
/** Of a branch that asked organisations to be members: both waiting and agreed ties. */
export const [askingBranch, agreedBranch, freeOrganisation] = ['asking-branch', 'agreed-branch', 'free-organisation']

export const relations = ['own', 'colleague', 'other'] as const
export type Relation = (typeof relations)[number]

/** An organisation and one thing of every sort that belongs to it. */
export interface Org {
  readonly id: string
  readonly kind: OrganisationKind
  readonly code: string
  readonly invitation: string
  readonly invited: string
  readonly key: string
  readonly onboarding: string
  readonly vacancy: string
  readonly introduction: string
  /** A member who can be taken out. */
  readonly member: string
}

export const orgOf = (relation: Relation | 'missing', kind: OrganisationKind): Org => {
  const id = `${relation}-${kind}`
  return {
    id,
    kind,
    code: `code-of-${id}`,
    invitation: `invitation-${id}`,
    invited: relation === 'own' ? person : `invited-${id}`,
    key: `key-${id}`,
    onboarding: `onboarding-${id}`,
    vacancy: `vacancy-${id}`,
    introduction: `introduction-${id}`,
    member: `member-${id}`,
  }
}

/** Whom advisers help, by the number that they see. */
export const advised: Readonly<
  Record<Relation | 'missing', { readonly handle: string; readonly account?: string; readonly organisation?: string }>
> = {
  own: { handle: '4711', account: person, organisation: 'own-public' },
  colleague: { handle: '4712', account: otherPerson, organisation: 'colleague-public' },
  other: { handle: '4713', account: otherPerson, organisation: 'other-public' },
  missing: { handle: '4714' },
}
export const keptPlanOf = (account: string): string => `plan-of-${account}`

/** A confidential case of an employer: who leads it, who else is in its circle, whose seat is taken out, and who takes part. */
export const groupWorld = {
  case: 'case-of-own-employer',
  organisation: 'own-employer',
  /** Who leads it, and who else is in its circle: the owner of the employer is not. */
  seats: { lead: 'coordinator-employer', member: 'adviser-employer' },
  /** The seat that is taken out. */
  spare: { id: 'seat-spare', account: 'analyst-employer' },
  // As `person` in world.ts, which imports this.
  takes: 'person',
} as const

export const [report, followUp] = ['report', 'follow-up']

export const sessionOf = (account: string): string => `token-of-${account}`
export const sessionIdOf = (account: string): string => `session-of-${account}`
const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

interface Membership {
  readonly organisation: string
  readonly account: string
  readonly roles: readonly Role[]
}

const memberships: readonly Membership[] = organisationKinds.flatMap((kind) => [
  ...roles.map((role) => ({ organisation: `own-${kind}`, account: `${role}-${kind}`, roles: [role] })),
  { organisation: `own-${kind}`, account: `second-owner-${kind}`, roles: ['owner' as const] },
  { organisation: `own-${kind}`, account: `colleague-${kind}`, roles: ['practiceSupervisor' as const] },
  { organisation: `colleague-${kind}`, account: `colleague-${kind}`, roles: ['owner' as const] },
  { organisation: `colleague-${kind}`, account: `second-owner-${kind}`, roles: ['owner' as const] },
  { organisation: `other-${kind}`, account: `other-owner-${kind}`, roles: ['owner' as const] },
  { organisation: `other-${kind}`, account: `other-second-${kind}`, roles: ['owner' as const] },
  ...relations.map((relation) => {
    const { id, member } = orgOf(relation, kind)
    return { organisation: id, account: member, roles: ['analyst' as const] }
  }),
])

const allOrgs = organisationKinds.flatMap((kind) => relations.map((relation) => orgOf(relation, kind)))
export const accounts: readonly string[] = [
  ...new Set([
    ...memberships.map(({ account }) => account),
    ...allOrgs.map(({ invited }) => invited),
    ...[person, otherPerson, administrator],
  ]),
]

export interface World {
  readonly app: FastifyInstance
  readonly modules: Modules
  readonly db: Database
  readonly endpoints: readonly EndpointFound[]
  /** Keys of `own-employer` with one scope each. */
  readonly keys: Readonly<Record<Scope, string>>
  /** Tokens of links in mail. */
  readonly tokens: { readonly unsubscribe: string; readonly followUp: string; readonly group: string }
  /** Runs a request of which the effect stays. */
  keeping<T>(work: () => Promise<T>): Promise<T>
  /** What the program logged as an error since it was last taken. */
  takeErrors(): string[]
  close(): Promise<void>
}

export async function permissionWorld(database: FreshDatabase): Promise<World> {
  await buildSite()
  const db = await database.open()
  const errors: string[] = []
  const log = { ...silentLog, error: (message: string, facts?: unknown) => errors.push(`${message} ${JSON.stringify(facts)}`) }
  const rolling = rollingBack(db)
  const modules = await plantedModules(db, rolling.db, log)
  const keys = await makeKeys(modules)
  const signer = createSigner(secrets)
  const tokens = {
    unsubscribe: signer.sign('unsubscribe:news:nobody'),
    followUp: signer.sign(`follow-up:${followUp}`),
    group: signer.sign(`group:${groupWorld.case}`),
  }
  const found = watchEndpoints()
  const site = await createSite({ modules, clock, log })
  const limits = { api: 1_000_000, computing: 1_000_000 }
  const app = await createServer({ modules, clock, log, version: 'test', site, limits })
  await app.ready()
  rolling.start()
  return {
    app,
    modules,
    db,
    endpoints: found.stop(),
    keys,
    tokens,
    async keeping(work) {
      rolling.stop()
      try {
        return await work()
      } finally {
        rolling.start()
      }
    },
    takeErrors: () => errors.splice(0),
    async close() {
      await app.close()
      await db.close()
    },
  }
}

const planFacts = {
  ...{ kind: 'direct', title: 'Beheerder', vacancy: 'gone', employer: 'Werkgever', demo: false, certain: true },
  ...{ readyOn: '2026-12-01', ownCostEuro: 0, studyHoursPerWeek: 0, trainings: [] },
}

const secrets = ['a secret of this test, long enough to be one']
const clock: Clock = { now: () => now }

/** The modules, with the world in their record. @param used the database that the modules use; what is planted is written through `db` */
export async function plantedModules(db: Database, used: Database, log: Log = silentLog): Promise<Modules> {
  const modules = await createModules({ db: used, clock, ids: createIds(clock), log, secrets })
  await modules.skills.loadStarter(join(root, 'data/vocabulary'))
  await modules.rules.load()
  await modules.initiatives.load()
  await modules.demo.reset({ size: { vacancies: 60, programmes: 12, offerings: 30, people: 40 } })
  await actAs(db, { task: 'test' }, plant)
  await plantVacancies(modules, db)
  await plantNeeds(modules)
  return modules
}

async function plant(inside: ActingDatabase): Promise<void> {
  const insert = (table: string, row: Record<string, unknown>): Promise<unknown> => insertRow(inside, table, row)
  for (const id of accounts) {
    const email = `${id}@voorbeeld.example`
    await insert('account', {
      ...{ id, email, email_folded: email, name: `Name of ${id}`, language: 'nl', demo: false },
      ...{ administrator: id === administrator, created_at: earlier, seen_on: '2026-11-25' },
    })
    await insert('session', {
      ...{ id: sessionIdOf(id), token_hash: hashOf(sessionOf(id)), account: id, browser: 'test' },
      ...{ created_at: earlier, used_at: '2026-11-25T10:00:00Z', expires_at: later },
    })
    await insert('kept_plan', {
      ...{ id: keptPlanOf(id), account: id, plan: 'd~gone', facts: planFacts, profile_hash: 'none' },
      ...{ kept_at: earlier, checked_at: earlier, told: true },
    })
    await insert('kept_profile', { account: id, profile: { occupations: [], answers: {} }, updated_at: earlier })
    await plantHeld(id, insert)
  }
  let number = 30_000_000
  const organisation = (id: string, kind: OrganisationKind): Promise<unknown> =>
    insert('organisation', {
      ...{ id, kind, name: `Organisation ${id}`, demo: false, register_number: String(number++), verification: 'domain' },
      ...{ domain: `${id}.example`, created_at: earlier, opened_at: earlier, verified_at: earlier },
    })
  for (const id of [askingBranch, agreedBranch]) await organisation(id, 'branch')
  await organisation(freeOrganisation, 'employer')
  await plantFreeUnit(insert)
  await plantForeignKit(freeOrganisation, insert)
  for (const org of allOrgs) {
    await organisation(org.id, org.kind)
    await plantOf(org, insert)
    await plantPlacementOf(org, org.id.startsWith('own-') ? person : otherPerson, insert)
    await plantBadges(org.id, org.id.startsWith('own-') ? person : otherPerson, insert)
    await plantDeskProgramme(org, insert)
    await plantEnrolment(org, org.id.startsWith('own-') ? person : otherPerson, insert)
    await plantKitOf(org, insert)
    await plantCohortOf(org, org.id.startsWith('own-') ? person : otherPerson, insert)
    await plantCredits(org, org.id.startsWith('own-') ? person : otherPerson, insert, inside)
  }
  for (const id of accounts) await plantBadgeOf(id, 'own-educator', insert)
  for (const one of memberships) await insert('member', { ...one, since: earlier })
  for (const org of allOrgs) await plantChoiceOf(org, insert)
  for (const id of accounts) await plantRecord(id, insert)
  await insert('introduction_report', {
    ...{ id: report, introduction: orgOf('own', 'employer').introduction, by_side: 'person', about: 'other', at: earlier },
  })
  await insert('follow_up', {
    ...{ id: followUp, introduction: 'gone', person, organisation: 'own-employer', month: 1, due_on: '2026-11-20' },
    ...{ asked_at: earlier },
  })
  await plantGroup(insert)
  for (const { handle, account, organisation } of Object.values(advised)) {
    if (!account || !organisation) continue
    await insert('consent', {
      ...{ id: `consent-${handle}`, account, purpose: 'adviser', organisation },
      ...{ text_version: '2026-11-01', language: 'nl', given_at: earlier },
    })
    await insert('advising', { account, organisation, handle, since: earlier })
  }
}

async function plantGroup(insert: (table: string, row: Record<string, unknown>) => Promise<unknown>): Promise<void> {
  const { case: id, organisation, seats, spare, takes } = groupWorld
  await insert('risk_case', { id, organisation, title: 'Groep', opened_at: earlier, asked: 0, ends_on: '2027-01-31' })
  await insert('risk_case_hidden', { case_id: id, counts_from: 20 })
  for (const [name, account] of [...Object.entries(seats), ['spare', spare.account] as const]) {
    await insert('risk_case_seat', {
      ...{ id: `seat-${name}`, case_id: id, account, organisation, is_lead: name === 'lead', since: earlier },
    })
  }
  await insert('risk_participation', { case_id: id, account: takes, since: '2026-11-20', counted: false })
}

async function plantOf(org: Org, insert: (table: string, row: Record<string, unknown>) => Promise<unknown>): Promise<void> {
  const { id, code, invited } = org
  const email = `${invited}@voorbeeld.example`
  await insert('invitation', {
    ...{ id: org.invitation, token_hash: hashOf(code), organisation: id, email, email_folded: email },
    ...{ roles: ['recruiter'], created_at: earlier, expires_at: later },
  })
  await insert('domain_check', {
    ...{ token_hash: hashOf(code), organisation: id, domain: `${id}.example`, created_at: earlier, expires_at: later },
  })
  await insert('api_key', {
    ...{ id: org.key, organisation: id, name: 'key', secret_hash: 'none', scopes: ['vacancies:read'] },
    ...{ created_at: earlier, expires_at: later },
  })
  await insert('onboarding', {
    ...{ id: org.onboarding, organisation: id, created_at: earlier, expires_at: later, language: 'nl' },
    ...{ lines: [], refused: [], outcomes: [], ended_at: earlier },
  })
  await insert('organisation_tie', { parent: askingBranch, child: id, proposed_at: earlier })
  await insert('organisation_tie', { parent: agreedBranch, child: id, proposed_at: earlier, agreed_at: earlier })
  await insert('introduction', {
    ...{ id: org.introduction, person: id.startsWith('own-') ? person : otherPerson, organisation: id, vacancy: org.vacancy },
    ...{ vacancy_title: `Vacancy of ${id}`, demo: false, proposed_by: 'person', state: 'proposed', handle: '4127' },
    ...{ shown: { skills: [] }, waits_for: 'organisation', asked_on: '2026-11-24', due_on: '2026-12-04' },
    ...{ created_at: earlier, changed_at: earlier },
  })
}

/** A copy of a demo vacancy for each organisation, on its desk. */
async function plantVacancies({ vacancies }: Modules, db: Database): Promise<void> {
  const [first] = await db.query<{ id: string }>(`select min(id) as id from vacancy where demo and state = 'published'`)
  const copied = await vacancies.findAny(db, first?.id ?? '')
  if (!copied) throw new Error('the demo world has no vacancy')
  await actAs(db, { task: 'test' }, async (inside) => {
    await vacancies.insertMany(
      allOrgs.map(({ id, vacancy }) => ({ ...copied, id: vacancy, organisation: id, demo: false })),
      inside,
    )
    for (const { id, vacancy } of allOrgs) {
      await insertRow(inside, 'desk_vacancy', { ...{ vacancy, organisation: id, reasons: {}, by_hand: [] }, ...deskDefaults })
    }
  })
}

const deskDefaults = { against: 0, version: 1, changed_at: earlier }

async function makeKeys({ organisations, accounts: signedIn }: Modules): Promise<World['keys']> {
  const owner = await signedIn.actorOf(sessionOf('owner-employer'))
  const made = await Promise.all(
    scopes.map(async (scope) => {
      const { key } = await organisations.createKey(owner, 'own-employer', { name: scope, scopes: [scope], days: 30 })
      return [scope, key] as const
    }),
  )
  return Object.fromEntries(made) as World['keys']
}

/** Everybody chose a need and released it, so that there is something to take back. */
async function plantNeeds({ needs, accounts: signedIn }: Modules): Promise<void> {
  const { preset } = await needs.releaseDays()
  for (const account of accounts) {
    const actor = await signedIn.actorOf(sessionOf(account))
    await needs.set(actor, [need])
    await needs.release(actor, { organisation: freeOrganisation, until: preset, ids: [need] })
  }
}

export const need = 'quiet-place'
