import { expect, test } from 'vitest'
import { readFlags } from './flags.ts'

const trec = ['queries', 'corpus', 'qrels', 'concepts']

test('flags take one file or several, with a space or =', () => {
  expect(readFlags(['--annotations', 'a', 'b', '--labels=l'], ['annotations', 'labels'], {})).toEqual({
    files: { annotations: ['a', 'b'], labels: ['l'] },
    train: false,
  })
  expect(readFlags(['--train'], trec, {})).toEqual({ files: {}, train: true })
  expect(readFlags([], trec, {})).toEqual({ files: {}, train: false })
})

test('a flag that the benchmark does not have is refused', () => {
  expect(() => readFlags(['--pairs', 'a'], trec, {})).toThrow(TypeError)
})

test('flags that npm kept are taken from its settings', () => {
  const kept = Object.fromEntries(trec.map((flag) => [`npm_config_${flag}`, 'true']))
  expect(readFlags(['q', 'c', 'r', 'm'], trec, kept).files).toEqual({
    queries: ['q'],
    corpus: ['c'],
    qrels: ['r'],
    concepts: ['m'],
  })
  const sentences = { npm_config_annotations: 'true', npm_config_labels: 'true' }
  expect(readFlags(['a', 'b', 'l'], ['annotations', 'labels'], sentences).files).toEqual({
    annotations: ['a', 'b'],
    labels: ['l'],
  })
  expect(readFlags([], ['pairs'], { npm_config_pairs: 'a\n\nb' }).files).toEqual({ pairs: ['a', 'b'] })
  expect(readFlags([], trec, { npm_config_train: 'true' })).toEqual({ files: {}, train: true })
})
