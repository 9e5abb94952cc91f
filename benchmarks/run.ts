/**
 * `npm run bench`: every benchmark in its own process, one after the other, but for the long ones; `npm run bench engine` runs one.
 * `npm run bench -- --size million`: the kernels on every world at this size, with what else stands behind it.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { worldNames } from './worlds/index.ts'

/** What the benchmarks share, and this file. */
const parts = new Set(['run.ts', 'chart.ts', 'dice.ts', 'demo-size-world.ts', 'measure-import.ts'])
/** Minutes each, or a load on the whole machine: run by name. */
const long = new Set([
  'soak.ts',
  'cross-check.ts',
  'sliding.ts',
  'questions.ts',
  'freshness.ts',
  'under-load.ts',
  'growth.ts',
  'peers.ts',
])
const [wanted, ...more] = process.argv.slice(2)
const isOption = wanted?.startsWith('--') ?? false
const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && !parts.has(file))
const chosen = files.filter((file) =>
  wanted === undefined ? !long.has(file) : file === (isOption ? 'kernels.ts' : `${wanted}.ts`),
)
if (chosen.length === 0) {
  console.error(`There is no benchmark "${wanted}". There are: ${files.map((file) => file.replace('.ts', '')).join(', ')}.`)
  process.exit(2)
}
/** Of each benchmark its arguments, once for each time it is run. */
const runs = isOption ? worldNames.map((world) => ['--world', world, ...process.argv.slice(2)]) : [more]
for (const file of chosen) {
  for (const args of runs) {
    console.log(`\n== ${[file.replace('.ts', ''), ...args].join(' ')}`)
    const { status } = spawnSync(process.execPath, [join(import.meta.dirname, file), ...args], { stdio: 'inherit' })
    if (status !== 0) process.exitCode = 1
  }
}
