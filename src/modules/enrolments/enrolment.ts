import type { DateText } from '../../platform/index.ts'
import type { Bilingual } from '../trainings/index.ts'
import type { Side, State } from './moves.ts'
import type { Reason, StepKind } from './reasons.ts'

/** A text in one language of the site, or in both. */
export type OneOrBoth = Partial<Bilingual>

/** Whether somebody has what the programme asks, as far as they told. */
export interface AskedSkill {
  readonly skill: string
  readonly level: number
  readonly has: 'has' | 'hasNot' | 'unknown'
}

/** The next best plan of a person, told with a no. */
export interface NextPlan {
  readonly plan: string
  readonly title: string
  readonly employer?: string | undefined
  readonly readyOn?: DateText | undefined
}

/** An enrolment as it is kept: a person's way through one start of an offering. Moments are milliseconds since 1970. */
export interface Enrolment {
  readonly id: string
  /** The account. */
  readonly person: string
  /** The educator. */
  readonly organisation: string
  readonly programme: string
  readonly programmeTitle: Bilingual
  readonly offering: string
  readonly startsOn: DateText
  /** Of an offering that people start at any time: the first day of the month they would like. Left out once there is a day. */
  readonly wishedMonth?: DateText | undefined
  readonly demo: boolean
  readonly state: State
  /** They wait, and let an offered place pass. */
  readonly isQuiet: boolean
  /** How the educator may call the person. */
  readonly called: string
  /** Where they released it. */
  readonly email?: string | undefined
  /** Left out where they did not agree. */
  readonly skills?: readonly AskedSkill[] | undefined
  readonly appliedAt: number
  readonly changedAt: number
  readonly waitingSince?: number | undefined
  readonly heldUntil?: DateText | undefined
  readonly endedAt?: number | undefined
  readonly reason?: Reason | undefined
  readonly reasonBy?: Side | 'clock' | undefined
  readonly reasonText?: string | undefined
  readonly nextPlan?: NextPlan | undefined
}

/** One step of an admission: of a programme, and of an enrolment with how it stands. */
export interface AdmissionStep {
  readonly kind: StepKind
  readonly purpose: OneOrBoth
}

export interface EnrolmentStep extends AdmissionStep {
  readonly number: number
  readonly plannedOn?: DateText | undefined
  /** Time and place, in words. */
  readonly plannedText?: string | undefined
  readonly outcome?: 'passed' | 'notPassed' | undefined
  readonly reason?: string | undefined
  readonly settledAt?: number | undefined
}

/** A move that was made. */
export interface MoveMade {
  readonly move: string
  readonly bySide: Side | 'clock'
  readonly state: State
  readonly at: number
}

/** A start with its places. `places` left out: without a number. */
export interface EnrolmentStart {
  readonly offering: string
  readonly startsOn: DateText
  readonly organisation: string
  readonly programme: string
  readonly places?: number | undefined
  /** Set here, and not those of the offering. */
  readonly byHand: boolean
  readonly enrolFrom?: DateText | undefined
  readonly enrolUntil?: DateText | undefined
  readonly taken: number
  readonly held: number
}

/** Places that are free; without a number there always is one. */
export const freePlaces = ({ places, taken, held }: EnrolmentStart): number =>
  places === undefined ? Number.POSITIVE_INFINITY : places - taken - held
