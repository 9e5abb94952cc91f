import type { CheckedText, Span } from '../check.ts'
import { around, sentenceAt } from './sentences.ts'

const reader =
  /(?<!\p{L})(?:je bent|jij bent|u bent|ben je|ben jij|bent u|ben jij een|je zoekt|jij|zoeken|zoek|gezocht|wanted|zoekt|word jij|word je|wil jij|wil je|iemand|kandidaat|kandidaten|candidates?|you (?:are|have|can|must|should)|you're|are you|must|looking for|seek(?:ing)?|someone|somebody|become|past bij (?:ons|een)|pas je|pas jij|past in|past binnen|fit in|fit into|als onze|onze nieuwe|our (?:next|new)|leeftijd|solliciteer|voor)(?!\p{L})/iu
const shortBullet = 60

/** Whether the sentence asks it of who reads it: by its words, its section, or because it stands alone as a bullet or title. */
export function isAskedOfReader(checked: CheckedText, span: Span): boolean {
  const sentence = sentenceAt(checked, span.start)
  if (sentence?.section === 'demands' || sentence?.section === 'title' || isInTitle(checked, span)) return true
  const { whole, before } = around(checked, span)
  return reader.test(whole) || (whole.length <= shortBullet && /^\W*$/u.test(before))
}

export function isInTitle({ title }: CheckedText, { start }: Span): boolean {
  return title !== undefined && start >= title.start && start < title.end
}
