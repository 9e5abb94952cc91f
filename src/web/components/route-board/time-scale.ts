import type { DateText } from '../../../platform/index.ts'

const dayMs = 86_400_000
const dayNumber = (date: DateText): number => Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / dayMs

/** Where dates stand on the line, in percent of its width. All lanes of a board share one scale. */
export interface TimeScale {
  at(date: DateText): number
  /** First days of months, with what may be left out on a small screen. */
  readonly months: readonly {
    readonly month: string
    readonly at: number
    readonly isYear: boolean
    readonly isOptional: boolean
  }[]
  readonly now: number
  /** The person's own limit, when it lies on the line. */
  readonly limit?: number
}

const roomBefore = 0.027
const roomAfter = 0.16
const mostMonthLabels = 13

export function timeScale(today: DateText, ends: readonly DateText[], limit?: DateText, mostMonths = mostMonthLabels): TimeScale {
  const first = dayNumber(today)
  const last = Math.max(first + 90, ...ends.map(dayNumber))
  const span = (last - first) * (1 + roomBefore + roomAfter)
  const start = first - span * roomBefore
  const at = (date: DateText): number => round(((dayNumber(date) - start) / span) * 100)
  const limitAt = limit === undefined ? undefined : at(limit)
  return {
    at,
    now: at(today),
    months: withRoom(monthsBetween(today, start + span, mostMonths).map((month) => ({ month, at: at(`${month}-01`) }))),
    ...(limitAt !== undefined && limitAt < 97 ? { limit: limitAt } : {}),
  }
}

/** On a small screen a label needs this much of the line; a year needs more. */
const smallLabelPercent = 16
const smallYearPercent = 28
const lastLabelPercent = 90

function withRoom(months: readonly { readonly month: string; readonly at: number }[]): TimeScale['months'] {
  const years = months.filter(({ month }) => month.endsWith('-01'))
  let shownUntil = Number.NEGATIVE_INFINITY
  return months.map(({ month, at }) => {
    const isYear = month.endsWith('-01')
    const nextYear = years.find((year) => year.at > at)
    const hasRoom = at >= shownUntil && at < lastLabelPercent && (nextYear === undefined || at + smallLabelPercent <= nextYear.at)
    if (isYear || hasRoom) shownUntil = at + (isYear ? smallYearPercent : smallLabelPercent)
    return { month, at, isYear, isOptional: !isYear && !hasRoom }
  })
}

/** Months after the first one until the end; every second or third where there would be too many. */
function monthsBetween(from: DateText, untilDay: number, most: number): string[] {
  const [year = 0, month = 1] = from.split('-').map(Number)
  const all: string[] = []
  for (let index = month; ; index++) {
    const text = `${year + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
    if (dayNumber(`${text}-01`) > untilDay) break
    all.push(text)
  }
  const step = [1, 2, 3, 4, 6, 12].find((one) => all.length / one <= most) ?? 12
  return all.filter((text) => text.endsWith('-01') || (Number(text.slice(5)) - 1) % step === 0)
}

function round(percent: number): number {
  return Math.round(percent * 100) / 100
}
