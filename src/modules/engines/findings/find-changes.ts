import type { Person } from '../../../engine/matching/index.ts'
import type { SmallestChange } from '../../../engine/planning/index.ts'
import type { HeldEngine } from './held-engine.ts'
import type { ChangeFinding } from './question.ts'

const changesShown = 5
const examplesShown = 3

/** What opens most today; only where nothing does, what opens most with training. */
export function findChanges({ engine }: HeldEngine, person: Person): ChangeFinding[] {
  const today = engine.singleChanges(person, changesShown)
  if (today.length > 0) return toFindings(today, false)
  return toFindings(engine.smallestChangesWithTraining(person), true)
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
