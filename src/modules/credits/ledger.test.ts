/** The ledger under writers at once, in random order: whatever they do, what must always hold does. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import type { Database } from '../../platform/index.ts'
import { type LedgerEntry, linesOf, sealOf } from './ledger.ts'
import { addUnit, type CreditsWorld, confirmedWork, creditsWorld } from './world-for-tests.ts'

/** One thing that a writer tries; most are refused now and then, and that is the point. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('work' as const), unit: fc.nat(1), minutes: fc.integer({ min: 1, max: 900 }) }),
  fc.record({ kind: fc.constant('award' as const), unit: fc.nat(1), tenths: fc.integer({ min: 1, max: 20 }), key: fc.nat(9) }),
  fc.record({ kind: fc.constant('withdraw' as const), which: fc.nat(20) }),
  fc.record({ kind: fc.constant('sendBack' as const), which: fc.nat(20) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

interface Seen {
  /** By key, the ids that were answered: the same key is the same award. */
  readonly acknowledged: Map<string, Set<string>>
  readonly withdrawn: Set<string>
}

async function take(world: CreditsWorld, units: Awaited<ReturnType<typeof addUnit>>[], placement: string, one: Step, seen: Seen) {
  const { credits, assessor, supervisor } = world
  const unit = 'unit' in one ? units[one.unit] : units[0]
  if (!unit) return
  switch (one.kind) {
    case 'work':
      await confirmedWork(world, unit.outcome, { placement, minutes: one.minutes })
      return
    case 'award': {
      const key = `key-number-${one.key}`
      const id = await credits.award(assessor, placement, { unit: unit.unit, credits: one.tenths / 10, key })
      const before = seen.acknowledged.get(`${placement} ${key}`) ?? new Set()
      seen.acknowledged.set(`${placement} ${key}`, before.add(id))
      return
    }
    case 'withdraw': {
      const awards = (await credits.look(assessor, placement)).units.flatMap((all) => all.awards)
      const award = awards[one.which % Math.max(1, awards.length)]
      if (!award) return
      await credits.withdraw(assessor, award.id, 'Bij nader inzien niet')
      expect(seen.withdrawn.has(award.id)).toBe(false)
      seen.withdrawn.add(award.id)
      return
    }
    case 'sendBack': {
      const { activities } = await credits.look(supervisor, placement)
      const activity = activities[one.which % Math.max(1, activities.length)]
      if (activity) await credits.sendBack(supervisor, activity.id, 'Toch niet', activity.version)
    }
  }
}

/** What is refused is refused in words; anything else is a fault. */
function refusedOrThrow(error: unknown): void {
  if (error instanceof Error && ['Conflict', 'Invalid'].includes(error.name)) return
  throw error
}

describe.each(freshDatabases())('the ledger on $name', { timeout: 300_000 }, ({ name, open }) => {
  test('holds after random sequences of writers at once', async () => {
    const db: Database = await open()
    try {
      const world = await creditsWorld(db, ['other'])
      const units = [await addUnit(world, { code: 'B', credits: 3 }), await addUnit(world, { code: 'N', credits: 2 })]
      const seen: Seen = { acknowledged: new Map(), withdrawn: new Set() }
      // A little is given before: what follows happens to books that hold something.
      for (const [unit, { outcome }] of units.entries()) {
        await confirmedWork(world, outcome, { placement: 'placement' })
        await take(world, units, 'placement', { kind: 'award', unit, tenths: 1, key: 90 + unit }, seen)
      }
      // Each run goes on where the last one ended: the books only grow.
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 5 }),
          async (writers) => {
            await Promise.all(
              writers.map(async (steps, at) => {
                for (const one of steps)
                  await take(world, units, at % 2 === 0 ? 'placement' : 'other', one, seen).catch(refusedOrThrow)
              }),
            )
            expect((await world.credits.check()).broken).toEqual([])
          },
        ),
        { numRuns: name === 'postgresql' ? 12 : 4, endOnFailure: true },
      )
      // Nothing that was acknowledged is lost or double, and nothing was added that nobody heard of.
      expect([...seen.acknowledged.values()].filter((ids) => ids.size !== 1)).toEqual([])
      const kept: string[] = []
      const back: string[] = []
      for (const placement of ['placement', 'other']) {
        for (const { awards } of (await world.credits.look(world.assessor, placement)).units) {
          kept.push(...awards.map(({ id }) => id))
          back.push(...awards.filter(({ withdrawn }) => withdrawn).map(({ id }) => id))
        }
      }
      expect(kept.sort()).toEqual([...seen.acknowledged.values()].flatMap((ids) => [...ids]).sort())
      expect(back.sort()).toEqual([...seen.withdrawn].sort())
      expect(kept.length).toBeGreaterThan(name === 'postgresql' ? 3 : 1)
    } finally {
      await db.close()
    }
  })

  test('many assessors at once for the same unit: together they give no more than it has', async () => {
    const db = await open()
    try {
      const world = await creditsWorld(db)
      const { unit, outcome } = await addUnit(world, { credits: 3 })
      for (let at = 0; at < 3; at++) await confirmedWork(world, outcome)
      const answers = await Promise.allSettled(
        Array.from({ length: 8 }, (_, at) =>
          world.credits.award(world.assessor, 'placement', { unit, credits: 3, key: `at-once-${at}` }),
        ),
      )
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const same = await Promise.all(
        Array.from({ length: 6 }, () =>
          world.credits.award(world.assessor, 'placement', { unit, credits: 3, key: 'at-once-0' }).catch((e: Error) => e.name),
        ),
      )
      expect(new Set(same).size).toBe(1)
      expect((await world.credits.check()).broken).toEqual([])
    } finally {
      await db.close()
    }
  })

  test('the check names what was changed behind its back', async () => {
    const db = await open()
    try {
      const world = await creditsWorld(db)
      const { unit, outcome } = await addUnit(world, { credits: 3 })
      const work = await confirmedWork(world, outcome)
      const award = await world.credits.award(world.assessor, 'placement', { unit, credits: 2, key: 'first-one' })
      await world.credits.addFile(
        world.student,
        await world.credits.log(world.student, 'placement', {
          ...{ from: '2026-09-21', until: '2026-09-21', text: 'Werk met een bestand.', minutes: 60, outcomes: [] },
        }),
        { name: 'a.txt', contents: new TextEncoder().encode('tekst') },
      )
      const faults: readonly (readonly [string, string])[] = [
        ['numbers', 'update ledger_entry set number = 2; update ledger_line set number = 2'],
        ['lines', `update ledger_line set amount = 21 where side = 'earned'`],
        ['limits', `update ledger_line set amount = case side when 'earned' then 31 else -31 end`],
        ['seals', `update ledger_entry set at = at + interval '1 second'`],
        ['awards', 'update award set amount = 10'],
        ['awards', `insert into award_withdrawal values ('${award}', 'placement', null, now())`],
        ['ground', `update activity set text = 'Iets anders dan wat bevestigd is.' where id = '${work}'`],
        ['ground', 'delete from award_activity'],
        ['assessors', `update activity_step set account = 'assessor' where step = 'confirmed'`],
        ['assessors', `update award set assessor = 'student'`],
        ['files', `update evidence_piece set content = 'anders'`],
      ]
      for (const [invariant, sql] of faults) {
        const found = await withFault(world, sql)
        expect(found, sql).toContain(invariant)
      }
      expect((await world.credits.check()).broken).toEqual([])
    } finally {
      await db.close()
    }

    /** Makes a fault that triggers would refuse, looks, and takes it out again: all in one transaction. */
    async function withFault({ parts }: CreditsWorld, sql: string): Promise<string[]> {
      let found: string[] = []
      const undo = new Error('undo')
      await db
        .transaction(async (inside) => {
          const tables = ['ledger_entry', 'ledger_line', 'award', 'award_withdrawal', 'award_activity']
          await inside.runScript(
            [
              ...tables.map((table) => `alter table ${table} disable trigger user`),
              'alter table ledger_line drop constraint ledger_line_book_number_fkey',
              `select set_config('schakel.task', 'test', true)`,
              sql,
            ].join('; '),
          )
          const within: Database = { ...inside, transaction: (work) => work(inside) }
          const { checkCredits } = await import('./check.ts')
          found = (await checkCredits({ ...parts, db: within })).broken.map(({ invariant }) => invariant)
          throw undo
        })
        .catch((error: unknown) => {
          if (error !== undo) throw error
        })
      return found
    }
  })
})

test('a seal says what an entry says, and all before it', () => {
  const entry: Omit<LedgerEntry, 'seal'> = {
    book: 'b',
    number: 1,
    kind: 'award',
    award: 'a',
    unit: 'u',
    at: 1,
    lines: linesOf('award', 5),
  }
  const seal = sealOf(entry, '')
  expect(sealOf({ ...entry, lines: entry.lines.toReversed() }, '')).toBe(seal)
  for (const change of [{ number: 2 }, { unit: 'v' }, { at: 2 }, { lines: linesOf('award', 6) }, { kind: 'withdrawal' as const }])
    expect(sealOf({ ...entry, ...change }, '')).not.toBe(seal)
  expect(sealOf(entry, seal)).not.toBe(seal)
})

test('two lines always add up to nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom('award' as const, 'withdrawal' as const), fc.integer({ min: 1 }), (kind, amount) => {
      const lines = linesOf(kind, amount)
      expect(lines.reduce((sum, one) => sum + one.amount, 0)).toBe(0)
      expect(Math.sign(lines.find(({ account }) => account === 'earned')?.amount ?? 0)).toBe(kind === 'award' ? 1 : -1)
    }),
  )
})
