import type { Person } from '../../../engine/matching/index.ts'
import type { Goal } from '../../../engine/planning/index.ts'
import { countOccupations } from './count-occupations.ts'
import type { HeldEngine } from './held-engine.ts'
import type { AskFinding } from './question.ts'

const asksShown = 6

/** What to ask about, what opens most first; of several offerings of a programme the one that opens most. */
export function findAsks(held: HeldEngine, person: Person, goal: Goal): AskFinding[] {
  const seen = new Set<string>()
  return [...held.engine.asks(person, goal)]
    .sort((a, b) => b.opens.length - a.opens.length || b.opensHigh.length - a.opensHigh.length)
    .filter(({ offering }) => {
      const programme = held.programmeOf(offering) ?? offering
      return !seen.has(programme) && seen.add(programme)
    })
    .slice(0, asksShown)
    .map(({ offering, opens, opensHigh }) => ({
      offering,
      opensLow: opens.length,
      opensHigh: opensHigh.length,
      mostly: countOccupations(held, opens.length > 0 ? opens : opensHigh),
    }))
}
