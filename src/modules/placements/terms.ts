import { type DateText, type Holidays, Invalid } from '../../platform/index.ts'
import type { RulesService } from '../rules/index.ts'

/** The terms of a placement and the norms of its scheme, from dated rules (`data/rules/placements.json`, `holidays.json`). */
export interface Terms {
  readonly signDays: number
  readonly firstNudgeDays: number
  readonly lastNudgeDays: number
  readonly keptMonths: number
  /** Hours a school year. Left out: no rule holds on this day. */
  readonly practiceHours?: number
  readonly schoolHours?: number
  /** Hours a week that guiding one student takes, where the parties agree nothing else. */
  readonly supervisorHours?: number
  readonly coachHours?: number
  readonly holidays: Holidays
}

const needed = {
  signDays: 'placement-sign-days',
  firstNudgeDays: 'placement-first-nudge-days',
  lastNudgeDays: 'placement-last-nudge-days',
  keptMonths: 'placement-kept-months',
} as const
const norms = {
  practiceHours: 'bbl-practice-hours',
  schoolHours: 'bbl-school-hours',
  supervisorHours: 'placement-supervisor-hours',
  coachHours: 'placement-coach-hours',
} as const
const holidays = 'public-holidays'

/**
 * The terms that hold on a day. Holidays of the years around it are in it too, as far as the rules know them.
 * @throws Invalid naming the rule that is missing
 */
export async function termsOn(rules: Pick<RulesService, 'find' | 'list'>, today: DateText): Promise<Terms> {
  const held = await rules.list(today)
  const heldValue = (id: string): unknown => held.find((rule) => rule.id === id)?.value
  const entries = Object.entries(needed).map(([name, id]) => {
    const value = heldValue(id)
    if (typeof value !== 'number')
      throw new Invalid('rules', `The rule ${id} is missing on ${today}: data/rules/placements.json.`)
    return [name, value] as const
  })
  const known = Object.entries(norms).flatMap(([name, id]) => {
    const value = heldValue(id)
    return typeof value === 'number' ? [[name, value] as const] : []
  })
  const year = Number(today.slice(0, 4))
  const days: DateText[] = []
  // One after the other: this may be asked within a transaction, which answers one question at a time.
  for (const other of [year - 1, year, year + 1, year + 2, year + 3]) {
    const value = other === year ? heldValue(holidays) : (await rules.find(holidays, `${other}-07-01`))?.value
    if (Array.isArray(value)) days.push(...value)
  }
  return { ...(Object.fromEntries([...entries, ...known]) as Omit<Terms, 'holidays'>), holidays: new Set(days) }
}
