import type { Shortcuts } from '../matching/index.ts'
import type { RowBounds } from './row-bounds.ts'

interface Bounded {
  readonly row: number
  readonly bound: number
}

/**
 * Rows in order of their close bound, worked out for no more of them than need be: a row waits under its quick bound until
 * that is the highest left, and then under its close one.
 */
export class RowQueue {
  readonly #bounds: RowBounds
  readonly #shortcuts: Shortcuts
  /** Under the quick bound, lowest first: taken from the end. */
  readonly #quick: Bounded[] = []
  /** A heap under the close bound, highest first. */
  readonly #close: Bounded[] = []

  constructor(bounds: RowBounds, rows: Uint32Array, least: number, shortcuts: Shortcuts) {
    this.#bounds = bounds
    this.#shortcuts = shortcuts
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number
      const bound = bounds.quick(row)
      if (bound !== Number.NEGATIVE_INFINITY && bound >= this.#asked(least)) this.#quick.push({ row, bound })
    }
    this.#quick.sort((a, b) => a.bound - b.bound)
  }

  /** The row with the highest close bound, looked at anew (see `RowBounds.isWorthy`); undefined when none reaches `least`. */
  next(atLeast: number): number | undefined {
    const least = this.#asked(atLeast)
    for (let waiting = this.#quick.at(-1); waiting; waiting = this.#quick.at(-1)) {
      const top = this.#close[0]
      if (waiting.bound < least || (top && top.bound >= waiting.bound)) break
      this.#quick.pop()
      const bound = this.#shortcuts.closeBound ? this.#bounds.close(waiting.row) : waiting.bound
      if (bound >= least) this.#push({ row: waiting.row, bound })
    }
    const top = this.#pop()
    if (!top || top.bound < least) return undefined
    this.#bounds.close(top.row)
    return top.row
  }

  /** Without the shortcut every row is searched. */
  #asked(least: number): number {
    return this.#shortcuts.rowOrder ? least : Number.NEGATIVE_INFINITY
  }

  #push(entry: Bounded): void {
    let at = this.#close.push(entry) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if ((this.#close[parent] as Bounded).bound >= entry.bound) break
      this.#close[at] = this.#close[parent] as Bounded
      at = parent
    }
    this.#close[at] = entry
  }

  #pop(): Bounded | undefined {
    const top = this.#close[0]
    const last = this.#close.pop()
    if (!top || !last || this.#close.length === 0) return top
    let at = 0
    for (;;) {
      let child = at * 2 + 1
      if (child >= this.#close.length) break
      const right = this.#close[child + 1]
      if (right && right.bound > (this.#close[child] as Bounded).bound) child++
      if ((this.#close[child] as Bounded).bound <= last.bound) break
      this.#close[at] = this.#close[child] as Bounded
      at = child
    }
    this.#close[at] = last
    return top
  }
}
