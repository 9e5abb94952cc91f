/**
 * How far the engine is from what this machine can do: the question "matches" of the engine beside a C program of the same algorithm, and
 * beside the same C compiled to WebAssembly in the engine's own process where clang is there; in turns, on the same people and columns:
 *
 *     npm run bench yardstick -- --world realistic --size million --people 100
 *
 * `--people N` (200); `--repeats N` (3): of so many tries each time of the processor the least; `--batch N`: then so many people one after the
 * other, the ten best each, once; `--keep` writes no page.
 *
 * Answers are compared first: the counts, the rows in their order, their fit as a quotient, and whether they fit now. C is given the
 * person worked out: which rows to look at, the state of each value of a term, and the credit for each demand. So it is set against
 * the same three sweeps of the engine; beside these stands the whole question, with all that and the reasons.
 */
import { spawnSync } from 'node:child_process'
import { buildMarket, type Market, viewOf } from '../src/engine/matching/index.ts'
import { buildGraph } from '../src/engine/taxonomy/index.ts'
import { flag, option } from './kernels/options.ts'
import { putSection } from './kernels/results.ts'
import { batchText } from './peers/yardstick/batch.ts'
import { difference, timeEngine, timeWebAssembly } from './peers/yardstick/compare.ts'
import { type Asked, tableOf } from './peers/yardstick/report.ts'
import { runsOf } from './peers/yardstick/sections.ts'
import { clangVersion, WebAssemblyKernels } from './peers/yardstick/webassembly.ts'
import { compilerVersion, Yardstick } from './peers/yardstick/yardstick.ts'
import { openWorld, type RowWorld } from './worlds/index.ts'

const shown = 20
/** A million vacancies pass through as objects on their way into columns. */
const heapFlags = ['--max-old-space-size=14000', '--expose-gc']
const size = option('size', 'small')
const repeats = Number(option('repeats', '3'))
const batch = Number(option('batch', '0'))

if (globalThis.gc) await main()
else process.exitCode = spawnSync(process.execPath, [...heapFlags, ...process.argv.slice(1)], { stdio: 'inherit' }).status ?? 1

async function main(): Promise<void> {
  const rows = openWorld(option('world', 'realistic'), size)
  const compiler = compilerVersion()
  if (typeof rows === 'string') return console.log(rows)
  if (!compiler) return console.log('yardstick: not measured; it takes a C compiler (cc, or what CC names)')
  await compare(rows, compiler)
}

async function compare(from: RowWorld, compiler: string): Promise<void> {
  const { skills, occupations, settings } = from
  const graph = buildGraph(skills, occupations, settings.transfer)
  const market = buildMarket({ graph, transfer: settings.transfer, context: settings, vacancies: from.vacancies() })
  const clang = clangVersion()
  const kernels = clang ? new WebAssemblyKernels(market, shown) : undefined
  const yardstick = await Yardstick.start(market)
  try {
    const asked = await ask(market, from, yardstick, kernels)
    const text = [
      `${asked.length} people, the ${shown} best of ${from.size.vacancies} vacancies each; all answers are the same. ${compiler}; ` +
        `${clang ?? 'no clang, so no WebAssembly'}. Milliseconds of the processor; of each the least of ${repeats} tries.`,
      tableOf(asked),
      ...(batch > 0 ? [batchText(market, kernels, from.people(batch, 2))] : []),
    ].join('\n\n')
    console.log(text)
    const command = `npm run bench yardstick -- ${process.argv.slice(2).join(' ')}`.trim()
    if (!flag('keep')) putSection(`${from.name}, ${size}, the same in C`, command, `${text}\n`)
  } finally {
    await yardstick.end()
  }
}

async function ask(market: Market, from: RowWorld, yardstick: Yardstick, kernels?: WebAssemblyKernels): Promise<Asked[]> {
  const people = [...from.people(Number(option('people', '200')), 1)]
  const asked: Asked[] = []
  globalThis.gc?.()
  // Once for the caches and the compiler, once for the figures.
  for (const counted of [false, true]) {
    for (const person of people) {
      const view = viewOf(market, person)
      const inC = await yardstick.prepare(view, shown, repeats)()
      const inEngine = timeEngine(market, person, shown, repeats)
      const inWebAssembly = kernels && timeWebAssembly(kernels, view, runsOf(market, view.states), shown, repeats)
      for (const one of [inC, inWebAssembly?.counted]) {
        const differs = one && difference(market, one, inEngine.matches)
        if (differs) throw new Error(`${person.id}: ${differs}`)
      }
      if (counted) asked.push({ inC, inEngine: inEngine.times, ...(inWebAssembly && { inWebAssembly: inWebAssembly.times }) })
    }
  }
  return asked
}
