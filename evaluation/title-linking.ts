import { join } from 'node:path'
import { createCandidateFinder, createTermIndex, shortGrams } from '../src/engine/linking/index.ts'
import type { Benchmark, BenchmarkTask, Figure } from './benchmark.ts'
import {
  crossValidated,
  type LinkingModel,
  type LinkingRows,
  linkingRows,
  rankConcepts,
  sayWhenOtherEncoder,
  scoresOf,
  shippedEncoder,
  shippedModel,
  trainShipped,
} from './linking-rows.ts'
import { averagePrecision, figureOf, reciprocalRank, successAt } from './measures.ts'
import { tableOf } from './table.ts'
import { titleConcepts } from './title-linking-data.ts'
import { readTrecSet, type TrecSet, trecDepth, trecRun } from './trec.ts'

const name = 'title-linking'
const seed = 20_261_129
const foldCount = 5
const options = { seed, wrongShare: 0.4 }
const crossValidatedWay = `cross-validated, ${foldCount} folds`

/** Dutch occupation titles to the concepts of ESCO, in the form of MELO (Retyk et al. 2024). */
export const benchmark: Benchmark = {
  name,
  flags: { queries: 'needed', corpus: 'needed', qrels: 'needed', concepts: 'needed' },
  visibleFiles(shared) {
    const file = (base: string): string[] => [join(shared, 'benchmarks/title-linking-nl', `${base}.tsv`)]
    return {
      queries: file('queries'),
      corpus: file('corpus_elements'),
      qrels: file('qrels'),
      concepts: file('concept_mapping'),
    }
  },
  async run(task) {
    const set = readSet(task)
    return [...baseline(set, task), ...blended(set, task)]
  },
  async train(task) {
    const set = readSet(task)
    const { rows, features, conceptIds, encoder } = prepare(set, task)
    const folds = { queries: set.queries.length, count: foldCount, seed }
    const { model, scores } = trainShipped(rows, features, folds, options, task.say)
    const ranked = rankConcepts(rows, scores, set.queries.length)
    task.say(tableOf(figuresOf(set, ranked, conceptIds, crossValidatedWay, goals)))
    return {
      trainedOn: `${name}-nl, ${set.queries.length} queries`,
      date: today(),
      seed,
      encoder,
      ...model,
    } satisfies LinkingModel
  },
}

const today = (): string => new Date().toISOString().slice(0, 10)

function readSet({ files }: BenchmarkTask): TrecSet {
  const one = (flag: string): string => files[flag]![0]!
  return readTrecSet({ queries: one('queries'), corpus: one('corpus'), qrels: one('qrels'), concepts: one('concepts') })
}

/** Character TF-IDF over forms: the published baseline, by which the scorer itself is checked. */
export function baselineRuns({ queries, forms }: TrecSet): number[][] {
  const index = createTermIndex(
    forms.map(({ text }) => text),
    shortGrams,
  )
  const ids = forms.map(({ id }) => id)
  return queries.map(({ text }) => {
    const scores = new Float64Array(forms.length)
    index.addScores(text, scores)
    return trecRun(scores, ids)
  })
}

export interface TitleValues {
  readonly MRR: number[]
  readonly MAP: number[]
  readonly 'success@1': number[]
  readonly 'success@10': number[]
}

/** The measures of each query over its run of forms. */
export function measureRuns({ queries, forms, right }: TrecSet, runs: readonly (readonly number[])[]): TitleValues {
  const values: TitleValues = { MRR: [], MAP: [], 'success@1': [], 'success@10': [] }
  queries.forEach(({ id }, query) => {
    const wanted = right.get(id)!
    const isRight = runs[query]!.slice(0, trecDepth).map((form) => wanted.has(forms[form]!.id))
    values.MRR.push(reciprocalRank(isRight))
    values.MAP.push(averagePrecision(isRight, wanted.size))
    values['success@1'].push(successAt(isRight, 1))
    values['success@10'].push(successAt(isRight, 10))
  })
  return values
}

function baseline(set: TrecSet, { say }: BenchmarkTask): Figure[] {
  say('title linking: character TF-IDF')
  const values = measureRuns(set, baselineRuns(set))
  const about = { set: 'titles', system: 'character TF-IDF', way: 'nothing trained' }
  return Object.entries(values).map(([measure, own]) => figureOf(about, measure, own))
}

interface Prepared {
  readonly rows: LinkingRows
  readonly features: readonly string[]
  readonly conceptIds: readonly string[]
  readonly encoder: string | undefined
}

function prepare(set: TrecSet, { shared, say }: BenchmarkTask): Prepared {
  say('title linking: index and features')
  const concepts = titleConcepts(set, shared)
  const encoder = shippedEncoder()
  const finder = createCandidateFinder(concepts, encoder)
  const conceptOf = new Map(set.forms.map(({ id, concept }) => [id, concept]))
  const wanted = set.queries.map(({ id }) => new Set([...set.right.get(id)!].map((form) => conceptOf.get(form))))
  const rows = linkingRows(
    finder,
    set.queries.map(({ text }) => text),
    (query, concept) => (wanted[query]!.has(concepts[concept]!.id) ? 1 : 0),
  )
  return { rows, features: finder.features, conceptIds: concepts.map(({ id }) => id), encoder: encoder?.version }
}

function blended(set: TrecSet, task: BenchmarkTask): Figure[] {
  const model = task.isVisible ? undefined : shippedModel(name)
  if (!task.isVisible && !model) {
    task.say('title linking: there is no model that ships; npm run eval title-linking --train makes one')
    return []
  }
  const { rows, features, conceptIds, encoder } = prepare(set, task)
  if (model) sayWhenOtherEncoder(model, encoder, task.say)
  const scores = model
    ? scoresOf(rows, model, features)
    : crossValidated(rows, features, { queries: set.queries.length, count: foldCount, seed }, options, task.say)
  const ranked = rankConcepts(rows, scores, set.queries.length)
  const way = model ? 'model that ships' : crossValidatedWay
  return figuresOf(set, ranked, conceptIds, way, task.isVisible ? goals : {})
}

/** For the visible set: what was reachable before, and the lexical blend less a standard error, below which the run fails. */
const goals = {
  mrr: { target: 0.555, stretch: 0.575, floor: 0.52 },
  ten: { target: 0.7, stretch: 0.72, floor: 0.66 },
  map: { target: 0.52, stretch: 0.54, floor: 0.46 },
}

function figuresOf(
  set: TrecSet,
  ranked: readonly number[][],
  conceptIds: readonly string[],
  way: string,
  { mrr, ten, map }: Partial<typeof goals>,
): Figure[] {
  const formsOf = new Map<string, number[]>()
  set.forms.forEach(({ concept }, form) => {
    formsOf.set(concept, [...(formsOf.get(concept) ?? []), form])
  })
  const formLists = conceptIds.map((id) => formsOf.get(id) ?? [])
  const oneFirst = measureRuns(
    set,
    ranked.map((concepts) => oneFormFirst(concepts, formLists)),
  )
  const grouped = measureRuns(
    set,
    ranked.map((concepts) => concepts.flatMap((concept) => formLists[concept]!)),
  )
  const about = { set: 'titles', system: 'blend, one form per concept first', way }
  return [
    figureOf(about, 'MRR', oneFirst.MRR, mrr),
    figureOf(about, 'success@1', oneFirst['success@1']),
    figureOf(about, 'success@10', oneFirst['success@10'], ten),
    figureOf({ ...about, system: 'blend, forms grouped by concept' }, 'MAP', grouped.MAP, map),
  ]
}

/** One form of each concept in order, then the others: what a list of different answers shows. */
function oneFormFirst(concepts: readonly number[], formLists: readonly (readonly number[])[]): number[] {
  return [
    ...concepts.flatMap((concept) => formLists[concept]!.slice(0, 1)),
    ...concepts.flatMap((concept) => formLists[concept]!.slice(1)),
  ]
}
