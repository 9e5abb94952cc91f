import { availableParallelism, cpus, loadavg } from 'node:os'
import {
  type Dictionaries,
  emptyDictionaries,
  keepReadings,
  type Market,
  makeReadings,
  marketOf,
  type VacancyColumns,
  VacancyColumnsBuilder,
} from '../../src/engine/matching/index.ts'
import { engineOf, type IndexedEngine, numberOfferings, type Offering, offeredIn } from '../../src/engine/planning/index.ts'
import type { PeopleIndex } from '../../src/engine/pool/index.ts'
import { buildGraph } from '../../src/engine/taxonomy/index.ts'
import { quantile } from '../kernels/options.ts'
import { realisticWorld } from '../worlds/realistic.ts'
import { skewedWorld } from '../worlds/skewed.ts'
import { idOf, type RowWorld, type WorldSize, worldSizes } from '../worlds/world.ts'
import { bytesIn } from './bytes.ts'
import { type Question, questions } from './questions.ts'
import type { Figures, Task } from './results.ts'

const worlds: Readonly<Record<string, (size: WorldSize, seed: number) => RowWorld>> = {
  realistic: realisticWorld,
  skewed: skewedWorld,
}
const seed = 2026
/** Streams of people: those who ask, those who warm up, and the pool. */
const draws = { asking: 1, warmUp: 2, pool: 3 } as const
/** The smallest size in the list. */
const leastVacancies = 10_000

/** So many rows at a time are objects; before and after they are columns, or not made yet. */
const batchRows = 20_000

/** Builds a world of this size and asks all questions. Rows are streamed: ten million of them would not fit as objects. */
export async function measureSize(task: Task): Promise<Figures> {
  const make = worlds[task.world]
  if (!make) throw new Error(`There is no world "${task.world}". There are: ${Object.keys(worlds).join(', ')}.`)
  const world = make(sizeOf(task), seed)
  const { market, engine, buildMs, readingBytes } = build(world)
  const { ids, ...columns } = market.columns
  const bytes = { columns: bytesIn(columns), ids: bytesIn(ids), readings: readingBytes }
  const builtMb = rssMb()
  const pool = gather(engine, world.people(world.size.people, draws.pool))
  const withPeopleMb = rssMb()
  const answersMs: Record<string, number[]> = {}
  for (const question of questions) {
    const answers = ask(question, { engine, pool: pool.index, world }, task)
    answersMs[question.name] = answers.map((ms) => Number(ms.toPrecision(4)))
    report(question.name, answers)
  }
  return {
    ...{ world: task.world, ...world.size, measured: measured() },
    buildMs: rounded({ ...buildMs, people: pool.ms }),
    bytes: { ...bytes, people: pool.index.segments.reduce((sum, segment) => sum + bytesIn(segment), 0) },
    rssMb: rounded({ built: builtMb, withPeople: withPeopleMb, atEnd: rssMb() }),
    answersMs,
  }
}

/** In the proportions of the world of a million. */
function sizeOf({ vacancies, mostPeople }: Task): WorldSize {
  const { million } = worldSizes
  const share = vacancies / million.vacancies
  return {
    vacancies,
    offerings: Math.round(million.offerings * share),
    people: Math.min(mostPeople, Math.round(million.people * share)),
  }
}

interface Built {
  readonly market: Market
  readonly engine: IndexedEngine
  readonly buildMs: Omit<Figures['buildMs'], 'people'>
  readonly readingBytes: number
}

/** What `createEngine` does, with the rows streamed, and what the first question of all would do besides. */
function build(world: RowWorld): Built {
  const { skills, occupations, settings } = world
  const graph = timed(() => buildGraph(skills, occupations, settings.transfer))
  const dictionaries = emptyDictionaries(graph.made, settings.transfer)
  const columns = columnsOf(dictionaries, world)
  const offerings = [...world.offerings()]
  const made = timed(() => {
    numberOfferings(dictionaries, offerings)
    const market = marketOf({ dictionaries, columns: columns.made, context: settings })
    return { market, engine: engineWith(market, offerings, settings) }
  })
  const readings = timed(() => makeReadings(made.made.market))
  keepReadings(columns.made, readings.made)
  const buildMs = { columns: graph.ms + columns.ms, offerings: made.ms, readings: readings.ms }
  const parts = Object.entries(buildMs).map(([part, ms]) => `${part} ${(ms / 1000).toFixed(2)} s`)
  console.log(`built: ${parts.join(', ')}`)
  return { ...made.made, buildMs, readingBytes: bytesIn(readings.made) }
}

function engineWith(market: Market, offerings: readonly Offering[], settings: RowWorld['settings']): IndexedEngine {
  return engineOf(market, offeredIn(market, offerings), settings)
}

function columnsOf({ values, kinds }: Dictionaries, world: RowWorld): Timed<VacancyColumns> {
  const builder = new VacancyColumnsBuilder(values, kinds)
  let ms = 0
  for (const batch of batchesOf(world.vacancies())) {
    ms += timed(() => {
      for (const vacancy of batch) builder.add(vacancy)
    }).ms
  }
  const last = timed(() => builder.done())
  return { made: last.made, ms: ms + last.ms }
}

function gather(
  engine: IndexedEngine,
  people: ReturnType<RowWorld['people']>,
): { readonly index: PeopleIndex; readonly ms: number } {
  const gathering = engine.gatherPool()
  let ms = 0
  for (const batch of batchesOf(people)) ms += timed(() => gathering.add(batch)).ms
  const last = timed(() => gathering.done())
  console.log(`people: ${((ms + last.ms) / 1000).toFixed(2)} s`)
  return { index: last.made, ms: ms + last.ms }
}

interface Subject {
  readonly engine: IndexedEngine
  readonly pool: PeopleIndex
  readonly world: RowWorld
}

const warmUps = 30
/** Of its budget a question warms up for so much at most, and is asked for so much when it has few answers yet. */
const warmUpShare = 0.2
const fewAnswers = 20
const budgetsForFew = 5

/** Every answer is of somebody whom the engine did not see before. */
function ask({ prepare }: Question, { engine, pool, world }: Subject, { samples, budgetMs }: Task): number[] {
  const put = prepare(engine, pool)
  // Among those that every size has, so that goals and vacancies are the same everywhere.
  const vacancyAt = (at: number): string => idOf('v', (at * 7919 + 500) % Math.min(leastVacancies, world.size.vacancies))
  const warmUntil = performance.now() + budgetMs * warmUpShare
  let at = 0
  for (const person of world.people(warmUps, draws.warmUp)) {
    if (performance.now() > warmUntil) break
    put(person, vacancyAt(at++))
  }
  const answers: number[] = []
  let spentMs = 0
  for (const person of world.people(samples, draws.asking)) {
    if (spentMs > budgetMs * (answers.length < fewAnswers ? budgetsForFew : 1)) break
    const { ms } = timed(() => put(person, vacancyAt(warmUps + answers.length)))
    answers.push(ms)
    spentMs += ms
  }
  return answers
}

interface Timed<T> {
  readonly made: T
  readonly ms: number
}

/** Of less than this the processor's time is no measure: some systems count it in ticks of four milliseconds. */
const coarseMs = 20

/** On a machine that has other work too, the clock says how much other work there is; the processor's time of this thread does not. */
function timed<T>(make: () => T): Timed<T> {
  const clockFrom = performance.now()
  const from = process.threadCpuUsage()
  const made = make()
  const { user, system } = process.threadCpuUsage(from)
  const clockMs = performance.now() - clockFrom
  return { made, ms: clockMs < coarseMs ? clockMs : (user + system) / 1000 }
}

function* batchesOf<T>(rows: Iterable<T>): Iterable<T[]> {
  let batch: T[] = []
  for (const row of rows) {
    batch.push(row)
    if (batch.length < batchRows) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function report(name: string, answers: readonly number[]): void {
  const [middle, slow] = [0.5, 0.95].map((share) => quantile(answers, share).toFixed(2))
  console.log(`${name.padEnd(24)} p50 ${middle} ms, p95 ${slow} ms, ${answers.length} answers`)
}

function rounded<T extends Readonly<Record<string, number>>>(figures: T): T {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.round(value)])) as unknown as T
}

function rssMb(): number {
  return process.memoryUsage.rss() / 2 ** 20
}

function measured(): string {
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores`
  return `${new Date().toISOString().slice(0, 10)}, ${machine}, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`
}
