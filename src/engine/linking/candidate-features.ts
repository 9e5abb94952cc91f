import { bestOf } from './best.ts'
import { shortGrams, wordGrams } from './char-grams.ts'
import type { Encoder } from './encoder.ts'
import { type ConceptScores, createFormSignal, type FormList } from './form-signal.ts'
import { createFormVectors, formVectorFeatures } from './form-vectors.ts'
import type { LinkableConcept } from './linkable.ts'
import { createPartIndex, type PartMatch } from './part-match.ts'
import { queryVariants } from './query-variants.ts'
import { createTermCutters } from './term-cutters.ts'
import { createVectorSignals } from './vector-signals.ts'

/** Concepts that may be meant by words, with what speaks for each. */
export interface Candidates {
  /** Numbers of concepts, rising. */
  readonly concepts: Int32Array
  /** The Dutch form of each that is most like the words, as a number in `forms`; -1 when none is. */
  readonly forms: Int32Array
  /** Features row by row, a row for each candidate: those named in `features`. */
  readonly values: Float32Array
}

export interface CandidateFinder {
  readonly features: readonly string[]
  /** Dutch forms. */
  readonly forms: FormList
  readonly find: (text: string) => Candidates
}

/** Each way of comparing brings its best so many. */
const perSignal = 40

/** A score for each concept, and whether it brings candidates. */
interface Signal {
  readonly name: string
  readonly scores: Float32Array
  readonly brings: boolean
}

export function createCandidateFinder(concepts: readonly LinkableConcept[], encoder?: Encoder): CandidateFinder {
  const count = concepts.length
  const cutters = createTermCutters(concepts)
  const dutch = formsOf(concepts, 'nl')
  const english = formsOf(concepts, 'en')
  const shorts = createFormSignal(dutch, count, shortGrams)
  const grams = createFormSignal(dutch, count, wordGrams)
  const stems = createFormSignal(dutch, count, cutters.dutch)
  const bags = createFormSignal(gather(concepts, 'nl', 'forms'), count, cutters.dutch)
  const descriptions = createFormSignal(gather(concepts, 'nl', 'descriptions'), count, cutters.dutch)
  const englishGrams = createFormSignal(english, count, wordGrams)
  const englishDescriptions = createFormSignal(gather(concepts, 'en', 'descriptions'), count, cutters.english)
  const vectors = encoder ? createVectorSignals(concepts, encoder) : undefined
  const formVectors = encoder ? createFormVectors(concepts, encoder) : undefined
  const parts = createPartIndex(dutch, cutters)
  const firstForms = firstFormOf(dutch, count)
  const groups = groupsOf(concepts)

  function signalsOf(text: string): { signals: Signal[]; form: Int32Array; variants: string[] } {
    const variants = queryVariants(text)
    const short = shorts([text])
    const gram = grams([text])
    const stem = stems([text])
    const varied = (plain: ConceptScores, all: typeof grams): Float32Array =>
      variants.length === 0 ? plain.best : maxOf(plain.best, all(variants).best)
    const gramVaried = varied(gram, grams)
    const stemVaried = varied(stem, stems)
    const description = descriptions([text]).best
    const signals: Signal[] = [
      { name: 'short grams', scores: short.best, brings: true },
      { name: 'short grams of label', scores: short.label, brings: false },
      { name: 'word grams', scores: gram.best, brings: true },
      { name: 'word grams of label', scores: gram.label, brings: false },
      { name: 'word grams of variants', scores: gramVaried, brings: true },
      { name: 'stems', scores: stem.best, brings: true },
      { name: 'stems of label', scores: stem.label, brings: false },
      { name: 'stems of variants', scores: stemVaried, brings: true },
      { name: 'stems of all forms', scores: bags([text]).best, brings: true },
      { name: 'description', scores: description, brings: true },
      { name: 'English grams', scores: englishGrams([text]).best, brings: true },
      { name: 'English description', scores: englishDescriptions([text]).best, brings: false },
      { name: 'kin by grams', scores: bestOfKin(gramVaried, groups), brings: false },
      { name: 'kin by stems', scores: bestOfKin(stemVaried, groups), brings: false },
      { name: 'kin by description', scores: bestOfKin(description, groups), brings: false },
    ]
    if (vectors) {
      for (const [name, scores] of Object.entries(vectors(text))) {
        signals.push({ name, scores, brings: true })
        signals.push({ name: `kin by ${name}`, scores: bestOfKin(scores, groups), brings: false })
      }
    }
    return { signals, form: gram.form, variants }
  }

  const signalNames = signalsOf('').signals.map(({ name }) => name)
  const features = [
    ...signalNames.flatMap((name) => [name, `${name}: behind the best`, `${name}: one over place`]),
    ...partFeatures.flatMap((name) => [name, `${name}: behind the best`]),
    ...(formVectors ? formVectorFeatures : []),
    ...plainFeatures,
  ]

  return {
    features,
    forms: dutch,
    find(text) {
      const { signals, form, variants } = signalsOf(text)
      const chosen = chooseCandidates(signals, count)
      const width = features.length
      const values = new Float32Array(chosen.length * width)
      let column = 0
      for (const { scores } of signals) {
        addSignal(scores, chosen, values, column, width)
        column += 3
      }
      addParts([text, ...variants], chosen, values, column, width)
      column += 2 * partFeatures.length
      if (formVectors) {
        addColumns(formVectors(text, chosen), formVectorFeatures.length, values, column, width)
        column += formVectorFeatures.length
      }
      const length = cutters.parts(text).flat().length
      const asked = endsInVerb(text)
      chosen.forEach((concept, row) => {
        values.set(
          [concepts[concept]!.forms.length, labelLength(concept), length, isGroup(concept), asked, saysDoing(concept)],
          row * width + column,
        )
      })
      return { concepts: chosen, forms: Int32Array.from(chosen, (concept) => form[concept]!), values }
    },
  }

  function addParts(texts: readonly string[], chosen: Int32Array, values: Float32Array, column: number, width: number): void {
    const queries = texts.map((text) => parts.query(text))
    const best = new Float32Array(partFeatures.length)
    chosen.forEach((concept, row) => {
      for (const query of queries) {
        const match = parts.match(query, firstForms[concept]!, firstForms[concept + 1]!)
        partFeatures.forEach((name, at) => {
          const place = row * width + column + 2 * at
          values[place] = Math.max(values[place]!, match[name])
          best[at] = Math.max(best[at]!, values[place]!)
        })
      }
    })
    chosen.forEach((_, row) => {
      partFeatures.forEach((_, at) => {
        const place = row * width + column + 2 * at
        values[place + 1] = best[at]! - values[place]!
      })
    })
  }

  function labelLength(concept: number): number {
    const from = firstForms[concept]!
    return from < firstForms[concept + 1]! ? dutch.texts[from]!.length : 0
  }

  function saysDoing(concept: number): number {
    const from = firstForms[concept]!
    return from < firstForms[concept + 1]! ? endsInVerb(dutch.texts[from]!) : 0
  }

  function isGroup(concept: number): number {
    return groups.isGroup[concept]!
  }
}

const plainFeatures = [
  'number of forms',
  'length of label',
  'parts of the words',
  'is a group',
  'words say doing',
  'label says doing',
]
const partFeatures = [
  'covered',
  'covering',
  'shared',
  'coveredByAll',
  'head',
  'labelHead',
  'restUnderHead',
  'rest',
] as const satisfies readonly (keyof PartMatch)[]

function formsOf(concepts: readonly LinkableConcept[], wanted: 'nl' | 'en'): FormList {
  const texts: string[] = []
  const owners: number[] = []
  concepts.forEach(({ forms }, concept) => {
    for (const { text, language } of forms) {
      if (language !== wanted) continue
      texts.push(text)
      owners.push(concept)
    }
  })
  return { texts, concepts: Int32Array.from(owners) }
}

/** All forms, or all descriptions, of a concept as one text. */
function gather(concepts: readonly LinkableConcept[], wanted: 'nl' | 'en', which: 'forms' | 'descriptions'): FormList {
  const texts = concepts.map((concept) =>
    concept[which]
      .filter(({ language }) => language === wanted)
      .map(({ text }) => text)
      .join('\n'),
  )
  return { texts, concepts: Int32Array.from(texts.keys()) }
}

function firstFormOf({ concepts }: FormList, count: number): Int32Array {
  const first = new Int32Array(count + 1)
  for (const concept of concepts) first[concept + 1]!++
  for (let concept = 0; concept < count; concept++) first[concept + 1]! += first[concept]!
  return first
}

interface Groups {
  /** The number of the group of each concept; -1 when it has none. */
  readonly of: Int32Array
  readonly count: number
  /** 1 for a concept that is itself the group of others. */
  readonly isGroup: Uint8Array
}

function groupsOf(concepts: readonly LinkableConcept[]): Groups {
  const numbers = new Map<string, number>()
  const of = Int32Array.from(concepts, ({ group }) => {
    if (group === undefined) return -1
    const number = numbers.get(group) ?? numbers.size
    numbers.set(group, number)
    return number
  })
  return { of, count: numbers.size, isGroup: Uint8Array.from(concepts, ({ id }) => (numbers.has(id) ? 1 : 0)) }
}

/** The best score among the other concepts of the group of each. */
function bestOfKin(scores: Float32Array, groups: Groups): Float32Array {
  const first = new Float32Array(groups.count)
  const second = new Float32Array(groups.count)
  scores.forEach((score, concept) => {
    const group = groups.of[concept]!
    if (group < 0) return
    if (score > first[group]!) {
      second[group] = first[group]!
      first[group] = score
    } else if (score > second[group]!) second[group] = score
  })
  return Float32Array.from(scores, (score, concept) => {
    const group = groups.of[concept]!
    if (group < 0) return 0
    return score === first[group] ? second[group]! : first[group]!
  })
}

function maxOf(a: Float32Array, b: Float32Array): Float32Array {
  return Float32Array.from(a, (value, at) => Math.max(value, b[at]!))
}

/** The best of every signal that brings candidates; of equal scores the concept that comes first. */
function chooseCandidates(signals: readonly Signal[], count: number): Int32Array {
  const chosen = new Uint8Array(count)
  for (const { scores, brings } of signals) if (brings) for (const concept of topOf(scores, perSignal)) chosen[concept] = 1
  return Int32Array.from(chosen.keys()).filter((concept) => chosen[concept] === 1)
}

function topOf(scores: Float32Array, most: number): number[] {
  return bestOf(scores.length, most, (a, b) => scores[b]! - scores[a]! || a - b).filter((concept) => scores[concept]! > 0)
}

/** Score, how far behind the best, and one over the place among the candidates; equals share a place. */
function addSignal(scores: Float32Array, chosen: Int32Array, values: Float32Array, column: number, width: number): void {
  const order = Array.from(chosen, (_, row) => row).sort((a, b) => scores[chosen[b]!]! - scores[chosen[a]!]!)
  const best = order.length > 0 ? scores[chosen[order[0]!]!]! : 0
  let place = 0
  order.forEach((row, at) => {
    const score = scores[chosen[row]!]!
    if (at === 0 || score !== scores[chosen[order[at - 1]!]!]) place = at + 1
    values[row * width + column] = score
    values[row * width + column + 1] = best - score
    values[row * width + column + 2] = score === 0 ? 0 : 1 / place
  })
}

/** A row of columns for each candidate, put in its place among the others. */
function addColumns(rows: Float32Array, count: number, values: Float32Array, column: number, width: number): void {
  for (let at = 0; at < rows.length; at++) values[Math.floor(at / count) * width + column + (at % count)] = rows[at]!
}

/** 1 when the last word could be the verb of what is done (`klanten adviseren`), else 0. */
function endsInVerb(text: string): number {
  return text.includes(' ') && /(?:en|gaan|staan|zien|doen|slaan)$/i.test(text.trimEnd()) ? 1 : 0
}
