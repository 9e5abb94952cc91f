import type { MessagePort } from 'node:worker_threads'
import type { Log } from '../../../platform/index.ts'
import { Retries } from './retries.ts'
import type { EngineWorker, StartWorker } from './start-thread.ts'

/** A thread that answers. */
export interface Member {
  readonly worker: EngineWorker
  isBusy: boolean
}

export interface CrewParts {
  readonly size: number
  readonly start: StartWorker
  /** Where a thread gets its editions from; undefined while there are none. */
  readonly connect: () => MessagePort | undefined
  readonly log: Log
  /** Called when a thread was added. */
  readonly onFree: () => void
}

/** Keeps so many threads at work. One that falls away is replaced. One is started at a time. */
export class Crew {
  readonly #members = new Set<Member>()
  readonly #parts: CrewParts
  readonly #closing = new AbortController()
  readonly #retries = new Retries()
  #starting: Promise<void> | undefined
  /** Counts where editions came from: a thread that was being started meanwhile must hear of it too. */
  #connection = 0

  constructor(parts: CrewParts) {
    this.#parts = parts
  }

  get size(): number {
    return this.#members.size
  }

  /** A thread that is free. */
  idle(): Member | undefined {
    for (const member of this.#members) if (!member.isBusy) return member
    return undefined
  }

  /** Editions come from elsewhere now. Threads that are missing are started. */
  reconnect(): void {
    this.#connection++
    for (const { worker } of this.#members) this.#connect(worker)
    this.#retries.reset()
    this.#tend()
  }

  /** Its thread is gone. */
  lost(member: Member): void {
    if (this.#members.delete(member)) this.#tend()
  }

  async close(): Promise<void> {
    this.#closing.abort(new Error('the engines are being closed'))
    this.#retries.reset()
    await this.#starting
    await Promise.all([...this.#members].map(({ worker }) => worker.end()))
  }

  #connect(worker: EngineWorker): void {
    const port = this.#parts.connect()
    if (port) worker.follow(port)
  }

  #tend(): void {
    if (this.#members.size >= this.#parts.size || this.#starting || this.#retries.isPausing || this.#closing.signal.aborted)
      return
    const port = this.#parts.connect()
    if (!port) return
    this.#starting = this.#start(port).finally(() => {
      this.#starting = undefined
      this.#tend()
    })
  }

  async #start(port: MessagePort): Promise<void> {
    const connection = this.#connection
    try {
      const worker = await this.#parts.start(port, this.#closing.signal)
      if (this.#closing.signal.aborted) return await worker.end()
      if (connection !== this.#connection) this.#connect(worker)
      this.#retries.reset()
      const member = { worker, isBusy: false }
      this.#members.add(member)
      worker.gone.then(() => this.lost(member))
      this.#parts.onFree()
    } catch (error) {
      if (this.#closing.signal.aborted) return
      this.#parts.log.error('an engine could not be started', {
        error: error instanceof Error ? String(error.stack) : String(error),
      })
      this.#retries.after(() => this.#tend())
    }
  }
}
