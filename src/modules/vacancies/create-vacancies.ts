import { mostEssentials, mostTerms } from '../../engine/matching/index.ts'
import { type Clock, type Database, type DateText, type Ids, Invalid, type Log, NotFound } from '../../platform/index.ts'
import { fingerprintOf } from './fingerprint.ts'
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
}

export interface VacanciesParts {
  readonly db: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
}

export function createVacancies(parts: VacanciesParts): Vacancies {
  const store = createVacancyStore(parts.db)
  return {
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

/** Skills take 64 bits and terms 16 in the engine. @throws Invalid with the number found. */
export function refuseTooMuch(vacancy: Pick<VacancyRecord, 'id' | 'facts' | 'requirements'>): void {
  const essentials = vacancy.requirements.filter((one) => one.weight === 'essential').length
  if (essentials > mostEssentials) {
    throw new Invalid(
      `vacancy ${vacancy.id}`,
      `It asks ${essentials} essential skills; at most ${mostEssentials} can be compared. Make what is not needed on the first day important or somewhat.`,
    )
  }
  const { languages = [], licences = [] } = vacancy.facts
  // Nine terms stand for themselves; each language and licence is one more (docs/engine/definitions.md ruling 14).
  const terms = 10 + languages.length + licences.length
  if (terms > mostTerms) {
    throw new Invalid(
      `vacancy ${vacancy.id}`,
      `It asks ${languages.length} languages and ${licences.length} licences; at most ${mostTerms - 10} together can be compared.`,
    )
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
