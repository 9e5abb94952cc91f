import type { ConceptId, Level } from '../taxonomy/index.ts'
import type { Cefr, Coordinates, DaySet, EvidenceState, HoursRange, Week } from './person.ts'

export type Weight = 'essential' | 'important' | 'somewhat'

/** A vacancy asks a skill. Without a level, 2 (*on my own*) is needed. */
export interface Requirement {
  readonly skill: ConceptId
  readonly weight: Weight
  readonly level?: Level
  /** Only claims in this state or a stronger one count (claimed < evidenced < verified). */
  readonly evidence?: EvidenceState
}

/** A vacancy as the engine sees one. A field left out is *silent* (see Person). */
export interface Vacancy {
  readonly id: string
  readonly occupation?: ConceptId
  /** Labour-market region code (`AM13`); only filters use it, distance uses `place`. */
  readonly region?: string
  readonly place?: Coordinates
  /** Percentage of the work that may be done from home, 0..100. */
  readonly remoteShare?: number
  readonly requirements: readonly Requirement[]
  readonly hours?: HoursRange
  /** Days on which the work must be done. */
  readonly days?: DaySet
  /** Gross cents per hour, without holiday pay. */
  readonly wageCents?: readonly [min: number, max: number]
  readonly languages?: readonly { readonly code: string; readonly level: Cefr }[]
  /** NLQF 1..8, or enough years of experience where `orYears` is given. */
  readonly workLevel?: { readonly level: number; readonly orYears?: number }
  /** Only where the vacancy says that nothing else counts. `fields`: ISCED-F prefixes, empty = any field. */
  readonly diplomaOnly?: { readonly level: number; readonly fields: readonly string[] }
  /** Only where the number of years is hard. */
  readonly experienceYears?: number
  readonly licences?: readonly string[]
  readonly certificateOfConduct?: boolean
  readonly sponsorsPermit?: boolean
  readonly startFrom?: Week
  readonly latestStart?: Week
  readonly closing?: Week
  /** Hire, then train: the offerings whose outcomes may be missing at the start. */
  readonly acceptsTrainings?: readonly string[]
  /** The employer pays the accepted trainings. */
  readonly paysTraining?: boolean
  /** Dual: the offering that carries this job. Such a job is reached through that offering only. */
  readonly carriedBy?: string
}

/** Terms take 16 bits, skills 64: more is refused at the edge with this many in the message. */
export const mostTerms = 16
export const mostEssentials = 64
/** Above this many essentials nobody has them all: the edge warns. */
export const manyEssentials = 15
