/** Runs once before all tests: finds Chromium, builds the site, and starts a throw-away PostgreSQL where Debian's is installed. */
import { buildSite } from '../../scripts/build-site.mjs'
import { makeTemplates } from '../database-templates.ts'
import { takeFastFolder } from './fast-folder.ts'
import { findChromium } from './find-chromium.ts'
import { findPostgresPrograms, startPostgresCluster } from './postgres-cluster.ts'
import { asksForAll, needs } from './test-surroundings.ts'

/** What only a crash of the machine would need: without it the copy that each test gets costs a fraction. */
const nothingToLose = [
  ...['synchronous_commit=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0'],
  ...['wal_init_zero=off', 'checkpoint_timeout=1h'],
]

export async function setup(): Promise<(() => Promise<void>) | undefined> {
  // `npm run check` runs one test that needs none of this.
  if (process.env.SCHAKEL_TEST_ALONE === '1') return undefined
  const chromium = findChromium()
  if (chromium !== undefined) process.env.SCHAKEL_CHROMIUM = chromium
  // Once, before test files run side by side: two builds in one folder would take each other's files away.
  await buildSite()
  const removeFolder = takeFastFolder()
  const stopPostgres = await startPostgres()
  const stop = async (): Promise<void> => {
    await stopPostgres?.()
    removeFolder()
  }
  try {
    refuseToLeaveOut()
    await makeTemplates()
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

function refuseToLeaveOut(): void {
  const missing = needs.filter((need) => !need.here())
  if (!asksForAll() || missing.length === 0) return
  throw new Error(`All tests must run, but not here: ${missing.map((need) => need.name).join(', ')}. First: npm run setup:test`)
}

async function startPostgres(): Promise<(() => Promise<void>) | undefined> {
  const programs = findPostgresPrograms()
  if (process.env.SCHAKEL_TEST_DATABASE_URL || !programs) return undefined
  const cluster = await startPostgresCluster(programs, undefined, nothingToLose)
  process.env.SCHAKEL_TEST_DATABASE_URL = cluster.url
  return cluster.stop
}
