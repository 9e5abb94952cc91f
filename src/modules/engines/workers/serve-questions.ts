/** What runs inside a worker thread. */
import { parentPort, workerData } from 'node:worker_threads'
import type { find } from '../findings/find.ts'
import { type HeldEngine, haltable, holdEngine } from '../findings/held-engine.ts'
import type { Question } from '../findings/question.ts'
import { TakenOver } from './hand-over.ts'
import type { FromWorker, ToWorker, WorkerStart } from './messages.ts'

/** Builds an engine of the rows that come in, takes in the people, says so, then answers questions in the order in which they come. */
export function serveQuestions(answer: typeof find): void {
  const port = parentPort
  if (!port) throw new Error('questions are served in a worker thread only')
  const halt = new Int32Array((workerData as WorkerStart).halt)
  const send = (message: FromWorker): void => port.postMessage(message)
  let rows: TakenOver | undefined = new TakenOver()
  let held: HeldEngine | undefined
  let serving = 0
  // The same for every question: an engine whose kernels look by themselves can be given it when it is built.
  const isHalted = (): boolean => Atomics.load(halt, 0) === serving

  function serve(number: number, question: Question): void {
    if (!held) throw new Error('a question came before the engine was built')
    serving = number
    try {
      send({ kind: 'found', number, finding: answer(held, question) })
    } catch (error) {
      send({ kind: 'failed', number, error: error instanceof Error ? String(error.stack) : String(error) })
    }
  }

  port.on('message', (message: ToWorker) => {
    switch (message.kind) {
      case 'rows':
        rows?.add(message.rows)
        break
      case 'build':
        held = rows && haltable(holdEngine(rows.world(message.settings)), isHalted)
        // What the engine does not keep of them can go.
        rows = undefined
        send({ kind: 'built' })
        break
      case 'people':
        held?.pool.add(message.people)
        break
      case 'counted':
        held?.pool.done()
        send({ kind: 'ready' })
        break
      case 'ask':
        serve(message.number, message.question)
        break
    }
  })
}
