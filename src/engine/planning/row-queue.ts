import type { Shortcuts, Standing } from '../matching/index.ts'
import type { RowBounds } from './row-bounds.ts'

/** Which bound a row waits under. */
const stages = { quick: 0, medium: 1, close: 2, exact: 255 } as const

/** Rows that wait to be searched: those of one person whose terms hold. */
export type WaitingRows = Pick<Standing, 'count' | 'rows' | 'unsure' | 'late'>

/**
 * Rows in order of a bound on what their plans are worth, ties by id, worked out for no more of them than need be: a row waits
 * under a quick bound until that is the highest left, then under closer ones. One heap, highest first.
 */
export class RowQueue {
  readonly #bounds: RowBounds
  readonly #shortcuts: Shortcuts
  readonly #rows: WaitingRows
  readonly #rank: Uint32Array
  /** The heap: bounds, and places in `rows` with their stage. */
  readonly #bound: Float64Array
  readonly #place: Uint32Array
  readonly #stage: Uint8Array
  /** From this stage on a row is searched. */
  readonly #last: number
  #size = 0
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
    this.#bound = new Float64Array(rows.count)
    this.#place = new Uint32Array(rows.count)
    this.#stage = new Uint8Array(rows.count)
    this.#last = shortcuts.closeBound ? stages.medium + (shortcuts.advances ? closeTimes : 1) : stages.quick
    for (let at = 0; at < rows.count; at++) {
      if (mode === 'low' && rows.unsure[at] === 1) continue
      const row = rows.rows[at] as number
      if (isLeftOut?.(row)) continue
      this.#enter(at, row, least)
    }
    for (let at = (this.#size >> 1) - 1; at >= 0; at--) this.#sink(at)
  }

  /**
   * The place of the row with the highest bound; undefined when none reaches `least`. `lastRank`: of rows whose one plan is
   * worth just `least`, those after this one in order of id come too late.
   */
  next(atLeast: number, lastRank = Number.POSITIVE_INFINITY): number | undefined {
    const least = this.#asked(atLeast)
    while (this.#size > 0) {
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
        this.#bound[0] = stage === stages.quick ? this.#bounds.medium(row, bound) : this.#bounds.close(row, bound)
        this.#stage[0] = stage + 1
        if ((this.#bound[0] as number) >= least && this.#bound[0] !== Number.NEGATIVE_INFINITY) this.#sink(0)
        else this.#drop()
      }
    }
    return undefined
  }

  /** Puts back the row that was given last: it is worth at most so much, and is given again when that is the highest left. */
  putBack(at: number, bound: number): void {
    let to = this.#size++
    this.#bound[to] = bound
    this.#place[to] = at
    this.#stage[to] = this.#last + this.times + 1
    while (to > 0 && this.#isBefore(to, (to - 1) >> 1)) {
      this.#swap(to, (to - 1) >> 1)
      to = (to - 1) >> 1
    }
  }

  #enter(at: number, row: number, least: number): void {
    const exact = this.#shortcuts.exactRows
      ? this.#bounds.exact(row, this.#rows.late[at] === 1, this.#rows.unsure[at] === 0)
      : undefined
    const bound = exact ?? this.#bounds.quick(row)
    if (bound === Number.NEGATIVE_INFINITY || bound < this.#asked(least)) return
    this.#bound[this.#size] = bound
    this.#place[this.#size] = at
    this.#stage[this.#size++] = exact === undefined ? stages.quick : stages.exact
  }

  /** Without the shortcut every row is searched. */
  #asked(least: number): number {
    return this.#shortcuts.rowOrder ? least : Number.NEGATIVE_INFINITY
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
