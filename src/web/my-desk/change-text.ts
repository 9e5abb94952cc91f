import type { FactChange, GoneReason } from '../../modules/kept-plans/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import { dateText, euroText } from '../words/format.ts'
import { myDeskWords } from '../words/my-desk.ts'

/** A fact that changed, as people read it: which, and from what to what. */
export interface ChangeText {
  readonly what: string
  readonly before: string
  readonly after: string
}

export function changeText(change: FactChange, language: Language): ChangeText {
  const words = myDeskWords[language].changes
  const { fact, training = '' } = change
  const named = words[fact]
  return {
    what: typeof named === 'function' ? named(training) : named,
    before: valueText(fact, change.before, language),
    after: valueText(fact, change.after, language),
  }
}

const days: readonly FactChange['fact'][] = ['readyOn', 'closesOn', 'starts', 'ends']
const euros: readonly FactChange['fact'][] = ['ownCostEuro', 'feeEuro', 'wageMonthEuro']

function valueText(fact: FactChange['fact'], value: FactChange['before'], language: Language): string {
  const words = myDeskWords[language].changes
  if (value === undefined) return words.unknown
  if (typeof value === 'boolean') return value ? words.yes : words.no
  const one = (part: string | number): string => {
    if (days.includes(fact)) return dateText(String(part), language)
    return euros.includes(fact) ? euroText(Number(part), language) : String(part)
  }
  return typeof value === 'object' ? words.range(one(value[0]), one(value[1])) : one(value)
}

/** Why a plan is none any more, in one sentence. */
export function reasonText(reason: GoneReason, language: Language): string {
  const words = myDeskWords[language].gone
  switch (reason.why) {
    case 'trainingGone':
    case 'noSeats':
      return words[reason.why](reason.training)
    case 'startPassed':
      return words.startPassed(reason.training, dateText(reason.start, language))
    case 'dearer':
      return words.dearer(reason.training, euroText(reason.before, language), euroText(reason.after, language))
    default:
      return words[reason.why]
  }
}
