/**
 * The whole program under load: `npm run bench under-load -- --rate 100 --seconds 120 --kills 0`. The server is a process of its own on PostgreSQL with the
 * demo world; this process asks so many times a second, whether or not the answers come (an open loop), reading, planning and writing mixed.
 * Prints how long answers took, by kind, and every error. With `--kills N` the server is killed with SIGKILL so many times at random moments; then
 * it is looked whether anything that was acknowledged is gone, and whether a mail came twice. What broke off by a kill is no error, and is counted.
 */
import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase } from '../src/platform/index.ts'
import { headerOf } from '../test/mail-server.ts'
import { diceOf } from './dice.ts'
import { ask } from './under-load/asking.ts'
import { serveUnderLoad, type UnderLoad } from './under-load/served.ts'
import { type Kind, prepareVisits, type Visits } from './under-load/visits.ts'

const option = (name: string, preset: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? preset : Number(process.argv[at + 1])
}
const rate = option('rate', 100)
const seconds = option('seconds', 120)
const kills = option('kills', 0)
const port = option('port', 3917)

const times: Record<Kind, number[]> = { read: [], plan: [], write: [] }
const errors = new Map<string, number>()
let [broken, isDown] = [0, false]

const served = await serveUnderLoad(port)
try {
  const visits = await prepareVisits(served.url)
  const killing = killAtRandom(served)
  await askAtRate(served.url, visits)
  await killing
  report()
  await lookAfterwards(served, visits)
} finally {
  await served.close()
}

async function askAtRate(url: string, visits: Visits): Promise<void> {
  const began = performance.now()
  const running = new Set<Promise<void>>()
  for (let number = 0; number < rate * seconds; number++) {
    const due = began + (number / rate) * 1000
    const ahead = due - performance.now()
    if (ahead > 1) await wait(ahead)
    const one = askOne(url, visits, number).finally(() => running.delete(one))
    running.add(one)
  }
  await Promise.all(running)
}

async function askOne(url: string, visits: Visits, number: number): Promise<void> {
  const { kind, asked, acknowledged } = visits.next(number)
  const wasDown = isDown
  try {
    const answer = await ask(url, asked)
    if (answer.status >= 400) note(`${answer.status} ${asked.method ?? 'GET'} ${asked.path.split('?')[0]}`)
    else times[kind].push(answer.ms)
    acknowledged?.(answer)
  } catch (error) {
    if (kills > 0 && (wasDown || isDown || isBrokenByKill(error))) broken++
    else note(`${(error as Error).message} ${asked.path.split('?')[0]}`)
  }
}

const isBrokenByKill = (error: unknown): boolean =>
  ['ECONNRESET', 'ECONNREFUSED', 'EPIPE'].includes((error as NodeJS.ErrnoException).code ?? '')

function note(what: string): void {
  errors.set(what, (errors.get(what) ?? 0) + 1)
}

async function killAtRandom(server: UnderLoad): Promise<void> {
  const chance = diceOf(7)
  for (let kill = 0; kill < kills; kill++) {
    await wait((((0.5 + chance.next()) * seconds) / kills / 1.5) * 1000)
    isDown = true
    await server.killAndStart()
    isDown = false
  }
}

function report(): void {
  const all = Object.values(times).flat()
  console.log(`${rate} a second for ${seconds} s, ${kills} kills; ${all.length} answered, ${broken} broken off by a kill`)
  for (const [name, list] of [...Object.entries(times), ['all', all] as const]) {
    const sorted = [...list].sort((a, b) => a - b)
    const at = (share: number): string =>
      `${(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0)} ms`
    console.log(
      `${name.padEnd(6)} ${String(list.length).padStart(6)}  p50 ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}  most ${at(1)}`,
    )
  }
  console.log(errors.size === 0 ? 'no error' : 'errors:')
  for (const [what, count] of errors) console.log(`  ${count} x ${what}`)
}

/** Whether what was acknowledged is there, and no mail came twice. */
async function lookAfterwards({ databaseUrl, mails }: UnderLoad, visits: Visits): Promise<void> {
  const db = await openDatabase({ kind: 'postgresql', url: databaseUrl }, { info() {}, warn() {}, error() {} })
  let lost = 0
  for (const [cookie, answers] of visits.kept) {
    const hash = createHash('sha256')
      .update(cookie.split('=')[1] ?? '')
      .digest('base64url')
    const [row] = await db.query<{ answers: Record<string, unknown> }>(
      `select profile -> 'answers' as answers from draft_profile where token_hash = $1`,
      [hash],
    )
    for (const skill of answers.keys()) if (row?.answers[skill] === undefined) lost++
  }
  // Mail that waits is sent within seconds.
  await wait(8_000)
  const states = await db.query<{ state: string; count: number }>(
    'select state, count(*)::int as count from mail group by state order by state',
  )
  await db.close()
  const seen = new Map<string, number>()
  for (const mail of mails.taken) {
    const id = headerOf(mail, 'message-id') ?? ''
    seen.set(id, (seen.get(id) ?? 0) + 1)
  }
  const twice = [...seen.values()].filter((count) => count > 1).length
  console.log(
    `acknowledged answers that are gone: ${lost} of ${[...visits.kept.values()].reduce((sum, { size }) => sum + size, 0)}`,
  )
  console.log(`mails asked and acknowledged: ${visits.mailed.length}; received: ${seen.size}; twice: ${twice}`)
  console.log(`mails by state: ${states.map(({ state, count }) => `${state} ${count}`).join(', ')}`)
  if (lost > 0 || twice > 0 || errors.size > 0) process.exitCode = 1
}
