import { missingHigh, missingLow, missingOf } from '../matching/index.ts'
import { whole } from '../taxonomy/index.ts'
import type { Content } from './contents.ts'
import { contentOf, creditOf, type GiversByCredit, giversByCredit } from './givers-by-credit.ts'
import type { Planning } from './planning.ts'
import { RowCover } from './row-cover.ts'

/** Kinship gives no more, but for close matches. */
const looseCredit = 0.6 * whole

/**
 * The most that up to three contents make of the fit of a row, their weeks and costs taken off. Two contents that raise the same
 * requirement raise it once, but a sum over contents counts it twice. So each requirement has an **advance**: a part of its rise
 * that a row gets at once, whether or not a content raises it, and contents count for what they raise above it. Whatever the
 * advances are the bound holds, since the best content of a path raises a requirement by no more than its advance and what it
 * raises above that. They are learned: one that several of the best three raise goes up, one that none of them does goes down.
 * Rows that ask the same begin with what others taught (these are the multipliers of a Lagrangian relaxation).
 */
export class RowAdvances {
  readonly #planning: Planning
  readonly #isOpen: Uint8Array
  readonly #givers: GiversByCredit
  /** By content: points for weeks and cost. */
  readonly #taken: Float64Array
  readonly #learns: boolean
  /** By requirement kind: the credit that a row gets at once; -1 where not worked out. What is missing gets its whole credit. */
  readonly #level: Int16Array
  /** The same of advances that are not learned: see `loose`. */
  readonly #looseLevel: Int16Array
  /** By content, for the row that was looked at last: the numerator of fit above the advances. */
  readonly #rises: Float64Array
  readonly #risen: number[] = []
  readonly #cover: RowCover
  /** Points that the row that was looked at last has without its contents. */
  #before = 0
  #perFit = 0

  /** By content: whether it is open, and what points it takes. */
  constructor(planning: Planning, isOpen: Uint8Array, taken: Float64Array) {
    const { market, courses } = planning.traveller
    this.#planning = planning
    this.#isOpen = isOpen
    this.#givers = giversByCredit(courses)
    this.#taken = taken
    this.#learns = market.shortcuts.advances
    this.#level = new Int16Array(market.kinds.list.length).fill(-1)
    this.#looseLevel = this.#level.slice()
    this.#rises = new Float64Array(taken.length)
    this.#cover = new RowCover(taken.length)
  }

  /**
   * Points that fit and contents give a row. Missing essentials get their whole credit: whatever path covers them gives it to
   * them. `missing`: who covers each of those that are looked at. -Infinity when nobody does.
   */
  most(row: number, perFit: number, missing: Uint32Array[]): number {
    const found = this.look(row, perFit, missing)
    if (this.#learns && found !== Number.NEGATIVE_INFINITY) this.#learn(row)
    return found
  }

  /**
   * The same, looser and quicker: every requirement has what kinship gives at the most in advance, so that only those are read who meet
   * it or nearly do, and what is missing is left aside.
   */
  loose(row: number, perFit: number): number {
    this.#clear()
    const fit = perFit * this.#findRises(row, this.#looseLevel, looseCredit)
    return fit + this.#cover.bestFree(this.#rises, this.#risen, this.#taken, perFit)
  }

  /** The same, with nothing learned: `mostWith` asks about the row that was looked at last. */
  look(row: number, perFit: number, missing: Uint32Array[]): number {
    this.#clear()
    this.#perFit = perFit
    this.#before = perFit * this.#findRises(row, this.#level, 0)
    this.#cover.begin(missing)
    return this.#before + this.#cover.best(this.#rises, this.#risen, this.#taken, perFit)
  }

  /** The same for paths that hold this content, for whatever reason. */
  mostWith(content: number): number {
    const net = this.#perFit * (this.#rises[content] as number) - (this.#taken[content] as number)
    return this.#before + net + this.#cover.bestBeside(content)
  }

  #clear(): void {
    for (let at = 0; at < this.#risen.length; at++) this.#rises[this.#risen[at] as number] = 0
    this.#risen.length = 0
  }

  /**
   * Fills in what each content alone raises above the advances; returns the fit with these and all that is missing. `levels`: the
   * advances; those that are not worked out begin with what the person has, and no less than `least`.
   */
  #findRises(row: number, levels: Int16Array, least: number): number {
    const { columns, kinds } = this.#planning.traveller.market
    const { requirements } = columns
    const { demand, weight } = kinds.columns
    const rises = this.#rises
    const { entries, from } = this.#givers
    const end = columns.requirementStart[row + 1] as number
    let fit = 0
    for (let at = columns.requirementStart[row] as number; at < end; at++) {
      const kind = requirements[at] as number
      const known = levels[kind] as number
      const level = known >= 0 ? known : this.#firstLevelOf(kind, levels, least)
      const points = weight[kind] as number
      fit += points * level
      if (level >= whole) continue
      const asked = demand[kind] as number
      this.#givers.sort(asked)
      const last = from[asked + 1] as number
      for (let one = from[asked] as number; one < last; one++) {
        const entry = entries[one] as number
        const more = creditOf(entry) - level
        if (more <= 0) break
        const content = contentOf(entry)
        if (this.#isOpen[content] === 0) continue
        if (rises[content] === 0) this.#risen.push(content)
        rises[content] = (rises[content] as number) + points * more
      }
    }
    return fit
  }

  #firstLevelOf(kind: number, levels: Int16Array, least: number): number {
    const { market, view } = this.#planning.traveller
    const bit = this.#planning.mode === 'low' ? missingLow : missingHigh
    const isMissing = (missingOf(view.worth, kind) & bit) !== 0
    const credit = view.assessment.creditLow[market.kinds.columns.demand[kind] as number] as number
    const found = isMissing ? whole : Math.max(credit, least)
    levels[kind] = found
    return found
  }

  /** Moves the advances of a row half way to where its best three contents would leave them. */
  #learn(row: number): void {
    const { market, view, courses } = this.#planning.traveller
    const { columns, kinds } = market
    const { from } = this.#givers
    const end = columns.requirementStart[row + 1] as number
    for (let at = columns.requirementStart[row] as number; at < end; at++) {
      const kind = columns.requirements[at] as number
      const level = this.#level[kind] as number
      const asked = kinds.columns.demand[kind] as number
      if (from[asked] === from[asked + 1] || this.#isMissing(kind)) continue
      let [first, second] = [view.assessment.creditLow[asked] as number, view.assessment.creditLow[asked] as number]
      for (let one = 0; one < 3; one++) {
        const content = this.#cover.chosen[one] as number
        if (content < 0) continue
        const credit = (courses.contents[content] as Content).credits.of(asked)
        if (credit > first) {
          second = first
          first = credit
        } else if (credit > second) second = credit
      }
      if (second > level) this.#level[kind] = (level + second + 1) >> 1
      else if (first < level) this.#level[kind] = (level + first) >> 1
    }
  }

  #isMissing(kind: number): boolean {
    const bit = this.#planning.mode === 'low' ? missingLow : missingHigh
    return (missingOf(this.#planning.traveller.view.worth, kind) & bit) !== 0
  }
}
