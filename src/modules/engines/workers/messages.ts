import type { Person, Vacancy } from '../../../engine/matching/index.ts'
import type { Offering, Settings } from '../../../engine/planning/index.ts'
import type { Occupation, Skill } from '../../../engine/taxonomy/index.ts'
import type { Question } from '../findings/question.ts'

/** Some rows of each kind an engine is built from. */
export interface RowsPiece {
  readonly skills?: readonly Skill[]
  readonly occupations?: readonly Occupation[]
  readonly vacancies?: readonly Vacancy[]
  readonly offerings?: readonly Offering[]
}

/**
 * To a worker: rows, piece by piece; then to build. When it has built: people, piece by piece; then that these were all. Then questions, one
 * at a time.
 */
export type ToWorker =
  | { readonly kind: 'rows'; readonly rows: RowsPiece }
  | { readonly kind: 'build'; readonly settings: Settings }
  | { readonly kind: 'people'; readonly people: readonly Person[] }
  | { readonly kind: 'counted' }
  | { readonly kind: 'ask'; readonly number: number; readonly question: Question }

/** From a worker: that its engine is built, that the people are in, then what it finds. A question that fails is no fault of the thread. */
export type FromWorker =
  | { readonly kind: 'built' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'found'; readonly number: number; readonly finding: unknown }
  | { readonly kind: 'failed'; readonly number: number; readonly error: string }

/** What a thread starts with: one 32-bit number in shared memory, the number of the question to halt. */
export interface WorkerStart {
  readonly halt: SharedArrayBuffer
}
