import type { Course } from './courses.ts'
import { totalsOf } from './price.ts'
import type { Traveller } from './traveller.ts'
import type { Walks } from './walk.ts'

/**
 * A scheme pays for the first offering that has it, so what it pays depends on the order, and the order on dates. A course
 * that teaches nothing needed can therefore make two others cheaper, by forcing another order on them. These sets of three
 * are the exception to "what adds nothing and enables nothing is in no irredundant path"; they hardly ever exist.
 */
export function trickSets(traveller: Traveller, walks: Walks, courses: readonly Course[]): readonly (readonly Course[])[] {
  if (walks.rules.employerPays || walks.rules.last) return []
  const sets = new Map<string, readonly Course[]>()
  for (const [index, a] of courses.entries()) {
    const schemes = payingSchemes(traveller, a)
    if (schemes.size === 0) continue
    for (const b of courses.slice(index + 1)) {
      if (![...payingSchemes(traveller, b)].some((scheme) => schemes.has(scheme))) continue
      const pair = [a, b].sort(byIndex)
      const saving = savingOn(traveller, walks, pair)
      if (saving > 0) addTricks(sets, walks, pair, courses, saving)
    }
  }
  return [...sets.values()]
}

/**
 * What the pair would save in its other order. In its soonest one it may be too dear or not; where dates or prerequisites
 * keep it from being walked at all, no third course that is not needed anyway changes that.
 */
function savingOn(traveller: Traveller, walks: Walks, pair: readonly Course[]): number {
  const [a, b] = pair as [Course, Course]
  const costs = [costOf(traveller, [a, b]), costOf(traveller, [b, a])] as const
  if (costs[0] === costs[1]) return 0
  const order = walks.soonest(pair)
  return order ? costOf(traveller, order) - Math.min(...costs) : 0
}

function addTricks(
  sets: Map<string, readonly Course[]>,
  walks: Walks,
  pair: readonly Course[],
  courses: readonly Course[],
  saving: number,
): void {
  for (const third of courses) {
    // It must cost less than it saves.
    if (pair.includes(third) || (walks.leastOf(third)?.euro ?? saving) >= saving) continue
    const set = [...pair, third].sort(byIndex)
    if (walks.of(set)) sets.set(set.map(({ index }) => index).join(' '), set)
  }
}

function byIndex(a: Course, b: Course): number {
  return a.index - b.index
}

function payingSchemes({ person }: Traveller, { offering }: Course): Set<string> {
  return new Set((offering.funding ?? []).filter(({ scheme }) => person.funding?.[scheme] === 'can').map(({ scheme }) => scheme))
}

function costOf(traveller: Traveller, order: readonly Course[]): number {
  return totalsOf(traveller, order, false).ownEuro
}
