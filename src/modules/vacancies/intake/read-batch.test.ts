import { expect, test } from 'vitest'
import { smallCatalogue } from '../../../../test/worlds/small-catalogue.ts'
import type { AskedText } from '../../reading/index.ts'
import { postingContext } from '../job-postings/index.ts'
import type { RawRow } from '../raw-vacancy-store.ts'
import { readBatch } from './read-batch.ts'

const catalogue = smallCatalogue([
  { id: 'python', en: ['Python'] },
  { id: 'testing', en: ['Testing'] },
])
const context = postingContext(catalogue, () => undefined, '2026-11-25')
const row = (id: string, fields: object): RawRow =>
  ({
    id,
    source: 'jobs.json',
    format: 'jobposting',
    content: { title: 'Tester', hiringOrganization: 'Voorbeeld BV', ...fields },
  }) as RawRow

test('texts are read elsewhere, each once, and what that says is asked', async () => {
  const asked: AskedText[][] = []
  const rows = [
    row('a', { description: 'Je weet hoe je iets nakijkt.' }),
    row('b', { description: 'Je weet hoe je iets nakijkt.' }),
    row('c', { description: 'Je werkt met Python.', qualifications: 'Nakijken.' }),
  ]
  const read = await readBatch(rows, {
    context,
    readTexts: async (texts) => {
      asked.push([...texts])
      return texts.map(({ text }) => {
        const start = text.toLowerCase().indexOf('nakijk')
        if (start < 0) return []
        const place = { start, end: start + 6, words: text.slice(start, start + 6) }
        return [{ ...place, concept: 'testing', concepts: ['testing'], label: 'Testing', kind: 'essential', clause: place }]
      })
    },
  })
  expect(asked.map((texts) => texts.filter(({ options }) => options.of !== 'title').map(({ text }) => text))).toEqual([
    ['Je weet hoe je iets nakijkt.', 'Je werkt met Python.', 'Nakijken.'],
  ])
  // No label names what a tester is here, so the title is read as one, once.
  expect(asked.flat().filter(({ options }) => options.of === 'title')).toEqual([{ text: 'Tester', options: { of: 'title' } }])
  expect(read.map(({ vacancy }) => vacancy?.requirements.map(({ skill, words }) => `${skill}: ${words}`))).toEqual([
    ['testing: nakijk'],
    ['testing: nakijk'],
    ['testing: Nakijk'],
  ])
})

test('without another reader labels are read here', async () => {
  const [read] = await readBatch([row('a', { description: 'Je werkt met Python.' })], { context })
  expect(read?.vacancy?.requirements.map(({ skill }) => skill)).toEqual(['python'])
})
