import type { Database, DatabasePlace } from './database.ts'
import type { Log } from './outside.ts'

/**
 * Opens the record. The driver that is not used is not loaded. Nothing is migrated yet.
 * @throws Error when it cannot be reached; the message names the place without its password.
 */
export async function openDatabase(place: DatabasePlace, log: Log): Promise<Database> {
  if (place.kind === 'postgresql') {
    const { openPostgres } = await import('./open-postgres.ts')
    return openPostgres(place, log)
  }
  const { openPglite } = await import('./open-pglite.ts')
  return openPglite(place, log)
}
