import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openEncoder } from '../../../../engine/linking/index.ts'
import type { Catalogue } from '../../../skills/index.ts'
import { catalogueTexts } from './catalogue-texts.ts'
import { contrast, contrastSpace } from './contrast.ts'
import { mutualInformation } from './cooccurrence.ts'
import { findDistantSentences } from './distant-sentences.ts'
import { isHeldOut } from './held-out.ts'
import { SeededChance } from './seeded-chance.ts'
import { eigenOf } from './small-eigen.ts'
import { spectralRows, spectralSpace } from './spectral.ts'
import { alone } from './team.ts'
import { toyTexts } from './toy-texts-for-tests.ts'
import { trainEncoder } from './train-encoder.ts'
import { trainForCatalogue } from './train-for-catalogue.ts'

const small = {
  dimensions: 16,
  epochs: 40,
  mixedEpochs: 30,
  corners: 2,
  rate: 0.02,
  batch: 16,
  leastTexts: 1,
  leastTogether: 0.1,
}
const options = { day: '2026-11-29', settings: small }

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, at) => sum + value * b[at]!, 0)
}

test('the gradient is that of the loss, as tiny changes show', () => {
  const chance = new SeededChance(5)
  const [batch, width, words] = [8, 4, 10]
  const rows = Float32Array.from({ length: words * width }, () => chance.bell())
  const idf = Float32Array.from({ length: words }, () => 0.5 + chance.next())
  const texts = Array.from({ length: batch * 2 }, () => Array.from({ length: 1 + chance.below(4) }, () => chance.below(words)))
  const starts = [0]
  for (const text of texts) starts.push(starts.at(-1)! + text.length)
  const bags = { starts: Uint32Array.from(starts), rows: Uint32Array.from(texts.flat()) }
  // Two pairs of one concept, so that the mask is looked at too.
  const pairs = {
    left: Uint32Array.from({ length: batch }, (_, at) => at),
    right: Uint32Array.from({ length: batch }, (_, at) => batch + at),
    concept: Uint32Array.from([0, 1, 2, 2, 4, 5, 6, 7]),
  }
  const space = contrastSpace(batch, width)
  const order = Uint32Array.from({ length: batch }, (_, at) => at)
  const lossAt = (changed: Float32Array): number =>
    contrast(space, { rows: changed, idf, bags, pairs, order, from: 0, temperature: 0.3 }, alone)
  lossAt(rows)
  const gradient = new Float64Array(rows.length)
  for (const [slopes, side] of [
    [space.leftSlope, pairs.left],
    [space.rightSlope, pairs.right],
  ] as const) {
    side.forEach((text, place) => {
      for (const row of texts[text]!) {
        for (let k = 0; k < width; k++) gradient[row * width + k]! += idf[row]! * slopes[place * width + k]!
      }
    })
  }
  const tiny = 1 / 1024
  for (let at = 0; at < rows.length; at++) {
    const moved = (by: number): number => lossAt(rows.map((value, other) => (other === at ? value + by : value)))
    expect(gradient[at]).toBeCloseTo((moved(tiny) - moved(-tiny)) / (2 * tiny), 4)
  }
})

test('eigenvalues and directions of a small matrix', () => {
  const { values, vectors } = eigenOf(Float64Array.from([2, 1, 0, 1, 2, 0, 0, 0, -5]), 3)
  expect([...values].map((value) => Math.round(value * 1e9) / 1e9).sort((a, b) => a - b)).toEqual([-5, 1, 3])
  const largest = values.indexOf(Math.max(...values))
  expect(Math.abs(vectors[largest]!)).toBeCloseTo(Math.SQRT1_2, 9)
})

test('spectral rows give back a matrix that has no more directions than are asked', () => {
  const chance = new SeededChance(3)
  const [size, rank] = [40, 3]
  const factors = Array.from({ length: size }, () => Array.from({ length: rank }, () => chance.bell()))
  const value = (row: number, column: number): number =>
    factors[row]!.reduce((sum, one, k) => sum + one * factors[column]![k]!, 0)
  const all = Array.from({ length: size * size }, (_, at) => value(Math.floor(at / size), at % size))
  const matrix = {
    size,
    starts: Uint32Array.from({ length: size + 1 }, (_, row) => row * size),
    columns: Uint32Array.from(all, (_, at) => at % size),
    values: Float32Array.from(all),
  }
  const rows = new Float32Array(size * rank)
  spectralRows({ matrix, space: spectralSpace(size, rank), dimensions: rank, powerSteps: 2, seed: 1 }, rows, alone, () => {})
  for (let at = 0; at < all.length; at++) {
    const [row, column] = [Math.floor(at / size), at % size]
    const back = [0, 1, 2].reduce((sum, k) => sum + rows[row * rank + k]! * rows[column * rank + k]!, 0)
    expect(back).toBeCloseTo(all[at]!, 3)
  }
})

test('words that stand together more than chance get a value, both ways; others none', () => {
  const texts = [...Array.from({ length: 10 }, () => [0, 1]), ...Array.from({ length: 10 }, () => [2, 3]), [0, 2]]
  const sparse = mutualInformation(4, texts, [[[0], [3]]], { window: 2, smoothing: 1, leastTogether: 0.5 })
  const at = (row: number, column: number): number => {
    for (let place = sparse.starts[row]!; place < sparse.starts[row + 1]!; place++) {
      if (sparse.columns[place] === column) return sparse.values[place]!
    }
    return 0
  }
  expect(at(0, 1)).toBeGreaterThan(0.5)
  expect(at(0, 1)).toBe(at(1, 0))
  expect(at(0, 2)).toBe(0)
  expect(at(1, 3)).toBe(0)
})

test('a sentence that names a skill is found, with and without its words', () => {
  const concepts = toyTexts().concepts
  const sentence = {
    language: 'en' as const,
    words: 'you will manage the network servers of three large hospitals every day'.split(' '),
  }
  const found = (share: number) => findDistantSentences(concepts, [sentence], share, new SeededChance(1))
  const [shown] = found(0)
  expect(concepts[shown!.concept]!.en.labels).toEqual(['network servers'])
  expect(shown!.left).toEqual(sentence.words)
  expect(found(1)[0]!.left).toEqual('you will manage the of three large hospitals every day'.split(' '))
})

test('about the asked share of concepts is held out, always the same', () => {
  const keys = Array.from({ length: 4000 }, (_, at) => `http://example.org/skill/${at}`)
  const held = keys.filter((key) => isHeldOut(key, 0.1))
  expect(held.length).toBeGreaterThan(320)
  expect(held.length).toBeLessThan(480)
  expect(keys.filter((key) => isHeldOut(key, 0.1))).toEqual(held)
  expect(keys.some((key) => isHeldOut(key, 0))).toBe(false)
})

describe('training on a toy vocabulary', () => {
  const trained = trainEncoder(toyTexts(), { ...options, threads: 1 })

  test('brings words that mean the same together, within and between languages', async () => {
    const encoder = openEncoder((await trained).file)
    const encode = (text: string, language: 'nl' | 'en') => encoder.encode(text.split(' '), language)
    const close = (a: Float32Array, b: Float32Array) => cosine(a, b)
    const synonyms = close(encode('firewall', 'en'), encode('packet filter', 'en'))
    const translations = close(encode('wachtwoorden', 'nl'), encode('passwords', 'en'))
    const strangers = close(encode('firewall', 'en'), encode('bread', 'en'))
    expect(synonyms).toBeGreaterThan(0.4)
    expect(translations).toBeGreaterThan(0.4)
    expect(strangers).toBeLessThan(0.2)
  })

  test('gives the same bytes with another number of threads, and others with another seed', async () => {
    const { file, version } = await trained
    const again = await trainEncoder(toyTexts(), { ...options, threads: 3 })
    expect(again.version).toBe(version)
    expect(Buffer.compare(again.file, file)).toBe(0)
    const other = await trainEncoder(toyTexts(), { ...options, settings: { ...small, seed: 2 }, threads: 1 })
    expect(other.version).not.toBe(version)
  })

  test('refuses texts that are too few to learn from', async () => {
    await expect(trainEncoder({ concepts: [], sentences: [] }, options)).rejects.toThrow(/too few labels/)
  })
})

describe('training for what is loaded', () => {
  const folders: string[] = []
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))
  const newFolder = async (): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'schakel-train-'))
    folders.push(folder)
    return folder
  }

  test('takes labels and descriptions of the catalogue, and what equals one another as one', async () => {
    const { concepts } = await catalogueTexts(toyCatalogue())
    expect(concepts).toHaveLength(toyTexts().concepts.length)
    expect(concepts[0]).toEqual({ ...toyTexts().concepts[0], key: 'schakel:0' })
  })

  test('writes encoder and manifest whole', async () => {
    const folder = join(await newFolder(), 'model')
    const steps: string[] = []
    const manifest = await trainForCatalogue(toyCatalogue(), folder, { ...options, progress: ({ what }) => steps.push(what) })
    expect((await readdir(folder)).sort()).toEqual(['encoder.bin', 'encoder.json'])
    expect(openEncoder(await readFile(join(folder, 'encoder.bin'))).version).toBe(manifest.version)
    expect(JSON.parse(await readFile(join(folder, 'encoder.json'), 'utf8'))).toMatchObject({
      version: manifest.version,
      sources: [{ version: 'toy 1' }],
    })
    expect(new Set(steps)).toEqual(new Set(['labels and texts', 'words that stand together', 'texts that mean the same']))
  })

  test('stopped halfway it leaves nothing', async () => {
    const folder = await newFolder()
    const stopping = new AbortController()
    const run = trainForCatalogue(toyCatalogue(), folder, {
      ...options,
      settings: { ...small, epochs: 100_000 },
      signal: stopping.signal,
      progress: ({ what }) => {
        if (what === 'texts that mean the same') stopping.abort(new Error('stopped by hand'))
      },
    })
    await expect(run).rejects.toThrow('stopped by hand')
    expect(await readdir(folder)).toEqual([])
  })
})

/** The toy vocabulary as a catalogue: what training asks of one. */
function toyCatalogue(): Catalogue {
  const { concepts } = toyTexts()
  const numberOf = (id: string): number => Number(id.split(':')[1])
  return {
    version: 'toy 1',
    standsFor: (id: string) => `schakel:${numberOf(id)}`,
    label: (id: string, language: 'nl' | 'en') => concepts[numberOf(id)]![language].labels[0] ?? id,
    description: (id: string, language: 'nl' | 'en') => concepts[numberOf(id)]![language].descriptions[0],
    *labels() {
      for (const [at, { type, ...texts }] of concepts.entries()) {
        for (const language of ['nl', 'en'] as const) {
          for (const label of [...texts[language].labels, ...texts[language].alternatives]) {
            yield { concept: `schakel:${at}`, type, language, label }
          }
        }
        // The same concept in another taxonomy.
        yield { concept: `other:${at}`, type, language: 'en', label: texts.en.labels[0]! }
        yield { concept: `other:${at}`, type, language: 'fr', label: 'autre' }
      }
    },
  } as unknown as Catalogue
}
