/** What the engine is compared with answers the same question, and a difference is seen. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { peersOf } from '../../benchmarks/peers/all.ts'
import { compare, differenceIn, foundOf, type Outcome, peopleToAsk } from '../../benchmarks/peers/measure.ts'
import { pageWith, type Run, tableText } from '../../benchmarks/peers/report.ts'
import { type Exchange, exchange } from '../../benchmarks/peers/rows.ts'
import { openWorld, type RowWorld, wholeWorld } from '../../benchmarks/worlds/index.ts'
import { createEngine, type IndexedEngine } from '../../src/engine/planning/index.ts'

const world = openWorld('realistic', '3000') as RowWorld
const peers = peersOf(world)

describe('on a small world', () => {
  const folder = mkdtempSync(join(tmpdir(), 'schakel-peers-'))
  let from: Exchange
  let engine: IndexedEngine

  beforeAll(() => {
    chmodSync(folder, 0o755)
    const whole = wholeWorld(world)
    engine = createEngine(whole)
    from = exchange(world, whole.vacancies, folder)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.for(peers)(
    '$name gives the answers of the engine, or says why it is not asked',
    { timeout: 180_000 },
    async (peer, { skip }) => {
      const why = await peer.missing()
      skip(why !== undefined, why)
      const asked = peopleToAsk(world, 6, engine, from.questionOf)
      expect(asked).toHaveLength(6)
      const outcome = await compare(peer, from.rows, { engine, others: [] }, asked, { rounds: 1, budgetMs: 1000 })
      expect(outcome).toMatchObject({ is: 'measured', took: { length: 6 } })
    },
  )

  test('a peer that answers something else is not measured', async () => {
    const asked = peopleToAsk(world, 2, engine, from.questionOf)
    const wrong = foundOf(engine.matches(asked[0]?.question.person as never, { limit: 20 }).matches).toReversed()
    const peer = {
      ...{ name: 'wrong', given: 'nothing', missing: async () => undefined },
      open: async () => ({
        ...{ version: '1', bytes: 0, cpuMs: () => 0, close: async () => {} },
        prepare: () => async () => ({ best: wrong }),
      }),
    }
    const outcome = await compare(peer, from.rows, { engine, others: [] }, asked, { rounds: 1, budgetMs: 1000 })
    expect(outcome).toMatchObject({ is: 'differs', answers: 2 })
    expect(tableText(runOf(outcome))).toContain('no time taken, since 2 answers are not the same')
  })
})

test('fits are the same as quotients, in whatever terms', () => {
  const expected = [{ vacancy: 3, of: 1, outOf: 2 }]
  expect(differenceIn([{ vacancy: 3, of: 600, outOf: 1200 }], expected)).toBeUndefined()
  expect(differenceIn([{ vacancy: 3, of: 601, outOf: 1200 }], expected)).toContain('601/1200')
  expect(differenceIn([{ vacancy: 4, of: 1, outOf: 2 }], expected)).toContain('4 (1/2) instead of 3 (1/2)')
  expect(differenceIn([], expected)).toContain('0 vacancies instead of 1')
})

test('a run takes the place of an earlier one on its page, and leaves the rest', () => {
  const peer = peers[0] as (typeof peers)[number]
  const took = [{ ms: 8, cpuMs: 9 }]
  const run = runOf({ is: 'measured', peer, version: 'C 1', loadMs: 10, bytes: 2e6, engine: [{ ms: 2, cpuMs: 3 }], took })
  const table = tableText(run)
  expect(table).toContain('| 4.0 |')
  const once = pageWith('# Peers\n\nWords.\n', run, table)
  const twice = pageWith(`${once}\nMore words.\n`, run, table.replaceAll('8.00', '7.00'))
  expect(twice.match(/### realistic, tiny/g)).toHaveLength(1)
  expect(twice).toContain('7.00')
  expect(twice).not.toContain('| 8.00 |')
  expect(twice).toMatch(/^# Peers\n\nWords\./)
  expect(twice).toMatch(/More words\.\n$/)
})

function runOf(outcome: Outcome): Run {
  return {
    ...{
      world: 'realistic',
      size: 'tiny',
      command: 'npm run bench peers',
      people: 1,
      vacancies: 10,
      requirements: 30,
      buildMs: 5,
    },
    outcomes: [outcome],
  }
}
