import type { ActingDatabase, DateText } from '../../platform/index.ts'

/** The book of a placement: whose it is, and who may look into it. */
export interface Book {
  readonly placement: string
  /** Undefined: their account was erased. */
  readonly person: string | undefined
  readonly school: string
  readonly employer: string
  readonly programme: string
  readonly from: DateText
  readonly until: DateText
  readonly demo: boolean
}

interface BookRow extends Record<string, unknown> {
  readonly placement: string
  readonly person: string | null
  readonly school: string
  readonly employer: string
  readonly programme: string
  readonly from: DateText
  readonly until: DateText
  readonly demo: boolean
}

const columns = 'placement, person, school, employer, programme, starts_on as "from", ends_on as "until", demo'
const toBook = (row: BookRow): Book => ({ ...row, person: row.person ?? undefined })

/** @param lock writers of this book follow each other until the transaction ends */
export async function findBook(inside: ActingDatabase, placement: string, lock = false): Promise<Book | undefined> {
  const [row] = await inside.query<BookRow>(
    `select ${columns} from credit_book where placement = $1 ${lock ? 'for update' : ''}`,
    [placement],
  )
  return row && toBook(row)
}

/** All that the actor's database shows, the newest first. */
export async function listBooks(inside: ActingDatabase): Promise<Book[]> {
  return (await inside.query<BookRow>(`select ${columns} from credit_book order by starts_on desc, placement`)).map(toBook)
}

/** A page of those of an organisation, the newest first. @param after first day and placement of the last one of the page before */
export async function listPageOfBooks(
  inside: ActingDatabase,
  organisation: string,
  after: readonly [DateText, string] | undefined,
  limit: number,
): Promise<Book[]> {
  const rows = await inside.query<BookRow>(
    `select ${columns} from credit_book
      where (school = $1 or employer = $1)
        and ($2::date is null or starts_on < $2::date or (starts_on = $2::date and placement > $3))
      order by starts_on desc, placement limit $4`,
    [organisation, after?.[0] ?? null, after?.[1] ?? null, limit],
  )
  return rows.map(toBook)
}

/** Opens it, or brings its days in line with the placement, which may have been made longer. */
export async function putBook(inside: ActingDatabase, book: Book, now: number): Promise<void> {
  await inside.query(
    `insert into credit_book (placement, person, school, employer, programme, starts_on, ends_on, demo, opened_at)
     values ($1, $2, $3, $4, $5, $6::date, $7::date, $8, $9::timestamptz)
     on conflict (placement) do update set starts_on = excluded.starts_on, ends_on = excluded.ends_on
       where credit_book.starts_on <> excluded.starts_on or credit_book.ends_on <> excluded.ends_on`,
    [
      ...[book.placement, book.person ?? null, book.school, book.employer, book.programme, book.from, book.until, book.demo],
      new Date(now).toISOString(),
    ],
  )
}

export async function removeDemoBooks(program: ActingDatabase): Promise<void> {
  await program.query('delete from credit_book where demo')
}

/** How people want to be called, by account. */
export async function listNames(program: ActingDatabase, accounts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await program.query<{ id: string; name: string | null }>(
    'select id, name from account where id = any($1::text[])',
    [[...new Set(accounts)]],
  )
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])))
}
