import type { DateText } from '../../../platform/index.ts'

const dayMs = 86_400_000
const dayNumber = (date: DateText): number => Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / dayMs

/** Where dates stand on the line, in percent of its width. All lanes of a board share one scale. */
export interface TimeScale {
  at(date: DateText): number
  /** First days of months, with what may be left out on a small screen. */
  readonly months: readonly { readonly month: string; readonly at: number; readonly isYear: boolean; readonly isOptional: boolean }[]
  readonly now: number
  /** The person's own limit, when it lies on the line. */
  readonly limit?: number
}

const roomBefore = 0.027
const roomAfter = 0.16
const mostMonthLabels = 13

export function timeScale(
  today: DateText,
  ends: readonly DateText[],
  limit?: DateText,
  mostMonths = mostMonthLabels,
): TimeScale {
  const first = dayNumber(today)
  const last = Math.max(first + 90, ...ends.map(dayNumber))
  const span = (last - first) * (1 + roomBefore + roomAfter)
  const start = first - span * roomBefore
  const at = (date: DateText): number => round(((dayNumber(date) - start) / span) * 100)
  const limitAt = limit === undefined ? undefined : at(limit)
  return {
    at,
    now: at(today),
    months: monthsBetween(today, start + span, mostMonths).map((month, index, all) => ({
      month,
      at: at(`${month}-01`),
      isYear: month.endsWith('-01'),
      isOptional: !month.endsWith('-01') && index % Math.ceil(all.length / 4) !== 0,
    })),
    ...(limitAt !== undefined && limitAt < 97 ? { limit: limitAt } : {}),
  }
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
