import type { Credit, Person } from '../../engine/matching/index.ts'
import type { Naming } from './vacancy-summary.ts'
import type { SkillReason } from './views.ts'

/** The reasons of one vacancy skill by skill, with what each training of `path` adds. */
export function skillReasons(naming: Naming, person: Person, vacancy: string, path: readonly string[]): SkillReason[] {
  const { engine } = naming.resident
  const before = engine.credits(person, vacancy)
  // After the first training, after the first two, ...: the first in which a skill is met is where it is learnt.
  const after = path.map((_, index) => engine.credits(person, vacancy, path.slice(0, index + 1)))
  return before.map((credit, index) => {
    const learnt = credit.state === 'met' ? -1 : after.findIndex((credits) => credits[index]?.state === 'met')
    const last = after.at(-1)?.[index] ?? credit
    return reason(naming, credit, last, path[learnt])
  })
}

function reason(naming: Naming, before: Credit, after: Credit, learntIn: string | undefined): SkillReason {
  const label = (id: string): string => naming.resident.catalogue.label(id, naming.language)
  const shown = learntIn === undefined ? before : after
  const { through } = shown
  return {
    skill: before.skill,
    label: label(before.skill),
    weight: before.weight,
    need: before.need,
    state: stateOf(before, after, learntIn),
    credit: [after.low, after.high],
    ...(through === undefined ? {} : { through: { ...through, label: label(through.skill) } }),
    ...(learntIn === undefined ? {} : { learntIn }),
  }
}

function stateOf(before: Credit, after: Credit, learntIn: string | undefined): SkillReason['state'] {
  if (before.state === 'met') return 'have'
  if (learntIn !== undefined) return 'learn'
  if (after.state === 'unknown') return 'unknown'
  return after.low > 0 ? 'near' : 'miss'
}
