import { type DateText, Invalid } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import type { Enrolment, EnrolmentStep } from './enrolment.ts'
import { admissionStates, nextStep } from './moves.ts'
import { NotNow } from './not-now.ts'
import type { EnrolmentsParts } from './parts.ts'
import { readDay, readText } from './read-text.ts'
import { setDay } from './rolling.ts'
import { updateStep } from './step-store.ts'
import { type AtWork, asProgram, makeMove, standingOf, withEnrolment } from './work.ts'

/** A step gets a day, and where and when in words. The person hears it. @throws Invalid; NotNow */
export function planStep(
  parts: EnrolmentsParts,
  actor: Actor,
  id: string,
  number: number,
  told: { readonly on: DateText; readonly text?: string | undefined },
): Promise<void> {
  return withEnrolment(parts, actor, 'enrolment.decide', id, async (at) => {
    const step = stepAt(at, number)
    const plannedOn = readDay('plannedOn', told.on)
    if (plannedOn === undefined || plannedOn < at.today) throw new Invalid('plannedOn', `Choose a day from ${at.today} on.`)
    // Planned once more: a step that was not passed may be done again.
    const planned: EnrolmentStep = {
      ...{ number, kind: step.kind, purpose: step.purpose },
      ...{ plannedOn, plannedText: readText('plannedText', told.text) },
    }
    await updateStep(at.inside, id, planned, at.account)
    const after = await begun(at)
    await tellStep(parts, at, 'step-planned', after, planned)
  })
}

/**
 * How a step went: passed, or not passed with a reason that the person reads. Not passing is no refusal: that is a decision of its own.
 * @throws Invalid; NotNow
 */
export function settleStep(
  parts: EnrolmentsParts,
  actor: Actor,
  id: string,
  number: number,
  told: { readonly outcome: string; readonly reason?: string | undefined },
): Promise<void> {
  return withEnrolment(parts, actor, 'enrolment.decide', id, async (at) => {
    const step = stepAt(at, number)
    const { outcome } = told
    if (outcome !== 'passed' && outcome !== 'notPassed') throw new Invalid('outcome', 'Choose passed or not passed.')
    const reason = readText('stepReason', told.reason)
    if (outcome === 'notPassed' && reason === undefined)
      throw new Invalid('stepReason', 'Say in a sentence why it was not passed: the person reads it.')
    const settled: EnrolmentStep = { ...step, outcome, reason, settledAt: at.now }
    await updateStep(at.inside, id, settled, at.account)
    const after = await begun(at)
    await tellStep(parts, at, 'step-result', after, settled)
  })
}

/**
 * All steps are passed: a place is held until a day, or the person comes on the waiting list.
 * @param startsOn for who wished a month: the day on which they start @throws NotNow; Invalid at `startsOn`
 */
export function admit(
  parts: EnrolmentsParts,
  actor: Actor,
  id: string,
  startsOn?: string | undefined,
): Promise<'admitted' | 'waiting'> {
  return withEnrolment(parts, actor, 'enrolment.decide', id, async (opened) => {
    const isWish = opened.one.wishedMonth !== undefined && admissionStates.includes(opened.one.state)
    if (isWish && nextStep(opened.steps.map(({ outcome }) => outcome ?? 'open')) !== undefined)
      throw new NotNow('stepsOpen', 'Not all steps of the admission are passed.')
    const at = isWish ? await setDay(opened, startsOn) : opened
    const standing = standingOf(at.one, at.steps, at.start, at)
    if (admissionStates.includes(at.one.state) && nextStep(standing.steps) !== undefined)
      throw new NotNow('stepsOpen', 'Not all steps of the admission are passed.')
    const after = await makeMove(at, standing.hasRoom ? 'admit' : 'queue')
    const isPlace = after.state === 'admitted'
    await asProgram(at.inside, (program) =>
      parts.tell(program, isPlace ? 'place' : 'waiting', after, String(at.now), { fromList: false }),
    )
    return isPlace ? 'admitted' : 'waiting'
  })
}

/** The step that is next: steps go one by one, and only before there is a decision. @throws NotNow */
function stepAt({ one, steps }: AtWork, number: number): EnrolmentStep {
  if (!admissionStates.includes(one.state)) throw new NotNow('moved', `This enrolment is ${one.state} now.`)
  const at = nextStep(steps.map(({ outcome }) => outcome ?? 'open'))
  const next = at === undefined ? undefined : steps[at]
  if (!next || next.number !== number) throw new NotNow('stepsOpen', 'Another step comes first.')
  return next
}

async function begun(at: AtWork): Promise<Enrolment> {
  return at.one.state === 'applied' ? makeMove(at, 'begin') : at.one
}

async function tellStep(
  parts: EnrolmentsParts,
  { inside, now }: AtWork,
  notice: 'step-planned' | 'step-result',
  about: Enrolment,
  step: EnrolmentStep,
): Promise<void> {
  await asProgram(inside, (program) => parts.tell(program, notice, about, `${step.number}/${now}`, { step }))
}
