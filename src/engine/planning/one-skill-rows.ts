import { carriedIn, type Mode, missingHigh, missingLow, missingOf, rowFactsOf, type Standing } from '../matching/index.ts'
import { familiesOf } from './families.ts'
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
  /** By two concepts: whether one skill may close both. */
  readonly #together = new Map<number, boolean>()
  readonly #known = new Map<number, readonly number[]>()
  /** In high: by unknown concept the answers that cap it. */
  readonly #capping: ReadonlyMap<number, readonly number[]>

  constructor(traveller: Traveller, standing: Standing, mode: Mode) {
    const { market } = traveller
    this.#traveller = traveller
    this.#rows = standing.rows
    this.#capping = mode === 'high' ? cappingAnswers(traveller) : new Map()
    this.#last = new Int32Array(market.demands.list.length).fill(-1)
    this.#before = new Int32Array(standing.count)
    const missed = missedBy(traveller, standing, mode)
    for (let at = 0; at < standing.count; at++) {
      const first = missed[at] as number
      if (first === nothingToClose) continue
      if (first === several) {
        this.#addSeveral(standing.rows[at] as number, mode)
        continue
      }
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
    const missing = new Set<number>()
    for (let entry = from; entry < end; entry++) {
      const kind = requirements[entry] as number
      if ((missingOf(view.worth, kind) & bit) !== 0) missing.add(market.kinds.columns.demand[kind] as number)
    }
    const all = [...missing]
    const [first, second] = all as [number, number]
    if (!this.#mayClose(first, second)) return
    const list = this.#several.get(first)
    if (list) list.push({ row, missing: all })
    else this.#several.set(first, [{ row, missing: all }])
  }

  #mayClose(one: number, other: number): boolean {
    const { graph, demands, shortcuts } = this.#traveller.market
    if (!shortcuts.oneSkill) return true
    const [a, b] = [demands.get(one).concept, demands.get(other).concept]
    if (a === b) return true
    if (this.#capping.size === 0) {
      // Most skills have nothing below them: only the skill itself proves them.
      const [belowA, belowB] = [graph.specificOf(a), graph.specificOf(b)]
      if (belowA.length === 0) return belowB.includes(a)
      if (belowB.length === 0) return belowA.includes(b)
    }
    const key = a * graph.size + b
    const known = this.#together.get(key)
    if (known !== undefined) return known
    const [moversA, moversB] = [this.#moversOf(a), this.#moversOf(b)]
    const found = moversA.size < moversB.size ? overlap(moversA, moversB) : overlap(moversB, moversA)
    this.#together.set(key, found)
    return found
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

/** Marks instead of the one demand that a row misses: it misses none or cannot be begun, or no answer opens it; it misses several. */
const nothingToClose = -1
const several = -2

/**
 * By place in a standing: the demand that is all that the row misses, or a mark. *Several* only where the first two are of one family.
 * Nothing is called in this loop: around a call every column would be fetched anew for every row.
 */
function missedBy({ market, view }: Traveller, { rows, late, unsure, count }: Standing, mode: Mode): Int32Array {
  const { requirements, requirementStart, essentials } = market.columns
  const { demand } = market.kinds.columns
  const { worth } = view
  const facts = rowFactsOf(market)
  const families = familiesOf(market)
  const isAnyFamily = !market.shortcuts.oneSkill
  const [bit, isLow] = mode === 'low' ? [missingLow, 1] : [missingHigh, 0]
  const found = new Int32Array(count)
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number
    let first = nothingToClose
    if (((late[at] as number) | (isLow & (unsure[at] as number)) | carriedIn(facts[row] as number)) === 0) {
      const from = requirementStart[row] as number
      const end = from + (essentials[row] as number)
      for (let entry = from; entry < end; entry++) {
        const kind = requirements[entry] as number
        if ((missingOf(worth, kind) & bit) === 0) continue
        const asked = demand[kind] as number
        if (first === nothingToClose) first = asked
        else if (first !== asked) {
          // Most rows end here: two things are missing that have nothing to do with one another.
          first = isAnyFamily || families[first] === families[asked] ? several : nothingToClose
          break
        }
      }
    }
    found[at] = first
  }
  return found
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
