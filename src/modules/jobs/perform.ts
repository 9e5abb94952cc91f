import type { Clock, Database, Log, QueuedPart } from '../../platform/index.ts'
import type { JobKind, JobResult, OpenPart } from './job.ts'
import { jobStore as store } from './job-store.ts'

export interface PerformParts {
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  readonly kinds: ReadonlyMap<string, JobKind>
}

/** A part that waits for its next try is offered anew after this time at the latest, should its queue have lost it. */
export const offeredAgainMs = 30 * 60_000
const longestReason = 500

/** Why a try failed, as an operator reads it. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return text.slice(0, longestReason)
}

/**
 * Does one part that was begun, and writes down that it is done. Whatever is thrown by the work is thrown on, after it was written down.
 * @returns whether it was done here, and not by another process meanwhile
 */
export async function perform(
  parts: PerformParts,
  open: OpenPart,
  attempt: { readonly signal: AbortSignal; readonly isLast: boolean; readonly nextAt?: number },
): Promise<boolean> {
  const { db, clock, log } = parts
  const named: QueuedPart = { run: open.run, part: open.part }
  let isDone = false
  const doOnce = (effects: (inside: Database) => Promise<JobResult>): Promise<boolean> =>
    db.transaction(async (inside) => {
      // First: whoever comes second waits here, and then finds that there is nothing to do.
      if (!(await store.finish(inside, named, {}, clock.now()))) return false
      await store.keepResult(inside, named, await effects(inside))
      await store.closeRun(inside, named.run, clock.now())
      return true
    })
  try {
    const kind = parts.kinds.get(open.kind)
    if (!kind) throw new Error(`There is no work called ${open.kind}: an older program opened it, or a newer one.`)
    let wasAsked = false
    const result = await kind.work(kind.payload.parse(open.payload), {
      slot: open.slot,
      signal: attempt.signal,
      async once(effects) {
        wasAsked = true
        isDone = await doOnce(effects)
        return isDone
      },
    })
    if (!wasAsked) isDone = await doOnce(async () => result)
    return isDone
  } catch (error) {
    const now = clock.now()
    const reason = reasonOf(error)
    // Told to stop: that is no fault of the work.
    const forGood = attempt.isLast && !attempt.signal.aborted
    if (forGood) log.error('a part of batch work was given up: see `schakel jobs failed`', { kind: open.kind, error: reason })
    await store.setBack(db, named, { reason, forGood, now, nextAt: attempt.nextAt ?? now + offeredAgainMs })
    throw error
  }
}
