import type { MessagePort } from 'node:worker_threads'
import type { Edition, WorldChanges } from '../../../engine/editions/index.ts'
import type { Person, Vacancy } from '../../../engine/matching/index.ts'
import type { Offering, Settings } from '../../../engine/planning/index.ts'
import type { Occupation, Skill } from '../../../engine/taxonomy/index.ts'
import type { Moment } from '../../matching/index.ts'
import type { Answer } from '../findings/find-within.ts'
import type { Question } from '../findings/question.ts'
import type { SnapshotPlace } from '../snapshots/keeper-snapshots.ts'

/** Some rows of each kind an engine is built from. */
export interface RowsPiece {
  readonly skills?: readonly Skill[]
  readonly occupations?: readonly Occupation[]
  readonly offerings?: readonly Offering[]
  readonly vacancies?: readonly Vacancy[]
  /** Who is counted. */
  readonly people?: readonly Person[]
  readonly found?: readonly Person[]
}

/**
 * To the keeper: where snapshots are, when there may be any; it answers what it found. Then of what was not found: skills, occupations and offerings piece by piece, then that these were all; vacancies; people who are counted; people who are found; then that these were all. From then
 * on changes, in parts and then that these were all; and readers. A label names the data that went in: an answer says by it what it was computed from.
 */
export type ToKeeper =
  | { readonly kind: 'open'; readonly place: SnapshotPlace }
  | { readonly kind: 'save'; readonly place: SnapshotPlace; readonly of: Moment }
  | { readonly kind: 'rows'; readonly rows: RowsPiece }
  | { readonly kind: 'begin'; readonly settings: Settings }
  | { readonly kind: 'build'; readonly label: number }
  | { readonly kind: 'part'; readonly changes: WorldChanges }
  | { readonly kind: 'change'; readonly label: number }
  | { readonly kind: 'reader'; readonly port: MessagePort }

/** From the keeper: what it found of snapshots, that one was written, and that the data of a label is in an edition, which every reader was sent. */
export type FromKeeper =
  | { readonly kind: 'opened'; readonly found: FoundParts }
  | { readonly kind: 'saved'; readonly error?: string }
  | { readonly kind: 'published'; readonly label: number }

export interface FoundParts {
  readonly world: boolean
  readonly people: boolean
  readonly found: boolean
  /** Of the parts that were found. */
  readonly revisions: Moment['revisions']
  readonly settings?: Settings
  readonly refused: readonly string[]
}

/** From the keeper to every reader. */
export interface Published {
  readonly edition: Edition
  readonly label: number
}

/** To a thread that answers: where editions come from; then questions, one at a time, each with the time there is for it. */
export type ToWorker =
  | { readonly kind: 'follow'; readonly port: MessagePort }
  | { readonly kind: 'ask'; readonly number: number; readonly question: Question; readonly milliseconds: number }

/** From such a thread: that it reads an edition, then what it finds. A question that fails is no fault of the thread. */
export type FromWorker =
  | { readonly kind: 'reads'; readonly label: number }
  | { readonly kind: 'found'; readonly number: number; readonly label: number; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly number: number; readonly error: string }

/** What a thread starts with: one 32-bit number in shared memory, the number of the question to halt. */
export interface WorkerStart {
  readonly halt: SharedArrayBuffer
}
