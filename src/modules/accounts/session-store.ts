import type { ActingDatabase } from '../../platform/index.ts'

export interface SessionRow {
  readonly id: string
  readonly account: string
  readonly browser: string
  readonly createdAt: number
  readonly usedAt: number
  readonly expiresAt: number
}

interface SessionColumns extends Record<string, unknown> {
  readonly id: string
  readonly account: string
  readonly browser: string
  readonly created_at: Date
  readonly used_at: Date
  readonly expires_at: Date
}

const columns = 'session.id, session.account, session.browser, session.created_at, session.used_at, session.expires_at'
const timestamp = (milliseconds: number): string => new Date(milliseconds).toISOString()

export const sessionStore = {
  async insert(inside: ActingDatabase, tokenHash: string, { id, account, browser, ...times }: SessionRow): Promise<void> {
    await inside.query(
      `insert into session (id, token_hash, account, browser, created_at, used_at, expires_at)
       values ($1, $2, $3, $4, $5::timestamptz, $6::timestamptz, $7::timestamptz)`,
      [id, tokenHash, account, browser, timestamp(times.createdAt), timestamp(times.usedAt), timestamp(times.expiresAt)],
    )
  },
  async findByHash(
    inside: ActingDatabase,
    tokenHash: string,
    now: number,
  ): Promise<(SessionRow & { readonly administrator: boolean }) | undefined> {
    const [row] = await inside.query<SessionColumns & { administrator: boolean }>(
      `select ${columns}, account.administrator from session join account on account.id = session.account
       where session.token_hash = $1 and session.expires_at > $2::timestamptz`,
      [tokenHash, timestamp(now)],
    )
    return row && { ...toSession(row), administrator: row.administrator }
  },
  async touch(
    inside: ActingDatabase,
    id: string,
    { usedAt, expiresAt }: Pick<SessionRow, 'usedAt' | 'expiresAt'>,
  ): Promise<void> {
    await inside.query('update session set used_at = $2::timestamptz, expires_at = $3::timestamptz where id = $1', [
      ...[id, timestamp(usedAt), timestamp(expiresAt)],
    ])
  },
  async listOf(inside: ActingDatabase, account: string, now: number): Promise<readonly SessionRow[]> {
    const rows = await inside.query<SessionColumns>(
      `select ${columns} from session where account = $1 and expires_at > $2::timestamptz order by used_at desc, id desc`,
      [account, timestamp(now)],
    )
    return rows.map(toSession)
  },
  async findAccount(inside: ActingDatabase, id: string): Promise<string | undefined> {
    const [row] = await inside.query<{ account: string }>('select account from session where id = $1', [id])
    return row?.account
  },
  async remove(inside: ActingDatabase, id: string): Promise<void> {
    await inside.query('delete from session where id = $1', [id])
  },
  async removeByHash(inside: ActingDatabase, tokenHash: string): Promise<void> {
    await inside.query('delete from session where token_hash = $1', [tokenHash])
  },
  async removeAllOf(inside: ActingDatabase, account: string): Promise<void> {
    await inside.query('delete from session where account = $1', [account])
  },
  async removeExpired(inside: ActingDatabase, now: number): Promise<number> {
    return (await inside.query('delete from session where expires_at <= $1::timestamptz returning 1', [timestamp(now)])).length
  },
}

function toSession(row: SessionColumns): SessionRow {
  return {
    id: row.id,
    account: row.account,
    browser: row.browser,
    createdAt: new Date(row.created_at).getTime(),
    usedAt: new Date(row.used_at).getTime(),
    expiresAt: new Date(row.expires_at).getTime(),
  }
}
