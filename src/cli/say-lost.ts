import type { Lost } from '../modules/skills/index.ts'

const mostShown = 20

/** What people and vacancies named and what is gone, most named first: concepts and numbers, never people. */
export function sayLost(out: (line: string) => void, { claims, vacancies }: Lost): void {
  const named = new Map<string, { people: number; vacancies: number }>()
  const of = (concept: string): { people: number; vacancies: number } => {
    const one = named.get(concept) ?? { people: 0, vacancies: 0 }
    named.set(concept, one)
    return one
  }
  for (const { concept, drafts, pool } of claims) of(concept).people += drafts + pool
  for (const { concept, vacancies: count } of vacancies) of(concept).vacancies += count
  if (named.size === 0) return
  const lines = [...named].sort(
    ([a, one], [b, other]) => other.people + other.vacancies - (one.people + one.vacancies) || (a < b ? -1 : 1),
  )
  out(`${named.size} concepts that were named are gone and have no successor:`)
  for (const [concept, { people, vacancies: count }] of lines.slice(0, mostShown)) {
    out(`  ${concept}: ${people} people, ${count} vacancies`)
  }
  if (lines.length > mostShown) out(`  ... and ${lines.length - mostShown} more`)
}
