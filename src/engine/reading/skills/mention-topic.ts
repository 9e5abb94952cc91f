import type { ConceptId } from '../../taxonomy/index.ts'
import type { SkillSpace } from './candidates.ts'

/** What a text as a whole is about, by the skills that its labels name. */
export interface Topic {
  /** Numbers of those skills. */
  readonly skills: ReadonlySet<number>
  /** The sum of their points; left out without an encoder. */
  readonly sum?: Float32Array
}

/** More tell no more, and the work stays linear in the text. */
const mostSkills = 60

/** @param named what labels name in the text, in order */
export function topicOf({ index, vectors }: SkillSpace, named: Iterable<{ readonly concept: ConceptId }>): Topic {
  const skills = new Set<number>()
  for (const { concept } of named) {
    const skill = index.numberOf(concept)
    if (skill !== undefined) skills.add(skill)
    if (skills.size === mostSkills) break
  }
  return { skills, ...(vectors ? { sum: vectors.sumOf([...skills]) } : {}) }
}

/** One number per name. */
export const topicFeatureNames = ['closeness to what else is named', 'named elsewhere'] as const

/** How close a skill lies to the others of the text, on average, and whether a label names it there. */
export function topicFeatures({ vectors }: SkillSpace, skill: number, { skills, sum }: Topic): [number, number] {
  const isNamed = skills.has(skill)
  const others = skills.size - (isNamed ? 1 : 0)
  const closeness = vectors && sum && others > 0 ? (vectors.towards(skill, sum) - (isNamed ? 1 : 0)) / others : 0
  return [closeness, isNamed ? 1 : 0]
}
