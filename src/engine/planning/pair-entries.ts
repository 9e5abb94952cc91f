import type { PairItem, PairItems } from './pair-items.ts'
import type { PairRow } from './pair-rows.ts'
import type { TermSteps } from './term-steps.ts'

/** A row that two steps open together, neither alone, and neither of which can be smaller. */
export interface PairEntry {
  readonly row: number
  readonly stepA: number
  readonly stepB: number
  /** The step from which each opens it alone; infinite where none does. */
  readonly aloneA: number
  readonly aloneB: number
}

export interface PairOfItems {
  readonly a: PairItem
  readonly b: PairItem
  readonly entries: PairEntry[]
}

type Minimal = Omit<PairEntry, 'row'> & { readonly a: PairItem; readonly b: PairItem }

const never = Number.POSITIVE_INFINITY

/** Finds, from what keeps each row out in low, all pairs of items that open something jointly. */
export class PairFinder {
  readonly #items: PairItems
  readonly #terms: TermSteps
  readonly #pairs = new Map<number, PairOfItems>()
  readonly #ofMissing = new Map<string, readonly Minimal[]>()
  readonly #proofs = new Map<string | number, readonly (readonly [PairItem, number])[]>()

  constructor(items: PairItems, terms: TermSteps) {
    this.#items = items
    this.#terms = terms
  }

  pairs(rows: readonly PairRow[]): PairOfItems[] {
    for (const one of rows) if (one.missing.length > 0) this.#addWithSkill(one)
    this.#addTerms(rows)
    return [...this.#pairs.values()]
  }

  #addWithSkill(one: PairRow): void {
    const [first = [], second] = one.families
    if (one.parts !== 0) {
      for (const [skill, stepA] of this.#proofsOf(first)) {
        for (const term of this.#items.terms) {
          const stepB = this.#terms.firstsOf(term).get(one.row)
          if (stepB !== undefined) this.#add(skill, term, { row: one.row, stepA, stepB, aloneA: never, aloneB: never })
        }
      }
    } else if (second) {
      for (const [skill, stepA] of this.#proofsOf(first)) {
        for (const [other, stepB] of this.#proofsOf(second)) {
          this.#add(skill, other, { row: one.row, stepA, stepB, aloneA: never, aloneB: never })
        }
      }
    } else if (first.length > 1) {
      for (const { a, b, ...minimal } of this.#ofOneFamily(first)) this.#add(a, b, { row: one.row, ...minimal })
    }
  }

  /** Skills that meet all of these alone, each with its first step that does. */
  #proofsOf(missing: readonly number[]): readonly (readonly [PairItem, number])[] {
    // Most rows miss one demand of a family: no text is made for it.
    const key = missing.length === 1 ? (missing[0] as number) : missing.join(' ')
    const known = this.#proofs.get(key)
    if (known) return known
    const found = this.#items.proversOf(missing[0] as number).flatMap((item) => {
      const step = this.#items.firstProof(item, missing)
      return step === undefined ? [] : [[item, step] as const]
    })
    this.#proofs.set(key, found)
    return found
  }

  /** Two skills of one family: each may meet what the other leaves, or all of it at a higher level. */
  #ofOneFamily(missing: readonly number[]): readonly Minimal[] {
    const key = missing.join(' ')
    const known = this.#ofMissing.get(key)
    if (known) return known
    const found: Minimal[] = []
    for (const [a, b] of this.#couplesFor(missing)) {
      const aloneA = this.#items.firstProof(a, missing) ?? never
      const aloneB = this.#items.firstProof(b, missing) ?? never
      let least = Math.min(aloneB, b.steps.length)
      for (let stepA = 0; stepA < Math.min(aloneA, a.steps.length) && least > 0; stepA++) {
        const left = missing.filter((demand) => !this.#items.proves(a, stepA, demand))
        const stepB = this.#items.firstProof(b, left)
        if (stepB === undefined || stepB >= least) continue
        least = stepB
        found.push({ a, b, stepA, stepB, aloneA, aloneB })
      }
    }
    this.#ofMissing.set(key, found)
    return found
  }

  /** Couples of skills in order, each once: one that meets the first demand, and one that meets what that leaves. */
  #couplesFor(missing: readonly number[]): (readonly [PairItem, PairItem])[] {
    const found = new Map<string, readonly [PairItem, PairItem]>()
    for (const one of this.#items.proversOf(missing[0] as number)) {
      const left = missing.filter((demand) => !this.#items.proves(one, one.steps.length - 1, demand))
      // Where it leaves nothing at its last step, smaller steps of it still might.
      for (const demand of left.length > 0 ? left.slice(0, 1) : missing) {
        for (const other of this.#items.proversOf(demand)) {
          if (other === one) continue
          const couple = one.order < other.order ? ([one, other] as const) : ([other, one] as const)
          found.set(`${couple[0].order} ${couple[1].order}`, couple)
        }
      }
    }
    return [...found.values()]
  }

  /** Two terms: rows that miss nothing. */
  #addTerms(rows: readonly PairRow[]): void {
    const missesNothing = new Set(rows.filter(({ missing }) => missing.length === 0).map(({ row }) => row))
    const { terms } = this.#items
    for (const [at, a] of terms.entries()) {
      for (const b of terms.slice(at + 1)) {
        const candidates = this.#terms.within(a.parts | b.parts).flatMap(({ row }) => (missesNothing.has(row) ? row : []))
        if (candidates.length > 0) this.#addTwoTerms(a, b, candidates)
      }
    }
  }

  #addTwoTerms(a: PairItem, b: PairItem, candidates: readonly number[]): void {
    const [firstA, firstB] = [this.#terms.firstsOf(a), this.#terms.firstsOf(b)]
    const least = new Map<number, number>()
    for (const [stepA, changeA] of a.steps.entries()) {
      for (const [stepB, changeB] of b.steps.entries()) {
        const left = candidates.filter((row) => {
          const before = Math.min(least.get(row) ?? never, firstB.get(row) ?? never)
          return stepA < (firstA.get(row) ?? never) && stepB < before
        })
        for (const row of this.#terms.openedBy([changeA, changeB], left)) {
          least.set(row, stepB)
          this.#add(a, b, { row, stepA, stepB, aloneA: firstA.get(row) ?? never, aloneB: firstB.get(row) ?? never })
        }
      }
    }
  }

  #add(a: PairItem, b: PairItem, entry: PairEntry): void {
    if (a.order > b.order) {
      const { row, stepA, stepB, aloneA, aloneB } = entry
      this.#add(b, a, { row, stepA: stepB, stepB: stepA, aloneA: aloneB, aloneB: aloneA })
      return
    }
    const key = a.order * 2 ** 26 + b.order
    const known = this.#pairs.get(key)
    if (known) known.entries.push(entry)
    else this.#pairs.set(key, { a, b, entries: [entry] })
  }
}
