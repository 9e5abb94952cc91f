import { type Clock, type Database, type Ids, Invalid, type Log, NotFound, todayInAmsterdam } from '../../platform/index.ts'
import { createImportRuns, type ImportOptions, type ImportRuns, type ImportSource } from '../imports/index.ts'
import type { Catalogue } from '../skills/index.ts'
import {
  importTrainings,
  readTrainingsAgain,
  type TrainingImportOptions,
  type TrainingImportParts,
} from './intake/import-trainings.ts'
import { createRawTrainingStore } from './intake/raw-training-store.ts'
import { type FindTrainingPlace, trainingContext } from './intake/training-context.ts'
import type { TrainingImportReport } from './intake/training-report.ts'
import { type OfferingRecord, offeringSchema, type Programme, programmeSchema } from './programme.ts'
import { createTrainingStore, type ProgrammeFilter } from './training-store.ts'

/** Programmes and their offerings. */
export interface Trainings {
  /** Programmes by Dutch title, a page at a time. @throws Invalid on a cursor that no page gave. */
  listProgrammes(
    asked: ProgrammeFilter & { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<{ readonly items: readonly Programme[]; readonly next?: string }>
  findProgramme(id: string): Promise<Programme | undefined>
  /** @throws NotFound */
  getProgramme(id: string): Promise<Programme>
  findOffering(id: string): Promise<OfferingRecord | undefined>
  /** @throws NotFound */
  getOffering(id: string): Promise<OfferingRecord>
  /** By id; of an unknown programme: none. */
  offeringsOf(...programmes: readonly string[]): Promise<readonly OfferingRecord[]>
  /** Everything the engine is built from. */
  all(): Promise<{ readonly programmes: readonly Programme[]; readonly offerings: readonly OfferingRecord[] }>
  /** What an index reads when the outbox names these: the offerings that exist with their programmes, and the other programmes. */
  ofIds(ids: { readonly offerings: readonly string[]; readonly programmes?: readonly string[] }): Promise<TrainingRecords>
  /**
   * Inserts or replaces, in one transaction: the given one, or its own.
   * @throws Invalid when a record cannot be kept; then nothing is.
   */
  insertMany(records: TrainingRecords, inside?: Database): Promise<void>
  /** Programmes with this source, and their offerings. */
  ofSource(source: string): Promise<TrainingRecords>
  /**
   * Makes the record hold exactly these programmes and offerings of a source, in one transaction.
   * @throws Invalid when a record cannot be kept; then what was there stays.
   */
  replaceSource(source: string, records: TrainingRecords): Promise<void>
  /**
   * Reads trainings from a file, all files of a folder, a text, or bytes: OOAPI v5 and v6 as JSON or NDJSON, or CSV; kept raw, then put together and
   * published. The same again changes nothing. With `dryRun` nothing is stored.
   * @throws Invalid when there is no such file; Conflict while another import of trainings runs, or when this one is stopped.
   */
  importFrom(from: ImportSource, options?: TrainingImportOptions): Promise<TrainingImportReport>
  /** Puts every imported programme together again, for example after an import of a taxonomy. @throws Conflict as above. */
  readAgain(options?: ImportOptions): Promise<TrainingImportReport>
  /** Titles of the first programmes of a source that this run of an import found new or changed. */
  titlesTakenIn(source: string, run: string, limit: number): Promise<readonly string[]>
  /** Removes what is of the demo world. */
  removeDemo(inside?: Database): Promise<void>
}

export interface TrainingRecords {
  readonly programmes: readonly Programme[]
  readonly offerings: readonly OfferingRecord[]
}

export interface TrainingsParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  /** What reading trainings needs of other modules. Left out: nothing can be imported. */
  readonly skills?: { catalogue(): Promise<Catalogue> }
  readonly regions?: {
    readonly findPlace: FindTrainingPlace
    list(): readonly { readonly code: string; readonly name: string }[]
  }
  readonly rules?: { find(id: string, date: string): Promise<{ readonly value: unknown } | undefined> }
  /** Left out: runs of its own, for tests. */
  readonly runs?: ImportRuns
}

/** The rule that says how many hours of study a credit is. */
const creditRule = 'hours-per-study-credit'

export function createTrainings(parts: TrainingsParts): Trainings {
  const store = createTrainingStore(parts.db)
  const raw = createRawTrainingStore(parts.db)
  const runs = parts.runs ?? createImportRuns(parts)
  const within = <T>(inside: Database | undefined, work: (db: Database) => Promise<T>): Promise<T> =>
    inside ? work(inside) : parts.db.transaction(work)

  /** What reading needs, as it is now. @throws Invalid */
  async function ready(): Promise<TrainingImportParts> {
    if (!parts.skills || !parts.regions) throw new Invalid('import', 'Reading trainings needs the loaded taxonomies and regions.')
    const today = todayInAmsterdam(parts.clock.now())
    const credit = (await parts.rules?.find(creditRule, today))?.value
    const context = trainingContext({
      ...{ catalogue: await parts.skills.catalogue(), findPlace: parts.regions.findPlace, regions: parts.regions.list(), today },
      hoursPerCredit: typeof credit === 'number' ? credit : undefined,
    })
    return { db: parts.db, outside: parts, runs, raw, trainings: store, context }
  }

  return {
    async listProgrammes({ cursor, limit, ...filter }) {
      const found = await store.list(filter, cursor === undefined ? undefined : readCursor(cursor), limit + 1)
      const items = found.slice(0, limit)
      const last = items.at(-1)
      return found.length > limit && last ? { items, next: writeCursor(last) } : { items }
    },
    findProgramme: (id) => store.findProgramme(id),
    async getProgramme(id) {
      const found = await store.findProgramme(id)
      if (!found) throw new NotFound('programme', id)
      return found
    },
    findOffering: (id) => store.findOffering(id),
    async getOffering(id) {
      const found = await store.findOffering(id)
      if (!found) throw new NotFound('offering', id)
      return found
    },
    offeringsOf: (...programmes) => store.offeringsOf(programmes),
    async all() {
      const [programmes, offerings] = await Promise.all([store.allProgrammes(), store.allOfferings()])
      return { programmes, offerings }
    },
    async ofIds({ offerings: offeringIds, programmes: programmeIds = [] }) {
      const offerings = await store.offeringsById(offeringIds)
      const programmes = await store.programmesById([
        ...new Set([...programmeIds, ...offerings.map(({ programme }) => programme)]),
      ])
      return { programmes, offerings }
    },
    async insertMany(records, inside) {
      refuseUnfit(records)
      await within(inside, (db) => store.save(db, records.programmes, records.offerings))
    },
    async ofSource(source) {
      const programmes = await store.programmesOf(source)
      return { programmes, offerings: await store.offeringsOf(programmes.map(({ id }) => id)) }
    },
    async replaceSource(source, records) {
      refuseUnfit(records)
      await parts.db.transaction(async (db) => {
        await store.removeSource(db, source)
        await store.save(db, records.programmes, records.offerings)
      })
    },
    importFrom: async (from, options) => importTrainings(await ready(), from, options),
    readAgain: async (options) => readTrainingsAgain(await ready(), options),
    titlesTakenIn: (source, run, limit) => raw.titlesTakenIn(source, run, limit),
    removeDemo: (inside) => within(inside, (db) => store.removeDemo(db)),
  }
}

function refuseUnfit({ programmes, offerings }: TrainingRecords): void {
  const check = (
    kind: string,
    id: string,
    result: { success: boolean; error?: { issues: readonly { path: PropertyKey[]; message: string }[] } },
  ): void => {
    if (result.success) return
    const problems = (result.error?.issues ?? []).map((issue) => ({ where: issue.path.join('.'), message: issue.message }))
    throw new Invalid(
      `${kind} ${id}`,
      `The ${kind} "${id}" cannot be kept: ${problems.map((p) => `${p.where}: ${p.message}`).join(' ')}`,
      problems,
    )
  }
  for (const programme of programmes) check('programme', programme.id, programmeSchema.safeParse(programme))
  for (const offering of offerings) check('offering', offering.id, offeringSchema.safeParse(offering))
}

function writeCursor(programme: Programme): string {
  return Buffer.from(JSON.stringify([programme.title.nl, programme.id])).toString('base64url')
}

function readCursor(cursor: string): readonly [string, string] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(parsed) && typeof parsed[0] === 'string' && typeof parsed[1] === 'string') return [parsed[0], parsed[1]]
  } catch {
    // Falls through: a cursor is opaque, so all that is wrong with one is that no page gave it.
  }
  throw new Invalid('cursor', 'This cursor was not given by a page of this list. Leave it out to begin at the first page.')
}
