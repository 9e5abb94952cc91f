import type { IntroductionView } from '../../modules/introductions/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import { todayInAmsterdam } from '../../platform/calendar.ts'
import type { ShownMessage } from '../components/messages/messages.tsx'
import { dayText } from '../words/format.ts'
import { introductionWords } from '../words/introduction.ts'

/** The messages as one side reads them, each of the other with why they may write. */
export function messagesOf(
  { introduction: one, side, steps, messages }: Pick<IntroductionView, 'introduction' | 'side' | 'steps' | 'messages'>,
  other: string,
  language: Language,
): ShownMessage[] {
  const words = introductionWords[language]
  const acceptedAt = steps.find(({ step }) => step === 'accept')?.at
  const isInvited = one.proposedBy === 'organisation'
  const first = side === 'person' ? (isInvited ? 'found' : 'yourQuestion') : isInvited ? 'invited' : 'vacancy'
  return messages.map(({ id, side: from, text, at }) => {
    const date = dayText(todayInAmsterdam(at), language)
    if (from === 'system') return { id, from, who: '', date, text: systemText(text, side, other, language) }
    if (from === side) return { id, from: 'me', who: side === 'person' ? words.you : words.youAll, date, text }
    const isAfterYes = acceptedAt !== undefined && at >= acceptedAt
    return { id, from: 'other', who: other, date, text, why: words.messages.why[isAfterYes ? 'both' : first] }
  })
}

function systemText(key: string, side: 'person' | 'organisation', other: string, language: Language): string {
  const { system } = introductionWords[language].messages
  if (key === 'read') return side === 'person' ? system.read(other) : system.readByYou
  if (key === 'overdue') return side === 'person' ? system.overdue(other) : system.overdueByYou
  return key
}
