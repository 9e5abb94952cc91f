import { evidenceRank, giftsOf, type Market, rangeOf } from '../matching/index.ts'
import type { Traveller } from './traveller.ts'

/** An answer that is supposed: a skill at a level, proven (ruling 41). */
export interface SupposedSkill {
  readonly concept: number
  readonly to: number
}

/** Highest level of a concept by evidence demanded. */
interface Moved {
  readonly before: readonly number[]
  readonly after: readonly number[]
}

/**
 * What is met in high once one skill, or two, is answered otherwise. More than those skills may move: a new answer caps what is
 * unknown below it, and takes the place of an answer that may have been higher.
 */
export class SkillAfter {
  readonly #traveller: Traveller
  readonly #moved = new Map<number, Moved>()
  /** Unknown concepts whose cap hangs on one of these. */
  readonly #capped = new Set<number>()
  readonly #changed = new Map<number, boolean>()

  constructor(traveller: Traveller, supposed: readonly SupposedSkill[]) {
    const { market, view } = traveller
    const { claims, assessment } = view
    this.#traveller = traveller
    for (const { concept, to } of supposed) {
      const possible = claims.possible(concept)
      const before = claims.answered.get(concept)?.high ?? [possible, possible, possible]
      this.#moved.set(concept, { before, after: highAfter(traveller, concept, to) })
      for (const one of cappedBy(traveller, concept)) this.#capped.add(one)
    }
    for (const { concept } of supposed) this.#capped.delete(concept)
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

  /** Demands that a concept proves, or something that it caps. */
  #touched(): Set<number> {
    const { gifts } = this.#traveller.market
    const touched = new Set<number>()
    for (const one of [...this.#moved.keys(), ...this.#capped]) {
      for (const at of giftsOf(gifts, one)) if (gifts.proves[at] === 1) touched.add(gifts.demand[at] as number)
    }
    return touched
  }

  #isMetNow(demand: number, need: number, was: boolean): boolean {
    const { graph, demands } = this.#traveller.market
    const { concept, evidence } = demands.get(demand)
    for (const [one, { after }] of this.#moved) {
      if ((after[evidence] as number) >= need && (one === concept || graph.generalOf(one).includes(concept))) return true
    }
    if (this.#capped.size === 0) {
      // Nothing but the answers themselves moved: what was not met is not, and what did not rest on them still is.
      if (!was) return false
      if ([...this.#moved.values()].every(({ before }) => (before[evidence] as number) < need)) return true
    }
    return this.#isMetByOther(concept, need, evidence)
  }

  #isMetByOther(concept: number, need: number, evidence: number): boolean {
    const { graph } = this.#traveller.market
    const { claims } = this.#traveller.view
    const levelOf = (one: number): number => {
      if (this.#moved.has(one)) return 0
      const claim = claims.answered.get(one)
      if (claim) return claim.high[evidence] as number
      // What is unknown may also turn out to be proven.
      return this.#capped.has(one) ? this.#capOf(one) : claims.possible(one)
    }
    return levelOf(concept) >= need || graph.specificOf(concept).some((one) => levelOf(one) >= need)
  }

  #capOf(concept: number): number {
    const { claims } = this.#traveller.view
    let cap = mostLevel
    for (const general of this.#traveller.market.graph.generalOf(concept)) {
      const high = this.#moved.get(general)?.after ?? claims.answered.get(general)?.high
      if (high) cap = Math.min(cap, high[0] as number)
    }
    return cap
  }
}

const mostLevel = 4

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

/** Whether one of these demands is an essential of a row. */
export function asksOneOf({ columns, kinds }: Market, row: number, demands: ReadonlySet<number>): boolean {
  if (demands.size === 0) return false
  const from = columns.requirementStart[row] as number
  const end = from + (columns.essentials[row] as number)
  for (let entry = from; entry < end; entry++) {
    if (demands.has(kinds.columns.demand[columns.requirements[entry] as number] as number)) return true
  }
  return false
}
