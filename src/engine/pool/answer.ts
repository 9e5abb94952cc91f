import type { Match } from '../matching/index.ts'

/** One person for a vacancy: the mirror of a match, with the same fields (ruling 49). */
export interface PersonMatch extends Omit<Match, 'vacancy'> {
  readonly person: string
}

/** Who of a pool is eligible for one vacancy. Counts are pairs, [for certain, in high], over the whole pool. */
export interface PeopleForVacancy {
  readonly fitNow: readonly [low: number, high: number]
  readonly eligible: readonly [low: number, high: number]
  readonly people: readonly PersonMatch[]
}

/** Who of those that agreed to be found fits a vacancy now, and who may after one training (ruling 52). */
export interface FoundForVacancy {
  /** Certain ones first, each part by low fit, ties by id. */
  readonly now: readonly PersonMatch[]
  /** People who miss only what some training teaches, by low fit, ties by id: whether they can take it is asked of each. */
  readonly near: readonly Pick<PersonMatch, 'person' | 'fitLow'>[]
}

/** What a demand costs in people: sums over subsets of the histogram of unmet sets (definitions.md section 7). Exact. */
export interface DemandEffect {
  readonly pool: number
  readonly now: readonly [low: number, high: number]
  readonly alone: readonly { readonly demand: string; readonly gain: readonly [number, number] }[]
  readonly pairs: readonly { readonly demands: readonly [string, string]; readonly gain: readonly [number, number] }[]
  readonly all: readonly [number, number]
}

/** People whom one training brings within reach. */
export interface Brings {
  readonly offering: string
  readonly brings: readonly [number, number]
}

/** How much was looked at for an answer. */
export interface Searched {
  /** People of whom terms or claims were read one by one. */
  people: number
  /** Blocks of people, and those that the place ruled out as a whole. */
  blocks: number
  blocksSkipped: number
  /** Entries of the lists of who holds a skill. */
  postings: number
  /** Single claims read from the lists of what somebody holds. */
  claims: number
}

export const nothingSearched = (): Searched => ({ people: 0, blocks: 0, blocksSkipped: 0, postings: 0, claims: 0 })
