import { type DateText, dateOfWeek, Invalid, weekOfDate } from '../../platform/index.ts'

/** A budget or booking of more weeks than this is a mistake in a date. */
const mostWeeks = 156
/** Hours are booked by the quarter. */
const quarterMinutes = 15
const mostHours = 60

/** Mondays of the first and last week of two days. @throws Invalid when the last comes before the first, or far too late */
export function weeksOf(from: DateText, until: DateText): { readonly fromWeek: DateText; readonly untilWeek: DateText } {
  const [first, last] = [weekOfDay('from', from), weekOfDay('until', until)]
  if (last < first) throw new Invalid('until', 'The last day comes before the first. Choose a later one.')
  if (last - first >= mostWeeks) throw new Invalid('until', `At most ${mostWeeks} weeks at a time. Choose an earlier last day.`)
  return { fromWeek: dateOfWeek(first), untilWeek: dateOfWeek(last) }
}

function weekOfDay(where: string, day: DateText): number {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day
  if (!isDay) throw new Invalid(where, `"${day.slice(0, 20)}" is no day. Fill it in as 2026-12-31.`)
  return weekOfDate(day)
}

/** Minutes of hours a week. `least`: a budget may be nothing, a booking may not. @throws Invalid */
export function minutesOf(hours: number, least: 0 | 1): number {
  const minutes = hours * 60
  if (!Number.isInteger(minutes / quarterMinutes) || hours > mostHours || minutes < least) {
    throw new Invalid('hours', `Fill in hours a week by the quarter, at most ${mostHours}: 1.5 or 0.25.`)
  }
  return minutes
}

/** Mondays of so many weeks, from the one that a day falls in. */
export const mondaysFrom = (day: DateText, count: number): readonly DateText[] =>
  Array.from({ length: count }, (_, at) => dateOfWeek(weekOfDate(day) + at))
