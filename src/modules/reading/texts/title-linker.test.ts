import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openReadingModels } from '../extraction-model.ts'
import { createTitleLinker, type TitleLinker } from './title-linker.ts'

interface Occupation {
  readonly id: string
  readonly nl: string
  readonly en: string
  readonly altNl?: readonly string[]
  readonly altEn?: readonly string[]
  readonly descNl: string
  readonly descEn: string
}

const folder = join(import.meta.dirname, '../../../../data/vocabulary/occupations')
const occupations = ['ict.json', 'other.json'].flatMap(
  (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Occupation[],
)

describe('titles without a label, over our own vocabulary', () => {
  let link: TitleLinker
  beforeAll(async () => {
    const { titles, encoder } = await openReadingModels()
    const concepts = occupations.map(({ id, nl, en, altNl = [], altEn = [], descNl, descEn }) => ({
      id,
      forms: [
        ...[nl, ...altNl].map((text) => ({ text, language: 'nl' as const })),
        ...[en, ...altEn].map((text) => ({ text, language: 'en' as const })),
      ],
      descriptions: [
        { text: descNl, language: 'nl' as const },
        { text: descEn, language: 'en' as const },
      ],
    }))
    link = createTitleLinker(concepts, { model: titles, encoder })
  }, 60_000)

  test.each([
    ['Informatie analist/ontwerper', 'information-analyst'],
    ['Business informatie analist', 'business-analyst'],
    ['Junior dataprofessional', 'data-analyst-junior'],
  ])('%s', (title, concept) => {
    expect(link(title).map((one) => [one.concept, one.words])).toEqual([[concept, title]])
  })

  test.each(['Plant Manager', 'Sales Engineer', 'Postdoc', 'Kandidaat', ''])('in doubt none: %s', (title) => {
    expect(link(title)).toEqual([])
  })
})

test('without a model or an encoder nothing is sure enough', async () => {
  const { titles } = await openReadingModels()
  const concepts = [{ id: 'tester', forms: [{ text: 'tester', language: 'nl' as const }], descriptions: [] }]
  expect(createTitleLinker(concepts, { model: titles, encoder: undefined })('tester')).toEqual([])
  expect(createTitleLinker(concepts, { model: undefined, encoder: undefined })('tester')).toEqual([])
})
