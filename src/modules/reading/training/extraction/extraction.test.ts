import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createSkillSpace,
  createWordKeys,
  featureNames,
  mentionFeatureNames,
  type SkillToRead,
} from '../../../../engine/reading/index.ts'
import { seededRandom } from '../blend/index.ts'
import { type Annotation, readAnnotations, readLabels, sentencesOf, spansOf } from './annotations.ts'
import { rankingRows } from './ranking-rows.ts'
import { measureRarity } from './rarity.ts'
import { calibrate, mentionScorerOf } from './train-mentions.ts'
import { rankingScorerOf } from './train-ranking.ts'

let folder: string
let labels: string[]
let annotations: Annotation[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'schakel-extraction-'))
  await writeFile(join(folder, 'labels.txt'), 'manage data\ndesign tables chairs and lamps\ntest software\n\n')
  await writeFile(
    join(folder, 'a_set.csv'),
    [
      'sentence,span,sub_span,label',
      'We manage data and test software daily,manage data and test software,manage data,manage data',
      'We manage data and test software daily,manage data and test software,test software,test software',
      'We manage data and test software daily,daily,,LABEL NOT PRESENT',
      'We manage data and test software weekly,test software,,test software',
      '"You make tables, mostly",tables,,"design tables, chairs and lamps"',
      'Nothing of the list here,list,,UNDERSPECIFIED',
      '',
    ].join('\n'),
  )
  labels = readLabels(join(folder, 'labels.txt'))
  annotations = readAnnotations([join(folder, 'a_set.csv')], labels)
})

afterAll(() => rm(folder, { recursive: true }))

describe('annotations', () => {
  test('sentences are those with a skill of the list', () => {
    expect(sentencesOf(annotations).map(({ text, gold }) => [text, [...gold]])).toEqual([
      ['We manage data and test software daily', [0, 2]],
      ['We manage data and test software weekly', [2]],
      ['You make tables, mostly', [1]],
    ])
  })

  test('a part of a span is a span', () => {
    expect(spansOf(annotations).map(({ text, gold }) => [text, [...gold]])).toEqual([
      ['manage data', [0]],
      ['test software', [2]],
      ['test software', [2]],
      ['tables', [1]],
    ])
  })

  test('sentences that are much alike are of one group', () => {
    expect(sentencesOf(annotations).map(({ group }) => group)).toEqual([0, 0, 1])
  })
})

const skills: SkillToRead[] = ['manage data', 'design tables chairs and lamps', 'test software'].map((label) => ({
  concept: label,
  forms: [{ label, language: 'en', preferred: true }],
}))

describe('ranking', () => {
  test('rows stand by text, and a model trained on them puts what is right first', () => {
    const space = createSkillSpace(skills)
    const texts = spansOf(annotations)
    const { rows, candidates, starts } = rankingRows(space, texts, 'en')
    expect(rows.width).toBe(featureNames.length)
    expect(starts).toEqual(
      candidates.map((_, at) => candidates.slice(0, at).reduce((sum, { skills: found }) => sum + found.length, 0)),
    )
    expect([...rows.values].every(Number.isFinite)).toBe(true)
    expect([...rows.labels].reduce((sum, label) => sum + label, 0)).toBe(4)
    expect(rankingScorerOf(rows)(rows.values, 0)).toBeTypeOf('number')
  })
})

test('rarity is counted in the kind of texts where a word is commonest', () => {
  const rarity = measureRarity(
    [
      { language: 'en', texts: ['manage data', 'data', 'lamps', 'data and chairs'] },
      { language: 'en', texts: ['lamps', 'lamps lamps'] },
    ],
    createWordKeys(skills),
  )
  expect(rarity).toMatchObject({ data: 7500, lamp: 10_000, chair: 2500 })
})

describe('mentions', () => {
  test('chances that are calibrated are right as often as they say', () => {
    const random = seededRandom(3)
    const scores = Array.from({ length: 4000 }, () => 6 * random() - 3)
    const outcomes = scores.map((score) => (random() < 1 / (1 + Math.exp(-(0.5 * score - 1))) ? 1 : 0))
    const { slope, shift } = calibrate(scores, outcomes)
    expect(slope).toBeCloseTo(0.5, 1)
    expect(shift).toBeCloseTo(-1, 0)
  })

  test('a model learns what tells right from wrong', () => {
    const width = mentionFeatureNames.length
    const random = seededRandom(5)
    const count = 200
    const values = Float32Array.from({ length: count * width }, random)
    const labelled = Uint8Array.from({ length: count }, (_, row) => (values[row * width]! > 0.5 ? 1 : 0))
    const score = mentionScorerOf({
      width,
      values,
      labels: labelled,
      groups: Int32Array.from({ length: count }, (_, row) => row),
    })
    const mean = (label: number): number => {
      const own = [...labelled.keys()].filter((row) => labelled[row] === label)
      return own.reduce((sum, row) => sum + score(values, row * width), 0) / own.length
    }
    expect(mean(1)).toBeGreaterThan(mean(0) + 1)
  })
})
