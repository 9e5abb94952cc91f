import { type ActingDatabase, type DateText, Invalid, nextDay } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import type { Language } from '../skills/index.ts'
import type { Introduction, NextPlan } from './introduction.ts'
import { findIntroduction, lockProposals } from './introduction-store.ts'
import { NotNow } from './not-now.ts'
import { afterProposal, readOffering, refuseFull } from './propose.ts'
import { organisationReasons, personReasons, type Reason } from './reasons.ts'
import { countOverdue, endPause, markAnswered, markTakenBack } from './reply-store.ts'
import type { Side } from './steps.ts'
import { addMessage, readLanguage } from './talk-store.ts'
import { type AtWork, asProgram, type IntroductionsParts, takeStep, withIntroduction } from './work.ts'

const accountOf = (actor: Actor): string | undefined => (actor.kind === 'account' ? actor.account : undefined)

/** A person takes up what an educator or adviser suggested: from now on it is their own question to the organisation. */
export function takeUp(parts: IntroductionsParts, actor: Actor, id: string): Promise<void> {
  return withIntroduction(parts, actor, 'introduction.answer', id, async (at) => {
    const { person, vacancy } = at.one
    await asProgram(at.inside, async (program) => {
      await lockProposals(program, person, vacancy)
      if ((await parts.vacancies.findAny(program, vacancy))?.state !== 'published')
        throw new NotNow('notOpen', 'This vacancy is not open now. Look at it again later.')
      await refuseFull(program, vacancy, at.terms)
    })
    const after = await takeStep(at, 'takeUp', at.side, accountOf(actor))
    await asProgram(at.inside, (program) => afterProposal(parts, program, after))
  })
}

/** Yes to the question of the other side. */
export function accept(parts: IntroductionsParts, actor: Actor, id: string): Promise<void> {
  return withIntroduction(parts, actor, 'introduction.answer', id, async (at) => {
    const after = await takeStep(at, 'accept', at.side, accountOf(actor))
    await answered(parts, at)
    await tellOther(parts, at, 'accepted', after, '')
  })
}

/** Yes to a training first, or to the job: it happens when both said so. */
export function agree(
  parts: IntroductionsParts,
  actor: Actor,
  id: string,
  step: 'agreeTraining' | 'hire',
  told: { readonly offering?: string | undefined; readonly startsOn?: DateText | undefined } = {},
): Promise<void> {
  return withIntroduction(parts, actor, 'introduction.answer', id, async (at) => {
    // Who says yes second says yes to what the first said: the training and the day are not theirs to change in the same breath.
    const isSecond = at.one.pending?.step === step && at.one.pending.by !== at.side
    const after = await takeStep(at, step, at.side, accountOf(actor), isSecond ? {} : readTold(told, at.today))
    await answered(parts, at)
    if (after.state === 'hired') await asProgram(at.inside, (program) => parts.followUps.plan(program, after))
    await tellOther(parts, at, after.pending ? 'said-yes' : 'agreed', after, `${step}/${after.changedAt}`)
  })
}

/** The first day of work has come. */
export function start(parts: IntroductionsParts, actor: Actor, id: string): Promise<void> {
  return withIntroduction(parts, actor, 'introduction.answer', id, async (at) => {
    const { today } = at
    // Who is there already began at the latest today.
    const startsOn = at.one.startsOn === undefined || at.one.startsOn > today ? today : at.one.startsOn
    const after = await takeStep(at, 'start', at.side, accountOf(actor), { startsOn })
    await asProgram(at.inside, (program) => parts.followUps.plan(program, after))
  })
}

export interface No {
  readonly reason: Reason
  /** For the other side. */
  readonly text?: string | undefined
  /** For the person's adviser only. */
  readonly adviserText?: string | undefined
}

/**
 * No, with a reason. A person gets it with the next best plan in the same message, which is asked before the transaction: an engine is never waited
 * for within one.
 * @throws Invalid when there is no reason of the list
 */
export async function decline(parts: IntroductionsParts, actor: Actor, id: string, no: No): Promise<void> {
  const prepared = await nextPlanOf(parts, actor, id)
  return withIntroduction(parts, actor, 'introduction.answer', id, async (at) => {
    const { one, side, inside } = at
    const reason = readReason(side, no.reason)
    const isPerson = side === 'person'
    const step = one.state === 'suggested' ? 'refuse' : one.state === 'proposed' ? 'decline' : isPerson ? 'stop' : 'breakOff'
    const after = await takeStep(at, step, side, accountOf(actor), {
      reason,
      reasonBy: side,
      reasonText: readText(no.text),
      adviserText: isPerson ? undefined : readText(no.adviserText),
      nextPlan: isPerson ? undefined : prepared,
    })
    await answered(parts, at)
    await parts.needs.endIntroduction(inside, id)
    if (one.state === 'hired') await asProgram(inside, (program) => parts.followUps.stop(program, id))
    if (one.state === 'suggested') return
    if (isPerson) await tellOther(parts, at, 'stopped', after, '')
    else await asProgram(inside, (program) => parts.tell(program, 'declined', 'person', after, ''))
  })
}

/** Takes a question back before there is an answer. */
export function withdraw(parts: IntroductionsParts, actor: Actor, id: string): Promise<void> {
  return withIntroduction(parts, actor, 'introduction.answer', id, async (at) => {
    await takeStep(at, 'withdraw', at.side, accountOf(actor))
    await parts.needs.endIntroduction(at.inside, id)
    await asProgram(at.inside, async (program) => {
      await markTakenBack(program, id, at.today)
      await openAgain(parts, program, at.one, at.today)
    })
  })
}

/** The organisation answered: that counts, and a vacancy that stood still for it opens again. */
export async function answered(parts: IntroductionsParts, { inside, one, side, today }: AtWork): Promise<void> {
  if (side !== 'organisation' || one.waitsFor !== 'organisation') return
  await asProgram(inside, async (program) => {
    await markAnswered(program, one.id, today)
    await openAgain(parts, program, one, today)
  })
}

/** When nobody waits too long at it any more. One whose closing day passed meanwhile does not open. */
export async function openAgain(
  parts: IntroductionsParts,
  program: ActingDatabase,
  { vacancy }: Pick<Introduction, 'vacancy'>,
  today: DateText,
): Promise<void> {
  if ((await countOverdue(program, vacancy)) > 0 || !(await endPause(program, vacancy))) return
  const record = await parts.vacancies.findAny(program, vacancy)
  const isOver = record?.closesOn !== undefined && record.closesOn < today
  await parts.vacancies.changeState(program, vacancy, ['paused'], isOver ? 'expired' : 'published')
}

/** To the side that did not take the step. */
export async function tellOther(
  parts: IntroductionsParts,
  { inside, side }: AtWork,
  notice: Parameters<IntroductionsParts['tell']>[1],
  about: Introduction,
  mark: string,
): Promise<void> {
  const other: Side = side === 'person' ? 'organisation' : 'person'
  await asProgram(inside, (program) => parts.tell(program, notice, other, about, mark))
}

/** A line that nobody of both wrote: 'Keiland ICT read it'. */
export async function systemMessage(
  parts: IntroductionsParts,
  program: ActingDatabase,
  introduction: string,
  key: string,
  at: number,
): Promise<void> {
  await addMessage(program, introduction, { id: parts.ids.next(), side: 'system', text: key, at }, undefined)
}

/** Asked for an organisation's no only; a failure to plan must not keep an answer from a person. */
async function nextPlanOf(parts: IntroductionsParts, actor: Actor, id: string): Promise<NextPlan | undefined> {
  const asked = await withIntroduction(parts, actor, 'introduction.answer', id, async ({ inside, one, side }) =>
    side === 'person' ? undefined : asProgram(inside, (program) => forPlan(parts, program, one.id)),
  )
  return asked && parts.nextPlan(asked.profile, asked.vacancy, asked.language).catch(() => undefined)
}

/** What the planner needs to find somebody the next plan. */
export async function forPlan(
  parts: IntroductionsParts,
  program: ActingDatabase,
  id: string,
): Promise<
  | {
      readonly profile: NonNullable<Awaited<ReturnType<IntroductionsParts['profileOf']>>>
      readonly vacancy: string
      readonly language: Language
    }
  | undefined
> {
  const one = await findIntroduction(program, id)
  const profile = one && (await parts.profileOf(program, one.person))
  return one && profile && { profile, vacancy: one.vacancy, language: await readLanguage(program, one.person) }
}

/** @throws Invalid */
function readReason(side: Side, reason: string): Reason {
  const list: readonly string[] = side === 'person' ? personReasons : organisationReasons
  if (!list.includes(reason)) throw new Invalid('reason', `Choose a reason: ${list.join(', ')}.`)
  return reason as Reason
}

/** Far enough for a training that comes first. */
const mostStartDays = 730

/** @throws Invalid */
function readTold(
  { offering, startsOn }: { readonly offering?: string | undefined; readonly startsOn?: DateText | undefined },
  today: DateText,
): Partial<Pick<Introduction, 'offering' | 'startsOn'>> {
  const training = readOffering(offering)
  if (startsOn) {
    const [first, last] = [nextDay(today, -monthDays), nextDay(today, mostStartDays)]
    if (!isDate(startsOn) || startsOn < first || startsOn > last)
      throw new Invalid('startsOn', `Choose a first day of work from ${first} to ${last}.`)
  }
  return { ...(training ? { offering: training } : {}), ...(startsOn ? { startsOn } : {}) }
}

/** Who began some weeks ago may still say so. */
const monthDays = 30

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

const longestReason = 500

/** @throws Invalid */
function readText(text: string | undefined): string | undefined {
  const trimmed = text?.trim()
  if (!trimmed) return undefined
  if (trimmed.length > longestReason) throw new Invalid('text', `At most ${longestReason} characters.`)
  return trimmed
}
