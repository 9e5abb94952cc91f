import type { ActingDatabase, DateText } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import type { Bottleneck } from './bottleneck.ts'
import type { Draw, Room } from './draw.ts'
import type { AskedBooking, Senior, SeniorBooking, SeniorRole, SeniorWeek } from './senior.ts'

/** Hours of those who guide people that learn. The scarce thing: nobody can be booked for more than they have. */
export interface SeniorHours {
  /** Who has how many hours at an organisation, week by week. @throws SignInNeeded, Forbidden, NotFound */
  board(actor: Actor, organisation: string): Promise<SeniorBoard>
  /**
   * Gives a member so many hours in each of these weeks, or changes how many.
   * @throws SeniorRefused `belowBooked` with the bookings, `keptElsewhere`, `notMember`; Invalid at a field
   */
  setBudget(actor: Actor, organisation: string, asked: AskedBudget): Promise<void>
  /** Books by hand, as a guest lesson. @throws SeniorRefused `overBooked`, `noBudget`; Invalid at a field */
  bookByHand(actor: Actor, organisation: string, asked: AskedBooking): Promise<{ readonly id: string }>
  /** Gives back what was booked. @throws NotFound */
  takeBack(actor: Actor, organisation: string, booking: string): Promise<void>

  /**
   * For other modules, in their transaction: after an error of it that is over.
   * @param inside acts as anybody: whether the actor may is asked by the caller
   * @throws SeniorRefused `overBooked`, `noBudget`; Invalid
   */
  book(inside: ActingDatabase, asked: AskedBooking): Promise<{ readonly id: string }>
  /** Gives back all that was booked for it. How many bookings. */
  release(inside: ActingDatabase, ref: string): Promise<number>
  /**
   * What `ref` takes from the week of a day on becomes exactly this, in the caller's transaction: of who is not named it takes nothing any more. Where
   * nobody said how many hours somebody has, it is written down and nothing is refused.
   * @param from left out: all weeks, also those that are past
   * @throws SeniorRefused `overBooked` with `week` and `person`
   */
  draw(inside: ActingDatabase, ref: string, draws: readonly Draw[], from?: DateText): Promise<void>
  /** Who of these people can take these minutes in each of these weeks (by Monday). */
  roomOf(
    inside: ActingDatabase,
    people: readonly string[],
    weeks: ReadonlyMap<DateText, number>,
  ): Promise<ReadonlyMap<string, Room>>
  /** What is booked for something, and whether in each of those weeks it is known how many hours that person has. */
  drawnFor(inside: ActingDatabase, ref: string): Promise<readonly Drawn[]>
  /** Hours that somebody has left in the week of a day; undefined where there is no budget. */
  leftOf(inside: ActingDatabase, person: string, day: DateText): Promise<number | undefined>
  /** Hours left in the week of a day over everybody whose budget these organisations keep, by role: sums, nobody by name. */
  leftAt(organisations: readonly string[], day: DateText): Promise<readonly RoleLeft[]>

  /** In the transaction of the demo, after its organisations. */
  putDemo(inside: ActingDatabase): Promise<void>
}

export interface AskedBudget {
  readonly person: string
  readonly role: SeniorRole
  readonly from: DateText
  readonly until: DateText
  /** In quarters of an hour; 0: none. */
  readonly hoursPerWeek: number
}

export interface Drawn extends SeniorBooking {
  readonly hasBudget: boolean
}

export interface RoleLeft {
  readonly role: SeniorRole
  readonly people: number
  readonly leftHours: number
}

export interface SeniorBoard {
  /** Mondays of the weeks that are shown, from this one on. */
  readonly mondays: readonly DateText[]
  readonly people: readonly SeniorOnBoard[]
  readonly bottleneck: Bottleneck | undefined
  /** Members who may be given a budget, as far as no other organisation keeps theirs. */
  readonly members: readonly { readonly account: string; readonly name: string; readonly roles: readonly SeniorRole[] }[]
}

export interface SeniorOnBoard extends Senior {
  readonly name: string
  /** As far as there is a budget, in order. */
  readonly weeks: readonly SeniorWeek[]
  /** The first week in which nothing is left. */
  readonly fullFrom?: DateText
  readonly bookings: readonly SeniorBooking[]
}
