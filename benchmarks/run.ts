/** `npm run bench`: every benchmark in its own process, one after the other, but for the long ones; `npm run bench engine` runs one. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** What the benchmarks share, and this file. */
const parts = new Set(['run.ts', 'dice.ts', 'demo-size-world.ts', 'measure-import.ts'])
/** Minutes each, or a load on the whole machine: run by name. */
const long = new Set(['soak.ts', 'cross-check.ts', 'sliding.ts', 'questions.ts', 'freshness.ts'])
const [wanted, ...more] = process.argv.slice(2)
const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && !parts.has(file))
const chosen = files.filter((file) => (wanted === undefined ? !long.has(file) : file === `${wanted}.ts`))
if (chosen.length === 0) {
  console.error(`There is no benchmark "${wanted}". There are: ${files.map((file) => file.replace('.ts', '')).join(', ')}.`)
  process.exit(2)
}
for (const file of chosen) {
  console.log(`\n== ${file.replace('.ts', '')}`)
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, file), ...more], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
