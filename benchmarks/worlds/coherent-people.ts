import type { Answer, EvidenceState, Person } from '../../src/engine/matching/index.ts'
import type { ConceptId } from '../../src/engine/taxonomy/index.ts'
import type { Dice } from '../dice.ts'
import { between, drawOf, weighted } from './draw.ts'
import type { Trade } from './trade.ts'

/** Draws the work somebody did, the latest first: one to three occupations, mostly of one family. */
export function historyDraw(trades: readonly Trade[]): (dice: Dice) => Trade[] {
  const latest = drawOf(trades.map((trade) => trade.peopleShare))
  const families = Map.groupBy(trades, (trade) => trade.family)
  return (dice) => {
    const first = trades[latest(dice)] as Trade
    const count = weighted(dice, [[1, 55] as const, [2, 33] as const, [3, 12] as const])
    const worked = new Set([first])
    for (let left = 12; worked.size < count && left > 0; left--) {
      worked.add(dice.chance(0.6) ? dice.pick(families.get(first.family) ?? trades) : (trades[latest(dice)] as Trade))
    }
    return [...worked]
  }
}

/** Somebody with fewer answers than the engine needs before silence means *no*. */
const fewAnswersShare = 0.12
const mostAnswers = 40

/** Answers coherent with the work: most of its core, half of what is usual, little of what is rare. */
export function answersOf(
  dice: Dice,
  worked: readonly Trade[],
  basics: readonly ConceptId[],
  years: number,
): Pick<Person, 'answers' | 'evidence'> {
  // Some are all-round, some know one corner of their work.
  const breadth = 0.7 + 0.3 * dice.next()
  const skills = new Set<ConceptId>()
  const some = (from: readonly ConceptId[], share: number): void => {
    for (const skill of from) if (dice.chance(share)) skills.add(skill)
  }
  for (const [at, trade] of worked.entries()) {
    some(trade.core, 0.95 * breadth)
    some(trade.usual, (at === 0 ? 0.85 : 0.6) * breadth)
    some(trade.rare, (at === 0 ? 0.3 : 0.12) * breadth)
  }
  for (const skill of dice.several(basics, between(dice, 2, 8))) skills.add(skill)
  const count = dice.chance(fewAnswersShare) ? between(dice, 0, 7) : between(dice, 16, mostAnswers)
  // In the order of the work, its core first: that is what people are asked, and say, first.
  return answersTo(dice, [...skills].slice(0, count), years)
}

function answersTo(dice: Dice, skills: readonly ConceptId[], years: number): Pick<Person, 'answers' | 'evidence'> {
  const skilled = Math.min(1, years / 8)
  const answers: Record<ConceptId, Answer> = {}
  const evidence: Record<ConceptId, EvidenceState> = {}
  for (const skill of skills) {
    const answer = weighted<Answer>(dice, [
      ['no', 5],
      ['little', 12 - 7 * skilled],
      ['yes', 42],
      [2, 18 - 6 * skilled],
      [3, 8 + 18 * skilled],
      [4, 1 + 6 * skilled],
    ])
    answers[skill] = answer
    if (answer !== 'no' && answer !== 'little' && dice.chance(0.12)) evidence[skill] = dice.chance(0.7) ? 'evidenced' : 'verified'
  }
  return Object.keys(evidence).length > 0 ? { answers, evidence } : { answers }
}
