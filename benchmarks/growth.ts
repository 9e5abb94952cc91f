/**
 * How the engine grows with its world, one thread: the same questions of the same people at one size after another, each size in
 * a process of its own:
 *
 *     npm run bench growth
 *
 * Measures the sizes from 10k to 3M vacancies that have no figures yet, then writes the chart and the tables of
 * docs/engine/limits.md. `-- --again` measures all of them anew; `-- --size 10M` one size anew, whether it is in the list or not;
 * `-- --draw` only writes. `--world` realistic or skewed; `--people N` at most so many people in the pool (3M); `--samples N` (100)
 * and `--budget N` seconds (6) for each question. Figures stay in benchmarks/growth/results.jsonl: a run that was cut off goes on
 * where it stopped.
 */
import { spawnSync } from 'node:child_process'
import { measureSize } from './growth/measure-size.ts'
import { figuresOf, saveFigures, type Task } from './growth/results.ts'
import { shortNumber, writeLimits } from './growth/write-limits.ts'
import { flag, option } from './kernels/options.ts'

const usual = ['10k', '30k', '100k', '300k', '1M', '3M']
/** MB for what lives outside the columns: rows on their way, offerings, dictionaries. */
const heapMb = 14_000

const measuring = option('measure', '')
if (measuring === '') main()
else saveFigures(await measureSize(JSON.parse(measuring) as Task))

function main(): void {
  const world = option('world', 'realistic')
  const only = option('size', '')
  if (!flag('draw')) {
    const sizes = (only === '' ? usual : [only]).map(numberOf)
    const isWanted = (vacancies: number): boolean =>
      flag('again') || only !== '' || figuresOf(world).every((known) => known.vacancies !== vacancies)
    for (const vacancies of sizes.filter(isWanted)) measureApart(world, vacancies)
  }
  writeLimits(world)
}

function measureApart(world: string, vacancies: number): void {
  const task: Task = {
    ...{ world, vacancies, mostPeople: numberOf(option('people', '3M')) },
    samples: Number(option('samples', '100')),
    budgetMs: Number(option('budget', '6')) * 1000,
  }
  console.log(`\n${shortNumber(vacancies)} vacancies`)
  const begun = performance.now()
  const args = [`--max-old-space-size=${heapMb}`, import.meta.filename, '--measure', JSON.stringify(task)]
  const { status, signal } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  const seconds = ((performance.now() - begun) / 1000).toFixed(0)
  if (status === 0) {
    console.log(`took ${seconds} s in all`)
    return
  }
  console.error(
    `${shortNumber(vacancies)} vacancies were not measured: ended by ${signal ?? `code ${status}`} after ${seconds} s`,
  )
  process.exitCode = 1
}

/** 10k, 3M, or a plain number. */
function numberOf(text: string): number {
  const [, digits = '', unit = ''] = /^(\d+)([kM]?)$/.exec(text) ?? []
  const number = Number(digits) * (unit === 'M' ? 1_000_000 : unit === 'k' ? 1_000 : 1)
  if (!(number > 0)) throw new Error(`"${text}" is no size: 10k, 3M, or a number`)
  return number
}
