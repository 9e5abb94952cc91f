import type { OpenPart } from './job.ts'
import { jobStore as store } from './job-store.ts'
import { type PerformParts, perform } from './perform.ts'

const lookEveryMs = 5000
const mostTries = 8
const firstWaitMs = 5000
const mostWaitMs = 600_000
/** A part that was begun and of which nothing is heard: this process ended in between, and the next one begins it anew. */
const begunMs = 4 * 3_600_000

/**
 * Takes parts in the one process that an embedded record has: one after the other, the same work and the same rows as with a queue. What an earlier
 * process began waits no longer: nobody else can be at it.
 */
export function own(parts: PerformParts, by: string): { stop(patienceMs: number): Promise<void> } {
  const { db, clock, log } = parts
  const stopping = new AbortController()
  let isStopping = false
  let busy: Promise<void> | undefined

  async function turn(): Promise<void> {
    while (!isStopping) {
      const now = clock.now()
      const open = await store.takeNext(db, by, now, now + begunMs)
      if (!open) return
      await perform(parts, open, tryOf(open, stopping.signal, now)).catch((error: unknown) => {
        if (!stopping.signal.aborted) log.warn('a part of batch work failed', { kind: open.kind, error: String(error) })
      })
    }
  }

  const released = store.releaseBegun(db, by, clock.now())
  const timer = setInterval(() => {
    busy ??= released
      .then(turn)
      .catch((error: unknown) => log.error('taking batch work failed', { error: String(error) }))
      .finally(() => {
        busy = undefined
      })
  }, lookEveryMs)
  timer.unref()
  return {
    async stop(patienceMs) {
      isStopping = true
      clearInterval(timer)
      const end = setTimeout(() => stopping.abort(new Error('this process stops')), patienceMs)
      await busy
      clearTimeout(end)
    },
  }
}

function tryOf({ attempts }: OpenPart, signal: AbortSignal, now: number) {
  const waitMs = Math.min(mostWaitMs, firstWaitMs * 2 ** (attempts - 1))
  return { signal, isLast: attempts >= mostTries, nextAt: now + waitMs }
}
