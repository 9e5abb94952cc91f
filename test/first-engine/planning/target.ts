import { type CompiledVacancy, type Mode, type TermBits, termBits } from '../matching/index.ts'
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
  readonly vacancy: CompiledVacancy
  /** Missing essentials as demand numbers, each once. */
  readonly missing: readonly number[]
  /** Numerator of fit without any training (low). */
  readonly fit: number
  readonly gains: readonly Gain[]
  readonly startHolds: boolean
}

/** The terms that stand in the way of this person, low and high, remembered per vacancy. */
export function bitsOf(traveller: Traveller, vacancy: CompiledVacancy): TermBits {
  const known = traveller.bits[vacancy.index]
  if (known) return known
  const found = termBits(traveller.view, vacancy)
  traveller.bits[vacancy.index] = found
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
  readonly vacancy: CompiledVacancy
  readonly missing: readonly number[]
  readonly fit: number
  readonly startHolds: boolean
  readonly #creditLow: Int16Array
  #gains: readonly Gain[] | undefined

  constructor(vacancy: CompiledVacancy, met: Uint8Array, creditLow: Int16Array, startHolds: boolean) {
    this.vacancy = vacancy
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
