import { type Mode, standingAmong, standingOf, type TermKey, viewLike } from '../matching/index.ts'
import { Best, type Ranked, rankInto } from './best-list.ts'
import { pathKey } from './front.ts'
import { knobs } from './knobs.ts'
import { OpenContents } from './open-contents.ts'
import { type BothModes, bothModes, Planning, Ways } from './planning.ts'
import type { Supposed } from './question.ts'
import { RowBounds } from './row-bounds.ts'
import { type Scope, standingIn } from './scope.ts'
import { type Traveller, travellerWith } from './traveller.ts'

/** So many more plans than ten are ranked once, that ten are nearly always left when some vacancies are taken out. */
const rankedOnce = 60

/**
 * The ten best plans under a supposition. Most vacancies are not touched by one answer: their plans are ranked once, and
 * only the vacancies that are touched are searched again. Exact: who is touched is never guessed too small.
 */
export class TenBest {
  readonly #both: BothModes
  readonly #scope: Scope
  readonly #ranked: { [mode in Mode]?: readonly Ranked[] } = {}
  readonly #ceilings = new Map<number, number>()
  #bounds: RowBounds | undefined

  constructor(both: BothModes, scope: Scope) {
    this.#both = both
    this.#scope = scope
  }

  after(supposed: Supposed): ReadonlySet<string> {
    const after = this.#suppose(supposed)
    const certain = this.#best(after, 'low', knobs.questionPlans)
    const left = knobs.questionPlans - certain.length
    const possible = left > 0 ? this.#best(after, 'high', left) : []
    return new Set([...certain, ...possible].map(({ plan }) => `${plan.kind} ${plan.vacancy.row} ${pathKey(plan)}`))
  }

  #best({ both, touched }: After, mode: Mode, limit: number): readonly Ranked[] {
    const affected = touched[mode]
    const best = new Best(limit)
    const ranked = affected ? this.#rank(mode) : []
    const untouched = affected ? ranked.filter(({ plan }) => !affected.has(plan.vacancy.row)) : []
    // Either enough untouched plans were ranked, or all there are.
    const isEnough = untouched.length >= limit || ranked.length < rankedOnce
    if (!affected || !isEnough) {
      rankInto(best, both, mode, standingIn(both.low.traveller, this.#scope), 'balanced', false)
      return best.list
    }
    for (const one of untouched) best.add(one)
    const { least } = best
    const { market, view } = both.low.traveller
    const reaching = Uint32Array.from(affected).filter((row) => this.#mayReach(both, row, least))
    rankInto(best, both, mode, standingAmong(market.columns, view.states, reaching), 'balanced', false)
    return best.list
  }

  /** A cheap bound: the ceiling of the row whatever is answered, and what the answer itself adds to its fit. */
  #mayReach({ low: { traveller } }: BothModes, row: number, least: number): boolean {
    if (least === Number.NEGATIVE_INFINITY) return true
    const before = this.#both.low.traveller.view.assessment.creditLow
    const after = traveller.view.assessment.creditLow
    const { columns, kinds } = traveller.market
    const { demand, weight } = kinds.columns
    let rise = 0
    if (before !== after) {
      const end = columns.requirementStart[row + 1] as number
      for (let at = columns.requirementStart[row] as number; at < end; at++) {
        const kind = columns.requirements[at] as number
        const asked = demand[kind] as number
        rise += (weight[kind] as number) * Math.max(0, (after[asked] as number) - (before[asked] as number))
      }
    }
    const outOf = (columns.weights[row] as number) * 1200
    return this.#ceilingOf(row) + (outOf === 0 ? 0 : (knobs.microPointsOfFit / outOf) * rise) >= least
  }

  #ceilingOf(row: number): number {
    const known = this.#ceilings.get(row)
    if (known !== undefined) return known
    const { high } = this.#both
    this.#bounds ??= new RowBounds(high, 'balanced', new OpenContents(high.traveller.courses, high.walks, true))
    const ceiling = this.#bounds.ceiling(row)
    this.#ceilings.set(row, ceiling)
    return ceiling
  }

  #rank(mode: Mode): readonly Ranked[] {
    const known = this.#ranked[mode]
    if (known) return known
    const best = new Best(rankedOnce)
    rankInto(best, this.#both, mode, standingIn(this.#both.low.traveller, this.#scope), 'balanced', false)
    this.#ranked[mode] = best.list
    return best.list
  }

  #suppose({ person, supposed, touched }: Supposed): After {
    const { traveller } = this.#both.low
    const { market, courses, travelCentsPerKm, view } = traveller
    const after = viewLike(market, view, person, supposed, touched)
    if (supposed.term) {
      const both = bothModes(travellerWith(market, courses, travelCentsPerKm, after))
      const { key } = supposed.term
      const asking = key.startsWith('language:') ? undefined : this.#asking(key)
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
      for (const index of all) for (const demand of courses.contents[index]?.teaches.list ?? []) taught.add(demand)
      for (const content of courses.contents) if (content.asks.some((demand) => taught.has(demand))) all.add(content.index)
    }
    const gifts = new Set<number>()
    for (const index of all) for (const demand of courses.contents[index]?.credits.demands.list ?? []) gifts.add(demand)
    return gifts
  }

  /** Rows with a requirement on one of these demands, and the dual jobs: their course has demands of its own. */
  #naming(demands: Iterable<number>): ReadonlySet<number> {
    const { market } = this.#both.low.traveller
    const { columns, kinds } = market
    const isNamed = new Uint8Array(market.demands.list.length)
    for (const demand of demands) isNamed[demand] = 1
    const found = new Set<number>()
    // Whatever the answers, no plan leads to a row whose terms do not hold.
    for (const row of standingIn(this.#both.low.traveller, this.#scope).rows) {
      const end = columns.requirementStart[row + 1] as number
      let named = market.isCarried(row)
      for (let at = columns.requirementStart[row] as number; at < end && !named; at++) {
        named = isNamed[kinds.columns.demand[columns.requirements[at] as number] as number] === 1
      }
      if (named) found.add(row)
    }
    return found
  }

  /** Rows for which this term is unknown: those that drop out when it is supposed not to hold. */
  #asking(key: TermKey): ReadonlySet<number> {
    const { traveller } = this.#both.low
    const { market, view, person } = traveller
    const { states } = viewLike(market, view, person, { term: { key, holds: false } }, [])
    const { rows } = this.#scope
    const kept = rows ? standingAmong(market.columns, states, rows) : standingOf(market, states)
    const asking = new Set(standingIn(traveller, this.#scope).rows)
    for (const row of kept.rows) asking.delete(row)
    return asking
  }
}

/** Vacancies whose plans an answer may change; undefined when that may be any. */
type Affected = ReadonlySet<number> | undefined

interface After {
  readonly both: BothModes
  readonly touched: Readonly<Record<Mode, Affected>>
}
