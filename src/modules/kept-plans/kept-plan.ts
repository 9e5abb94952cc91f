import type { DateText } from '../../platform/index.ts'
import type { FactChange, PlanFacts } from './plan-facts.ts'

/** Why a plan that somebody kept is none any more; all that can be told. */
export type GoneReason =
  | { readonly why: 'vacancyClosed' | 'vacancyPaused' | 'profileChanged' | 'conditions' }
  | { readonly why: 'trainingGone' | 'noSeats'; readonly training: string }
  /** The start that it was planned with, and there is none later. */
  | { readonly why: 'startPassed'; readonly training: string; readonly start: DateText }
  | { readonly why: 'dearer'; readonly training: string; readonly before: number; readonly after: number }

/** The best plan instead: to the same vacancy where there is one. */
export interface NextBest {
  readonly plan: string
  readonly title: string
  readonly employer: string
  readonly readyOn: DateText
}

/** What became of a plan since the person last saw it. */
export type News =
  | { readonly kind: 'changed'; readonly now: PlanFacts }
  | { readonly kind: 'gone'; readonly reasons: readonly GoneReason[]; readonly next?: NextBest | undefined }

/** A row. Moments are milliseconds since 1970. */
export interface KeptPlan {
  readonly id: string
  readonly account: string
  /** Its id in the planner. */
  readonly plan: string
  readonly facts: PlanFacts
  readonly profileHash: string
  readonly keptAt: number
  readonly checkedAt: number
  readonly news?: News | undefined
  readonly newsOn?: DateText | undefined
}

/** As its person sees it. `isChecked` is false where it could not be looked at just now: then this is what is known from before. */
export interface KeptPlanView extends Pick<KeptPlan, 'id' | 'plan' | 'facts' | 'keptAt' | 'checkedAt' | 'news' | 'newsOn'> {
  readonly state: 'same' | 'changed' | 'gone'
  readonly changes: readonly FactChange[]
  readonly isChecked: boolean
}
