import type { ActingDatabase } from '../../platform/index.ts'
import type { Profile } from '../people/index.ts'

/** The profile that an account keeps, and the row of the pool that stands for it while the person agreed to be counted. */
export interface KeptProfile {
  readonly profile: Profile
  readonly poolId?: string | undefined
}

const timestamp = (milliseconds: number): string => new Date(milliseconds).toISOString()

export const keptProfileStore = {
  async find(inside: ActingDatabase, account: string): Promise<KeptProfile | undefined> {
    const [row] = await inside.query<{ profile: Profile; pool_id: string | null }>(
      'select profile, pool_id from kept_profile where account = $1',
      [account],
    )
    return row && { profile: row.profile, poolId: row.pool_id ?? undefined }
  },
  /** Whether the account keeps exactly this profile, or none; it stays so until the transaction ends. */
  async isStill(inside: ActingDatabase, account: string, profile: Profile | undefined): Promise<boolean> {
    const [row] = await inside.query<{ same: boolean | null }>(
      'select profile = $2::jsonb as same from kept_profile where account = $1 for update',
      [account, profile === undefined ? null : JSON.stringify(profile)],
    )
    return row === undefined ? profile === undefined : row.same === true
  },
  /** Gives the pool row that stands for it. */
  async save(inside: ActingDatabase, account: string, profile: Profile, now: number): Promise<string | undefined> {
    const [row] = await inside.query<{ pool_id: string | null }>(
      `insert into kept_profile (account, profile, updated_at) values ($1, $2::jsonb, $3::timestamptz)
       on conflict (account) do update set profile = excluded.profile, updated_at = excluded.updated_at returning pool_id`,
      [account, JSON.stringify(profile), timestamp(now)],
    )
    return row?.pool_id ?? undefined
  },
  async setPoolId(inside: ActingDatabase, account: string, poolId: string | undefined): Promise<void> {
    await inside.query('update kept_profile set pool_id = $2 where account = $1', [account, poolId ?? null])
  },
  async remove(inside: ActingDatabase, account: string): Promise<void> {
    await inside.query('delete from kept_profile where account = $1', [account])
  },
}
