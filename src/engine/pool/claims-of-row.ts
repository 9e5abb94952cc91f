import type { Claims } from '../matching/index.ts'
import type { Graph } from '../taxonomy/index.ts'
import { highLevels, lowLevels } from './grades.ts'
import type { Segment } from './segment.ts'

const mostLevel = 4

type Claim = Claims['answered'] extends ReadonlyMap<number, infer T> ? T : never

/** What a person of a segment holds and may hold, read back from the columns. Which answers stood behind it is not kept. */
export function claimsOfRow(segment: Segment, row: number, graph: Graph): Claims {
  const answered = new Map<number, Claim>()
  for (let at = segment.claimStart[row] as number; at < (segment.claimStart[row + 1] as number); at++) {
    const code = segment.claimCode[at] as number
    answered.set(segment.claimConcept[at] as number, { low: triple(lowLevels, code), high: triple(highLevels, code), said: [] })
  }
  const implied = new Set<number>()
  for (let at = segment.occupationStart[row] as number; at < (segment.occupationStart[row + 1] as number); at++) {
    for (const concept of graph.impliedBy(segment.occupations[segment.occupation[at] as number] ?? '')) implied.add(concept)
  }
  const mayKnowAll = segment.few[row] !== 0
  const possible = (concept: number): number => {
    if (!(mayKnowAll || implied.has(concept)) || answered.has(concept)) return 0
    const caps = graph.generalOf(concept).map((general) => answered.get(general)?.high[0] ?? mostLevel)
    return Math.min(mostLevel, ...caps)
  }
  return { answered, implied, mayKnowAll, possible }
}

function triple(levels: readonly Uint8Array[], code: number): [number, number, number] {
  return [levels[0]?.[code] ?? 0, levels[1]?.[code] ?? 0, levels[2]?.[code] ?? 0]
}
