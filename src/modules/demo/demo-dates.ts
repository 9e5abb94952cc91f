import { type DateText, dateOfWeek, weekOfDate } from '../../platform/index.ts'

const dayMs = 86_400_000

export function addDays(date: DateText, days: number): DateText {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** The Monday of the week of a day so many days on. */
export function mondayAfter(date: DateText, days: number): DateText {
  return dateOfWeek(weekOfDate(addDays(date, days)))
}
