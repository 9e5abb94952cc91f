import type { ActingDatabase, DateText } from '../../platform/index.ts'
import type { Picture } from './case-store.ts'

export async function takesPart(inside: ActingDatabase, caseId: string, account: string): Promise<boolean> {
  const rows = await inside.query('select 1 from risk_participation where case_id = $1 and account = $2', [caseId, account])
  return rows.length > 0
}

/** Nothing where they take part already. */
export async function addParticipation(program: ActingDatabase, caseId: string, account: string, since: DateText): Promise<void> {
  await program.query(
    `insert into risk_participation (case_id, account, since) values ($1, $2, $3::date) on conflict (case_id, account) do nothing`,
    [caseId, account, since],
  )
}

export async function removeParticipation(inside: ActingDatabase, caseId: string, account: string): Promise<void> {
  await inside.query('delete from risk_participation where case_id = $1 and account = $2', [caseId, account])
}

/** Who stands in no picture yet and keeps a profile, the first first. */
export async function listWaiting(program: ActingDatabase, caseId: string, most: number): Promise<string[]> {
  const rows = await program.query<{ account: string }>(
    `select p.account from risk_participation p join kept_profile k on k.account = p.account
      where p.case_id = $1 and not p.counted order by p.since, p.account limit $2`,
    [caseId, most],
  )
  return rows.map(({ account }) => account)
}

/** Of these, who still takes part and stands in no picture; from here on they stand in one. */
export async function takeIntoPicture(program: ActingDatabase, caseId: string, accounts: readonly string[]): Promise<string[]> {
  const rows = await program.query<{ account: string }>(
    'update risk_participation set counted = true where case_id = $1 and account = any($2) and not counted returning account',
    [caseId, accounts],
  )
  return rows.map(({ account }) => account)
}

export async function findCountsFrom(program: ActingDatabase, caseId: string): Promise<number | undefined> {
  const [row] = await program.query<{ counts_from: number }>('select counts_from from risk_case_hidden where case_id = $1', [
    caseId,
  ])
  return row?.counts_from
}

/** The next picture, and how many new people the one after it waits for. */
export async function addPicture(program: ActingDatabase, caseId: string, picture: Picture, countsFrom: number): Promise<void> {
  await program.query(
    `insert into risk_case_picture (case_id, number, made_on, cells)
     select $1, coalesce(max(number), 0) + 1, $2::date, $3::jsonb from risk_case_picture where case_id = $1`,
    [caseId, picture.madeOn, JSON.stringify(picture.cells)],
  )
  await program.query('update risk_case_hidden set counts_from = $2 where case_id = $1', [caseId, countsFrom])
}
