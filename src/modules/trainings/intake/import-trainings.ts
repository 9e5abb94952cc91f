import { Conflict, type Database, Invalid, type Outside } from '../../../platform/index.ts'
import {
  type BatchResult,
  contentOf,
  type ImportOptions,
  type ImportRun,
  type ImportRuns,
  type ImportSource,
  type Note,
  Notes,
  type Reject,
} from '../../imports/index.ts'
import type { ReadTexts } from '../../reading/index.ts'
import type { TrainingStore } from '../training-store.ts'
import type { Taught } from '../training-world.ts'
import { type FindTrainingsOptions, findTrainings } from './find-trainings.ts'
import type { FoundRecord, FoundTraining } from './found-training.ts'
import { publishTrainings } from './publish-trainings.ts'
import { type KnownRaw, type RawTraining, type RawTrainingStore, trySource } from './raw-training-store.ts'
import type { TrainingContext } from './training-context.ts'
import { messageOf, noCounts, type TrainingImportReport } from './training-report.ts'

export interface TrainingImportOptions extends ImportOptions, FindTrainingsOptions {
  /** Under which name the records are kept; left out: the name of the file or folder. A feed has one of its own. */
  readonly source?: string
  /**
   * The source holds all there is: programmes and offerings that came from it before and are no longer in it go. Nothing goes where the source
   * could not be read to its end, or holds no training at all.
   */
  readonly complete?: boolean
  /** Reads and counts, and stores nothing. */
  readonly dryRun?: boolean
}

export interface TrainingImportParts {
  readonly db: Database
  readonly outside: Outside
  readonly runs: ImportRuns
  readonly raw: RawTrainingStore
  readonly trainings: TrainingStore
  readonly context: TrainingContext
  /** Left out: texts are read by the context. */
  readonly readTexts?: ReadTexts | undefined
}

export const importKind = 'trainings'
const batchSize = 100
const dayMs = 86_400_000

/**
 * Puts every programme together again from what was kept, for example when a taxonomy changed.
 * @throws Conflict when another import runs or this one is stopped
 */
export async function readTrainingsAgain(parts: TrainingImportParts, options: ImportOptions = {}): Promise<TrainingImportReport> {
  const notes = new Notes()
  const sources = await parts.raw.sources()
  const total = await parts.raw.countProgrammes(sources)
  const report = await parts.runs.run(
    importKind,
    'kept records',
    { ...options, what: 'reading trainings again', total },
    async (run) => {
      for (const source of sources)
        await publishTrainings({ ...parts, run, into: source, sources: [source], source, isTry: false, isAgain: true, notes })
    },
    messageOf,
  )
  return { ...report, counts: { ...noCounts, ...report.counts }, notes: notes.first, noted: notes.count }
}

/** What of one import is in hand. */
export interface Intake extends TrainingImportParts {
  readonly run: ImportRun
  /** Where raw records are kept. */
  readonly into: string
  /** Of which raw records programmes are put together; the first goes before the second. */
  readonly sources: readonly string[]
  /** Whose programmes they are. */
  readonly source: string
  readonly isTry: boolean
  /** Nothing was staged: progress counts programmes. */
  readonly isAgain?: boolean
  readonly notes: Notes
  /** Gets what was put together; for who wants the records and not the import. */
  readonly gathered?: Gathered
  /** Other sources from which ids may be taken over. */
  readonly holders?: readonly string[] | undefined
}

interface Gathered {
  readonly trainings: Taught[]
  isWhole: boolean
}

export interface ReadFrom {
  /** Whose programmes they would be. */
  readonly source: string
  /** Other sources from which ids may be taken over. */
  readonly holders?: readonly string[]
}

/** What a source holds, read and not kept. */
export interface ReadTrainings {
  readonly trainings: readonly Taught[]
  /** It was read to its end, and held something: what is not in it is not there any more. */
  readonly isWhole: boolean
  /** The first hundred. */
  readonly rejects: readonly Reject[]
  readonly rejected: number
  /** The first hundred different ones. */
  readonly notes: readonly Note[]
}

/**
 * Reads a source as an import does, and keeps nothing of it: what is done with its records is up to who asks. An id that another source holds is refused.
 * @throws Invalid when there is no such file; Conflict when it is stopped
 */
export async function readTrainings(
  parts: TrainingImportParts,
  from: ImportSource,
  options: TrainingImportOptions & ReadFrom,
): Promise<ReadTrainings> {
  await parts.raw.removeOldTries(parts.outside.clock.now() - dayMs)
  const notes = new Notes()
  const gathered: Gathered = { trainings: [], isWhole: true }
  const { rejects, rejected } = await tryOut(
    { ...parts, gathered, holders: options.holders },
    from,
    options,
    options.source,
    notes,
  )
  const { trainings, isWhole } = gathered
  return { trainings, isWhole: isWhole && trainings.length > 0, rejects, rejected, notes: notes.first }
}

/**
 * Reads the trainings of a source in two steps: first every record is kept raw, a batch a transaction; then each programme is put together from its
 * records and published, again in batches. The same source again changes nothing, and goes on where a kill stopped it.
 * @throws Invalid when there is no such file; Conflict when another import runs or this one is stopped
 */
export async function importTrainings(
  parts: TrainingImportParts,
  from: ImportSource,
  options: TrainingImportOptions = {},
): Promise<TrainingImportReport> {
  const source = options.source ?? nameOf(from)
  if (source.startsWith(trySource)) throw new Invalid('source', `The name of a source may not begin with "${trySource}".`)
  await parts.raw.removeOldTries(parts.outside.clock.now() - dayMs)
  const notes = new Notes()
  const report = options.dryRun
    ? await tryOut(parts, from, options, source, notes)
    : await parts.runs.run(
        importKind,
        source,
        options,
        (run) => work({ ...parts, run, into: source, sources: [source], source, isTry: false, notes }, from, options),
        messageOf,
      )
  return { ...report, counts: { ...noCounts, ...report.counts }, notes: notes.first, noted: notes.count }
}

function nameOf(from: ImportSource): string {
  const path = typeof from === 'string' ? from : from.name
  return (path.split(/[\\/]/).filter(Boolean).at(-1) ?? path).slice(0, 200)
}

async function work(intake: Intake, from: ImportSource, options: TrainingImportOptions): Promise<void> {
  let records = 0
  let isWhole = true
  for await (const batch of batchesOf(findTrainings(from, options), intake.notes)) {
    await stage(intake, batch, records)
    records += batch.filter((one) => 'content' in one).length
    isWhole &&= batch.every((one) => !('cutShort' in one))
  }
  if (intake.gathered && !isWhole) intake.gathered.isWhole = false
  if (options.complete && isWhole && records > 0 && !intake.isTry) {
    await intake.run.batch(0, async (inside) => ({
      counts: { vanished: await intake.raw.withdrawMissing(inside, intake.source, intake.run.id) },
    }))
  }
  await publishTrainings(intake)
}

async function* batchesOf(
  found: AsyncIterable<FoundTraining>,
  notes: Notes,
): AsyncGenerator<Exclude<FoundTraining, { note: string }>[]> {
  let batch: Exclude<FoundTraining, { note: string }>[] = []
  for await (const one of found) {
    if ('note' in one) {
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

/** Keeps a batch raw. */
async function stage(intake: Intake, batch: readonly FoundTraining[], before: number): Promise<void> {
  const { run, raw, into, sources, outside } = intake
  await run.batch(batch.length, async (inside): Promise<BatchResult> => {
    const records = batch.filter((one): one is FoundRecord => 'content' in one)
    const rejects: Reject[] = []
    const known = await raw.known(inside, into, records)
    // A dry run tells new from changed by what the source itself has.
    const compared = intake.isTry ? await raw.known(inside, sources.at(-1) ?? into, records) : known
    const sorted = sort(batch, { known, compared, run: run.id, before, rejects, intake })
    await raw.keep(inside, run.id, sorted.fresh, outside.clock.now())
    await raw.seen(inside, run.id, sorted.same)
    const { added, changed, unchanged } = sorted
    const counts = { raw: records.length, new: added, changed, unchanged, rejected: rejects.length }
    return { counts, rejects }
  })
}

interface Sorting {
  readonly known: readonly KnownRaw[]
  readonly compared: readonly KnownRaw[]
  readonly run: string
  readonly before: number
  readonly rejects: Reject[]
  readonly intake: Intake
}

/** Tells new, changed and unchanged records apart, and refuses what stands there twice. */
function sort(batch: readonly FoundTraining[], { known, compared, run, before, rejects, intake }: Sorting) {
  const keyOf = ({ kind, externalId }: Pick<KnownRaw, 'kind' | 'externalId'>): string => `${kind}\n${externalId}`
  const there = new Map(known.map((one) => [keyOf(one), one]))
  const was = new Map(compared.map((one) => [keyOf(one), one]))
  const seen = new Map(known.filter((one) => one.lastSeenRun === run).map((one) => [keyOf(one), one]))
  const fresh: RawTraining[] = []
  const same: { id: string; place: string; ordinal: number }[] = []
  const sums = { added: 0, changed: 0, unchanged: 0 }
  let ordinal = before
  for (const one of batch) {
    if ('problem' in one) rejects.push({ place: one.place, reason: one.problem, record: one.record })
    if (!('content' in one)) continue
    ordinal++
    const kept = contentOf(one.content)
    if ('problem' in kept) {
      rejects.push({ place: one.place, reason: kept.problem, record: '' })
      continue
    }
    const key = keyOf(one)
    const twice = seen.get(key)
    if (twice) {
      // Written out inside several others, as a provider is, the same stands there often.
      if (twice.checksum !== kept.checksum || one.kind === 'offering') rejects.push(doubled(one, twice.place))
      continue
    }
    const old = there.get(key)
    const id = old?.id ?? intake.outside.ids.next()
    const row = { ...one, id, source: intake.into, content: kept.content, checksum: kept.checksum, ordinal }
    seen.set(key, { ...row, state: 'raw', lastSeenRun: run })
    const earlier = was.get(key)
    if (!earlier) sums.added++
    else if (earlier.checksum === kept.checksum) sums.unchanged++
    else sums.changed++
    if (old?.checksum === kept.checksum && old.state !== 'withdrawn') same.push(row)
    else fresh.push(row)
  }
  return { fresh, same, ...sums }
}

const kindNames = {
  programme: 'programme',
  offering: 'offering',
  outcome: 'learning outcome',
  organisation: 'organisation',
} as const

function doubled(one: FoundRecord, first: string): Reject {
  const what =
    one.format === 'csv' ? 'This start of this offering' : `The ${kindNames[one.kind]} "${one.externalId.slice(0, 100)}"`
  return {
    place: one.place,
    reason: `${what} stands there twice; the first, at ${first}, counts.`,
    record: JSON.stringify(one.content).slice(0, 300),
  }
}

const rejectsInReport = 100

/** The same work on a source that is thrown away afterwards, with nothing published. */
async function tryOut(
  parts: TrainingImportParts & Pick<Intake, 'gathered' | 'holders'>,
  from: ImportSource,
  options: TrainingImportOptions,
  source: string,
  notes: Notes,
): Promise<Omit<TrainingImportReport, 'counts' | 'notes' | 'noted' | 'run'> & { counts: Record<string, number> }> {
  const id = parts.outside.ids.next()
  const into = `${trySource}${id}`
  const counts: Record<string, number> = {}
  const rejects: Reject[] = []
  let rejected = 0
  let done = 0
  const run: ImportRun = {
    id,
    async batch(records, step) {
      const result = await parts.db.transaction(step)
      for (const [what, by] of Object.entries(result.counts ?? {})) counts[what] = (counts[what] ?? 0) + by
      rejects.push(...(result.rejects ?? []).slice(0, rejectsInReport - rejects.length))
      rejected += result.rejects?.length ?? 0
      done += records
      options.progress?.({ what: 'trying', done })
      await new Promise((resolve) => setImmediate(resolve))
      if (options.signal?.aborted) throw new Conflict('The dry run was stopped before its end. Nothing was stored.')
    },
  }
  try {
    await work({ ...parts, run, into, sources: [into, source], source, isTry: true, notes }, from, options)
  } finally {
    await parts.raw.remove(into)
  }
  return { counts, rejects, rejected, message: `Dry run, nothing is stored. ${messageOf(counts)}` }
}
