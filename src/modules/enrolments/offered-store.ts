import type { Database, DateText } from '../../platform/index.ts'
import type { Bilingual, OfferingRecord, ProgrammeSkill } from '../trainings/index.ts'

/** An offering with what enrolments need of it and of its programme. Without an organisation nobody here answers for it. */
export interface Offered {
  readonly offering: string
  readonly programme: string
  readonly title: Bilingual
  readonly demo: boolean
  readonly organisation?: string | undefined
  readonly isPublished: boolean
  readonly prerequisites: readonly ProgrammeSkill[]
  readonly starts: OfferingRecord['facts']['starts']
  readonly placeName?: string | undefined
  readonly isOnline: boolean
  /** People start at any time, beside days that are named. */
  readonly isRolling: boolean
}

/** Read in the transaction that works with it, as the record has it then. */
export async function findOffered(db: Database, offering: string): Promise<Offered | undefined> {
  const [row] = await db.query(
    `select o.id as offering, p.id as programme, p.title, p.demo, p.organisation, o.place_name, p.facts -> 'prerequisites' as prerequisites,
       o.facts -> 'starts' as starts, o.facts -> 'online' as online, o.facts -> 'rolling' as rolling, p.state = 'published' as published
     from offering o join programme p on p.id = o.programme where o.id = $1`,
    [offering],
  )
  return row && toOffered(row)
}

/** Demo offerings of an organisation with a start on or after a day and a number of seats, the soonest first. */
export async function listDemoOffered(db: Database, organisation: string): Promise<Offered[]> {
  const rows = await db.query(
    `select o.id as offering, p.id as programme, p.title, p.demo, p.organisation, o.place_name, p.facts -> 'prerequisites' as prerequisites,
       o.facts -> 'starts' as starts, o.facts -> 'online' as online, o.facts -> 'rolling' as rolling, true as published
     from offering o join programme p on p.id = o.programme where p.demo and p.organisation = $1 order by p.id, o.id`,
    [organisation],
  )
  return rows.map(toOffered)
}

/** Whose programme it is; undefined where there is no such programme, or nobody here answers for it. */
export async function findOwner(db: Database, programme: string): Promise<string | undefined> {
  const [row] = await db.query<{ organisation: string | null }>('select organisation from programme where id = $1', [programme])
  return row?.organisation ?? undefined
}

export const startOn = ({ starts }: Offered, date: DateText): Offered['starts'][number] | undefined =>
  starts.find((start) => start.date === date)

function toOffered(row: Record<string, unknown>): Offered {
  return {
    offering: row.offering,
    programme: row.programme,
    title: row.title,
    demo: row.demo,
    isPublished: row.published,
    prerequisites: row.prerequisites ?? [],
    starts: row.starts ?? [],
    isOnline: row.online === true,
    isRolling: row.rolling === true,
    ...(row.organisation === null ? {} : { organisation: row.organisation }),
    ...(row.place_name === null ? {} : { placeName: row.place_name }),
  } as Offered
}
