import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  clausePassages,
  createDictionary,
  type Dictionary,
  mentionCandidates,
  mentionFeatureNames,
  readSkills,
  type SkillSpace,
  topicOf,
} from '../src/engine/reading/index.ts'
import type { TrainingRows } from '../src/modules/reading/training/blend/index.ts'
import type { DutchTaxonomy } from './dutch-taxonomy.ts'

/** A stretch that a person judged: whether it names this concept. */
interface Judgement {
  readonly ad: string
  readonly start: number
  readonly end: number
  readonly concept: string
  readonly right: boolean
}

/** A sentence of `truth/dutch-sentences.jsonl`; see the README there. */
interface TrueSentence {
  readonly ad: string
  readonly start: number
  readonly end: number
  readonly spans: readonly {
    readonly start: number
    readonly end: number
    readonly concepts: readonly string[]
    readonly by: 'both' | 'one'
  }[]
}

/** What the words of a sentence that no label stands in might name. */
export interface JudgedCandidate {
  /** Number of its sentence; -1 for one that was judged by itself. */
  readonly sentence: number
  /** Number of its advertisement. */
  readonly group: number
  readonly clause: number
  readonly start: number
  readonly end: number
  readonly skill: number
  /** The concept that stands for it. */
  readonly concept: string
  readonly values: Float32Array
  /** `elsewhere`: the skill is in the sentence, but not in these words. */
  readonly judged: 'right' | 'wrong' | 'elsewhere'
}

/** What the labels of a sentence alone give, and all there is to find. */
export interface SentenceByLabels {
  /** Number of its advertisement. */
  readonly group: number
  /** Whether whoever wrote the phrases looked at sentences of its advertisement before; see truth/README.md. */
  readonly isLookedAt: boolean
  readonly right: number
  readonly wrong: number
  /** Per place that both passes saw: its concepts, and whether a label found it. */
  readonly places: readonly { readonly accepted: ReadonlySet<string>; readonly found: boolean }[]
}

export interface JudgedReading {
  readonly candidates: readonly JudgedCandidate[]
  readonly sentences: readonly SentenceByLabels[]
}

/** The advertisements of the truth and of our own judgements, read with our vocabulary and ESCO. */
export function judgeCandidates(space: SkillSpace, { skills, standsFor }: DutchTaxonomy, shared: string): JudgedReading {
  const dictionary = createDictionary(skills.flatMap(({ concept, forms }) => forms.map(({ label }) => ({ concept, label }))))
  const truth = readLines<TrueSentence>(join(import.meta.dirname, 'truth/dutch-sentences.jsonl'))
  const judgements = readLines<Judgement>(join(import.meta.dirname, 'skill-extraction-judgements.jsonl'))
  const judgedRight = new Map(judgements.map((one) => [keyOf(one, standsFor(one.concept)), one.right]))
  const texts = new Map(
    readLines<{ id: string; description: string }>(join(shared, 'ads/ads-sample.jsonl')).map(({ id, description }) => [
      id,
      description,
    ]),
  )
  const candidates: JudgedCandidate[] = []
  const sentences: SentenceByLabels[] = []
  const ads = [...new Set([...truth, ...judgements].map(({ ad }) => ad))].sort()
  for (const [group, ad] of ads.entries()) {
    const own = truth.filter((sentence) => sentence.ad === ad)
    const read = readAd(texts.get(ad) ?? '', { space, dictionary, standsFor, skills })
    for (const sentence of own)
      sentences.push({ group, isLookedAt: isLookedAt(ad), ...byLabels(sentence, read.labels, standsFor) })
    const first = sentences.length - own.length
    for (const found of read.candidates) {
      const at = own.findIndex(({ start, end }) => found.start >= start && found.end <= end)
      const judged =
        at >= 0
          ? judgedByTruth(found, own[at]!, standsFor)
          : judgedByItself(judgedRight.get(keyOf({ ad, ...found }, found.concept)))
      if (judged) candidates.push({ ...found, group, sentence: at >= 0 ? first + at : -1, judged })
    }
  }
  return { candidates, sentences }
}

/** Half of the advertisements, by their id. */
function isLookedAt(ad: string): boolean {
  return Number.parseInt(createHash('md5').update(ad).digest('hex').slice(0, 4), 16) % 2 === 0
}

type Found = Pick<JudgedCandidate, 'clause' | 'start' | 'end' | 'skill' | 'concept' | 'values'>

interface Labelled {
  readonly concept: string
  readonly start: number
  readonly end: number
}

interface Reader {
  readonly space: SkillSpace
  readonly dictionary: Dictionary
  readonly standsFor: DutchTaxonomy['standsFor']
  readonly skills: DutchTaxonomy['skills']
}

function readAd(text: string, { space, dictionary, standsFor, skills }: Reader): { labels: Labelled[]; candidates: Found[] } {
  const mentions = readSkills(dictionary, text)
  const topic = topicOf(space, mentions)
  const labels = mentions.map(({ concepts, start, end }) => {
    const among = concepts.map(standsFor)
    return { concept: among.find((id) => id.startsWith('schakel:')) ?? among[0]!, start, end }
  })
  const candidates: Found[] = []
  for (const { clause, passage, place, words, start: from } of clausePassages(space, text, {})) {
    const here = labels.filter((label) => label.start >= clause.start && label.end <= clause.end).length
    for (const { match, values } of mentionCandidates(space, words, passage, { ...place, labels: here, topic })) {
      const start = from + passage.tokens[match.first]!.start
      const end = from + passage.tokens[match.last]!.end
      if (labels.some((label) => label.start < end && start < label.end)) continue
      candidates.push({
        clause: clause.start,
        start,
        end,
        skill: match.skill,
        concept: standsFor(skills[match.skill]!.concept),
        values,
      })
    }
  }
  return { labels, candidates }
}

function byLabels(
  { start, end, spans }: TrueSentence,
  labels: readonly Labelled[],
  standsFor: (id: string) => string,
): Omit<SentenceByLabels, 'group' | 'isLookedAt'> {
  const inside = labels.filter((label) => label.start >= start && label.end <= end)
  const sure = spans.filter(({ by, concepts }) => by === 'both' && concepts.length > 0)
  const places = sure.map(({ concepts }) => {
    const accepted = new Set(concepts.map(standsFor))
    return { accepted, found: inside.some(({ concept }) => accepted.has(concept)) }
  })
  let [right, wrong] = [0, 0]
  for (const label of inside) {
    if (places.some(({ accepted }) => accepted.has(label.concept))) right++
    else if (!spans.some((span) => span.by === 'one' && start + span.start < label.end && label.start < start + span.end)) wrong++
  }
  return { right, wrong, places }
}

/** Undefined where the two passes did not agree. */
function judgedByTruth(
  found: Found,
  { start, spans }: TrueSentence,
  standsFor: (id: string) => string,
): JudgedCandidate['judged'] | undefined {
  const accepting = spans.filter(({ by, concepts }) => by === 'both' && concepts.some((id) => standsFor(id) === found.concept))
  const overlapping = spans.filter((span) => start + span.start < found.end && found.start < start + span.end)
  if (accepting.length > 0) return accepting.some((span) => overlapping.includes(span)) ? 'right' : 'elsewhere'
  return overlapping.some(({ by }) => by === 'one') ? undefined : 'wrong'
}

/** Undefined where nobody judged. */
function judgedByItself(right: boolean | undefined): JudgedCandidate['judged'] | undefined {
  return right === undefined ? undefined : right ? 'right' : 'wrong'
}

const keyOf = ({ ad, start, end }: Pick<Judgement, 'ad' | 'start' | 'end'>, concept: string): string =>
  `${ad} ${start} ${end} ${concept}`

/** Rows to learn from, and the candidates they stand for in the same order. */
export function mentionRows(candidates: readonly JudgedCandidate[]): TrainingRows {
  const width = mentionFeatureNames.length
  const values = new Float32Array(candidates.length * width)
  for (const [at, candidate] of candidates.entries()) values.set(candidate.values, at * width)
  return {
    width,
    values,
    labels: Uint8Array.from(candidates, ({ judged }) => (judged === 'right' ? 1 : 0)),
    groups: Int32Array.from(candidates, ({ group }) => group),
  }
}

function readLines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
}
