/**
 * The whole program under steady load: starts it on a data folder with a demo world, and asks it so many requests a second of mixed plans,
 * matches, doors, why-not and vacancy pages, of the API and of the site.
 *
 *     npm run bench soak -- --size national
 *
 * `--size` standard, national or a number of vacancies; `--seconds N` (600); `--rate N` requests a second (50); `--visitors N` people of
 * the demo world who ask (200); `--data FOLDER` one to keep and use again, instead of one that goes at the end; `--workers N` as
 * SCHAKEL_ENGINE_WORKERS. Open loop: each request leaves at its time, however late the answers before it are, and its time counts from
 * there. Every minute it prints p50, p95, p99 and the longest in milliseconds, refusals (503), errors, and the memory of the program. Ends
 * with status 1 where a request failed. Asks this machine only, and stops by itself.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoSizeOf } from '../src/modules/demo/index.ts'
import { option } from './kernels/options.ts'
import { callOf } from './soak/calls.ts'
import { drive } from './soak/drive.ts'
import { prepareRecord } from './soak/prepare-record.ts'
import { startProgram } from './soak/program.ts'
import { Tally } from './soak/tally.ts'

const sizeName = option('size', 'standard')
const size = demoSizeOf(sizeName)
if (!size) throw new Error(`"${sizeName}" is no size: standard, national, or a number of vacancies.`)
const seconds = Number(option('seconds', '600'))
const rate = Number(option('rate', '50'))
const given = option('data', '')
const folder = given || mkdtempSync(join(tmpdir(), 'schakel-soak-'))
/** Of each kind of call, before anything counts: what is compiled and read once is no load. */
const warmUpCalls = 60

try {
  console.log(`preparing a demo world of size ${sizeName} ...`)
  const record = await prepareRecord(folder, size, Number(option('visitors', '200')))
  const program = await startProgram(folder, option('workers', ''))
  console.log(`${record.visitors.length} visitors, ${rate} requests a second, ${seconds} seconds; ${program.url}`)
  try {
    const call = (number: number) => callOf(record, number)
    await drive({ url: program.url, call, rate: 5, seconds: warmUpCalls / 5, done: () => {} })
    const tally = new Tally(program.residentMb)
    await drive({
      url: program.url,
      call: (number) => call(number + warmUpCalls),
      rate,
      seconds,
      done: (outcome) => tally.add(outcome),
    })
    tally.end()
    if (tally.failed > 0) process.exitCode = 1
  } finally {
    await program.stop()
  }
} finally {
  if (given === '') rmSync(folder, { recursive: true, force: true })
}
