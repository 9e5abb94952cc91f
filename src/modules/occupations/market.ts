import type { Resident } from '../matching/index.ts'
import type { Catalogue, Language } from '../skills/index.ts'
import type { Programme } from '../trainings/index.ts'
import type { VacancyRecord } from '../vacancies/index.ts'
import { type Comparison, compareOccupations } from './nearness.ts'
import type { TeachingProgramme } from './occupation.ts'

/** A skill, and the level that is asked where one is. */
interface Asked {
  readonly skill: string
  readonly level?: number
}

/** What the record of one moment holds of occupations, computed once for it. */
export interface Market {
  readonly catalogue: Catalogue
  readonly comparison: Comparison
  /** Open vacancies of an occupation, whichever of its equal ids they carry. */
  vacanciesOf(occupation: string): readonly VacancyRecord[]
  /** Programmes that teach at least one of these skills to its level: most first, then the shortest, then by id. */
  programmesFor(asked: readonly Asked[], language: Language): readonly TeachingProgramme[]
}

export function marketOf(resident: Resident): Market {
  const { catalogue } = resident
  const comparison = compareOccupations(catalogue)
  const vacancies = Map.groupBy(
    [...resident.vacancies.values()].filter(({ occupation }) => occupation !== undefined),
    ({ occupation = '' }) => catalogue.standsFor(occupation),
  )
  const taught = [...resident.programmes.values()].map((programme) => ({ programme, levels: levelsOf(programme, comparison) }))
  return {
    catalogue,
    comparison,
    vacanciesOf: (occupation) => vacancies.get(catalogue.standsFor(occupation)) ?? [],
    programmesFor: (asked, language) =>
      taught
        .map(({ programme, levels }) => ({ programme, teaches: asked.filter((one) => isTaught(one, levels, comparison)).length }))
        .filter(({ teaches }) => teaches > 0)
        .sort((a, b) => b.teaches - a.teaches || weeksOf(a.programme) - weeksOf(b.programme) || byId(a.programme, b.programme))
        .map(({ programme, teaches }) => shown(programme, teaches, asked.length, language)),
  }
}

/** The highest level to which a programme teaches each skill. */
function levelsOf({ facts }: Programme, comparison: Comparison): ReadonlyMap<number, number> {
  const levels = new Map<number, number>()
  for (const { skill, level } of facts.outcomes) {
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
