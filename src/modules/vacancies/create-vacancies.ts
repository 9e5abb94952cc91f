import {
  type Clock,
  cutPage,
  type Database,
  type DateText,
  type Ids,
  Invalid,
  type Log,
  NotFound,
  readCursor,
  todayInAmsterdam,
} from '../../platform/index.ts'
import { createImportRuns, type ImportOptions, type ImportRuns, type ImportSource } from '../imports/index.ts'
import type { ReadTexts, TextReader } from '../reading/index.ts'
import type { Catalogue } from '../skills/index.ts'
import { fingerprintOf } from './fingerprint.ts'
import { dryRun } from './intake/dry-run.ts'
import { type ImportParts, importVacancies, readAgain, type VacancyImportOptions } from './intake/import-vacancies.ts'
import type { VacancyImportReport } from './intake/intake-report.ts'
import { type FindVacancyPlace, postingContext } from './job-postings/index.ts'
import { type Quote, quotesOf } from './quote-store.ts'
import { createRawVacancyStore } from './raw-vacancy-store.ts'
import { refuseTooMuch } from './refuse-too-much.ts'
import type { VacancyRecord, VacancyState } from './vacancy.ts'
import type { VacancyFacets, VacancyFilter } from './vacancy-filter.ts'
import { createVacancyStore, type HeldFromSource, type Opening } from './vacancy-store.ts'

export interface VacancyPage {
  readonly items: readonly VacancyRecord[]
  readonly next?: string
}

/** Vacancies: published ones in lists and for the engine, and everything that puts them there. */
export interface Vacancies {
  /** Published ones, newest first, a page at a time. @throws Invalid on a cursor that no page gave. */
  list(asked: VacancyFilter & { readonly cursor?: string | undefined; readonly limit: number }): Promise<VacancyPage>
  count(filter: VacancyFilter): Promise<number>
  /** Counts per region, occupation, hours and so on of published ones, each facet without its own filter. */
  facets(filter: VacancyFilter): Promise<VacancyFacets>
  /** In any state but draft: a draft is for its organisation only. */
  find(id: string): Promise<VacancyRecord | undefined>
  /** @throws NotFound */
  get(id: string): Promise<VacancyRecord>
  allPublished(): Promise<readonly VacancyRecord[]>
  /** The same, read some at a time: for exports. */
  eachPublished(): AsyncIterable<VacancyRecord>
  /** Of these ids, those that are published, in any order: what an index reads when the outbox names them. */
  publishedOf(ids: readonly string[]): Promise<readonly VacancyRecord[]>
  /** Those that exist, in any state and any order. */
  ofIds(ids: readonly string[]): Promise<readonly VacancyRecord[]>
  /** Published ones of these occupations: what their pages count. */
  openingsOf(occupations: readonly string[]): Promise<readonly Opening[]>
  /** How many published ones each occupation has. */
  countByOccupation(): Promise<ReadonlyMap<string, number>>
  /** With which words the newest published vacancies of the filter ask these skills: so many of each, as evidence. */
  quotes(filter: VacancyFilter, skills: readonly string[], each: number): Promise<readonly Quote[]>
  /** Published ones by the source they came from. */
  countBySource(): Promise<readonly HeldFromSource[]>
  /** Published ones that are not of the demo, by id. */
  listReal(): Promise<readonly { readonly id: string; readonly publishedOn: DateText }[]>
  /**
   * Inserts or replaces, in one transaction: the given one, or its own.
   * @throws Invalid when one asks more than can be computed; then nothing is kept.
   */
  insertMany(vacancies: readonly VacancyRecord[], inside?: Database): Promise<void>
  /** All of an organisation, drafts too, newest first, inside the transaction of `inside`. Who may see them is asked elsewhere. */
  ofOrganisation(inside: Database, organisation: string): Promise<readonly VacancyRecord[]>
  /** One of any state, a draft too. Who may see it is asked elsewhere. */
  findAny(inside: Database, id: string): Promise<VacancyRecord | undefined>
  /** From one of these states to another, inside the transaction of `inside`; whether it was in one of them. */
  changeState(inside: Database, id: string, from: readonly VacancyState[], to: VacancyState): Promise<boolean>
  /** A draft goes altogether, inside the transaction of `inside`; whether it was one. */
  removeDraft(inside: Database, id: string): Promise<boolean>
  /** What closed before this day is no longer published; how many. */
  expire(today: DateText): Promise<number>
  /**
   * Reads vacancies from a file, all files of a folder, a text, or bytes: JobPosting as JSON-LD (alone, in a list, one a line, in HTML or among
   * text), SETU PositionOpeningNL (XML), or CSV; raw -> read -> published. The same again changes nothing. With `dryRun` nothing is stored.
   * @throws Invalid when there is no such file; Conflict while another import of vacancies runs, or when this one is stopped.
   */
  importFrom(from: ImportSource, options?: VacancyImportOptions & Partial<ReadingParts>): Promise<VacancyImportReport>
  /** Titles of the first vacancies of a source that this run of an import found new or changed. */
  titlesTakenIn(source: string, run: string, limit: number): Promise<readonly string[]>
  /**
   * Empties what is kept raw and not needed any more: of withdrawn vacancies at once, of others that are not published when it came in before this
   * moment (milliseconds); how many. Published ones can always be read again.
   */
  emptyUnneeded(before: number): Promise<number>
  /** Reads every kept record again, for example after an import of a taxonomy. @throws Conflict as above. */
  readAgain(options?: ImportOptions & Partial<ReadingParts>): Promise<VacancyImportReport>
}

/** What reading a posting needs of other modules. */
export interface ReadingParts {
  readonly catalogue: Catalogue
  readonly findPlace: FindVacancyPlace
}

export interface VacanciesParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  /** For imports that are not handed a catalogue and a `findPlace`. */
  readonly skills?: { catalogue(): Promise<Catalogue> }
  readonly regions?: {
    readonly findPlace: FindVacancyPlace
    list?(): readonly { readonly code: string; readonly name: string }[]
  }
  /** Left out: texts are read by labels only. */
  readonly texts?: Pick<TextReader, 'read'> | undefined
  /** Left out: runs of its own, for tests. */
  readonly runs?: ImportRuns
}

export function createVacancies(parts: VacanciesParts): Vacancies {
  const store = createVacancyStore(parts.db)
  const raw = createRawVacancyStore(parts.db)
  const runs = parts.runs ?? createImportRuns(parts)

  /** What reading needs, as it is now. */
  async function ready(given: Partial<ReadingParts> | undefined): Promise<ImportParts> {
    const catalogue = given?.catalogue ?? (await parts.skills?.catalogue())
    const findPlace = given?.findPlace ?? parts.regions?.findPlace
    if (!catalogue || !findPlace) throw new Invalid('import', 'Reading vacancies needs the loaded taxonomies and regions.')
    const context = postingContext(catalogue, findPlace, todayInAmsterdam(parts.clock.now()), parts.regions?.list?.())
    const { texts } = parts
    const readTexts: ReadTexts | undefined = texts && ((asked) => texts.read(catalogue, asked))
    return { db: parts.db, outside: parts, runs, raw, vacancies: store, context, readTexts }
  }

  return {
    async importFrom(from, options) {
      const work = await ready(options)
      return options?.dryRun ? dryRun(work, from, options) : importVacancies(work, from, options)
    },
    titlesTakenIn: (source, run, limit) => raw.titlesTakenIn(source, run, limit),
    emptyUnneeded: (before) => raw.emptyUnneeded(parts.clock.now(), before),
    readAgain: async (options) => readAgain(await ready(options), options),
    async list({ cursor, limit, ...filter }) {
      const after = cursor === undefined ? undefined : readCursor<[DateText, string]>(cursor, ['2026-01-01', ''])
      const found = await store.listPublished(filter, after, limit + 1)
      return cutPage(found, limit, ({ publishedOn, id }) => [publishedOn, id])
    },
    count: (filter) => store.countPublished(filter),
    facets: (filter) => store.facets(filter),
    find: (id) => store.find(id),
    async get(id) {
      const found = await store.find(id)
      if (!found) throw new NotFound('vacancy', id)
      return found
    },
    allPublished: () => store.allPublished(),
    eachPublished: () => store.eachPublished(),
    publishedOf: (ids) => store.publishedOf(ids),
    ofIds: (ids) => store.findMany(parts.db, ids),
    openingsOf: (occupations) => store.openingsOf(occupations),
    countByOccupation: () => store.countByOccupation(),
    quotes: (filter, skills, each) => quotesOf(parts.db, filter, skills, each),
    countBySource: () => store.countBySource(),
    listReal: () => store.listReal(),
    async insertMany(vacancies, inside) {
      for (const vacancy of vacancies) refuseTooMuch(vacancy)
      const work = (db: Database): Promise<void> =>
        store.save(
          db,
          vacancies.map((vacancy) => ({ ...vacancy, fingerprint: fingerprintOf(vacancy) })),
        )
      await (inside ? work(inside) : parts.db.transaction(work))
    },
    ofOrganisation: (inside, organisation) => store.listOfOrganisation(inside, organisation),
    findAny: async (inside, id) => (await store.findMany(inside, [id]))[0],
    changeState: (inside, id, from, to) => store.changeState(inside, id, from, to),
    removeDraft: (inside, id) => store.removeDraft(inside, id),
    expire: (today) => store.expire(parts.db, today),
  }
}
