import { whole } from '../taxonomy/index.ts'
import type { ConditionKey, Match, Quotient } from './answer.ts'
import type { RequirementKind } from './kinds.ts'
import type { Market } from './market.ts'
import { carriedIn, essentialsIn, rowFactsOf, weightIn } from './row-facts.ts'
import { gainIn, missingIn, sumRows } from './row-sums.ts'
import type { Standing } from './standing.ts'
import { byFit } from './unmet.ts'
import { termConditions, type View } from './view.ts'
import { missingHigh, missingLow } from './worth.ts'

/** Counts are pairs: for certain, and if everything unknown turns out well. */
export interface Matches {
  readonly fitNow: readonly [low: number, high: number]
  readonly eligible: readonly [low: number, high: number]
  readonly matches: readonly Match[]
}

/** Eligible: no term unmet. For certain first, by low fit, ties by id (definitions.md section 4). Dual jobs come through their training only. */
export function matchesOf(market: Market, view: View, standing: Standing, limit: number): Matches {
  const { rows, late, unsure } = standing
  const { byRow, allInHigh } = sumRows(market, view, standing)
  const facts = rowFactsOf(market)
  const best = new BestRows(market, limit)
  let { last } = best
  let [fitLow, fitHigh, eligibleLow, eligibleHigh] = [0, 0, 0, 0]
  // Counts are sums of bits: a branch that half of the rows take is guessed wrong half of the time.
  for (let at = 0; at < standing.count; at++) {
    const row = rows[at] as number
    const fact = facts[row] as number
    const isEligible = 1 - ((late[at] as number) | carriedIn(fact))
    const isSure = isEligible & (1 - (unsure[at] as number))
    const sum = byRow[row] as number
    const missing = missingIn(sum, essentialsIn(fact), allInHigh)
    eligibleHigh += isEligible
    eligibleLow += isSure
    if ((missing & missingHigh) === 0) fitHigh += isEligible
    if ((missing & missingLow) === 0) fitLow += isSure
    const of = gainIn(sum)
    const outOf = weightIn(fact) * whole || 1
    // Most rows end here.
    if (isSure < last.isSure || (isSure === last.isSure && of * last.outOf < last.of * outOf)) continue
    if (isEligible === 0 || best.isBeyond(row, isSure, of, outOf)) continue
    best.offer({ row, missing, isSure: isSure === 1, of, outOf })
    last = best.last
  }
  return {
    fitNow: [fitLow, fitHigh],
    eligible: [eligibleLow, eligibleHigh],
    matches: best.rows().map((row) => explain(market, view, row)),
  }
}

/** Rows that fit now if all unknown turns out well, in order of id. */
export function fittingRows(market: Market, view: View, standing: Standing): number[] {
  const { rank } = market.columns
  const { byRow, allInHigh } = sumRows(market, view, standing)
  const facts = rowFactsOf(market)
  const found: number[] = []
  for (let at = 0; at < standing.count; at++) {
    const row = standing.rows[at] as number
    const fact = facts[row] as number
    if (standing.late[at] === 1 || carriedIn(fact) === 1) continue
    if ((missingIn(byRow[row] as number, essentialsIn(fact), allInHigh) & missingHigh) === 0) found.push(row)
  }
  return found.sort((a, b) => (rank[a] as number) - (rank[b] as number))
}

/** A row that may be listed, with its low fit. */
interface Ranked extends Quotient {
  readonly row: number
  /** All its terms hold for certain. */
  readonly isSure: boolean
  /** What is missing among its essentials: bits. */
  readonly missing: number
}

/** What `judge` says of it, without its reasons in full: no term is unmet here, and one is unknown only where it is not sure. */
function explain(market: Market, view: View, { row, isSure, missing, of, outOf }: Ranked): Match {
  const { requirements, requirementStart } = market.columns
  const { creditHigh, metLow, metHigh } = view.assessment
  const check = new Set<ConditionKey>()
  let high = 0
  for (const number of requirements.subarray(requirementStart[row], requirementStart[row + 1])) {
    const { requirement, demand, weight, essential } = market.kinds.list[number] as RequirementKind
    high += weight * (creditHigh[demand] as number)
    if (essential && metLow[demand] === 0 && metHigh[demand] === 1) check.add(`skill:${requirement.skill}`)
  }
  if (!isSure) for (const { key } of termConditions(market, view, market.at(row))) check.add(key)
  return {
    vacancy: market.idOf(row),
    fitLow: { of, outOf },
    fitHigh: { of: high, outOf },
    certain: isSure,
    fitsNow: isSure && (missing & missingLow) === 0,
    mayFit: (missing & missingHigh) === 0,
    check: [...check].sort(),
  }
}

/** The best rows so far: certain ones first, by fit, ties by id. */
class BestRows {
  readonly #rank: Uint32Array
  readonly #limit: number
  readonly #list: Ranked[] = []
  /** The last one, once the list is full; before that what everything beats. */
  last = { of: 0, outOf: 1, isSure: 0, rank: Number.POSITIVE_INFINITY }

  constructor({ columns }: Market, limit: number) {
    this.#rank = columns.rank
    this.#limit = limit
  }

  /** Whether a row comes after the last one. */
  isBeyond(row: number, isSure: number, of: number, outOf: number): boolean {
    const { last } = this
    if (isSure !== last.isSure) return isSure < last.isSure
    const ahead = of * last.outOf - last.of * outOf
    return ahead < 0 || (ahead === 0 && (this.#rank[row] as number) > last.rank)
  }

  offer(found: Ranked): void {
    if (this.#limit === Number.POSITIVE_INFINITY) {
      this.#list.push(found)
      return
    }
    let at = this.#list.length
    while (at > 0 && this.#compare(found, this.#list[at - 1] as Ranked) < 0) at--
    if (at >= this.#limit) return
    this.#list.splice(at, 0, found)
    if (this.#list.length > this.#limit) this.#list.pop()
    const last = this.#list[this.#limit - 1]
    if (!last) return
    this.last = { of: last.of, outOf: last.outOf, isSure: Number(last.isSure), rank: this.#rank[last.row] as number }
  }

  rows(): readonly Ranked[] {
    return this.#limit === Number.POSITIVE_INFINITY ? this.#list.sort((a, b) => this.#compare(a, b)) : this.#list
  }

  #compare(a: Ranked, b: Ranked): number {
    return Number(b.isSure) - Number(a.isSure) || byFit(a, b) || (this.#rank[a.row] as number) - (this.#rank[b.row] as number)
  }
}
