import type { Note, Reject } from '../../imports/index.ts'
import type { RawState } from '../raw-vacancy-store.ts'

export interface VacancyCounts {
  /** Records found. */
  readonly raw: number
  /** Of these: never seen in this source; seen with other content; the same as before. */
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  /** What became of the new and the changed ones. */
  readonly published: number
  readonly duplicates: number
  readonly expired: number
  /** Also what could not be read as a record at all. */
  readonly rejected: number
  /** Taken back by their sender. */
  readonly withdrawn: number
  /** Of a source that holds all there is: those it no longer holds. */
  readonly vanished: number
}

export const noCounts: VacancyCounts = {
  ...{
    raw: 0,
    new: 0,
    changed: 0,
    unchanged: 0,
    published: 0,
    duplicates: 0,
    expired: 0,
    rejected: 0,
    withdrawn: 0,
    vanished: 0,
  },
}

/** What an import of vacancies did, or would do. */
export interface VacancyImportReport {
  /** The run in the record; left out for a dry run, which stores nothing. */
  readonly run?: string
  readonly counts: VacancyCounts
  /** The first hundred; all of them stand in the record under the run. */
  readonly rejects: readonly Reject[]
  readonly rejected: number
  /** The first hundred different ones; with each record all of its own are kept. */
  readonly notes: readonly Note[]
  readonly noted: number
  readonly message: string
}

const counted: Readonly<Partial<Record<RawState, keyof VacancyCounts>>> = {
  published: 'published',
  duplicate: 'duplicates',
  expired: 'expired',
  withdrawn: 'withdrawn',
}

/** How many of each state; refused ones are counted with the other rejects. */
export function countStates(states: readonly RawState[]): Partial<Record<keyof VacancyCounts, number>> {
  const counts: Partial<Record<keyof VacancyCounts, number>> = {}
  for (const state of states) {
    const what = counted[state]
    if (what !== undefined) counts[what] = (counts[what] ?? 0) + 1
  }
  return counts
}

export function addCounts(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number | undefined>>,
): Record<string, number> {
  const sum: Record<string, number> = { ...a }
  for (const [what, by] of Object.entries(b)) sum[what] = (sum[what] ?? 0) + (by ?? 0)
  return sum
}

export function messageOf(given: Readonly<Record<string, number>>): string {
  const counts = { ...noCounts, ...given }
  const parts = [
    `${counts.published} published`,
    `${counts.duplicates} duplicates`,
    `${counts.expired} expired`,
    `${counts.rejected} rejected`,
    `${counts.unchanged} unchanged`,
    ...(counts.withdrawn > 0 ? [`${counts.withdrawn} withdrawn`] : []),
    ...(counts.vanished > 0 ? [`${counts.vanished} no longer there`] : []),
  ]
  return `${counts.raw} vacancies read: ${parts.join(', ')}.`
}
