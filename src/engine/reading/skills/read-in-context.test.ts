import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDictionary } from '../dictionary.ts'
import type { SkillSpace } from './candidates.ts'
import type { MentionModel } from './mention-model.ts'
import { createSkillReader } from './read-in-context.ts'
import { createSkillSpace } from './skill-space.ts'
import type { SkillToRead } from './skill-to-read.ts'

const skill = (concept: string, nl: readonly string[], en: readonly string[] = []): SkillToRead => ({
  concept,
  forms: [
    ...nl.map((label, at) => ({ label, language: 'nl' as const, preferred: at === 0 })),
    ...en.map((label, at) => ({ label, language: 'en' as const, preferred: at === 0 })),
  ],
})
const skills = [
  skill('processes', ['processen verbeteren', 'procesverbetering'], ['improving processes']),
  skill('data', ['gegevens verzamelen', 'data verzamelen'], ['collecting data', 'data collection']),
  skill('networks', ['netwerken beheren', 'netwerkbeheer'], ['managing networks', 'network management']),
  skill('python', ['Python'], ['Python']),
  skill('advice', ['advies geven', 'adviseren'], ['giving advice']),
]
const { mentions, rarity } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../data/model/skill-extraction.json'), 'utf8'),
) as { mentions: { words: MentionModel }; rarity: Record<string, number> }
const dictionary = createDictionary(skills.flatMap(({ concept, forms }) => forms.map(({ label }) => ({ concept, label }))))
const space = createSkillSpace(skills, (key) => rarity[key])
// Whatever looks like a skill, however unsure: what must hold holds for all of them.
const anything: MentionModel = { ...mentions.words, threshold: 0 }
const reader = createSkillReader(dictionary, space, mentions.words)
const eager = createSkillReader(dictionary, space, anything)

describe('skills in context', () => {
  test.each([
    ['Je bent verantwoordelijk voor het verbeteren van processen.', 'processes', 'verbeteren van processen'],
    ['Je vindt het leuk om gegevens te verzamelen.', 'data', 'gegevens te verzamelen'],
    ['You will improve our processes and collect data.', 'processes', 'improve our processes'],
  ])('%s', (text, concept, words) => {
    const found = eager.read(text).find((one) => one.concept === concept)
    expect(found).toMatchObject({ words, by: 'context' })
    expect(text.slice(found!.start, found!.end)).toBe(words)
  })

  test('a label that stands there goes first, with its kind and level', () => {
    expect(reader.read('Je hebt gevorderde kennis van Python')).toMatchObject([
      { concept: 'python', by: 'label', kind: 'essential', level: { level: 3, words: 'gevorderde' } },
    ])
  })

  test('what is denied is said to be', () => {
    expect(eager.read('Ervaring met het beheren van netwerken is niet nodig.')).toMatchObject([
      { concept: 'networks', kind: 'negated' },
    ])
  })

  test('a stretch that is not sure enough is not read', () => {
    expect(reader.read('Wij werken met gegevens.')).toEqual([])
  })

  test('words are exactly what stands at their place, in order and never overlapping, in any text', () => {
    const parts = [
      'gegevens',
      'verzamelen',
      'processen',
      'te',
      'verbeteren',
      'Python',
      'netwerk',
      'beheer',
      'van',
      '.',
      ',',
      '\n',
      '•',
      ' ',
      '  ',
      'é',
      '\u200b',
      '\u202e',
      '😀',
      'ﬁ',
      '<b>',
      '(expert)',
      'data collection',
      'improving',
      '\u00ad',
      'R&D',
      '\ud800',
    ]
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc.array(fc.constantFrom(...parts), { maxLength: 60 }).map((all) => all.join(' ')),
        ),
        (text) => {
          let at = 0
          for (const { start, end, words, chance, level } of eager.read(text)) {
            expect(text.slice(start, end)).toBe(words)
            expect(start).toBeGreaterThanOrEqual(at)
            expect(end).toBeGreaterThan(start)
            expect(chance).toBeGreaterThanOrEqual(0)
            expect(chance).toBeLessThanOrEqual(1)
            if (level) expect(text.slice(level.start, level.end)).toBe(level.words)
            at = end
          }
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('work grows with the text and not faster', () => {
  /** Words looked up and matches weighed: all that takes time grows with these. */
  function workOf(text: string): number {
    let work = 0
    const counted: SkillSpace = {
      ...space,
      matcher: {
        match(passage, least) {
          const matches = space.matcher.match(passage, least)
          work += passage.tokens.length + matches.length ** 2
          return matches
        },
      },
    }
    createSkillReader(dictionary, counted, anything).read(text)
    return work
  }

  test.each([
    ['one word', 'netwerkbeheer '],
    ['one word without end', 'netwerk'],
    ['sentences', 'Je gaat gegevens verzamelen en processen verbeteren. '],
    ['brackets', '(('],
    ['invisible signs', '\u200b\u202e '],
    ['no line ends', 'gegevens verzamelen processen verbeteren '],
  ])('%s', (_, piece) => {
    const [small, large] = [workOf(piece.repeat(200)), workOf(piece.repeat(2000))]
    expect(large).toBeLessThanOrEqual(11 * small + 100)
  })
})

test('a model of other features is refused', () => {
  const other = { ...anything, scores: { ...anything.scores, features: ['length'] } }
  expect(() => createSkillReader(dictionary, space, other)).toThrow(RangeError)
})
