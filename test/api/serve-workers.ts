/** API and built site on a small demo world in memory, with a port, and with engines in threads that can be made to misbehave. */
import { join } from 'node:path'
import { buildSite } from '../../scripts/build-site.mjs'
import { createServer } from '../../src/http/index.ts'
import { startThread } from '../../src/modules/engines/workers/start-thread.ts'
import { createModules, type Modules } from '../../src/modules/index.ts'
import { type Clock, createIds } from '../../src/platform/index.ts'
import { createSite } from '../../src/web/site.ts'
import { freshDatabases, silentLog } from '../databases.ts'
import { testDay } from './serve-api.ts'

const workerFile = join(import.meta.dirname, '../../src/modules/engines/workers/worker-for-tests.ts')

export interface ServedWorkers {
  readonly origin: string
  readonly modules: Modules
  /** The same record without threads. */
  readonly direct: Modules
  /** Messages of errors and warnings in the log. */
  readonly logged: string[]
  close(): Promise<void>
}

export async function serveWorkers(engines: {
  readonly workers: number
  readonly waiting: number
  readonly milliseconds: number
}): Promise<ServedWorkers> {
  await buildSite()
  const [database] = freshDatabases()
  if (!database) throw new Error('there is no database to test on')
  const db = await database.open()
  const began = performance.now()
  // It goes on: whether there is newer data is looked at all the time.
  const clock: Clock = { now: () => testDay + Math.round(performance.now() - began) }
  const logged: string[] = []
  const note = (message: string): void => void logged.push(message)
  const log = { ...silentLog, warn: note, error: note }
  const parts = { db, clock, ids: createIds(clock), log }
  const direct = await createModules(parts)
  await direct.skills.loadStarter(new URL('../../data/vocabulary/', import.meta.url).pathname)
  await direct.rules.load()
  await direct.initiatives.load()
  await direct.demo.reset({ size: { vacancies: 300, programmes: 40, offerings: 120, people: 1000 } })
  const modules = await createModules({
    ...parts,
    engines: { ...engines, start: (port, signal) => startThread(port, signal, workerFile) },
  })
  const site = await createSite({ modules, clock, log })
  const limits = { api: 10_000, computing: 10_000 }
  const server = await createServer({ modules, clock, log, version: 'test', site, limits })
  const origin = await server.listen({ port: 0, host: '127.0.0.1' })
  return {
    origin,
    modules,
    direct,
    logged,
    async close() {
      server.server.closeAllConnections()
      await server.close()
      await modules.engines.close()
      await db.close()
    },
  }
}
