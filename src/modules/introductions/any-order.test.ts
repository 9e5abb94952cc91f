/** Whatever both sides and time do, in whatever order: the record only ever holds what the machine of `steps.ts` allows. */
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { actAs } from '../../platform/index.ts'
import { type State, type StepName, states, steps } from './steps.ts'
import { testWorld } from './world-for-tests.ts'

const doings = [
  ...['accept', 'withdraw', 'decline', 'agreeTraining', 'hire', 'start', 'message', 'release', 'takeBack'],
  ...['a week later', 'a day later'],
] as const
type Doing = (typeof doings)[number]
const dayMs = 86_400_000

describe.each(freshDatabases())('steps in any order on $name', ({ open }) => {
  test('lead only where the table of steps leads, and what is refused changes nothing', { timeout: 120_000 }, async () => {
    const db = await open()
    onTestFinished(() => db.close())
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(fc.tuple(fc.constantFrom<Doing>(...(doings as readonly Doing[])), fc.boolean()), {
          minLength: 1,
          maxLength: 12,
        }),
        async (isAsked, sequence) => {
          // The world anew, in the same record: opening one takes longer than all steps.
          await actAs(db, { task: 'test' }, async (inside) => {
            for (const table of ['vacancy_pause', 'organisation', 'account']) await inside.query(`delete from ${table}`)
          })
          const { introductions, ada, veenrand, day, one } = await testWorld(db)
          let date = '2026-11-30'
          const id = isAsked
            ? await introductions.propose(veenrand, { vacancy: 'support', handle: '4127' })
            : await introductions.propose(ada, { vacancy: 'support' })
          for (const [doing, byPerson] of sequence) {
            const before = (await one(id)).state
            const who = byPerson ? ada : veenrand
            const done = await (async () => {
              switch (doing) {
                case 'accept':
                case 'withdraw':
                case 'start':
                  return introductions[doing](who, id)
                case 'decline':
                  return introductions.decline(who, id, { reason: byPerson ? 'tooFar' : 'someoneElse' })
                case 'agreeTraining':
                case 'hire':
                  return introductions.agree(who, id, doing)
                case 'message':
                  return introductions.sendMessage(who, id, 'Hallo')
                case 'release':
                  return introductions.release(who, id, ['name'])
                case 'takeBack':
                  return introductions.takeBack(who, id)
                default: {
                  const days = doing === 'a day later' ? 1 : 7
                  date = new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
                  day(date)
                  return void (await introductions.tick())
                }
              }
            })().then(
              () => true,
              (error: Error) => {
                expect(['Conflict', 'Forbidden', 'NotFound']).toContain(error.name)
                return false
              },
            )
            const after = await one(id)
            if (!done) expect(after.state).toBe(before)
            expect((after as unknown as { ended_at: unknown }).ended_at === null).toBe(
              !['started', 'declined', 'withdrawn', 'expired'].includes(after.state),
            )
          }
          const walked = await actAs(db, { task: 'test' }, (inside) =>
            inside.query<{ step: string; by_side: string; state: State }>(
              'select step, by_side, state from introduction_step order by number',
            ),
          )
          let state: State = 'proposed'
          for (const { step, by_side: by, state: to } of walked.slice(1)) {
            const isYes = step.startsWith('yes:')
            const rule = steps[(isYes ? step.slice('yes:'.length) : step) as StepName]
            expect(states).toContain(to)
            expect(rule.from as readonly State[]).toContain(state)
            expect(to).toBe(isYes ? state : rule.to)
            if (rule.by === 'person' || rule.by === 'organisation' || rule.by === 'clock') expect(by).toBe(rule.by)
            state = to
          }
          expect((await one(id)).state).toBe(state)
        },
      ),
      { numRuns: 25, seed: 20_261_130 },
    )
  })
})
