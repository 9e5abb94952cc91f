import { expect, test } from 'vitest'
import { createPlainDictionary } from './plain-dictionary.ts'

const read = createPlainDictionary([
  { concept: 'data', label: 'Data' },
  { concept: 'analysis', label: 'data analysis' },
  { concept: 'other', label: 'DATA' },
  { concept: 'none', label: '...' },
])

test('whole words in any case, the longest first, with all that are called so', () => {
  const text = 'Database, Data Analysis and data.'
  expect(read(text).map(({ concepts, start, end }) => [concepts, text.slice(start, end)])).toEqual([
    [['analysis'], 'Data Analysis'],
    [['data', 'other'], 'data'],
  ])
})

test('other forms of a word are other words', () => {
  expect(read('datas, data-analyses')).toEqual([{ concepts: ['data', 'other'], start: 7, end: 11 }])
})
