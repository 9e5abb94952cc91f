import type { Database } from '../../src/platform/index.ts'

/** Writes a row as it is said; columns that are left out get what the table gives them. */
export async function insertRow(inside: Database, table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const columns = Object.keys(row)
    .map((name) => `"${name}"`)
    .join(', ')
  await inside.query(
    `insert into "${table}" (${columns}) select ${columns} from jsonb_populate_record(null::"${table}", $1::jsonb)`,
    [row],
  )
}
