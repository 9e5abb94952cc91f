import { join } from 'node:path'
import { type MessagePort, Worker } from 'node:worker_threads'
import type { Answer } from '../findings/find-within.ts'
import type { Question } from '../findings/question.ts'
import type { FromWorker, ToWorker, WorkerStart } from './messages.ts'

/** A thread with an engine. It is asked one question at a time. */
export interface EngineWorker {
  /** @param milliseconds that there are for it @throws WorkerGone when the thread ends before it answers; any other error is one of the question alone */
  ask(number: number, question: Question, milliseconds: number): Promise<Answered>
  /** Lets the question with this number end soon. */
  halt(number: number): void
  /** From now on editions come from here; until the first one it answers from what it has. */
  follow(port: MessagePort): void
  /** Ends the thread, whatever it does. */
  end(): Promise<void>
  /** Resolves when the thread is no more, whoever ended it. */
  readonly gone: Promise<void>
}

/** A finding, and the label of the edition it was found in. */
export interface Answered {
  readonly answer: Answer
  readonly label: number
}

/** The thread ended with a question unanswered, or before its engine stood. */
export class WorkerGone extends Error {
  override readonly name = 'WorkerGone'
}

/** `port`: where editions come from. */
export type StartWorker = (port: MessagePort, signal: AbortSignal) => Promise<EngineWorker>

const engineFile = join(import.meta.dirname, 'engine-worker.ts')

/**
 * Starts a thread and waits until it has read its first edition.
 * @param file what the thread runs; only tests give another
 * @throws WorkerGone when it ends before that; the signal's reason when that aborts
 */
export async function startThread(port: MessagePort, signal: AbortSignal, file: string = engineFile): Promise<EngineWorker> {
  const halt = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const worker = new Worker(file, { workerData: { halt: halt.buffer } satisfies WorkerStart, env: {}, execArgv: [] })
  const talk = listenTo(worker)
  const follow = (from: MessagePort): void => worker.postMessage({ kind: 'follow', port: from } satisfies ToWorker, [from])
  const stop = (): void => void worker.terminate()
  signal.addEventListener('abort', stop, { once: true })
  try {
    signal.throwIfAborted()
    follow(port)
    await talk.ready
  } catch (error) {
    await worker.terminate()
    throw signal.aborted ? signal.reason : error
  } finally {
    signal.removeEventListener('abort', stop)
  }
  return {
    ask(number, question, milliseconds) {
      worker.postMessage({ kind: 'ask', number, question, milliseconds } satisfies ToWorker)
      return talk.answerTo(number)
    },
    halt: (number) => void Atomics.store(halt, 0, number),
    follow,
    end: async () => void (await worker.terminate()),
    gone: talk.gone,
  }
}

interface Talk {
  readonly ready: Promise<void>
  readonly gone: Promise<void>
  answerTo(number: number): Promise<Answered>
}

/** What a thread says, as promises. When it ends, all that were open are rejected. */
function listenTo(worker: Worker): Talk {
  const ready = Promise.withResolvers<void>()
  const gone = Promise.withResolvers<void>()
  const asked = new Map<number, PromiseWithResolvers<Answered>>()
  let why = 'it was ended'
  let isGone = false

  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'reads') return ready.resolve()
    const answer = asked.get(message.number)
    asked.delete(message.number)
    if (message.kind === 'found') answer?.resolve({ answer: message.answer, label: message.label })
    else answer?.reject(new Error(message.error))
  })
  worker.on('error', (error: unknown) => {
    why = error instanceof Error ? String(error.stack) : String(error)
  })
  worker.on('exit', () => {
    isGone = true
    const error = new WorkerGone(`The thread of an engine is gone: ${why}`)
    ready.reject(error)
    for (const answer of asked.values()) answer.reject(error)
    gone.resolve()
  })
  // Whoever starts the thread hears of it; without them it would count as nobody's error.
  ready.promise.catch(() => {})
  return {
    ready: ready.promise,
    gone: gone.promise,
    answerTo(number) {
      if (isGone) return Promise.reject(new WorkerGone(`The thread of an engine is gone: ${why}`))
      const answer = Promise.withResolvers<Answered>()
      asked.set(number, answer)
      return answer.promise
    },
  }
}
