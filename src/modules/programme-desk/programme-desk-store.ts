import type { ActingDatabase } from '../../platform/index.ts'
import type { DeskChange, DeskContent, DeskProgramme, ProgrammeState } from './desk-programme.ts'

const columns = 'id, organisation, demo, state, content, imported, import_source, version'

/** One of an organisation that the actor acts for. */
export async function findRow(db: ActingDatabase, id: string): Promise<DeskProgramme | undefined> {
  const [row] = await db.query(`select ${columns} from desk_programme where id = $1`, [id])
  return row && toRow(row)
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockRow(db: ActingDatabase, id: string): Promise<DeskProgramme | undefined> {
  const [row] = await db.query(`select ${columns} from desk_programme where id = $1 for update`, [id])
  return row && toRow(row)
}

/** The last changed first. */
export async function listRows(db: ActingDatabase, organisation: string): Promise<DeskProgramme[]> {
  return (
    await db.query(`select ${columns} from desk_programme where organisation = $1 order by changed_at desc, id`, [organisation])
  ).map(toRow)
}

/** Those of these ids that stand on some desk, whosever: for a task of the program. */
export async function idsOnDesks(db: ActingDatabase, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.query('select id, organisation from desk_programme where id = any($1::text[])', [ids])
  return new Map(rows.map((row) => [String(row.id), String(row.organisation)]))
}

export async function saveRow(db: ActingDatabase, row: DeskProgramme, now: number): Promise<void> {
  await db.query(
    `insert into desk_programme (${columns}, created_at, changed_at)
     values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8, $9::timestamptz, $9::timestamptz)
     on conflict (id) do update set state = excluded.state, content = excluded.content, imported = excluded.imported,
       import_source = excluded.import_source, version = excluded.version, changed_at = excluded.changed_at`,
    [
      row.id,
      row.organisation,
      row.demo,
      row.state,
      JSON.stringify(row.content),
      row.imported === undefined ? null : JSON.stringify(row.imported),
      row.importSource ?? null,
      row.version,
      new Date(now).toISOString(),
    ],
  )
}

export async function removeRow(db: ActingDatabase, id: string): Promise<void> {
  await db.query('delete from desk_programme where id = $1', [id])
}

/** Numbers them itself: the row of the programme is locked. */
export async function addChange(
  db: ActingDatabase,
  of: { readonly id: string; readonly organisation: string },
  { what, detail, account, key, at }: Omit<DeskChange, 'number'>,
): Promise<void> {
  await db.query(
    `insert into desk_programme_change (programme, number, organisation, what, detail, account, key, at)
     select $1, coalesce(max(number), 0) + 1, $2, $3, $4::jsonb, $5, $6, $7::timestamptz from desk_programme_change where programme = $1`,
    [
      of.id,
      of.organisation,
      what,
      detail === undefined ? null : JSON.stringify(detail),
      account ?? null,
      key ?? null,
      new Date(at).toISOString(),
    ],
  )
}

/** The newest first. */
export async function listChanges(db: ActingDatabase, programme: string): Promise<DeskChange[]> {
  const rows = await db.query(
    'select number, what, detail, account, key, at from desk_programme_change where programme = $1 order by number desc',
    [programme],
  )
  return rows.map((row) => ({
    number: Number(row.number),
    what: row.what as DeskChange['what'],
    detail: (row.detail as DeskChange['detail']) ?? undefined,
    account: (row.account as string | null) ?? undefined,
    key: (row.key as string | null) ?? undefined,
    at: new Date(row.at as Date).getTime(),
  }))
}

function toRow(row: Record<string, unknown>): DeskProgramme {
  return {
    id: String(row.id),
    organisation: String(row.organisation),
    demo: row.demo === true,
    state: row.state as ProgrammeState,
    content: row.content as DeskContent,
    imported: (row.imported as DeskContent | null) ?? undefined,
    importSource: (row.import_source as string | null) ?? undefined,
    version: Number(row.version),
  }
}
