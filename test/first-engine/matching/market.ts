import type { Person } from '../../../src/engine/matching/person.ts'
import type { Requirement, Vacancy } from '../../../src/engine/matching/vacancy.ts'
import type { Graph, TransferModel } from '../../../src/engine/taxonomy/index.ts'
import { Demands, evidenceRank, presetNeed } from './demand.ts'
import { type KeyedTerm, type TermContext, termsOf } from './terms.ts'

/** One requirement by demand number. */
export interface CompiledRequirement {
  readonly requirement: Requirement
  readonly demand: number
  /** The same demand without its proof: what shapes fit. */
  readonly weight: number
  readonly essential: boolean
}

export interface CompiledVacancy {
  readonly index: number
  readonly vacancy: Vacancy
  readonly requirements: readonly CompiledRequirement[]
  readonly essentials: readonly CompiledRequirement[]
  /** Denominator of fit: sum of weights x 1200. */
  readonly fitOutOf: number
  readonly terms: readonly KeyedTerm[]
}

/** All vacancies, compiled once; the demands they ask are numbered. */
export interface Market {
  readonly graph: Graph
  readonly demands: Demands
  readonly transfer: TransferModel
  readonly context: TermContext
  readonly vacancies: readonly CompiledVacancy[]
  readonly byId: ReadonlyMap<string, CompiledVacancy>
}

export function buildMarket(parts: {
  readonly graph: Graph
  readonly transfer: TransferModel
  readonly context: TermContext
  readonly vacancies: readonly Vacancy[]
}): Market {
  const demands = new Demands()
  const vacancies = [...parts.vacancies]
    // Ties go by id everywhere: with vacancies in that order, "first found" is "lowest id".
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((vacancy, index) => compile(vacancy, index, parts.graph, demands, parts.transfer))
  return { ...parts, demands, vacancies, byId: new Map(vacancies.map((one) => [one.vacancy.id, one])) }
}

function compile(vacancy: Vacancy, index: number, graph: Graph, demands: Demands, transfer: TransferModel): CompiledVacancy {
  const requirements = vacancy.requirements.map((requirement) => ({
    requirement,
    demand: demands.number(
      graph.numberOf(requirement.skill),
      requirement.level ?? presetNeed,
      evidenceRank[requirement.evidence ?? 'claimed'],
    ),
    weight: transfer.weights[requirement.weight],
    essential: requirement.weight === 'essential',
  }))
  return {
    index,
    vacancy,
    requirements,
    essentials: requirements.filter((one) => one.essential),
    fitOutOf: requirements.reduce((sum, one) => sum + one.weight * 1200, 0),
    terms: termsOf(vacancy),
  }
}

/** The week from which a person can begin (ruling 18: availableFrom is a Monday's week already). */
export function freeWeek(person: Person, thisWeek: number): number {
  return Math.max(thisWeek, person.availableFrom ?? thisWeek)
}
