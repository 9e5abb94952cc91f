import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import type { Actor } from '../permissions/index.ts'
import { addUnit, confirmedWork, creditsWorld } from './world-for-tests.ts'

describe.each(freshDatabases())('hours of assessors on $name', { timeout: 120_000 }, ({ open }) => {
  test('are taken with each award, and who has none left gives none; who has no budget is not held back', async () => {
    const db = await open()
    onTestFinished(() => db.close())
    const world = await creditsWorld(db)
    const { credits, seniorHours, assessor, clock, asTask } = world
    await asTask(async (inside) => {
      for (const [account, organisation, roles] of [
        ['assessor', 'school', '{assessor}'],
        ['both', 'school', '{assessor}'],
      ])
        await inside.query('insert into member values ($1, $2, $3, now())', [organisation, account, roles])
    })
    const owner: Actor = {
      ...{ kind: 'account', account: 'coach', session: 's', administrator: false },
      memberships: [{ organisation: 'school', kind: 'school', roles: ['owner'] }],
    }
    const { unit, outcome } = await addUnit(world)
    let key = 0
    const award = async (day: string) => {
      await confirmedWork(world, outcome, { day })
      return credits.award(assessor, 'placement', { unit, credits: 0.5, key: `award-key-${++key}` })
    }
    const left = (day: string) => asTask((inside) => seniorHours.leftOf(inside, 'assessor', day))
    const first = await award('2026-09-14')
    expect(await asTask((inside) => seniorHours.drawnFor(inside, first))).toMatchObject([
      { account: 'assessor', purpose: 'assessment', fromWeek: '2026-09-28', minutesPerWeek: 60, hasBudget: false },
    ])
    const week = { from: '2026-09-28', until: '2026-10-11' }
    await seniorHours.setBudget(owner, 'school', { person: 'assessor', role: 'assessor', ...week, hoursPerWeek: 2 })
    expect(await left('2026-09-28')).toBe(1)
    await award('2026-09-15')
    expect(await left('2026-09-28')).toBe(0)
    await expect(award('2026-09-16')).rejects.toMatchObject({
      ...{ name: 'Conflict', reason: 'assessorFull' },
      guide: { name: 'Name of assessor', week: '2026-09-28', room: [], unknown: ['Name of both'] },
    })
    // Nothing of it stays: no award, no hours.
    expect(await asTask((inside) => credits.awardsOf(inside, 'placement'))).toHaveLength(2)
    // The same once more is no second award, and takes no second hour.
    await credits.award(assessor, 'placement', { unit, credits: 0.5, key: 'award-key-2' })
    clock.now += 7 * 86_400_000
    await credits.award(assessor, 'placement', { unit, credits: 0.5, key: 'award-key-later' })
    expect([await left('2026-09-28'), await left('2026-10-05')]).toEqual([0, 1])
  })
})
