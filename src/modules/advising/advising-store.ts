import type { ActingDatabase } from '../../platform/index.ts'
import type { Advised, AdvisedLine } from './advice.ts'

const time = (milliseconds: number): string => new Date(milliseconds).toISOString()

interface Row extends Record<string, unknown> {
  readonly account: string
  readonly organisation: string
  readonly handle: string
  readonly since: Date
  readonly ended_at: Date | null
}

/** By its number, as far as the actor's database shows it. */
export async function findAdvised(inside: ActingDatabase, handle: string): Promise<Advised | undefined> {
  const [row] = await inside.query<Row>('select account, organisation, handle, since, ended_at from advising where handle = $1', [
    handle,
  ])
  return row && toAdvised(row)
}

/** A yes: from now on this number stands for the person. One that ended goes on, under another number. */
export async function beginAdvising(
  program: ActingDatabase,
  { account, organisation, handle, since }: Omit<Advised, 'endedAt'>,
): Promise<void> {
  await program.query(
    `insert into advising (account, organisation, handle, since) values ($1, $2, $3, $4::timestamptz)
     on conflict (account, organisation) do update
       set handle = case when advising.ended_at is null then advising.handle else excluded.handle end,
           since = case when advising.ended_at is null then advising.since else excluded.since end,
           ended_at = null`,
    [account, organisation, handle, time(since)],
  )
}

export async function endAdvising(program: ActingDatabase, account: string, organisation: string, at: number): Promise<void> {
  await program.query(
    'update advising set ended_at = $3::timestamptz where account = $1 and organisation = $2 and ended_at is null',
    [account, organisation, time(at)],
  )
}

/** Notes go with it. How many. */
export async function removeEndedBefore(program: ActingDatabase, before: number): Promise<number> {
  return (await program.query('delete from advising where ended_at < $1::timestamptz returning handle', [time(before)])).length
}

/** Of a person, or of organisations; the latest yes first. */
export async function listAdvised(
  inside: ActingDatabase,
  of: { readonly account: string } | { readonly organisations: readonly string[] },
): Promise<(AdvisedLine & { readonly account: string })[]> {
  const rows = await inside.query<Row & { notes: number; last_note_at: Date | null }>(
    `select a.account, a.organisation, a.handle, a.since, a.ended_at, count(n.id)::int as notes, max(n.at) as last_note_at
       from advising a left join advice_note n on n.account = a.account and n.organisation = a.organisation
      where ($1::text is null or a.account = $1) and ($2::text[] is null or a.organisation = any($2))
      group by a.account, a.organisation order by a.since desc, a.handle`,
    'account' in of ? [of.account, null] : [null, of.organisations],
  )
  return rows.map((row) => ({
    ...toAdvised(row),
    notes: row.notes,
    ...(row.last_note_at === null ? {} : { lastNoteAt: row.last_note_at.getTime() }),
  }))
}

function toAdvised({ account, organisation, handle, since, ended_at }: Row): Advised {
  const ended = ended_at === null ? {} : { endedAt: ended_at.getTime() }
  return { account, organisation, handle, since: since.getTime(), ...ended }
}
