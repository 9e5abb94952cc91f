import type { Shortcuts } from '../matching/index.ts'
import type { RowBounds } from './row-bounds.ts'
import { RowSteps, type WaitingRows } from './row-steps.ts'

export type { WaitingRows } from './row-steps.ts'

/** Which bound a row waits under. */
const stages = { quick: 0, medium: 1, loose: 2, close: 3, exact: 255 } as const

/**
 * Rows in order of a bound on what their plans are worth, ties by id, worked out for no more of them than need be: rows wait in
 * steps of a quick bound until a step may hold the highest that is left, then each under closer bounds in a heap, highest first.
 */
export class RowQueue {
  readonly #bounds: RowBounds
  readonly #shortcuts: Shortcuts
  readonly #rows: WaitingRows
  readonly #rank: Uint32Array
  /** By place in `rows`, (1) where the bound is what the one plan to it is worth. */
  readonly #isExact: Uint8Array
  readonly #steps: RowSteps
  /** The heap: bounds, and places in `rows` with their stage. */
  #bound = new Float64Array(firstRoom)
  #place = new Uint32Array(firstRoom)
  #stage = new Uint8Array(firstRoom)
  /** From this stage on a row is searched. */
  readonly #last: number
  #size = 0
  /** How many rows were looked at more closely than dealt out. */
  #looks = 0
  /** What the row that was given last is worth at most, and how often it was put back. */
  bound = Number.POSITIVE_INFINITY
  times = 0

  /**
   * In low only rows whose terms hold for certain. `isLeftOut`: rows that are not asked about. `closeTimes`: how often a row waits
   * under its close bound, which is closer each time; once is enough where no row is left out for its bound.
   */
  constructor(
    bounds: RowBounds,
    rows: WaitingRows,
    mode: 'low' | 'high',
    rank: Uint32Array,
    least: number,
    shortcuts: Shortcuts,
    isLeftOut?: (row: number) => boolean,
    closeTimes = 1,
  ) {
    this.#bounds = bounds
    this.#rows = rows
    this.#rank = rank
    this.#shortcuts = shortcuts
    this.#last = shortcuts.closeBound ? stages.loose + (shortcuts.advances ? closeTimes : 1) : stages.quick
    this.#isExact = new Uint8Array(rows.count)
    this.#steps = new RowSteps(rows, (at, row) => {
      if ((mode === 'low' && rows.unsure[at] === 1) || isLeftOut?.(row)) return Number.NEGATIVE_INFINITY
      const exact = shortcuts.exactRows ? bounds.exact(row, rows.late[at] === 1, rows.unsure[at] === 0) : undefined
      if (exact !== undefined) this.#isExact[at] = 1
      const bound = exact ?? bounds.quick(row)
      return bound < this.#asked(least) ? Number.NEGATIVE_INFINITY : bound
    })
  }

  /**
   * The place of the row with the highest bound; undefined when none reaches `least`. `lastRank`: of rows whose one plan is
   * worth just `least`, those after this one in order of id come too late.
   */
  next(atLeast: number, lastRank = Number.POSITIVE_INFINITY): number | undefined {
    const least = this.#asked(atLeast)
    for (;;) {
      while (this.#isStepNext(least)) this.#openStep(least)
      if (this.#size === 0) return undefined
      const bound = this.#bound[0] as number
      if (bound < least) return undefined
      const at = this.#place[0] as number
      const row = this.#rows.rows[at] as number
      const stage = this.#stage[0] as number
      if (stage === stages.exact && bound === least && (this.#rank[row] as number) > lastRank) this.#drop()
      else if (stage >= this.#last) {
        this.bound = bound
        this.times = stage === stages.exact ? 0 : stage - this.#last
        this.#drop()
        return at
      } else {
        const isLoose = stage === stages.medium && this.#looks++ * looseFrom > this.#rows.count
        this.#bound[0] = isLoose ? this.#bounds.loose(row, bound) : this.#bounds.close(row, bound)
        this.#stage[0] = isLoose ? stages.loose : Math.max(stage, stages.loose) + 1
        if ((this.#bound[0] as number) >= least && this.#bound[0] !== Number.NEGATIVE_INFINITY) this.#sink(0)
        else this.#drop()
      }
    }
  }

  /** Puts back the row that was given last: it is worth at most so much, and is given again when that is the highest left. */
  putBack(at: number, bound: number): void {
    this.#push(at, bound, this.#last + this.times + 1)
  }

  /** Without the shortcut every row is searched. */
  #asked(least: number): number {
    return this.#shortcuts.rowOrder ? least : Number.NEGATIVE_INFINITY
  }

  /** Whether a row that waits in the steps may be worth as much as the first of the heap, and enough. */
  #isStepNext(least: number): boolean {
    const { highest } = this.#steps
    if (highest === Number.NEGATIVE_INFINITY || highest < least) return false
    return this.#size === 0 || highest >= (this.#bound[0] as number)
  }

  /** The rows of the next step, each under the next bound. */
  #openStep(least: number): void {
    this.#steps.open((at, quick) => {
      if (quick < least) return
      if (this.#isExact[at] === 1) this.#push(at, quick, stages.exact)
      else if (this.#last === stages.quick) this.#push(at, quick, stages.quick)
      else {
        const medium = this.#bounds.medium(this.#rows.rows[at] as number, quick)
        if (medium >= least && medium !== Number.NEGATIVE_INFINITY) this.#push(at, medium, stages.medium)
      }
    })
  }

  #push(at: number, bound: number, stage: number): void {
    if (this.#size === this.#bound.length) this.#grow()
    let to = this.#size++
    this.#bound[to] = bound
    this.#place[to] = at
    this.#stage[to] = stage
    while (to > 0 && this.#isBefore(to, (to - 1) >> 1)) {
      this.#swap(to, (to - 1) >> 1)
      to = (to - 1) >> 1
    }
  }

  #grow(): void {
    const [bound, place, stage] = [this.#bound, this.#place, this.#stage]
    this.#bound = new Float64Array(bound.length * 4)
    this.#place = new Uint32Array(bound.length * 4)
    this.#stage = new Uint8Array(bound.length * 4)
    this.#bound.set(bound)
    this.#place.set(place)
    this.#stage.set(stage)
  }

  /** Takes the first one out. */
  #drop(): void {
    this.#size--
    this.#move(this.#size, 0)
    this.#sink(0)
  }

  #sink(from: number): void {
    let at = from
    for (;;) {
      let child = at * 2 + 1
      if (child >= this.#size) return
      if (child + 1 < this.#size && this.#isBefore(child + 1, child)) child++
      if (!this.#isBefore(child, at)) return
      this.#swap(at, child)
      at = child
    }
  }

  #isBefore(one: number, other: number): boolean {
    const difference = (this.#bound[one] as number) - (this.#bound[other] as number)
    return difference > 0 || (difference === 0 && this.#rankAt(one) < this.#rankAt(other))
  }

  #rankAt(at: number): number {
    return this.#rank[this.#rows.rows[this.#place[at] as number] as number] as number
  }

  #move(from: number, to: number): void {
    this.#bound[to] = this.#bound[from] as number
    this.#place[to] = this.#place[from] as number
    this.#stage[to] = this.#stage[from] as number
  }

  #swap(one: number, other: number): void {
    const [bound, place, stage] = [this.#bound[one] as number, this.#place[one] as number, this.#stage[one] as number]
    this.#move(other, one)
    this.#bound[other] = bound
    this.#place[other] = place
    this.#stage[other] = stage
  }
}

const firstRoom = 1024

/** Once one in so many rows had a closer look, those that follow are so many that a loose look before it pays. */
const looseFrom = 64
