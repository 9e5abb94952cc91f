import type { ActingDatabase, DateText } from '../../platform/index.ts'
import type { Programme } from '../trainings/index.ts'

export interface DemoStart {
  readonly offering: string
  readonly programme: string
  readonly title: Programme['title']
  readonly facts: Programme['facts']
  readonly startsOn: DateText
}

/** The first start of an organisation's own programmes from a day on; those of work and school at once come first. */
export async function findDemoStart(
  inside: ActingDatabase,
  organisation: string,
  from: DateText,
): Promise<DemoStart | undefined> {
  const rows = await inside.query(
    `select o.id as offering, p.id as programme, p.title, p.facts, s ->> 'date' as starts_on
     from programme p join offering o on o.programme = p.id cross join jsonb_array_elements(o.facts -> 'starts') as s
     where p.organisation = $1 and s ->> 'date' >= $2
     order by (p.facts ->> 'form' = 'dual') desc, s ->> 'date', o.id limit 1`,
    [organisation, from],
  )
  const [row] = rows
  return (
    row && {
      offering: String(row.offering),
      programme: String(row.programme),
      title: row.title as Programme['title'],
      facts: row.facts as Programme['facts'],
      startsOn: String(row.starts_on),
    }
  )
}

/** Which of these organisations are there. */
export async function existing(inside: ActingDatabase, organisations: readonly string[]): Promise<readonly string[]> {
  const rows = await inside.query<{ id: string }>('select id from organisation where id = any($1::text[])', [organisations])
  const there = new Set(rows.map(({ id }) => id))
  return organisations.filter((id) => there.has(id))
}
