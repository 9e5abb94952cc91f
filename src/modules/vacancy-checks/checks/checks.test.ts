import { describe, expect, test } from 'vitest'
import type { CheckedText, Mark, Severity } from '../check.ts'
import { checkedTextFor } from './checked-text-for-tests.ts'
import { createChecks, readWording } from './index.ts'
import { markedCases } from './marked-cases-for-tests.ts'
import { traps } from './traps-for-tests.ts'

const checks = createChecks(await readWording())

const severities: Readonly<Record<string, Severity>> = {
  age: 'law',
  'gender-person': 'law',
  origin: 'law',
  'gender-words': 'tip',
  'hero-names': 'tip',
  jargon: 'tip',
  'hard-words': 'tip',
  pay: 'tip',
}

const knowledge = [
  { nl: 'SQL', en: 'SQL' },
  { nl: 'Scripts schrijven', en: 'Scripting' },
]

const marksOf = (checked: CheckedText): Mark[] => checks.flatMap(({ run }) => run(checked).marks ?? [])

test('every check has its own id, words in both languages and a source', () => {
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length)
  for (const { id, title, sources } of checks) {
    expect(title.nl && title.en, id).toBeTruthy()
    expect(sources.length, id).toBeGreaterThan(0)
  }
})

describe('what must be marked', () => {
  test('there are enough of them', () => expect(markedCases.length).toBeGreaterThanOrEqual(150))

  test.each(markedCases)('%s', (text, check, words) => {
    const marks = marksOf(checkedTextFor(text))
    expect(marks.map((mark) => [mark.check, mark.words, mark.severity])).toContainEqual([
      check,
      words,
      severities[check] ?? 'shutsOut',
    ])
    for (const mark of marks) expect(text.slice(mark.start, mark.end)).toBe(mark.words)
  })
})

describe('what must not be marked', () => {
  test('there are enough of them', () => expect(traps.length).toBeGreaterThanOrEqual(150))

  test.each(traps)('%s', (text) => {
    expect(marksOf(checkedTextFor(text)).map(({ check, words }) => `${check}: ${words}`)).toEqual([])
  })
})

describe('rewrites', () => {
  const seen = { made: 0 }
  const texts = [...new Set(markedCases.map(([text]) => text))]
  const occupation = { nl: 'Systeembeheerder', en: 'System administrator' }

  test.each(texts)('%s', (text) => {
    for (const given of [{}, { occupationSkills: knowledge, occupation }]) {
      const marks = marksOf(checkedTextFor(text, given))
      for (const mark of marks) {
        for (const { start, end, replacement } of mark.rewrites) {
          seen.made++
          expect(start).toBeLessThanOrEqual(mark.start)
          expect(end).toBeGreaterThanOrEqual(mark.end)
          const next = `${text.slice(0, start)}${replacement}${text.slice(end)}`
          expect(next).not.toMatch(/ {2}|\s[.,;]|(?<!\p{L})a [aeio]|^\s/iu)
          // Nothing is left to say of that place but what another check said of its words before.
          const again = marksOf(checkedTextFor(next, given)).filter(
            (other) =>
              other.start < start + replacement.length &&
              other.end > start &&
              (other.check === mark.check || !marks.some(({ check, words }) => check === other.check && words === other.words)),
          )
          expect(
            again.map((other) => `${other.check}: ${other.words}`),
            next,
          ).toEqual([])
        }
      }
    }
  })

  test('there are many', () => expect(seen.made).toBeGreaterThan(250))
})
