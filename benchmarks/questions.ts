/**
 * Many questions in a row to engines in threads, as the site and the API put them: whether memory stays flat, and whether the thread
 * that asks stays free. `npm run bench questions`; `--questions N` (100,000), `--workers N` (one less than the cores), `--at-once N`
 * (4 a worker), `--vacancies N` (300, of the demo's shape). Prints memory of the whole process every tenth of the way, answers a second,
 * and the longest wait of the asking thread. Some questions are left half-way, as visitors do.
 */
import { availableParallelism } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createModules } from '../src/modules/index.ts'
import type { Asked } from '../src/modules/planning/index.ts'
import { createIds, createLog, migrate, openDatabase, systemClock } from '../src/platform/index.ts'

const option = (name: string, preset: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? preset : Number(process.argv[at + 1])
}
const questions = option('questions', 100_000)
const workers = option('workers', Math.max(1, availableParallelism() - 1))
const atOnce = option('at-once', workers * 4)
const vacancies = option('vacancies', 300)
/** One in so many is left by who asked. */
const leftEvery = 50

const log = createLog('warn')
const db = await openDatabase({ kind: 'pglite' }, log)
await migrate(db)
const engines = { workers, waiting: atOnce, milliseconds: 60_000 }
const modules = await createModules({ db, clock: systemClock, ids: createIds(systemClock), log, engines })
await modules.skills.loadStarter(new URL('../data/vocabulary', import.meta.url).pathname)
await modules.rules.load()
await modules.demo.reset({ size: { vacancies, programmes: 60, offerings: 150, people: 500 } })
const { planning } = modules
const pool = (await modules.people.listPool()).map(({ profile }) => profile)
const resident = await modules.residents.current()
const occupations = resident.catalogue.ictOccupations('en').map(({ id }) => id)
const ids = (await modules.vacancies.allPublished()).map(({ id }) => id)

/** Of every twenty: thirteen matches, four times why not, twice plans, once doors. */
async function ask(number: number, asked: Asked): Promise<void> {
  const turn = number % 20
  if (turn < 13) await planning.matches(asked)
  else if (turn < 17) await planning.whyNot(asked, ids[(number * 37) % ids.length] ?? '')
  else if (turn < 19) await planning.plans({ ...asked, goal: { occupations: [occupations[number % occupations.length] ?? ''] } })
  else await planning.doors(asked)
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`
function report(): void {
  const { rss, heapUsed } = process.memoryUsage()
  const seconds = (performance.now() - began) / 1000
  console.log(
    `${String(done).padStart(9)} answered, ${String(left).padStart(6)} left  resident ${megabytes(rss)}  heap of the asking thread ${megabytes(heapUsed)}  ${((done + left) / seconds || 0).toFixed(0)} a second`,
  )
}

let [asked, done, left] = [0, 0, 0]
async function client(): Promise<void> {
  while (asked < questions) {
    const number = asked++
    const leaving = new AbortController()
    const isLeft = number % leftEvery === leftEvery - 1
    if (isLeft) setTimeout(() => leaving.abort(), number % 7)
    const profile = pool[(number * 331) % pool.length] ?? { occupations: [], answers: {} }
    try {
      await ask(number, { profile, language: number % 2 === 0 ? 'nl' : 'en', signal: leaving.signal })
      done++
    } catch (error) {
      if (!(isLeft && (error as Error).name === 'AbortError')) throw error
      left++
    }
    if ((done + left) % (questions / 10) === 0) report()
  }
}

console.log(`${questions} questions, ${workers} worker(s), ${atOnce} at once, ${vacancies} vacancies`)
// What is loaded and compiled once is no growth.
let began = performance.now()
for (let number = 0; number < 400; number++) {
  await ask(number, { profile: pool[number % pool.length] ?? { occupations: [], answers: {} }, language: 'nl' })
}
began = performance.now()
report()
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
await Promise.all(Array.from({ length: atOnce }, client))
console.log(`asking thread: longest wait ${(delay.max / 1e6).toFixed(1)} ms, p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms`)
await modules.engines.close()
await db.close()
