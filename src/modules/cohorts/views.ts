import type { BlockingPair, NonPair } from '../../engine/assigning/index.ts'
import type { Condition } from '../../engine/matching/index.ts'
import type { DateText } from '../../platform/index.ts'
import type {
  Cohort,
  CohortEmployer,
  CohortPair,
  Meeting,
  Participant,
  ParticipantSkill,
  Place,
  Proposal,
  StepTaken,
} from './cohort.ts'
import type { GuideChoice } from './guide-store.ts'
import type { GuideShown } from './guides.ts'
import type { NearEmployer } from './near.ts'
import type { NextBest } from './parts.ts'
import type { CohortStep } from './steps.ts'

/** A skill with its name. */
export interface SkillShown extends ParticipantSkill {
  readonly label: string
}

/** What an employer of a cohort sees of somebody: all of it. */
export interface ParticipantShown extends Pick<Participant, 'id' | 'handle' | 'placeName' | 'hours'> {
  readonly skills: readonly SkillShown[]
}

/** What the educator sees: the name too, where there is one. */
export interface ParticipantForEducator extends ParticipantShown {
  readonly name?: string | undefined
  readonly lot: number
  /** Employers that they met. */
  readonly met: number
  /** How many places they put in order; and how many places put them. */
  readonly ordered: number
  readonly orderedBy: number
}

export interface PlaceShown
  extends Pick<Place, 'id' | 'organisation' | 'seats' | 'hours' | 'placeName' | 'region' | 'dutch' | 'tasks' | 'lot'> {
  readonly organisationName: string
}

/** A pair with which choice each is of the other; 0: did not say yes to the other. */
export interface PairShown extends CohortPair {
  readonly personRank: number
  readonly placeRank: number
  /** Terms that do not fit, or are not known: it may be accepted all the same. */
  readonly conditions: readonly Condition[]
}

export interface UnplacedShown {
  readonly participant: string
  readonly why: 'noSeat' | 'terms' | 'yes'
  /** The kind of place that would take them. */
  readonly wanted: Pick<Participant, 'hours' | 'placeName' | 'region' | 'mostMinutes'>
  /** Seats that are left, nearest first. */
  readonly seats: readonly {
    readonly place: string
    readonly conditions: readonly Condition[]
    readonly lacks?: 'person' | 'place' | 'both' | undefined
  }[]
}

/** What is missing, counted: nobody can be found in it beyond the place that they need. */
export interface Shortage {
  readonly region: string
  readonly regionName: string
  readonly hours: number
  readonly places: number
}

export interface CohortLine extends Cohort {
  readonly organisationName: string
}

export interface EducatorView {
  readonly cohort: CohortLine
  readonly today: DateText
  readonly open: readonly CohortStep[]
  readonly steps: readonly StepTaken[]
  readonly people: readonly ParticipantForEducator[]
  readonly employers: readonly (CohortEmployer & { readonly name: string })[]
  readonly places: readonly PlaceShown[]
  readonly meetings: readonly Meeting[]
  readonly proposal?: (Proposal & { readonly isStale: boolean }) | undefined
  readonly pairs: readonly PairShown[]
  /** Two who would rather have each other than what they have; none: stable. */
  readonly blocking: readonly BlockingPair[]
  readonly nonPairs: readonly NonPair[]
  readonly unplaced: readonly UnplacedShown[]
  readonly empty: readonly { readonly place: string; readonly left: number }[]
  readonly shortages: readonly Shortage[]
  /** Where somebody has no place: who could be asked. Undefined when nobody could look now. */
  readonly near?: readonly NearEmployer[] | undefined
  /** Last day of the programme, where it is known: until when a placement would be. */
  readonly until?: DateText | undefined
  readonly makesPlacements: boolean
  /** Mentors and guest teachers, and who could be one. */
  readonly guides: readonly GuideShown[]
  readonly guideChoices: readonly GuideChoice[]
}

export interface PersonPlace extends PlaceShown {
  readonly met: 'no' | 'noted' | 'waitsForMe' | 'yes'
  readonly rank?: number | null | undefined
  readonly conditions: readonly Condition[]
}

export interface PersonView {
  readonly cohort: CohortLine
  readonly today: DateText
  /** Undefined: does not take part. */
  readonly self?:
    | (ParticipantShown & { readonly joinedAt: number; readonly textVersion: string; readonly lot: number })
    | undefined
  readonly places: readonly PersonPlace[]
  /** Once it is settled. */
  readonly pairs: readonly CohortPair[]
  readonly missing?: UnplacedShown | undefined
  readonly nextPlan?: NextBest | undefined
  readonly others: number
}

export interface EmployerPerson extends ParticipantShown {
  readonly met: 'no' | 'noted' | 'waitsForMe' | 'yes'
  /** By place of this employer. */
  readonly ranks: Readonly<Record<string, number | null>>
  readonly conditions: Readonly<Record<string, readonly Condition[]>>
}

export interface EmployerView {
  readonly cohort: CohortLine
  readonly today: DateText
  readonly organisation: { readonly id: string; readonly name: string; readonly placeName?: string | undefined }
  readonly answer?: 'taking' | 'declined' | undefined
  readonly places: readonly PlaceShown[]
  readonly people: readonly EmployerPerson[]
  readonly pairs: readonly CohortPair[]
}

/** For a region's coordinator: counts, and no person. */
export interface CohortCounts {
  readonly cohort: CohortLine
  readonly people: number
  readonly placed: number
  readonly seats: number
  readonly shortages: readonly Shortage[]
}
