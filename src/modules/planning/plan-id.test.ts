import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Invalid } from '../../platform/index.ts'
import { parsePlanId, planId } from './plan-id.ts'

const kinds = ['direct', 'trainThenHire', 'hireThenTrain', 'dual'] as const

test('a plan is found again by its id, whatever its parts hold', () => {
  const part = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
  fc.assert(
    fc.property(fc.constantFrom(...kinds), part, fc.uniqueArray(part, { maxLength: 3 }), (kind, vacancy, path) => {
      expect(parsePlanId(planId({ kind, vacancy, path }))).toEqual({ kind, vacancy, path: [...path].sort() })
    }),
  )
})

test('the order of a path does not change its id', () => {
  const plan = { kind: 'trainThenHire', vacancy: 'V1' } as const
  expect(planId({ ...plan, path: ['T2', 'T1'] })).toBe(planId({ ...plan, path: ['T1', 'T2'] }))
})

test.each(['', 'x~V1', 't~', '%'])('"%s" is refused, with what to do', (id) => {
  expect(() => parsePlanId(id)).toThrow(Invalid)
})
