import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { actAs, openDatabase } from '../../src/platform/index.ts'
import { silentLog } from '../databases.ts'
import { findPostgresPrograms, startPostgresCluster } from '../house/postgres-cluster.ts'
import { visit } from './load.ts'
import { endAll, type Running, type Surroundings, startServer, startWorker } from './processes.ts'
import { untilDone, untilEqual } from './storm.ts'
import { leaveFairnessOut, makeStormWorld } from './world.ts'

const root = join(import.meta.dirname, '../..')

/**
 * A backup while people visit and vacancies come in; put back in another database, where it must be of one moment; and put back in place, under servers and
 * a worker that run.
 */
export async function rehearseBackup(say: (line: string) => void): Promise<boolean> {
  const programs = findPostgresPrograms()
  if (!programs) throw new Error('PostgreSQL is not installed: npm run setup:test')
  const cluster = await startPostgresCluster(programs)
  const folder = mkdtempSync(join(tmpdir(), 'schakel-rehearse-'))
  const crew: Running[] = []
  const world = await makeStormWorld(cluster.url, 60)
  const env = { SCHAKEL_SECRETS: 'a secret that all processes of this rehearsal share', SCHAKEL_DEMO: 'off' }
  const surroundings: Surroundings = { databaseUrl: cluster.url, folder, said: () => {}, env }
  const faults: string[] = []
  try {
    await leaveFairnessOut(world)
    crew.push(await startServer(surroundings, 'server-1'), await startServer(surroundings, 'server-2'))
    crew.push(await startWorker(surroundings, 'worker-1'))
    say('two servers and a worker run; visitors come, and five vacancies a second')
    const load = visit(() => crew.slice(0, 2))
    let isOver = false
    let published = 0
    const publishing = (async () => {
      while (!isOver) {
        await world.publish()
        published++
        await wait(200)
      }
    })()
    await wait(3000)

    const file = join(folder, 'under-load.backup')
    const before = published
    const took = await schakel(cluster.url, folder, env, ['backup', file])
    say(
      `schakel backup: ${took.seconds.toFixed(1)} s, ${Math.round(statSync(file).size / 1024)} kB, while ${published - before} vacancies came in`,
    )

    const other = cluster.url.replace('/postgres?', '/restored?')
    const owner = await openDatabase({ kind: 'postgresql', url: cluster.url }, silentLog)
    await owner.runScript('create database restored')
    await owner.close()
    const put = await schakel(other, join(folder, 'restored'), env, ['restore', file, '--replace'])
    const restored = await openDatabase({ kind: 'postgresql', url: other }, silentLog)
    const ids = (await restored.query<{ id: string }>(`select id from vacancy where id like 'new-%' order by id`)).map(
      ({ id }) => id,
    )
    const people = await actAs(restored, { task: 'test' }, async (inside) =>
      inside.query<{ id: string }>(`select id from account where id like 'storm-%'`),
    )
    await restored.close()
    say(
      `schakel restore in another database: ${put.seconds.toFixed(1)} s; ${ids.length} of the new vacancies, ${people.length} people`,
    )
    // Of one moment: all that were written before it, in order, and none after it.
    if (ids.some((id, number) => id !== `new-${String(number).padStart(5, '0')}`)) faults.push('the backup is not of one moment')
    if (ids.length < before) faults.push('what was written before the backup is not in it')
    if (people.length !== world.accounts.length) faults.push('people are missing from the backup')

    isOver = true
    await publishing
    const back = await schakel(cluster.url, folder, env, ['restore', file, '--replace'])
    const now = await world.db.query<{ id: string }>(`select id from vacancy where id like 'new-%'`)
    say(
      `schakel restore in place, under running servers: ${back.seconds.toFixed(1)} s; ${published} vacancies before, ${now.length} as in the backup`,
    )
    if (now.length !== ids.length) faults.push('the restored record is another one')
    const { equalAfterMs, unequal } = await untilEqual(crew.slice(0, 2), world)
    say(`new vacancies came after it; all servers answered alike after ${equalAfterMs} ms, without a restart`)
    faults.push(...unequal)
    await untilDone(world, () => {}, { sendsMail: false })
    say('the worker did all work that the restored record waited for')
    const visited = await load.stop()
    say(`visitors: ${visited.answered} answers, ${visited.failures.length} failures`)
    faults.push(...visited.failures)
  } catch (error) {
    faults.push(String(error))
  } finally {
    await endAll()
    await world.close()
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  for (const fault of faults.slice(0, 20)) say(`NOT GOOD: ${fault}`)
  return faults.length === 0
}

/** A command, as an operator types it. @throws Error with what it said when it fails */
async function schakel(
  databaseUrl: string,
  dataFolder: string,
  env: Readonly<Record<string, string>>,
  words: readonly string[],
): Promise<{ readonly seconds: number }> {
  const began = performance.now()
  const child = spawn(process.execPath, ['src/cli/schakel.ts', ...words], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', ...env, DATABASE_URL: databaseUrl, SCHAKEL_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve))
  if (status !== 0) throw new Error(`schakel ${words.join(' ')} ended with ${status}: ${said.slice(-500)}`)
  return { seconds: (performance.now() - began) / 1000 }
}
