import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { EngineRows } from '../../matching/index.ts'
import type { Question } from '../findings/question.ts'
import { handOver, handOverPeople } from './hand-over.ts'
import type { FromWorker, ToWorker, WorkerStart } from './messages.ts'

/** A thread with a built engine. It is asked one question at a time. */
export interface EngineWorker {
  /** @throws WorkerGone when the thread ends before it answers; any other error is one of the question alone */
  ask(number: number, question: Question): Promise<unknown>
  /** Lets the question with this number end soon. */
  halt(number: number): void
  /** Ends the thread, whatever it does. */
  end(): Promise<void>
  /** Resolves when the thread is no more, whoever ended it. */
  readonly gone: Promise<void>
}

/** The thread ended with a question unanswered, or before its engine stood. */
export class WorkerGone extends Error {
  override readonly name = 'WorkerGone'
}

export type StartWorker = (rows: EngineRows, signal: AbortSignal) => Promise<EngineWorker>

const engineFile = join(import.meta.dirname, 'engine-worker.ts')

/**
 * Starts a thread, hands it the rows, and waits until its engine stands and the people are in it.
 * @param file what the thread runs; only tests give another
 * @throws WorkerGone when it ends before that; the signal's reason when that aborts
 */
export async function startThread(rows: EngineRows, signal: AbortSignal, file: string = engineFile): Promise<EngineWorker> {
  const halt = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const worker = new Worker(file, { workerData: { halt: halt.buffer } satisfies WorkerStart, env: {}, execArgv: [] })
  const talk = listenTo(worker)
  const stop = (): void => void worker.terminate()
  signal.addEventListener('abort', stop, { once: true })
  try {
    signal.throwIfAborted()
    const send = (message: ToWorker): void => worker.postMessage(message)
    await Promise.all([handOver(rows, send, signal), talk.built])
    await Promise.all([handOverPeople(rows.people, send, signal), talk.ready])
  } catch (error) {
    await worker.terminate()
    throw signal.aborted ? signal.reason : error
  } finally {
    signal.removeEventListener('abort', stop)
  }
  return {
    ask(number, question) {
      worker.postMessage({ kind: 'ask', number, question } satisfies ToWorker)
      return talk.answerTo(number)
    },
    halt: (number) => void Atomics.store(halt, 0, number),
    end: async () => void (await worker.terminate()),
    gone: talk.gone,
  }
}

interface Talk {
  readonly built: Promise<void>
  readonly ready: Promise<void>
  readonly gone: Promise<void>
  answerTo(number: number): Promise<unknown>
}

/** What a thread says, as promises. When it ends, all that were open are rejected. */
function listenTo(worker: Worker): Talk {
  const built = Promise.withResolvers<void>()
  const ready = Promise.withResolvers<void>()
  const gone = Promise.withResolvers<void>()
  const asked = new Map<number, PromiseWithResolvers<unknown>>()
  let why = 'it was ended'
  let isGone = false

  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'built') return built.resolve()
    if (message.kind === 'ready') return ready.resolve()
    const answer = asked.get(message.number)
    asked.delete(message.number)
    if (message.kind === 'found') answer?.resolve(message.finding)
    else answer?.reject(new Error(message.error))
  })
  worker.on('error', (error: unknown) => {
    why = error instanceof Error ? String(error.stack) : String(error)
  })
  worker.on('exit', () => {
    isGone = true
    const error = new WorkerGone(`The thread of an engine is gone: ${why}`)
    built.reject(error)
    ready.reject(error)
    for (const answer of asked.values()) answer.reject(error)
    gone.resolve()
  })
  // Whoever starts the thread hears of it; without them it would count as nobody's error.
  built.promise.catch(() => {})
  ready.promise.catch(() => {})
  return {
    built: built.promise,
    ready: ready.promise,
    gone: gone.promise,
    answerTo(number) {
      if (isGone) return Promise.reject(new WorkerGone(`The thread of an engine is gone: ${why}`))
      const answer = Promise.withResolvers<unknown>()
      asked.set(number, answer)
      return answer.promise
    },
  }
}
