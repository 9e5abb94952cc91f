import type { MentionModel, SkillSpace } from '../src/engine/reading/index.ts'
import { crossValidate, dealFolds } from '../src/modules/reading/training/blend/index.ts'
import { calibrate, mentionScorerOf, trainMentions } from '../src/modules/reading/training/extraction/index.ts'
import type { Figure } from './benchmark.ts'
import type { DutchTaxonomy } from './dutch-taxonomy.ts'
import { intervalOf, meanOf } from './measures.ts'
import { type JudgedCandidate, type JudgedReading, judgeCandidates, mentionRows } from './skill-extraction-mentions.ts'

const folds = 5
const seed = 1
/** What is shown beside labels is more often right than not by this chance; a choice, not tuned. */
const threshold = 0.6

/** A chance that no reading in context has. */
const labelsAlone = 1
/** What is shown must be right so often, and find so many times what labels alone find. */
const leastPrecision = 0.85
const recallOverLabels = 1.5

/** Trains on all that was judged; the chances are fitted on scores of models that did not see the advertisement. */
export function trainMentionModel(space: SkillSpace, taxonomy: DutchTaxonomy, shared: string): MentionModel {
  const candidates = rowsOf(judgeCandidates(space, taxonomy, shared))
  const rows = mentionRows(candidates)
  return { scores: trainMentions(rows), calibration: calibrate(unseenScores(candidates), rows.labels), threshold }
}

/** Precision and recall on the Dutch sentences of the truth, with and without what is read in context, cross-validated by advertisement. */
export function measureMentions(space: SkillSpace, taxonomy: DutchTaxonomy, shared: string): Figure[] {
  const reading = judgeCandidates(space, taxonomy, shared)
  const candidates = rowsOf(reading)
  const scores = unseenScores(candidates)
  const { slope, shift } = calibrate(scores, mentionRows(candidates).labels)
  const chances = new Map(candidates.map((one, at) => [one, 1 / (1 + Math.exp(-(slope * scores[at]! + shift)))]))
  const alone = meanOf(outcomes(reading, chances, labelsAlone).places)
  return [labelsAlone, 0.8, threshold, 0.4].flatMap((least) => {
    const system = least === labelsAlone ? 'labels alone' : `labels and context from ${least}`
    const { shown, places, added } = outcomes(reading, chances, least)
    const figure = (measure: string, values: readonly number[], target?: number): Figure => ({
      set: 'Dutch sentences',
      way: 'cross-validated',
      system,
      measure,
      ...intervalOf(values),
      queries: values.length,
      ...(target !== undefined && least === threshold ? { target } : {}),
    })
    return [
      figure('precision', shown, leastPrecision),
      figure('recall', places, recallOverLabels * alone),
      ...(added.length > 0 ? [figure('precision of what context adds', added, leastPrecision)] : []),
    ]
  })
}

/** A skill that is named elsewhere in the sentence teaches nothing about these words. */
function rowsOf({ candidates }: JudgedReading): JudgedCandidate[] {
  return candidates.filter(({ judged }) => judged !== 'elsewhere')
}

function unseenScores(candidates: readonly JudgedCandidate[]): Float64Array {
  const groups = 1 + candidates.reduce((most, { group }) => Math.max(most, group), 0)
  return crossValidate(mentionRows(candidates), dealFolds(groups, folds, seed), mentionScorerOf)
}

interface Outcomes {
  /** Per reading that is shown whether it is right. */
  readonly shown: readonly number[]
  /** Per place that is to be found whether it is. */
  readonly places: readonly number[]
  readonly added: readonly number[]
}

/** As the reader chooses: the surest first, none over another. */
function outcomes({ sentences }: JudgedReading, chances: ReadonlyMap<JudgedCandidate, number>, least: number): Outcomes {
  const taken: JudgedCandidate[] = []
  const sure = [...chances].filter(([{ sentence }, chance]) => sentence >= 0 && chance >= least).sort(([, a], [, b]) => b - a)
  for (const [candidate] of sure) {
    const { sentence, start, end } = candidate
    if (!taken.some((other) => other.sentence === sentence && other.start < end && start < other.end)) taken.push(candidate)
  }
  const added = taken.map(({ judged }) => (judged === 'right' ? 1 : 0))
  const shown = sentences.flatMap(({ right, wrong }) => [...Array(right).fill(1), ...Array(wrong).fill(0)])
  const places = sentences.flatMap((sentence, at) =>
    sentence.places.map(({ accepted, found }) =>
      found || taken.some((one) => one.sentence === at && accepted.has(one.concept)) ? 1 : 0,
    ),
  )
  return { shown: [...shown, ...added], places, added }
}
