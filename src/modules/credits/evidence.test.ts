/** Files beside work: they come back byte by byte, also out of a backup, and an account that goes takes them along. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { actAs, backup, openDatabase, restore, systemClock } from '../../platform/index.ts'
import { evidenceLimits } from './check-file.ts'
import { addUnit, type CreditsWorld, confirmedWork, creditsWorld, openCreditsWorld } from './world-for-tests.ts'

/** A picture is not looked into: only its first bytes say what it is. */
const png = (bytes: number): Uint8Array =>
  Buffer.concat([
    Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
    randomBytes(bytes),
  ])
const work = { from: '2026-09-21', until: '2026-09-21', text: 'Foto van de serverruimte.', minutes: 60, outcomes: [] }

async function withFile({ credits, student }: CreditsWorld, contents: Uint8Array): Promise<string> {
  const id = await credits.log(student, 'placement', work)
  await credits.addFile(student, id, { name: 'foto.png', contents })
  return (await credits.lookAtActivity(student, 'placement', id)).activity.files[0]?.id ?? ''
}

test.each(freshDatabases())('a large file comes back as it was, on $name', { timeout: 120_000 }, async ({ open }) => {
  const db = await open()
  try {
    const world = await creditsWorld(db)
    // Not a whole number of pieces.
    const contents = png(3_000_001)
    const file = await withFile(world, contents)
    const { credits, student, supervisor, assessor, stranger } = world
    for (const actor of [student, supervisor, assessor])
      expect(Buffer.compare((await credits.file(actor, file)).contents, contents)).toBe(0)
    await expect(credits.file(stranger, file)).rejects.toMatchObject({ name: 'NotFound' })
  } finally {
    await db.close()
  }
})

test.each(freshDatabases())('no more than so much for one placement, on $name', { timeout: 120_000 }, async ({ open }) => {
  const db = await open()
  try {
    const world = await creditsWorld(db)
    const file = await withFile(world, png(10))
    // As if nearly all of it were there.
    await world.asTask((inside) =>
      inside.query('update evidence set bytes = $1 where id = $2', [evidenceLimits.placementBytes - 50, file]),
    )
    await expect(withFile(world, png(10))).rejects.toMatchObject({ name: 'Conflict', reason: 'usedUp' })
  } finally {
    await db.close()
  }
})

test('a backup holds them', { timeout: 240_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'schakel-evidence-'))
  const db = await (freshDatabases()[0] ?? expect.fail()).open()
  const other = await openDatabase({ kind: 'pglite' }, silentLog)
  try {
    const world = await creditsWorld(db)
    const { unit, outcome } = await addUnit(world)
    await confirmedWork(world, outcome)
    await world.credits.award(world.assessor, 'placement', { unit, credits: 1, key: 'of-a-backup' })
    const contents = png(100_000)
    const file = await withFile(world, contents)
    await backup(db, join(folder, 'backup'), { clock: systemClock })
    await restore(other, join(folder, 'backup'), { replace: true })
    const restored = await openCreditsWorld(other)
    expect(Buffer.compare((await restored.credits.file(restored.student, file)).contents, contents)).toBe(0)
    expect(await restored.credits.check()).toMatchObject({ broken: [], entries: 1, files: 1 })
    // What refused to be changed before refuses it afterwards.
    await expect(actAs(other, { task: 'test' }, (inside) => inside.query('delete from ledger_line'))).rejects.toThrow(
      'counter-entry',
    )
  } finally {
    await other.close()
    await db.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

test.each(freshDatabases())(
  'an account that goes leaves the ledger, and nothing of the person, on $name',
  { timeout: 120_000 },
  async ({ open }) => {
    const db = await open()
    try {
      const world = await creditsWorld(db)
      const { credits, assessor, asTask } = world
      const { unit, outcome } = await addUnit(world)
      await confirmedWork(world, outcome)
      await withFile(world, png(100_000))
      const award = await credits.award(assessor, 'placement', { unit, credits: 1, key: 'of-a-person', note: 'Mooi werk' })
      await asTask((inside) => inside.query(`delete from account where id in ('student', 'assessor')`))
      // As the record does with a placement: it stays without the person.
      Object.assign(world.placement, { person: undefined })
      const left = await asTask((inside) =>
        inside.query(
          `select (select count(*) from activity) + (select count(*) from evidence_piece) + (select count(*) from award_activity)
           + (select count(*) from award_note) + (select count(*) from credit_book where person is not null)
           + (select count(*) from award where assessor is not null) as personal,
           (select sum(amount) from ledger_line where side = 'earned')::int as earned`,
        ),
      )
      expect(left).toEqual([{ personal: 0, earned: 10 }])
      expect(await credits.check()).toMatchObject({ broken: [], entries: 1 })
      const second = { ...assessor, account: 'coach' }
      await credits.withdraw(second, award, 'Het was toch niet goed')
      expect(await credits.check()).toMatchObject({ broken: [], entries: 2 })
    } finally {
      await db.close()
    }
  },
)
