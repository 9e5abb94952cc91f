import { describe, expect, test } from 'vitest'
import { bestOf } from './best.ts'
import { type BlendModel, blendScorer } from './blend.ts'
import { createCandidateFinder } from './candidate-finder.ts'
import { asciiText, shortGrams, soundGrams, wordGrams } from './char-grams.ts'
import { createDoingGuess } from './doing.ts'
import type { Encoder } from './encoder.ts'
import type { LinkableConcept } from './linkable.ts'
import { createLinker } from './linker.ts'
import { queryVariants } from './query-variants.ts'
import { createTermIndex } from './term-index.ts'

const named = (id: string, forms: readonly string[], description: string, english: readonly string[]): LinkableConcept => ({
  id,
  forms: [
    ...forms.map((text) => ({ text, language: 'nl' as const })),
    ...english.map((text) => ({ text, language: 'en' as const })),
  ],
  descriptions: description === '' ? [] : [{ text: description, language: 'nl' }],
  group: 'work',
})

const concepts: readonly LinkableConcept[] = [
  named('nurse', ['verpleegkundige', 'verpleger', 'ziekenhuisverpleger'], 'Zorgt voor zieken in een ziekenhuis.', ['nurse']),
  named('aircraft', ['vliegtuigmonteur', 'onderhoudsmonteur vliegtuigen'], 'Herstelt vliegtuigen.', ['aircraft mechanic']),
  named('car', ['automonteur', 'monteur personenauto'], 'Herstelt auto’s in een garage.', ['car mechanic']),
  named('service', ['klantenservicemedewerker', 'medewerker klantenservice'], 'Helpt klanten.', ['customer service agent']),
  named('releases', ['releasemanager'], 'Plant wat wanneer uitkomt.', ['release manager']),
  named('network', ['netwerkbeheerder', 'beheerder netwerken'], 'Houdt netwerken in stand.', ['network administrator']),
  named('nameless', [], '', ['nameless thing']),
]
const linker = createLinker(concepts)
const first = (text: string): string | undefined => linker.link(text)[0]?.concept

describe('words to concepts, without a model', () => {
  test.each([
    ['Verpleegkundige', 'nurse'],
    ['ziekenhuisverpleegster', 'nurse'],
    ['Monteur vliegtuigen', 'aircraft'],
    ['Medewerkster klantenservice (m/v)', 'service'],
    ['Change- en releasemanager', 'releases'],
    ['Beheerder / ontwerper netwerken', 'network'],
    ['netwerkbeheerders', 'network'],
    ['customer service agent', 'service'],
  ])('%s is %s', (text, concept) => {
    expect(first(text)).toBe(concept)
  })

  test('it says so, shows the form that is most alike, and scores from 0 to 1', () => {
    expect(linker.way).toBe('words')
    const [best] = linker.link('onderhoudsmonteur vliegtuigen')
    expect(best).toMatchObject({ concept: 'aircraft', form: 'onderhoudsmonteur vliegtuigen' })
    expect(best!.score).toBeCloseTo(1, 3)
  })

  test('gives no more than asked, and nothing for nothing', () => {
    expect(linker.link('monteur', { limit: 1 })).toHaveLength(1)
    for (const text of ['', '   ', '()', '/', '∞', '\u200b']) expect(linker.link(text)).toEqual([])
  })

  test('a concept without a Dutch name is found by another and shown by that', () => {
    expect(linker.link('nameless thing')[0]).toMatchObject({ concept: 'nameless', form: 'nameless thing' })
  })

  test('text without end is cut off', () => {
    expect(linker.link(`verpleegkundige ${'a- en '.repeat(200_000)}`)[0]?.concept).toBe('nurse')
  })

  test('no concepts, no links', () => {
    expect(createLinker([]).link('verpleegkundige')).toEqual([])
  })
})

describe('with a model', () => {
  const { features } = createCandidateFinder(concepts)
  const flat = features.map(() => 0)
  /** Prefers long labels, to see that the model decides. */
  const model: BlendModel = {
    features,
    logistic: {
      means: flat,
      deviations: features.map(() => 1),
      weights: flat.with(features.indexOf('length of label'), 0.1),
      bias: -1,
    },
    logisticShare: 1,
    trees: [],
    calibration: { slope: 1, offset: 0 },
  }

  test('the model ranks, and scores are chances', () => {
    const ranked = createLinker(concepts, { model })
    expect(ranked.way).toBe('model')
    const links = ranked.link('monteur')
    expect(links[0]!.concept).toBe('service')
    expect(links[0]!.score).toBeCloseTo(1 / (1 + Math.exp(-(0.1 * 'klantenservicemedewerker'.length - 1))), 5)
  })

  test('a model of other features is not used, and it says so', () => {
    const other = createLinker(concepts, { model: { ...model, features: [...features, 'more'] } })
    expect(other.way).toBe('words')
    expect(other.link('Verpleegkundige')).toEqual(linker.link('Verpleegkundige'))
    expect(() => blendScorer(model, features.slice(1))).toThrow('train it again')
  })
})

describe('with an encoder', () => {
  /** Knows that a broeder is a nurse, and nothing else. */
  const known: Readonly<Record<string, number>> = { broeder: 0, verpleegkundige: 0, automonteur: 1 }
  const sum = (words: readonly string[]): Float32Array => {
    const vector = new Float32Array(2)
    for (const word of words) if (known[word] !== undefined) vector[known[word]] = 1
    return vector
  }
  const encoder: Encoder = { dimensions: 2, version: 'for tests', encode: sum, sum }

  test('what means the same is a candidate, though no letter is the same', () => {
    const { features, find } = createCandidateFinder(concepts, encoder)
    const { concepts: found, values } = find('broeder')
    const row = found.indexOf(0)
    expect(row).toBeGreaterThanOrEqual(0)
    expect(values[row * features.length + features.indexOf('vector of label')]).toBe(1)
    expect(features).not.toEqual(createCandidateFinder(concepts).features)
  })
})

describe('what a title may have been meant as', () => {
  test.each([
    ['Verpleegkundige', []],
    ['Verpleegkundige (hoger)', ['Verpleegkundige']],
    ['Bedrijfsleider / ondernemer kapsalon', ['Bedrijfsleider kapsalon', 'ondernemer kapsalon']],
    ['bakker/slager', ['bakker', 'slager']],
    ['Change- en releasemanager', ['Change releasemanager', 'releasemanager']],
    ['()', []],
    ['a/b/c/d/e/f', []],
  ])('%s', (text, variants) => {
    expect(queryVariants(text)).toEqual(variants)
  })
})

describe('terms', () => {
  test('short grams are cut as the published baseline cuts them', () => {
    expect(asciiText('Crème  Brûlée – 5')).toBe('creme brulee 5')
    expect(shortGrams('Ab c')).toEqual(['a', 'b', ' ', 'c', 'ab', 'b ', ' c', 'ab ', 'b c'])
  })

  test('word grams mark where a word begins and ends', () => {
    expect(wordGrams('ict-er')).toEqual([' ic', 'ict', 'ct ', ' ict', 'ict ', ' ict ', ' er', 'er ', ' er '])
  })

  test.each([
    ['fysica', 'physics'],
    ['elektronica', 'electronics'],
    ['pediatrie', 'paediatry'],
    ['psychologie', 'psychology'],
    ['akoestische', 'acoustic'],
  ])('%s and %s sound alike', (dutch, english) => {
    const sounds = new Set(soundGrams(english))
    const letters = new Set(wordGrams(english).filter((gram) => gram.length < 5))
    const shared = (grams: readonly string[], others: ReadonlySet<string>): number =>
      grams.filter((gram) => others.has(gram)).length
    expect(shared(soundGrams(dutch), sounds)).toBeGreaterThan(shared(wordGrams(dutch), letters))
  })

  test('TF-IDF cosines are those of scikit-learn', () => {
    const index = createTermIndex(['a b', 'b c c'], (text) => text.split(' '))
    const scores = new Float64Array(2)
    index.addScores('b c', scores)
    // idf: a and c ln(3/2)+1, b 1; worked by hand.
    const rare = Math.log(1.5) + 1
    const query = Math.hypot(1, rare)
    expect(scores[0]).toBeCloseTo(1 / (query * Math.hypot(rare, 1)), 6)
    expect(scores[1]).toBeCloseTo((1 + 2 * rare * rare) / (query * Math.hypot(1, 2 * rare)), 6)
  })

  test('the best of many are those that sorting gives', () => {
    const scores = Array.from({ length: 500 }, (_, at) => (at * 7919) % 97)
    const compare = (a: number, b: number): number => scores[b]! - scores[a]! || a - b
    const sorted = Array.from(scores.keys()).sort(compare)
    for (const most of [0, 1, 10, 499, 500, 900]) expect(bestOf(500, most, compare)).toEqual(sorted.slice(0, most))
  })
})

describe('done or known', () => {
  const skills = [
    ...['klanten adviseren', 'auto’s repareren', 'bomen snoeien'].map((text) => ({ text, isDone: true })),
    ...['soorten bomen', 'geschiedenis', 'soorten verf'].map((text) => ({ text, isDone: false })),
  ].map(({ text, isDone }) => ({ ...named(text, [text], '', []), isDone }))

  test('is guessed by how labels begin and end', () => {
    const guess = createDoingGuess(skills)
    expect(guess('planten snoeien')).toBeGreaterThan(0.7)
    expect(guess('machines repareren')).toBeGreaterThan(0.5)
    expect(guess('soorten hout')).toBeLessThan(0.3)
    expect(guess('')).toBe(0.5)
  })

  test('is unknown where the taxonomy does not say', () => {
    expect(createDoingGuess(concepts)('planten snoeien')).toBe(0.5)
  })
})
