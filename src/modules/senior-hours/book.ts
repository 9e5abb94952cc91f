import type { ActingDatabase, DateText } from '../../platform/index.ts'
import { SeniorRefused } from './refused.ts'
import type { AskedBooking, SeniorBooking } from './senior.ts'
import type { AskedBudget } from './senior-hours.ts'
import {
  addBooking,
  findSenior,
  hasBudget,
  listBookings,
  lockWeeks,
  saveSenior,
  saveWeeks,
  type WeekState,
} from './senior-store.ts'
import { minutesOf, mondaysFrom, weeksOf } from './weeks.ts'

interface Written {
  readonly at: number
  readonly demo: boolean
}

/**
 * Takes hours of somebody, in a task's transaction. The weeks are locked first, so that who is refused hears in which week; the database itself
 * refuses whatever would be too much.
 * @throws SeniorRefused `overBooked`, `noBudget`; Invalid
 */
export async function bookHours(
  task: ActingDatabase,
  id: string,
  asked: AskedBooking,
  { at, demo }: Written,
): Promise<SeniorBooking> {
  const { fromWeek, untilWeek } = weeksOf(asked.from, asked.until)
  const minutesPerWeek = minutesOf(asked.hoursPerWeek, 1)
  const there = await lockWeeks(task, asked.person, fromWeek, untilWeek)
  refuseWhereLittle(there, mondaysBetween(fromWeek, untilWeek), minutesPerWeek)
  const booking = {
    id,
    account: asked.person,
    purpose: asked.purpose,
    ref: asked.ref,
    fromWeek,
    untilWeek,
    minutesPerWeek,
    isDrawn: false,
  }
  await addBooking(task, booking, demo, at)
  return booking
}

function refuseWhereLittle(there: readonly WeekState[], mondays: readonly DateText[], minutes: number): void {
  const byWeek = new Map(there.map((one) => [one.week, one]))
  for (const week of mondays) {
    const one = byWeek.get(week)
    if (!one?.budgetMinutes) throw new SeniorRefused('noBudget', week)
    if (one.bookedMinutes + minutes > one.budgetMinutes) throw new SeniorRefused('overBooked', week)
  }
}

/**
 * Sets the budget of somebody, in a task's transaction; who may and whether they are a member is known by then.
 * @throws SeniorRefused `belowBooked`, `keptElsewhere`; Invalid
 */
export async function setHours(
  task: ActingDatabase,
  organisation: string,
  asked: AskedBudget,
  { at, demo }: Written,
): Promise<void> {
  const { fromWeek, untilWeek } = weeksOf(asked.from, asked.until)
  const minutes = minutesOf(asked.hoursPerWeek, 0)
  const known = await findSenior(task, asked.person, true)
  // Who is only known from what was drawn has no budget that anybody keeps.
  const isKept = known && known.organisation !== organisation && (await hasBudget(task, asked.person))
  if (isKept) throw new SeniorRefused('keptElsewhere')
  await saveSenior(task, { account: asked.person, organisation, role: asked.role }, demo, at)
  const short = (await lockWeeks(task, asked.person, fromWeek, untilWeek)).find(({ bookedMinutes }) => bookedMinutes > minutes)
  if (short) throw new SeniorRefused('belowBooked', short.week, await listBookings(task, [asked.person], short.week, short.week))
  await saveWeeks(task, asked.person, mondaysBetween(fromWeek, untilWeek), minutes)
}

const weekMs = 7 * 86_400_000

const mondaysBetween = (from: DateText, until: DateText): readonly DateText[] =>
  mondaysFrom(from, (Date.parse(until) - Date.parse(from)) / weekMs + 1)
