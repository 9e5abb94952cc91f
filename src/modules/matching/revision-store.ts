import type { Database } from '../../platform/index.ts'

/** Which revision of each area the record holds; every write that matters to an index raises one, in its transaction. */
export type Revisions = Readonly<Record<string, number>>

/** The areas each index in memory is built from. */
export const areasOf = {
  engine: ['skills', 'vacancies', 'trainings', 'rules'],
  pool: ['pool'],
  found: ['found'],
} as const

export interface RevisionStore {
  read(): Promise<Revisions>
  /** Which record this is; another one after a backup was put back. */
  record(): Promise<string>
}

export function createRevisionStore(db: Database): RevisionStore {
  return {
    async read(): Promise<Revisions> {
      const rows = await db.query<{ area: string; number: string | number }>('select area, number from revision')
      return Object.fromEntries(rows.map((row) => [row.area, Number(row.number)]))
    },
    async record() {
      const [row] = await db.query<{ id: string }>('select id from record_identity')
      return row?.id ?? ''
    },
  }
}
