import type { WhyNotView } from '../../../modules/planning/index.ts'

/** How many stations are shut, and how many are not known. All skills together are one station. */
export function tallyGates({ conditions }: Pick<WhyNotView, 'conditions'>): { readonly shut: number; readonly unknown: number } {
  const skills = conditions.filter(({ key }) => key.startsWith('skill:'))
  const terms = conditions.filter(({ key }) => !key.startsWith('skill:'))
  const isSkillShut = skills.some(({ state }) => state === 'unmet')
  const count = (state: 'unmet' | 'unknown'): number => terms.filter((term) => term.state === state).length
  return {
    shut: count('unmet') + (isSkillShut ? 1 : 0),
    unknown: count('unknown') + (skills.length > 0 && !isSkillShut ? 1 : 0),
  }
}
