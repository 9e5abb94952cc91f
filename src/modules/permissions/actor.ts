import type { ActingAs } from '../../platform/index.ts'

export const organisationKinds = ['employer', 'educator', 'school', 'region', 'branch', 'public'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** What a member may be; several at once. `owner` may do all that the others may, and changes who is a member. */
export const roles = [
  'owner',
  'recruiter',
  'practiceSupervisor',
  'studyCoach',
  'assessor',
  'coordinator',
  'analyst',
  'adviser',
] as const
export type Role = (typeof roles)[number]

/** What a key of an organisation may be used for. */
export const scopes = [
  'vacancies:read',
  'vacancies:write',
  'people:read',
  'introductions:read',
  'introductions:write',
  'programmes:read',
  'programmes:write',
  'credentials:write',
  'enrolments:read',
  'enrolments:write',
  'cohorts:read',
  'cohorts:write',
  'placements:read',
  'credits:read',
] as const
export type Scope = (typeof scopes)[number]

export interface Membership {
  readonly organisation: string
  readonly kind: OrganisationKind
  readonly roles: readonly Role[]
}

export interface AccountActor {
  readonly kind: 'account'
  readonly account: string
  /** The session that asks: an id, not its token. */
  readonly session: string
  readonly administrator: boolean
  readonly memberships: readonly Membership[]
}

export interface KeyActor {
  readonly kind: 'key'
  readonly key: string
  readonly organisation: string
  readonly organisationKind: OrganisationKind
  readonly scopes: readonly Scope[]
}

/** Who asks: somebody who is not signed in, a person, or a program with a key of an organisation. */
export type Actor = { readonly kind: 'visitor' } | AccountActor | KeyActor

export const visitor: Actor = { kind: 'visitor' }

/** What the database may show to an actor: the second barrier, behind `permit`. */
export function actingAs(actor: Actor): ActingAs {
  switch (actor.kind) {
    case 'visitor':
      return { organisations: [] }
    case 'account':
      return { account: actor.account, organisations: actor.memberships.map(({ organisation }) => organisation) }
    case 'key':
      return { organisations: [actor.organisation] }
  }
}
