import { bestOf } from './best.ts'
import { firstFormOf, formsOf } from './concept-forms.ts'
import type { Encoder } from './encoder.ts'
import type { FormList } from './form-signal.ts'
import { createFormVectors, formVectorFeatures } from './form-vectors.ts'
import { kinOf } from './kin.ts'
import type { LinkableConcept } from './linkable.ts'
import { partFeatures, partRows } from './part-features.ts'
import { createPartIndex } from './part-match.ts'
import { createPlainRows, plainFeatures } from './plain-features.ts'
import { queryVariants } from './query-variants.ts'
import { signalFeatures, signalRows } from './signal-features.ts'
import { createSignals, type Signal } from './signals.ts'
import { createTermCutters } from './term-cutters.ts'

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

/** With an encoder there are more features than without. */
export function createCandidateFinder(concepts: readonly LinkableConcept[], encoder?: Encoder): CandidateFinder {
  const cutters = createTermCutters(concepts)
  const kin = kinOf(concepts)
  const dutch = formsOf(concepts, 'nl')
  const compare = createSignals(concepts, cutters, kin, encoder)
  const parts = createPartIndex(dutch, cutters)
  const firstForms = firstFormOf(dutch, concepts.length)
  const plainRows = createPlainRows(concepts, dutch, kin)
  const formVectors = encoder ? createFormVectors(concepts, encoder) : undefined
  const features = [
    ...signalFeatures(compare('', []).signals.map(({ name }) => name)),
    ...partFeatures,
    ...(formVectors ? formVectorFeatures : []),
    ...plainFeatures,
  ]
  return {
    features,
    forms: dutch,
    find(text) {
      const variants = queryVariants(text)
      const { signals, forms } = compare(text, variants)
      const chosen = chooseCandidates(signals, concepts.length)
      const values = sideBySide(chosen.length, features.length, [
        signalRows(signals, chosen),
        partRows(parts, firstForms, [text, ...variants], chosen),
        ...(formVectors ? [formVectors(text, chosen)] : []),
        plainRows(text, cutters.parts(text).flat().length, chosen),
      ])
      return { concepts: chosen, forms: Int32Array.from(chosen, (concept) => forms[concept]!), values }
    },
  }
}

/** The best of every signal that brings candidates; of equal scores the concept that comes first. */
function chooseCandidates(signals: readonly Signal[], count: number): Int32Array {
  const chosen = new Uint8Array(count)
  for (const { scores, brings } of signals) {
    if (!brings) continue
    for (const concept of bestOf(count, perSignal, (a, b) => scores[b]! - scores[a]! || a - b)) {
      if (scores[concept]! > 0) chosen[concept] = 1
    }
  }
  return Int32Array.from(chosen.keys()).filter((concept) => chosen[concept] === 1)
}

/** Rows of several kinds of features as one row each. */
function sideBySide(count: number, width: number, blocks: readonly Float32Array[]): Float32Array {
  const values = new Float32Array(count * width)
  let column = 0
  for (const block of blocks) {
    const own = count === 0 ? 0 : block.length / count
    for (let row = 0; row < count; row++) values.set(block.subarray(row * own, (row + 1) * own), row * width + column)
    column += own
  }
  return values
}
