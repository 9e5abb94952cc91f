import type { Database, DateText } from '../../platform/index.ts'
import type { KeptScore } from './scores.ts'

export interface ScoreStore {
  /** The same text of an organisation on one day replaces what stood there. */
  save(score: KeptScore): Promise<void>
  of(organisation: string): Promise<KeptScore[]>
}

interface Row extends Record<string, unknown> {
  readonly organisation: string
  readonly checked_on: DateText
  readonly text_hash: string
  readonly parts: KeptScore['parts']
  readonly checks: KeptScore['checks']
  readonly reached: KeptScore['reached'] | null
}

export function createScoreStore(db: Database): ScoreStore {
  return {
    async save({ organisation, on, textHash, parts, checks, reached }) {
      await db.query(
        `insert into vacancy_score (organisation, checked_on, text_hash, parts, checks, reached)
         values ($1, $2::date, $3, $4::jsonb, $5::jsonb, $6::jsonb)
         on conflict (organisation, checked_on, text_hash)
         do update set parts = excluded.parts, checks = excluded.checks, reached = excluded.reached`,
        [organisation, on, textHash, JSON.stringify(parts), JSON.stringify(checks), reached ? JSON.stringify(reached) : null],
      )
    },
    async of(organisation) {
      const rows = await db.query<Row>(
        `select organisation, checked_on, text_hash, parts, checks, reached
         from vacancy_score where organisation = $1 order by checked_on, text_hash`,
        [organisation],
      )
      return rows.map(({ checked_on: on, text_hash: textHash, reached, ...row }) => ({
        organisation: row.organisation,
        on,
        textHash,
        parts: row.parts,
        checks: row.checks,
        ...(reached ? { reached } : {}),
      }))
    },
  }
}
