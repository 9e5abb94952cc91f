import type { Assessment } from './assess.ts'
import type { RequirementKinds } from './kinds.ts'
import type { VacancyColumns } from './vacancy-columns.ts'

/** An essential that is not met, in low and in high: bits of `missingOf`. */
export const missingLow = 1
export const missingHigh = 2

/**
 * What one person is worth for every requirement kind: weight x low credit in the lower bits, and what is missing above them.
 * A vacancy is a sum over its numbers, in one look-up each.
 */
export type Worth = Int32Array

const gainBits = 20
const gainMask = 2 ** gainBits - 1
const missingShift = 24

export function worthOfKinds(kinds: RequirementKinds, { creditLow, metLow, metHigh }: Assessment): Worth {
  const { demand, weight, essential } = kinds.columns
  const worth = new Int32Array(demand.length)
  for (let kind = 0; kind < demand.length; kind++) {
    const asked = demand[kind] as number
    const gain = (weight[kind] as number) * (creditLow[asked] as number)
    // Three bits for what is not met: none where it is met, or where it is no essential.
    const missing = essential[kind] === 0 ? 0 : (1 - (metLow[asked] as number)) | ((1 - (metHigh[asked] as number)) << 1)
    worth[kind] = gain | (missing << missingShift)
  }
  return worth
}

/** Numerator of low fit of a row, and what is missing of it: `fit | bits << 24` would not hold a sum, so they are two. */
export interface RowWorth {
  fit: number
  missing: number
}

/** Fills in `into`: this runs for tens of thousands of rows. */
export function readRow({ requirementStart, requirements }: VacancyColumns, worth: Worth, row: number, into: RowWorth): void {
  const end = requirementStart[row + 1] as number
  let fit = 0
  let bits = 0
  for (let at = requirementStart[row] as number; at < end; at++) {
    const one = worth[requirements[at] as number] as number
    fit += one & gainMask
    bits |= one
  }
  into.fit = fit
  into.missing = bits >> missingShift
}

/** What of one kind is missing: bits. */
export function missingOf(worth: Worth, kind: number): number {
  return (worth[kind] as number) >> missingShift
}
