import type { ActingDatabase } from '../../platform/index.ts'
import type { OnboardingLine, OnboardingOutcome, OnboardingSummary, RefusedLine } from './onboarding.ts'

export interface KeptOnboarding {
  readonly id: string
  readonly organisation: string
  readonly language: 'nl' | 'en'
  readonly createdAt: number
  readonly expiresAt: number
  readonly lines: readonly OnboardingLine[]
  readonly refused: readonly RefusedLine[]
  readonly outcomes: readonly OnboardingOutcome[]
  readonly isEnded: boolean
}

const columns = 'id, organisation, language, created_at, expires_at, lines, refused, outcomes, ended_at'
const iso = (ms: number): string => new Date(ms).toISOString()

/** All SQL of files of employers to invite. */
export function createOnboardingStore() {
  return {
    async insert(
      inside: ActingDatabase,
      kept: Omit<KeptOnboarding, 'outcomes' | 'isEnded'> & { readonly account: string },
    ): Promise<void> {
      await inside.query(
        `insert into onboarding (id, organisation, created_by, created_at, expires_at, language, lines, refused)
         values ($1, $2, $3, $4::timestamptz, $5::timestamptz, $6, $7::jsonb, $8::jsonb)`,
        [
          kept.id,
          kept.organisation,
          kept.account,
          iso(kept.createdAt),
          iso(kept.expiresAt),
          kept.language,
          JSON.stringify(kept.lines),
          JSON.stringify(kept.refused),
        ],
      )
    },

    async find(inside: ActingDatabase, organisation: string, id: string): Promise<KeptOnboarding | undefined> {
      const [row] = await inside.query(`select ${columns} from onboarding where id = $1 and organisation = $2`, [
        id,
        organisation,
      ])
      return row && toOnboarding(row)
    },

    /** The same, and nobody else works on it until the transaction ends. */
    async lock(inside: ActingDatabase, organisation: string, id: string): Promise<KeptOnboarding | undefined> {
      const [row] = await inside.query(`select ${columns} from onboarding where id = $1 and organisation = $2 for update`, [
        id,
        organisation,
      ])
      return row && toOnboarding(row)
    },

    /** The newest first. */
    async list(inside: ActingDatabase, organisation: string): Promise<OnboardingSummary[]> {
      const rows = await inside.query(
        `select id, created_at, jsonb_array_length(lines) as lines, jsonb_array_length(outcomes) as done, jsonb_array_length(refused) as refused
         from onboarding where organisation = $1 order by created_at desc, id desc`,
        [organisation],
      )
      return rows.map((row) => ({
        id: String(row.id),
        createdAt: new Date(row.created_at as string).getTime(),
        lines: Number(row.lines),
        done: Number(row.done),
        refused: Number(row.refused),
      }))
    },

    /** These are what became of the next lines. */
    async addOutcomes(
      inside: ActingDatabase,
      id: string,
      outcomes: readonly OnboardingOutcome[],
      endedAt: number | undefined,
    ): Promise<void> {
      await inside.query('update onboarding set outcomes = outcomes || $2::jsonb, ended_at = $3::timestamptz where id = $1', [
        id,
        JSON.stringify(outcomes),
        endedAt === undefined ? null : iso(endedAt),
      ])
    },

    async removeExpired(inside: ActingDatabase, now: number): Promise<number> {
      return (await inside.query('delete from onboarding where expires_at <= $1::timestamptz returning id', [iso(now)])).length
    },
  }
}

function toOnboarding(row: Record<string, unknown>): KeptOnboarding {
  return {
    id: String(row.id),
    organisation: String(row.organisation),
    language: row.language as 'nl' | 'en',
    createdAt: new Date(row.created_at as string).getTime(),
    expiresAt: new Date(row.expires_at as string).getTime(),
    lines: row.lines as OnboardingLine[],
    refused: row.refused as RefusedLine[],
    outcomes: row.outcomes as OnboardingOutcome[],
    isEnded: row.ended_at !== null,
  }
}
