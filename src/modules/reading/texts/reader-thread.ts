import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { AskedText } from './asked-text.ts'
import type { PackedReading } from './packed-readings.ts'
import type { FromReader, ReaderStart, ToReader } from './reader-messages.ts'

/** A thread that reads texts by the taxonomies it was started with. */
export interface ReaderThread {
  /** @throws Error when the thread ends before it answers, or cannot read one of the texts */
  read(asked: readonly AskedText[]): Promise<readonly (readonly PackedReading[])[]>
  end(): Promise<void>
}

interface Waiting {
  readonly done: (readings: readonly (readonly PackedReading[])[]) => void
  readonly failed: (error: Error) => void
}

/** Starts at once; what is asked before it is ready waits. It does not keep the program from ending. */
export function startReader(start: ReaderStart): ReaderThread {
  const worker = new Worker(join(import.meta.dirname, 'reader-worker.ts'), { workerData: start, env: {}, execArgv: [] })
  const waiting = new Map<number, Waiting>()
  let asked = 0
  let gone: Error | undefined
  const fail = (error: Error): void => {
    gone ??= error
    for (const { failed } of waiting.values()) failed(error)
    waiting.clear()
    worker.unref()
  }
  worker.unref()
  worker.on('error', (error) => fail(error as Error))
  worker.on('exit', () => fail(new Error('The thread that reads texts ended.')))
  worker.on('message', (message: FromReader) => {
    const one = waiting.get(message.number)
    waiting.delete(message.number)
    if (waiting.size === 0) worker.unref()
    if ('error' in message) one?.failed(new Error(message.error))
    else one?.done(message.readings)
  })
  return {
    read(texts) {
      if (gone) return Promise.reject(gone)
      const number = ++asked
      // While somebody waits for it the program goes on.
      worker.ref()
      worker.postMessage({ number, asked: texts } satisfies ToReader)
      return new Promise((done, failed) => waiting.set(number, { done, failed }))
    },
    end: async () => void (await worker.terminate()),
  }
}
