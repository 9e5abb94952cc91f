import { Conflict, Invalid, NotFound } from '../../platform/index.ts'
import { type Feed, type FeedRun, type NewFeed, readEvery, readFeedName } from './feed.ts'
import type { FeedBody } from './feed-importers.ts'
import { readFeedUrl } from './feed-reach.ts'
import { createFeedStore } from './feed-store.ts'
import { type FeedsParts, fetchFor, type ReadFeedOptions, readClaimed, removeLeftovers } from './read-feed.ts'

/** Sources on the web, read when they are due. */
export interface Feeds {
  /** What a feed can hold, and the formats of each. */
  readonly kinds: Readonly<Record<string, readonly string[]>>
  /** Due at once. @throws Invalid; Conflict when there is one of this name */
  add(feed: NewFeed): Promise<Feed>
  list(): Promise<readonly Feed[]>
  /** What came from it stays. @throws NotFound */
  remove(name: string): Promise<void>
  /** Reads it now, due or not. What goes wrong with the source is the outcome. @throws NotFound; Conflict while it is read already */
  run(name: string, options?: ReadFeedOptions): Promise<FeedRun>
  /** Reads all that are due, one after the other; `all`: also those that are not. */
  runDue(options?: ReadFeedOptions & { readonly all?: boolean }): Promise<readonly FeedRun[]>
  /**
   * Fetches a feed of this kind now, for who does something else with it than taking it in. The file is gone when `work` is done.
   * @throws NotFound when there is none of this kind; Invalid when it cannot be fetched
   */
  fetched<T>(name: string, kind: string, work: (body: FeedBody) => Promise<T>): Promise<T>
  /** The last runs, latest first. @throws NotFound */
  report(name: string, limit?: number): Promise<readonly FeedRun[]>
  /** Looks every half minute whether one is due, until stopped. One timer; a run that takes long is not overtaken. */
  watch(): { stop(): Promise<void> }
}

const lookEveryMs = 30_000
const runsInReport = 10

export function createFeeds(parts: FeedsParts): Feeds {
  const store = createFeedStore(parts.db)
  const { clock, importers, reach } = parts
  const work = { ...parts, store }

  async function get(name: string): Promise<Feed> {
    const feed = await store.find(name)
    if (!feed) throw new NotFound('feed', name)
    return feed
  }

  async function runNamed(name: string, options: ReadFeedOptions = {}): Promise<FeedRun> {
    await get(name)
    const run = await readClaimed(work, options, name)
    if (!run) throw new Conflict(`The feed ${name} is being read already. Look at it with: schakel feeds report ${name}`)
    return run
  }

  async function runDue(options: ReadFeedOptions & { readonly all?: boolean } = {}): Promise<FeedRun[]> {
    const runs: FeedRun[] = []
    const stopped = (): boolean => options.signal?.aborted ?? false
    if (options.all) {
      for (const { name } of await store.list()) {
        const run = stopped() ? undefined : await readClaimed(work, options, name)
        if (run) runs.push(run)
      }
      return runs
    }
    while (!stopped()) {
      const run = await readClaimed(work, options)
      if (!run) break
      runs.push(run)
    }
    return runs
  }

  return {
    kinds: Object.fromEntries(Object.entries(importers).map(([kind, { formats }]) => [kind, formats])),
    async add(given) {
      const importer = Object.hasOwn(importers, given.kind) ? importers[given.kind] : undefined
      if (!importer) throw new Invalid('kind', `A feed holds one of: ${Object.keys(importers).join(', ')}; not "${given.kind}".`)
      const { readsAs } = given
      if (readsAs !== undefined && !importer.formats.includes(readsAs))
        throw new Invalid('as', `A feed of ${given.kind} is one of: ${importer.formats.join(', ')}; not "${readsAs}".`)
      const feed = {
        name: readFeedName(given.name),
        url: readFeedUrl(given.url, reach).href,
        kind: given.kind,
        ...(readsAs === undefined ? {} : { readsAs }),
        complete: given.complete ?? false,
        everyMinutes: readEvery(given.every),
      }
      if (!(await store.add(feed, clock.now())))
        throw new Conflict(`There is a feed named ${feed.name} already. Remove that one first: schakel feeds remove ${feed.name}`)
      return get(feed.name)
    },
    list: () => store.list(),
    async remove(name) {
      if (!(await store.remove(name))) throw new NotFound('feed', name)
    },
    run: runNamed,
    runDue,
    async fetched(name, kind, take) {
      const feed = await get(name)
      if (feed.kind !== kind) throw new NotFound('feed', name)
      return fetchFor(work, feed, take)
    },
    async report(name, limit = runsInReport) {
      await get(name)
      return store.runs(name, limit)
    },
    watch() {
      const stopping = new AbortController()
      let busy: Promise<void> | undefined
      const look = async (): Promise<void> => {
        try {
          await runDue({ signal: stopping.signal })
        } catch (error) {
          parts.log.error('looking for feeds that are due failed', { error: String(error) })
        }
      }
      const timer = setInterval(() => {
        busy ??= look().finally(() => {
          busy = undefined
        })
      }, lookEveryMs)
      timer.unref()
      void removeLeftovers(parts.folder, clock.now())
      return {
        async stop() {
          clearInterval(timer)
          stopping.abort()
          await busy
        },
      }
    },
  }
}
