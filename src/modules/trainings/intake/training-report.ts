import type { Note, Reject } from '../../imports/index.ts'

export interface TrainingCounts {
  /** Records found: programmes, courses, offerings, learning outcomes and providers, or rows. */
  readonly raw: number
  /** Of these: never seen in this source; seen with other content; the same as before. */
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  /** What stands in the record now: programmes, and their offerings. */
  readonly programmes: number
  readonly offerings: number
  readonly rejected: number
  /** Taken back by their sender, or given no more. */
  readonly withdrawn: number
  /** Of a source that holds all there is: those it no longer holds. */
  readonly vanished: number
}

export const noCounts: TrainingCounts = {
  ...{ raw: 0, new: 0, changed: 0, unchanged: 0, programmes: 0, offerings: 0, rejected: 0, withdrawn: 0, vanished: 0 },
}

/** What an import of trainings did, or would do. */
export interface TrainingImportReport {
  /** The run in the record; left out for a dry run, which stores nothing. */
  readonly run?: string
  readonly counts: TrainingCounts
  /** The first hundred; all of them stand in the record under the run. */
  readonly rejects: readonly Reject[]
  readonly rejected: number
  /** The first hundred different ones. */
  readonly notes: readonly Note[]
  readonly noted: number
  readonly message: string
}

export function messageOf(given: Readonly<Record<string, number>>): string {
  const counts = { ...noCounts, ...given }
  const parts = [
    `${counts.programmes} programmes with ${counts.offerings} offerings published`,
    `${counts.rejected} records rejected`,
    `${counts.unchanged} unchanged`,
    ...(counts.withdrawn > 0 ? [`${counts.withdrawn} not given`] : []),
    ...(counts.vanished > 0 ? [`${counts.vanished} no longer there`] : []),
  ]
  return `${counts.raw} records of trainings read: ${parts.join(', ')}.`
}
