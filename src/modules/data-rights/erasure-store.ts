import type { ActingDatabase, Database, DateText } from '../../platform/index.ts'

/** That an account was erased: a keyed hash. */
export interface Erased {
  readonly hash: string
  readonly keyId: string
  readonly erasedOn: DateText
}

/** Open organisations of which this account is the only owner. */
export async function listSoleOwned(inside: ActingDatabase, account: string): Promise<{ id: string; name: string }[]> {
  return inside.query<{ id: string; name: string }>(
    `select o.id, o.name from member m join organisation o on o.id = m.organisation
      where m.account = $1 and 'owner' = any(m.roles) and o.closed_at is null
        and not exists (select 1 from member other where other.organisation = o.id and other.account <> $1 and 'owner' = any(other.roles))
      order by lower(o.name), o.id`,
    [account],
  )
}

/** Empties what was written in the introductions of somebody, so that a message that they ended carries none of it. Gives their ids. */
export async function emptyIntroductionsOf(inside: ActingDatabase, account: string): Promise<string[]> {
  const rows = await inside.query<{ id: string }>(
    'update introduction set reason_text = null, adviser_text = null, next_plan = null where person = $1 returning id',
    [account],
  )
  return rows.map(({ id }) => id)
}

/**
 * Mail to others about these introductions: what was sent loses its contents, and what still waits is not sent. What says that the person left is
 * written afterwards.
 */
export async function emptyMailAbout(inside: ActingDatabase, introductions: readonly string[]): Promise<void> {
  await inside.query(
    `update mail set data = null, email = null,
       state = case when state in ('written', 'failed', 'perhapsLost') then 'dropped' else state end,
       settled_at = coalesce(settled_at, written_at), reason = coalesce(reason, 'the person it was about is gone')
     where split_part(once, '/', 2) = any($1::text[]) and state <> 'sending'`,
    [introductions],
  )
}

/** Invitations to an address go; out of files of employers the address goes, the line stays. */
export async function forgetAddress(inside: ActingDatabase, email: string): Promise<void> {
  await inside.query('delete from invitation where email_folded = lower($1)', [email])
  await inside.query('delete from badge_offer where email_folded = lower($1)', [email])
  await inside.query(
    `update onboarding set lines = (
       select jsonb_agg(case when lower(line ->> 'email') = lower($1) then line || '{"email": "erased@erased.invalid"}' else line end order by at)
         from jsonb_array_elements(lines) with ordinality as listed (line, at))
     where exists (select 1 from jsonb_array_elements(lines) as line where lower(line ->> 'email') = lower($1))`,
    [email],
  )
}

/** That an address was invited to a group goes. Rows hold a hash of group and address, so it is made anew for each group. */
export async function forgetGroupAddress(
  inside: ActingDatabase,
  email: string,
  hashOf: (group: string, email: string) => string,
): Promise<void> {
  const groups = await inside.query<{ case_id: string }>('select distinct case_id from risk_case_invitation')
  const hashes = groups.map(({ case_id: group }) => hashOf(group, email))
  await inside.query('delete from risk_case_invitation where address_hash = any($1::text[])', [hashes])
}

export async function addErased(db: Database, rows: readonly Erased[]): Promise<void> {
  for (const { hash, keyId, erasedOn } of rows) {
    await db.query('insert into erased_account (hash, key_id, erased_on) values ($1, $2, $3::date) on conflict do nothing', [
      hash,
      keyId,
      erasedOn,
    ])
  }
}

export async function listErased(inside: ActingDatabase): Promise<Erased[]> {
  const rows = await inside.query<{ hash: string; key_id: string; erased_on: DateText }>(
    'select hash, key_id, erased_on from erased_account order by erased_on, hash',
  )
  return rows.map(({ hash, key_id: keyId, erased_on: erasedOn }) => ({ hash, keyId, erasedOn }))
}

/** A record of an older version has none, and neither has an empty database. */
export async function hasErasedList(db: Database): Promise<boolean> {
  const [row] = await db.query<{ found: boolean }>(`select to_regclass('erased_account') is not null as found`)
  return row?.found ?? false
}

/** Ids of accounts after this one, some at a time. */
export async function listAccountsAfter(inside: ActingDatabase, after: string, limit: number): Promise<string[]> {
  const rows = await inside.query<{ id: string }>('select id from account where id > $1 order by id limit $2', [after, limit])
  return rows.map(({ id }) => id)
}

/** Who was last here before a day, and was not written to since. Some at a time. */
export async function listToWarn(
  inside: ActingDatabase,
  seenBefore: DateText,
  limit: number,
): Promise<{ id: string; language: 'nl' | 'en' }[]> {
  return inside.query<{ id: string; language: 'nl' | 'en' }>(
    `select id, language from account where not demo and seen_on < $1::date and (warned_on is null or warned_on <= seen_on)
      order by seen_on, id limit $2`,
    [seenBefore, limit],
  )
}

export async function markWarned(inside: ActingDatabase, account: string, today: DateText): Promise<void> {
  await inside.query('update account set warned_on = $2::date where id = $1', [account, today])
}

/** Who was last here before a day, and was written to on or before another. */
export async function listInactive(
  inside: ActingDatabase,
  seenBefore: DateText,
  warnedBefore: DateText,
  limit: number,
): Promise<string[]> {
  const rows = await inside.query<{ id: string }>(
    `select id from account where not demo and seen_on < $1::date and warned_on > seen_on and warned_on <= $2::date order by seen_on, id limit $3`,
    [seenBefore, warnedBefore, limit],
  )
  return rows.map(({ id }) => id)
}
