import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDictionary, createSkillReader, createSkillSpace, readSkills, withPhrases } from '../src/engine/reading/index.ts'
import { openReadingModels } from '../src/modules/reading/extraction-model.ts'
import type { Benchmark, BenchmarkTask, Figure } from './benchmark.ts'
import { type DutchTaxonomy, dutchTaxonomy } from './dutch-taxonomy.ts'
import { intervalOf } from './measures.ts'
import { createPlainDictionary } from './plain-dictionary.ts'

/** A place in a sentence that names a skill; see truth/README.md. */
interface TrueSpan {
  readonly start: number
  readonly end: number
  readonly concepts: readonly string[]
  readonly by: 'both' | 'one'
}

interface TrueSentence {
  readonly ad: string
  readonly start: number
  readonly end: number
  readonly hash: string
  readonly section: string
  readonly spans: readonly TrueSpan[]
}

interface Reading {
  readonly concept: string
  readonly start: number
  readonly end: number
}

type Reader = (text: string) => readonly Reading[]

/** What came of one sentence. */
interface Outcome {
  readonly section: string
  readonly right: number
  readonly wrong: number
  readonly found: number
  readonly named: number
}

/**
 * Skills in whole Dutch advertisements, read with our vocabulary and ESCO, looked at in the drawn sentences. A reading is right where its concept is accepted for
 * a place in the sentence; it counts neither way where only one of the two passes saw something. A place is found when a reading of the sentence is right for it.
 */
export const benchmark: Benchmark = {
  name: 'dutch-sentences',
  flags: { truth: 'needed', ads: 'needed' },
  visibleFiles: (shared) => ({
    truth: [join(import.meta.dirname, 'truth/dutch-sentences.jsonl')],
    ads: [join(shared, 'ads/ads-sample.jsonl')],
  }),
  run: async ({ files, shared, say }: BenchmarkTask): Promise<readonly Figure[]> => {
    const sentences = files.truth!.flatMap(readLines<TrueSentence>)
    const texts = new Map(
      files.ads!.flatMap(readLines<{ id: string; description: string }>).map(({ id, description }) => [id, description]),
    )
    const taxonomy = dutchTaxonomy(shared)
    say('dutch-sentences: plain dictionaries, ours, and the reader that ships')
    const nothing = 'nothing trained'
    const plainly = (which: (concept: string) => boolean): Reader => plainReader(taxonomy, which)
    return [
      ...figuresOf(
        ['whole words, ours and ESCO', nothing],
        sentences,
        texts,
        plainly(() => true),
        taxonomy,
      ).slice(0, 2),
      ...figuresOf(['whole words, ours', nothing], sentences, texts, plainly(isOurs), taxonomy).slice(0, 2),
      ...figuresOf(
        ['whole words, ESCO', nothing],
        sentences,
        texts,
        plainly((concept) => !isOurs(concept)),
        taxonomy,
      ).slice(0, 2),
      ...figuresOf(['labels', 'nothing trained'], sentences, texts, dictionaryReader(taxonomy), taxonomy),
      ...figuresOf(['reader', 'trained on these'], sentences, texts, await shippedReader(taxonomy), taxonomy),
    ]
  },
}

const isOurs = (concept: string): boolean => concept.startsWith('schakel:')

/** Labels as whole words and nothing else. */
function plainReader({ skills, standsFor }: DutchTaxonomy, which: (concept: string) => boolean): Reader {
  const labels = skills.flatMap(({ concept, forms }) => (which(concept) ? forms.map(({ label }) => ({ concept, label })) : []))
  const read = createPlainDictionary(labels)
  return (text) =>
    read(text).map(({ concepts, start, end }) => {
      const among = concepts.map(standsFor)
      return { concept: among.find(isOurs) ?? among[0]!, start, end }
    })
}

/** Labels as our dictionary reads them: plurals too, ordinary words with care. */
function dictionaryReader({ skills, standsFor }: DutchTaxonomy): Reader {
  const dictionary = createDictionary(
    skills.flatMap(({ concept, forms }) => forms.map(({ label }) => ({ concept, type: 'skill' as const, label }))),
  )
  return (text) =>
    readSkills(dictionary, text).map(({ concepts, start, end }) => {
      const among = concepts.map(standsFor)
      return { concept: among.find(isOurs) ?? among[0]!, start, end }
    })
}

/** As texts of vacancies are read in an import. Its model learned from these very sentences; cross-validated figures are those of `skill-extraction`. */
async function shippedReader({ skills, standsFor }: DutchTaxonomy): Promise<Reader> {
  const { extraction, phrases, encoder } = await openReadingModels()
  const dictionary = createDictionary(
    skills.flatMap(({ concept, forms }) => forms.map(({ label }) => ({ concept, type: 'skill' as const, label }))),
  )
  const space = createSkillSpace(withPhrases(skills, phrases), (key) => extraction.rarity[key], encoder)
  const reader = createSkillReader(dictionary, space, (encoder && extraction.mentions.encoder) || extraction.mentions.words)
  return (text) =>
    reader.read(text).map(({ concepts, start, end }) => {
      const among = concepts.map(standsFor)
      return { concept: among.find(isOurs) ?? among[0]!, start, end }
    })
}

function figuresOf(
  [system, way]: readonly [system: string, way: string],
  sentences: readonly TrueSentence[],
  texts: ReadonlyMap<string, string>,
  read: Reader,
  { standsFor }: DutchTaxonomy,
): Figure[] {
  const readings = new Map([...new Set(sentences.map(({ ad }) => ad))].map((ad) => [ad, read(texts.get(ad) ?? '')]))
  const outcomes = sentences.map((sentence) => {
    const text = texts.get(sentence.ad)?.slice(sentence.start, sentence.end) ?? ''
    if (createHash('sha256').update(text).digest('hex').slice(0, 16) !== sentence.hash)
      throw new Error(`The advertisement ${sentence.ad} is not the one whose sentences were annotated.`)
    return outcomeOf(sentence, readings.get(sentence.ad) ?? [], standsFor)
  })
  const groups = ['all', 'demands', 'tasks', 'rest'] as const
  return groups.flatMap((group) => {
    const of = outcomes.filter(({ section }) => group === 'all' || groupOf(section) === group)
    const about = { set: `Dutch sentences, ${group}`, system, way }
    return [
      {
        ...about,
        measure: 'precision',
        ...shareOf(
          of,
          ({ right }) => right,
          ({ right, wrong }) => right + wrong,
        ),
      },
      {
        ...about,
        measure: 'recall',
        ...shareOf(
          of,
          ({ found }) => found,
          ({ named }) => named,
        ),
      },
    ]
  })
}

function outcomeOf(
  { start, end, section, spans }: TrueSentence,
  all: readonly Reading[],
  standsFor: (id: string) => string,
): Outcome {
  const readings = all
    .filter((one) => one.start >= start && one.end <= end)
    .map((one) => ({ start: one.start - start, end: one.end - start, concept: standsFor(one.concept) }))
  const accepted = (span: TrueSpan, concept: string): boolean => span.concepts.some((id) => standsFor(id) === concept)
  const sure = spans.filter(({ by, concepts }) => by === 'both' && concepts.length > 0)
  let [right, wrong] = [0, 0]
  for (const { concept, ...place } of readings) {
    if (sure.some((span) => accepted(span, concept))) right++
    else if (!spans.some((span) => span.by === 'one' && overlaps(span, place))) wrong++
  }
  const found = sure.filter((span) => readings.some(({ concept }) => accepted(span, concept))).length
  return { section, right, wrong, found, named: sure.length }
}

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end

const groupOf = (section: string): string => (section === 'demands' || section === 'tasks' ? section : 'rest')

/** A share of all, with its interval by sentence: the ratio of two sums, each sentence weighing as much as it holds. */
function shareOf(outcomes: readonly Outcome[], part: (one: Outcome) => number, whole: (one: Outcome) => number) {
  const values = outcomes.flatMap((one) => Array.from({ length: whole(one) }, (_, at) => (at < part(one) ? 1 : 0)))
  return { ...intervalOf(values), queries: values.length }
}

function readLines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
}
