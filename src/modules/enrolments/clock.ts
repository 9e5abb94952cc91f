import { nextDay } from '../../platform/index.ts'
import { askedFor, askPlan, asTaskOf } from './decide.ts'
import type { Enrolment } from './enrolment.ts'
import { findEnrolment, listSoon, listTimed, removeEnded } from './enrolment-store.ts'
import { type MoveName, mayMove } from './moves.ts'
import type { EnrolmentsParts, Moment } from './parts.ts'
import { offerFreePlaces } from './places.ts'
import { listWithRoom } from './start-store.ts'
import { type EnrolmentTerms, enrolmentTermsOn } from './terms.ts'
import { type AtWork, lockAtWork, makeMove, momentOf, standingOf } from './work.ts'

const dayMs = 86_400_000

/** What time did in one look. */
export interface Ticked {
  readonly lapsed: number
  readonly started: number
  readonly missed: number
  readonly offered: number
  readonly removed: number
}

/**
 * What goes by itself: places that were held long enough, starts, what ends without a place, free places for who waits, reminders, and what is erased
 * after its term. May run as often as one likes, in several processes: each thing is written down in the transaction in which it happens.
 */
export async function tick(parts: EnrolmentsParts): Promise<Ticked> {
  const moment = momentOf(parts)
  const terms = await enrolmentTermsOn(parts.rules, moment.today)
  const startedBefore = nextDay(moment.today, -terms.lateDays)
  const done = { lapse: 0, start: 0, miss: 0 }
  const ids = await asTaskOf(parts, (program) => listTimed(program, { today: moment.today, startedBefore }))
  for (const id of ids) {
    try {
      const what = await lookAt(parts, id, moment, terms)
      if (what) done[what]++
    } catch (error) {
      // One that fails must not keep the others waiting; it is looked at again next time.
      parts.log.error('an enrolment could not be looked at', { enrolment: id, error: String(error) })
    }
  }
  const offered = await offerAll(parts, moment, terms)
  await remind(parts, moment, terms)
  const removed = await asTaskOf(parts, (program) =>
    removeEnded(program, {
      withoutPlace: moment.now - terms.keptDays * dayMs,
      done: moment.now - terms.doneKeptDays * dayMs,
    }),
  )
  return { lapsed: done.lapse, started: done.start, missed: done.miss, offered, removed }
}

const timed = ['start', 'miss', 'lapse'] as const satisfies readonly MoveName[]

async function lookAt(
  parts: EnrolmentsParts,
  id: string,
  moment: Moment,
  terms: EnrolmentTerms,
): Promise<(typeof timed)[number] | undefined> {
  // An engine is never waited for within a transaction.
  const asked = await asTaskOf(parts, async (program) => {
    const one = await findEnrolment(program, id)
    return one && one.state !== 'enrolled' && one.startsOn < moment.today ? askedFor(parts, program, one) : undefined
  })
  const nextPlan = await askPlan(parts, asked)
  return asTaskOf(parts, async (program) => {
    const one = await findEnrolment(program, id)
    const at = one && (await lockAtWork(program, one, moment, terms))
    const what = at && dueOf(at)
    if (!at || !what) return undefined
    const changed: Partial<Enrolment> = what === 'miss' ? { reason: 'startPassed', reasonBy: 'clock', nextPlan } : {}
    const after = await makeMove(at, what, changed)
    if (what === 'lapse') await parts.tell(program, 'lapsed', after, at.one.heldUntil ?? '')
    if (what === 'miss') await parts.tell(program, 'missed', after, '')
    if (what !== 'start') await offerFreePlaces(parts, program, after, moment, terms)
    return what
  })
}

/** What time does with it now. */
function dueOf(at: AtWork): (typeof timed)[number] | undefined {
  const standing = standingOf(at.one, at.steps, at.start, at)
  const isLapsed = at.one.heldUntil !== undefined && at.one.heldUntil < at.today
  return timed.find((name) => (name !== 'lapse' || isLapsed) && mayMove(standing, name, 'clock'))
}

/** Places that came free in another way: somebody erased their account, or there are more places. */
async function offerAll(parts: EnrolmentsParts, moment: Moment, terms: EnrolmentTerms): Promise<number> {
  const starts = await asTaskOf(parts, (program) => listWithRoom(program, nextDay(moment.today, -terms.lateDays)))
  let offered = 0
  for (const start of starts) {
    offered += await asTaskOf(parts, (program) => offerFreePlaces(parts, program, start, moment, terms))
  }
  return offered
}

async function remind(parts: EnrolmentsParts, moment: Moment, terms: EnrolmentTerms): Promise<void> {
  await asTaskOf(parts, async (program) => {
    const soon = await listSoon(program, moment.today, nextDay(moment.today, terms.soonDays))
    // Written once for each start: the mark is its day.
    for (const one of soon) await parts.tell(program, 'soon', one, one.startsOn)
  })
}
