import { fullMask } from './helps.ts'
import { adds, addsAlone, enables, matters, type Piece } from './pieces.ts'
import { courseSets, visitIfSound } from './sound.ts'
import { rounding, type Way } from './way.ts'

/** The loops over sets of one, two and three contents. */
export class Sets {
  readonly #way: Way
  readonly #pieces: readonly Piece[]
  readonly #full: number
  readonly #most: { readonly euro: number; readonly weeks: number; readonly fit: number }
  readonly #alwaysLacks: readonly number[]
  readonly #base: { readonly euro: number; readonly weeks: number; readonly end: number }
  readonly #withMask = new Map<number, readonly number[]>()

  constructor(way: Way, pieces: readonly Piece[]) {
    this.#way = way
    this.#pieces = pieces
    this.#full = fullMask(way.target)
    this.#alwaysLacks = way.always ? way.walks.lacks(way.always) : []
    const always = way.always && way.walks.leastOf(way.always)
    this.#base = { euro: always?.euro ?? 0, weeks: always?.weeks ?? 0, end: always?.end ?? way.walks.rules.from }
    this.#most = {
      euro: way.walks.mostEuro,
      weeks: way.walks.mostWeeks,
      fit: way.target.fit + way.target.gains.reduce((sum, gain) => sum + gain.weight * (1200 - gain.credit), 0),
    }
  }

  visitAll(): boolean {
    const { target, most } = this.#way
    for (let i = 0; i < this.#pieces.length; i++) {
      const a = this.#pieces[i] as Piece
      const fitA = target.fit + a.rise
      if (this.#isOver(a.net + this.#further(i, most - 1))) break
      if (!this.#fits(a, undefined, undefined)) continue
      if ((a.covers & this.#full) === this.#full && this.#single(a) && this.#emit([a], fitA)) return true
      if (most < 2) continue
      for (let j = i + 1; j < this.#pieces.length; j++) {
        const b = this.#pieces[j] as Piece
        if (this.#isOver(a.net + b.net + this.#further(j, most - 2))) break
        if (this.#pairsWith(a, b, j)) return true
      }
    }
    return false
  }

  #single(a: Piece): boolean {
    return addsAlone(a, this.#way.target) || this.#enablesAlways(a)
  }

  /** The pair itself, then with every third. */
  #pairsWith(a: Piece, b: Piece, j: number): boolean {
    if (!this.#fits(a, b, undefined)) return false
    const wanted = this.#full & ~(a.covers | b.covers)
    const { most } = this.#way
    if (wanted !== 0 && most < 3) return false
    const thirds = wanted === 0 || most < 3 ? undefined : this.#covering(wanted)
    if (thirds && (thirds.length === 0 || (thirds.at(-1) as number) <= j)) return false
    const addsA = adds(a, b)
    const addsB = adds(b, a)
    // What adds nothing to one other adds nothing to two: only somebody's prerequisite can still need it.
    if ((!addsA && !a.enables) || (!addsB && !b.enables)) return false
    const fit = this.#fitOf(a, b)
    const nextNet = thirds ? this.#netAfter(thirds, j) : this.#further(j, most - 2)
    if (!this.#worth(fit, a, b, undefined, nextNet)) return false
    if (wanted === 0) {
      const matters = (addsA || enables(a, b) || this.#enablesAlways(a)) && (addsB || enables(b, a) || this.#enablesAlways(b))
      if (matters && this.#emit([a, b], fit)) return true
    }
    return most >= 3 && this.#thirds(a, b, j, fit, thirds)
  }

  #thirds(a: Piece, b: Piece, j: number, fit: number, thirds: readonly number[] | undefined): boolean {
    const count = thirds ? thirds.length : this.#pieces.length
    for (let at = thirds ? 0 : j + 1; at < count; at++) {
      const k = thirds ? (thirds[at] as number) : at
      if (k <= j) continue
      const c = this.#pieces[k] as Piece
      if (!this.#worth(fit, a, b, undefined, c.net)) break
      if (!this.#fits(a, b, c) || !this.#worth(fit + c.rise, a, b, c)) continue
      if (!matters(c, a, b) || !matters(a, b, c) || !matters(b, a, c)) continue
      if (this.#emit([a, b, c], this.#fitOf(a, b, c))) return true
    }
    return false
  }

  /** Costs and weeks add up, whatever the order. */
  #fits(a: Piece, b: Piece | undefined, c: Piece | undefined): boolean {
    const euro = this.#base.euro + a.euro + (b?.euro ?? 0) + (c?.euro ?? 0)
    const weeks = this.#base.weeks + a.weeks + (b?.weeks ?? 0) + (c?.weeks ?? 0)
    return euro <= this.#most.euro && weeks <= this.#most.weeks
  }

  /** The most that so many more pieces after `index` can add: none are better than the next one. */
  #further(index: number, count: number): number {
    return count > 0 ? count * Math.max(0, this.#pieces[index + 1]?.net ?? 0) : 0
  }

  /** The most that one of these can add that stands after `index`; something must. */
  #netAfter(list: readonly number[], index: number): number {
    for (const at of list) if (at > index) return (this.#pieces[at] as Piece).net
    return Number.NEGATIVE_INFINITY
  }

  /** Whether nothing is left to find when the pieces add at most `net` to what the target is worth as it is. */
  #isOver(net: number): boolean {
    const { value, target, walks } = this.#way
    if (!value) return false
    const weeks = walks.rules.from + this.#base.weeks
    const worth = value.base + value.perFit * target.fit - value.perWeek * weeks - value.perEuro * this.#base.euro + net
    return worth + rounding < value.least()
  }

  /** Whether a path of these, and of one more that adds at most `more`, can be worth enough. */
  #worth(fit: number, a: Piece, b: Piece, c?: Piece, more = 0): boolean {
    const { value, walks, readyOf } = this.#way
    if (!value) return true
    const euro = this.#base.euro + a.euro + b.euro + (c?.euro ?? 0)
    const weeks = walks.rules.from + this.#base.weeks + a.weeks + b.weeks + (c?.weeks ?? 0)
    const reached = value.base + value.perFit * Math.min(fit, this.#most.fit) - value.perEuro * euro + rounding
    if (reached - value.perWeek * weeks + more < value.least()) return false
    // A third may still come, in a waiting gap: then the path ends when the pair does and fits better. So a pair is never cut by its end.
    if (!c) return true
    const end = Math.max(this.#base.end, weeks, a.end, b.end, c?.end ?? 0)
    return reached - value.perWeek * readyOf(end) >= value.least()
  }

  #enablesAlways(piece: Piece): boolean {
    for (const demand of this.#alwaysLacks) if (piece.content.teaches.has(demand)) return true
    return false
  }

  #covering(wanted: number): readonly number[] {
    const known = this.#withMask.get(wanted)
    if (known) return known
    const found: number[] = []
    for (const [index, piece] of this.#pieces.entries()) if ((piece.covers & wanted) === wanted) found.push(index)
    this.#withMask.set(wanted, found)
    return found
  }

  #fitOf(a: Piece, b: Piece, c?: Piece): number {
    const { target } = this.#way
    let { fit } = target
    for (let at = 0; at < target.gains.length; at++) {
      const gain = target.gains[at] as { weight: number; credit: number }
      const credit = Math.max(a.credits[at] as number, b.credits[at] as number, c ? (c.credits[at] as number) : 0)
      fit += gain.weight * (credit - gain.credit)
    }
    return fit
  }

  #emit(set: readonly Piece[], fit: number): boolean {
    for (const courses of courseSets(set.map((piece) => piece.courses))) if (visitIfSound(this.#way, courses, fit)) return true
    return false
  }
}
