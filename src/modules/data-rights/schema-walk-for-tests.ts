import type { Database } from '../../platform/index.ts'
import type { Link, OtherTable, PeopleTable } from './register/table-entry.ts'

/** What the catalogue says of the record. */
export interface Schema {
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[]; readonly isForced: boolean }[]
  readonly references: readonly {
    readonly table: string
    readonly column: string
    readonly to: string
    /** 'c' the row goes, 'n' the column is emptied, 'a' or 'r' it stands in the way. */
    readonly onDelete: string
  }[]
}

export async function readSchema(db: Database): Promise<Schema> {
  const tables = await db.query<{ name: string; columns: string[]; forced: boolean }>(
    `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = current_schema() and c.relkind in ('r', 'p') order by c.relname`,
  )
  const references = await db.query<{ table: string; column: string; to: string; onDelete: string }>(
    `select s.relname as table, a.attname as column, t.relname || '.' || b.attname as to, k.confdeltype as "onDelete"
     from pg_constraint k join pg_class s on s.oid = k.conrelid join pg_class t on t.oid = k.confrelid join pg_namespace n on n.oid = s.relnamespace
       join pg_attribute a on a.attrelid = s.oid and a.attnum = k.conkey[1] join pg_attribute b on b.attrelid = t.oid and b.attnum = k.confkey[1]
     where k.contype = 'f' and n.nspname = current_schema()`,
  )
  return { tables: tables.map(({ name, columns, forced }) => ({ name, columns, isForced: forced })), references }
}

/** Names of columns that make one think of people. */
const looksPersonal =
  /(^|_)(account|email|phone|person|people|profile|birth|birthday|address|text|message|content|note|notes|comment|about|description|employer|handle|browser|subject|record|member|by)($|_)|^name$|(first|last|full|contact|person)_name/

/** Everything in which the register and the schema differ: empty when each table and column is accounted for. */
export function schemaProblems(
  schema: Schema,
  people: Readonly<Record<string, PeopleTable>>,
  others: Readonly<Record<string, OtherTable>>,
  ruleIds: readonly string[],
): string[] {
  const names = schema.tables.map(({ name }) => name)
  const missing = [...Object.keys(people), ...Object.keys(others)].filter((name) => !names.includes(name))
  return [
    ...Object.keys(people).flatMap((name) => peopleProblems(schema, name, people, ruleIds)),
    ...Object.keys(others).flatMap((name) => otherProblems(schema, name, people, others)),
    ...names
      .filter((name) => !Object.hasOwn(people, name) && !Object.hasOwn(others, name))
      .map((name) => `${name}: this table is not in the register`),
    ...missing.map((name) => `${name}: there is no such table`),
  ]
}

function peopleProblems(
  schema: Schema,
  name: string,
  people: Readonly<Record<string, PeopleTable>>,
  ruleIds: readonly string[],
): string[] {
  const table = schema.tables.find((one) => one.name === name)
  const entry = people[name]
  if (!table || !entry) return []
  const said = [...entry.out, ...Object.keys(entry.not)]
  const last = (link: Link) => link.way[0]
  return [
    ...(table.isForced || entry.open ? [] : [`${name}: row security is not forced`]),
    ...table.columns
      .filter((column) => !said.includes(column))
      .map((column) => `${name}.${column}: this column is neither in the export nor left out with a reason`),
    ...said.filter((column) => !table.columns.includes(column)).map((column) => `${name}.${column}: there is no such column`),
    ...said.filter((column, at) => said.indexOf(column) !== at).map((column) => `${name}.${column}: named twice`),
    // Every reference to somebody is one of the ways in which a row is theirs.
    ...schema.references
      .filter(
        ({ table: of, column, to }) => of === name && to === 'account.id' && !entry.links.some((link) => last(link) === column),
      )
      .map(({ column }) => `${name}.${column}: it refers to an account, and is not among the links`),
    ...entry.links.flatMap((link) => linkProblems(schema, name, link)),
    ...keptProblems(
      name,
      entry,
      table.columns,
      schema.tables.map((one) => one.name),
      ruleIds,
    ),
  ]
}

function linkProblems(schema: Schema, name: string, { way, erased, leaves }: Link): string[] {
  if (erased !== 'reference') return []
  const [column] = way
  const to = way[1] ?? 'account.id'
  const reference = schema.references.find((one) => one.table === name && one.column === column && one.to === to)
  const where = `${name}.${column}`
  if (!reference) return [`${where}: no reference to ${to}, so an erasure does not reach it`]
  if (reference.onDelete === 'c') return leaves ? [`${where}: the row goes with ${to}, and yet something is said to stay`] : []
  if (reference.onDelete !== 'n') return [`${where}: its reference to ${to} stands in the way of an erasure`]
  return leaves ? [] : [`${where}: the row stays without the person; say by which ground`]
}

function keptProblems(
  name: string,
  { kept }: PeopleTable,
  columns: readonly string[],
  tables: readonly string[],
  ruleIds: readonly string[],
): string[] {
  if ('rule' in kept) return ruleIds.includes(kept.rule) ? [] : [`${name}: there is no rule ${kept.rule} in data/rules`]
  if ('ends' in kept) return columns.includes(kept.ends) ? [] : [`${name}: it has no column ${kept.ends} that says until when`]
  if ('with' in kept && !tables.includes(kept.with)) return [`${name}: it is kept with ${kept.with}, which is no table`]
  return []
}

function otherProblems(
  schema: Schema,
  name: string,
  people: Readonly<Record<string, PeopleTable>>,
  others: Readonly<Record<string, OtherTable>>,
): string[] {
  const table = schema.tables.find((one) => one.name === name)
  const explained = others[name]?.explained ?? {}
  if (!table) return []
  const referring = schema.references.filter(({ table: of, to }) => of === name && Object.hasOwn(people, to.split('.')[0] ?? ''))
  const refers = referring.filter(({ to }) => !to.startsWith('decision_entry.')).map(({ column, to }) => [column, to] as const)
  return [
    ...(Object.hasOwn(people, name) ? [`${name}: it is in the register twice`] : []),
    ...refers.map(([column, to]) => `${name}.${column} refers to ${to.split('.')[0]}: a table about people`),
    ...table.columns
      .filter(
        (column) => looksPersonal.test(column) && !Object.hasOwn(explained, column) && !refers.some(([one]) => one === column),
      )
      .map((column) => `${name}.${column} looks like something about people: explain it`),
    ...Object.keys(explained)
      .filter((column) => !table.columns.includes(column))
      .map((column) => `${name}.${column} is explained, and is not there`),
  ]
}
