import { expect, test } from 'vitest'
import { readWith } from './checked-text-for-tests.ts'
import { longSentences, readingLevel } from './readability.ts'

const long = `Je werkt ${'heel graag '.repeat(14)}samen met ons.`
const short = 'Je werkt samen met ons.'

test('a long sentence is marked with its count', () => {
  const { marks, words } = readWith(longSentences, `${short} ${long}`)
  expect(words).toEqual([long])
  expect(marks[0]?.title.en).toBe('Tip: this sentence has 33 words')
})

test('of many, the five longest in the order of the text', () => {
  const texts = Array.from({ length: 9 }, (_, at) => `Je werkt ${'heel graag '.repeat(13 + at)}samen met ons.`)
  expect(readWith(longSentences, texts.join(' ')).words).toEqual(texts.slice(4))
})

test('lists and lost line ends are no sentences', () => {
  expect(readWith(longSentences, `Wij bieden: ${'een laptop, '.repeat(20)}en meer.`).words).toEqual([])
  expect(readWith(longSentences, `${'werk '.repeat(200)}.`).words).toEqual([])
})

test('abbreviations and escaped hyphens are one word', () => {
  const words = 'Je werkt cross\\-functioneel, d.w.z. met anderen '
  expect(readWith(longSentences, `${words}${'heel graag '.repeat(11)}samen.`).words).toHaveLength(1)
  expect(readWith(longSentences, `${words}${'heel graag '.repeat(10)}samen.`).words).toEqual([])
})

test('a text above B1 is marked once, at its hardest sentence', () => {
  const hard =
    'Wij professionaliseren onze bedrijfsvoering met gegevensgedreven beleidsontwikkeling voor alle samenwerkingsverbanden in de hele regio en ook ver daarbuiten.'
  expect(readWith(readingLevel, `${hard} `.repeat(7)).words).toEqual([hard])
  expect(readWith(readingLevel, `${short} `.repeat(20)).words).toEqual([])
})
