import type { ActingDatabase, DateText } from '../../platform/index.ts'
import type { FunnelCode } from './definitions.ts'

/** What an organisation says of its own starts of a year. */
export interface OutcomeReport {
  readonly id: string
  readonly organisation: string
  readonly demo: boolean
  readonly of: { readonly programme: string } | { readonly initiative: string }
  readonly year: number
  readonly definition: string
  readonly counts: Readonly<Partial<Record<FunnelCode, number>>>
  /** Of all payers together, of all starts in the year. */
  readonly costEuro?: number
  readonly source: string
  readonly saidOn: DateText
}

const columns = 'id, organisation, demo, subject_kind, subject, year, definition, counts, cost_euro, source, said_on'

export async function saveReport(inside: ActingDatabase, one: OutcomeReport): Promise<void> {
  const [kind, subject] = 'programme' in one.of ? ['programme', one.of.programme] : ['initiative', one.of.initiative]
  await inside.query(
    `insert into outcome_report (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11::date)
     on conflict (subject_kind, subject, year) do update set definition = excluded.definition, counts = excluded.counts,
       cost_euro = excluded.cost_euro, source = excluded.source, said_on = excluded.said_on, organisation = excluded.organisation`,
    [
      ...[one.id, one.organisation, one.demo],
      ...[kind, subject],
      ...[one.year, one.definition, JSON.stringify(one.counts), one.costEuro ?? null, one.source, one.saidOn],
    ],
  )
}

/** Whether it was there. */
export async function removeReport(inside: ActingDatabase, organisation: string, id: string): Promise<boolean> {
  return (
    (await inside.query('delete from outcome_report where organisation = $1 and id = $2 returning id', [organisation, id]))
      .length > 0
  )
}

/** The last year first. */
export async function listReports(
  inside: ActingDatabase,
  where: { readonly organisation?: string; readonly programmes?: readonly string[]; readonly initiatives?: readonly string[] },
): Promise<OutcomeReport[]> {
  const rows = await inside.query(
    `select ${columns} from outcome_report where ($1::text is null or organisation = $1)
       and ($2::text[] is null or (subject_kind = 'programme' and subject = any($2)))
       and ($3::text[] is null or (subject_kind = 'initiative' and subject = any($3))) order by year desc, id`,
    [where.organisation ?? null, where.programmes ?? null, where.initiatives ?? null],
  )
  return rows.map(toReport)
}

function toReport(row: Record<string, unknown>): OutcomeReport {
  return {
    id: row.id as string,
    organisation: row.organisation as string,
    demo: row.demo === true,
    of: row.subject_kind === 'initiative' ? { initiative: row.subject as string } : { programme: row.subject as string },
    year: row.year as number,
    definition: row.definition as string,
    counts: row.counts as OutcomeReport['counts'],
    ...(row.cost_euro === null ? {} : { costEuro: row.cost_euro as number }),
    source: row.source as string,
    saidOn: row.said_on as string,
  }
}

/** Who runs an initiative here. */
export async function findRunner(
  inside: ActingDatabase,
  initiative: string,
): Promise<{ readonly organisation: string; readonly since: DateText } | undefined> {
  const [row] = await inside.query<{ organisation: string; since: string }>(
    'select organisation, since from initiative_runner where initiative = $1',
    [initiative],
  )
  return row
}

export async function listRunBy(inside: ActingDatabase, organisation: string): Promise<string[]> {
  const rows = await inside.query<{ initiative: string }>(
    'select initiative from initiative_runner where organisation = $1 order by initiative',
    [organisation],
  )
  return rows.map(({ initiative }) => initiative)
}

export async function saveRunner(
  inside: ActingDatabase,
  initiative: string,
  organisation: string,
  since: DateText,
): Promise<void> {
  await inside.query(
    `insert into initiative_runner (initiative, organisation, since) values ($1, $2, $3::date)
     on conflict (initiative) do update set organisation = excluded.organisation, since = excluded.since`,
    [initiative, organisation, since],
  )
}

export async function removeRunner(inside: ActingDatabase, initiative: string): Promise<void> {
  await inside.query('delete from initiative_runner where initiative = $1', [initiative])
}
