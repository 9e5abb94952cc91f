import {
  type Candidates,
  featureNames,
  featuresOf,
  findCandidates,
  type SkillSpace,
  toPassage,
} from '../../../../engine/reading/index.ts'
import { tokenise } from '../../../../engine/text/index.ts'
import type { TrainingRows } from '../blend/index.ts'
import type { AnnotatedText } from './annotations.ts'

/** The candidates of annotated texts as rows to learn from. */
export interface RankingRows {
  readonly rows: TrainingRows
  /** Per text its candidates, whose rows begin at `starts[text]`. */
  readonly candidates: readonly Candidates[]
  readonly starts: readonly number[]
}

/** Everything that might be ranked is looked at, however long it takes. */
const limits = { each: 80, leastCoverage: 0.1, everywhere: true } as const

export function rankingRows(space: SkillSpace, texts: readonly AnnotatedText[], language: 'nl' | 'en'): RankingRows {
  const candidates: Candidates[] = []
  const starts: number[] = []
  const blocks: Float32Array[] = []
  const labels: number[] = []
  const groupOf: number[] = []
  for (const { text, group, gold } of texts) {
    const passage = toPassage(text, tokenise(text), language, space)
    const found = findCandidates(space, passage, limits)
    starts.push(labels.length)
    candidates.push(found)
    blocks.push(featuresOf(space, passage, found))
    for (const skill of found.skills) {
      labels.push(gold.has(skill) ? 1 : 0)
      groupOf.push(group)
    }
  }
  const values = new Float32Array(labels.length * featureNames.length)
  for (const [at, block] of blocks.entries()) values.set(block, starts[at]! * featureNames.length)
  const rows = { width: featureNames.length, values, labels: Uint8Array.from(labels), groups: Int32Array.from(groupOf) }
  return { rows, candidates, starts }
}
