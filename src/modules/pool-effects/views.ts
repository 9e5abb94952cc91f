/** What demands cost in people, as people see it: with names, in one language. Counts are in tens; null is *fewer than ten*. */
import type { RoundedPair } from '../engines/index.ts'
import type { Basis, TrainingSummary, VacancySummary } from '../planning/index.ts'

export interface DemandView {
  /** `skill:<id>`, `hours`, `place`, `language:nl`, ... as in conditions; of a training also `studyHours`, `studyPlace`, `studyOnline`. */
  readonly demand: string
  /** Name of the skill, the language or the licence, where the key is one. */
  readonly label?: string
  /** The words of the text it was read from. */
  readonly words?: string
}

export interface PoolEffectView {
  readonly basis: Basis
  /** What was asked about; none of the two: a vacancy that was described. */
  readonly vacancy?: VacancySummary
  readonly training?: TrainingSummary
  /** People from which on is counted. */
  readonly leastPool: number
  /** Left out when there are too few people to count: then `note` says so. */
  readonly counts?: PoolCounts
  /** In the language asked. */
  readonly note?: string
}

export interface PoolCounts {
  readonly pool: number
  readonly now: RoundedPair
  readonly able: RoundedPair
  readonly steps: readonly (DemandView & { readonly left: RoundedPair })[]
  readonly demands: readonly (DemandView & { readonly costs: RoundedPair })[]
  readonly pairs: readonly {
    readonly demands: readonly [DemandView, DemandView]
    readonly costs: RoundedPair
    readonly more: RoundedPair
  }[]
  readonly all: RoundedPair
  readonly trainings: readonly { readonly training: TrainingSummary; readonly brings: RoundedPair }[]
}
