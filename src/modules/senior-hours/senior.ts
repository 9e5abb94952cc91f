import type { DateText } from '../../platform/index.ts'

/** As what somebody guides people who learn. A guest teacher needs no role in the organisation. */
export const seniorRoles = ['practiceSupervisor', 'studyCoach', 'assessor', 'guestTeacher'] as const
export type SeniorRole = (typeof seniorRoles)[number]

/** What hours are booked for. */
export const bookingPurposes = ['cohort', 'placement', 'assessment', 'guestLesson'] as const
export type BookingPurpose = (typeof bookingPurposes)[number]

/** Somebody with an hour budget, which one organisation keeps. */
export interface Senior {
  readonly account: string
  readonly organisation: string
  readonly role: SeniorRole
}

/** One week of somebody's budget. */
export interface SeniorWeek {
  /** Its Monday. */
  readonly week: DateText
  readonly budgetMinutes: number
  readonly bookedMinutes: number
}

/** Hours of somebody, taken in each week from the first to the last. */
export interface SeniorBooking {
  readonly id: string
  readonly account: string
  readonly purpose: BookingPurpose
  readonly ref: string
  /** Mondays of the first and the last week. */
  readonly fromWeek: DateText
  readonly untilWeek: DateText
  readonly minutesPerWeek: number
  /** Taken by a placement, a cohort or an award; otherwise booked by hand. */
  readonly isDrawn: boolean
}

/** What is asked: days, of which the weeks count in which they fall. */
export interface AskedBooking {
  /** Account of whom the hours are. */
  readonly person: string
  readonly purpose: BookingPurpose
  /** What it is for: the id of a cohort, placement or assessment. */
  readonly ref: string
  readonly from: DateText
  readonly until: DateText
  /** In quarters of an hour. */
  readonly hoursPerWeek: number
}

export const hoursOf = (minutes: number): number => minutes / 60
