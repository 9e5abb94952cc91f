import type { ActingDatabase } from '../../platform/index.ts'
import { type LedgerEntry, type LedgerLine, linesOf, sealOf } from './ledger.ts'

/** Credits that an assessor gave. */
export interface Award {
  readonly id: string
  readonly book: string
  readonly unit: string
  /** In the smallest units. */
  readonly amount: number
  /** Undefined: their account was erased. */
  readonly assessor: string | undefined
  readonly note?: string
  readonly key: string
  readonly at: number
  readonly withdrawn?: { readonly assessor: string | undefined; readonly reason?: string; readonly at: number }
  /** What it rests on. Empty once the student erased their account. */
  readonly ground: readonly AwardGround[]
}

/** One piece of work under an award, as it was then. */
export interface AwardGround {
  readonly activity: string
  /** Of it for this unit. */
  readonly minutes: number
  /** Number of the step that confirmed it, and the hash of what was confirmed. */
  readonly step: number
  readonly facts: string
  readonly files: readonly string[]
}

interface AwardRow extends Record<string, unknown> {
  readonly id: string
  readonly book: string
  readonly unit: string
  readonly amount: number
  readonly assessor: string | null
  readonly note: string | null
  readonly key: string
  readonly at: Date
  readonly withdrawn: { readonly assessor: string | null; readonly reason: string | null; readonly at: string } | null
  readonly ground: readonly AwardGround[]
}

const columns = `a.id, a.book, a.unit, a.amount, a.assessor, a.key, a.at,
  (select n.text from award_note n where n.award = a.id and n.kind = 'award') as note,
  (select jsonb_build_object('assessor', w.assessor, 'at', w.at, 'reason', (select n.text from award_note n where n.award = a.id and n.kind = 'withdrawal'))
    from award_withdrawal w where w.award = a.id) as withdrawn,
  coalesce((select jsonb_agg(jsonb_build_object('activity', g.activity, 'minutes', g.minutes, 'step', g.step, 'facts', g.facts_hash, 'files', g.files)
    order by g.activity) from award_activity g where g.award = a.id), '[]') as ground`

/** In the order in which they were given. */
export async function listAwards(inside: ActingDatabase, book: string): Promise<Award[]> {
  const rows = await inside.query<AwardRow>(`select ${columns} from award a where a.book = $1 order by a.at, a.id`, [book])
  return rows.map(toAward)
}

export async function findAward(inside: ActingDatabase, id: string): Promise<Award | undefined> {
  const [row] = await inside.query<AwardRow>(`select ${columns} from award a where a.id = $1`, [id])
  return row && toAward(row)
}

export async function findAwardByKey(inside: ActingDatabase, book: string, key: string): Promise<Award | undefined> {
  const [row] = await inside.query<AwardRow>(`select ${columns} from award a where a.book = $1 and a.key = $2`, [book, key])
  return row && toAward(row)
}

/** With its entry in the ledger. The book is locked. @param person the student, to whom a note is written */
export async function insertAward(inside: ActingDatabase, one: Award, person: string | undefined): Promise<void> {
  await inside.query(
    `insert into award (id, book, unit, amount, assessor, key, at) values ($1, $2, $3, $4, $5, $6, $7::timestamptz)`,
    [one.id, one.book, one.unit, one.amount, one.assessor ?? null, one.key, new Date(one.at).toISOString()],
  )
  await addNote(inside, one, 'award', person, one.note)
  await inside.query(
    `insert into award_activity (award, activity, book, minutes, step, facts_hash, files)
     select $1, g.activity, $2, g.minutes, g.step, g.facts, g.files
       from jsonb_to_recordset($3::jsonb) as g (activity text, minutes int, step int, facts text, files jsonb)`,
    [one.id, one.book, JSON.stringify(one.ground)],
  )
  await addEntry(inside, { kind: 'award', award: one.id, book: one.book, unit: one.unit, amount: one.amount, at: one.at })
}

/** With its counter-entry in the ledger. The book is locked. */
export async function insertWithdrawal(
  inside: ActingDatabase,
  award: Pick<Award, 'id' | 'book' | 'unit' | 'amount'>,
  {
    assessor,
    reason,
    person,
    at,
  }: {
    readonly assessor: string | undefined
    readonly reason: string
    readonly person: string | undefined
    readonly at: number
  },
): Promise<void> {
  await inside.query('insert into award_withdrawal (award, book, assessor, at) values ($1, $2, $3, $4::timestamptz)', [
    award.id,
    award.book,
    assessor ?? null,
    new Date(at).toISOString(),
  ])
  await addNote(inside, award, 'withdrawal', person, reason)
  await addEntry(inside, { kind: 'withdrawal', award: award.id, book: award.book, unit: award.unit, amount: award.amount, at })
}

async function addNote(
  inside: ActingDatabase,
  { id, book }: Pick<Award, 'id' | 'book'>,
  kind: 'award' | 'withdrawal',
  person: string | undefined,
  text: string | undefined,
): Promise<void> {
  if (person === undefined || text === undefined) return
  await inside.query('insert into award_note (award, kind, person, book, text) values ($1, $2, $3, $4, $5)', [
    ...[id, kind, person, book, text],
  ])
}

async function addEntry(
  inside: ActingDatabase,
  one: Pick<LedgerEntry, 'kind' | 'award' | 'book' | 'unit' | 'at'> & { readonly amount: number },
): Promise<void> {
  const [last] = await inside.query<{ number: number; seal: string }>(
    'select number, seal from ledger_entry where book = $1 order by number desc limit 1',
    [one.book],
  )
  const { amount, ...rest } = one
  const entry = { ...rest, number: Number(last?.number ?? 0) + 1, lines: linesOf(one.kind, amount) }
  await inside.query(
    'insert into ledger_entry (book, number, kind, award, unit, at, seal) values ($1, $2, $3, $4, $5, $6::timestamptz, $7)',
    [
      ...[entry.book, entry.number, entry.kind, entry.award, entry.unit],
      ...[new Date(entry.at).toISOString(), sealOf(entry, last?.seal ?? '')],
    ],
  )
  // Both lines at once: one alone adds up to something, and is refused.
  const [first, second] = entry.lines
  await inside.query('insert into ledger_line (book, number, side, amount) values ($1, $2, $3, $4), ($1, $2, $5, $6)', [
    ...[entry.book, entry.number, first.account, first.amount, second.account, second.amount],
  ])
}

interface EntryRow extends Record<string, unknown> {
  readonly book: string
  readonly number: number
  readonly kind: LedgerEntry['kind']
  readonly award: string
  readonly unit: string
  readonly at: Date
  readonly seal: string
  readonly lines: readonly LedgerLine[]
}

const entryColumns = `e.book, e.number, e.kind, e.award, e.unit, e.at, e.seal,
  coalesce((select jsonb_agg(jsonb_build_object('account', l.side, 'amount', l.amount) order by l.side) from ledger_line l
    where l.book = e.book and l.number = e.number), '[]') as lines`

/** In their order. */
export async function listEntries(inside: ActingDatabase, book: string): Promise<LedgerEntry[]> {
  const rows = await inside.query<EntryRow>(`select ${entryColumns} from ledger_entry e where e.book = $1 order by e.number`, [
    book,
  ])
  return rows.map((row) => ({ ...row, number: Number(row.number), at: row.at.getTime() }))
}

/** Lines whose entry is not there: none, while the references hold. */
export async function countLooseLines(program: ActingDatabase): Promise<number> {
  const [row] = await program.query<{ count: number }>(
    `select count(*) as count from ledger_line l where not exists (select from ledger_entry e where e.book = l.book and e.number = l.number)`,
  )
  return Number(row?.count ?? 0)
}

/** The student asks for an assessment, or an assessor says what is missing. */
export interface AssessmentStep {
  readonly unit: string
  readonly step: 'asked' | 'sentBack'
  readonly account: string | undefined
  readonly text?: string
  readonly at: number
}

export async function listAssessments(inside: ActingDatabase, book: string): Promise<AssessmentStep[]> {
  const rows = await inside.query<{
    unit: string
    step: AssessmentStep['step']
    account: string | null
    text: string | null
    at: Date
  }>('select unit, step, account, text, at from assessment_step where book = $1 order by at, id', [book])
  return rows.map(({ text, account, at, ...rest }) => ({
    ...{ ...rest, account: account ?? undefined, at: at.getTime() },
    ...(text === null ? {} : { text }),
  }))
}

export async function addAssessment(
  inside: ActingDatabase,
  book: string,
  one: AssessmentStep & { readonly id: string; readonly person: string },
): Promise<void> {
  await inside.query(
    'insert into assessment_step (id, book, person, unit, step, account, text, at) values ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz)',
    [one.id, book, one.person, one.unit, one.step, one.account ?? null, one.text ?? null, new Date(one.at).toISOString()],
  )
}

function toAward({ note, withdrawn, assessor, at, amount, ...rest }: AwardRow): Award {
  return {
    ...{ ...rest, amount: Number(amount), assessor: assessor ?? undefined, at: at.getTime() },
    ...(note === null ? {} : { note }),
    ...(withdrawn
      ? {
          withdrawn: {
            ...{ assessor: withdrawn.assessor ?? undefined, at: Date.parse(withdrawn.at) },
            ...(withdrawn.reason === null ? {} : { reason: withdrawn.reason }),
          },
        }
      : {}),
  }
}
