import {
  type ActingDatabase,
  actAs,
  asTask,
  type Clock,
  type Database,
  type DateText,
  type Ids,
  NotFound,
  type Signer,
  todayInAmsterdam,
} from '../../platform/index.ts'
import type { Mail } from '../mail/index.ts'
import type { Organisations } from '../organisations/index.ts'
import type { Profile } from '../people/index.ts'
import { type Action, type Actor, actingAs, permit } from '../permissions/index.ts'
import type { Planner } from '../planning/index.ts'
import type { RulesService } from '../rules/index.ts'
import type { Trainings } from '../trainings/index.ts'
import type { Vacancies } from '../vacancies/index.ts'
import { findCase, findOwnSeat } from './case-store.ts'
import type { Groups } from './groups.ts'
import { takesPart } from './participation-store.ts'
import type { PictureTerms } from './picture.ts'
import { CaseRefused } from './refused.ts'
import type { RiskCase, Seat } from './risk-case.ts'

export interface RiskCasesParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly rules: Pick<RulesService, 'find'>
  readonly organisations: Pick<Organisations, 'find' | 'findMany'>
  readonly mail: Pick<Mail, 'write'>
  readonly planning: Pick<Planner, 'plans'>
  readonly vacancies: Pick<Vacancies, 'publishedOf' | 'ofIds'>
  readonly trainings: Pick<Trainings, 'ofIds'>
  readonly profileOf: (program: ActingDatabase, account: string) => Promise<Profile | undefined>
  readonly regionOf: (profile: Profile) => string | undefined
  readonly regionName: (region: string) => string | undefined
  readonly groups: Groups
  /** Signs what an invitation opens. */
  readonly signer: Signer
  /** A keyed hash: without the key it leads to nobody. */
  readonly hash: (text: string) => string
}

/** Work that the actor may not see the rows of: who else is in the circle, and who takes part. */
export const asProgram = <T>(inside: ActingDatabase, work: (program: ActingDatabase) => Promise<T>): Promise<T> =>
  asTask(inside, 'risk-cases', work)

export const todayOf = ({ clock }: RiskCasesParts): DateText => todayInAmsterdam(clock.now())

/** Open, and not past its last day. */
export const isOpen = (parts: RiskCasesParts, one: RiskCase): boolean =>
  one.closedAt === undefined && one.endsOn >= todayOf(parts)

interface AtCase {
  readonly inside: ActingDatabase
  readonly one: RiskCase
  readonly seat: Seat
}

/**
 * Opens a case as somebody of its circle, in one transaction.
 * @throws SignInNeeded; NotFound to who is not in the circle, also to the owner of its organisation; Forbidden to who is, and may not do this
 */
export function withCircle<T>(
  parts: RiskCasesParts,
  actor: Actor,
  action: Extract<Action, `case.${string}`>,
  id: string,
  work: (at: AtCase) => Promise<T>,
): Promise<T> {
  return actAs(parts.db, actingAs(actor), async (inside) => {
    const seat = actor.kind === 'account' ? await findOwnSeat(inside, id, actor.account) : undefined
    permit(actor, action, { kind: 'case', id, circle: seat && (seat.isLead ? 'lead' : 'member') })
    const one = await findCase(inside, id)
    if (!one || !seat) throw new NotFound('case', id)
    return work({ inside, one, seat })
  })
}

/** The same, where nothing is changed any more in a case that closed. @throws CaseRefused `closed` */
export function withOpenCircle<T>(...[parts, actor, action, id, work]: Parameters<typeof withCircle<T>>): Promise<T> {
  return withCircle(parts, actor, action, id, (at) => {
    if (!isOpen(parts, at.one)) throw new CaseRefused('closed')
    return work(at)
  })
}

/** Opens a case as somebody who takes part. @throws SignInNeeded; NotFound to everybody else */
export function withTaking<T>(
  parts: RiskCasesParts,
  actor: Actor,
  id: string,
  work: (at: { readonly inside: ActingDatabase; readonly one: RiskCase; readonly account: string }) => Promise<T>,
): Promise<T> {
  return actAs(parts.db, actingAs(actor), async (inside) => {
    const account = actor.kind === 'account' ? actor.account : ''
    const isTaking = account !== '' && (await takesPart(inside, id, account))
    permit(actor, 'case.answer', { kind: 'case', id, person: isTaking ? account : undefined })
    const one = await findCase(inside, id)
    if (!one) throw new NotFound('case', id)
    return work({ inside, one, account })
  })
}

/** A number of the dated rules; undefined where there is none for today. */
export async function findTerm(parts: RiskCasesParts, id: string): Promise<number | undefined> {
  const value = (await parts.rules.find(id, todayOf(parts)))?.value
  return typeof value === 'number' ? value : undefined
}

/** @throws Error where there is none: then nothing of this is done. */
export async function termOf(parts: RiskCasesParts, id: string): Promise<number> {
  const value = await findTerm(parts, id)
  if (value === undefined) throw new Error(`There is no rule ${id} with a number for today.`)
  return value
}

export async function pictureTerms(parts: RiskCasesParts): Promise<PictureTerms> {
  // One after the other: this may be asked within a transaction, which answers one question at a time.
  return {
    step: await termOf(parts, 'case-picture-least'),
    people: await termOf(parts, 'case-picture-people'),
    spread: await termOf(parts, 'case-picture-spread'),
    days: await termOf(parts, 'case-picture-days'),
  }
}

/** A whole number by chance under `limit`: of 48 random bits, so that no value is likelier by more than nothing. */
export const below =
  ({ ids }: Pick<RiskCasesParts, 'ids'>) =>
  (limit: number): number =>
    Buffer.from(ids.token(), 'base64url').readUIntBE(0, 6) % limit

/** So that a signature for something else opens nothing here. */
const purpose = 'group:'

/** What opens the invitation to a case; the same for everybody who is asked. */
export const codeOf = ({ signer }: RiskCasesParts, id: string): string => signer.sign(purpose + id)

export function caseOfCode({ signer }: RiskCasesParts, code: string): string | undefined {
  const text = signer.findText(code)
  return text?.startsWith(purpose) ? text.slice(purpose.length) : undefined
}
