import type { HeldEngine } from './held-engine.ts'
import type { SkillsAskedFinding } from './question.ts'

/** How many published vacancies ask each skill. */
export function findSkillsAsked({ engine }: HeldEngine): SkillsAskedFinding {
  return { counts: [...engine.skillsAsked()] }
}
