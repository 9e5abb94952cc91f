import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findPostgresPrograms, startPostgresCluster } from '../house/postgres-cluster.ts'
import { visit } from './load.ts'
import { endAll, type Running, type Surroundings, startServer, startWorker } from './processes.ts'
import { untilDone, untilEqual } from './storm.ts'
import { leaveFairnessOut, makeStormWorld, watchParts } from './world.ts'

const root = join(import.meta.dirname, '../..')
/** What a program needs to run. */
const parts = ['src', 'data', 'migrations', 'build', 'package.json']
const newVersion = '0.1.1-rehearsal'
const newMigration = `alter table vacancy add column rehearsal text; create table rehearsal (id text primary key);`

/** A newer program with a migration of its own takes over from the older one, one process after the other, while people visit and vacancies come in. */
export async function rehearseUpgrade(say: (line: string) => void): Promise<boolean> {
  const programs = findPostgresPrograms()
  if (!programs) throw new Error('PostgreSQL is not installed: npm run setup:test')
  const cluster = await startPostgresCluster(programs)
  const folder = mkdtempSync(join(tmpdir(), 'schakel-rehearse-'))
  const world = await makeStormWorld(cluster.url, 60)
  const crew: Running[] = []
  const faults: string[] = []
  const old: Surroundings = {
    databaseUrl: cluster.url,
    folder,
    said: () => {},
    env: { SCHAKEL_SECRETS: 'a secret that all processes of this rehearsal share', SCHAKEL_DEMO: 'off' },
  }
  try {
    const next: Surroundings = { ...old, program: makeNextProgram(join(folder, 'next')) }
    await watchParts(world.db)
    await leaveFairnessOut(world)
    crew.push(await startServer(old, 'server-1'), await startServer(old, 'server-2'))
    crew.push(await startWorker(old, 'worker-1'), await startWorker(old, 'worker-2'))
    say('two servers and two workers of the old version run; visitors come, and two vacancies a second')
    const load = visit(() => crew.slice(0, 2))
    let isOver = false
    const publishing = (async () => {
      while (!isOver) {
        await world.publish()
        await wait(500)
      }
    })()
    for (const [place, start] of [startServer, startServer, startWorker, startWorker].entries()) {
      const one = crew[place]
      if (!one) continue
      const began = performance.now()
      const how = await one.kill('SIGTERM')
      if (how !== 0) faults.push(`${one.name} ended with ${String(how)}`)
      crew[place] = await start(next, one.name)
      say(`${one.name}: stopped, and back as ${newVersion} after ${((performance.now() - began) / 1000).toFixed(1)} s`)
    }
    isOver = true
    await publishing
    const { equalAfterMs, unequal } = await untilEqual(crew.slice(0, 2), world)
    say(`quiet; all servers answered alike after ${equalAfterMs} ms`)
    faults.push(...unequal)
    await untilDone(world, () => {}, { sendsMail: false })
    const versions = await world.db.query<{ name: string }>(`select name from schema_migration where name = '9999_rehearsal'`)
    if (versions.length !== 1) faults.push('the migration of the new version did not run')
    const twice = await world.db.query('select run, part from done_log group by run, part having count(*) > 1')
    if (twice.length > 0) faults.push('a part of batch work was done twice')
    faults.push(...(await world.modules.jobs.failed()).map(({ kind, reason }) => `${kind} was given up: ${reason}`))
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

/** This program in another folder, a version later. */
function makeNextProgram(folder: string): string {
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'migrations/9999_rehearsal.sql'), `-- Of a rehearsal.\n${newMigration}\n`)
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...about, version: newVersion }, null, 2))
  return folder
}
