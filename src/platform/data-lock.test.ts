import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DataInUse, findLiveOwner, lockData } from './data-lock.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'schakel-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const socket = () => join(folder, 'socket')

/** Another process that takes the lock and keeps it. */
async function startOwner(): Promise<ChildProcess> {
  const program = `import { lockData } from ${JSON.stringify(join(import.meta.dirname, 'data-lock.ts'))}
    try { await lockData(process.argv[1], process.argv[1] + '/socket'); console.log('locked') } catch (e) { console.log(e.message); process.exit(1) }
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return child
}

test('a second process is refused, and told which process has it and what to do', async () => {
  const owner = await startOwner()
  const second = lockData(folder, socket())
  await expect(second).rejects.toThrow(DataInUse)
  await expect(second).rejects.toThrow(`process ${owner.pid}. Stop that one first`)
  expect((await findLiveOwner(folder))?.pid).toBe(owner.pid)
  owner.kill('SIGKILL')
})

test('a lock whose owner was killed does not block the next start', async () => {
  const owner = await startOwner()
  owner.kill('SIGKILL')
  await new Promise((resolve) => owner.once('exit', resolve))
  expect(await findLiveOwner(folder)).toBeUndefined()
  const lock = await lockData(folder, socket())
  expect(lock.owner.pid).toBe(process.pid)
  lock.release()
})

test.skipIf(!existsSync('/proc/self/stat'))('a process that has the number of the dead owner by now does not block', async () => {
  const lock = await lockData(folder, socket())
  const file = join(folder, 'lock')
  writeFileSync(file, JSON.stringify({ ...lock.owner, began: 'another boot 1' }))
  const next = await lockData(folder, socket())
  next.release()
})

test.each(['', '{"pid":', '{"pid":"x"}'])('a lock file that holds %j does not block', async (text) => {
  writeFileSync(join(folder, 'lock'), text)
  const lock = await lockData(folder, socket())
  expect(JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'))).toEqual(lock.owner)
})

test('of many that find a dead lock at once, one gets it', async () => {
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: 1, began: 'another boot 1', socket: socket(), token: 'dead' }))
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockData(folder, socket())))
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
})

test('a released lock is gone, and only its owner can release it', async () => {
  const first = await lockData(folder, socket())
  expect(statSync(join(folder, 'lock')).mode & 0o777).toBe(0o600)
  first.release()
  const second = await lockData(folder, socket())
  first.release()
  expect((await findLiveOwner(folder))?.token).toBe(second.owner.token)
})
