/**
 * What the permission table says must come of a request. Computed from the table alone: `permit.ts`, which the program uses, is not asked, so that a
 * fault in it shows.
 */
import { type Action, type Actor, permissions } from '../../src/modules/permissions/index.ts'

export type Outcome =
  | 'allowed'
  | 'signIn'
  | 'forbidden'
  | 'notFound'
  /** Forbidden or not found: neither tells anything, since it is the same for every object. */
  | 'refused'

/** What a request is about, as the world of the test knows it. */
export interface Facts {
  readonly exists: boolean
  /** The object is there, and a part of it that is asked for is not: it is of another one, or nowhere. */
  readonly isPartMissing?: boolean
  readonly person?: string | undefined
  readonly organisation?: string | undefined
  readonly isAdvised?: boolean | undefined
  readonly circle?: 'lead' | 'member' | undefined
}

export function expectedOf(actor: Actor, action: Action | 'public', facts: Facts): Outcome {
  const grants: readonly string[] = action === 'public' ? ['everybody'] : permissions[action]
  const isForAll = grants.includes('everybody')
  if (actor.kind === 'visitor' && !isForAll) return 'signIn'
  const isAdministrator = actor.kind === 'account' && actor.administrator
  if (!facts.exists) return isAdministrator && !grants.includes('administrator') ? 'refused' : 'notFound'
  const isAllowed = isForAll || grants.some((grant) => isGranted(grant, actor, facts))
  if (facts.isPartMissing) return isAllowed ? 'notFound' : 'refused'
  if (isAllowed) return 'allowed'
  // Whoever keeps the site may know what there is; mostly the second barrier shows it nothing all the same.
  if (isAdministrator) return 'refused'
  return isStranger(actor, facts) ? 'notFound' : 'forbidden'
}

function isGranted(grant: string, actor: Actor, facts: Facts): boolean {
  if (actor.kind === 'key') {
    return facts.organisation === actor.organisation && actor.scopes.map((scope) => `key:${scope}`).includes(grant)
  }
  if (actor.kind !== 'account') return false
  if (grant === 'self') return facts.person !== undefined && facts.person === actor.account
  if (grant === 'administrator') return actor.administrator
  if (grant === 'adviser-of') return facts.isAdvised === true
  if (grant === 'circle') return facts.circle !== undefined
  if (grant === 'circle-lead') return facts.circle === 'lead'
  return actor.memberships.some(({ organisation, kind, roles }) => {
    if (organisation !== facts.organisation) return false
    const held = roles.includes('owner')
      ? [...roles, 'recruiter', 'practiceSupervisor', 'studyCoach', 'assessor', 'coordinator', 'analyst', 'adviser']
      : roles
    return held.some((role) => grant === role || grant === `${role}@${kind}`)
  })
}

/** Whoever has nothing to do with an object does not learn that it exists. */
function isStranger(actor: Actor, { person, organisation, isAdvised, circle }: Facts): boolean {
  if (actor.kind === 'visitor') return true
  if (actor.kind === 'key') return organisation !== actor.organisation
  if (isAdvised === true || circle !== undefined) return false
  if (person !== undefined && person === actor.account) return false
  return !actor.memberships.some((one) => one.organisation === organisation)
}
