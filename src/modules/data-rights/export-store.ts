import type { ActingDatabase } from '../../platform/index.ts'
import type { Link, PeopleTable, Way } from './register/table-entry.ts'

/** Whose rows are asked. */
export interface PersonKeys {
  readonly account: string
  readonly email: string
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Names come from the register, never from outside; who is asked for is a parameter. */
function isTheirs(way: Way, is: Link['is']): string {
  const [column, at, ...rest] = way
  if (at === undefined) return is === 'email' ? `lower(${quoted(column)}) = lower($1)` : `${quoted(column)} = $1`
  const [table = '', key = ''] = at.split('.')
  const [next, ...further] = rest
  if (next === undefined) throw new Error(`The way ends at ${at}: it should say which column of ${table} leads on.`)
  return `${quoted(column)} in (select ${quoted(key)} from ${quoted(table)} where ${isTheirs([next, ...further], is)})`
}

const keyFor = ({ is }: Link, { account, email }: PersonKeys): string => (is === 'email' ? email : account)

/** Rows of a table that are somebody's by one link, with the columns that an export holds. */
export async function readRowsOf(
  inside: ActingDatabase,
  table: string,
  { out }: Pick<PeopleTable, 'out'>,
  link: Link,
  person: PersonKeys,
): Promise<Record<string, unknown>[]> {
  const columns = out.map(quoted).join(', ')
  return inside.query(
    `select ${columns} from ${quoted(table)} where ${isTheirs(link.way, link.is)} order by ${out.length > 1 ? '1, 2' : '1'}`,
    [keyFor(link, person)],
  )
}

/** How many rows of a table are somebody's by one link. */
export async function countRowsOf(inside: ActingDatabase, table: string, link: Link, person: PersonKeys): Promise<number> {
  const [row] = await inside.query<{ count: number }>(
    `select count(*)::int as count from ${quoted(table)} where ${isTheirs(link.way, link.is)}`,
    [keyFor(link, person)],
  )
  return row?.count ?? 0
}

/** The address of an account, as written; locked until the transaction ends. Undefined where it is gone. */
export async function lockPerson(inside: ActingDatabase, account: string): Promise<PersonKeys | undefined> {
  const [row] = await inside.query<{ email: string }>('select email from account where id = $1 for update', [account])
  return row && { account, email: row.email }
}

export async function findEmail(inside: ActingDatabase, account: string): Promise<string | undefined> {
  const [row] = await inside.query<{ email: string }>('select email from account where id = $1', [account])
  return row?.email
}
