/** `kill -9` while credits are given and taken back: the ledger holds, nothing acknowledged is lost, and nothing is given twice. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addUnit, creditsWorld, openCreditsWorld } from '../../src/modules/credits/world-for-tests.ts'
import { type DatabasePlace, migrate, openDatabase } from '../../src/platform/index.ts'
import { silentLog } from '../databases.ts'

const url = process.env.SCHAKEL_TEST_DATABASE_URL
const kills = 3
const patienceMs = 280_000

describe('a process that is killed while it writes in a ledger', { timeout: patienceMs }, () => {
  test('leaves it whole on pglite', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'schakel-kill-credits-'))
    try {
      await killAndCheck({ kind: 'pglite', folder: join(folder, 'database') }, 1)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test.skipIf(!url)('leaves it whole on postgresql, also with two at once', async () => {
    const schema = `test_${randomBytes(8).toString('hex')}`
    const owner = await openDatabase({ kind: 'postgresql', url: url ?? '' }, silentLog)
    await owner.runScript(`create schema ${schema}`)
    try {
      await killAndCheck({ kind: 'postgresql', url: url ?? '', schema }, 2)
    } finally {
      await owner.runScript(`drop schema ${schema} cascade`)
      await owner.close()
    }
  })
})

async function killAndCheck(place: DatabasePlace, writers: number): Promise<void> {
  const made = await openDatabase(place, silentLog)
  await migrate(made)
  await addUnit(await creditsWorld(made), { credits: 500 })
  await made.close()
  const said: string[] = []
  for (let kill = 0; kill < kills; kill++) {
    const all = Array.from({ length: writers }, (_, at) => writeUntilKilled(place, kill * 10_000, `writer${at}`))
    said.push(...(await Promise.all(all)).flat())
  }

  const db = await openDatabase(place, silentLog)
  try {
    const world = await openCreditsWorld(db)
    const acknowledged = said.filter((line) => line.startsWith('award ')).map((line) => line.split(' '))
    const back = said.filter((line) => line.startsWith('back ')).map((line) => line.split(' ')[2])
    expect(acknowledged.length).toBeGreaterThan(kills * 3)
    // The unfinished one of each writer is sent once more, as a browser does that got no answer: it is there once.
    expect((await world.credits.check()).broken).toEqual([])
    const [one] = (await world.credits.look(world.assessor, 'placement')).units
    const awards = one?.awards ?? []
    const byKey = new Map(awards.map((award) => [award.key, award]))
    expect(byKey.size).toBe(awards.length)
    for (const [, key = '', id] of acknowledged) expect(byKey.get(key)?.id, key).toBe(id)
    const standing = new Set(awards.filter(({ withdrawn }) => withdrawn === undefined).map(({ id }) => id))
    for (const id of back) expect(standing.has(id ?? '')).toBe(false)
    // No more than what a killed writer could not say any more.
    expect(awards.length - acknowledged.length).toBeLessThanOrEqual(kills * writers)
    const [, key = '', id] = acknowledged[1] ?? []
    const unit = one?.unit.id ?? ''
    expect(await world.credits.award(world.assessor, 'placement', { unit, credits: 0.1, key })).toBe(id)
    expect(one?.earned).toBe(standing.size)
  } finally {
    await db.close()
  }
}

/** @returns what it said, whole lines only. */
async function writeUntilKilled(place: DatabasePlace, first: number, writer: string): Promise<string[]> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'credits-child.ts'), JSON.stringify(place), String(first), writer],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const enough = 4 + Math.floor(Math.random() * 8)
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    // Somewhere within the next write, not right after one.
    if (said.split('\n').length > enough) setTimeout(() => child.kill('SIGKILL'), Math.random() * 20)
  })
  await new Promise((resolve) => child.once('close', resolve))
  return said.split('\n').slice(0, -1)
}
