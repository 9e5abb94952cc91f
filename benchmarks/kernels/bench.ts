import { Worker } from 'node:worker_threads'
import type { Built, WorkerMessage, WorkerTask } from './bench-worker.ts'
import type { Timed } from './measure.ts'
import type { Outcome } from './results.ts'
import type { Kernel } from './table.ts'

/** An answer may still come in after the last sample began. */
const graceMs = 30_000
const heapMb = 16_000

export interface Run {
  readonly outcome: Outcome
  readonly rssMb: number
  readonly profile: readonly string[]
  /** The thread had to be ended. */
  readonly ended: boolean
}

/** A world and an engine in a thread. */
export class Bench {
  readonly built: Built
  readonly #worker: Worker

  private constructor(worker: Worker, built: Built) {
    this.#worker = worker
    this.built = built
  }

  /** @returns undefined where the world cannot be made here; that was said */
  static async start(script: URL, task: WorkerTask): Promise<Bench | undefined> {
    const worker = new Worker(script, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    })
    const first = await new Promise<WorkerMessage>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
    })
    if (first.is === 'built') return new Bench(worker, first.built)
    console.log(first.is === 'absent' ? first.why : first.is)
    await worker.terminate()
    return undefined
  }

  async run(kernel: Kernel, budgetMs: number): Promise<Run> {
    const samples: Timed[] = []
    return new Promise((resolve) => {
      const settle = async (run: Omit<Run, 'outcome'>, stopped?: string): Promise<void> => {
        clearTimeout(timer)
        this.#worker.off('error', onError)
        this.#worker.off('message', onMessage)
        if (run.ended) await this.end()
        resolve({ ...run, outcome: { kernel, samples, ...(stopped === undefined ? {} : { stopped }) } })
      }
      const onError = (error: Error): Promise<void> => settle(lost, error.message)
      const onMessage = (message: WorkerMessage): void => {
        if (message.is === 'sample') samples.push(message.timed)
        if (message.is === 'failed') settle(lost, message.why)
        if (message.is === 'done') settle({ rssMb: message.rssMb, profile: message.profile ?? [], ended: false })
      }
      const timer = setTimeout(() => settle(lost, 'cut off'), budgetMs * 1.1 + graceMs)
      this.#worker.on('error', onError)
      this.#worker.on('message', onMessage)
      this.#worker.postMessage(kernel.name)
    })
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }
}

/** Of a thread that is gone nothing more is known. */
const lost = { rssMb: 0, profile: [], ended: true }
