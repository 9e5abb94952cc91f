import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type MessagePort, Worker } from 'node:worker_threads'
import type { WorldChanges } from '../../../engine/editions/index.ts'
import type { EngineRows, Moment } from '../../matching/index.ts'
import type { SnapshotPlace } from '../snapshots/keeper-snapshots.ts'
import { inParts } from './changes-in-parts.ts'
import { handOver } from './hand-over.ts'
import type { FoundParts, FromKeeper, ToKeeper } from './messages.ts'

/** The thread that keeps editions. */
export interface Keeper {
  /** What it found in snapshots; undefined where it was built of rows alone. */
  readonly found: FoundParts | undefined
  /** Whoever holds the other end gets the edition that stands, whole, and each one after it. */
  connect(port: MessagePort): void
  /** Resolves when an edition with these changes was sent to all readers. @throws Error when the thread ends before that */
  change(changes: WorldChanges, label: number): Promise<void>
  /** Writes snapshots of the edition that stands. @throws Error when they cannot be written, or the thread ends before that */
  save(place: SnapshotPlace, of: Moment): Promise<void>
  end(): Promise<void>
  /** Resolves when the thread is no more, whoever ended it. */
  readonly gone: Promise<void>
}

export interface KeeperStart {
  readonly rows: EngineRows
  readonly label: number
  /** Where snapshots may be; left out: built of rows alone. */
  readonly place?: SnapshotPlace | undefined
}

export type StartKeeper = (start: KeeperStart, signal: AbortSignal) => Promise<Keeper>

const keeperFile = join(import.meta.dirname, 'keeper-worker.ts')

/**
 * Starts the thread, lets it look for snapshots, hands it the rows of what it did not find, and waits until its first edition stands.
 * @throws Error when it ends before that; the signal's reason when that aborts
 */
export async function startKeeper({ rows, label, place }: KeeperStart, signal: AbortSignal): Promise<Keeper> {
  const worker = new Worker(keeperFile, { env: {}, execArgv: [] })
  const talk = listenTo(worker)
  const send = (message: ToKeeper): void => worker.postMessage(message)
  const stop = (): void => void worker.terminate()
  signal.addEventListener('abort', stop, { once: true })
  let found: FoundParts | undefined
  try {
    signal.throwIfAborted()
    if (place) {
      const opened = talk.next('opened')
      send({ kind: 'open', place })
      found = (await opened).found
    }
    await Promise.all([handOver(rows, { label, found }, send, signal), talk.published(label)])
  } catch (error) {
    await worker.terminate()
    throw signal.aborted ? signal.reason : error
  } finally {
    signal.removeEventListener('abort', stop)
  }
  return {
    found,
    connect: (port) => worker.postMessage({ kind: 'reader', port } satisfies ToKeeper, [port]),
    async change(changes, next) {
      const published = talk.published(next)
      // It may be gone before all is sent; who waits below hears of it.
      published.catch(() => {})
      for (const part of inParts(changes)) {
        send({ kind: 'part', changes: part })
        await nextTurn()
      }
      send({ kind: 'change', label: next })
      await published
    },
    async save(where, of) {
      const saved = talk.next('saved')
      send({ kind: 'save', place: where, of })
      const { error } = await saved
      if (error !== undefined) throw new Error(error)
    },
    end: async () => void (await worker.terminate()),
    gone: talk.gone,
  }
}

type Said<Kind extends FromKeeper['kind']> = Extract<FromKeeper, { readonly kind: Kind }>

interface Talk {
  readonly gone: Promise<void>
  published(label: number): Promise<void>
  /** The next message of this kind. */
  next<Kind extends 'opened' | 'saved'>(kind: Kind): Promise<Said<Kind>>
}

/** What the thread says, as promises. When it ends, all that were open are rejected. */
function listenTo(worker: Worker): Talk {
  const gone = Promise.withResolvers<void>()
  const waiting = new Map<number | string, PromiseWithResolvers<unknown>>()
  let why = 'it was ended'
  let isGone = false
  const goneError = (): Error => new Error(`The thread that keeps editions is gone: ${why}`)
  const wait = (key: number | string): Promise<unknown> => {
    if (isGone) return Promise.reject(goneError())
    const one = waiting.get(key) ?? Promise.withResolvers<unknown>()
    waiting.set(key, one)
    return one.promise
  }

  worker.on('message', (message: FromKeeper) => {
    const key = message.kind === 'published' ? message.label : message.kind
    waiting.get(key)?.resolve(message)
    waiting.delete(key)
  })
  worker.on('error', (error: unknown) => {
    why = error instanceof Error ? String(error.stack) : String(error)
  })
  worker.on('exit', () => {
    isGone = true
    for (const one of waiting.values()) one.reject(goneError())
    gone.resolve()
  })
  return {
    gone: gone.promise,
    published: async (label) => void (await wait(label)),
    next: (kind) => wait(kind) as Promise<Said<typeof kind>>,
  }
}
