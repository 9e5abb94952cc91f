import type { Database } from '../../platform/index.ts'

/** Rows as short as the tables take them: tests of the outbox write the tables themselves, as anybody with SQL may. */
export interface RowWriter {
  vacancy(id: string, state?: 'published' | 'expired' | 'withdrawn', title?: string): Promise<unknown>
  programme(id: string, provider?: string): Promise<unknown>
  offering(id: string, programme: string): Promise<unknown>
  person(id: string, profile?: object): Promise<unknown>
}

export function rowWriter(db: Database): RowWriter {
  return {
    vacancy: (id, state = 'published', title = 'Baan') =>
      db.query(
        `insert into vacancy (id, state, title, employer, description, language, facts, requirements, source, published_on, fingerprint)
         values ($1, $2, $3, 'Voorbeeld BV', '', 'nl', '{}', '[]', 'test', '2026-11-01', $1)
         on conflict (id) do update set state = excluded.state, title = excluded.title`,
        [id, state, title],
      ),
    programme: (id, provider = 'Leerhuis') =>
      db.query(
        `insert into programme (id, title, provider, description, facts, source) values ($1, '{}', $2, '{}', '{}', 'test')
         on conflict (id) do update set provider = excluded.provider`,
        [id, provider],
      ),
    offering: (id, programme) =>
      db.query(
        `insert into offering (id, programme, facts) values ($1, $2, '{}') on conflict (id) do update set programme = excluded.programme`,
        [id, programme],
      ),
    person: (id, profile = {}) =>
      db.query(
        `insert into pool_person (id, profile) values ($1, $2::jsonb) on conflict (id) do update set profile = excluded.profile`,
        [id, profile],
      ),
  }
}

/** Where each area stands. */
export async function revisionOf(db: Database, area: string): Promise<number> {
  const [row] = await db.query<{ number: number }>('select number from revision where area = $1', [area])
  return row?.number ?? -1
}
