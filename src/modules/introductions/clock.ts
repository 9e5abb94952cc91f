import {
  type ActingDatabase,
  actAs,
  addWorkingDays,
  type DateText,
  type Log,
  nextDay,
  startOfDay,
  todayInAmsterdam,
} from '../../platform/index.ts'
import type { Introduction } from './introduction.ts'
import { addNudge, findIntroduction, listTimed, removeEnded, updateIntroduction } from './introduction-store.ts'
import { forPlan, openAgain, systemMessage } from './move.ts'
import { countOverdue, pause } from './reply-store.ts'
import { type Terms, termsOn } from './terms.ts'
import { type IntroductionsParts, takeStep } from './work.ts'

const dayMs = 86_400_000

/** What time did in one look. */
export interface Ticked {
  readonly nudged: number
  readonly overdue: number
  readonly expired: number
  readonly removed: number
}

/**
 * What goes by itself: reminders, a vacancy that stands still when its employer is silent, introductions that end without an answer, and what is
 * erased some weeks after the end. May run as often as one likes, in several processes: each thing is written down in the transaction in which it happens.
 */
export async function tick(parts: IntroductionsParts, log: Log): Promise<Ticked> {
  const now = parts.clock.now()
  const today = todayInAmsterdam(now)
  const terms = await termsOn(parts.rules, today)
  // So many calendar days are fewer than so many working days: whoever is quiet for long is among them.
  const quietBefore = Date.parse(startOfDay(nextDay(today, -terms.quietWorkingDays)))
  const ids = await actAs(parts.db, { task: 'introductions' }, (program) => listTimed(program, today, quietBefore))
  const done = { nudged: 0, overdue: 0, expired: 0 }
  for (const id of ids) {
    try {
      const what = await lookAt(parts, id, today, terms)
      if (what) done[what]++
    } catch (error) {
      // One that fails must not keep the others waiting; it is looked at again next time.
      log.error('an introduction could not be looked at', { introduction: id, error: String(error) })
    }
  }
  const removed = await actAs(parts.db, { task: 'introductions' }, (program) =>
    removeEnded(program, now - terms.keptDays * dayMs),
  )
  return { ...done, removed }
}

async function lookAt(
  parts: IntroductionsParts,
  id: string,
  today: DateText,
  terms: Terms,
): Promise<'nudged' | 'overdue' | 'expired' | undefined> {
  const first = await actAs(parts.db, { task: 'introductions' }, (program) => findIntroduction(program, id))
  if (!first) return undefined
  // An engine is never waited for within a transaction.
  const plan = becomesOverdue(first, today) ? await nextPlanFor(parts, id) : undefined
  return actAs(parts.db, { task: 'introductions' }, async (program) => {
    const one = await findIntroduction(program, id)
    if (!one || one.endedAt !== undefined) return undefined
    const at = { inside: program, one, today, terms, now: parts.clock.now() }
    if (one.state === 'hired' && one.startsOn !== undefined && one.startsOn <= today) {
      const after = await takeStep(at, 'start', 'clock', undefined)
      await parts.followUps.plan(program, after)
      return undefined
    }
    if (isOver(one, today, terms)) {
      const after = await takeStep(at, 'expire', 'clock', undefined)
      await parts.needs.endIntroduction(program, id)
      await openAgain(parts, program, one, today)
      if (one.state !== 'suggested')
        for (const side of ['person', 'organisation'] as const) await parts.tell(program, 'expired', side, after, '')
      return 'expired'
    }
    if (becomesOverdue(one, today)) {
      await goOverdue(parts, program, { ...one, nextPlan: plan ?? one.nextPlan }, today)
      return 'overdue'
    }
    return (await nudge(parts, program, one, today, terms)) ? 'nudged' : undefined
  })
}

const becomesOverdue = ({ waitsFor, dueOn, overdueAt }: Introduction, today: DateText): boolean =>
  waitsFor === 'organisation' && dueOn !== undefined && dueOn < today && overdueAt === undefined

/** Whether it ends now because nobody answers or writes any more. */
function isOver(one: Introduction, today: DateText, terms: Terms): boolean {
  if ((one.state === 'proposed' || one.state === 'suggested') && one.askedOn !== undefined) {
    return one.waitsFor === 'person'
      ? today > nextDay(one.askedOn, terms.personAnswerDays)
      : today > addWorkingDays(one.askedOn, terms.expiresWorkingDays, terms.holidays)
  }
  const isTalk = one.state === 'accepted' || one.state === 'talking'
  return isTalk && today > addWorkingDays(todayInAmsterdam(one.changedAt), terms.quietWorkingDays, terms.holidays)
}

/** The term is over: the person hears it, with the next plan, and the vacancy stands still until there is an answer. */
async function goOverdue(parts: IntroductionsParts, program: ActingDatabase, one: Introduction, today: DateText): Promise<void> {
  const now = parts.clock.now()
  const after: Introduction = { ...one, overdueAt: now }
  await updateIntroduction(program, after)
  await addNudge(program, one.id, one.askedOn as DateText, 'overdue', now)
  await systemMessage(parts, program, one.id, 'overdue', now)
  await parts.tell(program, 'overdue', 'person', after, one.askedOn as DateText)
  const waiting = await countOverdue(program, one.vacancy)
  const stands = await parts.vacancies.changeState(program, one.vacancy, ['published'], 'paused')
  const record = await parts.vacancies.findAny(program, one.vacancy)
  // A vacancy that its employer paused or closed itself is left as it is.
  if (!stands && record?.state !== 'paused') return
  if (stands) await parts.tell(program, 'vacancy-paused', 'organisation', after, one.askedOn as DateText)
  await pause(program, one.vacancy, one.organisation, { since: today, waiting })
}

async function nudge(
  parts: IntroductionsParts,
  program: ActingDatabase,
  one: Introduction,
  today: DateText,
  terms: Terms,
): Promise<boolean> {
  const { askedOn, waitsFor, overdueAt } = one
  if (waitsFor !== 'organisation' || askedOn === undefined || overdueAt !== undefined) return false
  const on = (days: number): DateText => addWorkingDays(askedOn, days, terms.holidays)
  const moment = today >= on(terms.lastNudgeWorkingDays) ? 'last' : today >= on(terms.firstNudgeWorkingDays) ? 'first' : undefined
  if (moment === undefined || !(await addNudge(program, one.id, askedOn, moment, parts.clock.now()))) return false
  await parts.tell(program, moment === 'first' ? 'nudge-first' : 'nudge-last', 'organisation', one, `${askedOn}/${moment}`)
  return true
}

async function nextPlanFor(parts: IntroductionsParts, id: string): Promise<Introduction['nextPlan']> {
  const asked = await actAs(parts.db, { task: 'introductions' }, (program) => forPlan(parts, program, id))
  return asked && parts.nextPlan(asked.profile, asked.vacancy, asked.language).catch(() => undefined)
}
