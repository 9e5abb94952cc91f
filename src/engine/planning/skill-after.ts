import { evidenceRank, giftsOf, rangeOf } from '../matching/index.ts'
import type { Traveller } from './traveller.ts'

/**
 * What is met in high once one skill is answered otherwise, proven (ruling 41). More than that skill may move: the new answer caps
 * what is unknown below it, and takes the place of an answer that may have been higher.
 */
export class SkillAfter {
  readonly #traveller: Traveller
  readonly #concept: number
  /** Highest level of the concept by evidence demanded, before and after. */
  readonly #before: readonly number[]
  readonly #after: readonly number[]
  /** Unknown concepts whose cap hangs on this one. */
  readonly #capped: ReadonlySet<number>
  readonly #changed = new Map<number, boolean>()

  constructor(traveller: Traveller, concept: number, to: number) {
    const { market, view } = traveller
    const { claims, assessment } = view
    this.#traveller = traveller
    this.#concept = concept
    const possible = claims.possible(concept)
    this.#before = claims.answered.get(concept)?.high ?? [possible, possible, possible]
    this.#after = highAfter(traveller, concept, to)
    this.#capped = cappedBy(traveller, concept)
    for (const demand of this.#touched()) {
      const was = assessment.metHigh[demand] === 1
      const is = this.#isMetNow(demand, market.gifts.need[demand] as number, was)
      if (is !== was) this.#changed.set(demand, is)
    }
  }

  /** Demands that are met now and were not, and the other way round. */
  newlyMet(): number[] {
    return [...this.#changed].flatMap(([demand, met]) => (met ? [demand] : []))
  }

  lost(): Set<number> {
    return new Set([...this.#changed].flatMap(([demand, met]) => (met ? [] : [demand])))
  }

  isMet(demand: number): boolean {
    return this.#changed.get(demand) ?? this.#traveller.view.assessment.metHigh[demand] === 1
  }

  /** Demands that the concept proves, or something that it caps. */
  #touched(): Set<number> {
    const { gifts } = this.#traveller.market
    const touched = new Set<number>()
    for (const one of [this.#concept, ...this.#capped]) {
      for (const at of giftsOf(gifts, one)) if (gifts.proves[at] === 1) touched.add(gifts.demand[at] as number)
    }
    return touched
  }

  #isMetNow(demand: number, need: number, was: boolean): boolean {
    const { concept, evidence } = this.#traveller.market.demands.get(demand)
    const proves = concept === this.#concept || this.#isBelow(concept)
    if (proves && (this.#after[evidence] as number) >= need) return true
    if (this.#capped.size === 0) {
      // Nothing but the answer itself moved: what was not met is not, and what did not rest on it still is.
      if (!was) return false
      if ((this.#before[evidence] as number) < need) return true
    }
    return this.#isMetByOther(concept, need, evidence)
  }

  /** Whether the skill lies below a concept. */
  #isBelow(concept: number): boolean {
    return this.#traveller.market.graph.generalOf(this.#concept).includes(concept)
  }

  #isMetByOther(concept: number, need: number, evidence: number): boolean {
    const { graph } = this.#traveller.market
    const { claims } = this.#traveller.view
    const levelOf = (one: number): number => {
      if (one === this.#concept) return 0
      const claim = claims.answered.get(one)
      if (claim) return claim.high[evidence] as number
      // What is unknown may also turn out to be proven.
      return this.#capped.has(one) ? this.#capOf(one) : claims.possible(one)
    }
    return levelOf(concept) >= need || graph.specificOf(concept).some((one) => levelOf(one) >= need)
  }

  #capOf(concept: number): number {
    const { claims } = this.#traveller.view
    let cap = this.#after[0] as number
    for (const general of this.#traveller.market.graph.generalOf(concept)) {
      const claim = general === this.#concept ? undefined : claims.answered.get(general)
      if (claim) cap = Math.min(cap, claim.high[0])
    }
    return cap
  }
}

/** The upper ends of the skill's own answers once this one is given: other names of the concept keep theirs (ruling 25). */
function highAfter({ market, view, person }: Traveller, concept: number, to: number): readonly number[] {
  const high = [to, to, to]
  const own = market.graph.idOf(concept)
  for (const { id, evidence } of view.claims.answered.get(concept)?.said ?? []) {
    const answer = person.answers[id]
    if (id === own || answer === undefined) continue
    for (let rank = 0; rank <= evidenceRank[evidence]; rank++) high[rank] = Math.max(high[rank] as number, rangeOf(answer)[1])
  }
  return high
}

/** Concepts below this one of which it is not known whether the person has them. */
export function cappedBy({ market, view: { claims } }: Traveller, concept: number): ReadonlySet<number> {
  const isUnknown = (one: number): boolean => !claims.answered.has(one) && (claims.mayKnowAll || claims.implied.has(one))
  return new Set(market.graph.specificOf(concept).filter(isUnknown))
}
