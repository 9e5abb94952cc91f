import { Forbidden, NotFound, SignInNeeded } from '../../platform/index.ts'
import type { Actor, Membership, OrganisationKind } from './actor.ts'
import { type Action, type Grant, permissions } from './table.ts'

/** What an action is about, as far as permission asks. */
export interface PermissionObject {
  /** What it is called when it is not found: 'introduction', 'organisation'. */
  readonly kind: string
  readonly id: string
  /** The account of the person whom it is about. */
  readonly person?: string | undefined
  /** The organisation that it belongs to. */
  readonly organisation?: string | undefined
  /** Whether the actor is an adviser whom this person agreed to, now: `modules/advising` knows. */
  readonly isAdvised?: boolean | undefined
  /** Whether the actor is in the circle of this case: `modules/risk-cases` knows. */
  readonly circle?: 'lead' | 'member' | undefined
}

/**
 * Lets an actor do something, or says why not.
 * @throws SignInNeeded to who is not signed in; Forbidden to who has to do with the object but may not do this; NotFound to everybody else, so
 * that nobody learns what exists.
 */
export function permit(actor: Actor, action: Action, object: PermissionObject): void {
  if (isPermitted(actor, action, object)) return
  if (actor.kind === 'visitor') throw new SignInNeeded('Sign in to do this.')
  if (hasToDoWith(actor, object)) throw new Forbidden(`Your role does not allow this (${action}).`)
  throw new NotFound(object.kind, object.id)
}

/** The same as an answer: for what a page offers. */
export function isPermitted(actor: Actor, action: Action, object: PermissionObject): boolean {
  return (permissions[action] as readonly Grant[]).some((grant) => holds(grant, actor, object))
}

function holds(grant: Grant, actor: Actor, { person, organisation, isAdvised, circle }: PermissionObject): boolean {
  if (grant === 'everybody') return true
  if (actor.kind === 'visitor') return false
  if (actor.kind === 'key') {
    const scope = grant.startsWith('key:') ? grant.slice('key:'.length) : undefined
    return organisation === actor.organisation && actor.scopes.some((one) => one === scope)
  }
  // Before roles: an owner has every role, and a key's scope is none.
  if (grant.startsWith('key:')) return false
  if (grant === 'self') return person === actor.account
  if (grant === 'administrator') return actor.administrator
  if (grant === 'adviser-of') return isAdvised === true
  if (grant === 'circle') return circle !== undefined
  if (grant === 'circle-lead') return circle === 'lead'
  const [role, kind] = grant.split('@') as [string, OrganisationKind | undefined]
  return actor.memberships.some((membership) => membership.organisation === organisation && hasRole(membership, role, kind))
}

function hasRole({ roles, kind }: Membership, role: string, onlyKind: OrganisationKind | undefined): boolean {
  return (onlyKind === undefined || onlyKind === kind) && roles.some((one) => one === role || one === 'owner')
}

function hasToDoWith(
  actor: Exclude<Actor, { kind: 'visitor' }>,
  { person, organisation, isAdvised, circle }: PermissionObject,
): boolean {
  if (actor.kind === 'key') return organisation === actor.organisation
  return (
    actor.administrator ||
    person === actor.account ||
    isAdvised === true ||
    circle !== undefined ||
    actor.memberships.some((membership) => membership.organisation === organisation)
  )
}
