import type { ConceptId } from '../taxonomy/index.ts'

/** An exact quotient of integers. Never compare a float built one way with a float built another. */
export interface Quotient {
  readonly of: number
  readonly outOf: number
}

export type TermKey =
  | 'hours'
  | 'days'
  | 'place'
  | 'wage'
  | `language:${string}`
  | 'workLevel'
  | 'diploma'
  | 'experienceYears'
  | `licence:${string}`
  | 'certificateOfConduct'
  | 'permit'
  | 'start'

/** One condition of a vacancy. A skill condition is named by the requirement's own concept id. */
export type ConditionKey = `skill:${ConceptId}` | TermKey

/**
 * One condition that is not met for certain: what was asked, what was found, how far apart in the condition's unit
 * (levels, hours, minutes, cents per hour, CEFR steps, NLQF steps, years, weeks; 0 where there is no distance).
 * `unknown`: met in high, unmet in low.
 */
export interface Condition {
  readonly key: ConditionKey
  readonly state: 'unmet' | 'unknown'
  readonly asked: number | boolean | string | readonly number[]
  readonly found?: number | boolean | string | readonly number[]
  readonly distance: number
  /** Only on a skill whose level is enough but whose evidence is not: the strongest evidence found. */
  readonly evidenceLacking?: 'claimed' | 'evidenced'
}

/** The kernel's answer for one person and one vacancy. `unmet` low holds all conditions, high only those in state *unmet*. */
export interface Judgement {
  readonly vacancy: string
  readonly conditions: readonly Condition[]
  readonly fitLow: Quotient
  readonly fitHigh: Quotient
}

/** Through which claim a requirement gets its credit: the reasons, skill by skill. */
export interface Credit {
  readonly skill: ConceptId
  readonly weight: 'essential' | 'important' | 'somewhat'
  readonly need: number
  /** Credit in 1/1200, low and high. */
  readonly low: number
  readonly high: number
  /** The claim that gives the low credit, and how: the same, the specific for the general, or by kinship. Left out when there is none. */
  readonly through?: {
    readonly skill: ConceptId
    readonly how: 'same' | 'specific' | 'close' | 'related' | 'sibling' | 'general'
    readonly level: number
    readonly evidence: 'claimed' | 'evidenced' | 'verified'
  }
  readonly state: 'met' | 'unknown' | 'unmet'
}

export interface Match {
  readonly vacancy: string
  readonly fitLow: Quotient
  readonly fitHigh: Quotient
  /** Eligible for certain: no term unmet in low. */
  readonly certain: boolean
  readonly fitsNow: boolean
  readonly mayFit: boolean
  /** Unknown conditions: what to check. */
  readonly check: readonly ConditionKey[]
}
