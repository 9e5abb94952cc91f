import { buildGraph, type Graph, transferModel, whole } from '../../engine/taxonomy/index.ts'
import type { Catalogue, OccupationSkill } from '../skills/index.ts'

/** How much of the essential skills of one occupation another one brings. */
export interface Nearness {
  /** Essentials that it asks too, or asks something more specific of. */
  readonly has: number
  /** Further essentials of which it asks something related. */
  readonly alike: number
  readonly outOf: number
  /** Essentials it does not bring: those that are alike among them. */
  readonly missing: readonly OccupationSkill[]
}

/** Compares occupations of one catalogue by their skills. */
export interface Comparison {
  /** What somebody who did `from` usually brings to `to`. */
  between(from: string, to: string): Nearness
  /** The essentials of an occupation. */
  essentials(occupation: string): readonly OccupationSkill[]
  /** Concepts that prove this skill: it, its equals and everything more specific. */
  provenBy(skill: string): ReadonlySet<number>
  /** The number of a skill, the same for equal skills of different schemes. */
  numberOf(skill: string): number
}

/**
 * What work brings: the skills it asks as essential or important. Somewhat is left out, since many who do the work lack those. The same
 * kinship as in matching decides what proves a skill and what is alike.
 */
export function compareOccupations(catalogue: Catalogue): Comparison {
  const graph = buildGraph(catalogue.engineSkills(), [], transferModel)
  const brought = remembered((occupation: string): ReadonlySet<number> => {
    const skills = catalogue.skillsOf(occupation).filter(({ weight }) => weight !== 'somewhat')
    return new Set(skills.map(({ skill }) => graph.numberOf(skill)))
  })
  const essentials = remembered((occupation: string) =>
    catalogue.skillsOf(occupation).filter(({ weight }) => weight === 'essential'),
  )
  const provenBy = remembered((skill: string) => proofs(graph, skill))
  const alikeTo = remembered((skill: string) => new Set(graph.kinOf(graph.numberOf(skill)).map(({ claim }) => claim)))
  return {
    essentials,
    provenBy,
    numberOf: (skill) => graph.numberOf(skill),
    between(from, to) {
      const has = brought(from)
      const missing = essentials(to).filter(({ skill }) => !meet(provenBy(skill), has))
      return {
        has: essentials(to).length - missing.length,
        alike: missing.filter(({ skill }) => meet(alikeTo(skill), has)).length,
        outOf: essentials(to).length,
        missing,
      }
    },
  }
}

function proofs(graph: Graph, skill: string): ReadonlySet<number> {
  const kin = graph.kinOf(graph.numberOf(skill)).filter(({ kinship }) => kinship === whole)
  return new Set(kin.map(({ claim }) => claim))
}

function meet(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const one of a) if (b.has(one)) return true
  return false
}

function remembered<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const value = make(key)
    made.set(key, value)
    return value
  }
}
