import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Encoder, openEncoder } from '../src/engine/linking/index.ts'
import { readAnnotations, readLabels, sentencesOf, spansOf } from '../src/modules/reading/training/extraction/annotations.ts'
import type { Benchmark, BenchmarkTask, Figure } from './benchmark.ts'
import { nearest, skillVectors } from './encoder-extraction.ts'
import { linked, linkVectors, readLinkQueries, readLinkSkills } from './encoder-linking.ts'
import { figureOf, precisionAt, reciprocalRank, successAt } from './measures.ts'
import { escoSkillsFor } from './skill-extraction-esco.ts'

const modelFile = join(import.meta.dirname, '../data/model/encoder.bin')
const depth = 10

/** The static encoder alone, as one feature: it was trained on no set that is measured here. */
export const benchmark: Benchmark = {
  name: 'encoder',
  flags: { annotations: 'optional', labels: 'optional', links: 'optional' },
  visibleFiles: (shared) => ({
    annotations: ['tech', 'house'].map((set) => join(shared, `benchmarks/skill-extraction/${set}_validation_annotations.csv`)),
    labels: [join(shared, 'benchmarks/skill-extraction/skills_en_label.txt')],
    links: [join(shared, 'benchmarks/skill-linking-nl/vdab-competent-to-esco-skill.csv')],
  }),
  async run(task) {
    if (!existsSync(modelFile)) return []
    return measureEncoder(openEncoder(readFileSync(modelFile)), 'encoder alone', 'model that ships', task)
  },
}

/** Figures of any encoder; before its rows become steps too. */
export function measureEncoder(
  encoder: Encoder,
  system: string,
  way: string,
  { files, shared }: Pick<BenchmarkTask, 'files' | 'shared'>,
): Figure[] {
  const [labelFile] = files.labels ?? []
  return [
    ...(labelFile === undefined ? [] : extraction(encoder, { system, way }, files.annotations ?? [], labelFile, shared)),
    ...(files.links ?? []).flatMap((file) => linking(encoder, { system, way }, file, shared)),
  ]
}

type About = Pick<Figure, 'system' | 'way'>

function extraction(encoder: Encoder, about: About, files: readonly string[], labelFile: string, shared: string): Figure[] {
  const labels = readLabels(labelFile)
  const vectors = skillVectors(encoder, escoSkillsFor(labels, join(shared, 'esco-en-1.1.1')))
  return files.flatMap((file) => {
    const annotations = readAnnotations([file], labels)
    const name = basename(file, '.csv').replace(/_.*$/, '').toUpperCase()
    return [['sentences', sentencesOf(annotations)] as const, ['spans', spansOf(annotations)] as const].flatMap(
      ([kind, texts]) => {
        const right = texts.map(({ text, gold }) => nearest(encoder, text, vectors, depth).map((label) => gold.has(label)))
        const precision = (at: number) => right.map((list, query) => precisionAt(list, at, texts[query]!.gold.size))
        const set = { ...about, set: `${name} ${kind}` }
        return [
          figureOf(set, 'RP@1', precision(1)),
          figureOf(set, 'RP@5', precision(5)),
          figureOf(set, 'RP@10', precision(10)),
          figureOf(set, 'MRR@10', right.map(reciprocalRank)),
        ]
      },
    )
  })
}

const linkDepth = 100

function linking(encoder: Encoder, about: About, file: string, shared: string): Figure[] {
  const skills = readLinkSkills(shared)
  const vectors = linkVectors(encoder, skills)
  const queries = readLinkQueries(file)
  const ranked = queries.map((query) => linked(encoder, query, skills, vectors, linkDepth))
  return (['exact', 'close'] as const).flatMap((kind) => {
    const right = queries.flatMap((query, at) => (query[kind].size > 0 ? [ranked[at]!.map((uri) => query[kind].has(uri))] : []))
    const set = { ...about, set: kind === 'exact' ? 'NL links, exact' : 'NL links, exact and close' }
    return [
      figureOf(set, 'MRR', right.map(reciprocalRank)),
      figureOf(
        set,
        'S@1',
        right.map((list) => successAt(list, 1)),
      ),
      figureOf(
        set,
        'S@5',
        right.map((list) => successAt(list, 5)),
      ),
    ]
  })
}
