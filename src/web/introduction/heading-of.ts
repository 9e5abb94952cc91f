import type { IntroductionView } from '../../modules/introductions/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import { dateText } from '../words/format.ts'
import { type HeadingName, introductionHeadings } from '../words/introduction-headings.ts'

/** What is the matter with an introduction, for the side that looks. */
export function headingName({
  introduction: one,
  side,
  steps,
}: Pick<IntroductionView, 'introduction' | 'side' | 'steps'>): HeadingName {
  const { state, waitsFor, pending, overdueAt } = one
  if (state === 'declined') return one.reasonBy === side ? 'declinedByMe' : 'declinedByOther'
  if (state === 'withdrawn') return steps.at(-1)?.bySide === side ? 'stoppedByMe' : 'stoppedByOther'
  if (waitsFor === 'organisation' && overdueAt !== undefined) return 'overdue'
  if (pending) {
    const isMine = pending.by === side
    if (pending.step === 'hire') return isMine ? 'hireMine' : 'hireTheirs'
    return isMine ? 'trainingMine' : 'trainingTheirs'
  }
  if (state === 'proposed') return waitsFor === side ? 'waitsMe' : 'waitsOther'
  if (state === 'talking' && waitsFor === 'organisation') return 'talkingWaits'
  return state
}

const withFirstDay: readonly HeadingName[] = ['hired', 'hireTheirs']

/** Its heading: the answer, and what somebody has to do. */
export function headingOf(
  view: Pick<IntroductionView, 'introduction' | 'side' | 'steps'>,
  names: { readonly other: string; readonly proposer: string | undefined; readonly offering: string | undefined },
  language: Language,
): { readonly title: string; readonly lead: string } {
  const name = headingName(view)
  const { title, lead } = introductionHeadings[language][view.side][name]
  const { startsOn, dueOn } = view.introduction
  const date = withFirstDay.includes(name) ? startsOn : dueOn
  const said = {
    other: names.other,
    date: date && dateText(date, language),
    what: name === 'suggested' ? names.proposer : names.offering && `${names.offering}.`,
  }
  return { title: title(said), lead: lead(said) }
}
