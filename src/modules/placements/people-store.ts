import type { ActingDatabase } from '../../platform/index.ts'
import type { Role } from '../permissions/index.ts'

/** A member of an organisation with the name that colleagues know. Everything in this file but wishes is read as a task. */
export interface NamedMember {
  readonly account: string
  readonly name: string
}

/** Whom a message goes to, and how that person wants to be reminded. */
export interface Recipient {
  readonly account: string
  readonly language: 'nl' | 'en'
  readonly way: 'mail' | 'page'
}

/** Names by account; who never gave a name has none. */
export async function namesOf(inside: ActingDatabase, accounts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await inside.query<{ id: string; name: string | null }>(
    'select id, name from account where id = any($1::text[])',
    [accounts],
  )
  return new Map(rows.flatMap(({ id, name }) => (name ? [[id, name] as const] : [])))
}

/** Members of an organisation with one of these roles, by name. */
export async function membersWith(inside: ActingDatabase, organisation: string, roles: readonly Role[]): Promise<NamedMember[]> {
  const rows = await inside.query<{ account: string; name: string | null }>(
    `select m.account, a.name from member m join account a on a.id = m.account where m.organisation = $1 and m.roles && $2::text[]
      order by lower(coalesce(a.name, '')), m.account`,
    [organisation, roles],
  )
  return rows.map(({ account, name }) => ({ account, name: name ?? account }))
}

export async function personRecipient(inside: ActingDatabase, account: string): Promise<Recipient[]> {
  return inside.query<Recipient & Record<string, unknown>>(
    `select a.id as account, a.language, coalesce(w.way, 'mail') as way from account a left join placement_wish w on w.account = a.id where a.id = $1`,
    [account],
  )
}

/** Who signs for an organisation: members with one of these roles, and its owners where nobody has one. */
export async function organisationRecipients(
  inside: ActingDatabase,
  organisation: string,
  roles: readonly Role[],
): Promise<Recipient[]> {
  const rows = await inside.query<Recipient & { roles: string[] } & Record<string, unknown>>(
    `select a.id as account, a.language, coalesce(w.way, 'mail') as way, m.roles from member m join account a on a.id = m.account
       left join placement_wish w on w.account = a.id where m.organisation = $1 order by a.id`,
    [organisation],
  )
  const chosen = rows.filter((row) => row.roles.some((role) => roles.some((one) => one === role)))
  const told = chosen.length > 0 ? chosen : rows.filter((row) => row.roles.includes('owner'))
  return told.map(({ account, language, way }) => ({ account, language, way }))
}

export async function findWish(inside: ActingDatabase, account: string): Promise<'mail' | 'page' | undefined> {
  const [row] = await inside.query<{ way: 'mail' | 'page' }>('select way from placement_wish where account = $1', [account])
  return row?.way
}

export async function setWish(inside: ActingDatabase, account: string, way: 'mail' | 'page'): Promise<void> {
  await inside.query(
    'insert into placement_wish (account, way) values ($1, $2) on conflict (account) do update set way = excluded.way',
    [account, way],
  )
}
