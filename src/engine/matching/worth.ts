import type { Assessment } from './assess.ts'
import { missingShift, type RequirementKinds } from './kinds.ts'
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

export function worthOfKinds(kinds: RequirementKinds, { creditLow, metLow, metHigh, touched }: Assessment): Worth {
  const { demand, weight, essential, byDemandFrom, byDemand, ofNobody } = kinds.columns
  const worth = touched ? ofNobody.slice() : new Int32Array(demand.length)
  const fill = (kind: number): void => {
    const asked = demand[kind] as number
    const gain = (weight[kind] as number) * (creditLow[asked] as number)
    const missing = essential[kind] === 0 ? 0 : (1 - (metLow[asked] as number)) | ((1 - (metHigh[asked] as number)) << 1)
    worth[kind] = gain | (missing << missingShift)
  }
  if (touched) {
    for (let one = 0; one < touched.length; one++) {
      const asked = touched[one] as number
      const end = byDemandFrom[asked + 1] as number
      for (let at = byDemandFrom[asked] as number; at < end; at++) fill(byDemand[at] as number)
    }
  } else for (let kind = 0; kind < demand.length; kind++) fill(kind)
  return worth
}

/** What essentials add to the numerator of low fit, and what is missing among them. */
export interface RowWorth {
  fit: number
  missing: number
}

/** Reads the essentials, which come first. Fills in `into`: this runs for tens of thousands of rows. */
export function readEssentials(columns: VacancyColumns, worth: Worth, row: number, into: RowWorth): void {
  const start = columns.requirementStart[row] as number
  const end = start + (columns.essentials[row] as number)
  let fit = 0
  let bits = 0
  for (let at = start; at < end; at++) {
    const one = worth[columns.requirements[at] as number] as number
    fit += one & gainMask
    bits |= one
  }
  into.fit = fit
  into.missing = bits >> missingShift
}

/** What the requirements that are not essential add to a fit. */
export function fitOfOthers(columns: VacancyColumns, worth: Worth, row: number): number {
  const end = columns.requirementStart[row + 1] as number
  let fit = 0
  for (let at = (columns.requirementStart[row] as number) + (columns.essentials[row] as number); at < end; at++) {
    fit += (worth[columns.requirements[at] as number] as number) & gainMask
  }
  return fit
}

/** What of one kind is missing: bits. */
export function missingOf(worth: Worth, kind: number): number {
  return (worth[kind] as number) >> missingShift
}
