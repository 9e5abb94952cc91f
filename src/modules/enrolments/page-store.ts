import type { ActingDatabase, DateText } from '../../platform/index.ts'
import type { Enrolment } from './enrolment.ts'
import { enrolmentColumns, toEnrolment } from './enrolment-store.ts'
import type { State } from './moves.ts'

/** What a page of an educator's enrolments holds. */
export interface EnrolmentsAsked {
  readonly organisation: string
  readonly offering?: string | undefined
  readonly startsOn?: DateText | undefined
  readonly state?: State | undefined
}

/** In order of applying. @param after moment of applying (milliseconds since 1970) and id of the last one of the page before */
export async function listPage(
  inside: ActingDatabase,
  { organisation, offering, startsOn, state }: EnrolmentsAsked,
  after: readonly [number, string] | undefined,
  limit: number,
): Promise<Enrolment[]> {
  const rows = await inside.query(
    `select ${enrolmentColumns} from enrolment
      where organisation = $1 and ($2::text is null or offering = $2) and ($3::date is null or starts_on = $3) and ($4::text is null or state = $4)
        and ($5::timestamptz is null or (applied_at, id) > ($5, $6))
      order by applied_at, id limit $7`,
    [
      ...[organisation, offering ?? null, startsOn ?? null, state ?? null],
      ...[after ? new Date(after[0]).toISOString() : null, after?.[1] ?? null, limit],
    ],
  )
  return rows.map(toEnrolment)
}
