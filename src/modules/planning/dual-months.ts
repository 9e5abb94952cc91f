import type { DateText } from '../../platform/index.ts'
import { minimumWages, wageRange } from '../funding/index.ts'
import { type Rule, wageMonthEuro } from '../rules/index.ts'
import type { OfferingRecord, Programme } from '../trainings/index.ts'

/** What somebody earns in a month of work and study: a number, a range by law, nothing yet, or not known. */
export type DualMonth =
  | { readonly kind: 'euro'; readonly euro: number }
  | { readonly kind: 'range'; readonly lowEuro: number; readonly highEuro: number; readonly rules: readonly string[] }
  | { readonly kind: 'noContract' }
  | { readonly kind: 'unknown' }

export interface DualFacts {
  /** First day of the training. */
  readonly from: DateText
  readonly programme: Programme | undefined
  readonly offering: OfferingRecord | undefined
  /** Hours a week of the job; left out when not known. */
  readonly hours: number | undefined
  /** Every row about minimum wages, of all periods. */
  readonly rules: readonly Rule[]
  readonly today: DateText
}

/**
 * Phase by phase: the wage that its provider names; before a contract there is none; else the income that the offering names; else between the lowest
 * and the highest minimum wage, because how old somebody is, is not asked here. The low end counts only days of work as paid.
 */
export function dualMonths(facts: DualFacts): (day: DateText) => DualMonth {
  const phases = facts.programme?.facts.phases ?? []
  return (day) => {
    const phase = phaseOn(phases, facts.from, day)
    if (phase?.wageMonthEuro !== undefined) return { kind: 'euro', euro: phase.wageMonthEuro }
    if (phase?.employed === false) return { kind: 'noContract' }
    const income = facts.offering?.facts.incomeMonthEuro
    if (income !== undefined) return { kind: 'euro', euro: income }
    return byMinimumWage(facts, workShare(phase))
  }
}

type Phase = NonNullable<Programme['facts']['phases']>[number]

/** Undefined where the length of a phase before that day is not known. */
function phaseOn(phases: readonly Phase[], from: DateText, day: DateText): Phase | undefined {
  let week = Math.floor((Date.parse(day) - Date.parse(from)) / (7 * 24 * 60 * 60 * 1000))
  for (const phase of phases) {
    if (phase.weeks === undefined) return phases.length === 1 ? phase : undefined
    if (week < phase.weeks) return phase
    week -= phase.weeks
  }
  return phases.at(-1)
}

/** Days of work among the days of a phase; all of them where that is not known. */
function workShare(phase: Phase | undefined): number {
  const { workDays, schoolDays = 0 } = phase ?? {}
  return workDays === undefined || workDays + schoolDays === 0 ? 1 : workDays / (workDays + schoolDays)
}

function byMinimumWage({ rules, today, hours }: DualFacts, share: number): DualMonth {
  const range = wageRange(minimumWages(rules, today, true), undefined)
  if (range === undefined || hours === undefined) return { kind: 'unknown' }
  return {
    kind: 'range',
    lowEuro: wageMonthEuro(range.low.centsPerHour, hours * share),
    highEuro: wageMonthEuro(range.high.centsPerHour, hours),
    rules: [range.low.rule, range.high.rule],
  }
}
