import type { TravelMode } from '../../engine/matching/index.ts'
import type { DateText } from '../../platform/index.ts'
import type { Bilingual } from '../trainings/index.ts'
import type { CohortState, CohortStep } from './steps.ts'

/** A start of an offering, with how many people it needs. No person in it. */
export interface Cohort {
  readonly id: string
  /** The educator. */
  readonly organisation: string
  readonly programme: string
  readonly offering: string
  readonly title: Bilingual
  readonly startsOn: DateText
  /** Day by which everybody should know. */
  readonly settleBy: DateText
  readonly least: number
  readonly most: number
  readonly state: CohortState
  /** Lots are drawn from it; shown, so that anybody can draw them again. */
  readonly seed: string
  /** Number of the proposal that stands. */
  readonly proposal?: number | undefined
  readonly demo: boolean
  readonly endedAt?: number | undefined
  readonly startedWith?: number | undefined
}

/** Where, when and in which language: what terms are computed from. Coordinates are those of a municipality. */
export interface Terms {
  readonly hours: readonly [number, number]
  readonly placeName: string
  readonly region: string
  readonly at: readonly [number, number]
  /** CEFR 1..6 of Dutch: that somebody has, or that the work needs. Left out: not told, not asked. */
  readonly dutch?: number | undefined
}

export interface ParticipantSkill {
  readonly skill: string
  /** 1..4, or what was answered without a level. */
  readonly level: number | 'yes' | 'little'
  readonly evidence: 'claimed' | 'evidenced' | 'verified'
}

/** Somebody who wants to take part. */
export interface Participant extends Terms {
  readonly id: string
  readonly cohort: string
  readonly person: string
  /** Four digits: what employers of this cohort call them. */
  readonly handle: string
  readonly textVersion: string
  readonly language: 'nl' | 'en'
  readonly quota: number
  readonly lot: number
  readonly mostMinutes: number
  readonly travelMode: TravelMode
  /** Of those the programme is about. */
  readonly skills: readonly ParticipantSkill[]
  readonly joinedAt: number
}

export interface CohortEmployer {
  readonly organisation: string
  readonly answer?: 'taking' | 'declined' | undefined
}

/** Places of an employer, of one sort. */
export interface Place extends Terms {
  readonly id: string
  readonly cohort: string
  readonly organisation: string
  readonly seats: number
  readonly tasks: string
  readonly lot: number
}

export type MeetingSide = 'educator' | 'person' | 'employer'

export interface Meeting {
  readonly participant: string
  readonly organisation: string
  readonly notedBy: MeetingSide
  /** Left out: the other side did not agree yet. */
  readonly agreedAt?: number | undefined
}

/** What one side said of the other. Without a rank: not this one. */
export interface Rank {
  readonly side: 'person' | 'place'
  readonly participant: string
  readonly place: string
  readonly rank?: number | undefined
}

export interface Proposal {
  readonly number: number
  readonly madeAt: number
  readonly inputHash: string
  readonly byHand: boolean
}

/** Stands for a placement while it is asked for; keeping house lets go of one that was cut off. */
export const placementInTheMaking = 'making'

export interface CohortPair {
  readonly participant: string
  readonly place: string
  readonly personYesAt?: number | undefined
  readonly employerYesAt?: number | undefined
  readonly noBy?: 'person' | 'employer' | undefined
  readonly placement?: string | undefined
}

export interface StepTaken {
  readonly step: CohortStep
  readonly state: CohortState
  readonly at: number
}
