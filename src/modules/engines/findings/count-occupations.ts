import type { HeldEngine } from './held-engine.ts'
import type { OccupationCount } from './question.ts'

const mostOccupations = 3

/** The occupations of these vacancies, most vacancies first, ties by id; the first three. */
export function countOccupations(held: HeldEngine, vacancies: Iterable<string>): OccupationCount[] {
  const counts = new Map<string, number>()
  for (const vacancy of vacancies) {
    const occupation = held.occupationOf(vacancy)
    if (occupation !== undefined) counts.set(occupation, (counts.get(occupation) ?? 0) + 1)
  }
  return [...counts]
    .map(([occupation, count]) => ({ occupation, vacancies: count }))
    .sort((a, b) => b.vacancies - a.vacancies || (a.occupation < b.occupation ? -1 : 1))
    .slice(0, mostOccupations)
}
