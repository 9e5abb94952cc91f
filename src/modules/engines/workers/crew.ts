import type { Log } from '../../../platform/index.ts'
import type { Resident } from '../../matching/index.ts'
import type { EngineWorker, StartWorker } from './start-thread.ts'

/** A worker, and the data its engine was built from. */
export interface Member {
  readonly worker: EngineWorker
  readonly resident: Resident
  isBusy: boolean
  /** It ends after its question: a newer one has its place. */
  isRetiring: boolean
}

/** After a start that failed, so long; twice as long each time, up to the most. */
const firstPauseMs = 500
const longestPauseMs = 30_000

/**
 * Keeps so many workers at work on the newest data. One is built at a time, beside those that answer: only when its engine stands
 * does it take the place of an older one. A worker that falls away is replaced in the same way.
 */
export class Crew {
  readonly #members = new Set<Member>()
  readonly #parts: CrewParts
  readonly #closing = new AbortController()
  #newest: Resident | undefined
  #starting: Promise<void> | undefined
  #pause: NodeJS.Timeout | undefined
  #failures = 0

  constructor(parts: CrewParts) {
    this.#parts = parts
  }

  /** From now on engines are built of this. */
  keepAt(resident: Resident): void {
    if (resident === this.#newest) return
    this.#newest = resident
    // New data may be what a start needs that failed on the old.
    this.#failures = 0
    clearTimeout(this.#pause)
    this.#pause = undefined
    this.#tend()
  }

  /** The data of the newest engine that answers. */
  get served(): Resident | undefined {
    return this.#newestFirst().at(0)?.resident
  }

  /** A worker that is free; of several the one with the newest data. */
  idle(): Member | undefined {
    return this.#newestFirst().find(({ isBusy }) => !isBusy)
  }

  /** After each question. */
  free(member: Member): void {
    member.isBusy = false
    if (member.isRetiring) void member.worker.end()
  }

  /** Its thread is gone. */
  lost(member: Member): void {
    if (this.#members.delete(member)) this.#tend()
  }

  async close(): Promise<void> {
    this.#closing.abort(new Error('the engines are being closed'))
    clearTimeout(this.#pause)
    await this.#starting
    await Promise.all([...this.#members].map(({ worker }) => worker.end()))
  }

  #newestFirst(): Member[] {
    const working = [...this.#members].filter(({ isRetiring }) => !isRetiring)
    return working.sort((a, b) => Number(this.#isStale(a)) - Number(this.#isStale(b)))
  }

  #isStale({ resident }: Member): boolean {
    return resident !== this.#newest
  }

  #tend(): void {
    const working = this.#newestFirst()
    const isDone = working.length >= this.#parts.size && !working.some((member) => this.#isStale(member))
    if (isDone || !this.#newest || this.#starting || this.#pause || this.#closing.signal.aborted) return
    this.#starting = this.#start(this.#newest).finally(() => {
      this.#starting = undefined
      this.#tend()
    })
  }

  async #start(resident: Resident): Promise<void> {
    const began = performance.now()
    try {
      const worker = await this.#parts.start(resident.rows(), this.#closing.signal)
      if (this.#closing.signal.aborted) return await worker.end()
      this.#failures = 0
      this.#parts.log.info('an engine is current', { data: resident.dataVersion, ms: Math.round(performance.now() - began) })
      this.#add({ worker, resident, isBusy: false, isRetiring: false })
    } catch (error) {
      if (this.#closing.signal.aborted) return
      this.#parts.log.error('an engine could not be built', {
        error: error instanceof Error ? String(error.stack) : String(error),
      })
      const wait = Math.min(longestPauseMs, firstPauseMs * 2 ** this.#failures++)
      this.#pause = setTimeout(() => {
        this.#pause = undefined
        this.#tend()
      }, wait)
      this.#pause.unref()
    }
  }

  #add(member: Member): void {
    this.#members.add(member)
    member.worker.gone.then(() => this.lost(member))
    this.#makeRoomFor(member)
    this.#parts.onFree()
  }

  /** Where there is one too many an older one goes, of those one that is free. */
  #makeRoomFor(member: Member): void {
    const working = this.#newestFirst()
    if (working.length <= this.#parts.size) return
    const others = working.filter((one) => one !== member)
    const older = others.filter((one) => this.#isStale(one))
    const from = older.length > 0 ? older : others
    const leaving = from.find(({ isBusy }) => !isBusy) ?? from[0]
    if (!leaving) return
    leaving.isRetiring = true
    if (!leaving.isBusy) void leaving.worker.end()
  }
}

export interface CrewParts {
  readonly size: number
  readonly start: StartWorker
  readonly log: Log
  /** Called when a worker was added. */
  readonly onFree: () => void
}
