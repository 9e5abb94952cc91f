import { type Graph, whole } from '../taxonomy/index.ts'
import type { Claims } from './claims.ts'
import { creditOf, type Demands } from './demand.ts'
import type { Gifts } from './gifts.ts'

/** What a person is worth for every demand of a market: one look-up per requirement afterwards. Indexed by demand number. */
export interface Assessment {
  /** Best level at or below the demand's concept, with the evidence asked. */
  readonly levelLow: Uint8Array
  readonly levelHigh: Uint8Array
  /** Credit in 1/1200, evidence left aside: a proof gates, it does not shape fit. */
  readonly creditLow: Int16Array
  readonly creditHigh: Int16Array
  /** Level and evidence both suffice. */
  readonly metLow: Uint8Array
  readonly metHigh: Uint8Array
  /** The demands that may be other than the rest, each once; undefined where any may be. */
  readonly touched?: Uint32Array
  /** What the demands that are not touched are: nought, or in high the best there is where anything proves them at all. */
  readonly rest?: 'nought' | 'best'
}

/**
 * Assesses a person for all demands (definitions.md section 2). Only what the person knows, or may know, is looked at, and
 * scattered over the demands it counts for; the rest is nought. Somebody of whom nearly nothing is asked yet may know
 * everything: there the rest is the best there is in high, and what an answer bears on is worked out by itself.
 */
export function assess(claims: Claims, demands: Demands, graph: Graph, gifts: Gifts): Assessment {
  return claims.mayKnowAll ? assessUnasked(claims, demands, graph, gifts) : assessAsked(claims, gifts)
}

function assessAsked(claims: Claims, gifts: Gifts): Assessment {
  const assessment = emptyAssessment(gifts.need.length)
  const touched: number[] = []
  for (const [concept, { low, high }] of claims.answered) scatter(assessment, gifts, concept, low, high, touched)
  for (const concept of claims.implied) {
    const level = claims.possible(concept)
    // What is unknown may also turn out to be proven.
    if (level > 0) scatter(assessment, gifts, concept, nothing, [level, level, level], touched)
  }
  for (const demand of touched) {
    const need = gifts.need[demand] as number
    if ((assessment.levelLow[demand] as number) >= need) assessment.metLow[demand] = 1
    if ((assessment.levelHigh[demand] as number) >= need) assessment.metHigh[demand] = 1
  }
  return { ...assessment, touched: new Uint32Array(touched), rest: 'nought' }
}

/**
 * Of somebody who may know everything. In high a demand is less than the best only where its own concept is answered or an
 * answer caps it: else that concept may be known at the highest level, proven, and nothing gives more. In low only answers count.
 */
function assessUnasked(claims: Claims, demands: Demands, graph: Graph, gifts: Gifts): Assessment {
  const best = bestOf(gifts)
  const assessment: Assessment = {
    ...emptyAssessment(gifts.need.length),
    levelHigh: best.levelHigh.slice(),
    creditHigh: best.creditHigh.slice(),
    metHigh: gifts.provable.slice(),
  }
  const touched = new Set<number>()
  for (const concept of claims.answered.keys()) {
    for (const one of [concept, ...graph.specificOf(concept)]) {
      const end = gifts.start[one + 1] ?? 0
      for (let at = gifts.start[one] ?? end; at < end; at++) {
        const demand = gifts.demand[at] as number
        if (!touched.has(demand) && demands.get(demand).concept === one) {
          assessOne(assessment, demand, claims, demands, graph)
          touched.add(demand)
        }
      }
    }
  }
  for (const [concept, claim] of claims.answered) {
    if (claim.low[0] > 0) scatterLow(assessment, gifts, concept, claim.low, touched)
  }
  return { ...assessment, touched: new Uint32Array([...touched]), rest: 'best' }
}

type Best = Pick<Assessment, 'levelHigh' | 'creditHigh'>

const bestLevel = 4

const bestByGifts = new WeakMap<Gifts, Best>()

/** Everything unknown, the demand's own skill too: expert, and proven. */
function bestOf(gifts: Gifts): Best {
  const known = bestByGifts.get(gifts)
  if (known) return known
  const { provable } = gifts
  const found: Best = {
    levelHigh: Uint8Array.from(provable, (one) => one * bestLevel),
    creditHigh: Int16Array.from(provable, (one) => one * whole),
  }
  bestByGifts.set(gifts, found)
  return found
}

export function emptyAssessment(size: number): Assessment {
  return {
    levelLow: new Uint8Array(size),
    levelHigh: new Uint8Array(size),
    creditLow: new Int16Array(size),
    creditHigh: new Int16Array(size),
    metLow: new Uint8Array(size),
    metHigh: new Uint8Array(size),
  }
}

type Levels = readonly [claimed: number, evidenced: number, verified: number]

const nothing: Levels = [0, 0, 0]

/** Adds one concept to all demands it counts for. Highest levels and credits stay. Every kinship is above nought, so high credit marks a demand. */
function scatter(into: Assessment, gifts: Gifts, concept: number, low: Levels, high: Levels, touched: number[]): void {
  if (high[0] === 0 || concept + 1 >= gifts.start.length) return
  const end = gifts.start[concept + 1] as number
  for (let at = gifts.start[concept] as number; at < end; at++) {
    const demand = gifts.demand[at] as number
    const need = gifts.need[demand] as number
    const kinship = gifts.kinship[at] as number
    if (gifts.proves[at] === 1) {
      const evidence = gifts.evidence[demand] as 0 | 1 | 2
      if (low[evidence] > (into.levelLow[demand] as number)) into.levelLow[demand] = low[evidence]
      if (high[evidence] > (into.levelHigh[demand] as number)) into.levelHigh[demand] = high[evidence]
    }
    const creditLow = creditOf(kinship, low[0], need)
    const creditHigh = creditOf(kinship, high[0], need)
    if (into.creditHigh[demand] === 0) touched.push(demand)
    if (creditLow > (into.creditLow[demand] as number)) into.creditLow[demand] = creditLow
    if (creditHigh > (into.creditHigh[demand] as number)) into.creditHigh[demand] = creditHigh
  }
}

/** The same in low alone. */
function scatterLow(into: Assessment, gifts: Gifts, concept: number, low: Levels, touched: Set<number>): void {
  const end = gifts.start[concept + 1] ?? 0
  for (let at = gifts.start[concept] ?? end; at < end; at++) {
    const demand = gifts.demand[at] as number
    const need = gifts.need[demand] as number
    const level = low[gifts.evidence[demand] as 0 | 1 | 2]
    if (gifts.proves[at] === 1 && level > (into.levelLow[demand] as number)) {
      into.levelLow[demand] = level
      if (level >= need) into.metLow[demand] = 1
    }
    const credit = creditOf(gifts.kinship[at] as number, low[0], need)
    if (credit > (into.creditLow[demand] as number)) into.creditLow[demand] = credit
    touched.add(demand)
  }
}

/** A copy in which these demands are assessed again: the rest cannot have changed. */
export function assessAgain(
  known: Assessment,
  touched: readonly number[],
  claims: Claims,
  demands: Demands,
  graph: Graph,
): Assessment {
  const copy: Assessment = {
    levelLow: known.levelLow.slice(),
    levelHigh: known.levelHigh.slice(),
    creditLow: known.creditLow.slice(),
    creditHigh: known.creditHigh.slice(),
    metLow: known.metLow.slice(),
    metHigh: known.metHigh.slice(),
  }
  for (const demand of touched) assessOne(copy, demand, claims, demands, graph)
  return copy
}

/** Writes one demand into an assessment, at its own number or at `at`. */
export function assessOne(
  into: Assessment,
  demand: number,
  claims: Claims,
  demands: Demands,
  graph: Graph,
  at: number = demand,
): void {
  const { concept, need, evidence } = demands.get(demand)
  let [levelLow, levelHigh, creditLow, creditHigh] = [0, 0, 0, 0]
  for (const { claim: number, kinship, how } of graph.kinOf(concept)) {
    const claim = claims.answered.get(number)
    const low = claim ? claim.low[0] : 0
    const high = claim ? claim.high[0] : claims.possible(number)
    if (high === 0) continue
    if (how === 'same' || how === 'specific') {
      levelLow = Math.max(levelLow, claim ? claim.low[evidence] : 0)
      // What is unknown may also turn out to be proven.
      levelHigh = Math.max(levelHigh, claim ? claim.high[evidence] : high)
    }
    creditLow = Math.max(creditLow, creditOf(kinship, low, need))
    creditHigh = Math.max(creditHigh, creditOf(kinship, high, need))
  }
  into.levelLow[at] = levelLow
  into.levelHigh[at] = Math.max(levelLow, levelHigh)
  into.creditLow[at] = creditLow
  into.creditHigh[at] = Math.max(creditLow, creditHigh)
  into.metLow[at] = levelLow >= need ? 1 : 0
  into.metHigh[at] = Math.max(levelLow, levelHigh) >= need ? 1 : 0
}
