/** A worker in another network, whose cable to the database is cut while it works: others go on, and it comes back by itself. */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { actAs, openDatabase } from '../../src/platform/index.ts'
import { silentLog } from '../databases.ts'
import { findPostgresPrograms, startPostgresCluster } from '../house/postgres-cluster.ts'
import { makeOtherNetwork, whyNoOtherNetwork } from './other-network.ts'
import { endAll, type Surroundings, startWorker } from './processes.ts'
import { leaveFairnessOut, makeStormWorld, watchParts } from './world.ts'

const programs = findPostgresPrograms()
const whyNot = programs === undefined ? 'PostgreSQL is not installed: npm run setup:test' : whyNoOtherNetwork()
const patienceMs = 400_000

test.skipIf(whyNot !== undefined)(
  `a cut connection to postgresql is noticed on both sides, and nothing is lost${whyNot === undefined ? '' : ` (left out: ${whyNot})`}`,
  { timeout: patienceMs },
  async () => {
    const network = makeOtherNetwork()
    onTestFinished(() => network.remove())
    const port = await freePort()
    const cluster = await startPostgresCluster(programs ?? '', { port, of: network.range })
    onTestFinished(() => cluster.stop())
    const folder = mkdtempSync(join(tmpdir(), 'schakel-cut-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const world = await makeStormWorld(cluster.url, 40)
    onTestFinished(() => world.close())
    await watchParts(world.db)
    await leaveFairnessOut(world)
    const said: string[] = []
    const from: Surroundings = {
      databaseUrl: `postgresql://postgres@${network.here}:${port}/postgres`,
      folder,
      said: (name, line) => said.push(`${name}: ${line}`),
      env: { SCHAKEL_SECRETS: 'a secret that all processes of this test share' },
      inside: network.inside,
    }
    onTestFinished(endAll)
    const far = await startWorker(from, 'far')

    // It works: what is published is found for people.
    await world.publish()
    await until(world, 1)
    // Its session is seen from here, so that it can be seen to go.
    const db = await openDatabase({ kind: 'postgresql', url: cluster.url }, silentLog)
    onTestFinished(() => db.close())
    const sessions = async (): Promise<number> => {
      const [row] = await db.query<{ count: number }>(
        'select count(*)::int as count from pg_stat_activity where client_addr is not null',
      )
      return row?.count ?? 0
    }
    expect(await sessions()).toBeGreaterThan(0)

    network.cut()
    const cutAt = performance.now()
    await world.publish()
    // The database notices that nobody is there any more, and holds none of its locks.
    await untilTrue(async () => (await sessions()) === 0, 60_000)
    const noticedAfter = performance.now() - cutAt
    expect(noticedAfter).toBeLessThan(45_000)
    // Another worker does the work meanwhile.
    const near = await startWorker({ ...from, databaseUrl: cluster.url, inside: [] }, 'near')
    await until(world, 2)
    expect(await near.kill('SIGTERM')).toBe(0)

    network.mend()
    await world.publish()
    // The far one never ended: it has given its connections up, made others, and works on.
    await until(world, 3)
    expect(far.hasEnded()).toBe(false)
    expect(await far.kill('SIGTERM')).toBe(0)
    const twice = await db.query('select run, part from done_log group by run, part having count(*) > 1')
    expect(twice).toEqual([])
    expect(await world.modules.jobs.failed()).toEqual([])
  },
)

/** Until all that should be found of what was published is found. */
async function until(world: Awaited<ReturnType<typeof makeStormWorld>>, published: number): Promise<void> {
  await untilTrue(async () => {
    const expected = await world.expectedAlerts()
    const rows = await actAs(world.db, { task: 'test' }, (inside) =>
      inside.query<{ name: string }>(`select account || ' ' || vacancy as name from vacancy_alert order by 1`),
    )
    const found = rows.map(({ name }) => name)
    return expected.length > 0 && expected.length === found.length && expected.every((name) => found.includes(name))
  }, 90_000).catch((error: unknown) => {
    throw new Error(`what was published ${published} times was not found`, { cause: error })
  })
}

async function untilTrue(isTrue: () => Promise<boolean>, withinMs: number): Promise<void> {
  const end = performance.now() + withinMs
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error(`not within ${withinMs / 1000} seconds`)
    await wait(500)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject).listen(0, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
