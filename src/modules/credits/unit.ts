import type { Bilingual } from '../trainings/index.ts'

/** In what a school counts: European credits, or hours of study (sbu). */
export const scales = ['ects', 'sbu'] as const
export type Scale = (typeof scales)[number]

/** A part of a programme with credits. */
export interface Unit {
  readonly id: string
  readonly programme: string
  /** The school that keeps it. */
  readonly organisation: string
  /** Id of its first version: all versions together are one thing to earn. */
  readonly family: string
  readonly version: number
  /** A few letters, as in a picture: 'B'. */
  readonly code: string
  readonly title: Bilingual
  readonly scale: Scale
  /** In the smallest units: tenths of a credit (ects), or minutes (sbu). */
  readonly amount: number
  /** Minutes of confirmed work that are asked. */
  readonly evidenceMinutes: number
  readonly outcomes: readonly UnitOutcome[]
  /** Not offered to new placements any more. */
  readonly isRetired: boolean
  readonly demo: boolean
}

/** What somebody can do after a unit. */
export interface UnitOutcome {
  readonly id: string
  readonly text: Bilingual
  /** Of the taxonomy, where one fits. */
  readonly skill?: string
}

/** What a school fills in. `credits` in the scale: 3 or 2.5 credits, or hours of study. */
export interface UnitDraft {
  readonly code: string
  readonly title: Bilingual
  readonly scale: Scale
  readonly credits: number
  readonly evidenceHours: number
  readonly outcomes: readonly { readonly text: Bilingual; readonly skill?: string | undefined }[]
}

const smallest: Readonly<Record<Scale, number>> = { ects: 10, sbu: 60 }

/** Credits or hours of study in the smallest units; undefined where it is not a whole number of them. */
export function toAmount(scale: Scale, credits: number): number | undefined {
  const amount = Math.round(credits * smallest[scale])
  return Number.isSafeInteger(amount) && Math.abs(amount - credits * smallest[scale]) < 1e-6 ? amount : undefined
}

export function toCredits(scale: Scale, amount: number): number {
  return amount / smallest[scale]
}

/**
 * How the minutes of one piece of work are divided over the units that it was about: evenly, in whole minutes, what is left to the first by id. Together
 * they are all of it, so no minute counts twice.
 */
export function shareOut(minutes: number, units: readonly string[]): ReadonlyMap<string, number> {
  const all = [...new Set(units)].sort()
  const each = Math.floor(minutes / Math.max(1, all.length))
  const left = minutes - each * all.length
  return new Map(all.map((unit, at) => [unit, each + (at < left ? 1 : 0)]))
}
