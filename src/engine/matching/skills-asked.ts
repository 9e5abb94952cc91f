import type { ConceptId } from '../taxonomy/index.ts'
import type { Market } from './market.ts'

/** How many requirements of vacancies name each skill, whatever level or weight they give it. */
export function skillsAsked({ columns, kinds }: Pick<Market, 'columns' | 'kinds'>): ReadonlyMap<ConceptId, number> {
  const byKind = new Uint32Array(kinds.list.length)
  for (const kind of columns.requirements) byKind[kind]!++
  const counts = new Map<ConceptId, number>()
  for (const [kind, count] of byKind.entries()) {
    const skill = kinds.list[kind]?.requirement.skill
    if (count > 0 && skill !== undefined) counts.set(skill, (counts.get(skill) ?? 0) + count)
  }
  return counts
}
