import { actAs } from '../../src/platform/index.ts'
import { findPostgresPrograms, startPostgresCluster } from '../house/postgres-cluster.ts'
import { makeStormWorld, type StormWorld } from './world.ts'

const people = 100
const published = 40
/** Seconds of processor time that something takes, in this process; what the database takes is not in it. */
async function processorOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000_000
}

const ms = (seconds: number): string => `${(seconds * 1000).toFixed(1)} ms`

/** Measures what batch work costs a person here, at two sizes of the index, and what a row takes; the guide for several machines calculates with it. */
export async function rehearseSizing(say: (line: string) => void): Promise<boolean> {
  const programs = findPostgresPrograms()
  if (!programs) throw new Error('PostgreSQL is not installed: npm run setup:test')
  for (const vacancies of [1000, 8000]) {
    const cluster = await startPostgresCluster(programs)
    const size = { vacancies, programmes: 150, offerings: 600, people: vacancies * 2 }
    const world = await makeStormWorld(cluster.url, people, size)
    try {
      await measure(world, vacancies, say)
    } finally {
      await world.close()
      await cluster.stop()
    }
  }
  return true
}

async function measure(world: StormWorld, vacancies: number, say: (line: string) => void): Promise<void> {
  const { modules, db } = world
  // The index is there before anything is measured.
  await modules.vacancyAlerts.search().then((found) => found && db.transaction((inside) => found.take(inside)))
  await modules.planning.matches({ profile: world.profiles[0] ?? { occupations: [], answers: {} }, language: 'nl' })
  await actAs(db, { task: 'test' }, (inside) => inside.query(`update kept_plan set checked_at = now() - interval '2 days'`))
  let looked = 0
  const refresh = await processorOf(async () => {
    looked = (await modules.keptPlans.keepHouse()).looked
  })
  for (let one = 0; one < published; one++) await world.publish()
  const found = await modules.vacancyAlerts.search()
  let alerts = 0
  const search = await processorOf(async () => {
    for (const part of found?.parts ?? []) alerts += await modules.vacancyAlerts.searchPart(part, new AbortController().signal)
  })
  const matches = await processorOf(async () => {
    for (const profile of world.profiles) await modules.planning.matches({ profile, language: 'nl', limit: 20 })
  })
  const [region = ''] = await modules.cohortChoice.regionsToPrepare()
  const groups = await processorOf(() => modules.cohortChoice.prepare(region, new AbortController().signal))
  say(`${vacancies} vacancies, ${looked} people who keep plans, ${published} new vacancies:`)
  say(`  plans of a person looked at: ${ms(refresh / looked)} of a processor`)
  say(`  new vacancies for a person: ${ms(search / people)}, so ${ms(search / people / published)} each (${alerts} found)`)
  say(`  matches of a person: ${ms(matches / world.profiles.length)}`)
  say(`  groups of a region: ${ms(groups)}`)
  for (const [name, table, where] of rows) {
    const [row] = await actAs(db, { task: 'test' }, (inside) =>
      inside.query<{ bytes: number; rows: number }>(
        `select pg_total_relation_size('${table}')::bigint as bytes, (select count(*) from ${table} ${where})::int as rows`,
      ),
    )
    if (row && row.rows > 0) say(`  ${name}: ${Math.round(row.bytes / row.rows)} bytes a row, with indexes (${row.rows} rows)`)
  }
}

const rows = [
  ['a vacancy', 'vacancy', ''],
  ['a person who is counted', 'pool_person', ''],
  ['a kept profile', 'kept_profile', ''],
  ['a kept plan', 'kept_plan', ''],
  ['a new vacancy for somebody', 'vacancy_alert', ''],
] as const
