import type { Beating } from './front-box.ts'
import type { PieceBounds } from './piece-bounds.ts'
import { never } from './soonest-ends.ts'
import { rounding, type Value, type Way } from './way.ts'

/** What the person's limits, the worth that is asked for and a front leave of the paths to one target. */
export class Limits {
  readonly #value: Value | undefined
  readonly #beating: Beating | undefined
  /** What the course that carries the job takes, its weeks counted to the week in which they would be over. */
  readonly #baseEuro: number
  readonly #baseWeeks: number
  /** First week in which a path may begin. */
  readonly #from: number
  /** No path is ready before. */
  readonly #readyFrom: number
  readonly #mostEuro: number
  readonly #mostWeeks: number
  readonly #outOf: number
  /** Numerator of fit with the best credit there is. */
  #mostFit = 0
  #besideRise = Number.POSITIVE_INFINITY
  #besideNet = Number.POSITIVE_INFINITY

  constructor({ walks, always: last, target, value, beating, readyFrom }: Way) {
    const always = last && walks.leastOf(last)
    const { from } = walks.rules
    this.#value = value
    this.#beating = beating
    this.#from = from
    this.#baseEuro = always?.euro ?? 0
    this.#baseWeeks = from + (always?.weeks ?? 0)
    this.#readyFrom = Math.max(readyFrom, always?.end ?? from)
    this.#mostEuro = walks.mostEuro
    this.#mostWeeks = from + walks.mostWeeks
    this.#outOf = target.fitOutOf || 1
  }

  /** The week that lies so many weeks after the first in which a path may begin. */
  weekAt(weeks: number): number {
    return weeks === never ? Number.POSITIVE_INFINITY : this.#from + weeks
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
    let allEuro = this.#baseEuro + euro
    let allWeeks = this.#baseWeeks + weeks
    let ready = end > this.#readyFrom ? end : this.#readyFrom
    if (rest !== 0) {
      allEuro += bounds.euroOf(rest, more)
      allWeeks += bounds.weeksOf(rest, more)
      ready = Math.max(ready, bounds.endOf(rest))
    }
    // Nobody covers the rest: infinitely many weeks.
    if (allEuro > this.#mostEuro || allWeeks > this.#mostWeeks || end === Number.POSITIVE_INFINITY) return true
    if (!this.#value && !this.#beating) return false
    if (allWeeks > ready) ready = allWeeks
    let allFit = more === 0 ? fit : fit + Math.min(bounds.riseOf(rest, more), more * this.#besideRise)
    if (allFit > this.#mostFit) allFit = this.#mostFit
    if (this.#value && this.#isTooLittle(this.#value, bounds, fit, allFit, euro, allEuro, weeks, ready, rest, more)) return true
    return this.#beating?.isBeaten(ready, allEuro, allFit / this.#outOf) === true
  }

  #isTooLittle(
    { base, perFit, perWeek, perEuro, least }: Value,
    bounds: PieceBounds,
    fit: number,
    allFit: number,
    euro: number,
    allEuro: number,
    weeks: number,
    ready: number,
    rest: number,
    more: number,
  ): boolean {
    const asked = least() - rounding
    if (base + perFit * allFit - perWeek * ready - perEuro * allEuro < asked) return true
    const now = base + perFit * fit - perWeek * (this.#baseWeeks + weeks) - perEuro * (this.#baseEuro + euro)
    return now + this.#mostOf(bounds.netOf(rest, more), more, this.#besideNet) < asked
  }

  /** Whether nothing that adds at most `net`, and `more` further contents, make a path worth enough. */
  isWorthTooLittle(bounds: PieceBounds, fit: number, euro: number, weeks: number, net: number, more: number): boolean {
    const value = this.#value
    if (!value) return false
    const now =
      value.base + value.perFit * fit - value.perWeek * (this.#baseWeeks + weeks) - value.perEuro * (this.#baseEuro + euro)
    return now + net + this.#mostOf(bounds.netOf(0, more), more, this.#besideNet) + rounding < value.least()
  }
}
