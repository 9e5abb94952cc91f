import { describe, expect, test } from 'vitest'
import { createCandidateFinder, createLinker, type LinkableConcept } from '../src/engine/linking/index.ts'
import { linkingRows, rankConcepts, shippedEncoder, shippedModel } from './linking-rows.ts'

const concepts: readonly LinkableConcept[] = [
  ['dev', 'softwareontwikkelaar', 'software developer'],
  ['nurse', 'verpleegkundige', 'nurse'],
  ['baker', 'bakker', 'baker'],
].map(([id = '', nl = '', en = '']) => ({
  id,
  forms: [
    { text: nl, language: 'nl' },
    { text: en, language: 'en' },
  ],
  descriptions: [],
}))

describe('rows', () => {
  const finder = createCandidateFinder(concepts)
  const rows = linkingRows(finder, ['bakker', 'verpleger'], (query, concept) =>
    concepts[concept]!.id === ['baker', 'nurse'][query] ? 1 : 0,
  )

  test('stand query by query, with the right ones marked', () => {
    expect(rows.width).toBe(finder.features.length)
    expect([...rows.groups]).toEqual([...rows.groups].sort())
    const right = [...rows.labels.keys()].filter((row) => rows.labels[row] === 1)
    expect(right.map((row) => [rows.groups[row], rows.concepts[row]])).toEqual([
      [0, 2],
      [1, 1],
    ])
  })

  test('are ranked within their query, equals in the order of the concepts', () => {
    const ranked = rankConcepts(rows, new Float64Array(rows.labels.length), 2)
    for (const list of ranked) expect(list).toEqual([...list].sort((a, b) => a - b))
    expect(rankConcepts(rows, Float64Array.from(rows.labels), 3).map(([best]) => best)).toEqual([2, 1, undefined])
  })
})

describe.each(['title-linking', 'skill-linking'])('the model that ships for %s', (name) => {
  const model = shippedModel(name)!
  const encoder = shippedEncoder()!

  test('says what it was trained on, when, with which seed and encoder', () => {
    expect(model.trainedOn).toMatch(/^(?:title|skill)-linking-nl, \d+ queries$/)
    expect(model.date).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(model.seed).toBeGreaterThan(0)
    expect(model.encoder).toBe(encoder.version)
  })

  test('fits what the engine makes of words, and links', () => {
    const linker = createLinker(concepts, { model, encoder })
    expect(linker.way).toBe('model')
    expect(linker.link('Verpleegster (m/v)')[0]?.concept).toBe('nurse')
    expect(linker.link('software engineer')[0]?.concept).toBe('dev')
    for (const { score } of linker.link('bakker')) {
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
    }
  })
})
