import type { z } from 'zod'
import type { Database } from '../../platform/index.ts'

/** One kind of batch work. What it does may be begun twice and must be there once: see the README. */
export interface JobKind<Payload = unknown> {
  readonly name: string
  /** What a part is told: ranges and ids of public records, never anything about people. */
  readonly payload: z.ZodType<Payload>
  /** A part takes many minutes: one at a time in a process, beside what is quick. */
  readonly isSlow?: boolean
  /**
   * The turn that is due at this moment (milliseconds since 1970): the same text until the next one is. Undefined: it has no turns of its own and is opened
   * by somebody else.
   */
  readonly slotAt?: (now: number) => string | undefined
  /** What a turn is made of. Undefined: not now, ask again. No parts: there is nothing to do in it. */
  opening(slot: string): Promise<Opening<Payload> | undefined>
  /** Does one part. An error gives it back to be tried again. @returns counts that an operator may see */
  work(payload: Payload, at: AtWork): Promise<JobResult>
}

export interface Opening<Payload> {
  readonly parts: readonly Payload[]
  /** Done in the transaction that opens the turn. False: another process was first, and the turn is not opened. */
  take?(inside: Database): Promise<boolean>
}

export type JobResult = Readonly<Record<string, number | string>>

export interface AtWork {
  readonly slot: string
  /** Aborts when the process stops or the part was given to another. */
  readonly signal: AbortSignal
  /**
   * Writes effects and that the part is done in one transaction: they are there once, whoever tried before.
   * @returns false when another process was first; then nothing was written
   */
  once(effects: (inside: Database) => Promise<JobResult>): Promise<boolean>
}

/** A turn, and how far it is. Moments are milliseconds since 1970. */
export interface JobRun {
  readonly id: string
  readonly kind: string
  readonly slot: string
  readonly parts: number
  readonly done: number
  readonly failed: number
  readonly openedAt: number
  readonly doneAt?: number
}

export interface FailedPart {
  readonly run: string
  readonly part: number
  readonly kind: string
  readonly slot: string
  readonly attempts: number
  readonly reason: string
  readonly failedAt: number
}

/** A process that takes parts. */
export interface JobWorker {
  readonly id: string
  readonly host: string
  readonly process: number
  readonly version: string
  readonly startedAt: number
  readonly seenAt: number
}

/** What a queue hands over, found in the record. */
export interface OpenPart {
  readonly run: string
  readonly part: number
  readonly kind: string
  readonly slot: string
  readonly payload: unknown
  readonly attempts: number
}
