import { type DateText, Invalid } from '../../platform/index.ts'
import type { RulesService } from '../rules/index.ts'

/** The terms of an enrolment, from dated rules (`data/rules/enrolments.json`). */
export interface EnrolmentTerms {
  /** Days that a place is held. */
  readonly holdDays: number
  /** Days after the first day in which somebody can still come in. */
  readonly lateDays: number
  /** Days before the first day on which a reminder goes out. */
  readonly soonDays: number
  /** Open enrolments of one person. */
  readonly openPerPerson: number
  /** Days that an enrolment without a place is kept after its end. */
  readonly keptDays: number
  /** The same of one that was completed, or stopped after the start. */
  readonly doneKeptDays: number
}

const ids = {
  holdDays: 'enrolment-hold-days',
  lateDays: 'enrolment-late-days',
  soonDays: 'enrolment-soon-days',
  openPerPerson: 'enrolment-open-per-person',
  keptDays: 'enrolment-kept-days',
  doneKeptDays: 'enrolment-done-kept-days',
} as const

/** The terms that hold on a day. @throws Invalid naming the rule that is missing */
export async function enrolmentTermsOn(rules: Pick<RulesService, 'list'>, today: DateText): Promise<EnrolmentTerms> {
  const held = await rules.list(today)
  const entries = Object.entries(ids).map(([name, id]) => {
    const value = held.find((rule) => rule.id === id)?.value
    if (typeof value !== 'number')
      throw new Invalid('rules', `The rule ${id} is missing on ${today}: data/rules/enrolments.json.`)
    return [name, value] as const
  })
  return Object.fromEntries(entries) as Record<keyof typeof ids, number>
}
