import {
  type CompiledVacancy,
  type Mode,
  missingHigh,
  missingLow,
  missingOf,
  type TermBits,
  termBits,
} from '../matching/index.ts'
import { whole } from '../taxonomy/index.ts'
import type { Traveller } from './traveller.ts'

/** A requirement whose credit may still rise. */
export interface Gain {
  readonly demand: number
  readonly weight: number
  /** Credit now (low), in 1/1200. */
  readonly credit: number
}

/** One vacancy whose terms hold, as a goal of one person in one mode; *start* is kept apart (ruling 4). */
export interface Target {
  readonly row: number
  /** Taken out of the columns on first use, where it is known by its row. */
  readonly vacancy: CompiledVacancy
  /** Denominator of fit. */
  readonly fitOutOf: number
  /** First week of the job; long past where it may be any. */
  readonly startFrom: number
  /** Missing essentials as demand numbers, each once. */
  readonly missing: readonly number[]
  /** Numerator of fit without any training (low). */
  readonly fit: number
  readonly gains: readonly Gain[]
  readonly startHolds: boolean
}

/** The terms that stand in the way of this person, low and high, remembered per vacancy. */
export function bitsOf(traveller: Traveller, vacancy: CompiledVacancy): TermBits {
  const known = traveller.bits[vacancy.row]
  if (known) return known
  const found = termBits(traveller.view, vacancy)
  traveller.bits[vacancy.row] = found
  return found
}

/** *Start* is the last term of every vacancy. */
export function startBit(vacancy: CompiledVacancy): number {
  return 1 << (vacancy.terms.length - 1)
}

/** Undefined when a term other than *start* does not hold: no plan of any kind leads there. */
export function targetOf(traveller: Traveller, vacancy: CompiledVacancy, mode: Mode): Target | undefined {
  const bits = bitsOf(traveller, vacancy)[mode]
  const start = startBit(vacancy)
  if ((bits & ~start) !== 0) return undefined
  const { metLow, metHigh, creditLow } = traveller.view.assessment
  return new OpenTarget(vacancy, mode === 'low' ? metLow : metHigh, creditLow, (bits & start) === 0)
}

class OpenTarget implements Target {
  readonly row: number
  readonly vacancy: CompiledVacancy
  readonly fitOutOf: number
  readonly startFrom: number
  readonly missing: readonly number[]
  readonly fit: number
  readonly startHolds: boolean
  readonly #creditLow: Int16Array
  #gains: readonly Gain[] | undefined

  constructor(vacancy: CompiledVacancy, met: Uint8Array, creditLow: Int16Array, startHolds: boolean) {
    this.row = vacancy.row
    this.vacancy = vacancy
    this.fitOutOf = vacancy.fitOutOf
    this.startFrom = vacancy.vacancy.startFrom ?? Number.NEGATIVE_INFINITY
    this.startHolds = startHolds
    this.#creditLow = creditLow
    let fit = 0
    let missing: number[] | undefined
    for (const { demand, weight, essential } of vacancy.requirements) {
      fit += weight * (creditLow[demand] ?? 0)
      if (!essential || met[demand] !== 0) continue
      if (missing === undefined) missing = [demand]
      else if (!missing.includes(demand)) missing.push(demand)
    }
    this.fit = fit
    this.missing = missing ?? noDemands
  }

  /** Worked out on first use: most targets are dropped before that. */
  get gains(): readonly Gain[] {
    this.#gains ??= this.vacancy.requirements
      .map(({ demand, weight }) => ({ demand, weight, credit: this.#creditLow[demand] ?? 0 }))
      .filter(({ credit }) => credit < 1200)
    return this.#gains
  }
}

const noDemands: readonly number[] = []

/**
 * A row whose terms are known to hold, *start* left aside, as a target: read from the columns. Most rows are dropped without ever
 * being taken out.
 */
export class RowTarget implements Target {
  readonly row: number
  readonly fitOutOf: number
  readonly startFrom: number
  readonly missing: readonly number[]
  readonly fit: number
  readonly startHolds: boolean
  readonly #traveller: Traveller
  #gains: readonly Gain[] | undefined

  constructor(traveller: Traveller, row: number, mode: Mode, startHolds: boolean) {
    const { market, view } = traveller
    const { columns, kinds } = market
    const { demand, weight } = kinds.columns
    const bit = mode === 'low' ? missingLow : missingHigh
    const end = columns.requirementStart[row + 1] as number
    let fit = 0
    let missing: number[] | undefined
    for (let at = columns.requirementStart[row] as number; at < end; at++) {
      const kind = columns.requirements[at] as number
      const asked = demand[kind] as number
      fit += (weight[kind] as number) * (view.assessment.creditLow[asked] as number)
      if ((missingOf(view.worth, kind) & bit) === 0) continue
      if (missing === undefined) missing = [asked]
      else if (!missing.includes(asked)) missing.push(asked)
    }
    this.row = row
    this.fitOutOf = (columns.weights[row] as number) * whole
    this.startFrom = columns.startFrom[row] as number
    this.startHolds = startHolds
    this.missing = missing ?? noDemands
    this.fit = fit
    this.#traveller = traveller
  }

  get vacancy(): CompiledVacancy {
    return this.#traveller.market.at(this.row)
  }

  get gains(): readonly Gain[] {
    this.#gains ??= this.#findGains()
    return this.#gains
  }

  #findGains(): Gain[] {
    const { market, view } = this.#traveller
    const { columns, kinds } = market
    const end = columns.requirementStart[this.row + 1] as number
    const gains: Gain[] = []
    for (let at = columns.requirementStart[this.row] as number; at < end; at++) {
      const kind = columns.requirements[at] as number
      const demand = kinds.columns.demand[kind] as number
      const credit = view.assessment.creditLow[demand] as number
      if (credit < whole) gains.push({ demand, weight: kinds.columns.weight[kind] as number, credit })
    }
    return gains
  }
}
