import { knobs } from '../../../src/engine/planning/knobs.ts'
import { type CompiledVacancy, type Mode, viewLike } from '../matching/index.ts'
import { Best, type Ranked, rankInto } from './best-list.ts'
import { Bounds, leastsWhateverAnswered } from './bounds.ts'
import { pathKey } from './front.ts'
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
  readonly #ceilings = new Map<CompiledVacancy, number>()
  #bounds: Bounds | undefined
  #byDemand: ReadonlyMap<number, readonly CompiledVacancy[]> | undefined

  constructor(both: BothModes, vacancies: readonly CompiledVacancy[]) {
    this.#both = both
    this.#vacancies = vacancies
  }

  after(supposed: Supposed): ReadonlySet<string> {
    const after = this.#suppose(supposed)
    const certain = this.#best(after, 'low', knobs.questionPlans)
    const left = knobs.questionPlans - certain.length
    const possible = left > 0 ? this.#best(after, 'high', left) : []
    return new Set([...certain, ...possible].map(({ plan }) => `${plan.kind} ${plan.vacancy.index} ${pathKey(plan)}`))
  }

  #best({ both, touched }: After, mode: Mode, limit: number): readonly Ranked[] {
    const affected = touched[mode]
    const best = new Best(limit)
    const ranked = affected ? this.#rank(mode) : []
    const untouched = affected ? ranked.filter(({ plan }) => !affected.has(plan.vacancy)) : []
    // Either enough untouched plans were ranked, or all there are.
    const isEnough = untouched.length >= limit || ranked.length < rankedOnce
    if (!affected || !isEnough) {
      rankInto(best, both, mode, this.#vacancies, 'balanced', false)
      return best.list
    }
    for (const one of untouched) best.add(one)
    const { least } = best
    rankInto(
      best,
      both,
      mode,
      [...affected].filter((vacancy) => this.#mayReach(both, vacancy, least)),
      'balanced',
      false,
    )
    return best.list
  }

  /** A cheap bound: the ceiling of the vacancy whatever is answered, and what the answer itself adds to its fit. */
  #mayReach({ low: { traveller } }: BothModes, vacancy: CompiledVacancy, least: number): boolean {
    if (least === Number.NEGATIVE_INFINITY) return true
    const before = this.#both.low.traveller.view.assessment.creditLow
    const after = traveller.view.assessment.creditLow
    let rise = 0
    if (before !== after) {
      for (const { demand, weight } of vacancy.requirements) {
        rise += weight * Math.max(0, (after[demand] ?? 0) - (before[demand] ?? 0))
      }
    }
    const perFit = vacancy.fitOutOf === 0 ? 0 : knobs.microPointsOfFit / vacancy.fitOutOf
    return this.#ceilingOf(vacancy) + perFit * rise >= least
  }

  #ceilingOf(vacancy: CompiledVacancy): number {
    const known = this.#ceilings.get(vacancy)
    if (known !== undefined) return known
    this.#bounds ??= new Bounds(this.#both.high, 'balanced', leastsWhateverAnswered(this.#both.high.ways))
    const target = this.#both.high.targetOf(vacancy)
    const ceiling = target ? this.#bounds.ceilingOf(target) : Number.POSITIVE_INFINITY
    this.#ceilings.set(vacancy, ceiling)
    return ceiling
  }

  #rank(mode: Mode): readonly Ranked[] {
    const known = this.#ranked[mode]
    if (known) return known
    const best = new Best(rankedOnce)
    rankInto(best, this.#both, mode, this.#vacancies, 'balanced', false)
    this.#ranked[mode] = best.list
    return best.list
  }

  #suppose({ person, supposed, touched }: Supposed): After {
    const { traveller } = this.#both.low
    const { market, courses, travelCentsPerKm, view } = traveller
    const after = viewLike(market, view, person, supposed, touched)
    if (supposed.term) {
      const both = bothModes(travellerWith(market, courses, travelCentsPerKm, after))
      const asking = supposed.term.key.startsWith('language:') ? undefined : this.#asking(supposed.term.key)
      return { both, touched: { low: asking, high: asking } }
    }
    // Terms and limits do not hang on answers, so what is known of them stays.
    const next: Traveller = { ...traveller, view: after }
    const low = this.#supposeMode(next, 'low', touched)
    const high = this.#supposeMode(next, 'high', touched)
    return { both: { low: low.planning, high: high.planning }, touched: { low: low.touched, high: high.touched } }
  }

  /** Low does not hang on what is met in high; high does hang on low, since it leaves out what exists in low. */
  #supposeMode(next: Traveller, mode: Mode, touched: readonly number[]): { planning: Planning; touched: Affected } {
    const { courses, view } = this.#both.low.traveller
    const [before, after] = [view.assessment, next.view.assessment]
    const isMetOtherwise = (demand: number): boolean =>
      before.metLow[demand] !== after.metLow[demand] || (mode === 'high' && before.metHigh[demand] !== after.metHigh[demand])
    const met = touched.filter(isMetOtherwise)
    const changed = touched.filter((demand) => isMetOtherwise(demand) || before.creditLow[demand] !== after.creditLow[demand])
    const asks = new Set(met)
    const otherwise =
      met.length === 0 ? [] : courses.contents.filter((content) => content.asks.some((demand) => asks.has(demand)))
    const ways = this.#both[mode].ways
    if (otherwise.length === 0) return { planning: new Planning(next, mode, ways), touched: this.#naming(changed) }
    const others = new Ways(next, mode, ways)
    const demands = [...changed, ...this.#giftsOf(otherwise.map(({ index }) => index))]
    return { planning: new Planning(next, mode, others), touched: this.#naming(demands) }
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
  #naming(demands: readonly number[]): ReadonlySet<CompiledVacancy> {
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
        return terms.some((term, at) => term.key === key && (low & ~high & (1 << at)) !== 0)
      }),
    )
  }
}

/** Vacancies whose plans an answer may change; undefined when that may be any. */
type Affected = ReadonlySet<CompiledVacancy> | undefined

interface After {
  readonly both: BothModes
  readonly touched: Readonly<Record<Mode, Affected>>
}

const dualJobs = -1
