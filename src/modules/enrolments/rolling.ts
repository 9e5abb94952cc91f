/** Offerings that people start at any time: a wished month stands for the day, until the educator sets it. */
import { type ActingDatabase, type DateText, Invalid, nextDay } from '../../platform/index.ts'
import type { Enrolment } from './enrolment.ts'
import { listEnrolments, setStartDay } from './enrolment-store.ts'
import { NotNow } from './not-now.ts'
import { findOffered, startOn } from './offered-store.ts'
import { readDay } from './read-text.ts'
import { ensureStart, lockStart } from './start-store.ts'
import type { AtWork } from './work.ts'

/** Further ahead nobody knows. */
const mostMonths = 18

/** The last day of the month of a day. Pure. */
export function lastDayOf(day: DateText): DateText {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** Months that can be wished for, by their first day: this one and those after it. Pure. */
export function monthsFrom(today: DateText, count: number): DateText[] {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return Array.from({ length: count }, (_, at) => new Date(Date.UTC(year, month - 1 + at, 1)).toISOString().slice(0, 10))
}

/**
 * What somebody wished, as `2027-03`: the first day of the month, and the day that stands for the start until there is one. That is the last day of the
 * month, so that nobody is too late before the month that they wished is over.
 * @throws Invalid at `month`
 */
export function readWish(month: string, today: DateText): { readonly wishedMonth: DateText; readonly startsOn: DateText } {
  const wishedMonth = `${month.trim()}-01`
  if (!monthsFrom(today, mostMonths).includes(wishedMonth))
    throw new Invalid('month', 'Choose a month from this one on, as 2027-03.')
  return { wishedMonth, startsOn: lastDayOf(wishedMonth) }
}

/**
 * The educator sets the day on which somebody starts, in the transaction that admits. Gives the enrolment in its new start, whose places are counted
 * from here on.
 * @throws Invalid at `startsOn`; NotNow `openAlready`
 */
export async function setDay(at: AtWork, given: string | undefined): Promise<AtWork> {
  const { inside, one, today, terms } = at
  const startsOn = readDay('startsOn', given ?? '')
  if (startsOn === undefined || startsOn < today || startsOn > nextDay(today, terms.holdDays + longestDays))
    throw new Invalid('startsOn', `This person wished a month. Choose the day on which they start, from ${today} on.`)
  const others = { person: one.person, offering: one.offering, startsOn, open: true }
  if ((await listEnrolments(inside, others, 1)).some(({ id }) => id !== one.id))
    throw new NotNow('openAlready', 'This person has an enrolment for that day already.')
  await openDay(inside, one, startsOn)
  const start = await lockStart(inside, one.offering, startsOn)
  if (!start) throw new Invalid('startsOn', 'This offering does not start on that day.')
  await setStartDay(inside, one.id, startsOn)
  const { wishedMonth: _wished, ...rest } = one
  return { ...at, one: { ...rest, startsOn }, start }
}

const longestDays = 3 * 366

/** A day that the offering names keeps its places and its window; any other has no number of places until the educator sets one. */
async function openDay(inside: ActingDatabase, one: Enrolment, startsOn: DateText): Promise<void> {
  const { offering, organisation, programme } = one
  const offered = await findOffered(inside, offering)
  const named = offered && startOn(offered, startsOn)
  const { seats: places, enrolFrom, enrolUntil } = named ?? {}
  await ensureStart(inside, { offering, startsOn, organisation, programme, places, enrolFrom, enrolUntil })
}
