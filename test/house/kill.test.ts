/** `kill -9` while profiles are saved: nothing that was acknowledged is lost, and the next start is not blocked. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createPeople } from '../../src/modules/people/index.ts'
import { createIds, type DatabasePlace, lockData, migrate, openDatabase, systemClock } from '../../src/platform/index.ts'
import { silentLog } from '../databases.ts'

const url = process.env.SCHAKEL_TEST_DATABASE_URL
const enoughSaved = 40

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'schakel-kill-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a process that is killed while it saves profiles', () => {
  test('loses nothing it acknowledged on pglite, and blocks nobody', async () => {
    await killAndLook({ kind: 'pglite', folder: join(folder, 'database') })
  })

  test.skipIf(!url)('loses nothing it acknowledged on postgresql, and blocks nobody', async () => {
    const schema = `test_${randomBytes(8).toString('hex')}`
    const owner = await openDatabase({ kind: 'postgresql', url: url ?? '' }, silentLog)
    await owner.runScript(`create schema ${schema}`)
    await killAndLook({ kind: 'postgresql', url: url ?? '', schema })
    await owner.runScript(`drop schema ${schema} cascade`)
    await owner.close()
  })
})

/** Kills twice: the second time on a record that was mended after the first. */
async function killAndLook(place: DatabasePlace): Promise<void> {
  const acknowledged = [...(await saveUntilKilled(place)), ...(await saveUntilKilled(place))]
  const lock = await lockData(folder, join(folder, 'socket'))
  const db = await openDatabase(place, silentLog)
  expect(await migrate(db)).toEqual([])
  const people = createPeople({ db, clock: systemClock, ids: createIds(systemClock), log: silentLog })
  for (const line of acknowledged) {
    const [token = '', years] = line.split(' ')
    expect(await people.findDraft(token)).toMatchObject({ experienceYears: Number(years) })
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(2 * enoughSaved)
  await db.close()
  lock.release()
}

/** @returns the whole lines it said: what it acknowledged. */
async function saveUntilKilled(place: DatabasePlace): Promise<string[]> {
  const program = join(import.meta.dirname, 'save-profiles-child.ts')
  const child: ChildProcess = spawn(process.execPath, [program, folder, JSON.stringify(place)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (said.split('\n').length > enoughSaved) child.kill('SIGKILL')
  })
  await new Promise((resolve) => child.once('close', resolve))
  return said.split('\n').slice(0, -1)
}
