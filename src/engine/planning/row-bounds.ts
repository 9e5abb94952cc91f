import { fitOfOthers, missingHigh, missingLow, missingOf, readEssentials, type VacancyColumns } from '../matching/index.ts'
import { whole } from '../taxonomy/index.ts'
import { acceptedOf, teachAll } from './accepted.ts'
import type { Content } from './contents.ts'
import { knobs } from './knobs.ts'
import type { OpenContents } from './open-contents.ts'
import { PairPenalties } from './pair-penalties.ts'
import type { Preference } from './plan.ts'
import type { Planning } from './planning.ts'
import { RowAdvances } from './row-advances.ts'
import { fitPoints } from './utility.ts'
import { rounding, type Value } from './way.ts'

/** The number of essentials of a row is held in a byte. */
const mostEssentials = 256

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
  readonly #free: number
  /** Worth without fit, weeks from week 0 and cost. */
  readonly #base: number
  readonly #read = { fit: 0, missing: 0 }
  readonly #columns: VacancyColumns
  /** Of `missingOf`: what counts in this mode. */
  readonly #bit: number
  /** By content: points for weeks and cost. */
  readonly #taken: Float64Array
  /** By content: the same with its weeks counted from week 0 to the soonest end; infinite where it is not open. */
  readonly #untilEnd: Float64Array
  /** By demand, worked out on first use. */
  readonly #covers: (Uint32Array | undefined)[] = []
  /** By requirement kind: the numerator of fit with the best credit there is; -1 where not worked out. */
  readonly #bestGain: Int32Array
  /** By demand: the least points that meeting it takes, weeks counted to the end; -1 where not worked out. */
  readonly #leastPenalty: Float64Array
  /** By requirement kind: the same, nought where nothing is missing. */
  readonly #penalty: Float64Array
  readonly #advances: RowAdvances
  readonly #pairs: PairPenalties
  /** The missing essentials of the row at hand, each once; how many there are. */
  readonly #missing = new Int32Array(mostEssentials)
  #missingCount = 0

  /** `open`: contents as if other answers were given; left out, those of the planning. */
  constructor(planning: Planning, preference: Preference, open?: Pick<OpenContents, 'isOpen' | 'euro' | 'weeks' | 'end'>) {
    const { perWeek, perEuro } = knobs.preferences[preference]
    this.#planning = planning
    this.#open = open ?? planning.open
    this.#perWeek = perWeek
    this.#perEuro = perEuro
    this.#preference = preference
    const { free, market } = planning.traveller
    this.#columns = market.columns
    this.#bit = planning.mode === 'low' ? missingLow : missingHigh
    this.#thisWeek = market.context.thisWeek
    this.#free = free
    this.#bestGain = new Int32Array(market.kinds.list.length).fill(-1)
    this.#leastPenalty = new Float64Array(market.demands.list.length).fill(-1)
    this.#penalty = new Float64Array(market.kinds.list.length).fill(-1)
    this.#base = worthOf(0, preference, this.#thisWeek).base
    const { weeks, euro, end } = this.#open
    this.#taken = weeks.map((of, content) => perWeek * of + perEuro * (euro[content] as number))
    this.#untilEnd = end.map((of, content) => perWeek * of + perEuro * (euro[content] as number))
    this.#advances = new RowAdvances(planning, this.#open.isOpen, this.#taken)
    this.#pairs = new PairPenalties((demand) => this.#coverOf(demand), this.#untilEnd, this.#taken, perWeek * free)
  }

  /** A quick bound: all fit, less what the dearest missing essential takes. -Infinity when there is no plan at all. */
  quick(row: number): number {
    if (!this.#isReachedOtherwise(row)) return this.#quickBeforeJob(row)
    if (this.#planning.traveller.market.isCarried(row)) return this.#dual(row)
    return Math.max(this.#quickBeforeJob(row), this.#hired(row))
  }

  /** By trainings before the job, or by none. The inner loop runs for every row, so only essentials are read. */
  #quickBeforeJob(row: number): number {
    const columns = this.#columns
    const { requirements } = columns
    const penalties = this.#penalty
    let penalty = this.#perWeek * this.#jobWeek(row)
    const from = columns.requirementStart[row] as number
    const end = from + (columns.essentials[row] as number)
    for (let at = from; at < end; at++) {
      const kind = requirements[at] as number
      const known = penalties[kind] as number
      const least = known >= 0 ? known : this.#penaltyOf(kind)
      if (least > penalty) penalty = least
    }
    return this.#base + (columns.weights[row] === 0 ? 0 : knobs.microPointsOfFit) - penalty + rounding
  }

  /** A closer bound: best fit, less what the dearest two missing essentials take together. */
  medium(row: number, quick: number): number {
    const isOther = this.#isReachedOtherwise(row)
    if (isOther && this.#planning.traveller.market.isCarried(row)) return quick
    this.#findMissing(row)
    const before = this.#base + this.#perFit(row) * this.#bestFitOf(row) - this.#pairPenalty(row) + rounding
    return Math.min(quick, isOther ? Math.max(before, this.#hired(row)) : before)
  }

  /** Closer again for most rows: fit without the cost of what is missing, but no more of it than three contents raise. */
  loose(row: number, medium: number): number {
    if (this.#isReachedOtherwise(row)) return medium
    return Math.min(medium, this.#untilFree + this.#advances.loose(row, this.#perFit(row)) + rounding)
  }

  /**
   * The closest bound, for the few that the others let through: what contents raise weighed against what each takes. Asked again
   * it is closer, as advances are learned.
   */
  close(row: number, medium: number): number {
    const isOther = this.#isReachedOtherwise(row)
    if (isOther && this.#planning.traveller.market.isCarried(row)) return medium
    const before = this.#beforeJob(row)
    return Math.min(medium, isOther ? Math.max(before, this.#hired(row)) : before)
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
    readEssentials(columns, view.worth, row, this.#read)
    const { missing } = this.#read
    if ((missing & missingHigh) !== 0) return undefined
    const fit = this.#read.fit + fitOfOthers(columns, view.worth, row)
    // What holds in low is no plan that exists only in high.
    if (isLate || (isCertain && missing === 0)) return Number.NEGATIVE_INFINITY
    const { perWeek, perChance } = knobs.preferences[this.#preference]
    const weeks = this.#jobWeek(row) - this.#thisWeek
    const outOf = (columns.weights[row] as number) * whole
    return fitPoints(fit, outOf) - perWeek * weeks + perChance * knobs.chanceSteps['no training']
  }

  /** For the row that is searched now: whether a path of trainings before the job that is worth so much may hold a content. */
  holderOf(row: number): (content: number, least: number) => boolean {
    this.#advances.look(row, this.#perFit(row), this.#missingCovers(row))
    const before = this.#untilFree + rounding
    return (content, least) => before + this.#advances.mostWith(content) >= least
  }

  /** As the row is with the most that contents add which cover what is missing. Closer each time. */
  #beforeJob(row: number): number {
    return this.#untilFree + this.#advances.most(row, this.#perFit(row), this.#missingCovers(row)) + rounding
  }

  /** Who covers each missing essential of a row. */
  #missingCovers(row: number): Uint32Array[] {
    this.#findMissing(row)
    return Array.from(this.#missing.subarray(0, this.#missingCount), (demand) => this.#coverOf(demand))
  }

  /** Lists the missing essentials of a row, each once. */
  #findMissing(row: number): void {
    const { market, view } = this.#planning.traveller
    const columns = this.#columns
    const { worth } = view
    const { demand } = market.kinds.columns
    const from = columns.requirementStart[row] as number
    const end = from + (columns.essentials[row] as number)
    const missing = this.#missing
    let count = 0
    for (let at = from; at < end; at++) {
      const kind = columns.requirements[at] as number
      if ((missingOf(worth, kind) & this.#bit) === 0) continue
      const asked = demand[kind] as number
      let known = 0
      while (known < count && missing[known] !== asked) known++
      if (known === count) missing[count++] = asked
    }
    this.#missingCount = count
  }

  /** The most that any two of the missing essentials take together, or one by itself. */
  #pairPenalty(row: number): number {
    let most = this.#perWeek * this.#jobWeek(row)
    for (let one = 0; one < this.#missingCount; one++) {
      most = Math.max(most, this.#leastPenaltyOf(this.#missing[one] as number))
      for (let other = 0; other < one; other++) {
        most = Math.max(most, this.#pairs.of(this.#missing[other] as number, this.#missing[one] as number))
      }
    }
    return most
  }

  #bestFitOf(row: number): number {
    const columns = this.#columns
    const gains = this.#bestGain
    let fit = 0
    const end = columns.requirementStart[row + 1] as number
    for (let at = columns.requirementStart[row] as number; at < end; at++) {
      const kind = columns.requirements[at] as number
      const gain = gains[kind] as number
      fit += gain >= 0 ? gain : this.#bestGainOf(kind)
    }
    return fit
  }

  /** By the course that carries the job, after others. */
  #dual(row: number): number {
    const { market, courses } = this.#planning.traveller
    const { carriedBy } = market.values.reaches.get(market.columns.reach[row] as number) ?? {}
    const last = carriedBy === undefined ? undefined : courses.byId.get(carriedBy)
    const least = last && this.#planning.ways.dualWalks(last).leastOf(last)
    return last && least ? this.#boundWith(row, [last.content], least.end, least.euro, true) : Number.NEGATIVE_INFINITY
  }

  /** By accepted courses after somebody is hired: nearly always they do not teach what is missing. */
  #hired(row: number): number {
    const { market, courses, view } = this.#planning.traveller
    const all = acceptedOf(market, courses, row)
    if (all.length === 0 || !teachAll(market, view, this.#planning.mode, row, all)) return Number.NEGATIVE_INFINITY
    const pays = market.values.reaches.get(market.columns.reach[row] as number)?.paysTraining === true
    const walks = this.#planning.ways.hiredWalks(this.#jobWeek(row), pays)
    const accepted = all.filter((course) => walks.leastOf(course) !== undefined)
    if (accepted.length === 0) return Number.NEGATIVE_INFINITY
    const end = Math.min(...accepted.map((course) => walks.leastOf(course)?.end ?? Number.POSITIVE_INFINITY))
    const euro = Math.min(...accepted.map((course) => walks.leastOf(course)?.euro ?? Number.POSITIVE_INFINITY))
    const contents = accepted.map(({ content }) => content)
    return this.#boundWith(row, contents, end, euro, false)
  }

  /** With the best credit of these contents, and of all open ones where they may come first too. */
  #boundWith(row: number, contents: readonly Content[], end: number, euro: number, othersToo: boolean): number {
    const { market, view } = this.#planning.traveller
    const { columns, kinds } = market
    const { demand, weight } = kinds.columns
    let fit = 0
    const until = columns.requirementStart[row + 1] as number
    for (let at = columns.requirementStart[row] as number; at < until; at++) {
      const kind = columns.requirements[at] as number
      const asked = demand[kind] as number
      const isMissing = (missingOf(view.worth, kind) & this.#bit) !== 0
      if (isMissing && !contents.some(({ teaches }) => teaches.has(asked))) {
        if (!othersToo || this.#coverOf(asked).length === 0) return Number.NEGATIVE_INFINITY
      }
      let credit = view.assessment.creditLow[asked] as number
      for (const { credits } of contents) credit = Math.max(credit, credits.of(asked))
      const own = (weight[kind] as number) * credit
      fit += othersToo ? Math.max(own, this.#bestGainOf(kind)) : own
    }
    return this.#base + this.#perFit(row) * fit - this.#perWeek * end - this.#perEuro * euro + rounding
  }

  /** What is missing left aside: whatever else is answered, only a rise of fit can lift worth above it. */
  ceiling(row: number): number {
    if (this.#isReachedOtherwise(row)) return this.#base + knobs.microPointsOfFit - this.#perWeek * this.#thisWeek + rounding
    return this.#untilFree + this.#advances.most(row, this.#perFit(row), []) + rounding
  }

  /** What somebody is worth who begins at once, fit left aside. */
  get #untilFree(): number {
    return this.#base - this.#perWeek * this.#free
  }

  /** Micro-points of one unit of a row's fit. */
  #perFit(row: number): number {
    const weights = this.#columns.weights[row] as number
    return weights === 0 ? 0 : knobs.microPointsOfFit / (weights * whole)
  }

  #jobWeek(row: number): number {
    return Math.max(this.#free, this.#columns.startFrom[row] as number)
  }

  /** Jobs with courses or dates of their own: a plain bound is enough for the few there are. */
  #isReachedOtherwise(row: number): boolean {
    return this.#columns.reach[row] !== 0
  }

  #penaltyOf(kind: number): number {
    const { view, market } = this.#planning.traveller
    const isMissing = (missingOf(view.worth, kind) & this.#bit) !== 0
    const found = isMissing ? this.#leastPenaltyOf(market.kinds.columns.demand[kind] as number) : 0
    this.#penalty[kind] = found
    return found
  }

  #bestGainOf(kind: number): number {
    const known = this.#bestGain[kind] as number
    if (known >= 0) return known
    const { market, view, courses } = this.#planning.traveller
    const { demand, weight } = market.kinds.columns
    const asked = demand[kind] as number
    let best = view.assessment.creditLow[asked] as number
    const { from, content, credit } = courses.givers
    const end = from[asked + 1] as number
    for (let at = from[asked] as number; at < end; at++) {
      if ((credit[at] as number) > best && this.#open.isOpen[content[at] as number] === 1) best = credit[at] as number
    }
    const found = (weight[kind] as number) * best
    this.#bestGain[kind] = found
    return found
  }

  #leastPenaltyOf(demand: number): number {
    const known = this.#leastPenalty[demand] as number
    if (known >= 0) return known
    // Read as they stand, as this is asked of nearly all demands.
    const { from, content } = this.#planning.traveller.courses.meeters
    const end = from[demand + 1] as number
    let least = Number.POSITIVE_INFINITY
    for (let at = from[demand] as number; at < end; at++) {
      const penalty = this.#untilEnd[content[at] as number] as number
      if (penalty < least) least = penalty
    }
    this.#leastPenalty[demand] = least
    return least
  }

  /** Whoever meets a demand, among the open contents. */
  #coverOf(demand: number): Uint32Array {
    const known = this.#covers[demand]
    if (known) return known
    const { meeters } = this.#planning.traveller.courses
    const isOwn = this.#open === this.#planning.open
    const found = isOwn
      ? this.#planning.open.meetersOf(demand)
      : meeters.content
          .subarray(meeters.from[demand], meeters.from[demand + 1])
          .filter((content) => this.#open.isOpen[content] === 1)
    this.#covers[demand] = found
    return found
  }
}
