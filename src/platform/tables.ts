import type { Database } from './database.ts'

/** Table of the migrations themselves: not part of a backup's rows, its header has them. */
export const migrationTable = 'schema_migration'

/** All tables of the record, each after those that it refers to. */
export async function listTables(db: Database): Promise<string[]> {
  const tables = await db.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = current_schema() and c.relkind in ('r', 'p') order by c.relname`,
  )
  const references = await db.query<{ source: string; target: string }>(
    `select s.relname as source, t.relname as target
       from pg_constraint k join pg_class s on s.oid = k.conrelid join pg_class t on t.oid = k.confrelid
       join pg_namespace n on n.oid = s.relnamespace
      where k.contype = 'f' and s.oid <> t.oid and n.nspname = current_schema()`,
  )
  return inOrder(
    tables.map(({ name }) => name),
    (table) => references.filter(({ source }) => source === table).map(({ target }) => target),
  )
}

/** Names such that each comes after those it needs. @throws Error on a circle. */
export function inOrder(names: readonly string[], needsOf: (name: string) => readonly string[]): string[] {
  const placed: string[] = []
  const visiting = new Set<string>()
  const place = (name: string): void => {
    if (placed.includes(name)) return
    if (visiting.has(name)) throw new Error(`Table "${name}" refers to itself by way of others: its rows have no order.`)
    visiting.add(name)
    for (const need of needsOf(name)) place(need)
    placed.push(name)
  }
  for (const name of names) place(name)
  return placed
}

/** A name from the catalogue as SQL reads it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
