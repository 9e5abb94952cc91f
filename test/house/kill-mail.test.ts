/** `kill -9` while mail is sent: nothing acknowledged is lost, no message is sent twice, and what may be lost is listed. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createMail } from '../../src/modules/mail/index.ts'
import { createRules } from '../../src/modules/rules/index.ts'
import {
  actAs,
  createIds,
  type Database,
  type DatabasePlace,
  lockData,
  migrate,
  openDatabase,
  systemClock,
} from '../../src/platform/index.ts'
import { createMailTransport } from '../../src/platform/mail-transport.ts'
import { silentLog } from '../databases.ts'
import { headerOf, type MailServerForTests, startMailServer } from '../mail-server.ts'

const url = process.env.SCHAKEL_TEST_DATABASE_URL
const kills = 3
/** On a busy machine starting three processes takes long. */
const patienceMs = 180_000
const minutesAhead = 10
const from = 'post@schakel.example'

let folder: string
let server: MailServerForTests
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'schakel-kill-mail-'))
  server = await startMailServer()
})
afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a process that is killed while it sends mail', { timeout: patienceMs }, () => {
  test('sends no message twice and loses none on pglite', async () => {
    await killAndCount({ kind: 'pglite', folder: join(folder, 'database') })
  })

  test.skipIf(!url)('sends no message twice and loses none on postgresql', async () => {
    const schema = `test_${randomBytes(8).toString('hex')}`
    const owner = await openDatabase({ kind: 'postgresql', url: url ?? '' }, silentLog)
    await owner.runScript(`create schema ${schema}`)
    await killAndCount({ kind: 'postgresql', url: url ?? '', schema })
    await owner.runScript(`drop schema ${schema} cascade`)
    await owner.close()
  })
})

async function killAndCount(place: DatabasePlace): Promise<void> {
  // The children find a record that is up to date, so that little time goes to starting.
  const made = await openDatabase(place, silentLog)
  await migrate(made)
  await made.close()
  const acknowledged: number[] = []
  for (let kill = 0; kill < kills; kill++) acknowledged.push(...(await sendUntilKilled(place, kill * 10_000)))
  expect(acknowledged.length).toBeGreaterThan(kills * 10)

  const lock = await lockData(folder, join(folder, 'socket'))
  const db = await openDatabase(place, silentLog)
  await sendTheRest(db)
  const states = await statesOf(db)
  const received = new Map<string, number>()
  for (const mail of server.taken) {
    const id = /<([^@]+)@/.exec(headerOf(mail, 'message-id') ?? '')?.[1] ?? ''
    received.set(id, (received.get(id) ?? 0) + 1)
  }

  // Nothing twice.
  expect([...received.values()].filter((times) => times > 1)).toEqual([])
  // Nothing that was acknowledged is gone.
  const known = new Set(states.map(({ number }) => number))
  expect(acknowledged.filter((number) => !known.has(number))).toEqual([])
  // What is called sent came; what came is called sent, or is listed.
  expect(states.filter(({ id, state }) => state === 'sent' && !received.has(id))).toEqual([])
  expect(states.filter(({ id, state }) => received.has(id) && state !== 'sent' && state !== 'perhapsLost')).toEqual([])
  expect(states.filter(({ state }) => state !== 'sent' && state !== 'perhapsLost')).toEqual([])
  // Each kill came while something was being sent, so there is something to list; but no more than were under way.
  const lost = states.filter(({ state }) => state === 'perhapsLost').length
  expect(lost).toBeGreaterThan(0)
  expect(lost).toBeLessThanOrEqual(kills * 4)
  await db.close()
  lock.release()
}

/** @returns the numbers of the messages it acknowledged. */
async function sendUntilKilled(place: DatabasePlace, first: number): Promise<number[]> {
  const program = join(import.meta.dirname, 'send-mail-child.ts')
  const child = spawn(process.execPath, [program, folder, JSON.stringify(place), server.url, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const takenBefore = server.taken.length
  const enough = 10 + Math.floor(Math.random() * 20)
  const killing = setInterval(() => {
    if (server.taken.length - takenBefore >= enough) child.kill('SIGKILL')
  }, 1)
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  await new Promise((resolve) => child.once('close', resolve))
  clearInterval(killing)
  return said.split('\n').slice(0, -1).map(Number)
}

/** As a server does that starts later: on PostgreSQL another one might still be sending, so it waits before it calls a message lost. */
async function sendTheRest(db: Database): Promise<void> {
  const clock = { now: () => systemClock.now() + minutesAhead * 60_000 }
  const transport = createMailTransport({ smtpUrl: server.url, from })
  const place = { publicUrl: 'https://schakel.example', isLocal: false, transport }
  const mail = createMail({ db, clock, ids: createIds(clock), log: silentLog, rules: createRules({ db }), mail: place })
  while ((await mail.deliver()) > 0);
}

async function statesOf(db: Database): Promise<{ id: string; number: number; state: string }[]> {
  const rows = await actAs(db, { task: 'test' }, (inside) =>
    inside.query<{ id: string; once: string; state: string }>('select id, once, state from mail'),
  )
  return rows.map(({ id, once, state }) => ({ id, state, number: Number(once.slice('kill/'.length)) }))
}
