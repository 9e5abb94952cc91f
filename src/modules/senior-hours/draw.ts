import { type ActingDatabase, type DateText, dateOfWeek, type Ids, weekOfDate } from '../../platform/index.ts'
import { SeniorRefused } from './refused.ts'
import type { BookingPurpose, SeniorBooking, SeniorRole } from './senior.ts'
import { addBooking, addWeeks, listOfRef, listWeekStates, lockPeople, putSenior, removeBookings } from './senior-store.ts'

/** What something takes of one person. */
export interface Draw {
  /** Account of whom the hours are. */
  readonly person: string
  /** Where they are a member, and as what: for who has no budget yet. */
  readonly organisation: string
  readonly role: SeniorRole
  readonly purpose: BookingPurpose
  /** Minutes by week, by its Monday. Weeks need not follow each other; 0 takes nothing. */
  readonly weeks: ReadonlyMap<DateText, number>
}

/** Whether somebody can take more: `unknown` where in one of the weeks nobody said how many hours there are, and none is full. */
export type Room = 'room' | 'full' | 'unknown'

/** Whose week is full, and who else has room in all weeks, or no budget that is known; by name. */
export interface GuideFull {
  readonly name: string
  /** Its Monday. */
  readonly week: DateText
  readonly room: readonly string[]
  readonly unknown: readonly string[]
}

interface Written {
  readonly ids: Ids
  readonly at: number
  readonly demo: boolean
}

/**
 * What `ref` takes from the week of a day on becomes exactly this; what it took before that day stays. In a task's transaction: all weeks of all
 * people are locked first, in one order, so that two draws wait for each other and never for ever. Where a budget is not known nothing is refused.
 * @param from left out: all weeks
 * @throws SeniorRefused `overBooked` with the week and the person
 */
export async function drawHours(
  task: ActingDatabase,
  ref: string,
  draws: readonly Draw[],
  from: DateText | undefined,
  written: Written,
): Promise<void> {
  const first = from === undefined ? undefined : mondayOf(from)
  const ordered = draws
    .map((draw) => ({ ...draw, weeks: weeksFrom(draw.weeks, first) }))
    .filter(({ weeks }) => weeks.size > 0)
    .sort((a, b) => (a.person < b.person ? -1 : 1))
  const before = await listOfRef(task, ref)
  const drawn: typeof ordered = []
  for (const draw of ordered) {
    // Who is no member any more has nothing to draw from.
    if (!(await putSenior(task, draw, written.demo, written.at))) continue
    await addWeeks(task, draw.person, [...draw.weeks.keys()])
    drawn.push(draw)
  }
  await lockPeople(task, [
    ...new Set([...before, ...drawn.map(({ person }) => ({ account: person }))].map(({ account }) => account)),
  ])
  for (const booking of before) await cut(task, booking, first, written)
  for (const draw of drawn) await take(task, ref, draw, written)
}

/** Gives back what a booking takes from a week on. A booking is never changed: what stays of it is booked anew. */
async function cut(task: ActingDatabase, booking: SeniorBooking, first: DateText | undefined, written: Written): Promise<void> {
  if (first !== undefined && booking.untilWeek < first) return
  await removeBookings(task, { id: booking.id })
  if (first === undefined || booking.fromWeek >= first) return
  const untilWeek = dateOfWeek(weekOfDate(first) - 1)
  await addBooking(task, { ...booking, id: written.ids.next(), untilWeek }, written.demo, written.at)
}

async function take(task: ActingDatabase, ref: string, { person, purpose, weeks }: Draw, written: Written): Promise<void> {
  const there = new Map((await listWeekStates(task, [person], [...weeks.keys()])).map((one) => [one.week, one]))
  for (const [week, minutes] of [...weeks].sort()) {
    const one = there.get(week)
    if (one?.budgetMinutes !== undefined && one.bookedMinutes + minutes > one.budgetMinutes)
      throw new SeniorRefused('overBooked', week, [], person)
  }
  for (const { fromWeek, untilWeek, minutesPerWeek } of runsOf(weeks)) {
    const booking = { id: written.ids.next(), account: person, purpose, ref, fromWeek, untilWeek, minutesPerWeek, isDrawn: true }
    await addBooking(task, booking, written.demo, written.at)
  }
}

/** Who of some people can take these minutes in each of these weeks. */
export async function roomOf(
  task: ActingDatabase,
  people: readonly string[],
  weeks: ReadonlyMap<DateText, number>,
): Promise<ReadonlyMap<string, Room>> {
  const states = Map.groupBy(await listWeekStates(task, people, [...weeks.keys()]), ({ account }) => account)
  return new Map(
    people.map((person): [string, Room] => {
      const known = new Map((states.get(person) ?? []).map((one) => [one.week, one]))
      const left = [...weeks].map(([week, minutes]) => {
        const one = known.get(week)
        return one?.budgetMinutes === undefined ? undefined : one.budgetMinutes - one.bookedMinutes - minutes
      })
      if (left.some((minutes) => minutes !== undefined && minutes < 0)) return [person, 'full']
      return [person, left.includes(undefined) ? 'unknown' : 'room']
    }),
  )
}

interface Run {
  readonly fromWeek: DateText
  readonly untilWeek: DateText
  readonly minutesPerWeek: number
}

/** Weeks that follow each other and take the same, as one. Pure. */
export function runsOf(weeks: ReadonlyMap<DateText, number>): readonly Run[] {
  const runs: Run[] = []
  for (const [week, minutes] of [...weeks].filter(([, one]) => one > 0).sort()) {
    const last = runs.at(-1)
    const follows = last !== undefined && weekOfDate(last.untilWeek) + 1 === weekOfDate(week)
    if (follows && last.minutesPerWeek === minutes) runs.splice(-1, 1, { ...last, untilWeek: week })
    else runs.push({ fromWeek: week, untilWeek: week, minutesPerWeek: minutes })
  }
  return runs
}

/** Every week that a stretch of days touches, each with the same minutes. Pure. */
export function weeksOfDays(from: DateText, until: DateText, minutes: number): Map<DateText, number> {
  const weeks = new Map<DateText, number>()
  for (let week = weekOfDate(from); week <= weekOfDate(until); week++) weeks.set(dateOfWeek(week), minutes)
  return weeks
}

const mondayOf = (day: DateText): DateText => dateOfWeek(weekOfDate(day))

const weeksFrom = (weeks: ReadonlyMap<DateText, number>, first: DateText | undefined): ReadonlyMap<DateText, number> =>
  new Map([...weeks].filter(([week, minutes]) => minutes > 0 && (first === undefined || week >= first)))
