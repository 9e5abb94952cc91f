/** API and built site on a small demo world in memory, without a port, to be treated badly. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { buildSite } from '../../scripts/build-site.mjs'
import { createServer } from '../../src/http/index.ts'
import { createModules, type Modules } from '../../src/modules/index.ts'
import { type Clock, createIds, type Database } from '../../src/platform/index.ts'
import { createSite } from '../../src/web/site.ts'
import { freshDatabases, silentLog } from '../databases.ts'

const root = join(import.meta.dirname, '../..')
/** A Wednesday; the demo world counts from it. */
const testDay = Date.UTC(2026, 10, 25, 12)

export interface HostileWorld {
  readonly modules: Modules
  readonly db: Database
  readonly clock: Clock
  /** What was logged as an error since it was last taken: each is a fault. */
  takeErrors(): string[]
  close(): Promise<void>
}

export interface ServedHostile extends HostileWorld {
  readonly app: FastifyInstance
}

/** The modules with a small world in their record. */
export async function hostileWorld(): Promise<HostileWorld> {
  // The last one is PostgreSQL where there is one: it is the stricter of the two.
  const database = freshDatabases().at(-1)
  if (!database) throw new Error('there is no database to test on')
  const db = await database.open()
  const clock: Clock = { now: () => testDay }
  let errors: string[] = []
  const log = { ...silentLog, error: (message: string, facts?: unknown) => errors.push(`${message} ${JSON.stringify(facts)}`) }
  const modules = await createModules({ db, clock, ids: createIds(clock), log })
  await modules.skills.loadStarter(join(root, 'data/vocabulary'))
  await modules.rules.load()
  await modules.initiatives.load()
  await modules.demo.reset({ size: { vacancies: 60, programmes: 12, offerings: 30, people: 40 } })
  return {
    modules,
    db,
    clock,
    takeErrors() {
      const taken = errors
      errors = []
      return taken
    },
    close: () => db.close(),
  }
}

export async function serveHostile(): Promise<ServedHostile> {
  if (!existsSync(join(root, 'build/server/index.js'))) await buildSite()
  const world = await hostileWorld()
  const errors: string[] = []
  const log = { ...silentLog, error: (message: string, facts?: unknown) => errors.push(`${message} ${JSON.stringify(facts)}`) }
  const { modules, clock } = world
  const site = await createSite({ modules, clock, log })
  const limits = { api: 1_000_000, computing: 1_000_000 }
  const app = await createServer({ modules, clock, log, version: 'test', site, limits })
  await app.ready()
  return {
    ...world,
    app,
    takeErrors: () => [...errors.splice(0), ...world.takeErrors()],
    async close() {
      await app.close()
      await world.close()
    },
  }
}
