/** The API on a small demo world in memory, without the site and without a port. */
import type { FastifyInstance } from 'fastify'
import { createServer } from '../../src/http/index.ts'
import { createModules, type Modules } from '../../src/modules/index.ts'
import { type Clock, createIds, type Database } from '../../src/platform/index.ts'
import { freshDatabases, silentLog } from '../databases.ts'

export interface ServedApi {
  readonly app: FastifyInstance
  readonly modules: Modules
  readonly db: Database
  close(): Promise<void>
}

/** A Wednesday; the demo world counts from it. */
export const testDay = Date.UTC(2026, 10, 25, 12)

export async function serveApi(
  options: { readonly limits?: { readonly api: number; readonly computing: number } } = {},
): Promise<ServedApi> {
  const [database] = freshDatabases()
  if (!database) throw new Error('there is no database to test on')
  const db = await database.open()
  const clock: Clock = { now: () => testDay }
  const modules = await createModules({ db, clock, ids: createIds(clock), log: silentLog })
  await modules.skills.loadStarter(new URL('../../data/vocabulary/', import.meta.url).pathname)
  await modules.rules.load()
  await modules.initiatives.load()
  await modules.demo.reset({ size: { vacancies: 300, programmes: 40, offerings: 120, people: 200 } })
  const app = await createServer({ modules, clock, log: silentLog, version: 'test', ...options })
  await app.ready()
  return {
    app,
    modules,
    db,
    async close() {
      await app.close()
      await db.close()
    },
  }
}
