import { expect, test } from 'vitest'
import { withPhrases } from './phrases.ts'
import type { SkillToRead } from './skill-to-read.ts'

const skills: SkillToRead[] = ['service', 'data'].map((concept) => ({
  concept,
  forms: [{ label: concept, language: 'en', preferred: true }],
}))

test('a phrase is written out in every way it stands for, and is no name', () => {
  const [service, data] = withPhrases(skills, { service: ['klanten|gasten te_woord', 'helpen'], elsewhere: ['niets'] })
  expect(service!.forms.map(({ label }) => label)).toEqual(['service', 'klanten te woord', 'gasten te woord', 'helpen'])
  expect(service!.forms.map(({ isPhrase }) => isPhrase ?? false)).toEqual([false, true, true, true])
  expect(data).toBe(skills[1])
})

test('a phrase that stands for hundreds is refused', () => {
  const many = Array.from({ length: 3 }, () => 'a|b|c|d|e|f|g').join(' ')
  expect(() => withPhrases(skills, { data: [many] })).toThrow(RangeError)
})
