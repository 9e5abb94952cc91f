import type { DateText } from '../../platform/index.ts'
import type { Profile } from '../people/index.ts'
import type { DualMonth } from './dual-months.ts'
import type { MoneyMonth } from './views.ts'

/** The dates that decide what comes in, and the amounts that are known. */
export interface MoneyFacts {
  readonly today: DateText
  readonly profile: Profile
  /** First paid day of the plan. */
  readonly paidFrom: DateText
  /** Wage of the job per month, its lower bound; left out when the vacancy names none. */
  readonly jobMonthEuro?: number | undefined
  /** Dual: income while training, from `paidFrom` until the training ends. */
  readonly dualUntil?: DateText | undefined
  readonly dualMonth?: ((day: DateText) => DualMonth) | undefined
  /** Trainings before the job: a benefit goes on during them only where UWV agrees. */
  readonly trainings?: readonly { readonly from: DateText; readonly until: DateText }[] | undefined
  /** Benefit in its nth month (0 = first), with the ids of the rules it rests on; undefined when nothing is known. */
  readonly benefit: (monthIndex: number) => { readonly euro?: number | undefined; readonly rules: readonly string[] } | undefined
}

/** Months shown after the first wage of the job, so that it can be compared with what came before. */
const monthsAfterFirstWage = 2
const mostMonths = 36

/**
 * Income month by month from this month until the job pays. A month with two incomes shows the one at its start; what is
 * not known is `unknown`, never zero.
 */
export function moneyMonths(facts: MoneyFacts): MoneyMonth[] {
  const first = facts.today.slice(0, 7)
  const last = addMonths(laterOf(facts.paidFrom, facts.dualUntil ?? facts.paidFrom).slice(0, 7), monthsAfterFirstWage)
  const months: MoneyMonth[] = []
  for (let month = first; month <= last && months.length < mostMonths; month = addMonths(month, 1)) {
    months.push(moneyOf(facts, month))
  }
  return months
}

function moneyOf(facts: MoneyFacts, month: string): MoneyMonth {
  const day = `${month}-15`
  if (day >= facts.paidFrom) {
    const isDual = facts.dualUntil !== undefined && day < facts.dualUntil
    return isDual ? whileLearning(facts, month, day) : amount(month, 'wage', facts.jobMonthEuro, [])
  }
  return beforeTheJob(facts, month, day)
}

function whileLearning(facts: MoneyFacts, month: string, day: DateText): MoneyMonth {
  const dual = facts.dualMonth?.(day) ?? { kind: 'unknown' }
  if (dual.kind === 'noContract') return beforeTheJob(facts, month, day)
  if (dual.kind === 'range')
    return { month, kind: 'unknown', range: { lowEuro: dual.lowEuro, highEuro: dual.highEuro }, rules: dual.rules }
  return amount(month, 'trainingIncome', dual.kind === 'euro' ? dual.euro : undefined, [])
}

function beforeTheJob({ profile, ...facts }: MoneyFacts, month: string, day: DateText): MoneyMonth {
  const ends = profile.jobEndsOn
  const works = profile.wageNowMonthEuro !== undefined && profile.situation !== 'unemployed'
  if (works && (ends === undefined || day <= ends)) return amount(month, 'wageNow', profile.wageNowMonthEuro, [])
  if (profile.incomeWhileTrainingMonthEuro !== undefined) {
    return amount(month, 'benefit', profile.incomeWhileTrainingMonthEuro, [])
  }
  const since = ends ?? facts.today
  const index = monthsBetween(since.slice(0, 7), month)
  const known = profile.benefitMonths !== undefined && index < profile.benefitMonths ? facts.benefit(index) : undefined
  if (!known) return { month, kind: 'unknown', rules: [] }
  const isLearning = facts.trainings?.some(({ from, until }) => from <= day && day < until) ?? false
  return amount(month, 'benefit', known.euro, isLearning ? [...known.rules, 'ww-during-training'] : known.rules)
}

function amount(month: string, kind: MoneyMonth['kind'], euro: number | undefined, rules: readonly string[]): MoneyMonth {
  return euro === undefined ? { month, kind: 'unknown', rules } : { month, kind, euro, rules }
}

/** Lowest month before and including the first wage; undefined when one of them is unknown. */
export function lowestMonth(months: readonly MoneyMonth[]): number | undefined {
  const amounts = months.map((month) => month.euro)
  return amounts.includes(undefined) ? undefined : Math.min(...(amounts as number[]))
}

function laterOf(a: DateText, b: DateText): DateText {
  return a > b ? a : b
}

function addMonths(month: string, count: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const index = year * 12 + (number - 1) + count
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

function monthsBetween(from: string, until: string): number {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number)
  const [year = 0, month = 0] = until.split('-').map(Number)
  return (year - fromYear) * 12 + (month - fromMonth)
}
