import type { Level } from '../../taxonomy/index.ts'
import type { Dictionary } from '../dictionary.ts'
import { type Mention, type ReadOptions, readSkills } from '../read-skills.ts'
import type { SkillSpace } from './candidates.ts'
import { type ClausePassage, clausePassages } from './clause-passages.ts'
import { levelsIn } from './level-words.ts'
import { mentionCandidates } from './mention-candidates.ts'
import { type MentionModel, mentionScorer } from './mention-model.ts'
import { isOtherSense } from './other-senses.ts'

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
  const chanceOf = mentionScorer(model)
  return {
    read(text, options = {}) {
      const judge = { space, chanceOf, threshold: options.leastChance ?? model.threshold }
      const sure = readSkills(dictionary, text, options).filter((mention) => !isOtherSense(text, mention))
      const readings: SkillReading[] = sure.map((mention) => ({ ...mention, chance: chanceOfLabel, by: 'label' }))
      let next = 0
      for (const part of clausePassages(space, text.slice(0, longestInContext), options)) {
        while (next < sure.length && sure[next]!.end <= part.start + firstToken(part)) next++
        const taken: Span[] = []
        const end = part.start + (part.passage.tokens.at(-1)?.end ?? 0)
        for (let at = next; at < sure.length && sure[at]!.start < end; at++) taken.push(sure[at]!)
        readings.push(...readPart(part, taken, judge))
      }
      return readings.sort((a, b) => a.start - b.start).map((reading) => withLevel(text, reading))
    },
  }
}

function firstToken({ passage }: ClausePassage): number {
  return passage.tokens[0]?.start ?? 0
}

interface Span {
  readonly start: number
  readonly end: number
}

interface Judge {
  readonly space: SkillSpace
  readonly chanceOf: (values: Float32Array) => number
  readonly threshold: number
}

/** The surest first; what touches one that is taken, or is the same skill again, is left out. */
function readPart(
  { clause, place, words, start, passage }: ClausePassage,
  taken: Span[],
  { space, chanceOf, threshold }: Judge,
): SkillReading[] {
  const { index } = space
  const judged = mentionCandidates(space, words, passage, place)
    .map(({ match, values }) => ({ match, chance: chanceOf(values) }))
    .filter(({ chance }) => chance >= threshold)
    .sort((a, b) => b.chance - a.chance || a.match.skill - b.match.skill)
  const readings: SkillReading[] = []
  for (const { match, chance } of judged) {
    const from = start + passage.tokens[match.first]!.start
    const to = start + passage.tokens[match.last]!.end
    if (taken.some((other) => other.start < to && from < other.end)) continue
    taken.push({ start: from, end: to })
    const { concept } = index.skills[match.skill]!
    readings.push({
      concept,
      concepts: [concept],
      label: index.labels[match.form]!,
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

function withLevel(text: string, reading: SkillReading): SkillReading {
  const level = levelsIn(text, reading)
  return level ? { ...reading, level } : reading
}
