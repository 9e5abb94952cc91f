import { type Mode, missingHigh, missingLow, missingOf } from '../matching/index.ts'
import { whole } from '../taxonomy/index.ts'
import type { Content } from './courses.ts'
import { CoverTable } from './cover-table.ts'
import type { FrontBox } from './front-box.ts'
import { knobs } from './knobs.ts'
import type { OpenContents } from './open-contents.ts'
import type { Preference } from './plan.ts'
import type { Planning } from './planning.ts'
import { acceptedCourses } from './vacancy-plans.ts'
import { rounding, type Value } from './way.ts'

/** The worth of plans to a vacancy in a linear form; the chance may still be the best. */
export function worthOf(fitOutOf: number, preference: Preference, thisWeek: number): Omit<Value, 'least'> {
  const { perWeek, perEuro, perChance } = knobs.preferences[preference]
  const perFit = fitOutOf === 0 ? 0 : knobs.microPointsOfFit / fitOutOf
  return { perFit, perWeek, perEuro, base: perChance * knobs.chanceSteps['very likely'] + perWeek * thisWeek }
}

/** Whoever gives a demand more credit than the person has, among the open contents. */
interface Raisers {
  readonly contents: readonly number[]
  readonly credits: readonly number[]
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
  /** By demand, worked out on first use. */
  readonly #raisers: (Raisers | undefined)[] = []
  readonly #covers: (Uint32Array | undefined)[] = []
  /** By requirement kind: the numerator of fit with the best credit there is; -1 where not worked out. */
  readonly #bestGain: Int32Array
  /** By demand: the least points that meeting it takes, weeks counted to the end; -1 where not worked out. */
  readonly #leastPenalty: Float64Array
  /** By content, for the row that was looked at last. */
  readonly #rises: Float64Array
  readonly #risen: number[] = []
  readonly #table: CoverTable

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
    this.#table = new CoverTable(this.#open.weeks.length)
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

  /** A closer bound, for the few that the quick one lets through. What it rests on stays for `isWorthy` until the next row. */
  close(row: number): number {
    const quick = this.quick(row)
    this.#row = undefined
    if (quick === Number.NEGATIVE_INFINITY) return quick
    if (this.#isReachedOtherwise(row)) return this.#reachBound(row, quick)
    return Math.min(quick, this.#nets(row))
  }

  /** Whether a path with this content, before a job at the row that was looked at last, can be worth so much. */
  isWorthy(content: number, least: number): boolean {
    const row = this.#row
    if (!row) return true
    const added = this.#netOf(content, row.perFit) + this.#table.addedBeside(content)
    const taken = Math.max(this.#takenBy(content) + this.#table.takenBeside(content), this.#takenUntil(content))
    return Math.min(row.asItIs + added, row.atBest - taken) + rounding >= least
  }

  /** Whether a path with this content, before a job at the row that was looked at last, can be on a front. */
  mayBeOnFront(content: number, box: FrontBox, mode: Mode): boolean {
    const row = this.#row
    if (!row) return true
    const { columns } = this.#planning.traveller.market
    const week = Math.max(this.#jobWeek(row.row), this.#open.end[content] as number)
    const fit = this.#bestFit / ((columns.weights[row.row] as number) * whole || 1)
    return !box.isBeaten(mode, week, this.#open.euro[content] as number, fit)
  }

  /** Worth of the row at hand as it is, and with the best fit there is, before anything is taken for it. */
  #row: { readonly row: number; readonly asItIs: number; readonly atBest: number; readonly perFit: number } | undefined

  /** As the row is, with the most that contents add which cover what is missing. */
  #nets(row: number): number {
    const value = this.#valueOf(row)
    const fit = this.#findRises(row)
    const [best] = this.#bestNets(value.perFit)
    this.#table.begin(this.#coversOf(row))
    this.#table.fill(
      (content) => this.#netOf(content, value.perFit),
      (content) => this.#takenBy(content),
      (content) => this.#takenUntil(content),
      best,
    )
    const asItIs = this.#asItIs(value, fit)
    const atBest = this.#asItIs(value, this.#bestFit)
    this.#row = { row, asItIs, atBest, perFit: value.perFit }
    return Math.min(asItIs + this.#table.mostAdded, atBest - this.#table.leastTaken) + rounding
  }

  /** The open contents that cover each missing essential, the rarest first. */
  #coversOf(row: number): Uint32Array[] {
    const { market, view } = this.#planning.traveller
    const { columns, kinds } = market
    const bit = this.#planning.mode === 'low' ? missingLow : missingHigh
    const from = columns.requirementStart[row] as number
    const end = from + (columns.essentials[row] as number)
    const missing = new Set<number>()
    for (let at = from; at < end; at++) {
      const kind = columns.requirements[at] as number
      if ((missingOf(view.worth, kind) & bit) !== 0) missing.add(kinds.columns.demand[kind] as number)
    }
    return Array.from(missing, (demand) => this.#coverOf(demand)).sort((a, b) => a.length - b.length)
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
    const beforeJob = Math.min(this.#quickBeforeJob(row), this.#nets(row))
    // Its own courses may be worth more than the filter of courses before a job lets through.
    this.#row = undefined
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

  /** For the row that was looked at last: numerator of fit with the best credit there is for every requirement. */
  #bestFit = 0

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
    this.#bestFit = 0
    this.#clear()
    for (let at = columns.requirementStart[row] as number; at < end; at++) {
      const kind = columns.requirements[at] as number
      const asked = demand[kind] as number
      if ((missingOf(view.worth, kind) & bit) !== 0) {
        fit += (weight[kind] as number) * whole
        this.#bestFit += (weight[kind] as number) * whole
        continue
      }
      const credit = view.assessment.creditLow[asked] as number
      fit += (weight[kind] as number) * credit
      const most = this.#bestGain[kind] as number
      this.#bestFit += most >= 0 ? most : this.#bestGainOf(kind)
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

  #raisersOf(demand: number): Raisers {
    const known = this.#raisers[demand]
    if (known) return known
    const { courses, view } = this.#planning.traveller
    const now = view.assessment.creditLow[demand] as number
    const { from, content, credit } = courses.giverColumns
    const end = from[demand + 1] as number
    const contents: number[] = []
    const credits: number[] = []
    for (let at = from[demand] as number; at < end; at++) {
      if ((credit[at] as number) <= now || this.#open.isOpen[content[at] as number] === 0) continue
      contents.push(content[at] as number)
      credits.push(credit[at] as number)
    }
    const found = { contents, credits }
    this.#raisers[demand] = found
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

  /** The same by the week in which the content can end at the earliest: it may begin late. */
  #takenUntil(content: number): number {
    const weeks = (this.#open.end[content] as number) - this.#planning.traveller.free
    return this.#perWeek * weeks + this.#perEuro * (this.#open.euro[content] as number)
  }

  #raise(demand: number, weight: number, credit: number): void {
    const { contents, credits } = this.#raisersOf(demand)
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
