import {
  type Assessment,
  assessOne,
  type CompiledVacancy,
  claimsOf,
  giftsOf,
  type Mode,
  termBits,
  type View,
} from '../matching/index.ts'
import { applyChanges } from './change.ts'
import type { Closed } from './changes-today.ts'
import type { Change } from './plan.ts'
import { bitsOf } from './target.ts'
import type { Traveller } from './traveller.ts'

/** Applies changes to a person and says what that opens; what is worked out once is remembered. */
export class Trials {
  readonly #traveller: Traveller
  readonly #byDemand: Readonly<Record<Mode, ReadonlyMap<number, readonly Closed[]>>>
  readonly #byTerm: Readonly<Record<Mode, readonly Closed[]>>
  readonly #views = new Map<string, View>()
  readonly #opens = new Map<string, readonly string[]>()
  readonly #proofs = new Map<string, ReadonlySet<number>>()
  readonly #touched = new Map<number, readonly number[]>()

  constructor(traveller: Traveller, low: readonly Closed[], high: readonly Closed[]) {
    this.#traveller = traveller
    this.#byDemand = { low: byDemand(low), high: byDemand(high) }
    const hasTerms = ({ terms }: Closed): boolean => terms !== 0
    this.#byTerm = { low: low.filter(hasTerms), high: high.filter(hasTerms) }
  }

  /** Whether a supposed skill meets a demand for certain: it is at or below it, high enough, and comes with its proof. */
  proves(change: Change, demand: number): boolean {
    if (change.item !== 'skill') return false
    const key = `${change.skill} ${change.to}`
    const known = this.#proofs.get(key)
    if (known) return known.has(demand)
    const { market } = this.#traveller
    const { gifts, graph } = market
    const proved = new Set(
      giftsOf(gifts, graph.numberOf(change.skill))
        .filter((at) => gifts.proves[at] === 1 && change.to >= (gifts.need[gifts.demand[at] as number] as number))
        .map((at) => gifts.demand[at] as number),
    )
    this.#proofs.set(key, proved)
    return proved.has(demand)
  }

  /** Terms in low after changes of terms. Every change only widens, so what holds now holds then. */
  termsHold(vacancy: CompiledVacancy, changes: readonly Change[]): boolean {
    if (bitsOf(this.#traveller, vacancy).low === 0) return true
    return termBits(this.#viewAfter(changes), vacancy).low === 0
  }

  /** Ids of the vacancies that these changes newly open in one mode, in order. */
  opens(changes: readonly Change[], mode: Mode): readonly string[] {
    const key = `${mode} ${keyOf(changes)}`
    const known = this.#opens.get(key)
    if (known) return known
    const found = this.#findOpened(changes, mode)
    this.#opens.set(key, found)
    return found
  }

  #findOpened(changes: readonly Change[], mode: Mode): string[] {
    const after = new MetAfter(this.#traveller, changes, this.#touchedBy(changes), mode)
    const candidates = new Set<Closed>()
    for (const demand of after.newlyMet()) for (const closed of this.#byDemand[mode].get(demand) ?? []) candidates.add(closed)
    const moved = changes.filter((change) => change.item !== 'skill')
    if (moved.length > 0) for (const closed of this.#byTerm[mode]) candidates.add(closed)
    const opened = [...candidates].filter(
      ({ vacancy, missing, terms }) =>
        missing.every((demand) => after.isMet(demand)) &&
        (terms === 0 || (moved.length > 0 && termBits(this.#viewAfter(moved), vacancy)[mode] === 0)) &&
        vacancy.essentials.every(({ demand }) => after.isMet(demand)),
    )
    return opened
      .map(({ vacancy }) => vacancy)
      .sort((a, b) => a.rank - b.rank)
      .map(({ vacancy }) => vacancy.id)
  }

  #viewAfter(changes: readonly Change[]): View {
    const moved = changes.filter((change) => change.item !== 'skill')
    const key = keyOf(moved)
    const known = this.#views.get(key)
    if (known) return known
    const { view, market, person } = this.#traveller
    const { person: changed, supposed } = applyChanges(person, moved, market.context.thisWeek)
    const relief = supposed.wageReliefCents
    const context = relief === undefined ? view.context : { ...view.context, wageReliefCents: relief }
    const found: View = { ...view, person: changed, context }
    this.#views.set(key, found)
    return found
  }

  /** Demands that another answer on these skills may touch: theirs, and those of what they cap. */
  #touchedBy(changes: readonly Change[]): readonly number[] {
    const { graph } = this.#traveller.market
    const concepts = changes.flatMap((change) => (change.item === 'skill' ? [graph.numberOf(change.skill)] : []))
    const [only] = concepts
    if (only === undefined) return []
    const lists = concepts.map((concept) => {
      const known = this.#touched.get(concept) ?? touchedBy(this.#traveller, concept)
      this.#touched.set(concept, known)
      return known
    })
    return concepts.length === 1 ? (lists[0] ?? []) : [...new Set(lists.flat())]
  }
}

/** Demands on which an answer about a concept bears: those it counts for, and those of the concepts it caps. */
export function touchedBy({ market: { gifts, graph } }: Traveller, concept: number): number[] {
  const touched = new Set<number>()
  for (const one of [concept, ...graph.specificOf(concept)]) {
    for (const at of giftsOf(gifts, one)) touched.add(gifts.demand[at] as number)
  }
  return [...touched]
}

/** Which demands are met once skills are answered otherwise. */
export class MetAfter {
  readonly #before: Uint8Array
  readonly #after = new Map<number, boolean>()

  constructor(traveller: Traveller, changes: readonly Change[], touched: readonly number[], mode: Mode) {
    const { market, person, view } = traveller
    this.#before = mode === 'low' ? view.assessment.metLow : view.assessment.metHigh
    if (touched.length === 0) return
    const changed = applyChanges(person, changes, market.context.thisWeek)
    const claims = claimsOf(changed.person, market.graph, market.transfer, changed.supposed.answerCount)
    const one = emptyAssessment()
    for (const demand of touched) {
      assessOne(one, demand, claims, market.demands, market.graph, 0)
      this.#after.set(demand, (mode === 'low' ? one.metLow : one.metHigh)[0] === 1)
    }
  }

  isMet(demand: number): boolean {
    return this.#after.get(demand) ?? this.#before[demand] === 1
  }

  *newlyMet(): Iterable<number> {
    for (const [demand, met] of this.#after) if (met && this.#before[demand] === 0) yield demand
  }
}

function emptyAssessment(): Assessment {
  return {
    levelLow: new Uint8Array(1),
    levelHigh: new Uint8Array(1),
    creditLow: new Int16Array(1),
    creditHigh: new Int16Array(1),
    metLow: new Uint8Array(1),
    metHigh: new Uint8Array(1),
  }
}

function byDemand(closed: readonly Closed[]): Map<number, Closed[]> {
  const found = new Map<number, Closed[]>()
  for (const one of closed) {
    for (const demand of one.missing) {
      const list = found.get(demand)
      if (list) list.push(one)
      else found.set(demand, [one])
    }
  }
  return found
}

function keyOf(changes: readonly Change[]): string {
  return changes.map((change) => JSON.stringify(change)).join(' ')
}
