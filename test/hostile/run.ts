/** The command `npm run hostile`: bad requests and files from random seeds, or a given one again. */
import { parseArgs } from 'node:util'
import { familiesOf } from './families.ts'
import { type Fault, tell } from './hostile-case.ts'
import { type FileFamilyName, fileFamilies } from './importers.ts'
import { fingerprintOf, runFile } from './run-files.ts'
import { isWell, runRequest } from './run-requests.ts'
import { serveHostile } from './serve-hostile.ts'

const help = `npm run hostile -- [--family <name>] [--seed <n>] [--cases <n>] [--minutes <n>]

Sends requests and files that mean no good, from random seeds, and says of each that went wrong how to see it again.

  --family   one of: api, pages, ${Object.keys(fileFamilies).join(', ')}; left out: all, in turn
  --seed     the first seed; left out: by chance
  --cases    how many of each family (300)
  --minutes  stop after so long; left out: when all were sent`

const { values } = parseArgs({
  options: {
    family: { type: 'string' },
    seed: { type: 'string' },
    cases: { type: 'string', default: '300' },
    minutes: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) console.log(help)
else process.exitCode = await run().catch(sayWhy)

type Send = (seed: number) => Promise<Fault | undefined>

async function run(): Promise<number> {
  const first = number('seed', values.seed) ?? Math.floor(Math.random() * 2 ** 31)
  const count = number('cases', values.cases) ?? 0
  const minutes = number('minutes', values.minutes, true)
  const end = minutes === undefined ? Number.POSITIVE_INFINITY : Date.now() + minutes * 60_000
  const served = await serveHostile()
  let [sent, wrong] = [0, 0]
  try {
    const families = [...(await sendersOf(served))].filter(([name]) => values.family === undefined || name === values.family)
    if (families.length === 0) throw new Error(`There is no family "${values.family}". --help names them.`)
    console.log(`From seed ${first}.`)
    for (let seed = first; seed < first + count && Date.now() < end; seed++) {
      for (const [, send] of families) {
        const fault = await send(seed)
        sent++
        if (!fault) continue
        wrong++
        console.log(tell(fault))
      }
    }
    if (!(await isWell(served.app))) {
      wrong++
      console.log('The server does not answer any more as it should.')
    }
  } finally {
    await served.close()
  }
  console.log(`${sent} sent, ${wrong} went wrong.`)
  return wrong === 0 ? 0 : 1
}

async function sendersOf(served: Awaited<ReturnType<typeof serveHostile>>): Promise<Map<string, Send>> {
  const before = await fingerprintOf(served.db)
  const requests = await familiesOf(served)
  return new Map<string, Send>([
    ...Object.entries(requests).map(([name, make]) => [name, (seed: number) => runRequest(served, name, seed, make)] as const),
    ...(Object.keys(fileFamilies) as FileFamilyName[]).map(
      (name) => [name, (seed: number) => runFile(served, name, seed, before)] as const,
    ),
  ])
}

function number(name: string, text: string | undefined, mayBePart = false): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (Number.isFinite(value) && value >= 0 && (mayBePart || Number.isSafeInteger(value))) return value
  throw new Error(`--${name} takes a ${mayBePart ? '' : 'whole '}number, not "${text}".`)
}

function sayWhy(error: unknown): number {
  console.error(error instanceof Error ? error.message : error)
  return 1
}
