import { type ActingDatabase, actAs, Invalid } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import type { Language } from '../skills/index.ts'
import type { Enrolment, NextPlan } from './enrolment.ts'
import { listEnrolments, updateEnrolment } from './enrolment-store.ts'
import { takingStates } from './moves.ts'
import { NotNow } from './not-now.ts'
import type { EnrolmentsParts } from './parts.ts'
import { offerFreePlaces } from './places.ts'
import { readText } from './read-text.ts'
import { educatorReasons, type Reason, reasonAfterPlace, stopReasons } from './reasons.ts'
import { personRecipient, readContact } from './recipient-store.ts'
import { type AtWork, asProgram, lockAtWork, makeMove, momentOf, standingOf, withEnrolment } from './work.ts'

/** Yes to the place that is held. */
export function takePlace(parts: EnrolmentsParts, actor: Actor, id: string): Promise<void> {
  return withEnrolment(parts, actor, 'enrolment.answer', id, async (at) => {
    await makeMove(at, 'take')
  })
}

/** Who let a place pass wants one after all. Where one is free, it is held for them at once. */
export function askAgain(parts: EnrolmentsParts, actor: Actor, id: string): Promise<void> {
  return withEnrolment(parts, actor, 'enrolment.answer', id, async (at) => {
    await makeMove(at, 'askAgain')
    await offerNext(parts, at)
  })
}

/** The person stops before the start: at any time, without a reason. Who waits gets the place. */
export function withdraw(parts: EnrolmentsParts, actor: Actor, id: string): Promise<void> {
  return withEnrolment(parts, actor, 'enrolment.answer', id, async (at) => {
    const after = await makeMove(at, 'withdraw', { reasonBy: 'person' })
    // Who had a place is missed: who answers there hears it. An application that is taken back is seen on the list.
    if (at.one.state === 'enrolled') await asProgram(at.inside, (program) => parts.tell(program, 'withdrawn', after, ''))
    await offerNext(parts, at)
  })
}

export function start(parts: EnrolmentsParts, actor: Actor, id: string): Promise<void> {
  return withEnrolment(parts, actor, 'enrolment.decide', id, async (at) => {
    const { state, hasBegun } = standingOf(at.one, at.steps, at.start, at)
    if (state === 'enrolled' && !hasBegun) throw new NotNow('notBegun', `The first day is ${at.one.startsOn}.`)
    await makeMove(at, 'start')
  })
}

export function complete(parts: EnrolmentsParts, actor: Actor, id: string): Promise<void> {
  return withEnrolment(parts, actor, 'enrolment.decide', id, async (at) => {
    await makeMove(at, 'complete')
  })
}

/** After the start: either side says that it ends, with a reason. @throws Invalid */
export function stop(
  parts: EnrolmentsParts,
  actor: Actor,
  id: string,
  told: { readonly reason: string; readonly text?: string | undefined },
): Promise<void> {
  return withEnrolment(parts, actor, 'enrolment.stop', id, async (at) => {
    const reason = readReason(stopReasons, told.reason)
    const reasonBy = at.side
    await makeMove(at, 'stop', { reason, reasonBy, reasonText: readText('text', told.text) })
  })
}

/**
 * No, with a reason of the list and words for the person, who gets the next best plan in the same message. That is asked before the transaction: an engine
 * is never waited for within one.
 * @throws Invalid when there is no reason of the list; NotNow
 */
export async function decline(
  parts: EnrolmentsParts,
  actor: Actor,
  id: string,
  told: { readonly reason: string; readonly text?: string | undefined },
): Promise<void> {
  const nextPlan = await planFor(parts, actor, id)
  return withEnrolment(parts, actor, 'enrolment.decide', id, async (at) => {
    const reason = readReason(educatorReasons, told.reason)
    if (takingStates.includes(at.one.state) && reason !== reasonAfterPlace)
      throw new Invalid('reason', 'Who has a place is only told no when the start does not go on.')
    const reasonText = readText('text', told.text)
    const after = await makeMove(at, 'decline', { reason, reasonBy: 'educator', reasonText, nextPlan })
    await asProgram(at.inside, (program) => parts.tell(program, 'declined', after, ''))
    await offerNext(parts, at)
  })
}

/** What the educator sees of somebody, changed or taken back by them: at once, whatever the state. @throws Invalid */
export function changeReleased(
  parts: EnrolmentsParts,
  actor: Actor,
  id: string,
  told: { readonly called: string; readonly email: boolean; readonly keepSkills: boolean },
): Promise<void> {
  return withEnrolment(parts, actor, 'enrolment.answer', id, async ({ inside, one, now }) => {
    const called = readText('called', told.called, 'line')
    if (called === undefined) throw new Invalid('called', 'Say how the educator may call you.')
    const contact = told.email ? await asProgram(inside, (program) => readContact(program, one.person)) : undefined
    const skills = told.keepSkills ? one.skills : undefined
    await updateEnrolment(inside, { ...one, called, email: contact?.email, skills, changedAt: now })
  })
}

/** An educator closes: what is open ends in the name of whoever closes it. In that transaction, as a task; how many. */
export async function organisationCloses(parts: EnrolmentsParts, program: ActingDatabase, organisation: string): Promise<number> {
  const moment = momentOf(parts)
  const open = await listEnrolments(program, { organisation, open: true }, 10_000)
  for (const { id, offering, startsOn } of open) {
    const at = await lockAtWork(program, { id, offering, startsOn }, moment, noTerms)
    if (!at || at.one.endedAt !== undefined) continue
    const asEducator = { ...at, side: 'educator' } as const
    const isOn = at.one.state === 'started'
    const after = await makeMove(asEducator, isOn ? 'stop' : 'decline', { reason: 'educatorCloses', reasonBy: 'educator' })
    await parts.tell(program, 'declined', after, '')
  }
  return open.length
}

/** Nothing of a term matters to an end. */
const noTerms = { holdDays: 0, lateDays: 0, soonDays: 0, openPerPerson: 0, keptDays: 0, doneKeptDays: 0 } as const

/** A place may have come free. */
async function offerNext(parts: EnrolmentsParts, { inside, one, now, today, terms }: AtWork): Promise<void> {
  await asProgram(inside, (program) => offerFreePlaces(parts, program, one, { now, today }, terms))
}

/** A failure to plan must not keep an answer from a person. */
async function planFor(parts: EnrolmentsParts, actor: Actor, id: string): Promise<NextPlan | undefined> {
  const asked = await withEnrolment(parts, actor, 'enrolment.decide', id, ({ inside, one }) =>
    asProgram(inside, (program) => askedFor(parts, program, one)),
  )
  return askPlan(parts, asked)
}

interface AskedPlan {
  readonly profile: NonNullable<Awaited<ReturnType<EnrolmentsParts['profileOf']>>>
  readonly programme: string
  readonly language: Language
}

/** What the planner needs to find somebody the next plan; as a task. */
export async function askedFor(
  parts: Pick<EnrolmentsParts, 'profileOf'>,
  program: ActingDatabase,
  { person, programme }: Enrolment,
): Promise<AskedPlan | undefined> {
  const profile = await parts.profileOf(program, person)
  const [recipient] = await personRecipient(program, person)
  return profile && { profile, programme, language: recipient?.language ?? 'nl' }
}

export async function askPlan(
  parts: Pick<EnrolmentsParts, 'nextPlan'>,
  asked: AskedPlan | undefined,
): Promise<NextPlan | undefined> {
  return asked && parts.nextPlan(asked.profile, asked.programme, asked.language).catch(() => undefined)
}

/** @throws Invalid */
function readReason<R extends Reason>(list: readonly R[], reason: string): R {
  const found = list.find((one) => one === reason)
  if (!found) throw new Invalid('reason', `Choose a reason: ${list.join(', ')}.`)
  return found
}

/** Opens one as a task: for time, and for what follows elsewhere. */
export const asTaskOf = <T>(parts: EnrolmentsParts, work: (program: ActingDatabase) => Promise<T>): Promise<T> =>
  actAs(parts.db, { task: 'enrolments' }, work)
