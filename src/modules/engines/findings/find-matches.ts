import type { HeldEngine } from './held-engine.ts'
import type { MatchesFinding, Question } from './question.ts'

export function findMatches({ engine }: HeldEngine, { person, goal, limit }: Question<'matches'>): MatchesFinding {
  const { fitNow, eligible, matches } = engine.matches(person, { goal, limit })
  return {
    fitNow,
    eligible,
    matches: matches.map(({ check, ...match }) => {
      const judged = check.length === 0 ? [] : engine.judge(person, match.vacancy).conditions
      return { ...match, toCheck: judged.filter(({ key }) => check.includes(key)) }
    }),
  }
}
