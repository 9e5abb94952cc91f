/**
 * What the outbox costs a writer and a reader: `npm run bench outbox [vacancies]`; without a number 30,000. On a PostgreSQL of its own where Debian's
 * is installed, else on PGlite. Milliseconds; the figures of decision 0010.
 */
import { createOutboxStore } from '../src/modules/matching/index.ts'
import { createVacancies } from '../src/modules/vacancies/index.ts'
import { createIds, type Database, type Log, migrate, openDatabase, systemClock } from '../src/platform/index.ts'
import { findPostgresPrograms, startPostgresCluster } from '../test/house/postgres-cluster.ts'

const rows = Number(process.argv[2] ?? 30_000)
const batch = 500
const log: Log = { info() {}, warn() {}, error() {} }

const programs = findPostgresPrograms()
const cluster = programs ? await startPostgresCluster(programs) : undefined
await measure(await openDatabase(cluster ? { kind: 'postgresql', url: cluster.url } : { kind: 'pglite' }, log))
await cluster?.stop()
process.exit()

async function measure(db: Database): Promise<void> {
  await migrate(db)
  const triggers = (how: 'enable' | 'disable'): Promise<void> => db.runScript(`alter table vacancy ${how} trigger user`)
  // Once to grow the files, then each way in turn.
  await write(db)
  const times = { with: [] as number[], without: [] as number[] }
  for (const way of ['without', 'with', 'without', 'with'] as const) {
    await triggers(way === 'with' ? 'enable' : 'disable')
    times[way].push(await timed(() => write(db)))
  }
  console.log(
    `${db.kind}: ${rows} vacancies written, ${batch} a statement: ${times.with} with the outbox, ${times.without} without`,
  )
  await read(db)
  await db.close()
}

/** Vacancies as long as real ones, in place of those that were there. */
async function write(db: Database): Promise<void> {
  await db.runScript('truncate vacancy, outbox')
  for (let from = 0; from < rows; from += batch)
    await db.query(
      `insert into vacancy (id, state, title, employer, description, language, facts, requirements, source, published_on, fingerprint)
       select 'vacancy-' || n, 'published', 'Systeembeheerder ' || n, 'Voorbeeld BV', repeat('Wij zoeken iemand. ', 60), 'nl',
         '{"hours": [32, 40], "wageCents": [1800, 2600], "contract": "permanent"}',
         (select jsonb_agg(jsonb_build_object('skill', 'schakel:skill/' || k, 'weight', 'essential', 'level', 2, 'words', 'ervaring met ' || k))
          from generate_series(1, 12) k),
         'bench', '2026-11-01', n::text
       from generate_series($1::int + 1, $1::int + ${batch}) n`,
      [from],
    )
  await db.runScript('analyze vacancy; analyze outbox')
}

async function read(db: Database): Promise<void> {
  const vacancies = createVacancies({ db, clock: systemClock, ids: createIds(systemClock), log })
  const outbox = createOutboxStore(db)
  const [row] = await db.query<{ number: number; bytes: number }>(
    `select number, pg_total_relation_size('outbox') as bytes from revision where area = 'vacancies'`,
  )
  const { number, bytes } = row ?? { number: 0, bytes: 0 }
  console.log(`${(bytes / rows).toFixed(0)} bytes a row of the outbox with its index`)
  const ids = (await db.query<{ id: string }>('select id from vacancy order by md5(id)')).map(({ id }) => id)
  const work: Record<string, () => Promise<unknown>> = {
    'nothing changed': () => outbox.changesSince('vacancies', number),
    'which 500 changed': () => outbox.changesSince('vacancies', number - 1),
    'which 10,000 changed': () => outbox.changesSince('vacancies', number - 10_000 / batch),
    'those 10,000 by id': () => vacancies.publishedOf(ids.slice(0, 10_000)),
    'all of them': () => vacancies.allPublished(),
  }
  for (const [what, ask] of Object.entries(work)) {
    const times = [await timed(ask), await timed(ask), await timed(ask)]
    console.log(`${what.padEnd(22)} ${times.join(' ')}`)
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return Math.round(performance.now() - from)
}
