import type { ActingDatabase } from '../../platform/index.ts'
import type { VacancyState } from '../vacancies/index.ts'
import type { CloseReason } from './close-reasons.ts'
import type { DeskChange, DeskRow } from './desk-vacancy.ts'

const columns = 'vacancy, organisation, demo, place, reasons, by_hand, against, version, close_reason, close_text'

/** One of an organisation that the actor acts for. */
export async function findRow(db: ActingDatabase, vacancy: string): Promise<DeskRow | undefined> {
  const [row] = await db.query(`select ${columns} from desk_vacancy where vacancy = $1`, [vacancy])
  return row && toRow(row)
}

/** The same, and nobody else changes it or its vacancy until the transaction ends; with the state in which it is. */
export async function lockRow(
  db: ActingDatabase,
  vacancy: string,
): Promise<{ readonly row: DeskRow; readonly state: VacancyState } | undefined> {
  const [row] = await db.query(`select ${columns} from desk_vacancy where vacancy = $1 for update`, [vacancy])
  if (!row) return undefined
  const [one] = await db.query<{ state: VacancyState }>('select state from vacancy where id = $1 for update', [vacancy])
  return one && { row: toRow(row), state: one.state }
}

export async function listRows(db: ActingDatabase, organisation: string): Promise<DeskRow[]> {
  return (await db.query(`select ${columns} from desk_vacancy where organisation = $1 order by vacancy`, [organisation])).map(
    toRow,
  )
}

export async function saveRow(db: ActingDatabase, row: DeskRow, now: number): Promise<void> {
  await db.query(
    `insert into desk_vacancy (${columns}, changed_at) values ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8, $9, $10, $11::timestamptz)
     on conflict (vacancy) do update set place = excluded.place, reasons = excluded.reasons, by_hand = excluded.by_hand, against = excluded.against,
       version = excluded.version, close_reason = excluded.close_reason, close_text = excluded.close_text, changed_at = excluded.changed_at`,
    [
      row.vacancy,
      row.organisation,
      row.demo,
      row.place ?? null,
      JSON.stringify(row.reasons),
      JSON.stringify(row.byHand),
      row.against,
      row.version,
      row.closed?.reason ?? null,
      row.closed?.text ?? null,
      new Date(now).toISOString(),
    ],
  )
}

/** Numbers them itself: the row of the vacancy is locked. */
export async function addChange(
  db: ActingDatabase,
  of: { readonly vacancy: string; readonly organisation: string },
  { what, detail, account, key, at }: Omit<DeskChange, 'number'>,
): Promise<void> {
  await db.query(
    `insert into desk_vacancy_change (vacancy, number, organisation, what, detail, account, key, at)
     select $1, coalesce(max(number), 0) + 1, $2, $3, $4::jsonb, $5, $6, $7::timestamptz from desk_vacancy_change where vacancy = $1`,
    [
      of.vacancy,
      of.organisation,
      what,
      detail === undefined ? null : JSON.stringify(detail),
      account ?? null,
      key ?? null,
      new Date(at).toISOString(),
    ],
  )
}

export async function listChanges(db: ActingDatabase, vacancy: string): Promise<DeskChange[]> {
  const rows = await db.query(
    'select number, what, detail, account, key, at from desk_vacancy_change where vacancy = $1 order by number desc',
    [vacancy],
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

function toRow(row: Record<string, unknown>): DeskRow {
  const optional = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
  const reason = optional(row.close_reason)
  return {
    vacancy: String(row.vacancy),
    organisation: String(row.organisation),
    demo: row.demo === true,
    place: optional(row.place),
    reasons: row.reasons as DeskRow['reasons'],
    byHand: row.by_hand as DeskRow['byHand'],
    against: Number(row.against),
    version: Number(row.version),
    ...(reason === undefined ? {} : { closed: { reason: reason as CloseReason, text: optional(row.close_text) } }),
  }
}
