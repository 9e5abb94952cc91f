import type { Resident } from '../matching/index.ts'
import type { Catalogue, Language } from '../skills/index.ts'
import type { Programme } from '../trainings/index.ts'
import { type Comparison, compareOccupations } from './nearness.ts'
import type { TeachingProgramme } from './occupation.ts'

/** A skill, and the level that is asked where one is. */
interface Asked {
  readonly skill: string
  readonly level?: number
}

export interface Outcome {
  readonly skill: string
  readonly level: number
}

/** What the record of one moment holds of occupations, computed once for it. */
export interface Market {
  readonly catalogue: Catalogue
  readonly comparison: Comparison
  /** Open vacancies of an occupation, whichever of its equal ids they carry. */
  openings(occupation: string): number
  /** All ids that vacancies carry and that mean this occupation. */
  idsOf(occupation: string): readonly string[]
  /** Programmes that teach at least one of these skills to its level: most first, then the shortest, then by id. */
  programmesFor(asked: readonly Asked[], language: Language): readonly TeachingProgramme[]
  /** How many essentials of an occupation these outcomes teach to their level, of how many. */
  taughtOf(occupation: string, outcomes: readonly Outcome[]): { readonly teaches: number; readonly outOf: number }
}

/** `counts`: open vacancies by the occupation that they carry. */
export function marketOf({ catalogue, programmes }: Resident, counts: ReadonlyMap<string, number>): Market {
  const comparison = compared(catalogue)
  const ids = Map.groupBy(counts.keys(), (occupation) => catalogue.standsFor(occupation))
  const idsOf = (occupation: string): readonly string[] => ids.get(catalogue.standsFor(occupation)) ?? []
  const taught = taughtBy(programmes, comparison)
  return {
    catalogue,
    comparison,
    openings: (occupation) => idsOf(occupation).reduce((sum, id) => sum + (counts.get(id) ?? 0), 0),
    idsOf,
    programmesFor: (asked, language) =>
      taught
        .map(({ programme, levels }) => ({ programme, teaches: asked.filter((one) => isTaught(one, levels, comparison)).length }))
        .filter(({ teaches }) => teaches > 0)
        .sort((a, b) => b.teaches - a.teaches || weeksOf(a.programme) - weeksOf(b.programme) || byId(a.programme, b.programme))
        .map(({ programme, teaches }) => shown(programme, teaches, asked.length, language)),
    taughtOf: (occupation, outcomes) => {
      const [essentials, levels] = [comparison.essentials(occupation), levelsOf(outcomes, comparison)]
      return { teaches: essentials.filter((one) => isTaught(one, levels, comparison)).length, outOf: essentials.length }
    },
  }
}

const comparisons = new WeakMap<Catalogue, Comparison>()

/** Worked out once for a catalogue: vacancies and people change far more often. */
function compared(catalogue: Catalogue): Comparison {
  const known = comparisons.get(catalogue) ?? compareOccupations(catalogue)
  comparisons.set(catalogue, known)
  return known
}

interface Taught {
  readonly programme: Programme
  readonly levels: ReadonlyMap<number, number>
}

const teaching = new WeakMap<Resident['programmes'], { readonly comparison: Comparison; readonly taught: readonly Taught[] }>()

function taughtBy(programmes: Resident['programmes'], comparison: Comparison): readonly Taught[] {
  const known = teaching.get(programmes)
  if (known?.comparison === comparison) return known.taught
  const taught = [...programmes.values()].map((programme) => ({
    programme,
    levels: levelsOf(programme.facts.outcomes, comparison),
  }))
  teaching.set(programmes, { comparison, taught })
  return taught
}

/** The highest level to which each skill is taught. */
function levelsOf(outcomes: readonly Outcome[], comparison: Comparison): ReadonlyMap<number, number> {
  const levels = new Map<number, number>()
  for (const { skill, level } of outcomes) {
    const number = comparison.numberOf(skill)
    levels.set(number, Math.max(level, levels.get(number) ?? 0))
  }
  return levels
}

function isTaught({ skill, level = 1 }: Asked, levels: ReadonlyMap<number, number>, comparison: Comparison): boolean {
  for (const proof of comparison.provenBy(skill)) if ((levels.get(proof) ?? 0) >= level) return true
  return false
}

const weeksOf = ({ facts }: Programme): number => facts.weeks ?? Number.POSITIVE_INFINITY

const byId = (a: Programme, b: Programme): number => (a.id < b.id ? -1 : 1)

function shown(
  { id, title, provider, demo, facts }: Programme,
  teaches: number,
  outOf: number,
  language: Language,
): TeachingProgramme {
  const { weeks } = facts
  return { id, title: title[language], provider, demo, teaches, outOf, ...(weeks === undefined ? {} : { weeks }) }
}
