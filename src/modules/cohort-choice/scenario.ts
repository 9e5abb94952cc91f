import type { Aim, Means } from '../../engine/choosing/index.ts'
import type { DateText } from '../../platform/index.ts'
import type { Bilingual } from '../trainings/index.ts'

/** What a region asks: what there is, what it is for, and what to take where nobody knows. */
export interface AskedChoice {
  readonly region: string
  readonly aim: Aim
  readonly budgetEuro: number
  /** Left out: enough of it. Hours over all cohorts together; weeks of rooms; hours a week of all who guide. */
  readonly teacherHours?: number
  readonly roomWeeks?: number
  readonly seniorHours?: number
  /** Assumptions: what is taken where a fact is not known. */
  readonly seatsWhereUnknown: number
  readonly teacherHoursPerWeek: number
  readonly seniorHoursPerPerson: number
}

/** Low: what is unknown counts as no. High: as yes. Counts of placements, of people in tens. */
export type LowHigh = readonly [low: number, high: number]

/** What keeps a cohort from placing more. */
export type CohortLimit = 'seats' | 'jobs' | 'people'

/** A cohort that is chosen. */
export interface ChosenCohort {
  readonly offering: string
  readonly title: Bilingual
  readonly provider: string
  readonly placeName?: string
  /** Left out: it starts at any time, or a start would have to be made. */
  readonly startsOn?: DateText
  /** `start`: given in the region or online. `could`: given elsewhere, and could be given here. */
  readonly kind: 'start' | 'could'
  readonly seats: number
  readonly seatsAssumed: boolean
  readonly costEuro: number
  readonly teacherHours: number
  readonly roomWeeks: number
  readonly seniorHours: number
  readonly placed: LowHigh
  readonly limit: CohortLimit
}

/** The same question with more or less of one thing, solved again. */
export interface Variant {
  readonly means: Means
  /** How much more; less where negative. */
  readonly by: number
  readonly placed: number
  readonly furthest: number
  readonly isProven: boolean
}

/** What came out, as it is kept. */
export interface ChoiceAnswer {
  /** People of the region who agreed to be counted, in tens (0: fewer than ten); jobs; cohorts to choose from. */
  readonly people: number
  readonly jobs: number
  readonly candidates: number
  /** Candidates of which the seats are not known. */
  readonly seatsAssumed: number
  readonly cohorts: readonly ChosenCohort[]
  readonly placed: LowHigh
  /** Of them: people who have no job within reach today, whatever is unknown. */
  readonly furthest: LowHigh
  readonly used: Readonly<Record<Means, number>>
  /** No choice of cohorts reaches more than this of what is aimed at; for `furthest` in weighted placements. */
  readonly reached: number
  readonly bound: number
  readonly isProven: boolean
  readonly isSettled: boolean
  readonly seconds: number
  /** By budget, those that were solved again and the one that was asked, ascending. */
  readonly budgets: readonly (Pick<Variant, 'placed' | 'furthest' | 'isProven'> & { readonly budgetEuro: number })[]
  /** What a little more of each means that was given would add. */
  readonly more: readonly Variant[]
  readonly dataVersion: string
}

export interface Scenario {
  readonly id: string
  readonly organisation: string
  readonly name: string
  readonly asked: AskedChoice
  readonly answer: ChoiceAnswer
  /** Milliseconds since 1970. */
  readonly madeAt: number
}
