import { actAs, type Database } from '../../platform/index.ts'
import type { PoolRow } from '../people/index.ts'
import { createMatchProfileStore, type FoundRow } from './match-profile-store.ts'

/** Who agreed to be found, as engines read them: whole profiles, by number. What is read here is not shown to anybody. */
export interface FoundPeople {
  /** Everybody, some people at a time. Whoever comes or goes meanwhile may be in it or not. */
  stream(): AsyncIterable<readonly PoolRow[]>
  /** Those of these numbers who are found now, in any order. */
  ofIds(handles: readonly string[]): Promise<readonly PoolRow[]>
}

/** People read at once: about ten milliseconds on the embedded database, which reads in the thread that asks. */
const page = 200

export function createFoundPeople(db: Database): FoundPeople {
  const store = createMatchProfileStore()
  const asEngine = <T>(work: Parameters<typeof actAs<T>>[2]): Promise<T> => actAs(db, { task: 'engine' }, work)
  return {
    async *stream() {
      for (let after = ''; ; ) {
        const rows = await asEngine((inside) => store.foundAfter(inside, after, page))
        if (rows.length > 0) yield rows.map(withoutAccount)
        const last = rows.at(-1)
        if (!last || rows.length < page) return
        after = last.id
      }
    },
    ofIds: async (handles) => (await asEngine((inside) => store.foundOf(inside, handles))).map(withoutAccount),
  }
}

function withoutAccount({ account: _, ...row }: FoundRow): PoolRow {
  return row
}
