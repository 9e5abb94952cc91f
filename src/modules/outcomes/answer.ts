import { type ActingDatabase, actAs, Invalid, NotFound, todayInAmsterdam } from '../../platform/index.ts'
import type { Enrolment } from '../enrolments/index.ts'
import { type Actor, actingAs, permit } from '../permissions/index.ts'
import { numberOf } from './known.ts'
import { markAsked, raiseTally, wasAsked } from './outcome-store.ts'
import { type OutcomesParts, outcomesTask } from './parts.ts'
import { mixed } from './women.ts'

/** From the first day on: who only applied did not take part. */
const askedStates: readonly Enrolment['state'][] = ['started', 'completed', 'stopped']

/** Whether somebody is asked once, beside their own enrolment, whether they are a woman. Nobody else is. */
export async function isToBeAsked(parts: OutcomesParts, actor: Actor, enrolment: string): Promise<boolean> {
  if (actor.kind !== 'account') return false
  return actAs(parts.db, actingAs(actor), async (inside) => {
    const one = await parts.enrolments.findIn(inside, enrolment)
    return (
      one !== undefined && one.person === actor.account && askedStates.includes(one.state) && !(await wasAsked(inside, enrolment))
    )
  })
}

/**
 * Counts an answer that is kept nowhere: a coin is mixed in before anything is written, and that somebody was asked is written in another transaction.
 * @throws SignInNeeded, NotFound; Invalid when it is no answer
 */
export async function answerOnce(parts: OutcomesParts, actor: Actor, enrolment: string, answer: string): Promise<void> {
  const one = await actAs(parts.db, actingAs(actor), (inside) => ownOf(parts, inside, actor, enrolment))
  if (!['yes', 'no', 'skip'].includes(answer)) throw new Invalid('answer', 'Choose an answer: yes, no, skip.')
  const isFirst = await actAs(parts.db, actingAs(actor), (inside) => markAsked(inside, enrolment))
  if (!isFirst || answer === 'skip') return
  const coinShare = await numberOf(parts, 'outcome-coin-share', todayInAmsterdam(parts.clock.now()))
  // Without the coin nothing is counted: an answer as it is must never be written.
  if (coinShare === undefined) return
  const measure = mixed(answer === 'yes', [parts.toss(), parts.toss()], coinShare) ? 'womenYes' : 'womenNo'
  const { programme, organisation, startsOn } = one
  await actAs(parts.db, outcomesTask, (task) =>
    raiseTally(task, { programme, organisation, year: Number(startsOn.slice(0, 4)), measure }),
  )
}

async function ownOf(parts: OutcomesParts, inside: ActingDatabase, actor: Actor, id: string): Promise<Enrolment> {
  const one = await parts.enrolments.findIn(inside, id)
  permit(actor, 'outcome.answer', {
    ...{ kind: 'enrolment', id },
    ...(one ? { person: one.person, organisation: one.organisation } : {}),
  })
  if (!one || !askedStates.includes(one.state)) throw new NotFound('question', id)
  return one
}
