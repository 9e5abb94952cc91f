import type { Person } from '../../../engine/matching/index.ts'
import type { SmallestChange } from '../../../engine/planning/index.ts'
import type { HeldEngine } from './held-engine.ts'
import type { ChangeFinding } from './question.ts'

const changesShown = 5
const examplesShown = 3

/** What opens most today. */
export function findChangesToday({ engine }: HeldEngine, person: Person): ChangeFinding[] {
  return toFindings(engine.singleChanges(person, changesShown), false)
}

/** What opens most today; only where nothing does, what opens most with training, which takes far longer to find. */
export function findChanges(held: HeldEngine, person: Person): ChangeFinding[] {
  const today = findChangesToday(held, person)
  return today.length > 0 ? today : toFindings(held.engine.smallestChangesWithTraining(person), true)
}

/** What opens this one vacancy: today with one change, with two, and with training. */
export function findChangesTo({ engine }: HeldEngine, person: Person, vacancy: string): ChangeFinding[] {
  const { singles, pairs, withTraining } = engine.changesTo(person, vacancy)
  return [...toFindings([...singles, ...pairs], false), ...toFindings(withTraining, true)].slice(0, changesShown)
}

function toFindings(changes: readonly SmallestChange[], withTraining: boolean): ChangeFinding[] {
  return changes.slice(0, changesShown).map((change) => ({
    changes: change.changes,
    opensLow: change.opensLow.length,
    opensHigh: change.opensHigh.length,
    examples: change.opensLow.slice(0, examplesShown),
    withTraining,
  }))
}
