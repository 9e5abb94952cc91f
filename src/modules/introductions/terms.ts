import { type DateText, type Holidays, Invalid } from '../../platform/index.ts'
import type { RulesService } from '../rules/index.ts'

/** The terms of an introduction, from dated rules (`data/rules/introductions.json`, `holidays.json`). */
export interface Terms {
  readonly replyWorkingDays: number
  readonly firstNudgeWorkingDays: number
  readonly lastNudgeWorkingDays: number
  readonly expiresWorkingDays: number
  readonly personAnswerDays: number
  readonly quietWorkingDays: number
  readonly rateMonths: number
  readonly rateLeast: number
  readonly openPerVacancy: number
  readonly openPerPerson: number
  readonly releaseDays: number
  readonly keptDays: number
  readonly holidays: Holidays
}

const ids = {
  replyWorkingDays: 'reply-working-days',
  firstNudgeWorkingDays: 'reply-first-nudge-working-days',
  lastNudgeWorkingDays: 'reply-last-nudge-working-days',
  expiresWorkingDays: 'reply-expires-working-days',
  personAnswerDays: 'person-answer-days',
  quietWorkingDays: 'talk-quiet-working-days',
  rateMonths: 'reply-rate-months',
  rateLeast: 'reply-rate-least',
  openPerVacancy: 'open-per-vacancy',
  openPerPerson: 'open-per-person',
  releaseDays: 'release-days',
  keptDays: 'procedure-kept-days',
} as const

/**
 * The terms that hold on a day. Holidays of the year before and the year after are in it too, as far as the rules know them.
 * @throws Invalid naming the rule that is missing
 */
export async function termsOn(rules: Pick<RulesService, 'find' | 'list'>, today: DateText): Promise<Terms> {
  const held = await rules.list(today)
  const heldValue = (id: string): unknown => held.find((rule) => rule.id === id)?.value
  const entries = Object.entries(ids).map(([name, id]) => {
    const value = heldValue(id)
    if (typeof value !== 'number')
      throw new Invalid('rules', `The rule ${id} is missing on ${today}: data/rules/introductions.json.`)
    return [name, value] as const
  })
  const year = Number(today.slice(0, 4))
  // One after the other: this may be asked within a transaction, which answers one question at a time.
  const before = await rules.find(holidays, `${year - 1}-07-01`)
  const after = await rules.find(holidays, `${year + 1}-07-01`)
  const days = [before?.value, heldValue(holidays), after?.value].flatMap((value) => (Array.isArray(value) ? value : []))
  return { ...(Object.fromEntries(entries) as Record<keyof typeof ids, number>), holidays: new Set(days) }
}

const holidays = 'public-holidays'
