import type { Target } from './target.ts'

/** Bits of a plain integer; a target with more missing essentials is checked in full at the end of the search. */
export const plainBits = 30

export function fullMask(target: Pick<Target, 'missing'>): number {
  return 2 ** Math.min(target.missing.length, plainBits) - 1
}
