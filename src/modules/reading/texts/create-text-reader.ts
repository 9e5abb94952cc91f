import { createHash } from 'node:crypto'
import type { Mention } from '../../../engine/reading/index.ts'
import { type Clock, type Database, type DateText, todayInAmsterdam } from '../../../platform/index.ts'
import type { Catalogue } from '../../skills/index.ts'
import { modelsVersion } from '../models-version.ts'
import { occupationsToLink } from '../occupations-to-link.ts'
import { skillsToRead } from '../skills-to-read.ts'
import type { AskedText } from './asked-text.ts'
import { type PackedReading, unpackReading } from './packed-readings.ts'
import { type ReaderThread, startReader } from './reader-thread.ts'
import { createReadingStore } from './reading-store.ts'

/** Reads many texts. What was read before, with the same taxonomies and models, is looked up. */
export interface TextReader {
  /**
   * The skills that each text names, in the order of the texts.
   * @throws Error when the thread that reads ends; nothing of these texts is kept then
   */
  read(
    catalogue: Catalogue,
    asked: readonly AskedText[],
    options?: {
      /** False: a draft that somebody is still writing. Default true. */
      readonly keep?: boolean
    },
  ): Promise<readonly (readonly Mention[])[]>
  /** Removes readings that were not used for a quarter of a year; how many. */
  removeUnused(): Promise<number>
  /** Ends the thread. */
  close(): Promise<void>
}

const dayMs = 86_400_000
const keptDays = 90
/** A thread holds the taxonomies in some hundreds of megabytes; after so long without work it goes. */
const idleMs = 600_000

export function createTextReader(parts: {
  readonly db: Database
  readonly clock: Clock
  /** Where `schakel train` puts the encoder it makes; the one that ships is used where there is none. */
  readonly trainedFolder: string | undefined
  /** Names the models; only tests give another. */
  readonly version?: () => Promise<string>
  /** How a thread is started; only tests give another. */
  readonly start?: typeof startReader
}): TextReader {
  const store = createReadingStore(parts.db)
  const threads = keepOneThread(parts.start ?? startReader, parts.trainedFolder)
  const models = parts.version ?? (() => modelsVersion(parts.trainedFolder))
  const today = (): DateText => todayInAmsterdam(parts.clock.now())

  return {
    async read(catalogue, asked, { keep = true } = {}) {
      const version = `${catalogue.version}; ${await models()}`
      const keys = asked.map((one) => keyOf(version, one))
      const kept = new Map(await store.find([...new Set(keys)], today()))
      const missing = [...new Map(keys.flatMap((key, at) => (kept.has(key) ? [] : [[key, asked[at]!] as const])))]
      if (missing.length > 0) {
        const read = await threads.of({ catalogue, version }, (thread) => thread.read(missing.map(([, one]) => one)))
        const fresh = new Map(missing.map(([key], at) => [key, read[at] ?? []]))
        if (keep) await store.save(fresh, today())
        for (const [key, readings] of fresh) kept.set(key, readings)
      }
      return keys.map((key, at) => unpackAll(kept.get(key) ?? [], asked[at]!.text))
    },
    removeUnused: () => store.removeUnused(todayInAmsterdam(parts.clock.now() - keptDays * dayMs)),
    close: () => threads.end(),
  }
}

function unpackAll(readings: readonly PackedReading[], text: string): Mention[] {
  return readings.map((reading) => unpackReading(reading, text))
}

function keyOf(version: string, { text, options: { of = 'vacancy', under } }: AskedText): string {
  return createHash('sha256')
    .update(`${version}; ${of}; ${under ?? ''}\0`)
    .update(text)
    .digest('base64url')
}

/** What a thread reads by. A catalogue never changes; its version alone may stay the same when a vocabulary is edited. */
interface ReadBy {
  readonly catalogue: Catalogue
  readonly version: string
}

/** One thread at a time, for what was last read by; ended when idle. */
function keepOneThread(start: typeof startReader, trainedFolder: string | undefined) {
  let held: { readonly by: ReadBy; readonly thread: ReaderThread } | undefined
  let busy = 0
  let timer: NodeJS.Timeout | undefined
  async function end(): Promise<void> {
    const thread = held?.thread
    held = undefined
    clearTimeout(timer)
    await thread?.end()
  }
  function rest(): void {
    timer = setTimeout(() => void end(), idleMs)
    timer.unref()
  }
  const isHeld = (by: ReadBy): boolean => held?.by.catalogue === by.catalogue && held.by.version === by.version
  const startBy = (by: ReadBy) => {
    const { catalogue } = by
    const labels = [...catalogue.labels()]
    const given = { labels, skills: skillsToRead(catalogue), occupations: occupationsToLink(catalogue), trainedFolder }
    return { by, thread: start(given) }
  }
  return {
    end,
    async of<T>(by: ReadBy, work: (thread: ReaderThread) => Promise<T>): Promise<T> {
      clearTimeout(timer)
      if (!isHeld(by) && busy === 0) await end()
      // While somebody still reads by something else, this one gets a thread of its own for once.
      const mine = held && isHeld(by) ? held : startBy(by)
      held ??= mine
      busy++
      try {
        return await work(mine.thread)
      } catch (error) {
        // A thread that failed is not asked again.
        if (held === mine) held = undefined
        throw error
      } finally {
        busy--
        if (held !== mine) await mine.thread.end()
        else if (busy === 0) rest()
      }
    },
  }
}
