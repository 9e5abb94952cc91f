/**
 * The same 20 best matches from PostgreSQL and from the engine: `npm run bench postgres-matches -- --size national`. Answers are compared, one
 * by one: the vacancies, their order, and their fit as a quotient. `--world`, `--size`, `--people N` (50).
 *
 * PostgreSQL is measured three times: on a normalised schema with the indexes that anybody would make; on one row with all terms a vacancy, with
 * the requirements of what is left; and on one table with every term beside every requirement, read from one covering index (index-only).
 *
 * In the measured time of PostgreSQL: the query, over a unix socket, prepared once (the plan is kept). Not in it, to its advantage: what the
 * person is worth per demand, the places within reach, loading, vacuum, analyze; the counts of eligible and fitting vacancies, the vacancies
 * that are eligible only in high, and the reasons, none of which it is asked for. In the measured time of the engine: all of these. Both have
 * the data in memory and use one thread; PostgreSQL has no just-in-time compiling and no parallel workers, which were slower here.
 *
 * Only people with 20 certain matches of some worth are asked: with fewer, the engine goes on with what is not certain.
 */
import { existsSync, readFileSync } from 'node:fs'
import pg from 'pg'
import type { Match, Person } from '../src/engine/matching/index.ts'
import { createEngine } from '../src/engine/planning/index.ts'
import { findPostgresPrograms, startPostgresCluster } from '../test/house/postgres-cluster.ts'
import { option, quantile } from './kernels/options.ts'
import { putSection } from './kernels/results.ts'
import { DemandList } from './postgres/demands.ts'
import { load, PlaceList } from './postgres/load.ts'
import { queries, valuesOf } from './postgres/queries.ts'
import { openWorld, type RowWorld, wholeWorld } from './worlds/index.ts'

const shown = 20
const world = option('world', 'realistic')
const size = option('size', 'small')
const programs = findPostgresPrograms()
const rows = openWorld(world, size)
if (typeof rows === 'string') console.log(rows)
else if (!programs) console.log('postgres-matches: not measured; npm run setup:test installs PostgreSQL')
else {
  const cluster = await startPostgresCluster(programs)
  const db = new pg.Client(cluster.url)
  try {
    await db.connect()
    await compare(db, rows)
  } finally {
    await db.end()
    await cluster.stop()
  }
}

async function compare(db: pg.Client, from: RowWorld): Promise<void> {
  const whole = wholeWorld(from)
  const engine = createEngine(whole)
  const demands = new DemandList(whole.vacancies)
  const worthOf = demands.worthIn(whole)
  const places = new PlaceList()
  await db.query(
    "set jit = off; set max_parallel_workers_per_gather = 0; set work_mem = '256MB'; set random_page_cost = 1.1; set synchronous_commit = off",
  )
  await load(db, whole.vacancies, demands, places)

  const asked = pick(from, Number(option('people', '50')), (person) => engine.matches(person, { limit: shown }).matches)
  const values = new Map(asked.map((person) => [person, valuesOf(person, worthOf(person), places, whole.settings)]))
  const names = Object.keys(queries) as (keyof typeof queries)[]
  const times: Times = { engine: [], plain: [], 'terms first': [], 'covering index': [] }
  const backend = (await db.query('select pg_backend_pid() as pid')).rows[0]?.pid as number
  let differences = 0
  // Once for the caches, once for the figures.
  for (const counted of [false, true]) {
    for (const person of asked) {
      const engineTook = stopwatch(ownCpu)
      const { matches } = engine.matches(person, { limit: shown })
      const took = engineTook()
      if (counted) times.engine.push(took)
      for (const name of names) {
        const queryTook = stopwatch(() => cpuOf(backend))
        const found = await db.query({ name, text: queries[name], values: values.get(person) as unknown[] })
        const took = queryTook()
        if (counted) times[name].push(took)
        if (counted && !same(found.rows, matches, whole.vacancies)) differences++
      }
    }
  }
  report(from, times, differences)
  const plan = await db.query({
    text: `explain ${queries['covering index']}`,
    values: values.get(asked[0] as Person) as unknown[],
  })
  const indexOnly = plan.rows.some((row) => String(row['QUERY PLAN']).includes('Index Only Scan using asked_covering'))
  console.log(`The covering index is read by itself: ${indexOnly ? 'yes' : 'no'}.`)
}

interface Took {
  readonly ms: number
  /** Processor time of the process that answered; of PostgreSQL where the system tells it (Linux). */
  readonly cpuMs: number
}

type Times = Readonly<Record<'engine' | keyof typeof queries, Took[]>>

/** All threads of this process, to the microsecond: `/proc` counts a running process in ticks, which are longer than most answers. */
function ownCpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Of another process, which sleeps when this is asked, so that the count is up to date. */
function cpuOf(process: number): number {
  const file = `/proc/${process}/schedstat`
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ', 1)[0]) / 1e6 : Number.NaN
}

function stopwatch(cpu: () => number): () => Took {
  const cpuFrom = cpu()
  const from = performance.now()
  return () => {
    const ms = performance.now() - from
    return { ms, cpuMs: cpu() - cpuFrom }
  }
}

/** The first people with enough certain matches of some worth. */
function pick(from: RowWorld, count: number, matchesOf: (person: Person) => readonly Match[]): Person[] {
  const picked: Person[] = []
  for (const person of from.people(count * 20, 1)) {
    if (picked.length === count) break
    const matches = matchesOf(person)
    if (matches.length === shown && matches.every(({ certain, fitLow }) => certain && fitLow.of > 0)) picked.push(person)
  }
  return picked
}

/** The same vacancies in the same order, and the same fit, compared as quotients of integers. */
function same(
  found: readonly Record<string, unknown>[],
  matches: readonly Match[],
  vacancies: readonly { readonly id: string }[],
): boolean {
  return (
    found.length === matches.length &&
    matches.every(({ vacancy, fitLow }, at) => {
      const row = found[at] ?? {}
      const isSame = vacancies[Number(row.vacancy)]?.id === vacancy
      return isSame && BigInt(String(row.worth)) * BigInt(fitLow.outOf) === BigInt(fitLow.of) * BigInt(Number(row.weights) * 1200)
    })
  )
}

function report(from: RowWorld, times: Times, differences: number): void {
  const clock = (name: keyof Times, share: number): number =>
    quantile(
      times[name].map(({ ms }) => ms),
      share,
    )
  const cpu = (name: keyof Times): number => times[name].reduce((sum, { cpuMs }) => sum + cpuMs, 0) / times[name].length
  const lines = (Object.keys(times) as (keyof Times)[]).map((name) => {
    const figures = [clock(name, 0.5), clock(name, 0.99), clock(name, 1), cpu(name)].map((ms) => ms.toFixed(2))
    const ratios = [clock(name, 0.5) / clock('engine', 0.5), cpu(name) / cpu('engine')].map((ratio) => ratio.toFixed(1))
    return `| ${name === 'engine' ? 'engine' : `PostgreSQL, ${name}`} | ${[...figures, ...ratios].join(' | ')} |`
  })
  const text = `${times.engine.length} people, the 20 best of ${from.size.vacancies} vacancies each; ${differences} answers that are not the same.

| | p50 | p99 | max | mean cpu | ratio of p50 | ratio of mean cpu |
|---|---:|---:|---:|---:|---:|---:|
${lines.join('\n')}
`
  console.log(text)
  if (differences > 0) process.exitCode = 1
  putSection(
    `${from.name}, ${size}, PostgreSQL`,
    `npm run bench postgres-matches -- ${process.argv.slice(2).join(' ')}`.trim(),
    text,
  )
}
