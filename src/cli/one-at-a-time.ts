import { type DatabasePlace, type Log, openDatabase } from '../platform/index.ts'

// Any fixed number, other than that of migrations.
const lockNumber = 7_227_045

/**
 * Of several processes that start at once on one PostgreSQL, one prepares the record and the others wait, and then find it prepared. Held on a connection
 * of its own, so that the work itself may use as many as it likes. An embedded record has one process anyway.
 */
export async function oneAtATime<T>(place: DatabasePlace, log: Log, work: () => Promise<T>): Promise<T> {
  if (place.kind !== 'postgresql') return work()
  const holder = await openDatabase(place, log)
  try {
    return await holder.transaction(async (held) => {
      await held.query('select pg_advisory_xact_lock($1)', [lockNumber])
      return work()
    })
  } finally {
    await holder.close()
  }
}
