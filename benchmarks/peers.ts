/**
 * The same 20 best matches from the engine and from what somebody would pick instead, in one run:
 *
 *     npm run bench peers -- --world realistic --size million --people 50
 *
 * `--world`, `--size` as of the kernels; `--people N` (50); `--only TEXT` peers whose name holds it; `--rounds N` of
 * all people (3); `--budget N` seconds of answering a peer, after its first round (60); `--keep` writes no pages.
 * What it needs besides the product is installed by `bash benchmarks/peers/setup.sh`; a peer that is not installed is
 * skipped with a sentence.
 *
 * Each peer is loaded, asked for all people, and compared with the engine's answers: the vacancies, their order, and
 * their fit as a quotient. Only then are both measured, in turns; then it is closed and the next one is loaded. How
 * the question is put to each stands in peers/peer.ts. Only people with 20 certain matches of some worth are asked:
 * with fewer, the engine goes on with what is not certain.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEngine, type IndexedEngine } from '../src/engine/planning/index.ts'
import { flag, option } from './kernels/options.ts'
import { peersOf } from './peers/all.ts'
import { askEngine, compare, type Outcome, peopleToAsk } from './peers/measure.ts'
import { type Run, tableText, writePages } from './peers/report.ts'
import { type Exchange, exchange } from './peers/rows.ts'
import { openWorld, type RowWorld, wholeWorld } from './worlds/index.ts'

/** A million vacancies stand in memory as objects before they stand in columns. */
const heapFlags = ['--max-old-space-size=14000', '--expose-gc']
/** People who are asked before, and of these so many again before each round: none of them is timed. */
const warmUps = { first: 300, round: 40 }

if (globalThis.gc) await main()
else process.exitCode = spawnSync(process.execPath, [...heapFlags, ...process.argv.slice(1)], { stdio: 'inherit' }).status ?? 1

async function main(): Promise<void> {
  const [world, size] = [option('world', 'realistic'), option('size', 'small')]
  const rows = openWorld(world, size)
  if (typeof rows === 'string') return console.log(rows)
  const folder = mkdtempSync(join(tmpdir(), 'schakel-peers-'))
  chmodSync(folder, 0o755)
  try {
    const run = await compareAll(rows, size, folder)
    console.log(`\n${tableText(run)}`)
    if (run.outcomes.some(({ is }) => is === 'differs')) process.exitCode = 1
    if (!flag('keep') && option('only', '') === '') writePages(run)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function compareAll(world: RowWorld, size: string, folder: string): Promise<Run> {
  const { engine, buildMs, ...from } = prepare(world, folder)
  const asked = peopleToAsk(world, Number(option('people', '50')), engine, from.questionOf)
  const others = [...world.people(warmUps.first, 2)]
  for (const person of others) askEngine(engine, person)
  console.log(`${asked.length} people, ${world.size.vacancies} vacancies, ${from.rows.requirements.demand.length} requirements`)
  const limits = { rounds: Number(option('rounds', '3')), budgetMs: Number(option('budget', '60')) * 1000 }
  const beside = { engine, others: others.slice(0, warmUps.round) }
  const outcomes: Outcome[] = []
  for (const peer of peersOf(world).filter(({ name }) => name.includes(option('only', '')))) {
    console.log(`- ${peer.name}`)
    outcomes.push(await compare(peer, from.rows, beside, asked, limits))
  }
  const command = `npm run bench peers -- ${process.argv.slice(2).join(' ')}`.trim()
  const requirements = from.rows.requirements.demand.length
  return {
    world: world.name,
    size,
    command,
    people: asked.length,
    vacancies: world.size.vacancies,
    requirements,
    buildMs,
    outcomes,
  }
}

/** The vacancies as objects are gone when this is done. */
function prepare(world: RowWorld, folder: string): Exchange & { readonly engine: IndexedEngine; readonly buildMs: number } {
  const whole = wholeWorld(world)
  const from = performance.now()
  const engine = createEngine(whole)
  const buildMs = performance.now() - from
  return { ...exchange(world, whole.vacancies, folder), engine, buildMs }
}
