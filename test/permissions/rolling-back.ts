import type { Database } from '../../src/platform/index.ts'

/** What ends a transaction whose work went well. */
const done = Symbol('done')

/**
 * A database of which every transaction is taken back after its work, once it is started: a request answers as it would, and the next one finds
 * the same world. So each of thousands of requests may close an organisation.
 */
export function rollingBack(db: Database): { readonly db: Database; start(): void; stop(): void } {
  let isStarted = false
  return {
    start() {
      isStarted = true
    },
    stop() {
      isStarted = false
    },
    db: {
      ...db,
      query: (sql, parameters) => db.query(sql, parameters),
      async transaction<T>(work: (inside: Database) => Promise<T>): Promise<T> {
        if (!isStarted) return db.transaction(work)
        let result: { readonly is: T } | undefined
        await db
          .transaction(async (inside) => {
            result = { is: await work(inside) }
            throw done
          })
          .catch((error: unknown) => {
            if (error !== done) throw error
          })
        if (!result) throw new Error('the work gave nothing')
        return result.is
      },
    },
  }
}
