import type { ActingDatabase } from '../../platform/index.ts'

export interface DemoDesk {
  readonly organisation: string
  readonly name: string
}

/** Employers of the demo world that have an organisation, the first one first. */
export async function listDemoDesks(inside: ActingDatabase): Promise<DemoDesk[]> {
  return inside.query<DemoDesk & Record<string, unknown>>(
    `select id as organisation, name from organisation where demo and kind = 'employer' order by id`,
  )
}

/** Puts the newest open vacancies of a demo employer on its desk; which, the newest first. */
export async function claimDemoVacancies(
  inside: ActingDatabase,
  { organisation, name }: DemoDesk,
  most: number,
): Promise<string[]> {
  const rows = await inside.query<{ id: string }>(
    `select id from vacancy where demo and employer = $1 and state = 'published' order by published_on desc, id limit $2`,
    [name, most],
  )
  const ids = rows.map(({ id }) => id)
  await inside.query('update vacancy set organisation = $1 where id = any($2::text[])', [organisation, ids])
  return ids
}
