import type { Database } from '../../platform/index.ts'
import type { Profile } from './profile.ts'

export interface KeptDraft {
  readonly profile: Profile
  /** Milliseconds since 1970. */
  readonly usedAt: number
}

export interface PoolRow {
  readonly id: string
  readonly demo: boolean
  readonly region?: string | undefined
  readonly profile: Profile
}

export interface PeopleStore {
  /** A draft that has not expired. */
  findDraft(tokenHash: string, now: number): Promise<KeptDraft | undefined>
  saveDraft(tokenHash: string, profile: Profile, times: { readonly now: number; readonly expiresAt: number }): Promise<void>
  /** Only where the draft still is `before`; whether it was. */
  changeDraft(
    tokenHash: string,
    profile: Profile,
    before: Profile,
    times: { readonly now: number; readonly expiresAt: number },
  ): Promise<boolean>
  touchDraft(tokenHash: string, times: { readonly now: number; readonly expiresAt: number }): Promise<void>
  removeDraft(tokenHash: string): Promise<void>
  removeExpiredDrafts(now: number): Promise<number>
  listPool(): Promise<PoolRow[]>
  /** So many people of the pool with ids after this one, by id. */
  poolAfter(id: string, limit: number): Promise<PoolRow[]>
  /** Those of these ids that are in the pool. */
  poolOf(ids: readonly string[]): Promise<PoolRow[]>
  /** Inserts or replaces, inside the transaction of `db`. */
  savePool(db: Database, people: readonly PoolRow[]): Promise<void>
  /** How many of them were in the pool. */
  removeFromPool(db: Database, ids: readonly string[]): Promise<number>
  removeDemo(db: Database): Promise<void>
  poolSize(): Promise<number>
}

const batchSize = 500
const poolColumns = 'id, demo, region, profile'
type PoolColumns = { readonly id: string; readonly demo: boolean; readonly region: string | null; readonly profile: Profile }

const timestamp = (milliseconds: number): string => new Date(milliseconds).toISOString()

export function createPeopleStore(db: Database): PeopleStore {
  return {
    async findDraft(tokenHash, now) {
      const [row] = await db.query<{ profile: Profile; used_at: string | Date }>(
        'select profile, used_at from draft_profile where token_hash = $1 and expires_at > $2::timestamptz',
        [tokenHash, timestamp(now)],
      )
      return row && { profile: row.profile, usedAt: new Date(row.used_at).getTime() }
    },
    async saveDraft(tokenHash, profile, { now, expiresAt }) {
      await db.query(
        `insert into draft_profile (token_hash, profile, created_at, used_at, expires_at)
         values ($1, $2::jsonb, $3::timestamptz, $3::timestamptz, $4::timestamptz)
         on conflict (token_hash) do update set profile = excluded.profile, used_at = excluded.used_at, expires_at = excluded.expires_at`,
        [tokenHash, JSON.stringify(profile), timestamp(now), timestamp(expiresAt)],
      )
    },
    async changeDraft(tokenHash, profile, before, { now, expiresAt }) {
      const rows = await db.query(
        `update draft_profile set profile = $2::jsonb, used_at = $4::timestamptz, expires_at = $5::timestamptz
         where token_hash = $1 and profile = $3::jsonb returning 1`,
        [tokenHash, JSON.stringify(profile), JSON.stringify(before), timestamp(now), timestamp(expiresAt)],
      )
      return rows.length > 0
    },
    async touchDraft(tokenHash, { now, expiresAt }) {
      await db.query('update draft_profile set used_at = $2::timestamptz, expires_at = $3::timestamptz where token_hash = $1', [
        tokenHash,
        timestamp(now),
        timestamp(expiresAt),
      ])
    },
    async removeDraft(tokenHash) {
      await db.query('delete from draft_profile where token_hash = $1', [tokenHash])
    },
    async removeExpiredDrafts(now) {
      const rows = await db.query('delete from draft_profile where expires_at <= $1::timestamptz returning 1', [timestamp(now)])
      return rows.length
    },
    async listPool() {
      return (await db.query<PoolColumns>(`select ${poolColumns} from pool_person order by id`)).map(toPoolRow)
    },
    async poolAfter(id, limit) {
      return (
        await db.query<PoolColumns>(`select ${poolColumns} from pool_person where id > $1 order by id limit $2`, [id, limit])
      ).map(toPoolRow)
    },
    async poolOf(ids) {
      return (await db.query<PoolColumns>(`select ${poolColumns} from pool_person where id = any($1::text[])`, [ids])).map(
        toPoolRow,
      )
    },
    async savePool(inside, people) {
      for (let from = 0; from < people.length; from += batchSize) {
        await inside.query(
          `insert into pool_person (id, demo, region, profile)
           select record ->> 'id', (record ->> 'demo')::boolean, record ->> 'region', record -> 'profile'
           from jsonb_array_elements($1::jsonb) as record
           on conflict (id) do update set demo = excluded.demo, region = excluded.region, profile = excluded.profile`,
          [JSON.stringify(people.slice(from, from + batchSize))],
        )
      }
    },
    async removeFromPool(inside, ids) {
      return (await inside.query('delete from pool_person where id = any($1::text[]) returning 1', [ids])).length
    },
    async removeDemo(inside) {
      await inside.query('delete from pool_person where demo')
    },
    async poolSize() {
      const [row] = await db.query<{ count: number }>('select count(*) as count from pool_person')
      return Number(row?.count ?? 0)
    },
  }
}

function toPoolRow({ region, ...row }: PoolColumns): PoolRow {
  return region === null ? row : { ...row, region }
}
