import type { MentionModel, SkillSpace } from '../src/engine/reading/index.ts'
import { crossValidate, dealFolds } from '../src/modules/reading/training/blend/index.ts'
import { calibrate, mentionScorerOf, trainMentions } from '../src/modules/reading/training/extraction/index.ts'
import type { Figure } from './benchmark.ts'
import type { DutchTaxonomy } from './dutch-taxonomy.ts'
import { intervalOf, meanOf } from './measures.ts'
import { type JudgedCandidate, type JudgedReading, judgeCandidates, mentionRows } from './skill-extraction-mentions.ts'

const folds = 5
const seed = 1

/** A chance that no reading in context has. */
const labelsAlone = 1
/** What is shown must be right so often. */
const leastPrecision = 0.85
/** So often it is aimed to be right on advertisements that were seen: a little more, for on others it is a little less. */
const aimedPrecision = 0.87
/** Chances among which the threshold is chosen: the lowest from which what is shown is right often enough. */
const thresholds = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8]
/** What is shown must find so many times what a plain dictionary finds. */
const recallOverDictionary = 1.5
/** What the dictionary of the first landing found of these places, with its vocabulary of that day and ESCO beside it; how that was measured: docs/reading/model-card.md. */
const recallOfFirstDictionary = 0.453

/** Trains on all that was judged; the chances are fitted, and the threshold is chosen, on scores of models that did not see the advertisement. */
export function trainMentionModel(space: SkillSpace, taxonomy: DutchTaxonomy, shared: string): MentionModel {
  const reading = judgeCandidates(space, taxonomy, shared)
  const { chances, calibration } = unseenChances(reading)
  return {
    scores: trainMentions(mentionRows(rowsOf(reading))),
    calibration,
    threshold: thresholdFor(reading, chances, () => true),
  }
}

/** Precision and recall on the Dutch sentences of the truth, with and without what is read in context, cross-validated by advertisement. */
export function measureMentions(space: SkillSpace, taxonomy: DutchTaxonomy, shared: string): Figure[] {
  const reading = judgeCandidates(space, taxonomy, shared)
  const { chances, foldOf } = unseenChances(reading)
  const chosen = Array.from({ length: folds }, (_, fold) => thresholdFor(reading, chances, (group) => foldOf[group] !== fold))
  const inside = (group: number): number => chosen[foldOf[group]!]!
  const alone = meanOf(outcomes(reading, chances, () => labelsAlone).places)
  return [
    ...figuresOf(
      'labels alone',
      outcomes(reading, chances, () => labelsAlone),
    ),
    ...figuresOf('labels and context', outcomes(reading, chances, inside), {
      precision: leastPrecision,
      recall: recallOverDictionary * recallOfFirstDictionary,
    }),
    ...figuresOf('the same, against the labels of today', outcomes(reading, chances, inside), {
      recall: recallOverDictionary * alone,
    }),
    ...figuresOf('labels and context, advertisements not looked at', outcomes(reading, chances, inside, notLookedAt)),
    ...figuresOf(
      'labels alone, advertisements not looked at',
      outcomes(reading, chances, () => labelsAlone, notLookedAt),
    ),
    ...[0.7, 0.6, 0.4].flatMap((least) =>
      figuresOf(
        `labels and context from ${least}`,
        outcomes(reading, chances, () => least),
      ),
    ),
  ]
}

interface Unseen {
  /** Of each candidate the chance by a model that did not see its advertisement. */
  readonly chances: ReadonlyMap<JudgedCandidate, number>
  readonly calibration: MentionModel['calibration']
  /** The fold of each advertisement. */
  readonly foldOf: Int32Array
}

function unseenChances(reading: JudgedReading): Unseen {
  const candidates = rowsOf(reading)
  const rows = mentionRows(candidates)
  const foldOf = dealFolds(
    1 + Math.max(...candidates.map(({ group }) => group), ...reading.sentences.map(({ group }) => group)),
    folds,
    seed,
  )
  const scores = crossValidate(rows, foldOf, mentionScorerOf)
  const calibration = calibrate(scores, rows.labels)
  const { slope, shift } = calibration
  const chances = new Map(candidates.map((one, at) => [one, 1 / (1 + Math.exp(-(slope * scores[at]! + shift)))]))
  return { chances, calibration, foldOf }
}

/** A skill that is named elsewhere in the sentence teaches nothing about these words. */
function rowsOf({ candidates }: JudgedReading): JudgedCandidate[] {
  return candidates.filter(({ judged }) => judged !== 'elsewhere')
}

/** The lowest chance from which what is shown of these advertisements is right as often as is aimed at. */
function thresholdFor(reading: JudgedReading, chances: Unseen['chances'], counts: (group: number) => boolean): number {
  const isEnough = (least: number): boolean =>
    meanOf(
      outcomes(
        reading,
        chances,
        () => least,
        ({ group }) => counts(group),
      ).shown,
    ) >= aimedPrecision
  return thresholds.find(isEnough) ?? thresholds.at(-1)!
}

type Sentence = JudgedReading['sentences'][number]

const notLookedAt = ({ isLookedAt }: Sentence): boolean => !isLookedAt

interface Outcomes {
  /** Per reading that is shown whether it is right. */
  readonly shown: readonly number[]
  /** Per place that is to be found whether it is. */
  readonly places: readonly number[]
  readonly added: readonly number[]
}

/**
 * As the reader chooses: the surest first, none over another.
 *
 * @param leastFor the lowest chance that is shown, by the number of the advertisement
 */
function outcomes(
  { sentences }: JudgedReading,
  chances: Unseen['chances'],
  leastFor: (group: number) => number,
  counts: (sentence: Sentence) => boolean = () => true,
): Outcomes {
  const taken = new Map<number, JudgedCandidate[]>()
  const sure = [...chances]
    .filter(([{ sentence, group }, chance]) => sentence >= 0 && counts(sentences[sentence]!) && chance >= leastFor(group))
    .sort(([, a], [, b]) => b - a)
  for (const [candidate] of sure) {
    const { sentence, start, end } = candidate
    const there = taken.get(sentence) ?? []
    if (!there.some((other) => other.start < end && start < other.end)) taken.set(sentence, [...there, candidate])
  }
  const added = [...taken.values()].flat().map(({ judged }) => (judged === 'right' ? 1 : 0))
  const counted = sentences
    .map((sentence, at) => ({ sentence, found: taken.get(at) ?? [] }))
    .filter(({ sentence }) => counts(sentence))
  const shown = counted.flatMap(({ sentence: { right, wrong } }) => [...Array(right).fill(1), ...Array(wrong).fill(0)])
  const places = counted.flatMap(({ sentence, found }) =>
    sentence.places.map((place) => (place.found || found.some(({ concept }) => place.accepted.has(concept)) ? 1 : 0)),
  )
  return { shown: [...shown, ...added], places, added }
}

interface Targets {
  readonly precision?: number
  readonly recall?: number
}

function figuresOf(system: string, { shown, places, added }: Outcomes, targets: Targets = {}): Figure[] {
  const figure = (measure: string, values: readonly number[], target?: number): Figure => ({
    set: 'Dutch sentences',
    way: 'cross-validated',
    system,
    measure,
    ...intervalOf(values),
    queries: values.length,
    ...(target === undefined ? {} : { target }),
  })
  return [
    figure('precision', shown, targets.precision),
    figure('recall', places, targets.recall),
    ...(added.length > 0 ? [figure('precision of what context adds', added)] : []),
  ]
}
