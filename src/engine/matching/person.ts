import type { ConceptId, Level } from '../taxonomy/index.ts'

/** Weeks since Monday 1970-01-05 (ISO weeks, Europe/Amsterdam). The engine has no clock: the caller says which week it is. */
export type Week = number

/** Degrees [latitude, longitude]. Never finer than travel needs: the middle of a postcode-4 area or a municipality. */
export type Coordinates = readonly [latitude: number, longitude: number]

/** A range of whole hours a week, both ends included. */
export type HoursRange = readonly [min: number, max: number]

export type TravelMode = 'walk' | 'bike' | 'transit' | 'car'

/** CEFR A1..C2 as 1..6. */
export type Cefr = 1 | 2 | 3 | 4 | 5 | 6

/** Claimed, evidenced, verified: three states, shown everywhere. A verified claim is not better in fit than an honest one. */
export type EvidenceState = 'claimed' | 'evidenced' | 'verified'

/** What a person said about one skill: *no*, *a little* [1,1], *yes* [2,3], or a stated or proven level [l,l]. */
export type Answer = 'no' | 'little' | 'yes' | Level

/** Whether a funding scheme pays for this person: only *can* lowers own cost; *ask* is shown beside it and never ranks. */
export type FundingAnswer = 'can' | 'cannot' | 'ask'

/** Monday first: bit 0 Monday .. bit 6 Sunday. */
export type DaySet = number

export interface Diploma {
  /** NLQF/EQF 1..8. */
  readonly level: number
  /** ISCED-F code, 2 to 4 digits. */
  readonly field?: string
}

/**
 * A person as the engine sees one. It holds nothing that matching may never use (docs/decisions/0007).
 * Every field left out is *silent*: unknown where somebody else asks it, nothing asked where the person would ask.
 */
export interface Person {
  readonly id: string
  readonly occupations: readonly ConceptId[]
  readonly answers: Readonly<Record<ConceptId, Answer>>
  /** Evidence of a claim; left out means claimed. */
  readonly evidence?: Readonly<Record<ConceptId, EvidenceState>>
  readonly hours?: HoursRange
  readonly days?: DaySet
  readonly place?: {
    readonly at: Coordinates
    readonly maxMinutes: number
    readonly mode: TravelMode
    /** From this percentage of remote work on, distance does not count. */
    readonly remoteShareEnough?: number
  }
  /** Gross per month, without holiday pay. Taken at the person's hours (definitions.md section 3). */
  readonly wageFloorMonthEuro?: number
  readonly languages?: Readonly<Record<string, Cefr>>
  /** Work and thinking level as NLQF 1..8. */
  readonly workLevel?: number
  readonly diplomas?: readonly Diploma[]
  readonly experienceYears?: number
  /** Codes such as `B`, `C`, `VCA`. An empty list means: none. */
  readonly licences?: readonly string[]
  readonly certificateOfConduct?: boolean
  /** True when an employer must sponsor a work permit; stated by the person, never inferred. */
  readonly needsPermitSponsor?: boolean
  /** First week in which the person is free; left out means now. */
  readonly availableFrom?: Week
  /** Limits to training. */
  readonly study?: {
    readonly hoursPerWeek?: number
    readonly totalWeeks?: number
    readonly ownCostEuro?: number
    /** Lowest income in any month on the way. */
    readonly lowestMonthEuro?: number
    /** False: an online training is refused; true or left out: online is fine. */
    readonly onlineIsFine?: boolean
  }
  /** Income that goes on while training before a job (benefit or present wage), gross per month. */
  readonly incomeWhileTrainingMonthEuro?: number
  readonly funding?: Readonly<Record<string, FundingAnswer>>
}
