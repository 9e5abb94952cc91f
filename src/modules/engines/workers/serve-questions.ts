/** What runs inside a thread that answers. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { EditionReader } from '../../../engine/editions/index.ts'
import type { findWithin } from '../findings/find-within.ts'
import { type HeldEngine, holdReading } from '../findings/held-engine.ts'
import type { Question } from '../findings/question.ts'
import type { FromWorker, Published, ToWorker, WorkerStart } from './messages.ts'

/** Reads editions as they come, and answers questions in the order in which they come, each from the edition that stands. */
export function serveQuestions(answer: typeof findWithin): void {
  const parent = parentPort
  if (!parent) throw new Error('questions are served in a worker thread only')
  const halt = new Int32Array((workerData as WorkerStart).halt)
  const send = (message: FromWorker): void => parent.postMessage(message)
  let following: MessagePort | undefined
  let reader: EditionReader | undefined
  let held: HeldEngine | undefined
  let label = 0
  let serving = 0
  const isHalted = (): boolean => Atomics.load(halt, 0) === serving

  function read({ edition, label: ofEdition }: Published): void {
    if (edition.follows === undefined) reader = new EditionReader(edition)
    else reader?.take(edition)
    held = reader && holdReading(reader.reading)
    label = ofEdition
    send({ kind: 'reads', label })
  }

  function serve(number: number, question: Question, milliseconds: number): void {
    if (!held) throw new Error('a question came before the first edition')
    serving = number
    try {
      const patience = { isHalted, milliseconds, now: () => performance.now() }
      send({ kind: 'found', number, label, answer: answer(held, question, patience) })
    } catch (error) {
      send({ kind: 'failed', number, error: error instanceof Error ? String(error.stack) : String(error) })
    }
  }

  parent.on('message', (message: ToWorker) => {
    switch (message.kind) {
      case 'follow':
        following?.close()
        following = message.port
        following.on('message', read)
        // The keeper is gone before it sent anything: this thread would wait for ever, and another one is started.
        following.on('close', () => {
          if (!reader && following === message.port) process.exit(1)
        })
        break
      case 'ask':
        serve(message.number, message.question, message.milliseconds)
        break
    }
  })
}
