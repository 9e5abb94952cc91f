import type { Cefr, Coordinates, DaySet, HoursRange, Requirement, Vacancy } from '../../engine/matching/index.ts'
import type { DoubtReason } from '../../engine/reading/index.ts'
import { type DateText, weekOfDate } from '../../platform/index.ts'

/** A requirement as kept: with the words of the text it was read from, when it was read. */
export interface KeptRequirement extends Requirement {
  readonly words?: string
}

/** The terms and dates of a vacancy as kept. A field left out is not known; see the engine's Vacancy for each meaning. */
export interface VacancyFacts {
  readonly at?: Coordinates
  readonly remoteShare?: number
  readonly hours?: HoursRange
  readonly days?: DaySet
  readonly wageCents?: readonly [min: number, max: number]
  readonly languages?: readonly { readonly code: string; readonly level: Cefr }[]
  readonly workLevel?: { readonly level: number; readonly orYears?: number }
  readonly diplomaOnly?: { readonly level: number; readonly fields: readonly string[] }
  readonly experienceYears?: number
  readonly licences?: readonly string[]
  readonly certificateOfConduct?: boolean
  readonly sponsorsPermit?: boolean
  readonly startFrom?: DateText
  readonly latestStart?: DateText
  readonly acceptsTrainings?: readonly string[]
  readonly paysTraining?: boolean
  readonly carriedBy?: string
  readonly contract?: 'permanent' | 'temporary' | 'internship' | 'freelance'
}

/** Why this may be no job, with the words that say so. Shown to people; it takes nothing off a list. */
export interface KeptDoubt {
  readonly reason: DoubtReason
  readonly words: string
}

export const vacancyStates = ['draft', 'published', 'paused', 'filled', 'expired', 'withdrawn'] as const
export type VacancyState = (typeof vacancyStates)[number]

export interface VacancyRecord {
  readonly id: string
  /** `draft`, `paused` and `filled` only of what an organisation keeps on its own desk. A draft is seen by nobody else. */
  readonly state: VacancyState
  readonly demo: boolean
  readonly title: string
  readonly employer: string
  /** The organisation whose own vacancy this is. Left out: it was imported. */
  readonly organisation?: string
  readonly description: string
  readonly language: string
  readonly occupation?: string
  readonly region?: string
  readonly placeName?: string
  readonly facts: VacancyFacts
  readonly requirements: readonly KeptRequirement[]
  /** Left out: none. */
  readonly doubts?: readonly KeptDoubt[]
  readonly source: string
  readonly sourceUrl?: string
  readonly publishedOn: DateText
  readonly closesOn?: DateText
}

/** What the engine may know of a vacancy. */
export function toEngineVacancy(
  record: Pick<VacancyRecord, 'id' | 'facts' | 'requirements' | 'occupation' | 'region' | 'closesOn'>,
): Vacancy {
  const { at, startFrom, latestStart, contract: _contract, ...terms } = record.facts
  return {
    ...terms,
    id: record.id,
    requirements: record.requirements.map(({ words: _words, ...requirement }) => requirement),
    ...(record.occupation === undefined ? {} : { occupation: record.occupation }),
    ...(record.region === undefined ? {} : { region: record.region }),
    ...(at === undefined ? {} : { place: at }),
    ...(startFrom === undefined ? {} : { startFrom: weekOfDate(startFrom) }),
    ...(latestStart === undefined ? {} : { latestStart: weekOfDate(latestStart) }),
    ...(record.closesOn === undefined ? {} : { closing: weekOfDate(record.closesOn) }),
  }
}
