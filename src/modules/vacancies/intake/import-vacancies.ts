import type { Database, Outside } from '../../../platform/index.ts'
import {
  type ImportOptions,
  type ImportRun,
  type ImportRuns,
  type ImportSource,
  Notes,
  type Reject,
} from '../../imports/index.ts'
import type { ReadTexts } from '../../reading/index.ts'
import type { PostingContext } from '../job-postings/posting-context.ts'
import type { RawOutcome } from '../raw-vacancy-store.ts'
import { type FindOptions, findRecords } from './find-records.ts'
import { addCounts, countStates, messageOf, noCounts, type VacancyCounts, type VacancyImportReport } from './intake-report.ts'
import { publishRecords, type Stores } from './publish-records.ts'
import { readBatch } from './read-batch.ts'
import type { ReadRaw } from './read-raw.ts'
import type { FoundRecord } from './record-format.ts'
import { nameRecords, namesOf, sortBatch } from './sort-batch.ts'
import { withdrawMissing } from './withdraw-missing.ts'

export interface VacancyImportOptions extends ImportOptions, FindOptions {
  /** Under which name the records are kept; left out: the name of each file. A feed has one of its own. */
  readonly source?: string
  /**
   * The source holds all there is: published vacancies that came from it before and are no longer in it are withdrawn. Needs `source`.
   * Nothing is withdrawn where the source could not be read to its end, or holds no vacancy at all.
   */
  readonly complete?: boolean
  /** Reads and counts, and stores nothing. */
  readonly dryRun?: boolean
}

export interface ImportParts extends Stores {
  readonly db: Database
  readonly outside: Outside
  readonly runs: ImportRuns
  readonly context: PostingContext
  /** Left out: texts are read by the context. */
  readonly readTexts?: ReadTexts | undefined
}

export const importKind = 'vacancies'
export const batchSize = 100

type Found = FoundRecord & { readonly source: string }

/**
 * Reads the records of a source: each kept raw, read, and published. A batch is one transaction, so that the site goes on and a kill loses nothing
 * that was acknowledged. The same source again changes nothing, and goes on where a kill stopped it.
 * @throws Invalid when there is no such file; Conflict when another import runs or this one is stopped.
 */
export async function importVacancies(
  parts: ImportParts,
  from: ImportSource,
  options: VacancyImportOptions = {},
): Promise<VacancyImportReport> {
  const notes = new Notes()
  const source = options.source ?? (typeof from === 'string' ? from : from.name)
  const report = await parts.runs.run(
    importKind,
    source,
    options,
    async (run) => {
      let records = 0
      let isWhole = true
      for await (const batch of batchesOf(findRecords(from, options), notes)) {
        records += batch.filter(({ content }) => content !== undefined).length
        isWhole &&= batch.every(({ cutShort }) => !cutShort)
        await takeIn(parts, run, batch, options.source, notes)
      }
      if (options.complete && options.source !== undefined && isWhole && records > 0)
        await withdrawMissing(parts, run, options.source)
    },
    messageOf,
  )
  return { ...report, counts: countsOf(report.counts), notes: notes.first, noted: notes.count }
}

/** Reads every raw record again, for example when a taxonomy changed. */
export async function readAgain(parts: ImportParts, options: ImportOptions = {}): Promise<VacancyImportReport> {
  const notes = new Notes()
  const total = await parts.raw.countRaw()
  const report = await parts.runs.run(
    importKind,
    'kept records',
    { ...options, what: 'reading vacancies again', total },
    async (run) => {
      for await (const rows of parts.raw.all(batchSize)) {
        const read = await readBatch(rows, parts)
        const placeOf = ({ row }: ReadRaw): string => `${row.source}: ${row.externalId}`
        await run.batch(rows.length, async (inside) => {
          const outcomes = await publishRecords(inside, read, parts)
          const rejects = rejectsOf(read, placeOf)
          return { counts: { raw: rows.length, ...countStates(statesOf(outcomes)), rejected: rejects.length }, rejects }
        })
      }
    },
    messageOf,
  )
  return { ...report, counts: countsOf(report.counts), notes: notes.first, noted: notes.count }
}

async function takeIn(
  parts: ImportParts,
  run: ImportRun,
  batch: readonly Found[],
  source: string | undefined,
  notes: Notes,
): Promise<void> {
  const { named, rejects: problems } = nameRecords(batch, source)
  const sorted = sortBatch(named, await parts.raw.known(namesOf(named)), run.id, parts.outside.ids)
  const read = await readBatch(
    sorted.fresh.map(({ row }) => row),
    parts,
  )
  const places = new Map(sorted.fresh.map(({ place, row }) => [row.id, place]))
  const placeOf = ({ row }: ReadRaw): string => places.get(row.id) ?? row.source
  const rejects = inOrderOf(batch, [...problems, ...rejectsOf(read, placeOf)])
  await run.batch(batch.length, async (inside) => {
    const rows = sorted.fresh.map(({ row }) => row)
    await parts.raw.keep(inside, run.id, rows, parts.outside.clock.now())
    await parts.raw.seen(inside, run.id, sorted.unchanged)
    const outcomes = await publishRecords(inside, read, parts)
    return { counts: countBatch(named.length, sorted, statesOf(outcomes), rejects.length), rejects }
  })
  for (const one of read) for (const note of one.notes) notes.add(placeOf(one), note)
}

export function countBatch(
  raw: number,
  sorted: ReturnType<typeof sortBatch>,
  states: readonly RawOutcome['state'][],
  rejected: number,
): Record<string, number> {
  const { added, changed, repeated, unchanged } = sorted
  return addCounts({ raw, new: added, changed, unchanged: unchanged.length, duplicates: repeated, rejected }, countStates(states))
}

export function rejectsOf(read: readonly ReadRaw[], placeOf: (one: ReadRaw) => string): Reject[] {
  return read.flatMap((one) =>
    one.refused === undefined
      ? []
      : [{ place: placeOf(one), reason: one.refused, record: JSON.stringify(one.row.content).slice(0, 300) }],
  )
}

/** As they stood in the source. */
export function inOrderOf(batch: readonly { readonly place: string }[], rejects: readonly Reject[]): Reject[] {
  const at = new Map(batch.map(({ place }, index) => [place, index]))
  return rejects.toSorted((a, b) => (at.get(a.place) ?? 0) - (at.get(b.place) ?? 0))
}

/** Records some at a time; what is said of a whole file goes to the notes. */
export async function* batchesOf(found: AsyncIterable<Found>, notes: Notes): AsyncGenerator<Found[]> {
  let batch: Found[] = []
  for await (const one of found) {
    if (one.note !== undefined) {
      notes.add(one.place, one.note)
      continue
    }
    batch.push(one)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function statesOf(outcomes: readonly RawOutcome[]): RawOutcome['state'][] {
  return outcomes.map(({ state }) => state)
}

export function countsOf(counts: Readonly<Record<string, number>>): VacancyCounts {
  return { ...noCounts, ...counts }
}
