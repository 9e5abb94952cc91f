import type { Database, DatabasePlace } from './database.ts'
import type { Log } from './outside.ts'

/** A part of a run of batch work, as a queue carries it: its name only. What is to be done stands in the record. */
export interface QueuedPart {
  readonly run: string
  readonly part: number
}

/** Work of many minutes has a line of its own: nothing quick waits behind it. */
export type Lane = 'quick' | 'slow'

/** One try of a part, in one process. */
export interface Try {
  /** Aborts when this process stops, or when the queue took the part away from it. */
  readonly signal: AbortSignal
  /** There is no try after this one. */
  readonly isLast: boolean
}

/** Hands parts of batch work to processes: each to one at a time, again when a try fails or its process ends, and no more after some tries. */
export interface JobQueue {
  /** Puts parts in, in the transaction of whoever opens them: both, or neither. */
  put(inside: Database, parts: readonly QueuedPart[], lane: Lane): Promise<void>
  /**
   * Takes parts until stopped, so many quick ones at once and one slow one beside them. An error of `work` gives the part back.
   * @param givenUp is told parts that every process which took them died of
   */
  take(
    work: (part: QueuedPart, attempt: Try) => Promise<void>,
    options: { readonly atOnce: number; readonly givenUp: (part: QueuedPart) => Promise<void> },
  ): Promise<void>
  /** Takes no more; waits `patienceMs` for what runs, and gives back the rest. */
  stop(patienceMs: number): Promise<void>
}

/** How long it takes until others notice, and how often is tried again. Tests are in more of a hurry. */
export interface QueuePace {
  /** A process that was silent for so long is taken for dead, and its parts go to others. Seconds, at least 10. */
  readonly silentSeconds: number
  /** How often is looked for such. Seconds. */
  readonly lookSeconds: number
  /** The first wait after a failed try; each next one is twice as long. Seconds. */
  readonly againSeconds: number
  readonly mostTries: number
}

export const queuePace: QueuePace = { silentSeconds: 16, lookSeconds: 5, againSeconds: 3, mostTries: 8 }

/** The queue of a PostgreSQL. Its code is loaded only where there is one. */
export async function openJobQueue(
  place: DatabasePlace & { readonly kind: 'postgresql' },
  log: Log,
  pace: QueuePace = queuePace,
): Promise<JobQueue> {
  const { openBossQueue } = await import('./boss-queue.ts')
  return openBossQueue(place, log, pace)
}
