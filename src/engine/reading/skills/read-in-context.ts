import type { Level } from '../../taxonomy/index.ts'
import type { Dictionary } from '../dictionary.ts'
import { type Mention, type ReadOptions, readSkills } from '../read-skills.ts'
import type { SkillSpace } from './candidates.ts'
import { type ClausePassage, clausePassages } from './clause-passages.ts'
import { levelsIn } from './level-words.ts'
import { mentionCandidates } from './mention-candidates.ts'
import { type MentionModel, mentionScorer } from './mention-model.ts'

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
  read(text: string, options?: ReadOptions): SkillReading[]
}

/** Labels are right about this often. */
const chanceOfLabel = 0.92

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
      const sure = readSkills(dictionary, text, options)
      const readings: SkillReading[] = sure.map((mention) => ({ ...mention, chance: chanceOfLabel, by: 'label' }))
      let next = 0
      for (const part of clausePassages(space, text, options)) {
        while (next < sure.length && sure[next]!.end <= part.start) next++
        const taken: Span[] = []
        for (let at = next; at < sure.length && sure[at]!.start < part.clause.end; at++) taken.push(sure[at]!)
        readings.push(...readPart(part, taken, { space, chanceOf, threshold: model.threshold }))
      }
      return withLevels(
        text,
        readings.sort((a, b) => a.start - b.start),
      )
    },
  }
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

function withLevels(text: string, readings: readonly SkillReading[]): SkillReading[] {
  return readings.map((reading) => {
    const level = levelsIn(text, reading)
    return level ? { ...reading, level } : reading
  })
}
