import type { Database } from '../../platform/index.ts'

/** Areas whose changes are named. A change of skills or rules changes everything. */
export type NamedArea = 'vacancies' | 'trainings' | 'pool' | 'found'

/**
 * What changed in an area up to and including `revision`. An id says *look again*, not what stands there now: a record that was put may be gone by the
 * time it is read, and a later revision says so.
 */
export type Changes = NamedChanges | { readonly revision: number; readonly everything: true }

export interface NamedChanges {
  readonly revision: number
  readonly everything: false
  /** Ids of published vacancies, of offerings, or of people (of the pool, or found) that are new or changed. An offering changes with its programme. */
  readonly put: readonly string[]
  /** Ids of those that went. No id stands in both. */
  readonly removed: readonly string[]
  /** Trainings only: programmes themselves, with or without offerings. */
  readonly programmes: { readonly put: readonly string[]; readonly removed: readonly string[] }
}

export interface OutboxStore {
  /**
   * What changed in the area after this revision, each id once with what happened to it last. Read the revision before the records: what changes in
   * between is then told again, and doing it twice changes nothing.
   */
  changesSince(area: NamedArea, revision: number): Promise<Changes>
  /**
   * Takes away changes from before this moment (milliseconds since 1970), and those beyond what a reader is told by name; how many. Whoever still
   * stands before them is told *everything*. An area that is being written now waits for the next time.
   */
  prune(before: number): Promise<number>
}

const areas: readonly NamedArea[] = ['vacancies', 'trainings', 'pool', 'found']

interface ChangeRow {
  readonly [column: string]: unknown
  readonly number: number
  readonly named_after: number
  readonly most: number
  /** Null where nothing is named after the revision. */
  readonly kind: string | null
  readonly id: string
  readonly what: 'put' | 'remove'
}

export function createOutboxStore(db: Database): OutboxStore {
  return {
    async changesSince(area, since) {
      // One statement, so one moment: the number and the names belong together.
      const rows = await db.query<ChangeRow>(
        `select r.number, r.named_after, most_named() as most, o.kind, o.id, o.what
         from revision r left join lateral (
           select revision, kind, id, what from outbox
           where area = r.area and revision > $2::bigint and r.named_after <= $2::bigint
           order by revision limit most_named() + 1) o on true
         where r.area = $1 order by o.revision`,
        [area, since],
      )
      return toChanges(rows, since)
    },
    async prune(before) {
      let gone = 0
      for (const area of areas) gone += await db.transaction((inside) => pruneArea(inside, area, new Date(before).toISOString()))
      return gone
    },
  }
}

function toChanges(rows: readonly ChangeRow[], since: number): Changes {
  const [first] = rows
  if (!first) throw new Error('The record does not hold this area.')
  const { number: revision, named_after: namedAfter, most } = first
  // A reader ahead of the record has seen another one, that was replaced.
  if (since < namedAfter || since > revision || rows.length > most) return { revision, everything: true }
  const named = rows.filter(({ kind }) => kind !== null)
  const isProgramme = ({ kind }: ChangeRow): boolean => kind === 'programme'
  return {
    revision,
    everything: false,
    ...lastOf(named.filter((row) => !isProgramme(row))),
    programmes: lastOf(named.filter(isProgramme)),
  }
}

/** Each id once, by its last change. */
function lastOf(rows: readonly ChangeRow[]): { readonly put: readonly string[]; readonly removed: readonly string[] } {
  const last = [...new Map(rows.map(({ id, what }) => [id, what]))]
  const idsOf = (wanted: 'put' | 'remove'): string[] => last.flatMap(([id, what]) => (what === wanted ? [id] : []))
  return { put: idsOf('put'), removed: idsOf('remove') }
}

async function pruneArea(inside: Database, area: NamedArea, before: string): Promise<number> {
  const free = await inside.query('select 1 as free from revision where area = $1 for no key update skip locked', [area])
  if (free.length === 0) return 0
  await inside.query(
    `update revision set named_after = old.revision
     from (select greatest(
       (select max(revision) from outbox where area = $1 and changed_at < $2::timestamptz),
       (select revision from outbox where area = $1 order by revision desc offset most_named() limit 1)) as revision) old
     where area = $1 and named_after < old.revision`,
    [area, before],
  )
  const rows = await inside.query(
    'delete from outbox where area = $1 and revision <= (select named_after from revision where area = $1) returning 1',
    [area],
  )
  return rows.length
}
