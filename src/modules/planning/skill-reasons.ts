import type { SkillFinding } from '../engines/index.ts'
import type { Naming } from './showing.ts'
import type { SkillReason } from './views.ts'

/** The requirements of a vacancy with the names of their skills. */
export function skillReasons({ catalogue, language }: Naming, skills: readonly SkillFinding[]): SkillReason[] {
  const label = (id: string): string => catalogue.label(id, language)
  return skills.map(({ skill, weight, need, state, credit, through, learntIn }) => ({
    skill,
    label: label(skill),
    weight,
    need,
    state,
    credit,
    ...(through === undefined ? {} : { through: { ...through, label: label(through.skill) } }),
    ...(learntIn === undefined ? {} : { learntIn }),
  }))
}
