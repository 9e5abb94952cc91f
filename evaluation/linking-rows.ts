import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BlendModel, blendScorer, type CandidateFinder, type Encoder, openEncoder } from '../src/engine/linking/index.ts'
import {
  type BlendOptions,
  calibrate,
  crossValidate,
  dealFolds,
  type TrainingRows,
  trainBlend,
} from '../src/modules/reading/training/blend/index.ts'

const modelFolder = join(import.meta.dirname, '../data/model')

/** The encoder that ships, when there is one. */
export function shippedEncoder(): Encoder | undefined {
  const file = join(modelFolder, 'encoder.bin')
  return existsSync(file) ? openEncoder(readFileSync(file)) : undefined
}

/** A blend with how it came about, as it stands in `data/model`. */
export interface LinkingModel extends BlendModel {
  readonly trainedOn: string
  readonly date: string
  readonly seed: number
  /** The version of the encoder whose vectors it was trained with. */
  readonly encoder: string | undefined
}

/** A model reads vectors best of the encoder it was trained with. */
export function sayWhenOtherEncoder(model: LinkingModel, encoder: string | undefined, say: (line: string) => void): void {
  if (model.encoder !== encoder) say('the model that ships was trained with another encoder: train it again (--train)')
}

/** The model that ships, when there is one. */
export function shippedModel(name: string): LinkingModel | undefined {
  const file = join(modelFolder, `${name}.json`)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as LinkingModel) : undefined
}

/** The candidates of each query with their features, and which are right. */
export interface LinkingRows extends TrainingRows {
  /** The number of the concept of each row. */
  readonly concepts: Int32Array
}

/** @param labelOf of query and concept, both by number: 0 wrong, 1 right, more for a better right one (see `TrainingRows`) */
export function linkingRows(
  finder: CandidateFinder,
  queries: readonly string[],
  labelOf: (query: number, concept: number) => number,
): LinkingRows {
  const found = queries.map((text) => finder.find(text))
  const count = found.reduce((sum, { concepts }) => sum + concepts.length, 0)
  const width = finder.features.length
  const values = new Float32Array(count * width)
  const labels = new Uint8Array(count)
  const groups = new Int32Array(count)
  const numbers = new Int32Array(count)
  let row = 0
  found.forEach(({ concepts, values: own }, query) => {
    values.set(own, row * width)
    for (const concept of concepts) {
      labels[row] = labelOf(query, concept)
      groups[row] = query
      numbers[row] = concept
      row++
    }
  })
  return { width, values, labels, groups, concepts: numbers }
}

/** Concepts of each query, the best first; of equal scores the one that comes first. */
export function rankConcepts({ groups, concepts }: LinkingRows, scores: ArrayLike<number>, queryCount: number): number[][] {
  const rowsOf: number[][] = Array.from({ length: queryCount }, () => [])
  groups.forEach((query, row) => {
    rowsOf[query]!.push(row)
  })
  return rowsOf.map((own) => own.sort((a, b) => scores[b]! - scores[a]! || a - b).map((row) => concepts[row]!))
}

/** Scores by a model for each fold that did not see its queries. */
export function crossValidated(
  rows: LinkingRows,
  features: readonly string[],
  folds: { readonly queries: number; readonly count: number; readonly seed: number },
  options: BlendOptions,
  say: (line: string) => void,
): Float64Array {
  return crossValidate(rows, dealFolds(folds.queries, folds.count, folds.seed), (seen, leftOut) => {
    say(`training without fold ${leftOut + 1} of ${folds.count}`)
    return blendScorer(trainBlend(seen, features, options), features)
  })
}

export function scoresOf(rows: LinkingRows, model: BlendModel, features: readonly string[]): Float64Array {
  const score = blendScorer(model, features)
  return Float64Array.from(rows.labels, (_, row) => score(rows.values, row * rows.width))
}

/**
 * The model that ships: trained on all rows, its scores made chances by cross-validation.
 *
 * @returns the model, and the cross-validated scores of all rows: what `npm run eval` measures
 */
export function trainShipped(
  rows: LinkingRows,
  features: readonly string[],
  folds: { readonly queries: number; readonly count: number; readonly seed: number },
  options: BlendOptions,
  say: (line: string) => void,
): { readonly model: BlendModel; readonly scores: Float64Array } {
  const scores = crossValidated(rows, features, folds, options, say)
  say('training on all queries')
  return { model: calibrate(trainBlend(rows, features, options), rows, scores), scores }
}
