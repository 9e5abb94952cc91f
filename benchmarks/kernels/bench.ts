import { Worker } from 'node:worker_threads'
import type { Built, WorkerMessage, WorkerRun, WorkerTask } from './bench-worker.ts'
import type { Timed } from './measure.ts'
import type { Outcome } from './results.ts'
import type { Kernel } from './table.ts'

const heapMb = 16_000

export interface Run {
  readonly outcome: Outcome
  readonly rssMb: number
  readonly profile: readonly string[]
}

/** A world and an engine in a thread of their own, which is ended and begun anew when an answer takes too long. */
export class Bench {
  readonly built: Built
  #worker: Worker
  readonly #script: URL
  readonly #task: WorkerTask

  private constructor(script: URL, task: WorkerTask, worker: Worker, built: Built) {
    this.#script = script
    this.#task = task
    this.#worker = worker
    this.built = built
  }

  /** @returns why not, where the world cannot be made here */
  static async start(script: URL, task: WorkerTask): Promise<Bench | string> {
    const { worker, first } = await begin(script, task)
    if (first.is === 'built') return new Bench(script, task, worker, first.built)
    await worker.terminate()
    return first.is === 'absent' ? first.why : first.is
  }

  /** Asks one kernel until it has its samples or its time is spent. Answers that take too long are cut off and count as that long. */
  async run(kernel: Kernel): Promise<Run> {
    const { budgetMs, answerMs } = this.#task.limits
    const samples: Timed[] = []
    let spentMs = 0
    let warm = true
    for (;;) {
      const part = await this.#ask({ kernel: kernel.name, from: samples.length, warm, budgetMs: budgetMs - spentMs }, (timed) => {
        samples.push(timed)
        spentMs += timed.ms
      })
      if (part.is === 'done') return { outcome: { kernel, samples }, rssMb: part.rssMb, profile: part.profile ?? [] }
      await this.#again()
      if (part.is === 'failed') return { outcome: { kernel, samples, failed: part.why }, rssMb: 0, profile: [] }
      if (part.warming) warm = false
      else samples.push({ ms: answerMs, cpuMs: part.cpuMs, cut: true, counts: {} })
      spentMs += answerMs
      if (spentMs >= budgetMs) return { outcome: { kernel, samples }, rssMb: 0, profile: [] }
    }
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  async #again(): Promise<void> {
    await this.end()
    this.#worker = (await begin(this.#script, this.#task)).worker
  }

  async #ask(run: WorkerRun, onSample: (timed: Timed) => void): Promise<Ended> {
    return new Promise((resolve) => {
      const { answerMs } = this.#task.limits
      let warming = run.warm
      let timer: NodeJS.Timeout
      const settle = (ended: Ended): void => {
        clearTimeout(timer)
        this.#worker.off('error', onError)
        this.#worker.off('message', onMessage)
        resolve(ended)
      }
      const onError = (error: Error): void => settle({ is: 'failed', why: error.message })
      const onMessage = (message: WorkerMessage): void => {
        clearTimeout(timer)
        // Between two answers nothing but making a person happens; a pool takes as long as it takes.
        if (message.is === 'asked') {
          const from = process.cpuUsage()
          const cpuMs = (): number => {
            const { user, system } = process.cpuUsage(from)
            return (user + system) / 1000
          }
          timer = setTimeout(() => settle({ is: 'cut', warming, cpuMs: cpuMs() }), answerMs)
        }
        if (message.is === 'warm') warming = false
        if (message.is === 'sample') onSample(message.timed)
        if (message.is === 'done' || message.is === 'failed') settle(message)
      }
      this.#worker.on('error', onError)
      this.#worker.on('message', onMessage)
      this.#worker.postMessage(run)
    })
  }
}

type Ended = Extract<WorkerMessage, { is: 'done' | 'failed' }> | Cut

interface Cut {
  readonly is: 'cut'
  readonly warming: boolean
  /** Processor time until then. */
  readonly cpuMs: number
}

async function begin(script: URL, task: WorkerTask): Promise<{ readonly worker: Worker; readonly first: WorkerMessage }> {
  const worker = new Worker(script, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: heapMb } })
  const first = await new Promise<WorkerMessage>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  return { worker, first }
}
