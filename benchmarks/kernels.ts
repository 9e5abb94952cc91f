/**
 * How long each kernel of the engine takes on a made-up world, one thread:
 *
 *     npm run bench kernels -- --world realistic --size national
 *
 * `--world` skewed, realistic or real; `--size` small, national, million or a number of vacancies; `--only NAME` one kernel;
 * `--people N` samples (300); `--pool N` people in the pool (as many as the world has); `--budget N` seconds a kernel (60);
 * `--answer N` seconds an answer (20); `--engine` current or first; `--profile` says in which functions the time goes; `--keep` writes no
 * RESULTS.md.
 *
 * The engine stands in a thread of its own: an answer that takes too long is cut off by ending the thread, and the next person is
 * asked in a new one.
 */
import { isMainThread } from 'node:worker_threads'
import { Bench } from './kernels/bench.ts'
import { type WorkerTask, work } from './kernels/bench-worker.ts'
import { flag, option } from './kernels/options.ts'
import { type Outcome, rowText, writeSection } from './kernels/results.ts'
import { kernels } from './kernels/table.ts'
import { sizeOf } from './worlds/index.ts'

if (isMainThread) await main(new URL(import.meta.url))
else await work()

async function main(script: URL): Promise<void> {
  const size = option('size', 'small')
  const task: WorkerTask = {
    ...{ world: option('world', 'realistic'), size, engine: option('engine', 'current'), profile: flag('profile') },
    pool: Number(option('pool', String(sizeOf(size).people))),
    limits: {
      samples: Number(option('people', '300')),
      budgetMs: Number(option('budget', '60')) * 1000,
      answerMs: Number(option('answer', '20')) * 1000,
    },
  }
  const only = option('only', '')
  const chosen = kernels.filter(({ name }) => only === '' || name === only)
  if (chosen.length === 0)
    throw new Error(`There is no kernel "${only}". There are: ${kernels.map(({ name }) => name).join(', ')}.`)

  const bench = await Bench.start(script, task)
  if (typeof bench === 'string') return console.log(bench)
  const { built } = bench
  console.log(
    `${task.world} ${size}, ${task.engine} engine: built in ${built.buildMs.toFixed(0)} ms, ${built.rssMb.toFixed(0)} MB`,
  )
  const outcomes: Outcome[] = []
  let mostRssMb = built.rssMb
  for (const kernel of chosen) {
    const { outcome, rssMb, profile } = await bench.run(kernel)
    outcomes.push(outcome)
    mostRssMb = Math.max(mostRssMb, rssMb)
    console.log(rowText(outcome))
    for (const line of profile) console.log(`      ${line}`)
  }
  await bench.end()
  // A part of the kernels, or a profiled run, is for whoever looks; the file holds whole runs.
  if (only !== '' || task.profile || flag('keep')) return
  const title = `${task.world}, ${size}, ${task.engine} engine`
  writeSection({
    title,
    command: `npm run bench kernels -- ${process.argv.slice(2).join(' ')}`.trim(),
    built,
    outcomes,
    mostRssMb,
  })
}
