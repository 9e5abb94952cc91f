import type { ActingDatabase, DateText } from '../../platform/index.ts'
import type { Language } from '../skills/index.ts'
import type { KeptPlan, News } from './kept-plan.ts'
import type { Share } from './kept-plans.ts'
import type { PlanFacts } from './plan-facts.ts'

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** Of a table that is looked at row by row, in the transaction of its person or of a task. */
export async function listKept(inside: ActingDatabase, account: string): Promise<KeptPlan[]> {
  return (await inside.query('select * from kept_plan where account = $1 order by kept_at desc, id desc', [account])).map(toKept)
}

/** @returns whether it was not there yet */
export async function addKept(inside: ActingDatabase, one: KeptPlan): Promise<boolean> {
  const rows = await inside.query(
    `insert into kept_plan (id, account, plan, facts, profile_hash, kept_at, checked_at)
     values ($1, $2, $3, $4::jsonb, $5, $6::timestamptz, $6::timestamptz) on conflict (account, plan) do nothing returning id`,
    [one.id, one.account, one.plan, JSON.stringify(one.facts), one.profileHash, iso(one.keptAt)],
  )
  return rows.length > 0
}

/** Two requests at once of one person follow each other, so that both do not find the last free place. */
export async function lockKept(inside: ActingDatabase, account: string): Promise<void> {
  await inside.query(`select pg_advisory_xact_lock(hashtext('schakel kept plans ' || current_schema() || $1))`, [account])
}

/** What a look at it found. News that is not known yet is to be told; news that is over is not. */
export async function saveNews(
  inside: ActingDatabase,
  id: string,
  found: { readonly news: News | undefined; readonly newsOn: DateText | undefined; readonly isNew: boolean; readonly at: number },
): Promise<void> {
  await inside.query(
    `update kept_plan set news = $2::jsonb, news_on = $3::date, checked_at = $4::timestamptz,
       told = case when $5 then false when $2::jsonb is null then true else told end
     where id = $1`,
    [id, found.news === undefined ? null : JSON.stringify(found.news), found.newsOn ?? null, iso(found.at), found.isNew],
  )
}

/** The person saw what changed: from now on this is how it was. */
export async function takeAsSeen(inside: ActingDatabase, id: string, facts: PlanFacts, profileHash: string): Promise<void> {
  await inside.query(
    'update kept_plan set facts = $2::jsonb, profile_hash = $3, news = null, news_on = null, told = true where id = $1',
    [id, JSON.stringify(facts), profileHash],
  )
}

export async function removeKept(inside: ActingDatabase, account: string, id: string): Promise<boolean> {
  const rows = await inside.query('delete from kept_plan where account = $1 and id = $2 returning id', [account, id])
  return rows.length > 0
}

/** Whether somebody is in a share: by a hash, the same in every process. */
const inShare = (account: string, part: string, of: string): string => `(hashtext(${account}) & 2147483647) % ${of} = ${part}`

/** Accounts with plans that nobody looked at since then, those that wait longest first; read as a task. */
export async function listDueAccounts(
  inside: ActingDatabase,
  checkedBefore: number,
  most: number,
  { part, of }: Share,
): Promise<string[]> {
  const rows = await inside.query<{ account: string }>(
    `select account from kept_plan where checked_at < $1::timestamptz and ${inShare('account', '$3::integer', '$4::integer')}
      group by account order by min(checked_at), account limit $2`,
    [iso(checkedBefore), most, part, of],
  )
  return rows.map(({ account }) => account)
}

export async function countDueAccounts(inside: ActingDatabase, checkedBefore: number): Promise<number> {
  const [row] = await inside.query<{ count: number }>(
    'select count(distinct account)::int as count from kept_plan where checked_at < $1::timestamptz',
    [iso(checkedBefore)],
  )
  return row?.count ?? 0
}

/**
 * People with a plan, not gone, that has one of these offerings in it; only of those who agreed to be counted. Read as a task; an exact number, which is
 * told to nobody.
 */
export async function countPeopleWith(inside: ActingDatabase, offerings: readonly string[], now: number): Promise<number> {
  if (offerings.length === 0) return 0
  // A path in JSON, since an index serves it whole: strings of it are written as in JSON.
  const path = `$.trainings[*].offering ? (${offerings.map((id) => `@ == ${JSON.stringify(id)}`).join(' || ')})`
  const [row] = await inside.query<{ count: number }>(
    `select count(distinct k.account)::int as count from kept_plan k
      where k.facts @? $1::jsonpath and k.news ->> 'kind' is distinct from 'gone'
        and exists (select from consent c where c.account = k.account and c.purpose = 'statistics' and c.withdrawn_at is null
          and (c.until is null or c.until > $2::timestamptz))`,
    [path, iso(now)],
  )
  return row?.count ?? 0
}

/** Plans that are gone since before that day go from the record too; how many. */
export async function removeGone(inside: ActingDatabase, before: DateText): Promise<number> {
  const rows = await inside.query(`delete from kept_plan where news ->> 'kind' = 'gone' and news_on < $1::date returning id`, [
    before,
  ])
  return rows.length
}

export async function languageOf(inside: ActingDatabase, account: string): Promise<Language> {
  const [row] = await inside.query<{ language: Language }>('select language from account where id = $1', [account])
  return row?.language ?? 'nl'
}

/** Whether somebody wants mail about their plans. */
export async function wantsMail(inside: ActingDatabase, account: string): Promise<boolean> {
  return (await inside.query('select 1 from plan_mail_wish where account = $1', [account])).length > 0
}

export async function addWish(inside: ActingDatabase, account: string, id: string, at: number): Promise<void> {
  await inside.query(
    'insert into plan_mail_wish (account, id, wished_at) values ($1, $2, $3::timestamptz) on conflict (account) do nothing',
    [account, id, iso(at)],
  )
}

export async function removeWish(inside: ActingDatabase, account: string): Promise<void> {
  await inside.query('delete from plan_mail_wish where account = $1', [account])
}

/** Who wants mail, has news that was not told, and was not mailed since that day. */
export async function listToMail(
  inside: ActingDatabase,
  mailedBefore: DateText,
  most: number,
  { part, of }: Share,
): Promise<string[]> {
  const rows = await inside.query<{ account: string }>(
    `select account from plan_mail_wish w
      where (mailed_on is null or mailed_on <= $1::date) and exists (select from kept_plan k where k.account = w.account and not k.told)
        and ${inShare('account', '$3::integer', '$4::integer')}
      order by account limit $2`,
    [mailedBefore, most, part, of],
  )
  return rows.map(({ account }) => account)
}

/**
 * Takes the turn to mail somebody: two processes do not both get it. Gives the key of the wish, and the plans that are told with it.
 */
export async function takeToMail(
  inside: ActingDatabase,
  account: string,
  mailedBefore: DateText,
  today: DateText,
): Promise<{ readonly id: string; readonly plans: readonly KeptPlan[] } | undefined> {
  const [wish] = await inside.query<{ id: string }>(
    `update plan_mail_wish set mailed_on = $3::date
      where account = $1 and (mailed_on is null or mailed_on <= $2::date) returning id`,
    [account, mailedBefore, today],
  )
  if (!wish) return undefined
  const rows = await inside.query('update kept_plan set told = true where account = $1 and not told returning *', [account])
  return { id: wish.id, plans: rows.map(toKept) }
}

function toKept(row: Record<string, unknown>): KeptPlan {
  return {
    id: row.id as string,
    account: row.account as string,
    plan: row.plan as string,
    facts: row.facts as PlanFacts,
    profileHash: row.profile_hash as string,
    keptAt: (row.kept_at as Date).getTime(),
    checkedAt: (row.checked_at as Date).getTime(),
    ...(row.news === null ? {} : { news: row.news as News }),
    ...(row.news_on === null ? {} : { newsOn: dayOf(row.news_on) }),
  }
}

/** A day as both databases give it. */
const dayOf = (value: unknown): DateText =>
  value instanceof Date ? value.toISOString().slice(0, 10) : String(value).slice(0, 10)
