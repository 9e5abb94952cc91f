/**
 * A row in every personal table, made from what the database itself says of its columns: a table that is added tomorrow is planted and tried too.
 */
import type { ActingDatabase, Database } from '../../src/platform/index.ts'
import { insertRow } from './insert-row.ts'

/** Whose rows are planted: everything that points to an account or organisation points to these. */
export interface Owner {
  readonly account: string
  readonly organisation: string
}

export interface Planted {
  readonly table: string
  /** Of the row, as it is compared in SQL. */
  readonly key: Readonly<Record<string, unknown>>
}

interface Column {
  readonly name: string
  readonly type: string
  readonly isNeeded: boolean
}

interface Table {
  readonly name: string
  readonly columns: readonly Column[]
  readonly primary: readonly string[]
  readonly references: ReadonlyMap<string, { readonly table: string; readonly column: string }>
  /** What must be there before, as a whole: a reference of several columns. */
  readonly leansOn: readonly string[]
  /** First value that a check allows. */
  readonly choices: ReadonlyMap<string, string>
}

/** Columns that point to somebody without a reference, since their rows outlive what they point to. */
const isAccount = (name: string): boolean => ['account', 'person'].includes(name)
/** What a check of the shape of a text asks for. */
const shaped: Readonly<Record<string, (text: string) => string>> = {
  // One line alone adds up to nothing only when it is nothing.
  'ledger_line.amount': () => '0',
  'cohort_person.most_minutes': () => '60',
  'found_person.id': (text) => String(1000 + (text.length % 9) * 100 + (text.codePointAt(text.length - 1) ?? 0)),
}

/** Tables behind row-level security that binds their owner too. */
export async function personalTables(db: Database): Promise<string[]> {
  const rows = await db.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relrowsecurity and relforcerowsecurity order by relname`,
  )
  return rows.map(({ name }) => name)
}

/** Tables with a column that says who somebody is. */
export async function tablesAboutPeople(db: Database): Promise<string[]> {
  const rows = await db.query<{ name: string }>(
    `select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey) and k.confrelid = 'account'::regclass
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and (k.oid is not null or a.attname in ('account', 'person', 'email', 'email_folded', 'phone', 'address_hash', 'profile'))
     order by 1`,
  )
  return rows.map(({ name }) => name)
}

/** Plants a row of this owner in every personal table, and what they lean on; in a task's transaction. */
export async function plantRows(inside: ActingDatabase, tables: readonly string[], owner: Owner): Promise<Planted[]> {
  const planter = new Planter(inside, owner)
  for (const table of ['account', 'organisation']) await planter.plant(table)
  for (const table of tables) await planter.plant(table)
  return tables.map((table) => planter.planted(table))
}

/** Another row of this owner for one table, which is not written. */
export async function anotherRow(inside: Database, table: string, owner: Owner): Promise<Readonly<Record<string, unknown>>> {
  const planter = new Planter(inside, owner, true)
  return planter.rowOf(table, ' again')
}

class Planter {
  readonly #inside: Database
  readonly #owner: Owner
  readonly #rows = new Map<string, Readonly<Record<string, unknown>>>()
  readonly #tables = new Map<string, Table>()
  readonly #isPlanted: boolean

  /** `isPlanted`: what a row leans on was planted before, and only its keys are needed. */
  constructor(inside: Database, owner: Owner, isPlanted = false) {
    this.#inside = inside
    this.#owner = owner
    this.#isPlanted = isPlanted
  }

  async plant(table: string): Promise<Readonly<Record<string, unknown>>> {
    const known = this.#rows.get(table)
    if (known) return known
    for (const other of (await this.#tableOf(table)).leansOn) await this.plant(other)
    const row = await this.rowOf(table, '')
    this.#rows.set(table, row)
    if (!this.#isPlanted) await insertRow(this.#inside, table, row)
    return row
  }

  planted(table: string): Planted {
    const row = this.#rows.get(table) ?? {}
    const { primary = [] } = this.#tables.get(table) ?? {}
    return { table, key: Object.fromEntries(primary.map((name) => [name, row[name]])) }
  }

  async rowOf(name: string, mark: string): Promise<Readonly<Record<string, unknown>>> {
    const table = await this.#tableOf(name)
    const row: Record<string, unknown> = {}
    for (const column of table.columns) {
      const value = await this.#valueOf(table, column, mark)
      if (value !== undefined) row[column.name] = value
    }
    return row
  }

  async #valueOf(table: Table, column: Column, mark: string): Promise<unknown> {
    const { account, organisation } = this.#owner
    const reference = table.references.get(column.name)
    if (table.name === 'account' && column.name === 'id') return `${account}${mark}`
    if (table.name === 'organisation' && column.name === 'id') return `${organisation}${mark}`
    if (reference?.table === 'account' || (!reference && isAccount(column.name))) return account
    if (reference?.table === 'organisation' || (!reference && column.name === 'organisation')) return organisation
    if (reference && reference.table !== table.name && column.isNeeded)
      return (await this.plant(reference.table))[reference.column]
    if (!column.isNeeded) return undefined
    const text = `${table.name} ${column.name} of ${account}${mark}`
    return shaped[`${table.name}.${column.name}`]?.(text) ?? table.choices.get(column.name) ?? valueOfType(column.type, text)
  }

  async #tableOf(name: string): Promise<Table> {
    const known = this.#tables.get(name)
    if (known) return known
    const columns = await this.#inside.query<Column & Record<string, unknown>>(
      `select a.attname as name, format_type(a.atttypid, null) as type,
         (a.attnotnull and not a.atthasdef and a.attidentity = '') or exists (
           select from pg_index i where i.indrelid = a.attrelid and i.indisprimary and a.attnum = any(i.indkey)) as "isNeeded"
       from pg_attribute a where a.attrelid = $1::text::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       order by a.attnum`,
      [name],
    )
    const constraints = await this.#inside.query<{
      type: string
      names: string[]
      table: string | null
      to: string[] | null
      told: string
    }>(
      `select c.contype as type, c.confrelid::regclass::text as table, pg_get_constraintdef(c.oid) as told,
         (select array_agg(a.attname::text order by k.place) from unnest(c.conkey) with ordinality k (number, place)
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number) as names,
         (select array_agg(a.attname::text order by k.place) from unnest(c.confkey) with ordinality k (number, place)
            join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.number) as to
       from pg_constraint c where c.conrelid = $1::text::regclass`,
      [name],
    )
    const references = new Map<string, { table: string; column: string }>()
    const choices = new Map<string, string>()
    const leansOn: string[] = []
    let primary: readonly string[] = []
    // References of one column last: they say most exactly what a column points to.
    for (const { type, names, table, to, told } of constraints.sort((a, b) => (b.names?.length ?? 0) - (a.names?.length ?? 0))) {
      if (type === 'p') primary = names
      if (type === 'f') {
        if (names.length > 1) leansOn.push(lastPart(table ?? ''))
        for (const [at, column] of names.entries()) {
          references.set(column, { table: lastPart(table ?? ''), column: to?.[at] ?? '' })
        }
      }
      const choice = type === 'c' && names?.length === 1 ? /ARRAY\['([^']*)'|= '([^']*)'|ARRAY\[(\d+)/.exec(told) : undefined
      if (choice) choices.set(names[0] ?? '', choice[1] ?? choice[2] ?? choice[3] ?? '')
    }
    const made: Table = { name, columns, primary, references, leansOn, choices }
    this.#tables.set(name, made)
    return made
  }
}

const lastPart = (name: string): string => name.split('.').at(-1)?.replaceAll('"', '') ?? ''

function valueOfType(type: string, text: string): unknown {
  if (type.endsWith('[]')) return []
  if (type === 'jsonb') return {}
  if (type === 'boolean') return false
  if (type === 'date') return '2026-11-25'
  if (type.startsWith('timestamp')) return '2026-11-25 12:00:00+00'
  if (/^(integer|bigint|smallint|numeric|double precision|real)/.test(type)) return 1
  return text
}
