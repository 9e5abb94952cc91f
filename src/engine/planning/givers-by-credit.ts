import type { Courses } from './courses.ts'

/**
 * For each demand the contents that give it something, those that give most first: whoever looks for more than a person has may
 * stop at the first that gives no more. The same for everybody. Each demand is sorted when it is first asked about.
 */
export class GiversByCredit {
  /** Of demand `d` from `from[d]` to `from[d + 1]`: content and credit in one number (see `contentOf`, `creditOf`). */
  readonly entries: Uint32Array
  readonly from: Uint32Array
  /** By demand: 1 where its part is in order. */
  readonly #isSorted: Uint8Array

  constructor({ givers: { from, content, credit } }: Courses) {
    this.from = from
    // The complement of the credit stands in front, so that plain numbers sort as wanted.
    this.entries = content.map((index, at) => ((mostCredit - (credit[at] as number)) << contentBits) | index)
    this.#isSorted = new Uint8Array(from.length)
  }

  /** Call it before the part of a demand is read. */
  sort(demand: number): void {
    if (this.#isSorted[demand] === 1) return
    this.#isSorted[demand] = 1
    this.entries.subarray(this.from[demand], this.from[demand + 1]).sort()
  }
}

/** A credit is at most 1200; two million contents. */
const contentBits = 21
const contentMask = 2 ** contentBits - 1
const mostCredit = 2 ** (32 - contentBits) - 1

export function contentOf(entry: number): number {
  return entry & contentMask
}

export function creditOf(entry: number): number {
  return mostCredit - (entry >>> contentBits)
}

const known = new WeakMap<Courses, GiversByCredit>()

/** Made once for courses. */
export function giversByCredit(courses: Courses): GiversByCredit {
  const found = known.get(courses) ?? new GiversByCredit(courses)
  known.set(courses, found)
  return found
}
