import type { IntroductionView } from '../../modules/introductions/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import { todayInAmsterdam } from '../../platform/calendar.ts'
import type { LyingStep } from '../components/lying-steps/lying-steps.tsx'
import { dateText, dayText } from '../words/format.ts'
import { introductionWords } from '../words/introduction.ts'
import { introductionsWords } from '../words/introductions.ts'

type Viewed = Pick<IntroductionView, 'introduction' | 'side' | 'steps' | 'releases' | 'clock'>

/** How far an introduction is: what was done, where it is now, and what may follow. */
export function stepsOf(
  view: Viewed,
  names: { readonly other: string; readonly proposer: string | undefined },
  language: Language,
): LyingStep[] {
  const words = introductionWords[language].steps
  const { introduction: one, side, steps, releases } = view
  const at = (name: string): number | undefined => steps.find(({ step }) => step === name)?.at
  const day = (moment: number): string => dayText(todayInAmsterdam(moment), language)
  const accepted = at('accept')
  const isOver = one.state === 'declined' || one.state === 'withdrawn' || one.state === 'expired'
  const all: LyingStep[] = [...askedSteps(view, names, language)]
  const isAsked = one.state !== 'suggested'

  if (accepted !== undefined) all.push({ title: words.answer, note: words.yes(day(accepted)), state: 'done' })
  else all.push({ title: words.answer, note: waitNote(view, language), state: isAsked ? 'now' : 'next' })

  const released = releases[0]?.releasedAt
  all.push({
    title: words.name[side],
    note: released === undefined ? words.nameNote[side] : day(released),
    state: released === undefined ? 'next' : 'done',
  })

  const isTalking = one.state === 'accepted' || one.state === 'talking'
  const talked = at('talk')
  const isGoingOn = accepted !== undefined
  all.push({
    title: words.talk,
    note: talked === undefined ? words.talkNote : day(talked),
    state: isTalking && !one.pending ? 'now' : talked === undefined ? (isGoingOn ? 'next' : 'end') : 'done',
  })

  const agreed = at('agreeTraining')
  const isTraining = one.pending?.step === 'agreeTraining'
  if (agreed !== undefined || isTraining)
    all.push({
      title: words.training,
      note: agreed === undefined ? undefined : day(agreed),
      state: agreed === undefined ? 'now' : 'done',
    })

  if (isGoingOn) {
    const hired = at('hire')
    const isNow = one.pending?.step === 'hire' || one.state === 'trainingAgreed'
    const starts = one.startsOn && dateText(one.startsOn, language)
    all.push({
      title: words.job,
      note: starts ?? (hired === undefined ? words.jobNote : day(hired)),
      state: hired === undefined ? (isNow ? 'now' : 'end') : 'done',
    })
  }
  if (!isOver) return all
  const note = `${introductionsWords[language].states[one.state]}${one.endedAt === undefined ? '' : `, ${day(one.endedAt)}`}`
  return [...all.filter(({ state }) => state === 'done'), { title: words.over, note, state: 'now' }]
}

/** Who asked, and whether it was read. */
function askedSteps(
  { introduction: one, side, steps }: Viewed,
  names: { readonly other: string; readonly proposer: string | undefined },
  language: Language,
): LyingStep[] {
  const words = introductionWords[language].steps
  const day = (moment: number): string => dayText(todayInAmsterdam(moment), language)
  const isSuggested = one.proposedBy === 'educator' || one.proposedBy === 'adviser'
  const takenUp = steps.find(({ step }) => step === 'takeUp')?.at
  const askedAt = isSuggested ? takenUp : one.createdAt
  const asker = one.proposedBy === 'organisation' ? 'organisation' : 'person'
  const title = asker !== side ? words.theyAsked(names.other) : side === 'person' ? words.youAsked : words.weAsked
  const asked: LyingStep = {
    title,
    note: askedAt === undefined ? undefined : words.withoutName(day(askedAt)),
    state: askedAt === undefined ? 'now' : 'done',
  }
  const suggested: LyingStep[] =
    isSuggested && side === 'person'
      ? [{ title: words.suggested(names.proposer ?? ''), note: day(one.createdAt), state: 'done' }]
      : []
  if (asker === 'organisation') return [...suggested, asked]
  const read: LyingStep = {
    title: words.read,
    note: one.readAt === undefined ? words.notRead : day(one.readAt),
    state: one.readAt === undefined ? 'next' : 'done',
  }
  return [...suggested, asked, read]
}

function waitNote({ introduction: { dueOn }, clock }: Viewed, language: Language): string | undefined {
  if (clock) return introductionsWords[language].left(clock.left)
  return dueOn && introductionsWords[language].until(dateText(dueOn, language))
}
