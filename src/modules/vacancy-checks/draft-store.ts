import type { Database } from '../../platform/index.ts'
import type { VacancyDraft } from './drafts.ts'

interface Times {
  readonly now: number
  readonly expiresAt: number
}

export interface DraftStore {
  /** A draft that has not expired; `usedAt` in milliseconds since 1970. */
  find(tokenHash: string, now: number): Promise<{ readonly draft: VacancyDraft; readonly usedAt: number } | undefined>
  save(tokenHash: string, draft: VacancyDraft, times: Times): Promise<void>
  touch(tokenHash: string, times: Times): Promise<void>
  remove(tokenHash: string): Promise<void>
  removeExpired(now: number): Promise<number>
}

const timestamp = (milliseconds: number): string => new Date(milliseconds).toISOString()

export function createDraftStore(db: Database): DraftStore {
  return {
    async find(tokenHash, now) {
      const [row] = await db.query<{ draft: VacancyDraft; used_at: string | Date }>(
        'select draft, used_at from draft_vacancy where token_hash = $1 and expires_at > $2::timestamptz',
        [tokenHash, timestamp(now)],
      )
      return row && { draft: row.draft, usedAt: new Date(row.used_at).getTime() }
    },
    async save(tokenHash, draft, { now, expiresAt }) {
      await db.query(
        `insert into draft_vacancy (token_hash, draft, created_at, used_at, expires_at)
         values ($1, $2::jsonb, $3::timestamptz, $3::timestamptz, $4::timestamptz)
         on conflict (token_hash) do update set draft = excluded.draft, used_at = excluded.used_at, expires_at = excluded.expires_at`,
        [tokenHash, JSON.stringify(draft), timestamp(now), timestamp(expiresAt)],
      )
    },
    async touch(tokenHash, { now, expiresAt }) {
      await db.query('update draft_vacancy set used_at = $2::timestamptz, expires_at = $3::timestamptz where token_hash = $1', [
        tokenHash,
        timestamp(now),
        timestamp(expiresAt),
      ])
    },
    async remove(tokenHash) {
      await db.query('delete from draft_vacancy where token_hash = $1', [tokenHash])
    },
    async removeExpired(now) {
      const rows = await db.query('delete from draft_vacancy where expires_at <= $1::timestamptz returning token_hash', [
        timestamp(now),
      ])
      return rows.length
    },
  }
}
