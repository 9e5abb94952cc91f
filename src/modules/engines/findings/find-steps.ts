import type { Goal } from '../../../engine/planning/index.ts'
import type { HeldEngine } from './held-engine.ts'
import type { Question, StepFinding, SteppedChange, StepsFinding } from './question.ts'

/**
 * What stands beside the sliders: of each term and limit the smallest step that opens something of the goal, training allowed. The engine
 * lists steps over all vacancies, each with all that it opens, so those of the goal are counted among them.
 */
export function findSteps(held: HeldEngine, { person, goal }: Question<'steps'>): StepsFinding {
  const isWanted = wantedBy(held, goal)
  const nearest = new Map<SteppedChange['item'], StepFinding>()
  for (const { changes, opensLow, opensHigh } of held.engine.smallestChangesWithTraining(person)) {
    const [change] = changes
    if (change === undefined || !('by' in change)) continue
    const known = nearest.get(change.item)
    if (known !== undefined && known.change.by <= change.by) continue
    const opened = opensLow.filter(isWanted).length
    if (opened > 0) nearest.set(change.item, { change, opensLow: opened, opensHigh: opensHigh.filter(isWanted).length })
  }
  return { steps: [...nearest.values()] }
}

/** Whether a vacancy is one of the goal. */
function wantedBy(held: HeldEngine, { vacancies, occupations, regions }: Goal): (vacancy: string) => boolean {
  const named = vacancies && new Set(vacancies)
  const wanted = occupations && new Set<string | undefined>(occupations)
  const around = regions && new Set<string | undefined>(regions)
  return (vacancy) =>
    (!named || named.has(vacancy)) &&
    (!wanted || wanted.has(held.occupationOf(vacancy))) &&
    (!around || around.has(held.regionOf(vacancy)))
}
