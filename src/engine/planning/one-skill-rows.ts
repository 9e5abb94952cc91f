import {
  carriedIn,
  type Demands,
  type Market,
  type Mode,
  missingHigh,
  missingLow,
  missingOf,
  rowFactsOf,
  type Standing,
} from '../matching/index.ts'
import { familiesOf } from './families.ts'
import { proverMarksOf } from './prover-marks.ts'
import { cappedBy } from './skill-after.ts'
import type { Traveller } from './traveller.ts'

/** A row that misses several demands which one skill may close. */
export interface Several {
  readonly row: number
  readonly missing: readonly number[]
}

/**
 * The rows of a standing that can be begun and that one answer may open, in one mode: those that miss one demand, by that demand,
 * and the few that miss several which one skill may close together.
 */
export class OneSkillRows {
  readonly #traveller: Traveller
  /** Last place in the standing of each demand, and for each place the one before it: chains, -1 at their end. */
  readonly #last: Int32Array
  readonly #before: Int32Array
  readonly #rows: Uint32Array
  readonly #several = new Map<number, Several[]>()
  readonly #movers = new Map<number, ReadonlySet<number>>()
  readonly #together: Together
  readonly #known = new Map<number, readonly number[]>()
  /** In high: by unknown concept the answers that cap it. */
  readonly #capping: ReadonlyMap<number, readonly number[]>

  constructor(traveller: Traveller, standing: Standing, missed: Missed, mode: Mode) {
    const { market } = traveller
    this.#traveller = traveller
    this.#rows = standing.rows
    this.#capping = mode === 'high' ? cappingAnswers(traveller) : new Map()
    this.#together = this.#capping.size === 0 ? togetherIn(market) : { demands: market.demands.list.length, known: new Map() }
    this.#last = new Int32Array(market.demands.list.length).fill(-1)
    this.#before = new Int32Array(standing.count)
    const missedHere = missed[mode]
    for (let at = 0; at < standing.count; at++) {
      const first = missedHere[at] as number
      if (first === marks.several) this.#addSeveral(standing.rows[at] as number, mode)
      if (first < 0) continue
      this.#before[at] = this.#last[first] as number
      this.#last[first] = at
    }
  }

  /** Demands that are all that some row misses. */
  demands(): number[] {
    const found: number[] = []
    for (let demand = 0; demand < this.#last.length; demand++) if ((this.#last[demand] as number) >= 0) found.push(demand)
    return found
  }

  /** Rows that miss this demand only. */
  rowsOf(demand: number): readonly number[] {
    const known = this.#known.get(demand)
    if (known) return known
    const found: number[] = []
    for (let at = this.#last[demand] ?? -1; at >= 0; at = this.#before[at] as number) found.push(this.#rows[at] as number)
    this.#known.set(demand, found)
    return found
  }

  /** Rows that miss several, of which this is the first. */
  severalOf(demand: number): readonly Several[] {
    return this.#several.get(demand) ?? []
  }

  firstsOfSeveral(): Iterable<number> {
    return this.#several.keys()
  }

  #addSeveral(row: number, mode: Mode): void {
    const { market, view } = this.#traveller
    const { requirements, requirementStart, essentials } = market.columns
    const from = requirementStart[row] as number
    const end = from + (essentials[row] as number)
    const bit = mode === 'low' ? missingLow : missingHigh
    const all: number[] = []
    for (let entry = from; entry < end; entry++) {
      const kind = requirements[entry] as number
      if ((missingOf(view.worth, kind) & bit) === 0) continue
      const asked = market.kinds.columns.demand[kind] as number
      if (all.includes(asked)) continue
      all.push(asked)
      if (all.length === 2 && !this.#mayClose(all[0] as number, asked)) return
    }
    const first = all[0] as number
    const list = this.#several.get(first)
    if (list) list.push({ row, missing: all })
    else this.#several.set(first, [{ row, missing: all }])
  }

  #mayClose(one: number, other: number): boolean {
    const { demands, shortcuts } = this.#traveller.market
    if (!shortcuts.oneSkill) return true
    const key = one * this.#together.demands + other
    const known = this.#together.known.get(key)
    if (known !== undefined) return known
    const found = this.#findMayClose(demands.get(one).concept, demands.get(other).concept)
    this.#together.known.set(key, found)
    return found
  }

  #findMayClose(a: number, b: number): boolean {
    if (a === b) return true
    const [moversA, moversB] = [this.#moversOf(a), this.#moversOf(b)]
    return moversA.size < moversB.size ? overlap(moversA, moversB) : overlap(moversB, moversA)
  }

  /** Skills of which another answer may newly meet a demand on a concept: at or below it and, in high, those that cap what is. */
  #moversOf(concept: number): ReadonlySet<number> {
    const known = this.#movers.get(concept)
    if (known) return known
    const provers = [concept, ...this.#traveller.market.graph.specificOf(concept)]
    const found = new Set(provers)
    if (this.#capping.size > 0)
      for (const one of provers) for (const answered of this.#capping.get(one) ?? []) found.add(answered)
    this.#movers.set(concept, found)
    return found
  }
}

function overlap(fewer: ReadonlySet<number>, more: ReadonlySet<number>): boolean {
  for (const one of fewer) if (more.has(one)) return true
  return false
}

/** By place in a standing, for each mode: the demand that is all that the row misses, or a mark. */
export type Missed = Readonly<Record<Mode, Int32Array>>

/** Marks: nothing is missing; two demands are that one skill may close; or it cannot be begun, or what it misses has nothing to do with one another. */
const marks = { nothing: -1, several: -2, unrelated: -3 } as const

/** Both modes in one go, as most of the time goes to fetching what rows ask. Nothing is called in the loop: around a call every column would be fetched anew. */
export function missedBy(traveller: Traveller, { rows, late, unsure, count }: Standing): Missed {
  const { market, view } = traveller
  const { requirements, requirementStart, essentials } = market.columns
  const { demand } = market.kinds.columns
  const { worth } = view
  const facts = rowFactsOf(market)
  const families = familiesOf(market)
  const isAnyFamily = !market.shortcuts.oneSkill
  const provers = proverMarksOf(market)
  // An answer that caps others closes more than it proves.
  const moversInHigh = cappingAnswers(traveller).size === 0 ? provers : new Uint32Array(provers.length).fill(-1)
  const missed = { low: new Int32Array(count), high: new Int32Array(count) }
  const { low: inLow, high: inHigh } = missed
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number
    let high: number = ((late[at] as number) | carriedIn(facts[row] as number)) === 0 ? marks.nothing : marks.unrelated
    let low: number = unsure[at] === 0 ? high : marks.unrelated
    const from = requirementStart[row] as number
    const end = from + (essentials[row] as number)
    // Most rows end soon: two things are missing that have nothing to do with one another.
    for (let entry = from; entry < end && (low > marks.several || high > marks.several); entry++) {
      const kind = requirements[entry] as number
      const bits = missingOf(worth, kind)
      if (bits === 0) continue
      const asked = demand[kind] as number
      if ((bits & missingLow) !== 0) low = withOneMore(low, asked, families, provers, isAnyFamily)
      if ((bits & missingHigh) !== 0) high = withOneMore(high, asked, families, moversInHigh, isAnyFamily)
    }
    inLow[at] = low
    inHigh[at] = high
  }
  return missed
}

function withOneMore(missed: number, asked: number, families: Uint32Array, movers: Uint32Array, isAnyFamily: boolean): number {
  if (missed === marks.nothing) return asked
  if (missed < 0 || missed === asked) return missed
  const isOneFamily = families[missed] === families[asked] && ((movers[missed] as number) & (movers[asked] as number)) !== 0
  return isAnyFamily || isOneFamily ? marks.several : marks.unrelated
}

/** By two demands (the first times `demands`, and the second): whether one skill may close both. */
interface Together {
  readonly demands: number
  readonly known: Map<number, boolean>
}

const togetherKnown = new WeakMap<Demands, Together>()

/** Where no answer caps anything it is the same for everybody. */
function togetherIn({ demands: all }: Market): Together {
  const demands = all.list.length
  const known = togetherKnown.get(all)
  if (known?.demands === demands) return known
  const made: Together = { demands, known: new Map() }
  togetherKnown.set(all, made)
  return made
}

/** By unknown concept the answers that cap it: only an answer that is there can give way to one that caps less. */
function cappingAnswers(traveller: Traveller): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (const answered of traveller.view.claims.answered.keys()) {
    for (const one of cappedBy(traveller, answered)) {
      const list = found.get(one)
      if (list) list.push(answered)
      else found.set(one, [answered])
    }
  }
  return found
}
