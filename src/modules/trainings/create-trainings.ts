import {
  type Clock,
  Conflict,
  cutPage,
  type Database,
  type Ids,
  Invalid,
  type Log,
  NotFound,
  readCursor,
  todayInAmsterdam,
} from '../../platform/index.ts'
import { createImportRuns, type ImportOptions, type ImportRuns, type ImportSource } from '../imports/index.ts'
import { type AskedText, type TextReader, withTextsRead } from '../reading/index.ts'
import type { Catalogue } from '../skills/index.ts'
import {
  importTrainings,
  type ReadFrom,
  type ReadTrainings,
  readTrainings,
  readTrainingsAgain,
  type TrainingImportOptions,
  type TrainingImportParts,
} from './intake/import-trainings.ts'
import { createRawTrainingStore } from './intake/raw-training-store.ts'
import { eachOnce, skillsInText } from './intake/read-skills.ts'
import { type FindTrainingPlace, trainingContext } from './intake/training-context.ts'
import type { TrainingImportReport } from './intake/training-report.ts'
import { type OfferingRecord, offeringSchema, type Programme, type ProgrammeSkill, programmeSchema } from './programme.ts'
import { createTrainingStore, type ProgrammeFilter } from './training-store.ts'
import type { Taught } from './training-world.ts'

/** Programmes and their offerings. */
export interface Trainings {
  /** Programmes by Dutch title, a page at a time. @throws Invalid on a cursor that no page gave. */
  listProgrammes(
    asked: ProgrammeFilter & { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<{ readonly items: readonly Programme[]; readonly next?: string }>
  /** Also one that is `withdrawn`: who is in the middle of it finds its name. So do `findOffering` and `offeringsOf`. */
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
  /**
   * The same reading, of which nothing is kept: the records themselves, for who does something else with them. An id that another source holds is refused.
   * @throws Invalid when there is no such file; Conflict when it is stopped
   */
  readFrom(from: ImportSource, options: TrainingImportOptions & ReadFrom): Promise<ReadTrainings>
  /** The skills that the text of a course names, each with the words that say it: read, and confirmed by nobody. */
  skillsIn(text: string): Promise<readonly ProgrammeSkill[]>
  /** Puts every imported programme together again, for example after an import of a taxonomy. @throws Conflict as above. */
  readAgain(options?: ImportOptions): Promise<TrainingImportReport>
  /** Titles of the first programmes of a source that this run of an import found new or changed. */
  titlesTakenIn(source: string, run: string, limit: number): Promise<readonly string[]>
  /** These programmes with their offerings, withdrawn ones too, inside the transaction of `inside`. */
  taughtIn(inside: Database, programmes: readonly string[]): Promise<readonly Taught[]>
  /** Saves programmes with exactly these offerings, inside the transaction of `inside`: others that they had go. @throws Invalid when one cannot be kept; Conflict when an id is taken */
  replace(inside: Database, records: TrainingRecords): Promise<void>
  /** Programmes of one source become those of another, inside the transaction of `inside`. */
  takeOver(inside: Database, programmes: readonly string[], from: string, to: string): Promise<void>
  /** They are given no more: in no list, plan or index, and found by their id only. Inside the transaction of `inside`. */
  withdraw(inside: Database, programmes: readonly string[]): Promise<void>
  /** Programmes that this organisation keeps on its own desk, withdrawn ones too, by id, inside the transaction of `inside`. Who may see them is asked elsewhere. */
  ofOrganisation(inside: Database, organisation: string): Promise<readonly Programme[]>
  /** Gives what this provider of the demo teaches to an organisation of the demo, in the transaction of the demo world. */
  giveDemo(inside: Database, provider: string, organisation: string): Promise<void>
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
  /** Left out: texts are read by labels only. */
  readonly texts?: Pick<TextReader, 'read'> | undefined
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
    const catalogue = await parts.skills.catalogue()
    const context = trainingContext({
      ...{ catalogue, findPlace: parts.regions.findPlace, regions: parts.regions.list(), today },
      hoursPerCredit: typeof credit === 'number' ? credit : undefined,
    })
    const { texts } = parts
    const readTexts = texts && ((asked: readonly AskedText[]) => texts.read(catalogue, asked))
    return { db: parts.db, outside: parts, runs, raw, trainings: store, context, readTexts }
  }

  return {
    async listProgrammes({ cursor, limit, ...filter }) {
      const after = cursor === undefined ? undefined : readCursor<[string, string]>(cursor, ['', ''])
      const found = await store.list(filter, after, limit + 1)
      return cutPage(found, limit, ({ title, id }) => [title.nl, id])
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
    readFrom: async (from, options) => readTrainings(await ready(), from, options),
    async skillsIn(text) {
      const { context, readTexts } = await ready()
      return withTextsRead((readSkills) => eachOnce(skillsInText(text, undefined, { ...context, readSkills })), {
        labels: context.readSkills,
        readTexts,
      })
    },
    readAgain: async (options) => readTrainingsAgain(await ready(), options),
    titlesTakenIn: (source, run, limit) => raw.titlesTakenIn(source, run, limit),
    taughtIn: async (inside, programmes) => [...(await store.findMany(inside, programmes)).values()],
    async replace(inside, records) {
      refuseUnfit(records)
      const taken = await store.takenFrom(inside, records.programmes, records.offerings)
      if (taken !== undefined)
        throw new Conflict(`The id "${taken}" is that of another programme or offering. Give it another one.`)
      await store.replaceMany(inside, records.programmes, records.offerings)
    },
    takeOver: (inside, programmes, from, to) => store.takeOver(inside, programmes, from, to),
    withdraw: (inside, programmes) => store.withdraw(inside, programmes),
    ofOrganisation: (inside, organisation) => store.programmesOfOrganisation(inside, organisation),
    giveDemo: (inside, provider, organisation) => store.giveDemoProgrammes(inside, provider, organisation),
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
