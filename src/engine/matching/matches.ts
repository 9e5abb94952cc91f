import { whole } from '../taxonomy/index.ts'
import type { Match, Quotient } from './answer.ts'
import type { Market } from './market.ts'
import type { Standing } from './standing.ts'
import { byFit, judge } from './unmet.ts'
import type { View } from './view.ts'
import { fitOfOthers, missingHigh, missingLow, type RowWorth, readEssentials } from './worth.ts'

/** Counts are pairs: for certain, and if everything unknown turns out well. */
export interface Matches {
  readonly fitNow: readonly [low: number, high: number]
  readonly eligible: readonly [low: number, high: number]
  readonly matches: readonly Match[]
}

/** Eligible: no term unmet. For certain first, by low fit, ties by id (definitions.md section 4). Dual jobs come through their training only. */
export function matchesOf(market: Market, view: View, standing: Standing, limit: number): Matches {
  const { columns } = market
  const { worth } = view
  const essentialWeight = market.transfer.weights.essential
  const one: RowWorth = { fit: 0, missing: 0 }
  const best = new BestRows(market, limit)
  const fitNow: [number, number] = [0, 0]
  const eligible: [number, number] = [0, 0]
  for (let at = 0; at < standing.count; at++) {
    const row = standing.rows[at] as number
    if (standing.late[at] === 1 || market.isCarried(row)) continue
    const certain = standing.unsure[at] === 0
    readEssentials(columns, worth, row, one)
    const { fit, missing } = one
    eligible[1]++
    if (certain) eligible[0]++
    if ((missing & missingHigh) === 0) fitNow[1]++
    if (certain && (missing & missingLow) === 0) fitNow[0]++
    // At best all the rest is met: most rows cannot be among the best any more.
    const weight = columns.weights[row] as number
    const others = (weight - (columns.essentials[row] as number) * essentialWeight) * whole
    if (!market.shortcuts.matchFloor || best.mayEnter(certain, fit + others, weight))
      best.offer(row, certain, fit + fitOfOthers(columns, worth, row))
  }
  return { fitNow, eligible, matches: best.rows().map((row) => explain(market, view, row)) }
}

/** Rows that fit now if all unknown turns out well, in order of id. */
export function fittingRows(market: Market, { worth }: View, standing: Standing): number[] {
  const { columns } = market
  const one: RowWorth = { fit: 0, missing: 0 }
  const found: number[] = []
  for (let at = 0; at < standing.count; at++) {
    const row = standing.rows[at] as number
    if (standing.late[at] === 1 || market.isCarried(row)) continue
    readEssentials(columns, worth, row, one)
    if ((one.missing & missingHigh) === 0) found.push(row)
  }
  return found.sort((a, b) => (columns.rank[a] as number) - (columns.rank[b] as number))
}

function explain(market: Market, view: View, row: number): Match {
  const vacancy = market.at(row)
  const { conditions, fitLow, fitHigh } = judge(market, view, vacancy)
  const unknown = conditions.filter(({ state }) => state === 'unknown')
  return {
    vacancy: vacancy.vacancy.id,
    fitLow,
    fitHigh,
    certain: conditions.every(({ key }) => key.startsWith('skill:')),
    fitsNow: conditions.length === 0,
    mayFit: unknown.length === conditions.length,
    check: [...new Set(unknown.map(({ key }) => key))].sort(),
  }
}

interface Ranked extends Quotient {
  readonly row: number
  readonly certain: boolean
}

/** The best rows so far: certain ones first, by fit, ties by id. */
class BestRows {
  readonly #market: Market
  readonly #limit: number
  readonly #list: Ranked[] = []

  constructor(market: Market, limit: number) {
    this.#market = market
    this.#limit = limit
  }

  /** Whether a row with this numerator of fit may be among the best. */
  mayEnter(certain: boolean, of: number, weight: number): boolean {
    if (this.#list.length < this.#limit) return this.#limit > 0
    const last = this.#list.at(-1) as Ranked
    return certain === last.certain ? of * last.outOf >= last.of * (weight * whole || 1) : certain
  }

  offer(row: number, certain: boolean, of: number): void {
    const outOf = (this.#market.columns.weights[row] as number) * whole || 1
    const found = { row, certain, of, outOf }
    if (this.#limit === Number.POSITIVE_INFINITY) {
      this.#list.push(found)
      return
    }
    let at = this.#list.length
    while (at > 0 && this.#compare(found, this.#list[at - 1] as Ranked) < 0) at--
    if (at >= this.#limit) return
    this.#list.splice(at, 0, found)
    if (this.#list.length > this.#limit) this.#list.pop()
  }

  rows(): number[] {
    const sorted = this.#limit === Number.POSITIVE_INFINITY ? this.#list.sort((a, b) => this.#compare(a, b)) : this.#list
    return sorted.map(({ row }) => row)
  }

  #compare(a: Ranked, b: Ranked): number {
    const { rank } = this.#market.columns
    return Number(b.certain) - Number(a.certain) || byFit(a, b) || (rank[a.row] as number) - (rank[b.row] as number)
  }
}
