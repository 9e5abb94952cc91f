import { whole } from '../taxonomy/index.ts'
import type { ConditionKey, Match, Quotient } from './answer.ts'
import type { RequirementKind } from './kinds.ts'
import type { Market } from './market.ts'
import { bitsIn, type OpenRows, openRowsOf, rowOfLast } from './open-rows.ts'
import { carriedIn, essentialsIn, type RowFacts, rowFactsOf, weightIn } from './row-facts.ts'
import { gainIn, missesHigh, missesLow, type RowSums, type RowsToSum, sumRows } from './row-sums.ts'
import type { Spans } from './runs.ts'
import { countIn, listed, type Standing, standingOf } from './standing.ts'
import { termBitmapsOf } from './term-bitmaps.ts'
import { byFit } from './unmet.ts'
import type { VacancyColumns } from './vacancy-columns.ts'
import { termConditions, type View } from './view.ts'

/** Counts are pairs: for certain, and if everything unknown turns out well. */
export interface Matches {
  readonly fitNow: readonly [low: number, high: number]
  readonly eligible: readonly [low: number, high: number]
  readonly matches: readonly Match[]
}

/** Eligible: no term unmet. For certain first, by low fit, ties by id (definitions.md section 4). Dual jobs come through their training only. */
export function matchesOf(market: Market, view: View, standing: Standing, limit: number): Matches {
  const sums = sumRows(market, view, standing)
  const facts = rowFactsOf(market)
  const best = new BestRows(market, limit)
  const counts = new Int32Array(4)
  for (let from = 0; from < standing.count; from += rowsAtOnce) {
    const end = Math.min(standing.count, from + rowsAtOnce)
    countRows(standing, sums, facts, from, end, counts)
    offerRows(market, standing, sums, facts, from, end, best)
  }
  const [eligibleLow, eligibleHigh, fitLow, fitHigh] = counts as unknown as readonly [number, number, number, number]
  return {
    ...{ fitNow: [fitLow, fitHigh], eligible: [eligibleLow, eligibleHigh] },
    matches: best.rows().map((row) => explain(market, view, row)),
  }
}

/** The same over all vacancies, which need not be listed for it: rows that stand open are read off words of 32. */
export function matchesEverywhere(market: Market, view: View, limit: number): Matches {
  if (!market.shortcuts.termBitmaps) return matchesOf(market, view, standingOf(market, view.states), limit)
  const rows = openRowsOf(market, view.states)
  const best = new BestRows(market, limit)
  const counts = offerOpen(market, rows, sumRows(market, view, new OpenList(rows)), best)
  return { ...counts, matches: best.rows().map((row) => explain(market, view, row)) }
}

/** Open rows in the words that sums ask for. They are listed only where sums are made row by row. */
class OpenList implements RowsToSum {
  readonly count: number
  readonly spans: Spans
  readonly #open: OpenRows

  constructor(open: OpenRows) {
    this.count = countIn(open.open, open.spans)
    this.spans = open.spans
    this.#open = open
  }

  get rows(): Uint32Array {
    return listed(this.#open).rows
  }
}

/**
 * Counts, and offers what may come before the last of the list. Once the list is full of rows that are certain, the others are only counted: to ask each row
 * which it is would be guessed wrong half of the time.
 */
function offerOpen(
  market: Market,
  { open, sure, late, spans }: OpenRows,
  sums: RowSums,
  best: BestRows,
): Omit<Matches, 'matches'> {
  const { carried } = termBitmapsOf(market)
  const { byRow, allInHigh } = sums
  let [fitLow, fitHigh, eligibleLow, eligibleHigh] = [0, 0, 0, 0]
  const { rank, essentials, weights } = market.columns
  let { isSure: lastIsSure, of: lastOf, outOf: lastOutOf, rank: lastRank } = best.last
  for (let span = 0; span < spans.count; span++) {
    const end = ((spans.end[span] as number) + 31) >>> 5
    for (let word = (spans.from[span] as number) >>> 5; word < end; word++) {
      const eligible = (open[word] as number) & ~((late[word] as number) | (carried[word] as number))
      if (eligible === 0) continue
      const certain = eligible & (sure[word] as number)
      eligibleHigh += bitsIn(eligible)
      eligibleLow += bitsIn(certain)
      let left = eligible
      if (lastIsSure === 1) {
        fitHigh += fittingIn(word, eligible & ~certain, sums, essentials)
        left = certain
      }
      for (; left !== 0; left &= left - 1) {
        const row = rowOfLast(word, left)
        const sum = byRow[row] as number
        const isSure = (certain >>> (row & 31)) & 1
        const fitsHigh = !missesHigh(sum, essentials[row] as number, allInHigh)
        // Whoever misses nothing in low misses nothing in high.
        const fitsLow = fitsHigh && !missesLow(sum, essentials[row] as number)
        if (fitsHigh) fitHigh++
        if (fitsLow) fitLow += isSure
        if (isSure < lastIsSure) continue
        const ahead = gainIn(sum) * lastOutOf - lastOf * (weights[row] as number) * whole
        if (isSure === lastIsSure && (ahead < 0 || (ahead === 0 && (rank[row] as number) >= lastRank))) continue
        best.offer({
          row,
          isSure: isSure === 1,
          fitsLow,
          fitsHigh,
          of: gainIn(sum),
          outOf: (weights[row] as number) * whole || 1,
        })
        ;({ isSure: lastIsSure, of: lastOf, outOf: lastOutOf, rank: lastRank } = best.last)
      }
    }
  }
  return { fitNow: [fitLow, fitHigh], eligible: [eligibleLow, eligibleHigh] }
}

/** How many of these rows of a word miss nothing in high. */
function fittingIn(word: number, bits: number, { byRow, allInHigh }: RowSums, essentials: Uint8Array): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) {
    const row = rowOfLast(word, left)
    if (!missesHigh(byRow[row] as number, essentials[row] as number, allInHigh)) count++
  }
  return count
}

/** Rows that are counted and then looked at once more for the list: their sums and facts still stand in the nearest cache. */
const rowsAtOnce = 2048

/**
 * Adds to the counts: eligible in low and in high, then fitting. They are sums of bits: a branch that half of the rows take is guessed wrong half of the time. Nothing is called in this loop,
 * nor in that of `nextAhead`: around a call every column would be fetched anew for every row.
 */
function countRows(
  { rows, late, unsure }: Standing,
  { byRow, allInHigh }: RowSums,
  facts: RowFacts,
  from: number,
  end: number,
  counts: Int32Array,
): void {
  let [fitLow, fitHigh, eligibleLow, eligibleHigh] = [0, 0, 0, 0]
  for (let at = from; at < end; at++) {
    const row = rows[at] as number
    const fact = facts[row] as number
    const isEligible = 1 - ((late[at] as number) | carriedIn(fact))
    const isSure = isEligible & (1 - (unsure[at] as number))
    const sum = byRow[row] as number
    const essentials = essentialsIn(fact)
    eligibleHigh += isEligible
    eligibleLow += isSure
    if (!missesHigh(sum, essentials, allInHigh)) fitHigh += isEligible
    if (!missesLow(sum, essentials)) fitLow += isSure
  }
  for (const [at, more] of [eligibleLow, eligibleHigh, fitLow, fitHigh].entries()) counts[at]! += more
}

function offerRows(
  market: Market,
  standing: Standing,
  sums: RowSums,
  facts: RowFacts,
  from: number,
  end: number,
  best: BestRows,
): void {
  const { rows, late, unsure } = standing
  for (let at = from; at < end; at++) {
    at = nextAhead(market.columns, standing, sums, facts, best.last, at, end)
    if (at === end) break
    const row = rows[at] as number
    const fact = facts[row] as number
    if (late[at] === 1 || carriedIn(fact) === 1) continue
    const sum = sums.byRow[row] as number
    best.offer({
      row,
      isSure: unsure[at] === 0,
      fitsLow: !missesLow(sum, essentialsIn(fact)),
      fitsHigh: !missesHigh(sum, essentialsIn(fact), sums.allInHigh),
      of: gainIn(sum),
      outOf: fitOutOf(fact),
    })
  }
}

/** From this place in a standing on, the first one that comes before the last of a list: most rows are passed over here. */
function nextAhead(
  { rank }: VacancyColumns,
  { rows, unsure }: Standing,
  { byRow }: RowSums,
  facts: RowFacts,
  last: Last,
  from: number,
  end: number,
): number {
  const { isSure, of, outOf } = last
  for (let at = from; at < end; at++) {
    const isThisSure = 1 - (unsure[at] as number)
    if (isThisSure < isSure) continue
    const row = rows[at] as number
    const ahead = gainIn(byRow[row] as number) * outOf - of * fitOutOf(facts[row] as number)
    if (isThisSure > isSure || ahead > 0 || (ahead === 0 && (rank[row] as number) < last.rank)) return at
  }
  return end
}

/** Denominator of fit. */
function fitOutOf(fact: number): number {
  return weightIn(fact) * whole || 1
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
    if (!missesHigh(byRow[row] as number, essentialsIn(fact), allInHigh)) found.push(row)
  }
  return found.sort((a, b) => (rank[a] as number) - (rank[b] as number))
}

/** A row that may be listed, with its low fit. */
interface Ranked extends Quotient {
  readonly row: number
  /** All its terms hold for certain. */
  readonly isSure: boolean
  /** No essential is missing. */
  readonly fitsLow: boolean
  readonly fitsHigh: boolean
}

/** What `judge` says of it, without its reasons in full: no term is unmet here, and one is unknown only where it is not sure. */
function explain(market: Market, view: View, { row, isSure, fitsLow, fitsHigh, of, outOf }: Ranked): Match {
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
    fitsNow: isSure && fitsLow,
    mayFit: fitsHigh,
    check: [...check].sort(),
  }
}

/** The last one of a full list; before that what everything beats. */
interface Last extends Quotient {
  readonly isSure: 0 | 1
  readonly rank: number
}

/** The best rows so far: certain ones first, by fit, ties by id. */
class BestRows {
  last: Last = { isSure: 0, of: 0, outOf: 1, rank: Number.POSITIVE_INFINITY }
  readonly #rank: Uint32Array
  readonly #limit: number
  readonly #list: Ranked[] = []

  constructor({ columns }: Market, limit: number) {
    this.#rank = columns.rank
    this.#limit = limit
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
    const { isSure, of, outOf, row } = last
    this.last = { isSure: isSure ? 1 : 0, of, outOf, rank: this.#rank[row] as number }
  }

  rows(): readonly Ranked[] {
    return this.#limit === Number.POSITIVE_INFINITY ? this.#list.sort((a, b) => this.#compare(a, b)) : this.#list
  }

  #compare(a: Ranked, b: Ranked): number {
    return Number(b.isSure) - Number(a.isSure) || byFit(a, b) || (this.#rank[a.row] as number) - (this.#rank[b.row] as number)
  }
}
