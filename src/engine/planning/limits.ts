import type { PieceBounds } from './piece-bounds.ts'
import { never } from './soonest-ends.ts'
import { rounding, type Way } from './way.ts'

/** What the person's limits, the worth that is asked for and a front leave of the paths to one target. */
export class Limits {
  readonly #way: Way
  /** What the course that carries the job takes, and the week from which paths begin. */
  readonly #base: { readonly euro: number; readonly weeks: number; readonly end: number }
  readonly #mostEuro: number
  readonly #mostWeeks: number
  readonly #outOf: number
  /** Numerator of fit with the best credit there is. */
  #mostFit = 0
  #besideRise = Number.POSITIVE_INFINITY
  #besideNet = Number.POSITIVE_INFINITY

  constructor(way: Way) {
    const always = way.always && way.walks.leastOf(way.always)
    const { from } = way.walks.rules
    this.#way = way
    this.#base = { euro: always?.euro ?? 0, weeks: from + (always?.weeks ?? 0), end: always?.end ?? from }
    this.#mostEuro = way.walks.mostEuro
    this.#mostWeeks = from + way.walks.mostWeeks
    this.#outOf = way.target.fitOutOf || 1
  }

  /** The week that lies so many weeks after the first in which a path may begin. */
  weekAt(weeks: number): number {
    return weeks === never ? Number.POSITIVE_INFINITY : this.#way.walks.rules.from + weeks
  }

  begin(mostFit: number): void {
    this.#mostFit = mostFit
  }

  /** From now on one further content raises at most so much, and adds at most so much to the worth, beside those chosen. */
  setBeside(rise: number, net: number): void {
    this.#besideRise = rise
    this.#besideNet = net
  }

  /** The lesser of what the further contents add by themselves, and of what they add beside those chosen. */
  #mostOf(alone: number, more: number, beside: number): number {
    return more === 0 ? alone : Math.min(alone, more * beside)
  }

  /**
   * Whether no path is wanted that fits so well (a numerator), costs so much, takes so many weeks and ends no sooner by the
   * contents it has already, and that has up to `more` further ones which cover the `rest`.
   */
  isOver(bounds: PieceBounds, fit: number, euro: number, weeks: number, end: number, rest: number, more: number): boolean {
    const allEuro = this.#base.euro + euro + bounds.euroOf(rest, more)
    const allWeeks = this.#base.weeks + weeks + bounds.weeksOf(rest, more)
    // Nobody covers the rest: infinitely many weeks.
    if (allEuro > this.#mostEuro || allWeeks > this.#mostWeeks || end === Number.POSITIVE_INFINITY) return true
    const { value, isBeaten, readyOf } = this.#way
    if (!value && !isBeaten) return false
    const ready = readyOf(Math.max(this.#base.end, end, allWeeks, bounds.endOf(rest)))
    const allFit = Math.min(this.#mostFit, fit + this.#mostOf(bounds.riseOf(rest, more), more, this.#besideRise))
    if (value) {
      const { base, perFit, perWeek, perEuro } = value
      const least = value.least()
      if (base + perFit * allFit - perWeek * ready - perEuro * allEuro + rounding < least) return true
      const now = base + perFit * fit - perWeek * (this.#base.weeks + weeks) - perEuro * (this.#base.euro + euro)
      if (now + this.#mostOf(bounds.netOf(rest, more), more, this.#besideNet) + rounding < least) return true
    }
    return isBeaten?.(ready, allEuro, allFit / this.#outOf) === true
  }

  /** Whether nothing that adds at most `net`, and `more` further contents, make a path worth enough. */
  isWorthTooLittle(bounds: PieceBounds, fit: number, euro: number, weeks: number, net: number, more: number): boolean {
    const { value } = this.#way
    if (!value) return false
    const now =
      value.base + value.perFit * fit - value.perWeek * (this.#base.weeks + weeks) - value.perEuro * (this.#base.euro + euro)
    return now + net + this.#mostOf(bounds.netOf(0, more), more, this.#besideNet) + rounding < value.least()
  }
}
