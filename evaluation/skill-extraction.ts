import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Encoder, openEncoder, type RowScorer } from '../src/engine/linking/index.ts'
import {
  createSkillSpace,
  featureNames,
  type MentionModel,
  type RankingModel,
  rankingScorer,
  type SkillSpace,
  withPhrases,
} from '../src/engine/reading/index.ts'
import { type ExtractionModel, extractionFile, openReadingModels } from '../src/modules/reading/extraction-model.ts'
import { crossValidate, dealFolds } from '../src/modules/reading/training/blend/index.ts'
import {
  type AnnotatedText,
  type RankingRows,
  rankingRows,
  rankingScorerOf,
  readAnnotations,
  readLabels,
  sentencesOf,
  spansOf,
  trainRanking,
} from '../src/modules/reading/training/extraction/index.ts'
import type { Benchmark, BenchmarkTask, Figure } from './benchmark.ts'
import { dutchTaxonomy } from './dutch-taxonomy.ts'
import { figureOf, intervalOf, precisionAt, reciprocalRank } from './measures.ts'
import { measureMentions, trainMentionModel } from './skill-extraction-dutch.ts'
import { escoSkillsFor } from './skill-extraction-esco.ts'
import { rarityFrom } from './skill-extraction-training.ts'

type TextKind = 'sentences' | 'spans'
const textKinds: readonly TextKind[] = ['sentences', 'spans']

const modelFolder = join(import.meta.dirname, '../data/model')
const folds = 5
const seed = 1

/** Targets and stretch of RP@5 (`design/reading.md`, section 8). */
const goals: Readonly<Record<string, { readonly target: number; readonly stretch: number }>> = {
  'TECH sentences': { target: 0.64, stretch: 0.66 },
  'HOUSE sentences': { target: 0.53, stretch: 0.57 },
  'TECH spans': { target: 0.76, stretch: 0.79 },
  'HOUSE spans': { target: 0.72, stretch: 0.76 },
}

/** Skill extraction on sentences and on spans over a list of labels (Decorte et al. 2022). */
export const benchmark: Benchmark = {
  name: 'skill-extraction',
  flags: { annotations: 'needed', labels: 'needed' },
  visibleFiles: (shared) => {
    const folder = join(shared, 'benchmarks', 'skill-extraction')
    return {
      annotations: ['tech', 'house'].map((set) => join(folder, `${set}_validation_annotations.csv`)),
      labels: [join(folder, 'skills_en_label.txt')],
    }
  },
  run: async (task) => {
    const model = readModel()
    const prepared = prepare(task, (key) => model.rarity[key])
    const figures = textKinds.flatMap((kind) => measureKind(kind, prepared, model, task))
    if (!task.isVisible || !existsSync(join(task.shared, 'ads', 'ads-sample.jsonl'))) return figures
    const taxonomy = dutchTaxonomy(task.shared)
    const { phrases } = await openReadingModels()
    const space = createSkillSpace(withPhrases(taxonomy.skills, phrases), (key) => model.rarity[key], openShipped())
    return [...figures, ...measureMentions(space, taxonomy, task.shared)]
  },
  train: async (task) => {
    const skills = escoSkillsFor(readLabels(task.files.labels![0]!), join(task.shared, 'esco-en-1.1.1'))
    const rarity = rarityFrom(skills, task.shared)
    const { texts, encoded, plain } = prepare(task, (key) => rarity[key])
    const train = (kind: TextKind, space: SkillSpace): RankingModel => trainRanking(rankingRows(space, texts[kind], 'en').rows)
    const both = (kind: TextKind): ExtractionModel['ranking'][TextKind] => ({
      ...(encoded ? { encoder: train(kind, encoded) } : {}),
      words: train(kind, plain),
    })
    const taxonomy = dutchTaxonomy(task.shared)
    const { phrases } = await openReadingModels()
    const mentions = (encoder?: Encoder): MentionModel =>
      trainMentionModel(
        createSkillSpace(withPhrases(taxonomy.skills, phrases), (key) => rarity[key], encoder),
        taxonomy,
        task.shared,
      )
    const encoder = openShipped()
    return {
      version: '1',
      rarity,
      ranking: { sentences: both('sentences'), spans: both('spans') },
      mentions: { ...(encoder ? { encoder: mentions(encoder) } : {}), words: mentions() },
    } satisfies ExtractionModel
  },
}

interface Prepared {
  readonly texts: Readonly<Record<TextKind, readonly AnnotatedText[]>>
  /** Names of the files. */
  readonly sets: readonly string[]
  /** With the encoder, when there is one; and without. */
  readonly encoded?: SkillSpace
  readonly plain: SkillSpace
}

function prepare({ files, shared, say }: BenchmarkTask, rarity: (key: string) => number | undefined): Prepared {
  const labels = readLabels(files.labels![0]!)
  const annotations = readAnnotations(files.annotations!, labels)
  const skills = escoSkillsFor(labels, join(shared, 'esco-en-1.1.1'))
  const encoder = openShipped()
  if (!encoder) say('skill-extraction: there is no data/model/encoder.bin; reading goes by words alone.')
  return {
    texts: { sentences: sentencesOf(annotations), spans: spansOf(annotations) },
    sets: files.annotations!.map((file) => basename(file).split('_')[0]!.toUpperCase()),
    ...(encoder ? { encoded: createSkillSpace(skills, rarity, encoder) } : {}),
    plain: createSkillSpace(skills, rarity),
  }
}

function measureKind(
  kind: TextKind,
  { texts, sets, encoded, plain }: Prepared,
  model: ExtractionModel,
  task: BenchmarkTask,
): Figure[] {
  const queries = texts[kind]
  const words = rankingRows(plain, queries, 'en')
  const column = (rows: RankingRows, name: string): Float64Array => {
    const at = featureNames.indexOf(name)
    return Float64Array.from(rows.rows.labels, (_, row) => rows.rows.values[row * rows.rows.width + at]!)
  }
  const way = task.isVisible ? 'cross-validated' : 'model that ships'
  const blend = (rows: RankingRows, shipped: RankingModel): Float64Array => {
    if (!task.isVisible) return scoreAll(rows, rankingScorer(shipped, featureNames))
    const groups = 1 + rows.rows.groups.reduce((most, group) => Math.max(most, group), 0)
    return crossValidate(rows.rows, dealFolds(groups, folds, seed), rankingScorerOf)
  }
  const systems: { name: string; way: string; rows: RankingRows; scores: Float64Array }[] = [
    { name: 'stem TF-IDF', way: 'nothing trained', rows: words, scores: column(words, 'whole') },
    { name: 'blend without encoder', way, rows: words, scores: blend(words, model.ranking[kind].words) },
  ]
  const shipped = model.ranking[kind].encoder
  if (encoded && shipped) {
    const rows = rankingRows(encoded, queries, 'en')
    systems.push({ name: 'encoder alone', way: 'nothing trained', rows, scores: column(rows, 'closeFive') })
    systems.push({ name: 'blend', way, rows, scores: blend(rows, shipped) })
  }
  return sets.flatMap((set, file) => {
    const floor = lexicalFloor(systems[0]!, queries, file)
    return systems.flatMap((system) => {
      const values = measuresOf(system, queries, file)
      const about = { set: `${set} ${kind}`, system: system.name, way: system.way }
      const aims =
        system.name.startsWith('blend') && task.isVisible ? { floor, ...(system.name === 'blend' ? goals[about.set] : {}) } : {}
      return Object.entries(values).map(([measure, all]) => figureOf(about, measure, all, measure === 'RP@5' ? aims : {}))
    })
  })
}

function scoreAll({ rows }: RankingRows, score: RowScorer): Float64Array {
  return Float64Array.from(rows.labels, (_, row) => score(rows.values, row * rows.width))
}

interface Ranked {
  readonly rows: RankingRows
  readonly scores: Float64Array
}

/** One standard error under what words in common give without training. */
function lexicalFloor(system: Ranked, queries: readonly AnnotatedText[], file: number): number {
  const { value, low, high } = intervalOf(measuresOf(system, queries, file)['RP@5']!)
  return value - (high - low) / (2 * 1.96)
}

/** Of each query of a file. Ties go by the order of the labels. */
function measuresOf({ rows, scores }: Ranked, queries: readonly AnnotatedText[], file: number): Record<string, number[]> {
  const values: Record<string, number[]> = { 'RP@1': [], 'RP@5': [], 'RP@10': [], MRR: [] }
  for (const [at, { gold, file: own }] of queries.entries()) {
    if (own !== file) continue
    const start = rows.starts[at]!
    const { skills } = rows.candidates[at]!
    const order = skills.map((_, place) => place).sort((a, b) => scores[start + b]! - scores[start + a]! || a - b)
    const right = order.map((place) => gold.has(skills[place]!))
    for (const depth of [1, 5, 10]) values[`RP@${depth}`]!.push(precisionAt(right, depth, gold.size))
    values.MRR!.push(reciprocalRank(right))
  }
  return values
}

function openShipped(): Encoder | undefined {
  const file = join(modelFolder, 'encoder.bin')
  return existsSync(file) ? openEncoder(readFileSync(file)) : undefined
}

function readModel(): ExtractionModel {
  const file = join(modelFolder, extractionFile)
  if (!existsSync(file)) throw new Error(`There is no ${file}; make it with: npm run eval skill-extraction -- --train`)
  return JSON.parse(readFileSync(file, 'utf8')) as ExtractionModel
}
