import type { Database, Progress } from '../../platform/index.ts'

/** A record that was refused. */
export interface Reject {
  /** Where it stood: `jobs.csv:17`, `programmes.json: item 3`. */
  readonly place: string
  readonly reason: string
  /** The start of what was refused. */
  readonly record: string
}

export interface ImportOptions {
  readonly progress?: Progress
  /** Stops the import between two batches; what stands is kept. */
  readonly signal?: AbortSignal
}

export interface ImportReport {
  readonly run: string
  readonly counts: Readonly<Record<string, number>>
  /** The first hundred; all of them stand in the record under the run. */
  readonly rejects: readonly Reject[]
  readonly rejected: number
  readonly message: string
}

/** What one batch did. Counts are added to those of the run. */
export interface BatchResult {
  readonly counts?: Readonly<Record<string, number>>
  readonly rejects?: readonly Reject[]
}

/** An import that runs now. */
export interface ImportRun {
  readonly id: string
  /**
   * One batch in one transaction: tells that the run lives, does the work, writes its rejects. Counted only when it stands. Then lets other
   * requests through, tells progress, and stops when that was asked.
   * @param records how many records of the source this batch covers, for progress
   * @throws Conflict when it was asked to stop, or when another process declared this run dead
   */
  batch(records: number, work: (inside: Database) => Promise<BatchResult>): Promise<void>
}

/** A run as it stands in the record. */
export interface ImportRunRow {
  readonly id: string
  readonly kind: string
  readonly source: string
  readonly startedAt: string
  readonly endedAt?: string
  readonly status: 'running' | 'done' | 'failed'
  readonly counts: Readonly<Record<string, number>>
  readonly rejected: number
  readonly message?: string
}

/** Characters of a refused record that are kept. */
export const recordStart = 300
