import { describe, expect, test } from 'vitest'
import { readWith } from './checked-text-for-tests.ts'
import { diploma } from './diploma.ts'

const occupationSkills = [
  { nl: 'SQL', en: 'SQL' },
  { nl: 'Scripts schrijven', en: 'Scripting' },
  { nl: 'Linux', en: 'Linux' },
  { nl: 'Docker', en: 'Docker' },
]

describe('a demand in skills, in its place', () => {
  test.each([
    [
      'Je hebt een afgeronde hbo-opleiding Informatica en kunt goed uitleggen.',
      'Je hebt kennis van SQL, scripts schrijven en Linux (hoe je dat leerde, maakt niet uit) en kunt goed uitleggen.',
    ],
    [
      'Je bent in het bezit van een mbo-diploma.',
      'Je hebt kennis van SQL, scripts schrijven en Linux (hoe je dat leerde, maakt niet uit).',
    ],
    [
      'Je hebt een hbo-opleiding afgerond.',
      'Je hebt kennis van SQL, scripts schrijven en Linux (hoe je dat leerde, maakt niet uit).',
    ],
    [
      'U hebt een hbo-opleiding. Uw werk is in Ede.',
      'U hebt kennis van SQL, scripts schrijven en Linux (hoe u dat leerde, maakt niet uit). Uw werk is in Ede.',
    ],
    [
      "You have a Bachelor's degree in Computer Science.",
      'You have skills in SQL, scripting and Linux (how you learned that does not matter).',
    ],
    // What the text asks already comes first: it asks nothing more of anybody.
    [
      'Je hebt HBO werk- en denkniveau. Je werkt met Docker.',
      'Je hebt kennis van Docker (hoe je dat leerde, maakt niet uit). Je werkt met Docker.',
    ],
  ])('%s', (text, expected) => {
    expect(readWith(diploma, text, { occupationSkills }).rewritten[0]).toBe(expected)
  })

  test('without a known occupation it stays general', () => {
    expect(readWith(diploma, 'Hbo werk- en denkniveau').rewritten).toEqual([
      'De kennis die bij dit werk hoort (hoe je dat leerde, maakt niet uit)',
    ])
  })

  test('a field of a form gets none', () => {
    const { words, rewritten } = readWith(diploma, 'Opleidingsniveau: hbo-niveau')
    expect(words).toEqual(['hbo-niveau'])
    expect(rewritten).toEqual([])
  })
})

test('it names the demands of the pool', () => {
  expect(readWith(diploma, 'Je hebt een hbo-diploma.').marks[0]?.demands).toEqual(['workLevel', 'diploma'])
})

test('what opens the door is said', () => {
  expect(readWith(diploma, 'Hoe je het leerde, maakt niet uit.').praised).toEqual(['Hoe je het leerde, maakt niet uit'])
  expect(readWith(diploma, 'Je hebt een hbo-opleiding of vergelijkbare ervaring.').praised).toEqual(['een hbo-opleiding'])
})

test('the title of a doctorate asks for a degree by itself', () => {
  expect(readWith(diploma, "You have a Master's degree in physics.", { title: 'PhD position in photonics' }).words).toEqual([])
})
