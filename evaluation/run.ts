/**
 * `npm run eval`: every benchmark whose data is present, in one table. `npm run eval title-linking` runs one, with `--queries F`
 * and so on another set of the same form; `--train` makes the model that ships of the visible set. See README.md.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Benchmark, BenchmarkTask, Figure } from './benchmark.ts'
import { readFlags } from './flags.ts'
import { tableOf } from './table.ts'

/** Read only when it is run: what one of them needs does not keep others from running. */
const benchmarks: Readonly<Record<string, () => Promise<{ readonly benchmark: Benchmark }>>> = {
  'title-linking': () => import('./title-linking.ts'),
  'skill-linking': () => import('./skill-linking.ts'),
  'skill-extraction': () => import('./skill-extraction.ts'),
  'dutch-sentences': () => import('./dutch-sentences.ts'),
  facts: () => import('./facts-truth.ts'),
  encoder: () => import('./encoder.ts'),
}
const modelFolder = join(import.meta.dirname, '../data/model')
const shared = process.env.SCHAKEL_SHARED_DATA ?? ''
const say = (line: string): void => console.error(line)

const [wanted, ...rest] = process.argv.slice(2)
const chosen = Object.keys(benchmarks).filter((name) => wanted === undefined || name === wanted)
if (chosen.length === 0) {
  console.error(`There is no benchmark "${wanted}". There are: ${Object.keys(benchmarks).join(', ')}.`)
  process.exit(2)
}

const figures: Figure[] = []
for (const name of chosen) {
  const { benchmark } = await benchmarks[name]!()
  const task = taskOf(benchmark, rest)
  if (typeof task === 'string') {
    console.log(`${name}: skipped. ${task}`)
    // Asked for by name, a skip is a failure.
    if (wanted !== undefined) process.exitCode = 2
  } else if (task.train) await train(benchmark, task)
  else figures.push(...(await benchmark.run(task)))
}
if (figures.length > 0) console.log(`\n${tableOf(figures)}`)
if (figures.some(({ value, floor }) => floor !== undefined && value < floor)) process.exitCode = 1

/** What to run on, or why it cannot. */
function taskOf(benchmark: Benchmark, given: readonly string[]): (BenchmarkTask & { train: boolean }) | string {
  const flags = Object.keys(benchmark.flags)
  const { files: own, train } = readFlags(given, flags, process.env)
  const isVisible = Object.keys(own).length === 0
  if (!isVisible) {
    const lacking = flags.filter((flag) => benchmark.flags[flag] === 'needed' && !own[flag])
    if (lacking.length > 0) return `Another set needs ${lacking.map((flag) => `--${flag}`).join(' and ')} too.`
  }
  if (shared === '') return 'Set SCHAKEL_SHARED_DATA to the folder with ESCO and the benchmarks.'
  const files = isVisible ? benchmark.visibleFiles(shared) : own
  const missing = Object.values(files)
    .flat()
    .filter((file) => !existsSync(file))
  if (missing.length > 0) return `Not there: ${missing.join(', ')}.`
  return { files, shared, isVisible, say, train }
}

async function train(benchmark: Benchmark, task: BenchmarkTask): Promise<void> {
  if (!benchmark.train) {
    console.log(`${benchmark.name}: nothing to train.`)
    return
  }
  const model = await benchmark.train(task)
  mkdirSync(modelFolder, { recursive: true })
  const file = join(modelFolder, `${benchmark.name}.json`)
  writeFileSync(file, `${JSON.stringify(model)}\n`)
  console.log(`${benchmark.name}: written to ${file}`)
}
