import { join } from 'node:path'
import { bestOf, createCandidateFinder, createTermIndex, shortGrams } from '../src/engine/linking/index.ts'
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
import { figureOf, reciprocalRank, successAt } from './measures.ts'
import { readSkillQueries, type SkillQuery, skillConcepts } from './skill-linking-data.ts'
import { tableOf } from './table.ts'

const name = 'skill-linking'
const seed = 20_261_129
const foldCount = 3
const depth = 100
const options = { seed, wrongShare: 0.4 }
const crossValidatedWay = `cross-validated, ${foldCount} folds`

/** Dutch competences (VDAB) to the skills of ESCO that have a Dutch label. */
export const benchmark: Benchmark = {
  name,
  flags: { pairs: 'needed' },
  visibleFiles: (shared) => ({ pairs: [join(shared, 'benchmarks/skill-linking-nl/vdab-competent-to-esco-skill.csv')] }),
  async run(task) {
    const queries = readSkillQueries(task.files.pairs!)
    const prepared = prepare(queries, task)
    return [...baseline(queries, prepared, task), ...blended(queries, prepared, task)]
  },
  async train(task) {
    const queries = readSkillQueries(task.files.pairs!)
    const { ids, rows, features, encoder } = prepare(queries, task)
    const folds = { queries: queries.length, count: foldCount, seed }
    const { model, scores } = trainShipped(rows, features, folds, options, task.say)
    const ranked = rankConcepts(rows, scores, queries.length)
    task.say(tableOf(figuresOf(queries, ranked, ids, { system: 'blend', way: crossValidatedWay }, true)))
    const date = new Date().toISOString().slice(0, 10)
    return { trainedOn: `${name}-nl, ${queries.length} queries`, date, seed, encoder, ...model } satisfies LinkingModel
  },
}

interface Prepared {
  readonly ids: readonly string[]
  readonly labels: readonly string[]
  readonly rows: LinkingRows
  readonly features: readonly string[]
  readonly encoder: string | undefined
}

function prepare(queries: readonly SkillQuery[], { shared, say }: BenchmarkTask): Prepared {
  say('skill linking: index and features')
  const concepts = skillConcepts(shared)
  const encoder = shippedEncoder()
  const finder = createCandidateFinder(concepts, encoder)
  const rows = linkingRows(
    finder,
    queries.map(({ text }) => text),
    (query, concept) => labelOf(queries[query]!, concepts[concept]!.id),
  )
  return {
    ids: concepts.map(({ id }) => id),
    labels: concepts.map(({ forms }) => forms[0]!.text),
    rows,
    features: finder.features,
    encoder: encoder?.version,
  }
}

/** What is exact is worth as much as three that are close: many close links are loose. */
function labelOf({ exact, close }: SkillQuery, concept: string): number {
  if (exact.has(concept)) return 3
  return close.has(concept) ? 1 : 0
}

function baseline(queries: readonly SkillQuery[], { ids, labels }: Prepared, { say }: BenchmarkTask): Figure[] {
  say('skill linking: character TF-IDF')
  const index = createTermIndex(labels, shortGrams)
  const ranked = queries.map(({ text }) => {
    const scores = new Float64Array(ids.length)
    index.addScores(text, scores)
    return bestOf(ids.length, depth, (a, b) => scores[b]! - scores[a]! || a - b)
  })
  return figuresOf(queries, ranked, ids, { system: 'character TF-IDF of labels', way: 'nothing trained' })
}

function blended(queries: readonly SkillQuery[], { ids, rows, features, encoder }: Prepared, task: BenchmarkTask): Figure[] {
  const model = task.isVisible ? undefined : shippedModel(name)
  if (!task.isVisible && !model) {
    task.say('skill linking: there is no model that ships; npm run eval skill-linking --train makes one')
    return []
  }
  if (model) sayWhenOtherEncoder(model, encoder, task.say)
  const scores = model
    ? scoresOf(rows, model, features)
    : crossValidated(rows, features, { queries: queries.length, count: foldCount, seed }, options, task.say)
  const ranked = rankConcepts(rows, scores, queries.length)
  const way = model ? 'model that ships' : crossValidatedWay
  return figuresOf(queries, ranked, ids, { system: 'blend', way }, task.isVisible)
}

function figuresOf(
  queries: readonly SkillQuery[],
  ranked: readonly (readonly number[])[],
  ids: readonly string[],
  { system, way }: { readonly system: string; readonly way: string },
  hasGoals = false,
): Figure[] {
  return (['exact', 'close'] as const).flatMap((which) => {
    const asked = queries.flatMap((query, at) => (query[which].size > 0 ? [{ wanted: query[which], found: ranked[at]! }] : []))
    const right = asked.map(({ wanted, found }) => found.slice(0, depth).map((concept) => wanted.has(ids[concept]!)))
    const about = { set: which === 'exact' ? 'competences, exact' : 'competences, exact + close', system, way }
    const goals = hasGoals ? goalsOf[which] : { mrr: {}, five: {} }
    return [
      figureOf(about, 'MRR', right.map(reciprocalRank), goals.mrr),
      figureOf(
        about,
        'success@1',
        right.map((own) => successAt(own, 1)),
      ),
      figureOf(
        about,
        'success@5',
        right.map((own) => successAt(own, 5)),
        goals.five,
      ),
      figureOf(
        about,
        'success@10',
        right.map((own) => successAt(own, 10)),
      ),
    ]
  })
}

const goalsOf = {
  exact: { mrr: { target: 0.67, stretch: 0.72, floor: 0.58 }, five: { target: 0.79, stretch: 0.83, floor: 0.7 } },
  close: { mrr: { target: 0.385, stretch: 0.42, floor: 0.31 }, five: { target: 0.5, stretch: 0.54, floor: 0.41 } },
}
