/**
 * Plans as people see them: with names, dates, money and reasons, in one language. The site, the API and the command line
 * all show these, so they give the same answer. Sentences are made by whoever shows them.
 */

import type { Condition, ConditionKey } from '../../engine/matching/index.ts'
import type { ChanceBand, Change, PlanKind, Preference } from '../../engine/planning/index.ts'
import type { DateText } from '../../platform/index.ts'
import type { FundingSum } from '../funding/index.ts'

export interface VacancySummary {
  readonly id: string
  readonly title: string
  readonly employer: string
  readonly demo: boolean
  readonly occupation?: string
  readonly occupationLabel?: string
  readonly region?: string
  readonly regionName?: string
  readonly placeName?: string
  readonly remoteShare?: number
  readonly hours?: readonly [number, number]
  /** Gross per month at the most hours this person and the vacancy both allow (else the vacancy's most). */
  readonly wageMonthEuro?: readonly [number, number]
  readonly wageHourCents?: readonly [number, number]
  readonly startFrom?: DateText
  readonly closesOn?: DateText
}

export interface TrainingSummary {
  readonly offering: string
  readonly programme: string
  readonly title: string
  readonly provider: string
  readonly online: boolean
  readonly placeName?: string
  readonly weeks: number
  readonly hoursPerWeek: number
  readonly feeEuro: number
  readonly seats?: number
}

/** One skill of the vacancy at the end of the plan: what you have, nearly have, learn, miss, or did not tell. */
export interface SkillReason {
  readonly skill: string
  readonly label: string
  readonly weight: 'essential' | 'important' | 'somewhat'
  readonly need: number
  readonly state: 'have' | 'near' | 'learn' | 'miss' | 'unknown'
  /** Credit in 1/1200, low and high. */
  readonly credit: readonly [number, number]
  readonly through?: {
    readonly skill: string
    readonly label: string
    readonly how: 'same' | 'specific' | 'close' | 'related' | 'sibling' | 'general'
    readonly level: number
    readonly evidence: 'claimed' | 'evidenced' | 'verified'
  }
  /** The offering in which it is learnt. */
  readonly learntIn?: string
}

export interface ConditionView extends Condition {
  /** Name of the skill or the language, where the key is one. */
  readonly label?: string
}

export type PlanStep =
  | { readonly kind: 'wait'; readonly from: DateText; readonly until: DateText }
  | {
      readonly kind: 'training'
      readonly from: DateText
      readonly until: DateText
      readonly training: TrainingSummary
      readonly withWage: boolean
    }
  | { readonly kind: 'job'; readonly from: DateText; readonly vacancy: VacancySummary }

export interface MoneyMonth {
  /** `2027-03`. */
  readonly month: string
  /** `partly` where a month has two incomes; `unknown` is shown, never zero. */
  readonly kind: 'wageNow' | 'benefit' | 'trainingIncome' | 'wage' | 'unknown'
  readonly euro?: number
  /** Of a month whose amount is not known and lies between two: the minimum wages of the youngest and of 21 and older. */
  readonly range?: { readonly lowEuro: number; readonly highEuro: number }
  /** Rules the amount rests on: ids of dated rules. */
  readonly rules: readonly string[]
}

export interface Payer {
  /** `you`, `employer`, or the id of a scheme. */
  readonly who: string
  readonly label: string
  readonly euro: number
  /** `sure`, `can` (by what you told), `ask` (somebody decides; never counted as paid). */
  readonly certainty: 'sure' | 'can' | 'ask'
}

/** A funding scheme beside a plan. It changes no cost: what is counted stands among the payers. */
export interface FundingLine {
  /** Id of its rule. */
  readonly scheme: string
  readonly label: string
  readonly isLoan: boolean
  readonly verdict: 'can' | 'ask'
  readonly decides: string
  readonly sum?: FundingSum
}

/** A loan one can ask for. The amount is what the rule says in general; left out where the rule says to ask. */
export interface Loan {
  /** Id of its rule. */
  readonly scheme: string
  readonly label: string
  readonly fromEuro?: number
  readonly toEuro?: number
}

export interface ChancePart {
  readonly offering: string
  readonly title: string
  readonly completion?: { readonly of: number; readonly outOf: number; readonly cohort: string; readonly source: string }
  readonly placement?: { readonly of: number; readonly outOf: number; readonly cohort: string; readonly source: string }
}

export interface PlanView {
  /** Stable for the same data: kind, offerings, vacancy. Safe in a URL. */
  readonly id: string
  readonly kind: PlanKind
  readonly certain: boolean
  readonly toCheck: readonly ConditionView[]
  readonly titledBy: 'vacancy' | 'occupation'
  readonly vacancy: VacancySummary
  readonly steps: readonly PlanStep[]
  readonly readyOn: DateText
  readonly readyInWeeks: number
  readonly firstPaidOn: DateText
  readonly ownCostEuro: number
  readonly askFundingEuro: number
  readonly payers: readonly Payer[]
  /** Where there is own cost: loans of about that size that one can ask for. They are paid back, and lower no cost. */
  readonly loans: readonly Loan[]
  /** Open schemes that may pay for the person, or that the person has a right to. */
  readonly funding: readonly FundingLine[]
  /** What the employer may get. Never the money of the person. */
  readonly employerFunding: readonly FundingLine[]
  readonly money: readonly MoneyMonth[]
  /** Lowest known month until the job; left out when a month is unknown. */
  readonly lowestMonthEuro?: number
  /** Most study hours a week on the way; 0 without training. */
  readonly studyHoursPerWeek: number
  readonly fit: { readonly of: number; readonly outOf: number }
  readonly skills: readonly SkillReason[]
  readonly chance: ChanceBand
  readonly chanceParts: readonly ChancePart[]
}

export interface PlanGroupView {
  readonly best: PlanView
  readonly plans: number
  readonly opensLow: number
  readonly opensHigh: number
  readonly examples: readonly VacancySummary[]
  readonly folded: readonly (readonly TrainingSummary[])[]
}

/** Every answer names what it rests on. */
export interface Basis {
  readonly taxonomy: string
  readonly transferModel: string
  readonly data: string
  readonly demo: boolean
  readonly vacancies: number
  readonly offerings: number
  readonly on: DateText
  /**
   * Only where there was no time for more: the answer is whole for paths of at most so many trainings that are over by that day. Left out: exact.
   */
  readonly limited?: { readonly trainings: number; readonly readyBy: DateText }
}

export interface PlansView {
  readonly basis: Basis
  readonly preference: Preference
  readonly counts: { readonly certain: number; readonly high: number }
  readonly groups: readonly PlanGroupView[]
  /**
   * What would open most among all vacancies, whatever the goal; with training only where there is no plan and nothing opens today. Left out
   * where no change opens anything.
   */
  readonly changes?: readonly ChangeView[]
  /** When there is nothing: the honest not-yet, with the same changes. */
  readonly notYet?: { readonly changes: readonly ChangeView[] }
  readonly question?: QuestionView
  /** What opens most among the trainings without known dates or price; one a programme. */
  readonly asks: readonly AskView[]
}

/** A training to ask the provider about: it leads somewhere, but its dates or price are not known. It has no date here. */
export interface AskView {
  readonly offering: string
  readonly programme: string
  readonly title: string
  readonly provider: string
  readonly online: boolean
  readonly placeName?: string
  readonly weeks?: number
  readonly hoursPerWeek?: number
  readonly feeEuro?: number
  /** What must be asked. */
  readonly unknown: readonly AskReason[]
  /** What it teaches was not said by the provider but derived, from its name or its text. */
  readonly isDerived: boolean
  readonly opensLow: number
  readonly opensHigh: number
  readonly mostly: readonly { readonly occupation: string; readonly label: string; readonly vacancies: number }[]
}

export type AskReason = 'start' | 'length' | 'load' | 'price'

export interface ChangeView {
  readonly changes: readonly (Change & { readonly label?: string })[]
  readonly opensLow: number
  readonly opensHigh: number
  readonly examples: readonly VacancySummary[]
  readonly withTraining: boolean
}

/** The next step of one term or limit that opens something: so many vacancies of the goal newly have a plan. */
export interface StepView {
  readonly change: Extract<Change, { readonly by: number }>
  readonly opensLow: number
  readonly opensHigh: number
}

export interface QuestionView {
  readonly ask: `skill:${string}` | `level:${string}` | ConditionKey
  readonly label?: string
  readonly changes: number
}

export interface DoorView {
  readonly path: readonly TrainingSummary[]
  readonly starts: readonly DateText[]
  readonly readyOn: DateText
  readonly readyInWeeks: number
  readonly ownCostEuro: number
  readonly studyHoursPerWeek: number
  readonly opensLow: number
  readonly opensHigh: number
  /** Occupations opened, most first. */
  readonly mostly: readonly { readonly occupation: string; readonly label: string; readonly vacancies: number }[]
  readonly bestOn: readonly ('most' | 'soonest' | 'cheapest')[]
}

export interface DoorsView {
  readonly basis: Basis
  readonly openNow: readonly [number, number]
  readonly openNowMostly: readonly { readonly occupation: string; readonly label: string; readonly vacancies: number }[]
  /** The front, singles first by number opened. */
  readonly doors: readonly DoorView[]
  /** Usable single trainings that open something but stand behind the front. */
  readonly others: readonly DoorView[]
  readonly question?: QuestionView
  readonly changes: readonly ChangeView[]
}

export interface WhyNotView {
  readonly basis: Basis
  readonly vacancy: VacancySummary
  readonly conditions: readonly ConditionView[]
  readonly skills: readonly SkillReason[]
  readonly fit: {
    readonly low: { readonly of: number; readonly outOf: number }
    readonly high: { readonly of: number; readonly outOf: number }
  }
  /** Changes of this person that open this vacancy, smallest first. */
  readonly changes: readonly ChangeView[]
  /** Plans to this vacancy, if any. */
  readonly plans: readonly PlanGroupView[]
}

export interface MatchesView {
  readonly basis: Basis
  readonly fitNow: readonly [number, number]
  readonly eligible: readonly [number, number]
  readonly matches: readonly {
    readonly vacancy: VacancySummary
    readonly fitLow: { readonly of: number; readonly outOf: number }
    readonly fitHigh: { readonly of: number; readonly outOf: number }
    readonly certain: boolean
    readonly fitsNow: boolean
    readonly mayFit: boolean
    readonly check: readonly ConditionView[]
  }[]
}
