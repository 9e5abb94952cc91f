import { describe, expect, test } from 'vitest'
import { countStems, createCompoundSplitter } from './compounds.ts'
import type { SkillToRead } from './skill-to-read.ts'

const skill = (...labels: string[]): SkillToRead => ({
  concept: labels[0]!,
  forms: labels.map((label) => ({ label, language: 'nl', preferred: false })),
})
const split = createCompoundSplitter(
  countStems([
    skill('netwerken', 'netwerk', 'netwerken beheren', 'netwerkbeheer'),
    skill('servers beheren', 'server', 'beheer'),
    skill('informatie', 'informatie verzamelen', 'informatiebeveiliging', 'beveiliging', 'beveiliging van panden'),
    skill('web', 'website'),
    skill('ontwerp'),
    skill('database', 'database', 'database'),
  ]),
)

describe('compounds', () => {
  test.each([
    ['netwerkbeheer', ['netwerk', 'beher']],
    ['netwerkkennis', ['netwerk', 'kennis']],
    ['serverbeheer', ['server', 'beher']],
    ['informatiebeveiliging', ['informatie', 'beveil']],
    ['webontwerp', ['web', 'ontwerp']],
    ['database', ['databas']],
    ['onbekendewoorden', ['onbekendewoord']],
    ['c++', ['c++']],
  ])('%s', (word, parts) => expect(split(word)).toEqual(parts))

  test('words that are too long to be words are left whole', () => {
    const long = 'netwerk'.repeat(5000)
    expect(split(long)).toHaveLength(1)
  })
})
