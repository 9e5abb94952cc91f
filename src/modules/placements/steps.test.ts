import { describe, expect, test } from 'vitest'
import { mayTake, type StepName, sides, states, steps, stepsOpenTo, take } from './steps.ts'

describe('the states of a placement', () => {
  test('every step leads where it says, for who may take it, and nowhere else', () => {
    for (const state of states)
      for (const step of Object.keys(steps) as StepName[])
        for (const by of [...sides, 'clock'] as const) {
          const rule: { readonly from: readonly string[]; readonly to: string; readonly by: readonly string[] } = steps[step]
          const isOpen = rule.from.includes(state) && rule.by.includes(by)
          expect(take(state, step, by)).toBe(isOpen ? rule.to : undefined)
          expect(mayTake(state, step, by)).toBe(isOpen)
        }
  })

  test('an end leads nowhere, every other state does, and each is reached from a draft', () => {
    const reached = new Set<string>(['draft'])
    for (const _ of states)
      for (const rule of Object.values(steps)) if (rule.from.some((one) => reached.has(one))) reached.add(rule.to)
    expect([...reached].toSorted()).toEqual([...states].toSorted())
    for (const side of sides) expect(stepsOpenTo('ended', side)).toEqual([])
    for (const state of ['draft', 'signing', 'active', 'interrupted'] as const)
      expect(stepsOpenTo(state, 'school').length).toBeGreaterThan(0)
  })

  test('nobody but the clock says that time is over, and the guide does not stop it', () => {
    for (const side of sides) {
      expect(mayTake('signing', 'expire', side)).toBe(false)
      expect(mayTake('active', 'finish', side)).toBe(false)
    }
    expect(mayTake('active', 'end', 'supporter')).toBe(false)
  })
})
