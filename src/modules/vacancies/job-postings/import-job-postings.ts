import { Conflict, type Database, type Outside, type Progress } from '../../../platform/index.ts'
import type { RawRow, RawState, RawVacancy, Reject } from '../raw-vacancy-store.ts'
import { type FoundPosting, findPostings, type PostingText } from './find-postings.ts'
import { contentOf, identify } from './identify.ts'
import type { PostingContext } from './posting-context.ts'
import { publishPostings, type Stores } from './publish-postings.ts'

export interface ImportOptions {
  readonly progress?: Progress
  /** Stops the import between two batches; what was read is kept. */
  readonly signal?: AbortSignal
}

export interface ImportCounts {
  /** Postings found. */
  readonly raw: number
  readonly published: number
  readonly duplicates: number
  readonly expired: number
  /** Also what could not be read as a posting at all. */
  readonly rejected: number
  /** Came in before, the same. */
  readonly unchanged: number
}

export interface ImportReport {
  readonly run: string
  readonly counts: ImportCounts
  /** The first hundred; all of them stand in the record under the run. */
  readonly rejects: readonly Reject[]
  readonly message: string
}

export interface ImportParts extends Stores {
  readonly db: Database
  readonly outside: Outside
  readonly context: PostingContext
}

const batchSize = 100
const rejectsInReport = 100

/**
 * Reads the postings of a file, a folder or a text: kept raw, read, and published. In batches, each in two short transactions, so that the
 * site goes on and a kill loses nothing that was acknowledged: a record that was kept but not read is read by the next run. The same file
 * again changes nothing.
 * @throws Invalid when there is no such file; Conflict when another import runs or this one is stopped.
 */
export async function importJobPostings(
  parts: ImportParts,
  from: string | PostingText,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const work = new Run(parts, options, 'vacancies')
  return work.within(typeof from === 'string' ? from : from.name, async () => {
    const seen = new Map<string, number>()
    let batch: FoundPosting[] = []
    for await (const found of findPostings(from)) {
      batch.push(found)
      if (batch.length < batchSize) continue
      await takeIn(parts, work, batch, seen)
      batch = []
    }
    await takeIn(parts, work, batch, seen)
  })
}

/** Reads every raw record again, for example when a taxonomy changed. */
export async function readAgain(parts: ImportParts, options: ImportOptions = {}): Promise<ImportReport> {
  const work = new Run(parts, options, 'reading vacancies again', await parts.raw.countRaw())
  return work.within('kept postings', async () => {
    for await (const rows of parts.raw.all(batchSize)) {
      work.count('raw', rows.length)
      await work.publish(rows, (row) => `${row.source}: ${row.externalId}`)
      await work.breathe(rows.length)
    }
  })
}

async function takeIn(parts: ImportParts, work: Run, batch: readonly FoundPosting[], seen: Map<string, number>): Promise<void> {
  const places = new Map<string, string>()
  const raw = batch.flatMap((found) => {
    if (found.posting === undefined) return []
    const one = rawOf(found, parts.outside.ids.next(), seen)
    places.set(`${one.source} ${one.externalId}`, found.place)
    return [one]
  })
  const problems = batch.flatMap(({ place, problem, record }) =>
    problem === undefined ? [] : [{ place, reason: problem, record: (record ?? '').slice(0, 300) }],
  )
  const waiting = raw.length === 0 ? [] : await parts.raw.takeIn(raw, parts.outside.clock.now())
  work.count('raw', raw.length)
  work.count('unchanged', raw.length - waiting.length)
  await work.publish(waiting, (row) => places.get(`${row.source} ${row.externalId}`) ?? row.source, problems)
  await work.breathe(batch.length)
}

function rawOf({ source, posting }: FoundPosting, id: string, seen: Map<string, number>): RawVacancy {
  const { content, checksum } = contentOf(posting ?? {})
  const identity = identify(content, checksum)
  const key = `${source} ${identity}`
  const times = (seen.get(key) ?? 0) + 1
  seen.set(key, times)
  return { id, source, externalId: times === 1 ? identity : `${identity}#${times}`, content, checksum }
}

const counted: Readonly<Partial<Record<RawState, keyof ImportCounts>>> = {
  published: 'published',
  duplicate: 'duplicates',
  expired: 'expired',
  rejected: 'rejected',
}

/** One run in the record, with what it counted. */
class Run {
  readonly #parts: ImportParts
  readonly #options: ImportOptions
  readonly #id: string
  readonly #what: string
  readonly #total: number | undefined
  readonly #counts = { raw: 0, published: 0, duplicates: 0, expired: 0, rejected: 0, unchanged: 0 }
  readonly #rejects: Reject[] = []
  #rejectsWritten = 0
  #done = 0

  constructor(parts: ImportParts, options: ImportOptions, what: string, total?: number) {
    this.#parts = parts
    this.#options = options
    this.#id = parts.outside.ids.next()
    this.#what = what
    this.#total = total
  }

  count(what: keyof ImportCounts, by: number): void {
    this.#counts[what] += by
  }

  /** Starts the run, does the work, and records how it ended. */
  async within(source: string, work: () => Promise<void>): Promise<ImportReport> {
    const { raw, outside } = this.#parts
    await raw.startRun(this.#id, source, outside.clock.now())
    try {
      await work()
      const message = messageOf(this.#counts)
      await raw.endRun(this.#id, 'done', this.#counts, message, outside.clock.now())
      outside.log.info(message, { run: this.#id, ...this.#counts })
      return { run: this.#id, counts: { ...this.#counts }, rejects: [...this.#rejects], message }
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      await raw.endRun(this.#id, 'failed', this.#counts, message, outside.clock.now())
      throw error
    }
  }

  async publish(rows: readonly RawRow[], placeOf: (row: RawRow) => string, problems: readonly Reject[] = []): Promise<void> {
    const { db, raw, vacancies, context, outside } = this.#parts
    const published = await db.transaction(async (inside) => {
      await raw.keepAlive(inside, this.#id, outside.clock.now())
      const done =
        rows.length === 0
          ? { outcomes: [], rejects: [] }
          : await publishPostings(inside, rows, { raw, vacancies }, context, placeOf)
      await raw.writeRejects(inside, this.#id, this.#rejectsWritten, [...problems, ...done.rejects])
      return done
    })
    // Counted only when it stands.
    this.#rejectsWritten += problems.length + published.rejects.length
    this.#counts.rejected += problems.length
    for (const { state } of published.outcomes) {
      const what = counted[state]
      if (what) this.#counts[what]++
    }
    this.#rejects.push(...[...problems, ...published.rejects].slice(0, rejectsInReport - this.#rejects.length))
  }

  /** Lets requests through, tells how far it is, and stops when asked. */
  async breathe(records: number): Promise<void> {
    this.#done += records
    const { progress, signal } = this.#options
    progress?.({ what: this.#what, done: this.#done, ...(this.#total === undefined ? {} : { total: this.#total }) })
    await new Promise((resolve) => setImmediate(resolve))
    if (signal?.aborted)
      throw new Conflict('The import was stopped before its end. What was read is kept; start it again for the rest.')
  }
}

function messageOf(counts: ImportCounts): string {
  const parts = [
    `${counts.published} published`,
    `${counts.duplicates} duplicates`,
    `${counts.expired} expired`,
    `${counts.rejected} rejected`,
    `${counts.unchanged} unchanged`,
  ]
  return `${counts.raw} postings: ${parts.join(', ')}.`
}
