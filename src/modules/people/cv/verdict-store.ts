import type { Database, DateText } from '../../../platform/index.ts'
import type { JudgedReading, ReadingVerdict } from './reading-verdicts.ts'

export interface VerdictStore {
  add(verdicts: readonly ReadingVerdict[], today: DateText): Promise<void>
  /** Those rejected at least once, most often first. */
  listRejected(limit: number): Promise<JudgedReading[]>
}

export function createVerdictStore(db: Database): VerdictStore {
  return {
    async add(verdicts, today) {
      if (verdicts.length === 0) return
      await db.query(
        `insert into reading_verdict (words, concept, kept, rejected, last_on)
         select one ->> 'words', one ->> 'concept', (one ->> 'kept')::boolean::int, (not (one ->> 'kept')::boolean)::int, $2::date
         from jsonb_array_elements($1::jsonb) as one order by 1, 2
         on conflict (words, concept) do update set kept = reading_verdict.kept + excluded.kept,
           rejected = reading_verdict.rejected + excluded.rejected, last_on = excluded.last_on`,
        [JSON.stringify(verdicts), today],
      )
    },
    async listRejected(limit) {
      return db.query<JudgedReading & Record<string, unknown>>(
        `select words, concept, kept, rejected, last_on as "lastOn" from reading_verdict where rejected > 0
         order by rejected desc, words, concept limit $1`,
        [limit],
      )
    },
  }
}
