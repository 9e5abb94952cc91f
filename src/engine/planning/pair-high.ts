import { familiesOf } from './families.ts'
import type { PairItem } from './pair-items.ts'
import type { PairRow } from './pair-rows.ts'
import type { Change } from './plan.ts'
import type { SingleChanges } from './single-changes.ts'
import { asksOneOf, SkillAfter } from './skill-after.ts'
import type { TermSteps } from './term-steps.ts'
import type { Traveller } from './traveller.ts'

/** Demands that a step of a skill newly meets, and those that are met no more. */
interface Moves {
  readonly newly: readonly number[]
  readonly lost: ReadonlySet<number>
}

/** What a pair of steps opens in high, where another answer may also take something away. */
export class PairsInHigh {
  readonly #traveller: Traveller
  readonly #singles: SingleChanges
  readonly #terms: TermSteps
  readonly #families: Uint32Array
  readonly #moves = new Map<Change, Moves>()
  /** Rows by what they miss: two demands of two families; else by the first demand, with no term in the way, or with some. */
  readonly #couples = new Map<number, Map<number, PairRow[]>>()
  readonly #wide = new Map<number, PairRow[]>()
  readonly #ofOneFamily = new Map<number, PairRow[]>()
  readonly #withTerms = new Map<number, PairRow[]>()
  readonly #missesNothing = new Set<number>()

  constructor(traveller: Traveller, singles: SingleChanges, terms: TermSteps, rows: readonly PairRow[]) {
    this.#traveller = traveller
    this.#singles = singles
    this.#terms = terms
    this.#families = familiesOf(traveller.market)
    for (const one of rows) {
      const [first, second] = one.missing
      if (first === undefined) this.#missesNothing.add(one.row)
      else if (one.parts !== 0) addTo(this.#withTerms, first, one)
      else if (one.families.length === 1) addTo(this.#ofOneFamily, first, one)
      else if (one.missing.length === 2) this.#addCouple(first, second as number, one)
      else addTo(this.#wide, first, one)
    }
  }

  opens(a: PairItem, stepA: number, b: PairItem, stepB: number): readonly number[] {
    const changes = [a.steps[stepA] as Change, b.steps[stepB] as Change] as const
    if (a.concept === undefined) return this.#byTerms(a, b, changes)
    if (b.concept === undefined) return this.#bySkillAndTerm(b, stepB, changes)
    const sameFamily = this.#isOneFamily(changes)
    return sameFamily ? this.#byKin(changes) : this.#byStrangers(changes)
  }

  #byTerms(a: PairItem, b: PairItem, changes: readonly Change[]): number[] {
    const candidates = this.#terms.within(a.parts | b.parts).flatMap(({ row }) => (this.#missesNothing.has(row) ? row : []))
    return this.#terms.openedBy(changes, candidates)
  }

  #bySkillAndTerm(term: PairItem, step: number, [skill, change]: readonly [Change, Change]): number[] {
    const { newly, lost } = this.#movesOf(skill)
    const met = new Set(newly)
    const firsts = this.#terms.firstsOf(term)
    const rows = [...this.#singles.opens(skill, 'high'), ...this.#without(lost, this.#singles.opens(change, 'high'))]
    for (const demand of newly) {
      for (const { row, missing } of this.#withTerms.get(demand) ?? []) {
        if (
          missing.every((one) => met.has(one)) &&
          (firsts.get(row) ?? never) <= step &&
          !asksOneOf(this.#traveller.market, row, lost)
        )
          rows.push(row)
      }
    }
    return rows
  }

  /** Two skills that have nothing to do with one another. */
  #byStrangers([one, other]: readonly [Change, Change]): number[] {
    const [a, b] = [this.#movesOf(one), this.#movesOf(other)]
    const rows = [
      ...this.#without(b.lost, this.#singles.opens(one, 'high')),
      ...this.#without(a.lost, this.#singles.opens(other, 'high')),
    ]
    const add = (row: number): void => {
      if (!asksOneOf(this.#traveller.market, row, a.lost) && !asksOneOf(this.#traveller.market, row, b.lost)) rows.push(row)
    }
    for (const first of a.newly) {
      const others = this.#couples.get(first)
      if (others) for (const second of b.newly) for (const { row } of others.get(second) ?? []) add(row)
    }
    if (this.#wide.size === 0) return rows
    for (const demand of [...a.newly, ...b.newly]) {
      for (const { row, missing } of this.#wide.get(demand) ?? []) {
        if (missing.every((wanted) => a.newly.includes(wanted) || b.newly.includes(wanted))) add(row)
      }
    }
    return rows
  }

  /** Two skills of one family: what the one answer moves may hang on the other. */
  #byKin(changes: readonly Change[]): number[] {
    const after = new SkillAfter(this.#traveller, changes.flatMap(supposedOf(this.#traveller)))
    const lost = after.lost()
    const rows: number[] = []
    for (const demand of after.newlyMet()) {
      for (const { row, missing } of this.#ofOneFamily.get(demand) ?? []) {
        if (missing.every((one) => after.isMet(one)) && !asksOneOf(this.#traveller.market, row, lost)) rows.push(row)
      }
    }
    return rows
  }

  #isOneFamily(changes: readonly Change[]): boolean {
    const [a, b] = changes.map((change) => this.#familyOf(change))
    return a === b
  }

  /** Of any demand that the skill may meet: all are of one family. */
  #familyOf(change: Change): number {
    const { gifts, graph } = this.#traveller.market
    if (change.item !== 'skill') return -1
    const concept = graph.numberOf(change.skill)
    const end = gifts.start[concept + 1] ?? 0
    for (let at = gifts.start[concept] ?? end; at < end; at++) {
      if (gifts.proves[at] === 1) return this.#families[gifts.demand[at] as number] as number
    }
    return -1
  }

  #movesOf(change: Change): Moves {
    const known = this.#moves.get(change)
    if (known) return known
    const after = new SkillAfter(this.#traveller, supposedOf(this.#traveller)(change))
    const found = { newly: after.newlyMet(), lost: after.lost() }
    this.#moves.set(change, found)
    return found
  }

  #without(lost: ReadonlySet<number>, rows: readonly number[]): readonly number[] {
    return lost.size === 0 ? rows : rows.filter((row) => !asksOneOf(this.#traveller.market, row, lost))
  }

  /** Both ways round. */
  #addCouple(first: number, second: number, row: PairRow): void {
    for (const [one, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const others = this.#couples.get(one) ?? new Map<number, PairRow[]>()
      this.#couples.set(one, others)
      addTo(others, other, row)
    }
  }
}

/** By demand: 1 where one of these pairs, or a change of one alone, newly meets it in high. A row that misses any other one is opened by none of them. */
export function demandsMovedBy(traveller: Traveller, pairs: readonly (readonly [Change, Change])[]): Uint8Array {
  const moved = new Uint8Array(traveller.market.demands.list.length)
  for (const [one, other] of pairs) {
    for (const changes of [[one], [other], [one, other]]) {
      const after = new SkillAfter(traveller, changes.flatMap(supposedOf(traveller)))
      for (const demand of after.newlyMet()) moved[demand] = 1
    }
  }
  return moved
}

const never = Number.POSITIVE_INFINITY

function supposedOf({ market }: Traveller): (change: Change) => { concept: number; to: number }[] {
  return (change) => (change.item === 'skill' ? [{ concept: market.graph.numberOf(change.skill), to: change.to }] : [])
}

function addTo(lists: Map<number, PairRow[]>, key: number, one: PairRow): void {
  const list = lists.get(key)
  if (list) list.push(one)
  else lists.set(key, [one])
}
