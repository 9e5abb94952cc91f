import type { Graph } from '../../../src/engine/taxonomy/index.ts'
import type { Claims } from './claims.ts'
import { creditOf, type Demands } from './demand.ts'

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
}

/** Assesses a person for all demands (definitions.md section 2). Cost: the sum of the kin rows. */
export function assess(claims: Claims, demands: Demands, graph: Graph): Assessment {
  const size = demands.list.length
  const assessment: Assessment = {
    levelLow: new Uint8Array(size),
    levelHigh: new Uint8Array(size),
    creditLow: new Int16Array(size),
    creditHigh: new Int16Array(size),
    metLow: new Uint8Array(size),
    metHigh: new Uint8Array(size),
  }
  for (let demand = 0; demand < size; demand++) assessOne(assessment, demand, claims, demands, graph)
  return assessment
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
