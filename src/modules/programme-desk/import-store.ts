import type { ActingDatabase } from '../../platform/index.ts'
import type { ReadTrainings, Taught } from '../trainings/index.ts'

/** A file that was read for a desk, and is brought in or thrown away. */
export interface DeskImport {
  readonly id: string
  readonly organisation: string
  readonly importSource: string
  readonly isWhole: boolean
  readonly found: readonly Taught[]
  readonly refused: readonly { readonly place: string; readonly reason: string }[]
  readonly notes: ReadTrainings['notes']
  /** How many of each; undefined: not yet. */
  readonly broughtIn?: Readonly<Record<string, number>> | undefined
}

export async function addImport(db: ActingDatabase, one: DeskImport, madeAt: number, expiresAt: number): Promise<void> {
  await db.query(
    `insert into desk_import (id, organisation, import_source, is_whole, found, refused, notes, made_at, expires_at)
     values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7::jsonb, $8::timestamptz, $9::timestamptz)`,
    [
      one.id,
      one.organisation,
      one.importSource,
      one.isWhole,
      JSON.stringify(one.found),
      JSON.stringify(one.refused),
      JSON.stringify(one.notes),
      new Date(madeAt).toISOString(),
      new Date(expiresAt).toISOString(),
    ],
  )
}

/** One of an organisation that the actor acts for, that is not too old. @param lock nobody else takes it until the transaction ends */
export async function findImport(db: ActingDatabase, id: string, now: number, lock = false): Promise<DeskImport | undefined> {
  const [row] = await db.query(
    `select id, organisation, import_source, is_whole, found, refused, notes, brought_in from desk_import
     where id = $1 and expires_at > $2::timestamptz${lock ? ' for update' : ''}`,
    [id, new Date(now).toISOString()],
  )
  return (
    row && {
      id: String(row.id),
      organisation: String(row.organisation),
      importSource: String(row.import_source),
      isWhole: row.is_whole === true,
      found: row.found as DeskImport['found'],
      refused: row.refused as DeskImport['refused'],
      notes: row.notes as DeskImport['notes'],
      broughtIn: (row.brought_in as DeskImport['broughtIn'] | null) ?? undefined,
    }
  )
}

/** What was in it is on the desk now: only how many stays, until its end. */
export async function markBroughtIn(db: ActingDatabase, id: string, counts: Readonly<Record<string, number>>): Promise<void> {
  await db.query(`update desk_import set brought_in = $2::jsonb, found = '[]', refused = '[]', notes = '[]' where id = $1`, [
    id,
    JSON.stringify(counts),
  ])
}

/** Those whose end has passed; how many. For a task of the program. */
export async function removeExpiredImports(db: ActingDatabase, now: number): Promise<number> {
  return (
    await db.query('delete from desk_import where expires_at <= $1::timestamptz returning id', [new Date(now).toISOString()])
  ).length
}
