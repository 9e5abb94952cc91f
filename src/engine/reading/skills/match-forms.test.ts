import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokenise } from '../../text/index.ts'
import { longestWindow } from './match-forms.ts'
import { toPassage } from './passage.ts'
import { createSkillSpace } from './skill-space.ts'
import type { SkillToRead } from './skill-to-read.ts'

const skill = (concept: string, ...labels: string[]): SkillToRead => ({
  concept,
  forms: labels.map((label, at) => ({ label, language: 'en', preferred: at === 0 })),
})
const skills = [
  skill('a', 'manage data', 'data management'),
  skill('b', 'design database schemes'),
  skill('c', 'test software', 'software testing tools'),
  skill('d', 'cloud'),
]
const space = createSkillSpace(skills)
const match = (text: string) => space.matcher.match(toPassage(text, tokenise(text), 'en', space), 0)

describe('words in common', () => {
  test('a form that stands there in any order and form is found whole, and where', () => {
    const [found] = match('you will be managing all the data')
    expect(found).toMatchObject({ skill: 0, coverage: 1, first: 3, last: 6 })
    expect(found!.cosine).toBeCloseTo(1)
    expect(found!.phrase).toBeGreaterThan(0)
  })

  test('a part of a form counts for that part', () => {
    const [found] = match('software')
    expect(found).toMatchObject({ skill: 2, first: 0, last: 0 })
    expect(found!.cosine).toBeGreaterThan(0.5)
    expect(found!.cosine).toBeLessThan(1)
  })

  test('what stands too far apart is not one stretch', () => {
    const [found] = match(`manage ${'one two three four five six seven eight '}data`)
    expect(found!.coverage).toBeCloseTo(1)
    expect(found!.cosine).toBeLessThan(1)
  })

  test('the best stretch is what trying every stretch gives', () => {
    const words = ['manage', 'data', 'design', 'database', 'schemes', 'test', 'software', 'tools', 'cloud', 'the', 'xyz']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 14 }), (chosen) => {
        const text = chosen.join(' ')
        const passage = toPassage(text, tokenise(text), 'en', space)
        for (const found of match(text)) expect(found.cosine).toBeCloseTo(bestOf(found.skill, passage), 5)
      }),
      { numRuns: 200 },
    )
  })

  test('a passage does not remember the one before', () => {
    const before = match('design database schemes')
    match('cloud software tools to manage data')
    expect(match('design database schemes')).toEqual(before)
  })
})

/** Every stretch against every form. */
function bestOf(skillNumber: number, passage: ReturnType<typeof toPassage>): number {
  const { index } = space
  let best = 0
  for (let form = 0; form < index.skillOf.length; form++) {
    if (index.skillOf[form] !== skillNumber) continue
    const keys = index.keys.slice(index.keysFrom[form], index.keysFrom[form + 1])
    for (let first = 0; first < passage.tokens.length; first++) {
      for (let last = first; last < passage.tokens.length && last - first < longestWindow; last++) {
        const inside = new Set([...passage.keys].filter((_, at) => passage.tokenOf[at]! >= first && passage.tokenOf[at]! <= last))
        const shared = [...keys].filter((key) => inside.has(key)).reduce((sum, key) => sum + index.weight[key]!, 0)
        const own = passage.before[last + 1]! - passage.before[first]!
        if (own > 0) best = Math.max(best, shared / Math.sqrt(own * index.norm[form]!))
      }
    }
  }
  return best
}
