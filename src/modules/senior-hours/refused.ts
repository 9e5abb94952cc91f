import { Conflict, type DateText } from '../../platform/index.ts'
import type { SeniorBooking } from './senior.ts'

/** Why hours cannot be booked, or a budget not be set; pages have words for each. */
export type SeniorReason = keyof typeof messages

const messages = {
  overBooked: 'So many hours are not left in each of these weeks.',
  noBudget: 'In one of these weeks this person has no hour budget.',
  belowBooked: 'In one of these weeks more is booked than that. Release a booking first.',
  keptElsewhere: 'Another organisation keeps the hour budget of this person.',
  notMember: 'This person is no member of this organisation, or does not have that role.',
} as const

export class SeniorRefused extends Conflict {
  readonly reason: SeniorReason
  /** The first week (its Monday) in which it does not fit. */
  readonly week: DateText | undefined
  /** With `belowBooked`: what is booked in that week. */
  readonly bookings: readonly SeniorBooking[]
  /** Whose hours it is about, where several were asked. */
  readonly person: string | undefined
  constructor(reason: SeniorReason, week?: DateText, bookings: readonly SeniorBooking[] = [], person?: string) {
    super(`${messages[reason]}${week === undefined ? '' : ` It is about the week of ${week}.`}`)
    this.reason = reason
    this.week = week
    this.bookings = bookings
    this.person = person
  }
}
