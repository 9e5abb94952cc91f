import type { ActingDatabase, Database } from '../../platform/index.ts'
import type { Check } from './check.ts'

const iso = (ms: number): string => new Date(ms).toISOString()

/** All SQL of what is checked: the log of checks, mailed links, and the state that follows. */
export function createCheckStore() {
  return {
    async log(
      inside: ActingDatabase,
      check: Pick<Check, 'organisation' | 'what' | 'outcome' | 'subject' | 'at'> & {
        readonly id: string
        readonly account: string
      },
    ): Promise<void> {
      await inside.query(
        `insert into organisation_check (id, organisation, what, outcome, subject, account, at)
         values ($1, $2, $3, $4, $5, $6, $7::timestamptz)`,
        [check.id, check.organisation, check.what, check.outcome, check.subject, check.account, iso(check.at)],
      )
    },

    /** The latest; of one organisation, or of all. Names only of accounts that may be seen. */
    async list(inside: ActingDatabase, organisation: string | undefined, limit: number): Promise<Check[]> {
      const rows = await inside.query(
        `select c.organisation, o.name as organisation_name, c.what, c.outcome, c.subject, coalesce(a.name, a.email) as by, c.at
         from organisation_check c join organisation o on o.id = c.organisation left join account a on a.id = c.account
         where ($1::text is null or c.organisation = $1) order by c.at desc, c.id desc limit $2`,
        [organisation ?? null, limit],
      )
      return rows.map((row) => ({
        organisation: String(row.organisation),
        organisationName: String(row.organisation_name),
        what: row.what as Check['what'],
        outcome: row.outcome as Check['outcome'],
        subject: String(row.subject),
        ...(row.by === null ? {} : { by: String(row.by) }),
        at: new Date(row.at as string).getTime(),
      }))
    },

    async setDomain(db: Database, organisation: string, domain: string | undefined, now: number): Promise<void> {
      await db.query(
        `update organisation set domain = $2, domain_checked_at = case when $2::text is null then null else $3::timestamptz end where id = $1`,
        [organisation, domain ?? null, iso(now)],
      )
      await this.settle(db, organisation, now)
    },

    async setRegisterChecked(db: Database, organisation: string, isChecked: boolean, now: number): Promise<void> {
      await db.query(
        'update organisation set register_checked_at = case when $2 then $3::timestamptz else null end where id = $1',
        [organisation, isChecked, iso(now)],
      )
      await this.settle(db, organisation, now)
    },

    /** The number is not its own: it goes, so that who it is of can use it. */
    async removeRegisterNumber(db: Database, organisation: string): Promise<void> {
      await db.query('update organisation set register_number = null where id = $1', [organisation])
    },

    /** What everybody sees follows from what was checked. */
    async settle(db: Database, organisation: string, now: number): Promise<void> {
      await db.query(
        `update organisation o set verification = next.state, verified_at = case when next.state = 'unverified' then null else $2::timestamptz end
         from (select id, case when register_checked_at is not null then 'register' when domain_checked_at is not null then 'domain'
                          else 'unverified' end as state from organisation where id = $1) next
         where o.id = next.id and o.verification <> next.state`,
        [organisation, iso(now)],
      )
    },

    async addLink(
      inside: ActingDatabase,
      link: {
        readonly tokenHash: string
        readonly organisation: string
        readonly domain: string
        readonly account: string
        readonly now: number
        readonly expiresAt: number
      },
    ): Promise<void> {
      await inside.query(
        `insert into domain_check (token_hash, organisation, domain, asked_by, created_at, expires_at)
         values ($1, $2, $3, $4, $5::timestamptz, $6::timestamptz)`,
        [link.tokenHash, link.organisation, link.domain, link.account, iso(link.now), iso(link.expiresAt)],
      )
    },

    async countLinksSince(inside: ActingDatabase, organisation: string, since: number): Promise<number> {
      const [row] = await inside.query<{ count: number }>(
        'select count(*) as count from domain_check where organisation = $1 and created_at > $2::timestamptz',
        [organisation, iso(since)],
      )
      return Number(row?.count ?? 0)
    },

    /** One that can still be opened, by who acts for its organisation. */
    async findLink(
      inside: ActingDatabase,
      tokenHash: string,
      now: number,
    ): Promise<{ readonly organisation: string; readonly domain: string } | undefined> {
      const [row] = await inside.query(
        'select organisation, domain from domain_check where token_hash = $1 and used_at is null and expires_at > $2::timestamptz',
        [tokenHash, iso(now)],
      )
      return row && { organisation: String(row.organisation), domain: String(row.domain) }
    },

    /** Whether this is its first use. */
    async useLink(inside: ActingDatabase, tokenHash: string, now: number): Promise<boolean> {
      const rows = await inside.query(
        'update domain_check set used_at = $2::timestamptz where token_hash = $1 and used_at is null returning token_hash',
        [tokenHash, iso(now)],
      )
      return rows.length > 0
    },

    async removeLinks(inside: ActingDatabase, before: number): Promise<number> {
      return (
        await inside.query('delete from domain_check where expires_at <= $1::timestamptz returning token_hash', [iso(before)])
      ).length
    },

    /** Ids of organisations that an administrator should look at. */
    async waiting(inside: ActingDatabase, limit: number): Promise<string[]> {
      const rows = await inside.query<{ id: string }>(
        `select id from organisation where register_number is not null and register_checked_at is null and closed_at is null
           and opened_at is not null order by opened_at, id limit $1`,
        [limit],
      )
      return rows.map(({ id }) => id)
    },

    async newest(inside: ActingDatabase, limit: number): Promise<{ readonly id: string; readonly createdAt: number }[]> {
      const rows = await inside.query('select id, created_at from organisation order by created_at desc, id desc limit $1', [
        limit,
      ])
      return rows.map((row) => ({ id: String(row.id), createdAt: new Date(row.created_at as string).getTime() }))
    },

    async withoutOwner(inside: ActingDatabase, limit: number): Promise<string[]> {
      const rows = await inside.query<{ id: string }>(
        `select id from organisation o where closed_at is null and opened_at is not null
           and not exists (select from member m where m.organisation = o.id and 'owner' = any(m.roles)) order by name, id limit $1`,
        [limit],
      )
      return rows.map(({ id }) => id)
    },
  }
}
