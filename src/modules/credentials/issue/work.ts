import { randomBytes } from 'node:crypto'
import { type ActingDatabase, actAs, asTask, type Clock, type Database, type Ids, NotFound } from '../../../platform/index.ts'
import type { Mail } from '../../mail/index.ts'
import type { Organisations } from '../../organisations/index.ts'
import { type Action, type Actor, actingAs, type OrganisationKind, permit } from '../../permissions/index.ts'
import type { Language } from '../../skills/index.ts'
import type { BadgeKind } from './achievement.ts'
import type { Badge, Issuer } from './badge.ts'
import type { IssuerKeys } from './issuer-keys.ts'
import { BadgeRefused } from './refused.ts'
import type { SiteAddress } from './site-address.ts'

/** What an award of credits says. */
export interface AwardedUnit {
  /** Account of who earned it. */
  readonly person: string
  /** The organisation that gave it. */
  readonly school: string
  readonly unit: string
  readonly title: Readonly<Record<Language, string>>
  /** Study credits; left out where the school counts in another scale. */
  readonly credits?: number
  /** So many activities at work it rests on. */
  readonly activities: number
}

/** A programme that somebody completed, as its educator said. */
export interface CompletedProgramme {
  readonly person: string
  readonly school: string
  /** Id of the programme. */
  readonly programme: string
  readonly title: Readonly<Record<Language, string>>
}

/** Work while learning that ended well: to its last day or with a diploma, with hours that the employer confirmed. */
export interface VerifiedPractice {
  readonly person: string
  readonly employer: string
  readonly school: string
  /** Of the programme that it was a part of. */
  readonly title: Readonly<Record<Language, string>>
  readonly confirmedHours: number
}

export interface BadgesParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly organisations: Pick<Organisations, 'find'>
  readonly mail: Pick<Mail, 'write'>
  /** Secrets of the installation, the newest first: keys of issuers are sealed with them. */
  readonly secrets: readonly string[]
  /** Where others find this installation: it stands in every badge. */
  readonly site: SiteAddress
  /** An award of credits that stands, as far as the actor of this transaction sees it. Left out: there are none. */
  readonly awardOf?: (inside: ActingDatabase, placement: string, award: string) => Promise<AwardedUnit | undefined>
  /** An enrolment that was completed, and a placement that ended well; the same. */
  readonly completedOf?: (inside: ActingDatabase, enrolment: string) => Promise<CompletedProgramme | undefined>
  readonly practiceOf?: (inside: ActingDatabase, placement: string) => Promise<VerifiedPractice | undefined>
}

/** What every part of this folder works with. */
export interface Work extends BadgesParts {
  readonly keys: IssuerKeys
}

/** Work that the actor may not see the rows of: an address of somebody, and what others issued. */
export const asProgram = <T>(inside: ActingDatabase, work: (program: ActingDatabase) => Promise<T>): Promise<T> =>
  asTask(inside, 'badges', work)

/** What everybody may see is read by the program: who asks is nobody yet. */
export const program = <T>(db: Database, work: (program: ActingDatabase) => Promise<T>): Promise<T> =>
  actAs(db, { task: 'badges' }, work)

/** 128 random bits: the address of a badge cannot be guessed. */
export const newBadgeId = (): string => randomBytes(16).toString('base64url')

export const accountOf = (actor: Actor): string | undefined => (actor.kind === 'account' ? actor.account : undefined)

/**
 * Work on the badges of an organisation by an actor whom the action allows it, in one transaction.
 * @throws SignInNeeded, Forbidden, NotFound
 */
export function forOrganisation<T>(
  { db, organisations }: Work,
  actor: Actor,
  action: Action,
  organisation: string,
  work: (inside: ActingDatabase, issuer: Issuer) => Promise<T>,
): Promise<T> {
  return actAs(db, actingAs(actor), async (inside) => {
    // Before it is looked for: who is not signed in does not learn whether it is there.
    permit(actor, action, { kind: 'organisation', id: organisation, organisation })
    const issuer = await organisations.find(organisation, inside)
    if (!issuer || issuer.closed) throw new NotFound('organisation', organisation)
    return work(inside, issuer)
  })
}

/** Kinds of organisations that issue: who teaches, and who has people at work. */
const issuing: readonly OrganisationKind[] = ['educator', 'school', 'employer']

/** @throws BadgeRefused */
export function checkMayIssue({ verification, kind: organisationKind }: Issuer, kind: BadgeKind): void {
  if (verification === 'unverified') throw new BadgeRefused('notVerified')
  if (!issuing.includes(organisationKind)) throw new BadgeRefused('otherKind')
  if (organisationKind === 'employer' && kind !== 'practice') throw new BadgeRefused('onlyPractice')
}

/**
 * Work of a holder on a badge of their own, in one transaction.
 * @throws SignInNeeded; NotFound to everybody else
 */
export function withOwnBadge<T>(
  { db }: Work,
  actor: Actor,
  id: string,
  find: (inside: ActingDatabase) => Promise<Badge | undefined>,
  work: (inside: ActingDatabase, badge: Badge) => Promise<T>,
): Promise<T> {
  return actAs(db, actingAs(actor), async (inside) => {
    const badge = await find(inside)
    permit(actor, 'badge.answer', { kind: 'badge', id, person: badge?.person })
    if (!badge) throw new NotFound('badge', id)
    return work(inside, badge)
  })
}
