import type { Quotient } from '../../src/engine/matching/answer.ts'

/** Strings compare by code units (ruling 23). */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const sorted = (ids: Iterable<string>): string[] => [...ids].sort(byText)

export const sortedOnce = (ids: Iterable<string>): string[] => sorted(new Set(ids))

/** Element by element; a list that is the beginning of another comes first. */
export function byTexts(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = byText(a[i]!, b[i]!)
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** Above zero when `a` is the larger quotient. */
export const compareQuotients = (a: Quotient, b: Quotient): number => a.of * b.outOf - b.of * a.outOf

/** All subsets of at least `from` and at most `to` members, in the order of the members. */
export function subsets<T>(members: readonly T[], from: number, to: number): T[][] {
  const all: T[][] = []
  const take = (start: number, taken: T[]) => {
    if (taken.length >= from) all.push(taken)
    if (taken.length === to) return
    for (let i = start; i < members.length; i++) take(i + 1, [...taken, members[i]!])
  }
  take(0, [])
  return all
}

export function permutations<T>(members: readonly T[]): T[][] {
  if (members.length === 0) return [[]]
  return members.flatMap((first, i) => permutations(members.filter((_, j) => j !== i)).map((rest) => [first, ...rest]))
}
