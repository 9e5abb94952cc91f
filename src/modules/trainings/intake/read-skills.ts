import { skillLevelOf } from '../../../engine/reading/index.ts'
import type { Level } from '../../../engine/taxonomy/index.ts'
import { conceptOf } from '../../skills/index.ts'
import type { ProgrammeSkill } from '../programme.ts'
import type { TrainingContext } from './training-context.ts'

/**
 * The level of what is taught or asked where nobody says one: *works with it on their own in plain cases*. A choice of this project
 * (docs/engine/knobs.md): lower would make a training worth nothing, higher would promise what it does not say.
 */
export const levelUnsaid: Level = 2

/** The skills that a text names, marked as read from it, each with the words. What the text denies is not among them. */
export function skillsInText(
  text: string,
  level: Level | undefined,
  { catalogue, readSkills }: TrainingContext,
): ProgrammeSkill[] {
  const read = readSkills(text, { of: 'vacancy', under: 'essential' })
  return read
    .filter(({ kind }) => kind !== 'negated' && kind !== 'aside')
    .map((mention) => ({
      skill: conceptOf(catalogue, mention),
      level: level ?? levelBefore(text, mention.start) ?? levelUnsaid,
      from: 'text' as const,
      words: mention.words.slice(0, 300),
    }))
}

/** `basis SQL`, `advanced Java`: the word before. */
function levelBefore(text: string, start: number): Level | undefined {
  const word = /(\p{L}+)\s+$/u.exec(text.slice(Math.max(0, start - 30), start))?.[1]
  return word === undefined ? undefined : skillLevelOf(word)
}

/** Of a skill that is named more than once the highest level; in the order in which they came. Stated ones go before read ones. */
export function eachOnce(skills: readonly ProgrammeSkill[]): ProgrammeSkill[] {
  const best = new Map<string, ProgrammeSkill>()
  const rank = { stated: 0, alignment: 1, derived: 2, text: 3 } as const
  for (const one of skills) {
    const there = best.get(one.skill)
    const before = there && rank[there.from ?? 'stated'] - rank[one.from ?? 'stated']
    if (!there || before === undefined || before > 0 || (before === 0 && one.level > there.level)) best.set(one.skill, one)
  }
  return [...best.values()]
}
