import { type Mode, missingHigh, missingLow, missingOf } from '../matching/index.ts'
import { whole } from '../taxonomy/index.ts'
import type { Content } from './courses.ts'
import { knobs } from './knobs.ts'
import type { OpenContents } from './open-contents.ts'
import type { Preference } from './plan.ts'
import type { Planning } from './planning.ts'
import { type SetCover, SetCovers } from './set-covers.ts'
import { Shares } from './shares.ts'
import { Raises } from './supply.ts'
import { fitPoints } from './utility.ts'
import { acceptedCourses } from './vacancy-plans.ts'
import { rounding, type Value } from './way.ts'

/** The worth of plans to a vacancy in a linear form; the chance may still be the best. */
export function worthOf(fitOutOf: number, preference: Preference, thisWeek: number): Omit<Value, 'least'> {
  const { perWeek, perEuro, perChance } = knobs.preferences[preference]
  const perFit = fitOutOf === 0 ? 0 : knobs.microPointsOfFit / fitOutOf
  return { perFit, perWeek, perEuro, base: perChance * knobs.chanceSteps['very likely'] + perWeek * thisWeek }
}

/**
 * Upper bounds on what any plan to a row is worth under a preference. Credits only shrink beside others, weeks and costs add up:
 * so a path is worth at most the row as it is and the net of each of its contents by itself, and at most the best fit there is
 * less the least that its missing essentials take. Never too low: whoever is left out could not have been among the best.
 */
export class RowBounds {
  readonly #planning: Planning
  readonly #open: Pick<OpenContents, 'isOpen' | 'euro' | 'weeks' | 'end'>
  readonly #perWeek: number
  readonly #perEuro: number
  readonly #preference: Preference
  readonly #thisWeek: number
  readonly #raises: Raises
  /** By demand, worked out on first use. */
  readonly #covers: (Uint32Array | undefined)[] = []
  /** By requirement kind: the numerator of fit with the best credit there is; -1 where not worked out. */
  readonly #bestGain: Int32Array
  /** By demand: the least points that meeting it takes, weeks counted to the end; -1 where not worked out. */
  readonly #leastPenalty: Float64Array
  /** By content, for the row that was looked at last. */
  readonly #rises: Float64Array
  readonly #risen: number[] = []
  readonly #sets: SetCovers
  readonly #nets = new Shares()
  readonly #missing: number[] = []

  /** `open`: contents as if other answers were given; left out, those of the planning. */
  constructor(planning: Planning, preference: Preference, open?: Pick<OpenContents, 'isOpen' | 'euro' | 'weeks' | 'end'>) {
    const { perWeek, perEuro } = knobs.preferences[preference]
    this.#planning = planning
    this.#open = open ?? planning.open
    this.#perWeek = perWeek
    this.#perEuro = perEuro
    this.#preference = preference
    this.#thisWeek = planning.traveller.market.context.thisWeek
    this.#bestGain = new Int32Array(planning.traveller.market.kinds.list.length).fill(-1)
    this.#leastPenalty = new Float64Array(planning.traveller.market.demands.list.length).fill(-1)
    this.#rises = new Float64Array(this.#open.weeks.length)
    const { courses, view, free } = planning.traveller
    this.#raises = open ? new Raises(courses, view.assessment.creditLow, open.isOpen) : planning.raises
    this.#sets = new SetCovers(this.#open, (demand) => this.#coverOf(demand), free, { perWeek, perEuro })
  }

  /** A quick bound: best fit, less what the dearest missing essential takes. -Infinity when there is no plan at all. */
  quick(row: number): number {
    const value = this.#valueOf(row)
    if (this.#isReachedOtherwise(row)) return value.base + knobs.microPointsOfFit - value.perWeek * this.#thisWeek + rounding
    return this.#quickBeforeJob(row)
  }

  /** By trainings before the job, or by none. */
  #quickBeforeJob(row: number): number {
    const { market, view } = this.#planning.traveller
    const { columns, kinds } = market
    const value = this.#valueOf(row)
    const bit = this.#planning.mode === 'low' ? missingLow : missingHigh
    const { demand } = kinds.columns
    let most = 0
    let penalty = this.#perWeek * this.#jobWeek(row)
    const from = columns.requirementStart[row] as number
    const end = columns.requirementStart[row + 1] as number
    for (let at = from; at < end; at++) {
      const kind = columns.requirements[at] as number
      const gain = this.#bestGain[kind] as number
      most += gain >= 0 ? gain : this.#bestGainOf(kind)
      if ((missingOf(view.worth, kind) & bit) === 0) continue
      const asked = demand[kind] as number
      const least = this.#leastPenalty[asked] as number
      penalty = Math.max(penalty, least >= 0 ? least : this.#leastPenaltyOf(asked))
    }
    return value.base + value.perFit * most - penalty + rounding
  }

  /** A closer bound: best fit, less what covering the missing essentials takes. The same for all rows that miss the same. */
  medium(row: number, quick: number): number {
    if (this.#isReachedOtherwise(row)) return quick
    const { leastTaken } = this.#coverOfRow(row)
    if (leastTaken === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY
    return Math.min(quick, this.#asItIs(this.#valueOf(row), this.#bestFitOf(row)) - leastTaken + rounding)
  }

  /** The closest bound, for the few that the others let through: what contents raise weighed against what each takes. */
  close(row: number, medium: number): number {
    if (this.#isReachedOtherwise(row)) return this.#reachBound(row, medium)
    return Math.min(medium, this.#netBound(row))
  }

  /**
   * In high: what the one plan to a row is worth to which nothing is missing, to the micro-point: to begin there as one is. A
   * course is no part of a plan there, as fit is no reason for one (ruling 47). -Infinity when there is no such plan;
   * undefined for other rows.
   */
  exact(row: number, isLate: boolean, isCertain: boolean): number | undefined {
    const { market, view } = this.#planning.traveller
    const { columns } = market
    if (this.#planning.mode === 'low' || market.isCarried(row)) return undefined
    const from = columns.requirementStart[row] as number
    const end = columns.requirementStart[row + 1] as number
    const { demand, weight } = market.kinds.columns
    let fit = 0
    let missing = 0
    for (let at = from; at < end; at++) {
      const kind = columns.requirements[at] as number
      missing |= missingOf(view.worth, kind)
      fit += (weight[kind] as number) * (view.assessment.creditLow[demand[kind] as number] as number)
    }
    if ((missing & missingHigh) !== 0) return undefined
    // What holds in low is no plan that exists only in high.
    if (isLate || (isCertain && missing === 0)) return Number.NEGATIVE_INFINITY
    const { perWeek, perChance } = knobs.preferences[this.#preference]
    const weeks = this.#jobWeek(row) - this.#thisWeek
    const outOf = (columns.weights[row] as number) * whole
    return fitPoints(fit, outOf) - perWeek * weeks + perChance * knobs.chanceSteps['no training']
  }

  /** The row as it is, with the most that contents add which cover what is missing. */
  #netBound(row: number): number {
    const value = this.#valueOf(row)
    const fit = this.#findRises(row)
    const [best] = this.#bestNets(value.perFit)
    const { contents, covers, full } = this.#coverOfRow(row)
    this.#nets.begin(full)
    for (let at = 0; at < contents.length; at++) {
      this.#nets.offer(covers[at] as number, this.#netOf(contents[at] as number, value.perFit))
    }
    this.#nets.end(best)
    return this.#asItIs(value, fit) + this.#nets.three + rounding
  }

  /** What covers the missing essentials of a row. */
  #coverOfRow(row: number): SetCover {
    const { market, view } = this.#planning.traveller
    const { columns, kinds } = market
    const bit = this.#planning.mode === 'low' ? missingLow : missingHigh
    const from = columns.requirementStart[row] as number
    const end = from + (columns.essentials[row] as number)
    this.#missing.length = 0
    for (let at = from; at < end; at++) {
      const kind = columns.requirements[at] as number
      if ((missingOf(view.worth, kind) & bit) !== 0) insert(this.#missing, kinds.columns.demand[kind] as number)
    }
    return this.#sets.of(this.#missing)
  }

  #bestFitOf(row: number): number {
    const { columns } = this.#planning.traveller.market
    let fit = 0
    const end = columns.requirementStart[row + 1] as number
    for (let at = columns.requirementStart[row] as number; at < end; at++) {
      fit += this.#bestGainOf(columns.requirements[at] as number)
    }
    return fit
  }

  /** Jobs that are reached otherwise too: the plain bound stands for what else there is, closed in by their own courses. */
  #reachBound(row: number, plain: number): number {
    const { market, courses } = this.#planning.traveller
    const reach = market.values.reaches.get(market.columns.reach[row] as number)
    if (reach?.carriedBy !== undefined) {
      const last = courses.byId.get(reach.carriedBy)
      const least = last && this.#planning.ways.dualWalks(last).leastOf(last)
      return last && least ? this.#boundWith(row, [last.content], least.end, least.euro, true) : Number.NEGATIVE_INFINITY
    }
    const beforeJob = this.#beforeJob(row)
    const vacancy = market.at(row)
    const pays = vacancy.vacancy.paysTraining === true
    const walks = this.#planning.ways.hiredWalks(this.#jobWeek(row), pays)
    const accepted = acceptedCourses(this.#planning, vacancy).filter((course) => walks.leastOf(course) !== undefined)
    if (accepted.length === 0) return beforeJob
    const end = Math.min(...accepted.map((course) => walks.leastOf(course)?.end ?? Number.POSITIVE_INFINITY))
    const euro = Math.min(...accepted.map((course) => walks.leastOf(course)?.euro ?? Number.POSITIVE_INFINITY))
    const hired = this.#boundWith(
      row,
      accepted.map(({ content }) => content),
      end,
      euro,
      false,
    )
    return Math.min(plain, Math.max(beforeJob, hired))
  }

  #beforeJob(row: number): number {
    const { leastTaken } = this.#coverOfRow(row)
    return leastTaken === Number.POSITIVE_INFINITY
      ? Number.NEGATIVE_INFINITY
      : Math.min(this.#quickBeforeJob(row), this.#netBound(row))
  }

  /** With the best credit of these contents, and of all open ones where they may come first too. */
  #boundWith(row: number, contents: readonly Content[], end: number, euro: number, othersToo: boolean): number {
    const { market, view } = this.#planning.traveller
    const { columns, kinds } = market
    const { demand, weight } = kinds.columns
    const bit = this.#planning.mode === 'low' ? missingLow : missingHigh
    const value = this.#valueOf(row)
    let fit = 0
    const until = columns.requirementStart[row + 1] as number
    for (let at = columns.requirementStart[row] as number; at < until; at++) {
      const kind = columns.requirements[at] as number
      const asked = demand[kind] as number
      const isMissing = (missingOf(view.worth, kind) & bit) !== 0
      if (isMissing && !contents.some(({ teaches }) => teaches.has(asked))) {
        if (!othersToo || this.#coverOf(asked).length === 0) return Number.NEGATIVE_INFINITY
      }
      let credit = view.assessment.creditLow[asked] as number
      for (const { credits } of contents) credit = Math.max(credit, credits.get(asked) ?? 0)
      const own = (weight[kind] as number) * credit
      fit += othersToo ? Math.max(own, this.#bestGainOf(kind)) : own
    }
    return value.base + value.perFit * fit - value.perWeek * end - value.perEuro * euro + rounding
  }

  /** What is missing left aside: whatever else is answered, only a rise of fit can lift worth above it. */
  ceiling(row: number): number {
    const value = this.#valueOf(row)
    if (this.#isReachedOtherwise(row)) return value.base + knobs.microPointsOfFit - value.perWeek * this.#thisWeek + rounding
    const fit = this.#findRises(row)
    const [first, second, third] = this.#bestNets(value.perFit)
    return this.#asItIs(value, fit) + first + second + third + rounding
  }

  #asItIs(value: Omit<Value, 'least'>, fit: number): number {
    return value.base + value.perFit * fit - value.perWeek * this.#planning.traveller.free
  }

  #valueOf(row: number): Omit<Value, 'least'> {
    return worthOf((this.#planning.traveller.market.columns.weights[row] as number) * whole, this.#preference, this.#thisWeek)
  }

  #jobWeek(row: number): number {
    return Math.max(this.#planning.traveller.free, this.#planning.traveller.market.columns.startFrom[row] as number)
  }

  /**
   * Fills in what each content alone would raise, missing essentials left aside: whatever path covers them gives them their
   * whole credit, so that they are in the fit that is returned.
   */
  #findRises(row: number): number {
    const { market, view } = this.#planning.traveller
    const { columns, kinds } = market
    const { demand, weight } = kinds.columns
    const bit = this.#planning.mode === 'low' ? missingLow : missingHigh
    const end = columns.requirementStart[row + 1] as number
    let fit = 0
    this.#clear()
    for (let at = columns.requirementStart[row] as number; at < end; at++) {
      const kind = columns.requirements[at] as number
      const asked = demand[kind] as number
      if ((missingOf(view.worth, kind) & bit) !== 0) {
        fit += (weight[kind] as number) * whole
        continue
      }
      const credit = view.assessment.creditLow[asked] as number
      fit += (weight[kind] as number) * credit
      this.#raise(asked, weight[kind] as number, credit)
    }
    return fit
  }

  /** Jobs with courses or dates of their own: a plain bound is enough for the few there are. */
  #isReachedOtherwise(row: number): boolean {
    return this.#planning.traveller.market.columns.reach[row] !== 0
  }

  #bestGainOf(kind: number): number {
    const known = this.#bestGain[kind] as number
    if (known >= 0) return known
    const { market, view, courses } = this.#planning.traveller
    const { demand, weight } = market.kinds.columns
    const asked = demand[kind] as number
    let best = view.assessment.creditLow[asked] as number
    const { from, content, credit } = courses.giverColumns
    const end = from[asked + 1] as number
    for (let at = from[asked] as number; at < end; at++) {
      if ((credit[at] as number) > best && this.#open.isOpen[content[at] as number] === 1) best = credit[at] as number
    }
    const found = (weight[kind] as number) * best
    this.#bestGain[kind] = found
    return found
  }

  #leastPenaltyOf(demand: number): number {
    const { from, content } = this.#planning.traveller.courses.meeters
    let least = Number.POSITIVE_INFINITY
    for (let at = from[demand] as number; at < (from[demand + 1] as number); at++) {
      const one = content[at] as number
      if (this.#open.isOpen[one] === 0) continue
      least = Math.min(least, this.#perWeek * (this.#open.end[one] as number) + this.#perEuro * (this.#open.euro[one] as number))
    }
    this.#leastPenalty[demand] = least
    return least
  }

  /** Whoever meets a demand, among the open contents. */
  #coverOf(demand: number): Uint32Array {
    const known = this.#covers[demand]
    if (known) return known
    const { meeters } = this.#planning.traveller.courses
    const found = meeters.content
      .subarray(meeters.from[demand], meeters.from[demand + 1])
      .filter((content) => this.#open.isOpen[content] === 1)
    this.#covers[demand] = found
    return found
  }

  #raise(demand: number, weight: number, credit: number): void {
    const { contents, credits } = this.#raises.of(demand)
    for (let at = 0; at < contents.length; at++) {
      const content = contents[at] as number
      if (this.#rises[content] === 0) this.#risen.push(content)
      this.#rises[content] = (this.#rises[content] as number) + weight * ((credits[at] as number) - credit)
    }
  }

  #netOf(content: number, perFit: number): number {
    return perFit * (this.#rises[content] as number) - this.#takenBy(content)
  }

  /** Points for weeks and cost. */
  #takenBy(content: number): number {
    return this.#perWeek * (this.#open.weeks[content] as number) + this.#perEuro * (this.#open.euro[content] as number)
  }

  /** The three best nets, nought where there is none that is worth anything. */
  #bestNets(perFit: number): readonly [number, number, number] {
    let [first, second, third] = [0, 0, 0]
    for (const content of this.#risen) {
      const net = this.#netOf(content, perFit)
      if (net <= third) continue
      if (net > first) [first, second, third] = [net, first, second]
      else if (net > second) [second, third] = [net, second]
      else third = net
    }
    return [first, second, third]
  }

  #clear(): void {
    for (const content of this.#risen) this.#rises[content] = 0
    this.#risen.length = 0
  }
}

/** Keeps a short list ascending, each number once. */
function insert(list: number[], value: number): void {
  let at = list.length
  while (at > 0 && (list[at - 1] as number) > value) at--
  if (at > 0 && list[at - 1] === value) return
  list.splice(at, 0, value)
}
