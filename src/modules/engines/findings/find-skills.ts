import type { Credit, Person } from '../../../engine/matching/index.ts'
import type { HeldEngine } from './held-engine.ts'
import type { SkillFinding } from './question.ts'

/** The requirements of one vacancy, with what each offering of `path` adds. */
export function findSkills({ engine }: HeldEngine, person: Person, vacancy: string, path: readonly string[]): SkillFinding[] {
  const before = engine.credits(person, vacancy)
  // After the first training, after the first two, ...: the first in which a skill is met is where it is learnt.
  const after = path.map((_, index) => engine.credits(person, vacancy, path.slice(0, index + 1)))
  return before.map((credit, index) => {
    const learnt = credit.state === 'met' ? -1 : after.findIndex((credits) => credits[index]?.state === 'met')
    const last = after.at(-1)?.[index] ?? credit
    return findingOf(credit, last, path[learnt])
  })
}

function findingOf(before: Credit, after: Credit, learntIn: string | undefined): SkillFinding {
  const { through } = learntIn === undefined ? before : after
  return {
    skill: before.skill,
    weight: before.weight,
    need: before.need,
    state: stateOf(before, after, learntIn),
    credit: [after.low, after.high],
    ...(through === undefined ? {} : { through }),
    ...(learntIn === undefined ? {} : { learntIn }),
  }
}

function stateOf(before: Credit, after: Credit, learntIn: string | undefined): SkillFinding['state'] {
  if (before.state === 'met') return 'have'
  if (learntIn !== undefined) return 'learn'
  if (after.state === 'unknown') return 'unknown'
  return after.low > 0 ? 'near' : 'miss'
}
