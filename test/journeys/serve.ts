/** The real server with the built site on a demo world in memory, and a browser to walk through it. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { createServer } from '../../src/http/index.ts'
import { createModules, type Modules, type ModulesParts } from '../../src/modules/index.ts'
import { type Clock, createIds, type Database } from '../../src/platform/index.ts'
import { createSite } from '../../src/web/site.ts'
import { freshDatabases, silentLog } from '../databases.ts'
import { findChromium } from '../house/find-chromium.ts'

const root = join(import.meta.dirname, '../..')

/** Where Chromium is; undefined where a machine has none, and then these tests are skipped. */
export const chromiumPath: string | undefined = findChromium()

export const noChromium = 'no Chromium here: npm run setup:test, or SCHAKEL_CHROMIUM=<path>'

/** A Wednesday; the demo world counts from it. */
const testDay = Date.UTC(2026, 10, 25, 12)

export interface ServedSite {
  readonly origin: string
  readonly modules: Modules
  readonly db: Database
  readonly browser: Browser
  /** What the server logged as an error: must stay empty. */
  readonly errors: readonly string[]
  /** It is this moment now: milliseconds since 1970. */
  passTo(moment: number): void
  close(): Promise<void>
}

export interface WorldSize {
  readonly vacancies: number
  readonly programmes: number
  readonly offerings: number
  readonly people: number
}

/** Left out: the whole demo world. */
export async function serveSite(size?: WorldSize, more: Pick<ModulesParts, 'mail' | 'secrets'> = {}): Promise<ServedSite> {
  buildWhenStale()
  const [database] = freshDatabases()
  if (!database) throw new Error('there is no database to test on')
  const db = await database.open()
  let now = testDay
  const clock: Clock = { now: () => now }
  const errors: string[] = []
  const log = { ...silentLog, error: (message: string, facts?: unknown) => errors.push(`${message} ${JSON.stringify(facts)}`) }
  const modules = await createModules({ db, clock, ids: createIds(clock), log, ...more })
  await modules.skills.loadStarter(join(root, 'data/vocabulary'))
  await modules.rules.load()
  await modules.initiatives.load()
  await modules.demo.reset(size ? { size } : {})
  const site = await createSite({ modules, clock, log })
  const server = await createServer({ modules, clock, log, version: 'test', site, limits: { api: 10_000, computing: 10_000 } })
  const origin = await server.listen({ port: 0, host: '127.0.0.1' })
  const browser = await launch()
  return {
    origin,
    modules,
    db,
    browser,
    errors,
    passTo(moment) {
      now = moment
    },
    async close() {
      await browser.close()
      await server.close()
      await db.close()
    },
  }
}

export function launch(): Promise<Browser> {
  const quiet = ['quic', 'background-networking', 'component-update', 'sync', 'gpu'].map((feature) => `--disable-${feature}`)
  if (chromiumPath === undefined) throw new Error(noChromium)
  return chromium.launch({ executablePath: chromiumPath, args: ['--headless', '--no-sandbox', '--no-first-run', ...quiet] })
}

/** Builds the site when a source is newer than the build, so that a test never looks at yesterday's pages. */
function buildWhenStale(): void {
  const built = join(root, 'build/server/index.js')
  const builtAt = existsSync(built) ? statSync(built).mtimeMs : 0
  const sources = readdirSync(join(root, 'src/web'), { recursive: true, encoding: 'utf8' }).map((file) =>
    join(root, 'src/web', file),
  )
  const newest = Math.max(...sources.map((file) => statSync(file).mtimeMs))
  if (newest <= builtAt) return
  execFileSync(process.execPath, [join(root, 'node_modules/.bin/react-router'), 'build'], {
    cwd: root,
    stdio: 'pipe',
    // Vitest's own value would build the slow React for developers.
    env: { ...process.env, NODE_ENV: 'production' },
  })
}
