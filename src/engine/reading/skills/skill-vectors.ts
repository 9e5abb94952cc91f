import type { Encoder } from '../../linking/index.ts'
import { words } from '../../text/index.ts'
import type { Passage } from './passage.ts'
import type { SkillToRead } from './skill-to-read.ts'
import { type Stretches, stretchesOf, type VectorOfWord } from './stretches.ts'
import { add, bringToLengthOne, dot } from './vector-sums.ts'

/** How close a passage comes to a skill in the space of the encoder; -1..1, 0 where nothing is known. */
export interface Closeness {
  /** Mean of the five stretches that come closest, the closest of them, and the passage as a whole. */
  readonly five: Float32Array
  readonly closest: Float32Array
  readonly whole: Float32Array
}

/** A passage among the skills. */
export interface PlacedPassage {
  /** For each skill of the list, in its order. */
  closeness(skills: readonly number[]): Closeness
  /** How close the words of tokens `first` to `last` (included) come to one skill. */
  ofStretch(skill: number, first: number, last: number): number
}

/** Skills as points. */
export interface SkillVectors {
  readonly count: number
  place(passage: Passage): PlacedPassage
  /** The sum of the points of some skills. */
  sumOf(skills: readonly number[]): Float32Array
  /** How one skill lies to a sum of points; the point of a skill itself to one: 1. */
  towards(skill: number, sum: Float32Array): number
}

const descriptionShare = 0.5
const labelShare = 0.5
const closestKept = 5

/** The point of a skill: the mean of its forms, with its description and its preferred labels beside. */
export function createSkillVectors(skills: readonly SkillToRead[], encoder: Encoder): SkillVectors {
  const { dimensions } = encoder
  const points = new Float32Array(skills.length * dimensions)
  for (const [skill, { forms: all, description }] of skills.entries()) {
    const forms = all.filter((form) => !form.isPhrase)
    const point = points.subarray(skill * dimensions, (skill + 1) * dimensions)
    const preferred = forms.filter((form) => form.preferred)
    for (const form of forms) add(point, encoder.encode(words(form.label), form.language), 1 / forms.length)
    for (const form of preferred) add(point, encoder.encode(words(form.label), form.language), labelShare / preferred.length)
    if (description) add(point, encoder.encode(words(description), 'en'), descriptionShare)
    bringToLengthOne(point)
  }
  const vectorOf = keepVectors(encoder)
  return {
    count: skills.length,
    sumOf(list) {
      const sum = new Float32Array(dimensions)
      for (const skill of list) add(sum, points.subarray(skill * dimensions, (skill + 1) * dimensions), 1)
      return sum
    },
    towards: (skill, sum) => dot(points, skill * dimensions, sum),
    place(passage) {
      const stretches = stretchesOf(passage, dimensions, vectorOf)
      return {
        closeness: (list) => closenessTo(points, dimensions, stretches, list),
        ofStretch: (skill, first, last) =>
          closenessOf(points.subarray(skill * dimensions, (skill + 1) * dimensions), stretches, first, last),
      }
    },
  }
}

const mostKept = 20_000

/** Texts use few words often. */
function keepVectors(encoder: Encoder): VectorOfWord {
  const kept = { nl: new Map<string, Float32Array | undefined>(), en: new Map<string, Float32Array | undefined>() }
  return (word, language) => {
    const of = kept[language]
    if (of.has(word)) return of.get(word)
    const sum = encoder.sum([word], language)
    const vector = sum.some((value) => value !== 0) ? sum : undefined
    if (of.size >= mostKept) of.clear()
    of.set(word, vector)
    return vector
  }
}

function closenessOf(point: Float32Array, { words: vectors, places }: Stretches, first: number, last: number): number {
  const sum = new Float32Array(point.length)
  for (const [at, vector] of vectors.entries()) if (places[at]! >= first && places[at]! <= last) add(sum, vector, 1)
  const length = Math.sqrt(dot(sum, 0, sum))
  return length === 0 ? 0 : dot(sum, 0, point) / length
}

function closenessTo(points: Float32Array, dimensions: number, stretches: Stretches, skills: readonly number[]): Closeness {
  const five = new Float32Array(skills.length)
  const closest = new Float32Array(skills.length)
  const whole = new Float32Array(skills.length)
  const upTo = new Float64Array(stretches.words.length + 1)
  const best = new Float64Array(closestKept)
  for (const [at, skill] of skills.entries()) {
    for (const [word, vector] of stretches.words.entries()) upTo[word + 1] = upTo[word]! + dot(points, skill * dimensions, vector)
    best.fill(0)
    for (let stretch = 0; stretch < stretches.count; stretch++) {
      const value = (upTo[stretches.to[stretch]! + 1]! - upTo[stretches.from[stretch]!]!) / stretches.length[stretch]!
      if (value > best[closestKept - 1]!) insert(best, value)
    }
    const kept = Math.min(closestKept, stretches.count)
    closest[at] = best[0]!
    five[at] = kept === 0 ? 0 : best.reduce((sum, value) => sum + value, 0) / kept
    whole[at] = stretches.wholeLength === 0 ? 0 : upTo[stretches.words.length]! / stretches.wholeLength
  }
  return { five, closest, whole }
}

function insert(best: Float64Array, value: number): void {
  let at = best.length - 1
  while (at > 0 && best[at - 1]! < value) {
    best[at] = best[at - 1]!
    at--
  }
  best[at] = value
}
