import type { Level } from '../../taxonomy/index.ts'
import type { Dictionary } from '../dictionary.ts'
import { type Mention, type ReadOptions, readSkills } from '../read-skills.ts'
import type { SkillSpace } from './candidates.ts'
import { type ClausePassage, clausePassages } from './clause-passages.ts'
import { levelsIn } from './level-words.ts'
import { mentionCandidates } from './mention-candidates.ts'
import { type MentionModel, mentionScorer } from './mention-model.ts'
import { type Topic, topicOf } from './mention-topic.ts'
import { isOtherSense } from './other-senses.ts'
import type { ReadLanguage, SkillToRead } from './skill-to-read.ts'

/** A skill that a text names, with how sure that is: `text.slice(start, end) === words`. */
export interface SkillReading extends Mention {
  /** What share of such readings is right, 0..1. */
  readonly chance: number
  /** `label`: a label of the taxonomy stands there. `context`: other words that say the same. */
  readonly by: 'label' | 'context'
  /** A word for how well, where one stands with it. */
  readonly level?: { readonly level: Level; readonly start: number; readonly end: number; readonly words: string }
}

export interface SkillReader {
  /** In the order of the text, never overlapping. Linear in the text. */
  read(text: string, options?: SkillReadOptions): SkillReading[]
}

export interface SkillReadOptions extends ReadOptions {
  /** What is read in context is given from this chance on; left out: from where the model puts it. */
  readonly leastChance?: number
}

/** Labels are right about this often; measured on Dutch sentences (`npm run eval`). */
const chanceOfLabel = 0.92
/** No advertisement or CV is longer; of what is, only labels are read behind this place, so that a whole book costs seconds and not minutes. */
const longestInContext = 40_000

/**
 * Reads skills by their labels (`readSkills`) and, in the words that are left, by what means the same: other forms, compounds, other
 * orders. Keeps working space: one per thread.
 *
 * @throws RangeError when the model was trained on other features than are measured
 */
export function createSkillReader(dictionary: Dictionary, space: SkillSpace, model: MentionModel): SkillReader {
  const judgedBefore = keepJudged(space, mentionScorer(model))
  return {
    read(text, options = {}) {
      const sure = readSkills(dictionary, text, options).filter((mention) => !isOtherSense(text, mention))
      const topic = topicOf(space, sure)
      const judge = { space, topic, judged: judgedBefore, threshold: options.leastChance ?? model.threshold }
      const readings: SkillReading[] = sure.map((mention) => ({ ...mention, chance: chanceOfLabel, by: 'label' }))
      let next = 0
      for (const part of clausePassages(space, text.slice(0, longestInContext), options)) {
        while (next < sure.length && sure[next]!.end <= part.start + firstToken(part)) next++
        const taken: Span[] = []
        const end = part.start + (part.passage.tokens.at(-1)?.end ?? 0)
        for (let at = next; at < sure.length && sure[at]!.start < end; at++) taken.push(sure[at]!)
        readings.push(...readPart(part, taken, { ...judge, labels: labelsIn(part.clause, sure, next) }))
      }
      return readings.sort((a, b) => a.start - b.start).map((reading) => withLevel(text, reading))
    },
  }
}

/** More make no difference; a clause of thousands is not counted through for each of its parts. */
const mostCounted = 8

function labelsIn(clause: Span, sure: readonly Span[], from: number): number {
  let count = 0
  for (let at = from; count < mostCounted && at < sure.length && sure[at]!.start < clause.end; at++) count++
  for (let at = from - 1; count < mostCounted && at >= 0 && sure[at]!.start >= clause.start; at--) count++
  return count
}

function firstToken({ passage }: ClausePassage): number {
  return passage.tokens[0]?.start ?? 0
}

interface Span {
  readonly start: number
  readonly end: number
}

/** A skill that words may name, and how sure that is. */
interface Judged {
  readonly skill: number
  readonly form: number
  /** Tokens of the passage. */
  readonly first: number
  readonly last: number
  readonly chance: number
}

type JudgePart = (part: ClausePassage, labels: number, topic: Topic) => readonly Judged[]

interface Judge {
  /** How many labels stand in the clause. */
  readonly labels: number
  readonly space: SkillSpace
  readonly topic: Topic
  readonly judged: JudgePart
  readonly threshold: number
}

/** About as many clauses as a hundred advertisements have. */
const mostKept = 4_000
/** Below this nothing is ever shown, so it need not be kept. */
const leastKept = 0.05

/**
 * What a clause names follows from its words, its language, its labels, where it stands and what else the text names, so it is judged once while it is remembered: of a text that
 * somebody is writing only the sentences that changed are judged again, and all of them when another skill is named.
 */
function keepJudged(space: SkillSpace, chanceOf: (values: Float32Array) => number): JudgePart {
  const kept = new Map<string, readonly Judged[]>()
  return ({ words, passage, place }, labels, topic) => {
    const span = `${passage.tokens[0]?.start ?? 0}-${passage.tokens.at(-1)?.end ?? 0}`
    const key = `${passage.language} ${place.kind} ${place.section} ${labels} ${span} ${[...topic.skills]} ${words}`
    const before = kept.get(key)
    if (before) return before
    const judged = mentionCandidates(space, words, passage, { ...place, labels, topic })
      .map(({ match: { skill, form, first, last }, values }) => ({ skill, form, first, last, chance: chanceOf(values) }))
      .filter(({ chance }) => chance >= leastKept)
      .sort((a, b) => b.chance - a.chance || a.skill - b.skill)
    if (kept.size >= mostKept) kept.clear()
    kept.set(key, judged)
    return judged
  }
}

/** The surest first; what touches one that is taken, or is the same skill again, is left out. */
function readPart(
  part: ClausePassage,
  taken: Span[],
  { space: { index }, topic, judged, threshold, labels }: Judge,
): SkillReading[] {
  const { clause, words, start, passage } = part
  const readings: SkillReading[] = []
  for (const { skill, form, first, last, chance } of judged(part, labels, topic)) {
    if (chance < threshold) break
    const from = start + passage.tokens[first]!.start
    const to = start + passage.tokens[last]!.end
    if (taken.some((other) => other.start < to && from < other.end)) continue
    if (isOtherSense(words, { start: from - start, end: to - start, clause: { start: 0, end: words.length } })) continue
    taken.push({ start: from, end: to })
    const { concept } = index.skills[skill]!
    readings.push({
      concept,
      concepts: [concept],
      label: index.phrase[form] ? nameIn(index.skills[skill]!, passage.language) : index.labels[form]!,
      start: from,
      end: to,
      words: words.slice(from - start, to - start),
      kind: clause.kind,
      clause: { start: clause.start, end: clause.end },
      chance,
      by: 'context',
    })
  }
  return readings
}

/** The name of the skill in this language, or else in the other. */
function nameIn({ forms }: SkillToRead, language: ReadLanguage): string {
  const names = forms.filter(({ isPhrase }) => !isPhrase)
  return (names.find((form) => form.preferred && form.language === language) ?? names[0])?.label ?? ''
}

function withLevel(text: string, reading: SkillReading): SkillReading {
  const level = levelsIn(text, reading)
  return level ? { ...reading, level } : reading
}
