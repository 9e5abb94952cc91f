import { join } from 'node:path'
import { type MessagePort, Worker } from 'node:worker_threads'
import type { WorldChanges } from '../../../engine/editions/index.ts'
import type { EngineRows } from '../../matching/index.ts'
import { handOver } from './hand-over.ts'
import type { FromKeeper, ToKeeper } from './messages.ts'

/** The thread that keeps editions. */
export interface Keeper {
  /** Whoever holds the other end gets the edition that stands, whole, and each one after it. */
  connect(port: MessagePort): void
  /** Resolves when an edition with these changes was sent to all readers. @throws Error when the thread ends before that */
  change(changes: WorldChanges, label: number): Promise<void>
  end(): Promise<void>
  /** Resolves when the thread is no more, whoever ended it. */
  readonly gone: Promise<void>
}

export type StartKeeper = (rows: EngineRows, label: number, signal: AbortSignal) => Promise<Keeper>

const keeperFile = join(import.meta.dirname, 'keeper-worker.ts')

/**
 * Starts the thread, hands it the rows, and waits until its first edition stands.
 * @throws Error when it ends before that; the signal's reason when that aborts
 */
export async function startKeeper(rows: EngineRows, label: number, signal: AbortSignal): Promise<Keeper> {
  const worker = new Worker(keeperFile, { env: {}, execArgv: [] })
  const talk = listenTo(worker)
  const send = (message: ToKeeper): void => worker.postMessage(message)
  const stop = (): void => void worker.terminate()
  signal.addEventListener('abort', stop, { once: true })
  try {
    signal.throwIfAborted()
    await Promise.all([handOver(rows, label, send, signal), talk.published(label)])
  } catch (error) {
    await worker.terminate()
    throw signal.aborted ? signal.reason : error
  } finally {
    signal.removeEventListener('abort', stop)
  }
  return {
    connect: (port) => worker.postMessage({ kind: 'reader', port } satisfies ToKeeper, [port]),
    change(changes, next) {
      send({ kind: 'change', changes, label: next })
      return talk.published(next)
    },
    end: async () => void (await worker.terminate()),
    gone: talk.gone,
  }
}

function listenTo(worker: Worker): { readonly gone: Promise<void>; published(label: number): Promise<void> } {
  const gone = Promise.withResolvers<void>()
  const waiting = new Map<number, PromiseWithResolvers<void>>()
  let why = 'it was ended'
  let isGone = false
  const goneError = (): Error => new Error(`The thread that keeps editions is gone: ${why}`)

  worker.on('message', ({ label }: FromKeeper) => {
    waiting.get(label)?.resolve()
    waiting.delete(label)
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
    published(label) {
      if (isGone) return Promise.reject(goneError())
      const one = Promise.withResolvers<void>()
      waiting.set(label, one)
      return one.promise
    },
  }
}
