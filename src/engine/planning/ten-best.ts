import { type Assessment, type CompiledVacancy, type Mode, viewLike } from '../matching/index.ts'
import { Best, type Ranked, rankInto } from './best-list.ts'
import { pathKey } from './front.ts'
import { knobs } from './knobs.ts'
import { type BothModes, bothModes, Planning, Ways } from './planning.ts'
import type { Supposed } from './question.ts'
import { type Traveller, travellerWith } from './traveller.ts'

/** So many more plans than ten are ranked once, that ten are nearly always left when some vacancies are taken out. */
const rankedOnce = 60

/**
 * The ten best plans under a supposition. Most vacancies are not touched by one answer: their plans are ranked once, and
 * only the vacancies that are touched are searched again. Exact: who is touched is never guessed too small.
 */
export class TenBest {
  readonly #both: BothModes
  readonly #vacancies: readonly CompiledVacancy[]
  readonly #ranked: { [mode in Mode]?: readonly Ranked[] } = {}
  #byDemand: ReadonlyMap<number, readonly CompiledVacancy[]> | undefined

  constructor(both: BothModes, vacancies: readonly CompiledVacancy[]) {
    this.#both = both
    this.#vacancies = vacancies
  }

  after(supposed: Supposed): ReadonlySet<string> {
    const { both, touched } = this.#suppose(supposed)
    const certain = this.#best(both, 'low', touched, knobs.questionPlans)
    const left = knobs.questionPlans - certain.length
    const possible = left > 0 ? this.#best(both, 'high', touched, left) : []
    return new Set([...certain, ...possible].map(({ plan }) => `${plan.kind} ${plan.vacancy.index} ${pathKey(plan)}`))
  }

  #best(both: BothModes, mode: Mode, touched: ReadonlySet<CompiledVacancy> | undefined, limit: number): readonly Ranked[] {
    const best = new Best(limit)
    const ranked = touched ? this.#rank(mode) : []
    const untouched = touched ? ranked.filter(({ plan }) => !touched.has(plan.vacancy)) : []
    // Either enough untouched plans were ranked, or all there are.
    const isEnough = untouched.length >= limit || ranked.length < rankedOnce
    if (touched && isEnough) for (const one of untouched) best.add(one)
    rankInto(best, both, mode, touched && isEnough ? [...touched] : this.#vacancies, 'balanced', false)
    return best.list
  }

  #rank(mode: Mode): readonly Ranked[] {
    const known = this.#ranked[mode]
    if (known) return known
    const best = new Best(rankedOnce)
    rankInto(best, this.#both, mode, this.#vacancies, 'balanced', false)
    this.#ranked[mode] = best.list
    return best.list
  }

  /** The person after the answer, and the vacancies whose plans it may change; undefined when that may be any. */
  #suppose({ person, supposed, touched }: Supposed): { both: BothModes; touched: ReadonlySet<CompiledVacancy> | undefined } {
    const { traveller } = this.#both.low
    const { market, courses, travelCentsPerKm, view } = traveller
    const after = viewLike(market, view, person, supposed, touched)
    if (supposed.term) {
      const both = bothModes(travellerWith(market, courses, travelCentsPerKm, after))
      return { both, touched: supposed.term.key.startsWith('language:') ? undefined : this.#asking(supposed.term.key) }
    }
    const changed = touched.filter((demand) => differs(view.assessment, after.assessment, demand))
    const asks = new Set(changed.filter((demand) => isMetOtherwise(view.assessment, after.assessment, demand)))
    const otherwise = courses.contents.filter((content) => content.asks.some((demand) => asks.has(demand)))
    // Terms and limits do not hang on answers, so what is known of them stays.
    const next: Traveller = { ...traveller, view: after }
    if (otherwise.length === 0) {
      const ways = { low: this.#both.low.ways, high: this.#both.high.ways }
      return { both: { low: new Planning(next, 'low', ways.low), high: new Planning(next, 'high', ways.high) }, touched: this.#naming(changed) }
    }
    const ways = { low: new Ways(next, 'low', this.#both.low.ways), high: new Ways(next, 'high', this.#both.high.ways) }
    const both = { low: new Planning(next, 'low', ways.low), high: new Planning(next, 'high', ways.high) }
    const tricks = [this.#both.low.ways, this.#both.high.ways, ways.low, ways.high].some((one) => one.tricks.length > 0)
    return { both, touched: tricks ? undefined : this.#naming([...changed, ...this.#giftsOf(otherwise.map(({ index }) => index))]) }
  }

  /** Demands that these contents count for, and those of the contents that they may have to come before. */
  #giftsOf(contents: readonly number[]): Set<number> {
    const { courses } = this.#both.low.traveller
    const all = new Set(contents)
    for (let round = 0; round < 2; round++) {
      const taught = new Set<number>()
      for (const index of all) for (const demand of courses.contents[index]?.teaches ?? []) taught.add(demand)
      for (const content of courses.contents) if (content.asks.some((demand) => taught.has(demand))) all.add(content.index)
    }
    const gifts = new Set<number>()
    for (const index of all) for (const { demand } of courses.contents[index]?.gifts ?? []) gifts.add(demand)
    return gifts
  }

  /** Vacancies with a requirement on one of these demands, and the dual jobs: their course has demands of its own. */
  #naming(demands: Iterable<number>): ReadonlySet<CompiledVacancy> {
    this.#byDemand ??= this.#indexed()
    const found = new Set<CompiledVacancy>(this.#byDemand.get(dualJobs))
    for (const demand of demands) for (const vacancy of this.#byDemand.get(demand) ?? []) found.add(vacancy)
    return found
  }

  #indexed(): Map<number, CompiledVacancy[]> {
    const index = new Map<number, CompiledVacancy[]>([[dualJobs, []]])
    for (const vacancy of this.#vacancies) {
      // Without a plan even in the best of cases: whatever the answers, its terms do not hold.
      if (!this.#both.high.targetOf(vacancy)) continue
      if (vacancy.vacancy.carriedBy !== undefined) index.get(dualJobs)?.push(vacancy)
      for (const { demand } of vacancy.requirements) {
        const list = index.get(demand)
        if (list) list.push(vacancy)
        else index.set(demand, [vacancy])
      }
    }
    return index
  }

  /** Vacancies for which this term is unknown. */
  #asking(key: string): ReadonlySet<CompiledVacancy> {
    const { bits } = this.#both.low.traveller
    for (const vacancy of this.#vacancies) this.#both.low.targetOf(vacancy)
    return new Set(
      this.#vacancies.filter(({ index, terms }) => {
        const { low = 0, high = 0 } = bits[index] ?? {}
        return terms.some((term, at) => term.key === key && ((low & ~high) & (1 << at)) !== 0)
      }),
    )
  }
}

const dualJobs = -1

function differs(before: Assessment, after: Assessment, demand: number): boolean {
  return before.creditLow[demand] !== after.creditLow[demand] || isMetOtherwise(before, after, demand)
}

function isMetOtherwise(before: Assessment, after: Assessment, demand: number): boolean {
  return before.metLow[demand] !== after.metLow[demand] || before.metHigh[demand] !== after.metHigh[demand]
}
