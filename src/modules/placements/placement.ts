import type { DateText } from '../../platform/index.ts'
import type { Bilingual } from '../trainings/index.ts'
import type { Side, State } from './steps.ts'
import type { WeekPhase } from './week.ts'

/** Somebody who works while learning: at an employer, for a school. Moments are milliseconds since 1970. */
export interface Placement {
  readonly id: string
  /** Account of who learns; empty once that person erased their account. */
  readonly person: string
  /** Organisation. */
  readonly school: string
  /** Organisation. */
  readonly employer: string
  /** Organisation that guides, where there is one. */
  readonly supporter?: string | undefined
  readonly demo: boolean
  readonly programme: string
  readonly programmeTitle: Bilingual
  readonly offering?: string | undefined
  /** The qualification it leads to; with one the norms of the bbl hold. */
  readonly crebo?: string | undefined
  /** Account: who guides at the employer. */
  readonly supervisor?: string | undefined
  /** Account: who guides at the school. */
  readonly coach?: string | undefined
  /** Minutes a week that guiding takes of them. Left out: as the dated rules have it, until it is offered. */
  readonly supervisorMinutes?: number | undefined
  readonly coachMinutes?: number | undefined
  readonly from: DateText
  readonly until: DateText
  readonly hoursPerWeek: number
  readonly phases: readonly WeekPhase[]
  /** Cents an hour, before tax. */
  readonly wageCents?: number | undefined
  readonly state: State
  readonly endReason?: EndReason | undefined
  readonly endText?: string | undefined
  readonly createdAt: number
  readonly changedAt: number
  readonly endedAt?: number | undefined
}

/** Why a placement stopped. `expired`, `withdrawn`, `left` and `finished` are the program's own; the others somebody chooses. */
export const chosenEndReasons = ['diploma', 'otherJob', 'noMatch', 'noWork', 'studyStops', 'other'] as const
export type EndReason = (typeof chosenEndReasons)[number] | 'expired' | 'withdrawn' | 'left' | 'finished'

/** Why a placement stands still. `absence` says no more: not of whom, and not why. */
export const pauseReasons = ['absence', 'leave', 'noWork', 'school', 'other'] as const
export type PauseReason = (typeof pauseReasons)[number]

export interface PlacementStep {
  readonly step: string
  readonly side: Side | 'clock'
  readonly state: State
  readonly detail?: string | undefined
  readonly at: number
}

/** What an addendum changes, from when all signed. */
export interface Change {
  readonly until?: DateText
  readonly hoursPerWeek?: number
  readonly wageCents?: number
  readonly phases?: readonly WeekPhase[]
  readonly supervisorMinutes?: number
  readonly coachMinutes?: number
}

/** Something to sign: number 1 is the agreement, later ones are addenda. */
export interface Agreement {
  readonly id: string
  readonly placement: string
  readonly number: number
  readonly template: string
  readonly templateVersion: string
  readonly change?: Change | undefined
  /** Left out: the person erased their account. The hash stays. */
  readonly text?: Bilingual | undefined
  /** SHA-256 of both texts, hexadecimal. */
  readonly hash: string
  readonly roles: readonly Side[]
  readonly signBy: DateText
  readonly madeAt: number
  readonly signedAt?: number | undefined
  readonly withdrawnAt?: number | undefined
}

/** Evidence of a signature: who, for whom, when, and which text. */
export interface Signature {
  readonly agreement: string
  readonly role: Side
  readonly account?: string | undefined
  readonly organisation?: string | undefined
  readonly sessionHash: string
  readonly hash: string
  readonly at: number
}

export interface Interruption {
  readonly id: string
  readonly from: DateText
  readonly until: DateText
  readonly reason: PauseReason
  readonly side: Side
}

export interface Leave {
  readonly id: string
  readonly from: DateText
  readonly until: DateText
}

/** Hours of one week, as somebody noted them. */
export interface NotedHours {
  /** Its Monday. */
  readonly week: DateText
  readonly practice: number
  readonly school: number
  readonly side: Side
  readonly isConfirmed: boolean
}

/** That an employer may guide people for a qualification, as a school looked it up. */
export interface Recognition {
  readonly id: string
  readonly organisation: string
  readonly crebo: string
  readonly from: DateText
  readonly until: DateText
  readonly checkedOn: DateText
  readonly source: string
}

/** Days without lessons. */
export interface SchoolBreak {
  readonly id: string
  readonly from: DateText
  readonly until: DateText
  readonly title: string
}
