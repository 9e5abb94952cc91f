import type { ActingDatabase } from '../../platform/index.ts'
import type { Language } from '../skills/index.ts'
import type { Account } from './accounts.ts'

export interface NewAccount {
  readonly id: string
  readonly email: string
  readonly language: Language
  readonly name?: string
  readonly administrator?: boolean
  readonly demo?: boolean
}

interface AccountColumns extends Record<string, unknown> {
  readonly id: string
  readonly email: string
  readonly name: string | null
  readonly phone: string | null
  readonly language: Language
  readonly administrator: boolean
  readonly demo: boolean
}

export interface Identity {
  readonly issuer: string
  readonly subject: string
}

const columns = 'id, email, name, phone, language, administrator, demo'
const timestamp = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** Accounts and who OpenID providers say they are. */
export const accountStore = {
  async find(inside: ActingDatabase, id: string): Promise<Account | undefined> {
    const [row] = await inside.query<AccountColumns>(`select ${columns} from account where id = $1`, [id])
    return row && toAccount(row)
  },
  async findByEmail(inside: ActingDatabase, folded: string): Promise<Account | undefined> {
    const [row] = await inside.query<AccountColumns>(`select ${columns} from account where email_folded = $1`, [folded])
    return row && toAccount(row)
  },
  async findByIdentity(inside: ActingDatabase, { issuer, subject }: Identity): Promise<string | undefined> {
    const [row] = await inside.query<{ account: string }>(
      'select account from account_identity where issuer = $1 and subject = $2',
      [issuer, subject],
    )
    return row?.account
  },
  /** Nothing when the address or id is taken; whether it was made. */
  async insert(
    inside: ActingDatabase,
    account: NewAccount,
    times: { readonly now: number; readonly today: string },
  ): Promise<boolean> {
    const rows = await inside.query(
      `insert into account (id, email, email_folded, name, language, administrator, demo, created_at, seen_on)
       values ($1, $2, $2, $3, $4, $5, $6, $7::timestamptz, $8::date) on conflict do nothing returning 1`,
      [
        ...[account.id, account.email, account.name ?? null, account.language],
        ...[account.administrator ?? false, account.demo ?? false, timestamp(times.now), times.today],
      ],
    )
    return rows.length > 0
  },
  async addIdentity(inside: ActingDatabase, account: string, { issuer, subject }: Identity, now: number): Promise<void> {
    await inside.query(
      `insert into account_identity (issuer, subject, account, created_at) values ($1, $2, $3, $4::timestamptz)
       on conflict do nothing`,
      [issuer, subject, account, timestamp(now)],
    )
  },
  /** `undefined` leaves a field as it is. */
  async change(
    inside: ActingDatabase,
    id: string,
    { name, phone, language }: { name?: string | null; phone?: string | null; language?: Language },
  ): Promise<void> {
    await inside.query(
      `update account set name = case when $2 then $3 else name end, phone = case when $4 then $5 else phone end,
         language = coalesce($6, language) where id = $1`,
      [id, name !== undefined, name ?? null, phone !== undefined, phone ?? null, language ?? null],
    )
  },
  /** Where it still has the address from before; whether it was changed. */
  async changeEmail(inside: ActingDatabase, id: string, from: string, to: string): Promise<boolean> {
    const rows = await inside.query(
      'update account set email = $3, email_folded = $3 where id = $1 and email_folded = $2 returning id',
      [id, from, to],
    )
    return rows.length > 0
  },
  async makeAdministrator(inside: ActingDatabase, id: string): Promise<void> {
    await inside.query('update account set administrator = true where id = $1', [id])
  },
  async seen(inside: ActingDatabase, id: string, today: string): Promise<void> {
    await inside.query('update account set seen_on = $2::date where id = $1', [id, today])
  },
  /** What belongs to it goes with it: the tables say so. */
  async remove(inside: ActingDatabase, id: string): Promise<void> {
    await inside.query('delete from account where id = $1', [id])
  },
  async removeLinksOf(inside: ActingDatabase, folded: string): Promise<void> {
    await inside.query('delete from sign_in_link where email_folded = $1', [folded])
  },
  async listDemo(inside: ActingDatabase): Promise<readonly (Account & { readonly roles: readonly string[] })[]> {
    const rows = await inside.query<AccountColumns & { roles: string[] }>(
      `select ${columns}, array(select distinct unnest(member.roles) from member where member.account = account.id order by 1) as roles
       from account where demo order by id`,
    )
    return rows.map((row) => ({ ...toAccount(row), roles: row.roles }))
  },
}

function toAccount({ name, phone, ...row }: AccountColumns): Account {
  const { id, email, language, administrator, demo } = row
  return {
    ...{ id, email, language, administrator, demo },
    ...(name === null ? {} : { name }),
    ...(phone === null ? {} : { phone }),
  }
}
