import type { Assessment } from './assess.ts'
import type { RequirementKinds } from './kinds.ts'
import type { VacancyColumns } from './vacancy-columns.ts'

/** An essential that is not met, in low and in high: bits of `missing`. */
export const missingLow = 1
export const missingHigh = 2

/** What one person is worth for every requirement kind: a vacancy is then a sum over its numbers. */
export interface Worth {
  /** weight x low credit. */
  readonly gain: Int32Array
  /** Bits; 0 for what is not essential. */
  readonly missing: Uint8Array
}

export function worthOfKinds({ list }: RequirementKinds, { creditLow, metLow, metHigh }: Assessment): Worth {
  const gain = new Int32Array(list.length)
  const missing = new Uint8Array(list.length)
  for (let kind = 0; kind < list.length; kind++) {
    const { demand, weight, essential } = list[kind] as (typeof list)[number]
    gain[kind] = weight * (creditLow[demand] as number)
    if (essential) missing[kind] = (metLow[demand] === 1 ? 0 : missingLow) | (metHigh[demand] === 1 ? 0 : missingHigh)
  }
  return { gain, missing }
}

/** Numerator of low fit. */
export function fitOfRow({ requirementStart, requirements }: VacancyColumns, { gain }: Worth, row: number): number {
  const end = requirementStart[row + 1] as number
  let fit = 0
  for (let at = requirementStart[row] as number; at < end; at++) fit += gain[requirements[at] as number] as number
  return fit
}

/** Whether some essential is not met: bits of low and high. */
export function missingOfRow(columns: VacancyColumns, { missing }: Worth, row: number): number {
  const start = columns.requirementStart[row] as number
  const end = start + (columns.essentials[row] as number)
  let bits = 0
  for (let at = start; at < end; at++) bits |= missing[columns.requirements[at] as number] as number
  return bits
}
