import type { ActingDatabase } from '../../platform/index.ts'
import type { Language } from '../skills/index.ts'
import type { KeptMail, MailKind, MailLine, MailState, NewMail, Recipient } from './mail.ts'

const iso = (ms: number): string => new Date(ms).toISOString()
/** Where a server said yes, that is so, whatever was thought of it meanwhile. */
const stillOpen = `state in ('sending', 'perhapsLost')`

/** A message that this process may send now. */
export interface ClaimedMail extends KeptMail {
  readonly claim: string
}

/** All SQL of mail. Every function works on rows of all: inside a task. */
export const mailStore = {
  /** @returns false when there is one with this key */
  async add(inside: ActingDatabase, id: string, mail: NewMail, now: number): Promise<boolean> {
    const added = await inside.query(
      `insert into mail (id, template, account, email, language, kind, once, data, written_at, next_at, until)
       values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::timestamptz, $9::timestamptz, $10::timestamptz)
       on conflict (once) do nothing returning id`,
      [
        ...[id, mail.template, 'account' in mail.to ? mail.to.account : null, 'email' in mail.to ? mail.to.email : null],
        ...[mail.language, mail.kind, mail.once, JSON.stringify(mail.data), iso(now)],
        mail.until === undefined ? null : iso(mail.until),
      ],
    )
    return added.length > 0
  },

  /** Takes the message that waits longest. Two processes never get the same: its row is locked while it is taken, and its state says so after. */
  async claim(inside: ActingDatabase, claim: string, now: number): Promise<ClaimedMail | undefined> {
    const [row] = await inside.query(
      `update mail set state = 'sending', attempts = attempts + 1, sending_at = $2::timestamptz, claim = $1 where id = (
         select id from mail where state = 'written' and next_at <= $2::timestamptz
         order by next_at, id limit 1 for update skip locked)
       returning *`,
      [claim, iso(now)],
    )
    return row && { ...toKept(row), claim }
  },

  /** What became of a try. Nothing, when the operator decided something else meanwhile. */
  async settle(
    inside: ActingDatabase,
    claim: string,
    outcome: {
      readonly state: 'sent' | 'failed' | 'perhapsLost' | 'dropped'
      readonly reason?: string
      readonly forget?: boolean
    },
    now: number,
  ): Promise<void> {
    await inside.query(
      `update mail set state = $2, reason = $3,
         settled_at = case when $2 = 'perhapsLost' then null else $4::timestamptz end,
         data = case when $5 then null else data end, email = case when $5 then null else email end
       where claim = $1 and ${stillOpen}`,
      [claim, outcome.state, outcome.reason ?? null, iso(now), outcome.forget ?? false],
    )
  },

  /** It was refused before it was handed over: it waits for another try. */
  async waitAgain(inside: ActingDatabase, claim: string, nextAt: number, reason: string): Promise<void> {
    await inside.query(
      `update mail set state = 'written', next_at = $2::timestamptz, reason = $3 where claim = $1 and state = 'sending'`,
      [claim, iso(nextAt), reason],
    )
  },

  /** What was taken to be sent before `takenBefore`, and nobody said what became of it. How many. */
  async markLost(inside: ActingDatabase, takenBefore: number, reason: string): Promise<number> {
    const lost = await inside.query(
      `update mail set state = 'perhapsLost', reason = $2 where state = 'sending' and sending_at <= $1::timestamptz returning id`,
      [iso(takenBefore), reason],
    )
    return lost.length
  },

  /** What waits and is of no use any more. How many. */
  async dropLate(inside: ActingDatabase, writtenBefore: number, now: number, reason: string): Promise<number> {
    const dropped = await inside.query(
      `update mail set state = 'dropped', settled_at = $2::timestamptz, reason = $3
       where state = 'written' and (until < $2::timestamptz or (until is null and written_at < $1::timestamptz)) returning id`,
      [iso(writtenBefore), iso(now), reason],
    )
    return dropped.length
  },

  /** The operator decides about one that may be lost. @returns false when there is none such */
  async decide(inside: ActingDatabase, id: string, again: boolean, now: number): Promise<boolean> {
    const decided = await inside.query(
      `update mail set state = $2, claim = null, next_at = $3::timestamptz, until = case when $4 then null else until end,
         written_at = case when $4 then $3::timestamptz else written_at end,
         settled_at = case when $4 then null else $3::timestamptz end, reason = $5
       where id = $1 and state = any($6) and (data is not null or not $4) returning id`,
      [
        ...[id, again ? 'written' : 'dropped', iso(now), again, again ? 'sent again by the operator' : 'dropped by the operator'],
        again ? ['perhapsLost', 'failed'] : ['perhapsLost', 'failed', 'written'],
      ],
    )
    return decided.length > 0
  },

  /** Latest first; only of these states. */
  async list(inside: ActingDatabase, states: readonly MailState[], most: number): Promise<MailLine[]> {
    const rows = await inside.query('select * from mail where state = any($1) order by written_at desc, id desc limit $2', [
      states,
      most,
    ])
    return rows.map(toLine)
  },

  /** Those whose contents are kept, latest first. */
  async listKept(inside: ActingDatabase, most: number): Promise<KeptMail[]> {
    const rows = await inside.query('select * from mail where data is not null order by written_at desc, id desc limit $1', [
      most,
    ])
    return rows.map(toKept)
  },

  /** How many there are in each state. */
  async count(inside: ActingDatabase): Promise<Readonly<Partial<Record<MailState, number>>>> {
    const rows = await inside.query<{ state: MailState; count: number }>(
      'select state, count(*) as count from mail group by state',
    )
    return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
  },

  /** Of what was settled before then, the contents and the address go; that it was sent stays. How many. */
  async empty(inside: ActingDatabase, settledBefore: number): Promise<number> {
    const emptied = await inside.query(
      `update mail set data = null, email = null
       where settled_at < $1::timestamptz and (data is not null or email is not null) returning id`,
      [iso(settledBefore)],
    )
    return emptied.length
  },

  /** Rows that were settled before then go wholly. How many. */
  async remove(inside: ActingDatabase, settledBefore: number): Promise<number> {
    return (await inside.query('delete from mail where settled_at < $1::timestamptz returning id', [iso(settledBefore)])).length
  },

  /** What was written to somebody, and what is kept of it. Mail to an address is found by that address while it is kept. */
  async listOf(inside: ActingDatabase, account: string, email: string): Promise<MailLine[]> {
    const rows = await inside.query(
      'select * from mail where account = $1 or lower(email) = lower($2) order by written_at desc, id desc',
      [account, email],
    )
    return rows.map(toLine)
  },

  /** All mail to somebody goes, sent or not. */
  async removeOf(inside: ActingDatabase, account: string, email: string): Promise<number> {
    return (await inside.query('delete from mail where account = $1 or lower(email) = lower($2) returning id', [account, email]))
      .length
  },

  async find(inside: ActingDatabase, id: string): Promise<MailLine | undefined> {
    const [row] = await inside.query('select * from mail where id = $1', [id])
    return row && toLine(row)
  },

  /** Addresses of accounts, by account. */
  async addressesOf(inside: ActingDatabase, accounts: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await inside.query<{ id: string; email: string }>('select id, email from account where id = any($1)', [accounts])
    return new Map(rows.map(({ id, email }) => [id, email]))
  },

  async findAddress(inside: ActingDatabase, account: string): Promise<string | undefined> {
    const [row] = await inside.query<{ email: string }>('select email from account where id = $1', [account])
    return row?.email
  },

  async unsubscribe(inside: ActingDatabase, addressHash: string, kind: 'news', now: number): Promise<void> {
    await inside.query(
      'insert into mail_unsubscribed (address_hash, kind, since) values ($1, $2, $3::timestamptz) on conflict do nothing',
      [addressHash, kind, iso(now)],
    )
  },

  async subscribeAgain(inside: ActingDatabase, addressHash: string, kind: 'news'): Promise<void> {
    await inside.query('delete from mail_unsubscribed where address_hash = $1 and kind = $2', [addressHash, kind])
  },

  async isUnsubscribed(inside: ActingDatabase, addressHash: string, kind: 'news'): Promise<boolean> {
    const rows = await inside.query('select since from mail_unsubscribed where address_hash = $1 and kind = $2', [
      addressHash,
      kind,
    ])
    return rows.length > 0
  },
}

const timeOf = (value: unknown): string => new Date(value as string).toISOString()

function toLine(row: Record<string, unknown>): MailLine {
  return {
    id: String(row.id),
    template: String(row.template),
    kind: row.kind as MailKind,
    state: row.state as MailState,
    attempts: Number(row.attempts),
    writtenAt: timeOf(row.written_at),
    ...(row.settled_at === null ? {} : { settledAt: timeOf(row.settled_at) }),
    ...(row.reason === null ? {} : { reason: String(row.reason) }),
  }
}

function toKept(row: Record<string, unknown>): KeptMail {
  return {
    ...toLine(row),
    to: recipientOf(row),
    language: row.language as Language,
    data: row.data,
    ...(row.until === null ? {} : { until: new Date(row.until as string).getTime() }),
  }
}

const recipientOf = (row: Record<string, unknown>): Recipient =>
  row.account === null ? { email: String(row.email ?? '') } : { account: String(row.account) }
