/** Runs once before all tests: finds Chromium, builds the site, and starts a throw-away PostgreSQL where Debian's is installed. */
import { existsSync } from 'node:fs'
import { buildSite } from '../../scripts/build-site.mjs'
import { findPostgresPrograms, startPostgresCluster } from './postgres-cluster.ts'
import { asksForAll, needs } from './test-surroundings.ts'

const debianChromium = '/usr/bin/chromium'

export async function setup(): Promise<(() => Promise<void>) | undefined> {
  // `npm run check` runs one test that needs none of this.
  if (process.env.SCHAKEL_TEST_ALONE === '1') return undefined
  if (!process.env.SCHAKEL_CHROMIUM && existsSync(debianChromium)) process.env.SCHAKEL_CHROMIUM = debianChromium
  // Once, before test files run side by side: two builds in one folder would take each other's files away.
  await buildSite()
  const stop = await startPostgres()
  const missing = needs.filter((need) => !need.here())
  if (asksForAll() && missing.length > 0) {
    await stop?.()
    throw new Error(`All tests must run, but not here: ${missing.map((need) => need.name).join(', ')}. First: npm run setup:test`)
  }
  return stop
}

async function startPostgres(): Promise<(() => Promise<void>) | undefined> {
  const programs = findPostgresPrograms()
  if (process.env.SCHAKEL_TEST_DATABASE_URL || !programs) return undefined
  const cluster = await startPostgresCluster(programs)
  process.env.SCHAKEL_TEST_DATABASE_URL = cluster.url
  return cluster.stop
}
