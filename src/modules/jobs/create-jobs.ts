import { hostname } from 'node:os'
import {
  type Clock,
  Conflict,
  type Database,
  type Ids,
  type JobQueue,
  type Lane,
  type Log,
  NotFound,
  type QueuedPart,
} from '../../platform/index.ts'
import { own } from './in-process.ts'
import type { FailedPart, JobKind, JobRun, JobWorker } from './job.ts'
import { jobStore as store } from './job-store.ts'
import { offeredAgainMs, perform } from './perform.ts'

export interface JobsParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
}

export interface WorkOptions {
  /** Hands parts to processes. Left out: this one process takes them all, as an embedded record has it. */
  readonly queue?: JobQueue | undefined
  /** So many parts at once. */
  readonly atOnce: number
  /** Of the program, for the list of workers. */
  readonly version: string
  /** How often is looked whether a turn is due. Milliseconds; left out: 10 seconds. */
  readonly lookEveryMs?: number
  /** When is looked first. Milliseconds; left out: at once. */
  readonly firstLookMs?: number | undefined
}

export interface AtWork {
  /** Takes no more, waits some seconds for what runs, and gives back the rest. */
  stop(patienceMs?: number): Promise<void>
}

/** Batch work: turns of it, opened once over all processes, and done in parts by any number of them. */
export interface Jobs {
  /** Before `work`. */
  add<Payload>(kind: JobKind<Payload>): void
  /** Opens turns that are due and takes parts, until stopped. */
  work(options: WorkOptions): Promise<AtWork>
  /** Opens a turn by name, due or not. @returns whether there was none yet. @throws NotFound when there is no such kind */
  open(kind: string, slot: string, queue?: JobQueue): Promise<boolean>
  /** For the operator, the newest first. */
  list(most?: number): Promise<readonly JobRun[]>
  failed(most?: number): Promise<readonly FailedPart[]>
  workers(): Promise<readonly JobWorker[]>
  /** A part that was given up is tried again; a worker offers it within minutes. @throws NotFound; Conflict when it did not fail */
  tryAgain(part: QueuedPart): Promise<void>
}

const listed = 50
const lookEveryMs = 10_000
const patientMs = 20_000
/** Turns that went well are kept for the list; a failed one waits longer for somebody to look. */
const keptMs = 3 * 86_400_000
const failedKeptMs = 60 * 86_400_000
const silentWorkerMs = 15 * 60_000
const mostForgotten = 1000

export function createJobs(parts: JobsParts): Jobs {
  const { db, clock, ids, log } = parts
  const kinds = new Map<string, JobKind>()

  async function open(kind: JobKind, slot: string, queue: JobQueue | undefined): Promise<boolean> {
    if (await store.isOpened(db, kind.name, slot)) return false
    const opening = await kind.opening(slot)
    if (opening === undefined) return false
    const now = clock.now()
    const run = ids.next()
    // A queue has them from now on; alone this process looks by itself.
    const nextAt = queue ? now + offeredAgainMs : now
    const openIn = async (inside: Database): Promise<boolean> => {
      if (!(await store.open(inside, { id: run, kind: kind.name, slot, now, nextAt }, opening.parts))) return false
      if (opening.take && !(await opening.take(inside))) throw new TakenByAnother()
      await queue?.put(
        inside,
        opening.parts.map((_, part) => ({ run, part })),
        laneOf(kind),
      )
      return true
    }
    return db.transaction(openIn).catch((error: unknown) => {
      if (error instanceof TakenByAnother) return false
      throw error
    })
  }

  async function openDue(queue: JobQueue | undefined): Promise<void> {
    for (const kind of kinds.values()) {
      const slot = kind.slotAt?.(clock.now())
      if (slot === undefined) continue
      await open(kind, slot, queue).catch((error: unknown) =>
        log.error('a turn of batch work could not be opened', { kind: kind.name, error: String(error) }),
      )
    }
  }

  /** What a restored record waits for, or a queue lost. */
  async function offerForgotten(queue: JobQueue): Promise<void> {
    const now = clock.now()
    const count = await db.transaction(async (inside) => {
      const forgotten = await store.takeForgotten(inside, now, now + offeredAgainMs, mostForgotten)
      for (const lane of ['quick', 'slow'] as const) {
        const parts = forgotten.filter(({ kind }) => laneOf(kinds.get(kind)) === lane)
        if (parts.length > 0)
          await queue.put(
            inside,
            parts.map(({ run, part }) => ({ run, part })),
            lane,
          )
      }
      return forgotten.length
    })
    if (count > 0) log.info('parts of batch work were offered once more', { count })
  }

  async function takeFrom(queue: JobQueue, by: string, atOnce: number): Promise<void> {
    await queue.take(
      async (part, attempt) => {
        const begun = await store.begin(db, part, by, clock.now())
        if (begun) await perform({ ...parts, kinds }, begun, attempt)
      },
      {
        atOnce,
        async givenUp(part) {
          const now = clock.now()
          const reason = 'every process that took it ended before it was done'
          await store.setBack(db, part, { reason, forGood: true, now, nextAt: now })
        },
      },
    )
  }

  return {
    add: (kind) => void kinds.set(kind.name, kind as JobKind),

    async open(name, slot, queue) {
      const kind = kinds.get(name)
      if (!kind) throw new NotFound('work', name)
      return open(kind, slot, queue)
    },

    async work({ queue, atOnce, version, lookEveryMs: everyMs = lookEveryMs, firstLookMs = 0 }) {
      const worker = { id: ids.next(), host: hostname(), process: process.pid, version, startedAt: clock.now() }
      const look = async (): Promise<void> => {
        try {
          await store.seeWorker(db, worker, clock.now())
          await openDue(queue)
          if (queue) await offerForgotten(queue)
          await store.removeOld(db, clock.now() - keptMs, clock.now() - failedKeptMs)
          await store.removeSilentWorkers(db, clock.now() - silentWorkerMs)
        } catch (error) {
          log.error('looking for batch work failed', { error: String(error) })
        }
      }
      if (firstLookMs === 0) await look()
      const looking = every(everyMs, look, firstLookMs)
      const alone = queue ? undefined : own({ ...parts, kinds }, worker.id)
      if (queue) await takeFrom(queue, worker.id, atOnce)
      return {
        async stop(patienceMs = patientMs) {
          await looking.stop()
          await alone?.stop(patienceMs)
          await queue?.stop(patienceMs)
          await store.removeWorker(db, worker.id).catch(() => {})
        },
      }
    },

    list: (most = listed) => store.list(db, most),
    failed: (most = listed) => store.listFailed(db, most),
    workers: () => store.listWorkers(db),
    async tryAgain(part) {
      if (await db.transaction((inside) => store.reopen(inside, part, clock.now()))) return
      const known = (await store.list(db, Number.MAX_SAFE_INTEGER)).some(
        ({ id, parts: count }) => id === part.run && part.part < count,
      )
      if (!known) throw new NotFound('part', `${part.run}/${part.part}`)
      throw new Conflict('This part did not fail: only one that was given up can be tried again.')
    },
  }
}

const laneOf = (kind: JobKind | undefined): Lane => (kind?.isSlow ? 'slow' : 'quick')

/** Rolls the opening of a turn back. */
class TakenByAnother extends Error {}

/** Work again and again, one turn at a time. Keeps no process alive. */
function every(milliseconds: number, work: () => Promise<void>, firstMs: number): { stop(): Promise<void> } {
  let busy: Promise<void> | undefined
  const turn = (): void => {
    busy ??= work().finally(() => {
      busy = undefined
    })
    next(milliseconds)
  }
  let timer: NodeJS.Timeout | undefined
  const next = (inMs: number): void => {
    timer = setTimeout(turn, inMs)
    timer.unref()
  }
  next(firstMs === 0 ? milliseconds : firstMs)
  return {
    async stop() {
      clearTimeout(timer)
      await busy
    },
  }
}
