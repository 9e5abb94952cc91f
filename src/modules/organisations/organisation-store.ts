import type { ActingDatabase, Database } from '../../platform/index.ts'
import type { OrganisationKind } from '../permissions/index.ts'
import type { Organisation, Verification } from './organisation.ts'

/** The table `organisation`: public, so any database may read it. */
export interface OrganisationRow {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly demo: boolean
  readonly registerNumber: string | undefined
  readonly placeName: string | undefined
  readonly region: string | undefined
  readonly website: string | undefined
  readonly about: string | undefined
}

export interface ListQuery {
  readonly text?: string | undefined
  readonly kind?: OrganisationKind | undefined
  /** Name folded and id of the last one of the page before. */
  readonly after?: readonly [string, string] | undefined
  readonly limit: number
}

const columns =
  'id, name, kind, demo, register_number, domain, domain_checked_at, place_name, region, website, about, verification, opened_at, closed_at'

const iso = (ms: number): string => new Date(ms).toISOString()

/** All SQL of organisations themselves. */
export function createOrganisationStore() {
  return {
    async find(db: Database, id: string): Promise<Organisation | undefined> {
      const [row] = await db.query(`select ${columns} from organisation where id = $1`, [id])
      return row && toOrganisation(row)
    },

    /**
     * The same, and nobody else changes it or its members until the transaction ends. Rows that name it may still be added: two that wait for each
     * other's organisation would never end.
     */
    async lock(db: Database, id: string): Promise<Organisation | undefined> {
      const [row] = await db.query(`select ${columns} from organisation where id = $1 for no key update`, [id])
      return row && toOrganisation(row)
    },

    async findMany(db: Database, ids: readonly string[]): Promise<Organisation[]> {
      const rows = await db.query(`select ${columns} from organisation where id = any($1::text[]) order by lower(name), id`, [
        ids,
      ])
      return rows.map(toOrganisation)
    },

    /** The open one with this register number. */
    async findByRegister(db: Database, registerNumber: string): Promise<Organisation | undefined> {
      const [row] = await db.query(`select ${columns} from organisation where register_number = $1 and closed_at is null`, [
        registerNumber,
      ])
      return row && toOrganisation(row)
    },

    /** The open ones with one of these register numbers. */
    async findByRegisters(db: Database, registerNumbers: readonly string[]): Promise<Organisation[]> {
      const rows = await db.query(
        `select ${columns} from organisation where register_number = any($1::text[]) and closed_at is null`,
        [registerNumbers],
      )
      return rows.map(toOrganisation)
    },

    /** Open ones whose name holds all words of the text, by name. */
    async list(db: Database, { text, kind, after, limit }: ListQuery): Promise<Organisation[]> {
      const words = (text ?? '')
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word !== '')
      const rows = await db.query(
        `select ${columns} from organisation
         where closed_at is null and opened_at is not null
           and ($1::text is null or kind = $1)
           and (select coalesce(bool_and(position(word in lower(name)) > 0), true) from unnest($2::text[]) as word)
           and ($3::text is null or (lower(name), id) > (lower($3), $4))
         order by lower(name), id limit $5`,
        [kind ?? null, words, after?.[0] ?? null, after?.[1] ?? null, limit],
      )
      return rows.map(toOrganisation)
    },

    async insert(db: Database, row: OrganisationRow, times: { readonly now: number; readonly isOpen: boolean }): Promise<void> {
      await db.query(
        `insert into organisation (id, name, kind, demo, register_number, place_name, region, website, about, created_at, opened_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::timestamptz, $11::timestamptz)`,
        [
          row.id,
          row.name,
          row.kind,
          row.demo,
          row.registerNumber ?? null,
          row.placeName ?? null,
          row.region ?? null,
          row.website ?? null,
          row.about ?? null,
          iso(times.now),
          times.isOpen ? iso(times.now) : null,
        ],
      )
    },

    async update(db: Database, row: Omit<OrganisationRow, 'demo' | 'kind'>): Promise<void> {
      await db.query(
        `update organisation set name = $2, register_number = $3, place_name = $4, region = $5, website = $6, about = $7 where id = $1`,
        [
          row.id,
          row.name,
          row.registerNumber ?? null,
          row.placeName ?? null,
          row.region ?? null,
          row.website ?? null,
          row.about ?? null,
        ],
      )
    },

    /** From the first member who accepted on, it is public. */
    async open(db: Database, id: string, now: number): Promise<void> {
      await db.query('update organisation set opened_at = coalesce(opened_at, $2::timestamptz) where id = $1', [id, iso(now)])
    },

    /** Those that somebody else made before a moment, of which nobody accepted and nobody can any more. */
    async removeAwaited(task: ActingDatabase, before: number): Promise<number> {
      const rows = await task.query(
        `delete from organisation o where opened_at is null and created_at < $1::timestamptz
           and not exists (select from invitation i where i.organisation = o.id and i.created_at >= $1::timestamptz) returning id`,
        [iso(before)],
      )
      return rows.length
    },

    async close(db: Database, id: string, now: number): Promise<void> {
      await db.query('update organisation set closed_at = $2::timestamptz where id = $1 and closed_at is null', [id, iso(now)])
    },
  }
}
export type OrganisationStore = ReturnType<typeof createOrganisationStore>

function toOrganisation(row: Record<string, unknown>): Organisation {
  const text = (column: string): string | undefined => (row[column] === null ? undefined : String(row[column]))
  const optional = {
    domain: row.domain_checked_at === null ? undefined : text('domain'),
    registerNumber: text('register_number'),
    placeName: text('place_name'),
    region: text('region'),
    website: text('website'),
    about: text('about'),
  }
  return {
    id: String(row.id),
    name: String(row.name),
    kind: row.kind as OrganisationKind,
    demo: row.demo === true,
    verification: row.verification as Verification,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    closed: row.closed_at !== null,
    isAwaited: row.opened_at === null,
  }
}
