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
