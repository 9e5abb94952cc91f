import { type DateText, type Holidays, Invalid } from '../../platform/index.ts'
import type { RulesService } from '../rules/index.ts'

/** The terms of work that earns credits, from dated rules (`data/rules/credits.json`, `holidays.json`). */
export interface CreditTerms {
  /** From so many days after the start it is looked whether somebody falls behind. */
  readonly behindFromDays: number
  /** Behind: so large a share of all credits less than the share of the time that is past. */
  readonly behindShare: number
  /** The student sees it at once; the others after so many working days. */
  readonly behindToldWorkingDays: number
  /** So many days after the end of a placement the files go. */
  readonly evidenceKeptDays: number
  readonly holidays: Holidays
}

const ids = {
  behindFromDays: 'credits-behind-from-days',
  behindShare: 'credits-behind-share',
  behindToldWorkingDays: 'credits-behind-told-working-days',
  evidenceKeptDays: 'evidence-kept-days',
} as const

const holidays = 'public-holidays'

/** @throws Invalid naming the rule that is missing */
export async function creditTermsOn(rules: Pick<RulesService, 'find' | 'list'>, today: DateText): Promise<CreditTerms> {
  const held = await rules.list(today)
  const heldValue = (id: string): unknown => held.find((rule) => rule.id === id)?.value
  const entries = Object.entries(ids).map(([name, id]) => {
    const value = heldValue(id)
    if (typeof value !== 'number') throw new Invalid('rules', `The rule ${id} is missing on ${today}: data/rules/credits.json.`)
    return [name, value] as const
  })
  const year = Number(today.slice(0, 4))
  // Of the year before and after too: working days may run over the turn of the year.
  const before = await rules.find(holidays, `${year - 1}-07-01`)
  const after = await rules.find(holidays, `${year + 1}-07-01`)
  const days = [before?.value, heldValue(holidays), after?.value].flatMap((value) => (Array.isArray(value) ? value : []))
  return { ...(Object.fromEntries(entries) as Record<keyof typeof ids, number>), holidays: new Set(days) }
}
