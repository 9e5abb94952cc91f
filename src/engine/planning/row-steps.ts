import type { Standing } from '../matching/index.ts'

/** Rows that wait to be searched: those of one person whose terms hold. */
export type WaitingRows = Pick<Standing, 'count' | 'rows' | 'unsure' | 'late'>

/** At most so many steps. A step is opened whole, so that many steps open few rows too early. */
const mostSteps = 4096

/**
 * Rows in steps of a bound, highest first. Hundreds of thousands of rows wait, of which most are never asked for or are soon ruled
 * out by a closer bound: so they are not sorted, only dealt out over the steps.
 */
export class RowSteps {
  /** By row that waits, step by step: its place among the rows, and its bound. */
  readonly #place: Uint32Array
  readonly #bound: Float64Array
  /** By step: where its rows begin, and one more; the highest bound in it. */
  readonly #from: Uint32Array
  readonly #highest: Float64Array
  #step = 0

  /** `boundOf`: of a place among the rows and the row there; -Infinity for one that is left out. */
  constructor({ count, rows }: WaitingRows, boundOf: (at: number, row: number) => number) {
    const bounds = new Float64Array(count)
    let waiting = 0
    let [most, least] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
    for (let at = 0; at < count; at++) {
      const bound = boundOf(at, rows[at] as number)
      bounds[at] = bound
      if (bound === Number.NEGATIVE_INFINITY) continue
      waiting++
      if (bound > most) most = bound
      if (bound < least) least = bound
    }
    const steps = Math.min(mostSteps, waiting)
    this.#place = new Uint32Array(waiting)
    this.#bound = new Float64Array(waiting)
    this.#from = new Uint32Array(steps + 1)
    this.#highest = new Float64Array(steps).fill(Number.NEGATIVE_INFINITY)
    if (waiting > 0) this.#deal(bounds, most, most === least ? 0 : (steps - 1) / (most - least))
  }

  /** The highest bound of all that wait; -Infinity when none does. */
  get highest(): number {
    const highest = this.#highest
    while (this.#step < highest.length && highest[this.#step] === Number.NEGATIVE_INFINITY) this.#step++
    return this.#step < highest.length ? (highest[this.#step] as number) : Number.NEGATIVE_INFINITY
  }

  /** Gives out the step with the highest bound; none of it waits any more. */
  open(visit: (at: number, bound: number) => void): void {
    const end = this.#from[this.#step + 1] as number
    for (let one = this.#from[this.#step++] as number; one < end; one++) {
      visit(this.#place[one] as number, this.#bound[one] as number)
    }
  }

  #deal(bounds: Float64Array, most: number, stepsPerPoint: number): void {
    const from = this.#from
    const stepOf = (bound: number): number => Math.floor((most - bound) * stepsPerPoint)
    for (let at = 0; at < bounds.length; at++) {
      const bound = bounds[at] as number
      if (bound !== Number.NEGATIVE_INFINITY) from[stepOf(bound) + 1]!++
    }
    for (let step = 0; step + 1 < from.length; step++) from[step + 1]! += from[step] as number
    const next = from.slice()
    for (let at = 0; at < bounds.length; at++) {
      const bound = bounds[at] as number
      if (bound === Number.NEGATIVE_INFINITY) continue
      const step = stepOf(bound)
      const to = next[step]!++
      this.#place[to] = at
      this.#bound[to] = bound
      if (bound > (this.#highest[step] as number)) this.#highest[step] = bound
    }
  }
}
