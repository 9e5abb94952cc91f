import {
  type Clock,
  Conflict,
  type Database,
  type DateText,
  type Ids,
  Invalid,
  type Log,
  NotFound,
  todayInAmsterdam,
} from '../../platform/index.ts'
import type { Catalogue } from '../skills/index.ts'
import { fingerprintOf } from './fingerprint.ts'
import {
  type FindVacancyPlace,
  type ImportOptions,
  type ImportParts,
  type ImportReport,
  importJobPostings,
  type PostingText,
  postingContext,
  readAgain,
} from './job-postings/index.ts'
import { createRawVacancyStore } from './raw-vacancy-store.ts'
import { refuseTooMuch } from './refuse-too-much.ts'
import type { VacancyRecord } from './vacancy.ts'
import { createVacancyStore, type VacancyFilter } from './vacancy-store.ts'

export interface VacancyPage {
  readonly items: readonly VacancyRecord[]
  readonly next?: string
}

/** Vacancies: published ones in lists and for the engine, and everything that puts them there. */
export interface Vacancies {
  /** Published ones, newest first, a page at a time. @throws Invalid on a cursor that no page gave. */
  list(asked: VacancyFilter & { readonly cursor?: string | undefined; readonly limit: number }): Promise<VacancyPage>
  count(filter: VacancyFilter): Promise<number>
  /** In any state. */
  find(id: string): Promise<VacancyRecord | undefined>
  /** @throws NotFound */
  get(id: string): Promise<VacancyRecord>
  allPublished(): Promise<readonly VacancyRecord[]>
  /**
   * Inserts or replaces and raises the revision, in one transaction: the given one, or its own.
   * @throws Invalid when one asks more than can be computed; then nothing is kept.
   */
  insertMany(vacancies: readonly VacancyRecord[], inside?: Database): Promise<void>
  /** What closed before this day is no longer published; how many. */
  expire(today: DateText): Promise<number>
  /**
   * Reads schema.org JobPostings from a file, all files of a folder, or a text: JSON-LD alone, one a line (.ndjson), in HTML or
   * among text; raw -> read -> published. The same again changes nothing.
   * @throws Invalid when there is no such file; Conflict while another import of vacancies runs, or when this one is stopped.
   */
  importJobPostings(from: string | PostingText, options?: ImportOptions & Partial<ReadingParts>): Promise<ImportReport>
  /** Reads every kept posting again, for example after an import of a taxonomy. @throws Conflict as above. */
  readAgain(options?: ImportOptions & Partial<ReadingParts>): Promise<ImportReport>
  /** At start: imports that a killed process left behind are failed; how many. */
  repairRuns(): Promise<number>
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
  readonly regions?: { readonly findPlace: FindVacancyPlace }
}

export function createVacancies(parts: VacanciesParts): Vacancies {
  const store = createVacancyStore(parts.db)
  const raw = createRawVacancyStore(parts.db)
  let importing = false

  async function alone(
    given: Partial<ReadingParts> | undefined,
    work: (ready: ImportParts) => Promise<ImportReport>,
  ): Promise<ImportReport> {
    if (importing) throw new Conflict('An import of vacancies is running already. Wait until it has ended, then try again.')
    importing = true
    try {
      const catalogue = given?.catalogue ?? (await parts.skills?.catalogue())
      const findPlace = given?.findPlace ?? parts.regions?.findPlace
      if (!catalogue || !findPlace) throw new Invalid('import', 'Reading vacancies needs the loaded taxonomies and regions.')
      const context = postingContext(catalogue, findPlace, todayInAmsterdam(parts.clock.now()))
      return await work({ db: parts.db, outside: parts, raw, vacancies: store, context })
    } finally {
      importing = false
    }
  }

  return {
    importJobPostings: (from, options) => alone(options, (ready) => importJobPostings(ready, from, options)),
    readAgain: (options) => alone(options, (ready) => readAgain(ready, options)),
    repairRuns: () => (importing ? Promise.resolve(0) : raw.repairRuns(parts.clock.now())),
    async list({ cursor, limit, ...filter }) {
      const found = await store.listPublished(filter, cursor === undefined ? undefined : readCursor(cursor), limit + 1)
      const items = found.slice(0, limit)
      const last = items.at(-1)
      return found.length > limit && last ? { items, next: writeCursor(last) } : { items }
    },
    count: (filter) => store.countPublished(filter),
    find: (id) => store.find(id),
    async get(id) {
      const found = await store.find(id)
      if (!found) throw new NotFound('vacancy', id)
      return found
    },
    allPublished: () => store.allPublished(),
    async insertMany(vacancies, inside) {
      for (const vacancy of vacancies) refuseTooMuch(vacancy)
      const work = async (db: Database): Promise<void> => {
        await store.save(
          db,
          vacancies.map((vacancy) => ({ ...vacancy, fingerprint: fingerprintOf(vacancy) })),
        )
        await store.raiseRevision(db)
      }
      await (inside ? work(inside) : parts.db.transaction(work))
    },
    expire: (today) =>
      parts.db.transaction(async (db) => {
        const expired = await store.expire(db, today)
        if (expired > 0) await store.raiseRevision(db)
        return expired
      }),
  }
}

function writeCursor(vacancy: VacancyRecord): string {
  return Buffer.from(JSON.stringify([vacancy.publishedOn, vacancy.id])).toString('base64url')
}

function readCursor(cursor: string): readonly [DateText, string] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const [day, id] = Array.isArray(parsed) ? parsed : []
    if (typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) && typeof id === 'string') return [day, id]
  } catch {
    // Falls through: a cursor is opaque, so all that is wrong with one is that no page gave it.
  }
  throw new Invalid('cursor', 'This cursor was not given by a page of this list. Leave it out to begin at the first page.')
}
