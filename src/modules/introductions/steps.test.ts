import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  askingSide,
  endStates,
  mayTake,
  proposers,
  type Side,
  type Standing,
  type StepName,
  states,
  steps,
  stepsOpenTo,
  take,
  waitsFor,
} from './steps.ts'

const stepNames = Object.keys(steps) as StepName[]
const sides: readonly Side[] = ['person', 'organisation']
const pending = fc.option(
  fc.record({ step: fc.constantFrom('agreeTraining' as const, 'hire' as const), by: fc.constantFrom(...sides) }),
  { nil: undefined },
)
const standing: fc.Arbitrary<Standing> = fc.record({
  state: fc.constantFrom(...states),
  proposedBy: fc.constantFrom(...proposers),
  pending,
})

/** Walks from a proposal by steps as `side:step`; gives the state, or the step that was refused. */
function walk(start: Standing, ...taken: readonly string[]): string {
  let now = start
  for (const one of taken) {
    const [by, step] = one.split(':') as [Side, StepName]
    const outcome = take(now, step, by)
    if (!outcome) return `refused ${one} in ${now.state}`
    now = { proposedBy: now.proposedBy, ...outcome }
  }
  return now.pending ? `${now.state}, ${now.pending.by} said ${now.pending.step}` : now.state
}

describe('the steps of an introduction', () => {
  const asked: Standing = { state: 'proposed', proposedBy: 'person' }
  const invited: Standing = { state: 'proposed', proposedBy: 'organisation' }
  const suggested: Standing = { state: 'suggested', proposedBy: 'adviser' }

  test('lead from a question to a job, where both sides say so', () => {
    expect(walk(asked, 'organisation:accept', 'person:talk', 'organisation:hire')).toBe('talking, organisation said hire')
    expect(walk(asked, 'organisation:accept', 'person:talk', 'organisation:hire', 'person:hire', 'person:start')).toBe('started')
    expect(walk(asked, 'organisation:accept', 'organisation:agreeTraining', 'person:agreeTraining')).toBe('trainingAgreed')
  })

  test('nobody says yes to their own question, or twice', () => {
    expect(walk(asked, 'person:accept')).toBe('refused person:accept in proposed')
    expect(walk(invited, 'organisation:accept')).toBe('refused organisation:accept in proposed')
    expect(walk(asked, 'organisation:accept', 'organisation:hire', 'organisation:hire')).toBe(
      'refused organisation:hire in accepted',
    )
  })

  test('an organisation never sees or answers what is only suggested', () => {
    expect(stepsOpenTo(suggested, 'organisation')).toEqual([])
    expect(walk(suggested, 'person:takeUp', 'organisation:accept')).toBe('accepted')
    expect(walk(suggested, 'person:refuse')).toBe('declined')
  })

  test('a person may stop at any time until the work began; an organisation ends with a reason only', () => {
    for (const state of ['accepted', 'talking', 'trainingAgreed', 'hired'] as const) {
      expect(mayTake({ state, proposedBy: 'person' }, 'stop', 'person')).toBe(true)
      expect(mayTake({ state, proposedBy: 'person' }, 'stop', 'organisation')).toBe(false)
    }
  })

  test('a changed mind about one step does not complete another', () => {
    expect(walk(asked, 'organisation:accept', 'organisation:agreeTraining', 'person:hire')).toBe('accepted, person said hire')
  })

  test('nothing leads on from an end, and only time expires', () => {
    fc.assert(
      fc.property(standing, fc.constantFrom(...stepNames), fc.constantFrom(...sides), (now, step, by) => {
        if (endStates.includes(now.state)) expect(take(now, step, by)).toBeUndefined()
        if (step === 'expire') expect(take(now, step, by)).toBeUndefined()
        expect(take(now, step, by) !== undefined).toBe(stepsOpenTo(now, by).includes(step))
      }),
    )
  })

  test('every state but the first two can be reached, and every open one can be left by the person', () => {
    const reached = new Set(Object.values(steps).map(({ to }) => to as string))
    expect(states.filter((state) => !reached.has(state))).toEqual(['suggested'])
    for (const state of states.filter((one) => !endStates.includes(one) && one !== 'hired')) {
      for (const proposedBy of proposers) {
        const ends = stepsOpenTo({ state, proposedBy }, 'person').filter((step) => endStates.includes(steps[step].to))
        expect(ends, `${state} by ${proposedBy}`).not.toEqual([])
      }
    }
  })

  test('who is waited for is the other side than who asked', () => {
    for (const proposedBy of proposers) {
      expect(waitsFor({ state: 'proposed', proposedBy })).not.toBe(askingSide(proposedBy))
      expect(waitsFor({ state: 'suggested', proposedBy })).toBe('person')
    }
    expect(waitsFor({ state: 'talking', proposedBy: 'person', pending: { step: 'hire', by: 'organisation' } })).toBe('person')
  })
})
