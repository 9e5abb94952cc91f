import { type ActingDatabase, actAs, asTask, type DateText, NotFound, nextDay, todayInAmsterdam } from '../../platform/index.ts'
import { type Action, type Actor, actingAs, permit } from '../permissions/index.ts'
import { type Enrolment, type EnrolmentStart, type EnrolmentStep, freePlaces } from './enrolment.ts'
import { addMove, findEnrolment, updateEnrolment } from './enrolment-store.ts'
import { endStates, type MoveName, move, type Side, type Standing } from './moves.ts'
import { NotNow } from './not-now.ts'
import type { EnrolmentsParts, Moment } from './parts.ts'
import { lockStart } from './start-store.ts'
import { listSteps } from './step-store.ts'
import { type EnrolmentTerms, enrolmentTermsOn } from './terms.ts'

/** An enrolment in somebody's hands: in their transaction, locked, with the side they are on. */
export interface AtWork extends Moment {
  readonly inside: ActingDatabase
  readonly one: Enrolment
  readonly steps: readonly EnrolmentStep[]
  readonly start: EnrolmentStart
  readonly side: Side | 'clock'
  readonly account: string | undefined
  readonly terms: EnrolmentTerms
}

/** Work that the actor may not see the rows of: the program's own. */
export const asProgram = <T>(inside: ActingDatabase, work: (db: ActingDatabase) => Promise<T>): Promise<T> =>
  asTask(inside, 'enrolments', work)

/** Opens an enrolment as its actor and asks whether this may be done. @throws SignInNeeded, Forbidden, NotFound */
export async function withEnrolment<T>(
  parts: EnrolmentsParts,
  actor: Actor,
  action: Action,
  id: string,
  work: (at: AtWork) => Promise<T>,
): Promise<T> {
  const moment = momentOf(parts)
  const terms = await enrolmentTermsOn(parts.rules, moment.today)
  return actAs(parts.db, actingAs(actor), async (inside) => {
    const found = await findEnrolment(inside, id)
    permit(actor, action, { kind: 'enrolment', id, ...(found ? { person: found.person, organisation: found.organisation } : {}) })
    const at = found && (await lockAtWork(inside, found, moment, terms))
    if (!at) throw new NotFound('enrolment', id)
    const isPerson = actor.kind === 'account' && actor.account === at.one.person
    return work({ ...at, side: isPerson ? 'person' : 'educator', account: actor.kind === 'account' ? actor.account : undefined })
  })
}

/** The same for the program itself: time, or what somebody does elsewhere. Undefined where it is gone. */
export async function lockAtWork(
  inside: ActingDatabase,
  { id, offering, startsOn }: Pick<Enrolment, 'id' | 'offering' | 'startsOn'>,
  moment: Moment,
  terms: EnrolmentTerms,
): Promise<AtWork | undefined> {
  // Always in this order: the start, then the enrolment.
  const start = await lockStart(inside, offering, startsOn)
  const one = start && (await findEnrolment(inside, id, true))
  if (!one) return undefined
  return { inside, one, steps: await listSteps(inside, id), start, side: 'clock', account: undefined, terms, ...moment }
}

export function momentOf({ clock }: Pick<EnrolmentsParts, 'clock'>): Moment {
  const now = clock.now()
  return { now, today: todayInAmsterdam(now) }
}

/** What the machine looks at. */
export function standingOf(
  one: Pick<Enrolment, 'state' | 'isQuiet' | 'startsOn'>,
  steps: readonly EnrolmentStep[],
  start: EnrolmentStart,
  { today, terms }: { readonly today: DateText; readonly terms: EnrolmentTerms },
): Standing {
  return {
    state: one.state,
    isQuiet: one.isQuiet,
    steps: steps.map(({ outcome }) => outcome ?? 'open'),
    hasRoom: freePlaces(start) > 0,
    hasBegun: one.startsOn <= today,
    isOver: nextDay(one.startsOn, terms.lateDays) < today,
  }
}

/**
 * Makes a move, writes it down, and gives what the enrolment is then.
 * @throws NotNow when this side may not make it now
 */
export async function makeMove(at: AtWork, name: MoveName, changed: Partial<Enrolment> = {}): Promise<Enrolment> {
  const { inside, one, steps, start, side, now, today, terms, account } = at
  const state = move(standingOf(one, steps, start, { today, terms }), name, side)
  if (state === undefined) throw new NotNow('moved', `This enrolment is ${one.state} now: ${name} is no move from here.`)
  const isWaiting = state === 'waiting'
  const after: Enrolment = {
    ...one,
    ...changed,
    state,
    isQuiet: isWaiting && name === 'lapse',
    waitingSince: isWaiting ? now : undefined,
    heldUntil: state === 'admitted' ? nextDay(today, terms.holdDays) : undefined,
    changedAt: now,
    ...(endStates.includes(state) ? { endedAt: now } : {}),
  }
  await updateEnrolment(inside, after)
  await addMove(inside, one.id, { move: name, bySide: side, state, at: now }, account)
  return after
}
