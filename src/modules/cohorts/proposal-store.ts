import type { ActingDatabase } from '../../platform/index.ts'
import { type CohortPair, type Proposal, placementInTheMaking } from './cohort.ts'
import { iso, momentOf } from './cohort-store.ts'

export async function findProposal(db: ActingDatabase, cohort: string, number: number): Promise<Proposal | undefined> {
  const [row] = await db.query('select * from cohort_proposal where cohort = $1 and number = $2', [cohort, number])
  return (
    row && {
      number: Number(row.number),
      madeAt: momentOf(row.made_at) as number,
      inputHash: String(row.input_hash),
      byHand: row.by_hand === true,
    }
  )
}

/** Numbers it itself: the row of the cohort is locked. */
export async function addProposal(
  db: ActingDatabase,
  cohort: string,
  one: Omit<Proposal, 'number'>,
  account: string | undefined,
): Promise<number> {
  const [row] = await db.query<{ number: number }>(
    `insert into cohort_proposal (cohort, number, made_by, made_at, input_hash, by_hand)
     select $1, coalesce(max(number), 0) + 1, $2, $3::timestamptz, $4, $5 from cohort_proposal where cohort = $1 returning number`,
    [cohort, account ?? null, iso(one.madeAt), one.inputHash, one.byHand],
  )
  return Number(row?.number)
}

/** Of one proposal, as far as the actor may see them. */
export async function listPairs(db: ActingDatabase, cohort: string, number: number): Promise<CohortPair[]> {
  const rows = await db.query('select * from cohort_pair where cohort = $1 and number = $2 order by participant, place', [
    cohort,
    number,
  ])
  return rows.map((row) => ({
    participant: String(row.participant),
    place: String(row.place),
    personYesAt: momentOf(row.person_yes_at),
    employerYesAt: momentOf(row.employer_yes_at),
    noBy: (row.no_by as CohortPair['noBy'] | null) ?? undefined,
    placement: (row.placement as string | null) ?? undefined,
  }))
}

export async function addPair(db: ActingDatabase, cohort: string, number: number, pair: CohortPair): Promise<void> {
  await db.query(
    `insert into cohort_pair (cohort, number, participant, place, person_yes_at, employer_yes_at, no_by, placement)
     values ($1, $2, $3, $4, $5::timestamptz, $6::timestamptz, $7, $8)`,
    [
      ...[cohort, number, pair.participant, pair.place],
      ...[
        pair.personYesAt === undefined ? null : iso(pair.personYesAt),
        pair.employerYesAt === undefined ? null : iso(pair.employerYesAt),
      ],
      ...[pair.noBy ?? null, pair.placement ?? null],
    ],
  )
}

export async function updatePair(db: ActingDatabase, cohort: string, number: number, pair: CohortPair): Promise<void> {
  await db.query(
    `update cohort_pair set person_yes_at = $5::timestamptz, employer_yes_at = $6::timestamptz, no_by = $7, placement = $8
     where cohort = $1 and number = $2 and participant = $3 and place = $4`,
    [
      ...[cohort, number, pair.participant, pair.place],
      ...[
        pair.personYesAt === undefined ? null : iso(pair.personYesAt),
        pair.employerYesAt === undefined ? null : iso(pair.employerYesAt),
      ],
      ...[pair.noBy ?? null, pair.placement ?? null],
    ],
  )
}

/** Placements that were asked for and of which nothing came, since the program stopped. */
export async function releaseCutOff(db: ActingDatabase): Promise<void> {
  await db.query('update cohort_pair set placement = null where placement = $1', [placementInTheMaking])
}
