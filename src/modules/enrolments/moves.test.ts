import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  endStates,
  type MoveName,
  mayMove,
  move,
  moves,
  movesOpenTo,
  nextStep,
  type Standing,
  type StepState,
  states,
} from './moves.ts'

const standing = fc.record<Standing>({
  state: fc.constantFrom(...states),
  isQuiet: fc.boolean(),
  steps: fc.array(fc.constantFrom<StepState>('open', 'passed', 'notPassed'), { maxLength: 4 }),
  hasRoom: fc.boolean(),
  hasBegun: fc.boolean(),
  isOver: fc.boolean(),
})
const names = Object.keys(moves) as MoveName[]
const who = fc.constantFrom('person', 'educator', 'clock' as const)

test('every move leads to a state of the list, and nothing leads out of an end', () => {
  for (const name of names) {
    const { from, to } = moves[name]
    expect(states).toContain(to)
    expect(from.filter((state) => endStates.includes(state))).toEqual([])
  }
})

test('every state but the first is reached, and every open one is left by its person', () => {
  const reached = names.map((name) => moves[name].to)
  expect(states.filter((state) => state !== 'applied' && !reached.includes(state))).toEqual([])
  fc.assert(
    fc.property(standing, (at) => {
      const ways = movesOpenTo(at, 'person')
      expect(ways.includes('withdraw') || ways.includes('stop')).toBe(!endStates.includes(at.state))
    }),
  )
})

test('nobody is admitted or waits without all steps passed, and never into a full start', () => {
  fc.assert(
    fc.property(standing, fc.constantFrom(...names), who, (at, name, by) => {
      const to = move(at, name, by)
      if (to === undefined) return
      if (name === 'admit' || name === 'queue') expect(at.steps.every((step) => step === 'passed')).toBe(true)
      if (to === 'admitted') expect(at.hasRoom && !at.isOver).toBe(true)
      if (name === 'offer') expect(at.isQuiet).toBe(false)
      if (to === 'enrolled') expect(at.state).toBe('admitted')
      // A no is a decision of a person at the educator; only the person takes or withdraws.
      if (to === 'declined' || to === 'completed') expect(by).toBe('educator')
      if (name === 'take' || name === 'withdraw') expect(by).toBe('person')
    }),
    { numRuns: 5000 },
  )
})

test('a place or the waiting list: of the two an educator always has exactly one, once all is passed', () => {
  fc.assert(
    fc.property(standing, (given) => {
      const at = { ...given, isOver: false, steps: given.steps.map(() => 'passed' as const) }
      const can = ['admit', 'queue'].filter((name) => mayMove(at, name as MoveName, 'educator'))
      expect(can).toHaveLength(at.state === 'applied' || at.state === 'admitting' ? 1 : 0)
    }),
  )
})

test('whatever sides and time try, in any order: a walk only ever follows the table and stays at its end', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...names), who, standing), { maxLength: 30 }), (tries) => {
      let state: Standing['state'] = 'applied'
      for (const [name, by, around] of tries) {
        const to = move({ ...around, state }, name, by)
        if (to === undefined) continue
        expect(moves[name].from as readonly string[]).toContain(state)
        expect(endStates).not.toContain(state)
        state = to
      }
    }),
  )
})

test('steps go in order', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<StepState>('open', 'passed', 'notPassed')), (steps) => {
      const at = nextStep(steps)
      if (at === undefined) expect(steps.every((step) => step === 'passed')).toBe(true)
      else expect([steps.slice(0, at).every((step) => step === 'passed'), steps[at] === 'passed']).toEqual([true, false])
    }),
  )
})
