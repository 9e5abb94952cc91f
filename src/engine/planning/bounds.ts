import type { CompiledVacancy } from '../matching/index.ts'
import type { Course, Giver } from './courses.ts'
import { knobs } from './knobs.ts'
import type { Preference } from './plan.ts'
import { jobWeek, type Planning, type Ways } from './planning.ts'
import type { Target } from './target.ts'
import { rounding, type Value } from './way.ts'

/** The worth of plans to a vacancy in a linear form; the chance may still be the best. */
export function worthOf({ fitOutOf }: CompiledVacancy, preference: Preference, thisWeek: number): Omit<Value, 'least'> {
  const { perWeek, perEuro, perChance } = knobs.preferences[preference]
  const perFit = fitOutOf === 0 ? 0 : knobs.microPointsOfFit / fitOutOf
  return { perFit, perWeek, perEuro, base: perChance * knobs.chanceSteps['very likely'] + perWeek * thisWeek }
}

/** What each content takes at the least; infinite where none of its courses can be in a path. */
interface Leasts {
  readonly euro: Float64Array
  readonly weeks: Float64Array
  readonly end: Float64Array
}

/** As if no prerequisite were asked: whatever the person answers, no less is taken. */
export function leastsWhateverAnswered(ways: Ways): Leasts {
  return leastsAmong(
    ways,
    ways.traveller.courses.list.filter((course) => !course.dual),
  )
}

function leastsAmong({ traveller, walks }: Ways, courses: readonly Course[]): Leasts {
  const size = traveller.courses.contents.length
  const make = (): Float64Array => new Float64Array(size).fill(Number.POSITIVE_INFINITY)
  const leasts = { euro: make(), weeks: make(), end: make() }
  for (const course of courses) {
    const least = walks.leastOf(course)
    if (!least) continue
    const { index } = course.content
    leasts.euro[index] = Math.min(leasts.euro[index] as number, least.euro)
    leasts.weeks[index] = Math.min(leasts.weeks[index] as number, least.weeks)
    leasts.end[index] = Math.min(leasts.end[index] as number, least.end)
  }
  return leasts
}

/**
 * Upper bounds on what any plan to a target is worth. Credits only shrink beside others, weeks and costs add up: so the worth
 * of a path is at most that of the target as it is, and the net of each content by itself.
 */
export class Bounds {
  readonly #planning: Planning
  readonly #preference: Preference
  readonly #leasts: Leasts
  /** Per content: rise of fit for the target at hand; zero in between. */
  readonly #rises: Float64Array
  readonly #seen: number[] = []

  constructor(planning: Planning, preference: Preference, leasts: Leasts = planning.open) {
    this.#planning = planning
    this.#preference = preference
    this.#leasts = leasts
    this.#rises = new Float64Array(leasts.weeks.length)
  }

  /** What is missing left aside, too: with `leastsWhateverAnswered`, only a rise of fit can lift worth above it. */
  ceilingOf(target: Target): number {
    const { vacancy, fit, startHolds } = target
    return this.of({ vacancy, fit, gains: [], missing: [], startHolds }) ?? Number.POSITIVE_INFINITY
  }

  /** Undefined when there is no plan at all. */
  of(target: Target): number | undefined {
    const { vacancy } = target
    const { traveller } = this.#planning
    const { thisWeek } = traveller.market.context
    const value = worthOf(vacancy, this.#preference, thisWeek)
    // These have courses of their own, or dates of their own: a plain bound is enough for the few there are.
    if (vacancy.vacancy.carriedBy !== undefined || vacancy.vacancy.acceptsTrainings) {
      return value.base + value.perFit * vacancy.fitOutOf - value.perWeek * thisWeek + rounding
    }
    const mostFit = this.#findRises(target)
    const found = this.#boundOf(target, value, mostFit)
    for (const content of this.#seen) this.#rises[content] = 0
    this.#seen.length = 0
    return found
  }

  #boundOf(target: Target, value: Omit<Value, 'least'>, mostFit: number): number | undefined {
    const { vacancy, missing, fit } = target
    const { free } = this.#planning.traveller
    // Whoever covers what is missing takes a place; the others are at best the best.
    let needed = missing.length > 0 ? Number.POSITIVE_INFINITY : 0
    let week = jobWeek(vacancy, free)
    for (const demand of missing) {
      const cover = this.#bestCover(demand, value)
      if (!cover) return undefined
      needed = Math.min(needed, cover.net)
      week = Math.max(week, cover.end)
    }
    const others = this.#bestNets(value, missing.length > 0 ? knobs.mostTrainings - 1 : knobs.mostTrainings)
    const byNets = value.base + value.perFit * fit - value.perWeek * free + needed + others
    const byFit = value.base + value.perFit * mostFit - value.perWeek * week
    return Math.min(byNets, byFit) + rounding
  }

  /** Fills in what each content alone would raise; returns the fit with the best credit for every requirement. */
  #findRises({ vacancy, fit }: Target): number {
    const { view, courses } = this.#planning.traveller
    let mostFit = fit
    for (const { demand, weight } of vacancy.requirements) {
      const credit = view.assessment.creditLow[demand] ?? 0
      let most = credit
      for (const giver of courses.givers[demand] ?? noGivers) {
        if (giver.credit <= credit || this.#leasts.weeks[giver.content] === Number.POSITIVE_INFINITY) continue
        if (this.#rises[giver.content] === 0) this.#seen.push(giver.content)
        this.#rises[giver.content] = (this.#rises[giver.content] as number) + weight * (giver.credit - credit)
        most = Math.max(most, giver.credit)
      }
      mostFit += weight * (most - credit)
    }
    return mostFit
  }

  #netOf(content: number, value: Omit<Value, 'least'>): number {
    const { weeks, euro } = this.#leasts
    return (
      value.perFit * (this.#rises[content] as number) -
      value.perWeek * (weeks[content] as number) -
      value.perEuro * (euro[content] as number)
    )
  }

  #bestCover(demand: number, value: Omit<Value, 'least'>): { readonly net: number; readonly end: number } | undefined {
    let net = Number.NEGATIVE_INFINITY
    let end = Number.POSITIVE_INFINITY
    for (const { content, meets } of this.#planning.traveller.courses.givers[demand] ?? noGivers) {
      if (!meets || this.#leasts.weeks[content] === Number.POSITIVE_INFINITY) continue
      net = Math.max(net, this.#netOf(content, value))
      end = Math.min(end, this.#leasts.end[content] as number)
    }
    return net === Number.NEGATIVE_INFINITY ? undefined : { net, end }
  }

  /** The sum of the best nets that are worth anything, so many of them. */
  #bestNets(value: Omit<Value, 'least'>, count: number): number {
    const best = [0, 0, 0]
    for (const content of this.#seen) {
      let net = this.#netOf(content, value)
      for (let at = 0; at < count; at++) {
        const known = best[at] as number
        if (net <= known) continue
        best[at] = net
        net = known
      }
    }
    return best.reduce((sum, net) => sum + net, 0)
  }
}

const noGivers: readonly Giver[] = []
