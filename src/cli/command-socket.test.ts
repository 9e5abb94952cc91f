import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../test/databases.ts'
import type { Modules } from '../modules/index.ts'
import { type Database, type DataLock, findLiveOwner, lockData, type Progress } from '../platform/index.ts'
import { forwardCommand } from './forward-command.ts'
import { listenForCommands } from './listen-for-commands.ts'

let folder: string
let db: Database
let lock: DataLock
let server: { close(): Promise<void> }
let pieces: () => AsyncGenerator<string>
let reset: (options: { progress?: Progress }) => Promise<object>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'schakel-socket-'))
  db = await freshDatabases()[0]!.open()
  lock = await lockData(folder, join(folder, 'socket'))
  const exports = { open: async () => ({ pieces: pieces() }) }
  const demo = { reset: (options: object) => reset(options), isDemo: async () => false, wasCutOff: async () => false }
  const modules = { demo, exports } as unknown as Modules
  server = await listenForCommands({ db, lock, modules, close: () => db.close() }, lock.owner.socket, silentLog)
})
afterEach(async () => {
  await server.close()
  lock.release()
  await db.close()
  rmSync(folder, { recursive: true, force: true })
})

async function forward(argv: string[], stopped = new AbortController(), write: (text: string) => Promise<void> = async () => {}) {
  const said: unknown[] = []
  const exit = await forwardCommand(
    lock.owner,
    { argv, cwd: folder, language: 'nl' },
    {
      out: (line) => said.push({ out: line }),
      write,
      err: (line) => said.push({ err: line }),
      progress: (step) => said.push(step),
      signal: stopped.signal,
      cwd: folder,
      language: 'nl',
    },
  )
  return { exit, said }
}

test('the socket is for this user alone, and shows that the owner lives', async () => {
  expect(statSync(lock.owner.socket).mode & 0o777).toBe(0o600)
  expect((await findLiveOwner(folder))?.pid).toBe(process.pid)
})

test('a command runs in the process that holds the data: answers, progress and exit code come back', async () => {
  reset = async ({ progress }) => {
    progress?.({ what: 'inventing the demo world', done: 1, total: 2 })
    return { vacancies: 3, offerings: 2, people: 1 }
  }
  expect(await forward(['demo', 'reset'])).toEqual({
    exit: 0,
    said: [{ what: 'de demo verzinnen', done: 1, total: 2 }, { out: expect.stringContaining('3 vacatures') }],
  })
  expect((await forward(['backup', 'here.backup'])).exit).toBe(0)
  expect(statSync(join(folder, 'here.backup')).size).toBeGreaterThan(100)
})

test('an export comes as it is, and the server waits for whoever reads it', async () => {
  const piece = 'é"\\\u0000\u2028😀;\r\n'.repeat(4000)
  const most = 400
  let made = 0
  pieces = async function* () {
    for (; made < most; made++) yield piece
  }
  let read = ''
  let aheadAtMost = 0
  const { exit, said } = await forward(['export', 'vacancies'], new AbortController(), async (text) => {
    await new Promise((resolve) => setTimeout(resolve, 1))
    aheadAtMost = Math.max(aheadAtMost, made - read.length / piece.length)
    read += text
  })
  expect({ exit, said }).toEqual({ exit: 0, said: [{ err: '0 vacancies exported.' }] })
  expect(read === piece.repeat(most)).toBe(true)
  expect(aheadAtMost).toBeLessThan(most / 2)
})

test('what goes wrong there comes back as a line and an exit code', async () => {
  reset = async () => {
    throw new Error('The disk is full.')
  }
  expect(await forward(['demo', 'reset'])).toEqual({ exit: 1, said: [{ err: 'The disk is full.' }] })
  expect((await forward(['nope'])).exit).toBe(2)
  expect((await forward(['start'])).exit).toBe(3)
})

test('Ctrl-C hangs up, and the work there is told to stop', async () => {
  const stopped = new AbortController()
  reset = () => new Promise(() => stopped.abort())
  expect(await forward(['demo', 'reset'], stopped)).toEqual({ exit: 1, said: [{ err: 'Stopped.' }] })
})

test('a server that stops half way is said, and one that does not listen is a refusal', async () => {
  reset = () => new Promise(() => void server.close())
  const { exit, said } = await forward(['demo', 'reset'])
  expect({ exit, said }).toEqual({ exit: 1, said: [{ err: expect.stringContaining('The server stopped') }] })
  await expect(forward(['demo', 'reset'])).rejects.toThrow(`Process ${process.pid} uses the embedded database`)
})

test('nonsense on the socket harms nobody', async () => {
  const connection = createConnection(lock.owner.socket)
  connection.on('error', () => {})
  connection.write('{"argv": 1}\n')
  await new Promise((resolve) => connection.once('close', resolve))
  reset = async () => ({})
  expect((await forward(['demo', 'reset'])).exit).toBe(0)
})
