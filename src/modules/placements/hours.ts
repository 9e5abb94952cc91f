import { type DateText, nextDay } from '../../platform/index.ts'
import type { NotedHours } from './placement.ts'
import { type Calendar, isIn, kindOf, mondayOf, type Period, type WeekPhase, weekdayOf } from './week.ts'

/** Hours of both sorts: practice at work, and guided at school. */
export interface Hours {
  readonly practice: number
  readonly school: number
}

export type HourSort = keyof Hours

/**
 * Where the hours of a school year lead. A week counts whole in the year in which its Monday lies (the first of a placement: its first day), and has
 * either hours that somebody noted or its plan.
 */
export interface Forecast {
  /** The part of the school year in which there is a placement. */
  readonly period: Period
  /** Noted until now. */
  readonly noted: Hours
  /** Of it confirmed by the employer. */
  readonly confirmed: Hours
  /** Planned in weeks that are over and have no note. */
  readonly open: Hours
  readonly openWeeks: readonly DateText[]
  /** Planned from this week on, where nothing is noted yet. */
  readonly left: Hours
  /** `low`: weeks without a note count nothing. `high`: they count as planned. */
  readonly low: Hours
  readonly high: Hours
}

/** The school year that a day lies in: 1 August to 31 July. */
export function schoolYearOf(date: DateText): Period {
  const year = Number(date.slice(0, 4)) - (date.slice(5) < '08-01' ? 1 : 0)
  return { from: `${year}-08-01`, until: `${year + 1}-07-31` }
}

/** What the plan gives between two days, both along: whole weekdays counted at once, and days that fall out taken off. */
export function plannedHours(calendar: Calendar, span: Period): Hours {
  const sum = { practice: 0, school: 0 }
  for (const phase of calendar.phases) {
    const part = overlap(overlap(phase, calendar.period), span)
    if (part.from <= part.until) add(sum, phase, part, calendar)
  }
  return { practice: rounded(sum.practice), school: rounded(sum.school) }
}

function add(sum: { practice: number; school: number }, phase: WeekPhase, part: Period, calendar: Calendar): void {
  const work = phase.work.filter((day) => !phase.school.includes(day))
  sum.practice += phase.workHours * countWeekdays(part, new Set(work))
  sum.school += phase.schoolHours * countWeekdays(part, new Set(phase.school))
  for (const date of daysOut(calendar, part)) {
    const weekday = weekdayOf(date)
    const kind = kindOf(date, calendar)
    if (phase.school.includes(weekday)) sum.school -= kind === 'school' ? 0 : phase.schoolHours
    else if (phase.work.includes(weekday)) sum.practice -= kind === 'work' ? 0 : phase.workHours
  }
}

/** Days of a part that a holiday, a break or an absence touches, each once. */
function daysOut({ holidays, breaks, away }: Calendar, part: Period): Set<DateText> {
  const days = new Set([...holidays].filter((date) => isIn(date, part)))
  for (const period of [...breaks, ...away]) {
    const { from, until } = overlap(period, part)
    for (let date = from; date <= until; date = nextDay(date)) days.add(date)
  }
  return days
}

/** How many days of these weekdays lie in a period. */
export function countWeekdays({ from, until }: Period, weekdays: ReadonlySet<number>): number {
  if (from > until) return 0
  const days = Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000) + 1
  const first = weekdayOf(from)
  let count = Math.floor(days / 7) * weekdays.size
  for (let index = 0; index < days % 7; index++) if (weekdays.has(((first - 1 + index) % 7) + 1)) count++
  return count
}

const overlap = (a: Period, b: Period): Period => ({
  from: a.from > b.from ? a.from : b.from,
  until: a.until < b.until ? a.until : b.until,
})

/** Quarters of an hour add up without dust. */
const rounded = (hours: number): number => Math.round(hours * 100) / 100

/**
 * Where the hours of the school year of `today` lead. Undefined where no day of the placement lies in it.
 */
export function forecast(calendar: Calendar, notes: readonly NotedHours[], today: DateText): Forecast | undefined {
  const year = schoolYearOf(today)
  const period = overlap(calendar.period, year)
  if (period.from > period.until) return undefined
  const byWeek = new Map(notes.map((note) => [note.week, note]))
  const thisWeek = mondayOf(today)
  const sums = { noted: zero(), confirmed: zero(), open: zero(), left: zero() }
  const openWeeks: DateText[] = []
  for (let week = mondayOf(period.from); week <= period.until; week = nextDay(week, 7)) {
    if (week < year.from && calendar.period.from < year.from) continue
    const note = byWeek.get(week)
    if (note) {
      plus(sums.noted, note)
      if (note.isConfirmed) plus(sums.confirmed, note)
      continue
    }
    const planned = plannedHours(calendar, { from: week, until: nextDay(week, 6) })
    if (week >= thisWeek) plus(sums.left, planned)
    else if (planned.practice + planned.school > 0) {
      openWeeks.push(week)
      plus(sums.open, planned)
    }
  }
  const low = {
    practice: rounded(sums.noted.practice + sums.left.practice),
    school: rounded(sums.noted.school + sums.left.school),
  }
  const high = { practice: rounded(low.practice + sums.open.practice), school: rounded(low.school + sums.open.school) }
  return { period, ...sums, openWeeks, low, high }
}

const zero = (): { practice: number; school: number } => ({ practice: 0, school: 0 })

function plus(sum: { practice: number; school: number }, { practice, school }: Hours): void {
  sum.practice = rounded(sum.practice + practice)
  sum.school = rounded(sum.school + school)
}

/** A norm of a scheme beside the forecast. */
export interface NormLine {
  readonly sort: HourSort
  /** Of a whole school year, and of the part that the placement takes of it, rounded up. */
  readonly norm: number
  readonly share: number
  readonly noted: number
  readonly low: number
  readonly high: number
  /** `ok`; `note`: enough when weeks without a note were as planned; `short`: not even then. */
  readonly verdict: 'ok' | 'note' | 'short'
  /** Hours that are short, and how many more days that is; 0 where it is enough. */
  readonly short: number
  readonly days: number
}

/** A norm of a school year, by the days of the placement in it. @param norm hours of a whole school year */
export function shareOf(norm: number, period: Period, today: DateText): number {
  const year = schoolYearOf(today)
  const all = new Set([1, 2, 3, 4, 5, 6, 7])
  return Math.ceil((norm * countWeekdays(period, all)) / countWeekdays(year, all) - 1e-9)
}

/** Holds a forecast against a norm: the warning comes before it fails. */
export function normLine(sort: HourSort, norm: number, found: Forecast, calendar: Calendar, today: DateText): NormLine {
  const share = shareOf(norm, found.period, today)
  const high = found.high[sort]
  const short = Math.max(0, rounded(share - high))
  const phase = calendar.phases.find((one) => isIn(today, one)) ?? calendar.phases.at(-1)
  const perDay = sort === 'practice' ? phase?.workHours : phase?.schoolHours
  return {
    ...{ sort, norm, share, noted: found.noted[sort], low: found.low[sort], high, short },
    verdict: short > 0 ? 'short' : found.low[sort] < share ? 'note' : 'ok',
    days: short === 0 ? 0 : Math.ceil(short / (perDay && perDay > 0 ? perDay : 8)),
  }
}
