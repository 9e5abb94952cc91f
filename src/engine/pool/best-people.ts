import { compareTextAt, textAt } from '../columns/index.ts'
import type { Segment } from './segment.ts'

/** Somebody eligible, while the search is on. */
export interface Candidate {
  readonly segment: Segment
  readonly row: number
  readonly certain: boolean
  /** Numerator of low fit: all candidates have the same denominator. */
  readonly fit: number
  readonly id: string
}

/** Certain ones first, then by low fit, then by id (ruling 49). */
function byRank(a: Candidate, b: Candidate): number {
  return Number(b.certain) - Number(a.certain) || b.fit - a.fit || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/**
 * The best so many people. Twice as many are gathered, then cut: from then on whoever does not beat the last one kept is not
 * taken in, and no id is read of somebody whose certainty or fit settles it.
 */
export class BestPeople {
  readonly limit: number
  #found: Candidate[] = []
  #last: Candidate | undefined

  /** Infinity keeps everybody. */
  constructor(limit: number) {
    this.limit = limit
  }

  /** False when nobody like that gets in with a fit of at most so much: no id needs to be read for that. */
  mayTake(certain: boolean, mostFit: number): boolean {
    if (this.limit === 0) return false
    const last = this.#last
    if (last === undefined) return true
    return certain === last.certain ? mostFit >= last.fit : certain
  }

  offer(segment: Segment, row: number, certain: boolean, fit: number): void {
    if (this.limit === 0 || (this.#last && !beats(this.#last, segment, row, certain, fit))) return
    this.#found.push({ segment, row, certain, fit, id: textAt(segment.ids, row) })
    if (this.#found.length >= 2 * this.limit) this.#cut()
  }

  done(limit: number): readonly Candidate[] {
    return this.#found.sort(byRank).slice(0, limit)
  }

  #cut(): void {
    this.#found = this.#found.sort(byRank).slice(0, this.limit)
    this.#last = this.#found.at(-1)
  }
}

function beats(last: Candidate, { ids }: Segment, row: number, certain: boolean, fit: number): boolean {
  if (certain !== last.certain) return certain
  if (fit !== last.fit) return fit > last.fit
  return compareTextAt(ids, row, last.id) < 0
}
