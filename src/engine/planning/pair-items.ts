import type { Market } from '../matching/index.ts'
import { namedSkills, partsMovedBy, skillSteps, termItems } from './change.ts'
import type { Change } from './plan.ts'
import type { Traveller } from './traveller.ts'

/** One thing a person might change, as a part of a pair. */
export interface PairItem {
  /** Its place among all items: skills first. */
  readonly order: number
  readonly steps: readonly Change[]
  /** Of a skill. */
  readonly concept?: number
  /** Of a term: the parts that it moves, as bits. */
  readonly parts: number
}

const ordersByMarket = new WeakMap<Market, ReadonlyMap<number, number>>()

/** Place of each named skill among them. */
function ordersOf(market: Market): ReadonlyMap<number, number> {
  const known = ordersByMarket.get(market)
  if (known) return known
  const found = new Map([...namedSkills(market).entries()].map(([order, [concept]]) => [concept, order]))
  ordersByMarket.set(market, found)
  return found
}

/** The items of one person; those of skills are made when they are asked for, as most are never. */
export class PairItems {
  readonly terms: readonly PairItem[]
  readonly #traveller: Traveller
  readonly #skills = new Map<number, PairItem | undefined>()

  constructor(traveller: Traveller) {
    const { market, person } = traveller
    this.#traveller = traveller
    const first = namedSkills(market).length
    this.terms = termItems(market, person).map(({ steps }, at) => ({
      order: first + at,
      steps,
      parts: steps[0] ? partsMovedBy(steps[0]) : 0,
    }))
  }

  /** Undefined: no requirement names it. */
  skill(concept: number): PairItem | undefined {
    if (this.#skills.has(concept)) return this.#skills.get(concept)
    const { market, person } = this.#traveller
    const order = ordersOf(market).get(concept)
    const named = order === undefined ? undefined : namedSkills(market)[order]
    const item =
      named && order !== undefined
        ? { order, steps: skillSteps(market, person, concept, named[1]), concept, parts: 0 }
        : undefined
    this.#skills.set(concept, item)
    return item
  }

  /** Whether a step of a skill meets a demand for certain: the skill is at or below it, high enough, and comes with its proof. */
  proves({ concept, steps }: PairItem, step: number, demand: number): boolean {
    const { graph, demands } = this.#traveller.market
    const change = steps[step]
    if (concept === undefined || change?.item !== 'skill') return false
    const asked = demands.get(demand)
    return change.to >= asked.need && (concept === asked.concept || graph.generalOf(concept).includes(asked.concept))
  }

  /** The first step that meets all of these; undefined when none does. */
  firstProof(item: PairItem, missing: readonly number[]): number | undefined {
    const step = item.steps.findIndex((_, at) => missing.every((demand) => this.proves(item, at, demand)))
    return step < 0 ? undefined : step
  }

  /** Skills at or below a demand's concept. */
  proversOf(demand: number): PairItem[] {
    const { graph, demands } = this.#traveller.market
    const { concept } = demands.get(demand)
    if (graph.kinOf(concept).length === 0) return []
    return [concept, ...graph.specificOf(concept)].flatMap((one) => this.skill(one) ?? [])
  }
}
