/** Several at once, and anything in any order: what is signed is signed once, and the state is what the steps say. */
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { nextDay } from '../../platform/index.ts'
import type { AccountActor } from '../permissions/index.ts'
import { type State, type StepName, steps } from './steps.ts'
import { type TestWorld, testWorld } from './world-for-tests.ts'

const worlds = (open: () => Promise<Parameters<typeof testWorld>[0]>) => async (): Promise<TestWorld> => {
  const db = await open()
  onTestFinished(() => db.close())
  return testWorld(db)
}

const own = freshDatabases().filter(({ name }) => name === 'postgresql')
describe.skipIf(own.length === 0).each(own)('signing at once on $name', { timeout: 120_000 }, ({ open }) => {
  test('all four at the same moment, each twice: four signatures, it holds, and everybody hears it once', async () => {
    const { placements, coach, ada, recruiter, region, draft, told, rows } = await worlds(open)()
    const id = await draft()
    await placements.offer(coach, id)
    const [agreement] = (await placements.get(ada, id)).agreements
    const signing = { agreement: agreement?.id ?? '', hash: agreement?.hash ?? '' }
    told.length = 0
    const done = await Promise.allSettled(
      [ada, coach, recruiter, region, ada, coach, recruiter, region].map((one) => placements.sign(one, id, signing)),
    )
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
    expect(await rows('select role from placement_signature order by role')).toHaveLength(4)
    expect((await placements.get(ada, id)).placement.state).toBe('active')
    expect(await rows(`select step from placement_step where step = 'complete'`)).toHaveLength(1)
    expect(told).toHaveLength(4)
  })

  test('the last signature and taking it back: one of them is first', async () => {
    const { placements, coach, ada, recruiter, region, draft, signAs, rows } = await worlds(open)()
    for (let turn = 0; turn < 4; turn++) {
      const id = await draft()
      await placements.offer(coach, id)
      await signAs(id, ada, coach, recruiter)
      const [agreement] = (await placements.get(region, id)).agreements
      const done = await Promise.allSettled([
        placements.sign(region, id, { agreement: agreement?.id ?? '', hash: agreement?.hash ?? '' }),
        placements.withdraw(recruiter, id),
      ])
      expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const { placement } = await placements.get(ada, id)
      expect(placement.state).toBe(done[0]?.status === 'fulfilled' ? 'active' : 'ended')
      await rows('delete from placement where id = $1', [id])
    }
  })

  test('two processes that look at the same moment remind once', async () => {
    const { placements, coach, draft, told, day } = await worlds(open)()
    await placements.offer(coach, await draft())
    told.length = 0
    day('2026-12-07')
    await Promise.all([placements.tick(), placements.tick(), placements.tick()])
    expect(told.toSorted()).toEqual(['reminder to ada', 'reminder to coach', 'reminder to recruiter', 'reminder to region'])
  })
})

const doings = ['offer', 'sign', 'withdraw', 'addendum', 'interrupt', 'resume', 'end', 'a day', 'a month'] as const

describe.each(freshDatabases())('anything in any order on $name', ({ open }) => {
  test('leads only where the steps lead, and what is refused changes nothing', { timeout: 240_000 }, async () => {
    const { placements, ada, coach, recruiter, region, draft, day, rows } = await worlds(open)()
    const who: Readonly<Record<string, AccountActor>> = { ada, coach, recruiter, region }
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.constantFrom(...doings, 'sign' as const, 'sign' as const),
            fc.constantFrom('ada', 'coach', 'recruiter', 'region'),
          ),
          {
            minLength: 4,
            maxLength: 14,
          },
        ),
        async (sequence) => {
          let today = '2026-11-30'
          day(today)
          const id = await draft({ from: '2026-12-07', until: '2027-03-01' })
          const look = async () => (await placements.get(coach, id)).placement.state
          for (const [doing, name] of sequence) {
            const actor = who[name] ?? ada
            const before = await look()
            const done = await perform(doing, actor).then(
              () => true,
              (error: Error) => {
                expect(['Conflict', 'Forbidden', 'Invalid']).toContain(error.name)
                return false
              },
            )
            if (!done) expect(await look()).toBe(before)
          }
          const walked = await rows<{ step: string; side: string; state: State }>(
            'select step, side, state from placement_step where placement = $1 order by number',
            [id],
          )
          let state: State = 'draft'
          for (const { step, side, state: to } of walked) {
            const rule: { readonly from: readonly State[]; readonly to: State; readonly by: readonly string[] } | undefined =
              steps[step as StepName]
            if (rule) {
              expect(rule.from).toContain(state)
              expect(rule.by).toContain(side)
            }
            expect(to).toBe(rule ? rule.to : state)
            state = to
          }
          expect(await look()).toBe(state)
          await rows('delete from placement where id = $1', [id])

          async function perform(doing: (typeof doings)[number], actor: AccountActor): Promise<void> {
            const open = (await placements.get(coach, id)).agreements.at(-1)
            switch (doing) {
              case 'offer':
                return placements.offer(actor, id)
              case 'sign':
                return placements.sign(actor, id, { agreement: open?.id ?? '', hash: open?.hash ?? '' })
              case 'withdraw':
                return placements.withdraw(actor, id)
              case 'addendum':
                return placements.addAddendum(actor, id, { until: '2027-04-01' })
              case 'interrupt':
                return placements.interrupt(actor, id, { from: today, until: nextDay(today, 9), reason: 'leave' })
              case 'resume':
                return placements.resume(actor, id)
              case 'end':
                return placements.end(actor, id, { reason: 'other' })
              default: {
                today = nextDay(today, doing === 'a day' ? 1 : 30)
                day(today)
                await placements.tick()
              }
            }
          }
        },
      ),
      { numRuns: 20, seed: 20_261_130 },
    )
  })
})
