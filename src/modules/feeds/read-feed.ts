import { createReadStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Conflict, type Database, Invalid, type Outside, type Progress } from '../../platform/index.ts'
import { type Feed, type FeedOutcome, type FeedRun, postponedMinutes, waitAfter } from './feed.ts'
import type { FeedBody, FeedImporter, FeedImporters } from './feed-importers.ts'
import type { FeedReach } from './feed-reach.ts'
import type { ClaimedFeed, FeedStore } from './feed-store.ts'
import { type FetchLimits, fetchFeed, type Validators } from './fetch-feed.ts'

export interface FeedsParts extends Outside {
  readonly db: Database
  readonly reach: FeedReach
  /** Where what is fetched lies until it is taken in. */
  readonly folder: string
  readonly importers: FeedImporters
  /** Left out: the usual ones. */
  readonly limits?: FetchLimits
}

export interface ReadFeedOptions {
  readonly progress?: Progress
  readonly signal?: AbortSignal
}

type Work = FeedsParts & { readonly store: FeedStore }

/** What became of it, before it is written down. */
interface Read extends Pick<FeedRun, 'outcome' | 'message'>, Partial<Pick<FeedRun, 'importRun' | 'counts' | 'titles'>> {
  readonly validators?: Validators
}

const minuteMs = 60_000
/** How long a claim holds of which nothing more is heard, and how often its holder says that it lives. */
const claimMs = 10 * minuteMs
const holdEveryMs = 2 * minuteMs
const titlesKept = 10
const leftoverMs = 24 * 60 * minuteMs

/** The source under which records of a feed are kept. No file has such a name. */
export const sourceOf = (feed: string): string => `feed:${feed}`

/** Reads the named feed, or the one that is due longest. @returns undefined when there is none that nobody else reads */
export async function readClaimed(work: Work, options: ReadFeedOptions, name?: string): Promise<FeedRun | undefined> {
  const { store, clock, log } = work
  const by = work.ids.next()
  const startedAt = clock.now()
  const feed = await store.claim(by, startedAt, startedAt + claimMs, name)
  if (!feed) return undefined
  const alive = setInterval(() => {
    store
      .hold(feed.name, by, clock.now() + claimMs)
      .catch((error: unknown) => log.warn('a feed could not be held', { error: String(error) }))
  }, holdEveryMs)
  alive.unref()
  try {
    const { validators, ...read } = await readOne(work, feed, options)
    const endedAt = clock.now()
    const run: FeedRun = {
      ...{ id: by, feed: feed.name, counts: {}, titles: [] },
      ...{ startedAt: new Date(startedAt).toISOString(), endedAt: new Date(endedAt).toISOString() },
      ...read,
    }
    const failures = failuresAfter(feed, read.outcome)
    await store.finish(by, run, {
      failures,
      nextAt: endedAt + waitFor(feed, read.outcome, failures) * minuteMs,
      ...(validators === undefined ? {} : { validators }),
    })
    if (read.outcome === 'failed') log.warn('a feed could not be read', { reason: read.message, run: by })
    else log.info('a feed was read', { run: by, status: read.outcome })
    return run
  } finally {
    clearInterval(alive)
  }
}

function failuresAfter({ failures }: ClaimedFeed, outcome: FeedOutcome): number {
  if (outcome === 'failed') return failures + 1
  return outcome === 'postponed' ? failures : 0
}

function waitFor({ everyMinutes }: ClaimedFeed, outcome: FeedOutcome, failures: number): number {
  if (outcome === 'failed') return waitAfter(failures)
  return outcome === 'postponed' ? postponedMinutes : everyMinutes
}

async function readOne(work: Work, feed: ClaimedFeed, options: ReadFeedOptions): Promise<Read> {
  const file = join(work.folder, `${work.ids.next()}.part`)
  try {
    const importer = work.importers[feed.kind]
    if (!importer) throw new Invalid('kind', `This program cannot read feeds of ${feed.kind}.`)
    await mkdir(work.folder, { recursive: true, mode: 0o700 })
    const fetched = await fetchFeed(feed.url, feed.known, file, { ...options, reach: work.reach, ...limitsOf(work) })
    if (fetched.isSame) return { outcome: 'same', message: 'Nothing changed since the last time: its keeper says so (304).' }
    const { validators, ...told } = fetched
    return await takeIn(importer, feed, file, told, validators, options)
  } catch (error) {
    if (error instanceof Conflict) return { outcome: 'postponed', message: error.message }
    if (!(error instanceof Invalid)) work.log.error('a feed failed', { error: String(error) })
    return { outcome: 'failed', message: error instanceof Error ? error.message : String(error) }
  } finally {
    await rm(file, { force: true })
  }
}

/** Fetches a feed to a file that is there while `take` works. @throws Invalid */
export async function fetchFor<T>(work: FeedsParts, feed: Feed, take: (body: FeedBody) => Promise<T>): Promise<T> {
  const file = join(work.folder, `${work.ids.next()}.part`)
  try {
    await mkdir(work.folder, { recursive: true, mode: 0o700 })
    const fetched = await fetchFeed(feed.url, {}, file, { reach: work.reach, ...limitsOf(work) })
    if (fetched.isSame) throw new Invalid('feed', 'Its keeper gave no answer.')
    const { path, contentType } = fetched
    const { name, readsAs } = feed
    const said = { ...(contentType === undefined ? {} : { contentType }), ...(readsAs === undefined ? {} : { readsAs }) }
    return await take({ name, bytes: createReadStream(file), path, ...said })
  } finally {
    await rm(file, { force: true })
  }
}

const limitsOf = ({ limits }: Pick<FeedsParts, 'limits'>) => (limits === undefined ? {} : { limits })

async function takeIn(
  importer: FeedImporter,
  feed: ClaimedFeed,
  file: string,
  told: { readonly path: string; readonly contentType?: string },
  validators: Validators,
  options: ReadFeedOptions,
): Promise<Read> {
  const source = sourceOf(feed.name)
  const { readsAs, complete, name } = feed
  const report = await importer.take(
    { name, bytes: createReadStream(file), ...told, ...(readsAs === undefined ? {} : { readsAs }) },
    { source, complete, ...options },
  )
  const { run, counts, rejected, message } = report
  const kept = { counts, ...(run === undefined ? {} : { importRun: run }) }
  // Its keeper may have had a bad moment; nothing of it is withdrawn, and the same answer is asked for again.
  if (rejected > 0 && (counts.raw ?? rejected) === 0)
    return { ...kept, outcome: 'failed', message: `Nothing in it could be read. ${message}` }
  const titles = run === undefined ? [] : await importer.titles(source, run, titlesKept)
  return { ...kept, outcome: 'taken', message, titles, validators }
}

/** What a killed process left. @param now of the clock */
export async function removeLeftovers(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const old = await stat(path).then(
      ({ mtimeMs }) => now - mtimeMs > leftoverMs,
      () => false,
    )
    if (old && name.endsWith('.part')) await rm(path, { force: true })
  }
}
