import type { ConceptId } from '../../src/engine/taxonomy/index.ts'

export type Seniority = 'junior' | 'medior' | 'senior'

/** An occupation with what the rows of a world are drawn from. Skills stand by how often they are asked, first ones most. */
export interface Trade {
  readonly id: ConceptId
  readonly ict: boolean
  /** Where the neighbours are: people move within it. */
  readonly family: number
  /** Share of the vacancies, and of the people who did this work; in no unit. */
  readonly vacancyShare: number
  readonly peopleShare: number
  /** NLQF 2..7. */
  readonly workLevel: number
  /** Gross cents per hour of the middle of those who do it. */
  readonly wageCents: number
  /** 0..1: how much of it may be done from home. */
  readonly remote: number
  readonly core: readonly ConceptId[]
  readonly usual: readonly ConceptId[]
  readonly rare: readonly ConceptId[]
}
