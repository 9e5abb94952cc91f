import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { WorldChanges } from '../../../engine/editions/index.ts'
import type { Log } from '../../../platform/index.ts'
import type { EngineSource, Resident, Residents } from '../../matching/index.ts'
import type { SnapshotPlace } from '../snapshots/keeper-snapshots.ts'
import { Retries } from './retries.ts'
import type { Keeper, StartKeeper } from './start-keeper.ts'

export interface KeepingParts {
  readonly residents: Residents
  readonly source: EngineSource
  readonly start: StartKeeper
  /** Where snapshots of this data lie; left out: none are kept. */
  readonly placeOf?: ((resident: Resident) => Promise<SnapshotPlace>) | undefined
  readonly log: Log
  /** Called when another keeper took over: readers must be connected to it. */
  readonly onOther: () => void
}

/** When the first index stands there is other work to do first. */
const firstSaveMs = 5_000
const saveEveryMs = 300_000

/** Answers say from which of the last so many states of the data they are: a question that takes longer is cut off long before. */
const mostRemembered = 1000

/**
 * Keeps the keeper at the newest data. What changed by name it takes in; otherwise another one is built beside it, and while that lasts readers
 * answer from what they have. One thing at a time.
 */
export class Keeping {
  readonly #parts: KeepingParts
  readonly #closing = new AbortController()
  readonly #retries = new Retries()
  readonly #first = Promise.withResolvers<void>()
  readonly #residents = new Map<number, Resident>()
  #keeper: Keeper | undefined
  /** What the keeper holds. */
  #at: Resident | undefined
  #label = 0
  #tending: Promise<void> | undefined
  /** Something went wrong with a keeper: it may have been what a snapshot holds, so the next is built of rows. */
  #isCautious = false
  /** What the snapshots hold. */
  #saved: Resident | undefined
  #saving: NodeJS.Timeout | undefined

  constructor(parts: KeepingParts) {
    this.#parts = parts
  }

  /** The data of the newest edition. */
  get served(): Resident | undefined {
    return this.#at
  }

  residentOf(label: number): Resident | undefined {
    return this.#residents.get(label)
  }

  /** Resolves when there is an edition: at once but for the first time. */
  get first(): Promise<void> {
    return this.#first.promise
  }

  /** Whether there is newer data, which is then taken in; who asks does not wait for that. */
  async look(): Promise<Resident> {
    const newest = await this.#parts.residents.current()
    if (newest !== this.#at) void this.#tend()
    return newest
  }

  /** A reader's end of a new connection. Undefined while there is no keeper. */
  connect(): MessagePort | undefined {
    if (!this.#keeper) return undefined
    const { port1, port2 } = new MessageChannel()
    this.#keeper.connect(port1)
    return port2
  }

  async close(): Promise<void> {
    this.#closing.abort(new Error('the engines are being closed'))
    this.#retries.reset()
    clearTimeout(this.#saving)
    await this.#tending
    await this.save()
    await this.#keeper?.end()
  }

  #tend(): Promise<void> {
    if (this.#closing.signal.aborted || this.#retries.isPausing) return Promise.resolve()
    this.#tending ??= this.#takeIn().finally(() => {
      this.#tending = undefined
    })
    return this.#tending
  }

  async #takeIn(): Promise<void> {
    try {
      for (
        let newest = await this.#parts.residents.current();
        newest !== this.#at;
        newest = await this.#parts.residents.current()
      ) {
        if (this.#closing.signal.aborted) return
        const changes = this.#keeper && this.#at && (await this.#parts.source.changes(this.#at, newest))
        if (this.#keeper && changes) await this.#change(this.#keeper, changes, newest)
        else await this.#build(newest)
        this.#at = newest
        this.#first.resolve()
        this.#isCautious = false
        this.#retries.reset()
        this.#saveLater(saveEveryMs)
      }
    } catch (error) {
      if (this.#closing.signal.aborted) return
      this.#parts.log.error('newer data could not be taken in', {
        error: error instanceof Error ? String(error.stack) : String(error),
      })
      this.#retries.after(() => void this.#tend())
    }
  }

  async #change(keeper: Keeper, changes: WorldChanges, newest: Resident): Promise<void> {
    try {
      await keeper.change(changes, this.#labelOf(newest))
    } catch (error) {
      // It may be half in: the next try begins anew. A record that could not be read, in contrast, costs nothing but time.
      this.#at = undefined
      this.#isCautious = true
      throw error
    }
  }

  async #build(newest: Resident): Promise<void> {
    const { log, onOther } = this.#parts
    const began = performance.now()
    const label = this.#labelOf(newest)
    const keeper = await this.#startAt(newest, label)
    const before = this.#keeper
    this.#keeper = keeper
    keeper.gone.then(() => this.#lost(keeper))
    log.info(keeper.found?.world ? 'an index is there, from a snapshot' : 'an index is built', {
      data: newest.dataVersion,
      vacancies: newest.vacancyCount,
      ms: Math.round(performance.now() - began),
    })
    this.#saveLater(firstSaveMs)
    onOther()
    void before?.end()
  }

  /** From a snapshot and what changed since, where that can be told by name; otherwise of the rows. */
  async #startAt(newest: Resident, label: number): Promise<Keeper> {
    const { source, start, placeOf, log } = this.#parts
    const { signal } = this.#closing
    // What could not be told by name to one keeper cannot be told to one that comes from a snapshot.
    const place = this.#keeper || this.#isCautious ? undefined : await placeOf?.(newest)
    const keeper = await start({ rows: source.rows(newest), label, place }, signal)
    const { found } = keeper
    for (const why of found?.refused ?? []) log.warn('a snapshot was refused, and what it held is built anew', { why })
    if (!found || (!found.world && !found.people && !found.found)) return keeper
    const holds = { revisions: { ...newest.revisions, ...found.revisions }, settings: found.settings ?? newest.settings }
    const changes = await source.changes(holds, newest)
    if (changes) {
      await keeper.change(changes, label)
      return keeper
    }
    await keeper.end()
    return start({ rows: source.rows(newest), label }, signal)
  }

  #saveLater(ms: number): void {
    if (!this.#parts.placeOf || this.#saving || this.#closing.signal.aborted) return
    this.#saving = setTimeout(() => {
      this.#saving = undefined
      void this.save()
    }, ms)
    this.#saving.unref()
  }

  /** Writes snapshots of what the keeper holds, if that is not written yet. What cannot be written is said, and does no harm. */
  async save(): Promise<void> {
    const [keeper, at] = [this.#keeper, this.#at]
    if (!keeper || !at || at === this.#saved || !this.#parts.placeOf) return
    try {
      await keeper.save(await this.#parts.placeOf(at), at)
      this.#saved = at
    } catch (error) {
      this.#parts.log.warn('a snapshot could not be written', { error: String(error) })
    }
  }

  #lost(keeper: Keeper): void {
    if (keeper !== this.#keeper || this.#closing.signal.aborted) return
    this.#parts.log.error('the thread that keeps the index is gone, and another is built', {})
    this.#keeper = undefined
    this.#at = undefined
    this.#isCautious = true
    void this.#tend()
  }

  #labelOf(resident: Resident): number {
    this.#label++
    this.#residents.set(this.#label, resident)
    this.#residents.delete(this.#label - mostRemembered)
    return this.#label
  }
}
