/** Demand for a programme, as people see it: with names, in one language. Counts of people are in tens; null is *fewer than ten*. */
import type { CountedWaiting, RoundedCount, RoundedPair } from '../engines/index.ts'
import type { Basis, VacancySummary } from '../planning/index.ts'

/** One offering of the programme that can be asked about. */
export interface OfferingChoice {
  readonly id: string
  readonly online: boolean
  readonly placeName?: string
  readonly feeEuro: number
  readonly rolling: boolean
  /** The next day on which it starts, from today on. */
  readonly nextStart?: string
}

/** Vacancies of one labour-market region, or of the whole country when left out. */
export interface RegionChoice {
  readonly code: string
  readonly name: string
}

export interface ProgrammeName {
  readonly id: string
  readonly title: string
  readonly titleLanguage: 'nl' | 'en'
  readonly demo: boolean
}

/** Why nothing is counted. */
export type NotCounted = 'notPublished' | 'noOffering' | 'tooFew'

export interface WaitingView {
  readonly basis: Basis
  readonly programme: ProgrammeName
  /** Left out: there is none that plans can be made with. */
  readonly offering?: OfferingChoice
  readonly offerings: readonly OfferingChoice[]
  readonly region?: RegionChoice
  /** It carries a job: that alone stands at its other end. */
  readonly isDual: boolean
  /** People who agreed to be counted and keep a plan with it. */
  readonly kept: RoundedCount
  /** People from which on is counted. */
  readonly leastPool: number
  readonly counts?: WaitingCounts
  /** Left out when it was counted. */
  readonly notCounted?: NotCounted
}

export interface WaitingDemand {
  /** `skill:<id>`, `studyHours`, `studyDays`, `studyPlace`, `studyOnline`, `language:nl`, `studyCost`, `studyWeeks`, `studyStart`. */
  readonly demand: string
  /** Name of the skill or language, where the key is one. */
  readonly label?: string
}

export interface WaitingCounts {
  readonly pool: number
  readonly needs: RoundedPair
  readonly canBegin: RoundedPair
  readonly demands: readonly (WaitingDemand & { readonly against: RoundedPair; readonly costs: RoundedPair })[]
  readonly pairs: readonly { readonly demands: readonly [WaitingDemand, WaitingDemand]; readonly more: RoundedPair }[]
  readonly all: RoundedPair
  readonly lower: readonly {
    readonly skill: string
    readonly label: string
    readonly level: number
    readonly costs: RoundedPair
  }[]
  readonly otherEnd: Omit<CountedWaiting['otherEnd'], 'first'> & {
    readonly first: readonly { readonly vacancy: VacancySummary; readonly people: RoundedPair }[]
    /** Of the vacancies listed, those of each employer; most first. */
    readonly employers: readonly { readonly employer: string; readonly vacancies: number }[]
  }
}

export interface CurriculumView {
  readonly basis: Basis
  readonly programme: ProgrammeName
  readonly region?: RegionChoice
  /** ICT occupations of which it teaches an essential, most first. */
  readonly occupations: readonly OccupationChoice[]
  /** Vacancies that were looked at: of the chosen occupations, in the region. */
  readonly vacancies: number
  /** Concepts that these ask in all; as many as are shown stand below. */
  readonly concepts: number
  readonly asked: readonly AskedSkillView[]
  readonly outcomes: readonly OutcomeView[]
  /** Left out when there is something to compare. */
  readonly nothing?: 'noOutcomes' | 'noOccupation' | 'noVacancies'
}

export interface OccupationChoice {
  readonly id: string
  readonly slug: string
  readonly label: string
  readonly openings: number
  /** How many of its essentials the programme teaches, of how many. */
  readonly teaches: number
  readonly outOf: number
  readonly isChosen: boolean
}

/** Counts of vacancies. `taught`, `tooLow`, `near` and `missing` add up to `essential` and `plus` together. */
export interface AskedSkillView {
  readonly skill: string
  readonly label: string
  readonly essential: number
  readonly plus: number
  readonly taught: number
  /** It is taught, at a lower level than is asked. */
  readonly tooLow: number
  /** Something near to it is taught: more general, related, or a sibling. */
  readonly near: number
  readonly missing: number
  /** The words of vacancies; only where it is not taught to all. */
  readonly quotes: readonly QuoteView[]
}

export interface QuoteView {
  readonly vacancy: string
  readonly title: string
  readonly employer: string
  readonly demo: boolean
  readonly essential: boolean
  /** The words it was read from. */
  readonly words: string
  /** The sentence around them, in the language of the vacancy; left out where the words cannot be found in its text. */
  readonly sentence?: string
  readonly language: string
}

/** Counts of vacancies, each once. */
export interface OutcomeView {
  readonly skill: string
  readonly label: string
  readonly level: number
  readonly asked: number
  /** Ask it at a higher level. */
  readonly askedHigher: number
  /** Ask something near to it only. */
  readonly near: number
}
