import type { Resident } from '../matching/index.ts'
import type { Limited } from './findings/find-within.ts'
import type { Finding, Kind, Question } from './findings/question.ts'

/** A finding, and the records of the very moment it was computed from. */
export interface Found<K extends Kind> {
  readonly finding: Finding<K>
  readonly resident: Resident
  /** Left out: the finding is exact. */
  readonly limited?: Limited | undefined
}

/** The engines, wherever they run: questions in, findings out. */
export interface Engines {
  /** The newest data that questions are answered from. Waits only while there is none yet. */
  resident(): Promise<Resident>
  /**
   * @param options.signal aborts when whoever asked has left: then the question is dropped or halted
   * @throws Busy when too many wait, or when the question was not answered in time
   * @throws the signal's reason when it aborts
   */
  ask<K extends Kind>(question: Question<K>, options?: { readonly signal?: AbortSignal | undefined }): Promise<Found<K>>
  /** Ends all threads; what is still asked is refused. */
  close(): Promise<void>
}
