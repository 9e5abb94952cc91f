/**
 * Dates and ISO weeks. A week number counts from Monday 1970-01-05; all calendar days are those of Europe/Amsterdam.
 */
const dayMs = 86_400_000
const firstMonday = Date.UTC(1970, 0, 5)

/** `YYYY-MM-DD`. */
export type DateText = string

export function weekOfDate(date: DateText): number {
  return Math.floor((Date.parse(`${date}T00:00:00Z`) - firstMonday) / (7 * dayMs))
}

/** The Monday of a week. */
export function dateOfWeek(week: number): DateText {
  return new Date(firstMonday + week * 7 * dayMs).toISOString().slice(0, 10)
}

/** The first week whose Monday is on or after the date: when a person who is free from then can begin. */
export function firstFreeWeek(date: DateText): number {
  const week = weekOfDate(date)
  return dateOfWeek(week) === date ? week : week + 1
}

const amsterdam = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** Today in Amsterdam. */
export function todayInAmsterdam(now: number): DateText {
  return amsterdam.format(now)
}

const amsterdamOffset = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Amsterdam', timeZoneName: 'longOffset' })

/** The first moment in Amsterdam of a day, or of one so many days later, as RFC 3339: `2026-12-07T00:00:00+01:00`. */
export function startOfDay(date: DateText, daysLater = 0): string {
  const day = new Date(Date.parse(`${date}T00:00:00Z`) + daysLater * dayMs)
  // The clock changes at 01:00 UTC, so midnight in Amsterdam (22:00 or 23:00 UTC, the day before) still has the offset from before it.
  const offset = amsterdamOffset.formatToParts(day.getTime() - 2 * 3_600_000).find(({ type }) => type === 'timeZoneName')
  return `${day.toISOString().slice(0, 10)}T00:00:00${offset?.value.slice('GMT'.length)}`
}
