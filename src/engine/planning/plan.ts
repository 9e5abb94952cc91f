import type { ConditionKey, Quotient, Week } from '../matching/index.ts'

export type PlanKind = 'direct' | 'trainThenHire' | 'hireThenTrain' | 'dual'
export type ChanceBand = 'very likely' | 'likely' | 'fair' | 'unlikely' | 'unknown' | 'no training'
export type Preference = 'balanced' | 'soonest' | 'cheapest' | 'surest'

/** Trainings in order, then a vacancy. Weeks are absolute; `definitions.md` section 5 gives each rule. */
export interface Plan {
  readonly kind: PlanKind
  /** Offering ids in their soonest order. */
  readonly path: readonly string[]
  readonly vacancy: string
  /** Start week of each offering of `path`. */
  readonly starts: readonly Week[]
  readonly readyWeek: Week
  readonly firstPaidWeek: Week
  readonly ownCostEuro: number
  /** Funding that must be asked for; never ranks. */
  readonly askFundingEuro: number
  readonly fit: Quotient
  readonly chance: ChanceBand
  readonly titledBy: 'vacancy' | 'occupation'
  /** False: exists only in high. */
  readonly certain: boolean
  /** What must be checked for a plan that exists only in high. */
  readonly toCheck: readonly ConditionKey[]
}

/** Plans with the same path and kind, seen as one. */
export interface PlanGroup {
  readonly kind: PlanKind
  readonly best: Plan
  /** How many plans of the front stand in this group. */
  readonly plans: number
  /** Exact number of vacancies (of the goal) that this path newly opens, in low and in high: two counts, no margin. */
  readonly opensLow: number
  readonly opensHigh: number
  /** The best three of what it newly opens. */
  readonly examples: readonly string[]
  readonly certain: boolean
  /** Paths that are nearly the same and stand behind this one. */
  readonly folded: readonly (readonly string[])[]
}

/** What a person wants to reach. All given fields must hold; an empty goal is every vacancy. */
export interface Goal {
  readonly vacancies?: readonly string[]
  readonly occupations?: readonly string[]
  readonly regions?: readonly string[]
}

export interface PlansToGoal {
  /** Vacancies of the goal to which some plan leads: for certain, and in high. */
  readonly counts: { readonly certain: number; readonly high: number }
  readonly groups: readonly PlanGroup[]
}

export interface Door {
  readonly path: readonly string[]
  readonly readyWeek: Week
  readonly ownCostEuro: number
  /** How many vacancies it newly opens; `opens` of the engine says which. */
  readonly opens: number
  readonly opensHigh: number
}

/** An offering to ask about: what it would open, if its dates and price allow (ruling 48). */
export interface Ask {
  readonly offering: string
  readonly opens: readonly string[]
  readonly opensHigh: readonly string[]
}

export interface SingleDoor {
  readonly offering: string
  readonly usable: boolean
  readonly usableHigh: boolean
  /** 0 when not usable. */
  readonly opens: number
  readonly opensHigh: number
  /** Only when usable (low). */
  readonly readyWeek?: Week
  readonly ownCostEuro?: number
}

export interface Doors {
  /** Vacancies open now without training: [certain, high]. */
  readonly openNow: readonly [low: number, high: number]
  /** Those that open at least one, by id. */
  readonly singles: readonly SingleDoor[]
  /** Front over (readyWeek, ownCost, number opened) of paths of one or two. */
  readonly front: readonly Door[]
}

export interface BestOfVacancy {
  readonly plan: Plan
  /** Integer micro-points. */
  readonly utility: number
}

/** One thing a person might change. `by` is a positive amount in the item's unit. */
export type Change =
  | { readonly item: 'skill'; readonly skill: string; readonly to: number }
  | {
      readonly item: 'hoursMore' | 'hoursFewer' | 'travelMinutes' | 'wageFloorCentsPerHour' | 'startWeeksEarlier'
      readonly by: number
    }
  | { readonly item: 'language'; readonly code: string; readonly to: number }
  | { readonly item: 'licence'; readonly code: string }
  | { readonly item: 'certificateOfConduct' }
  | { readonly item: 'ownCost' | 'totalWeeks' | 'studyHours'; readonly by: number }

export interface SmallestChange {
  readonly changes: readonly Change[]
  readonly opensLow: readonly string[]
  readonly opensHigh: readonly string[]
  /** Pairs only: what neither opens alone. */
  readonly jointly?: readonly string[]
}

export interface GoodQuestion {
  readonly ask: `skill:${string}` | `level:${string}` | ConditionKey
  /** Expected size of the change of the ten best plans. */
  readonly changes: number
}

export interface PoolEffect {
  readonly pool: number
  readonly now: readonly [low: number, high: number]
  readonly alone: readonly { readonly demand: string; readonly gain: readonly [number, number] }[]
  readonly pairs: readonly { readonly demands: readonly [string, string]; readonly gain: readonly [number, number] }[]
  readonly all: readonly [number, number]
  readonly trainings: readonly { readonly offering: string; readonly brings: readonly [number, number] }[]
}
