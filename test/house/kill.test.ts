/** `kill -9` while profiles are saved, and during an import: nothing acknowledged is lost, and the next start is not blocked. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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

const postings = 1200

describe('a process that is killed during an import', () => {
  test('keeps what it said was safe on pglite, and the import can be done again', async () => {
    await killImportAndLook({ kind: 'pglite', folder: join(folder, 'database') })
  })

  test.skipIf(!url)('keeps what it said was safe on postgresql, and the import can be done again', async () => {
    const schema = `test_${randomBytes(8).toString('hex')}`
    const owner = await openDatabase({ kind: 'postgresql', url: url ?? '' }, silentLog)
    await owner.runScript(`create schema ${schema}`)
    await killImportAndLook({ kind: 'postgresql', url: url ?? '', schema })
    await owner.runScript(`drop schema ${schema} cascade`)
    await owner.close()
  })
})

async function killImportAndLook(place: DatabasePlace): Promise<void> {
  const file = join(folder, 'postings.ndjson')
  writeFileSync(file, Array.from({ length: postings }, (_, index) => `${JSON.stringify(posting(index))}\n`).join(''))
  const safe = await importUntil(place, file, (said) => Number(said.at(-1)) >= 300)
  expect(safe).toBeGreaterThanOrEqual(300)
  expect(safe).toBeLessThan(postings)

  const db = await openDatabase(place, silentLog)
  const published = async (): Promise<number> => {
    const [row] = await db.query<{ count: number }>("select count(*) as count from vacancy where state = 'published'")
    return Number(row?.count)
  }
  expect(await published()).toBeGreaterThanOrEqual(safe)
  await db.close()

  // On PostgreSQL another process might still be at it: a run counts as dead once it was silent for a while.
  await importUntil(place, file, () => false, 60)
  const again = await openDatabase(place, silentLog)
  const [row] = await again.query<{ published: number; running: number }>(
    `select (select count(*) from vacancy where state = 'published') as published,
       (select count(*) from import_run where status = 'running') as running`,
  )
  expect([Number(row?.published), Number(row?.running)]).toEqual([postings, 0])
  await again.close()
}

function posting(index: number): unknown {
  return {
    '@context': 'https://schema.org/',
    '@type': 'JobPosting',
    identifier: `posting ${index}`,
    title: `Systeembeheerder ${index}`,
    hiringOrganization: { '@type': 'Organization', name: `Voorbeeldbedrijf ${index} (demo)` },
    description: `Je beheert Linux en netwerken voor klant ${index}.`,
    datePosted: '2026-11-01',
  }
}

/** Runs an import until it ends or `enough` of what it said; then it is killed. @returns the last number it said to be safe. */
async function importUntil(
  place: DatabasePlace,
  file: string,
  enough: (said: readonly string[]) => boolean,
  minutesAhead = 0,
): Promise<number> {
  const program = join(import.meta.dirname, 'import-vacancies-child.ts')
  const child = spawn(process.execPath, [program, folder, JSON.stringify(place), file, String(minutesAhead)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said: readonly string[] = []
  let text = ''
  child.stdout?.setEncoding('utf8').on('data', (more: string) => {
    text += more
    said = text.split('\n').slice(0, -1)
    if (enough(said)) child.kill('SIGKILL')
  })
  await new Promise((resolve) => child.once('close', resolve))
  return Math.max(0, ...said.map(Number).filter((number) => !Number.isNaN(number)))
}
