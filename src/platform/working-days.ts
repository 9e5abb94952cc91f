import type { DateText } from './calendar.ts'

const dayMs = 86_400_000

/** Days that are no working days beside Saturdays and Sundays: `data/rules/holidays.json`. */
export type Holidays = ReadonlySet<DateText>

export function isWorkingDay(date: DateText, holidays: Holidays): boolean {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay()
  return day !== 0 && day !== 6 && !holidays.has(date)
}

/**
 * The working day that lies so many working days after a day, which itself does not count: asked on a Friday evening, five later is the next Friday.
 * @param days 1 or more
 */
export function addWorkingDays(from: DateText, days: number, holidays: Holidays): DateText {
  let date = from
  for (let left = days; left > 0; ) {
    date = nextDay(date)
    if (isWorkingDay(date, holidays)) left--
  }
  return date
}

/** Working days after `from`, up to and with `to`; negative where `to` lies before it. */
export function workingDaysUntil(from: DateText, to: DateText, holidays: Holidays): number {
  if (to < from) return -workingDaysUntil(to, from, holidays)
  let count = 0
  for (let date = from; date < to; ) {
    date = nextDay(date)
    if (isWorkingDay(date, holidays)) count++
  }
  return count
}

export function nextDay(date: DateText, days = 1): DateText {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}
