import type { Assessment } from './assess.ts'
import type { Gifts } from './gifts.ts'
import { type KindColumns, missingShift, type RequirementKinds } from './kinds.ts'
import type { VacancyColumns } from './vacancy-columns.ts'

/** An essential that is not met, in low and in high: bits of `missingOf`. */
export const missingLow = 1
export const missingHigh = 2

/**
 * What one person is worth for every requirement kind: weight x low credit in the lower bits, and what is missing above them.
 * A vacancy is a sum over its numbers, in one look-up each.
 */
export type Worth = Int32Array

const gainMask = 2 ** 20 - 1

export function worthOfKinds({ columns }: RequirementKinds, gifts: Gifts, assessment: Assessment): Worth {
  const { touched, rest } = assessment
  const { demand, byDemandFrom, byDemand } = columns
  if (!touched) {
    const all = new Int32Array(demand.length)
    for (let kind = 0; kind < all.length; kind++) all[kind] = worthOf(columns, assessment, kind)
    return all
  }
  const worth = rest === 'best' ? worthOfUnasked(columns, gifts).slice() : columns.ofNobody.slice()
  for (let one = 0; one < touched.length; one++) {
    const asked = touched[one] as number
    const end = byDemandFrom[asked + 1] as number
    for (let at = byDemandFrom[asked] as number; at < end; at++) {
      const kind = byDemand[at] as number
      worth[kind] = worthOf(columns, assessment, kind)
    }
  }
  return worth
}

function worthOf({ demand, weight, essential }: KindColumns, { creditLow, metLow, metHigh }: Assessment, kind: number): number {
  const asked = demand[kind] as number
  const gain = (weight[kind] as number) * (creditLow[asked] as number)
  const missing = essential[kind] === 0 ? 0 : (1 - (metLow[asked] as number)) | ((1 - (metHigh[asked] as number)) << 1)
  return gain | (missing << missingShift)
}

interface Unasked {
  readonly gifts: Gifts
  readonly worth: Worth
}

const unaskedByKinds = new WeakMap<KindColumns, Unasked>()

/** What somebody of whom nothing is asked yet is worth: essentials are missing in low, in high only what nothing proves. */
function worthOfUnasked(columns: KindColumns, gifts: Gifts): Worth {
  const known = unaskedByKinds.get(columns)
  if (known?.gifts === gifts) return known.worth
  const isProvable = (kind: number): boolean => gifts.provable[columns.demand[kind] as number] === 1
  const worth = columns.ofNobody.map((one, kind) => (isProvable(kind) ? one & (missingLow << missingShift) : one))
  unaskedByKinds.set(columns, { gifts, worth })
  return worth
}

/** What the worth of a kind adds to the numerator of low fit. */
export function gainOf(worth: number): number {
  return worth & gainMask
}

/** What essentials add to the numerator of low fit, and what is missing among them. */
export interface RowWorth {
  fit: number
  missing: number
}

/** Reads the essentials of a row, which come first. Fills in `into`: this may run for many rows. */
export function readEssentials(columns: VacancyColumns, worth: Worth, row: number, into: RowWorth): void {
  const start = columns.requirementStart[row] as number
  const end = start + (columns.essentials[row] as number)
  let fit = 0
  let bits = 0
  for (let at = start; at < end; at++) {
    const one = worth[columns.requirements[at] as number] as number
    fit += gainOf(one)
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
    fit += gainOf(worth[columns.requirements[at] as number] as number)
  }
  return fit
}

/** What of one kind is missing: bits. */
export function missingOf(worth: Worth, kind: number): number {
  return (worth[kind] as number) >> missingShift
}
