import { z } from 'zod'
import { type DateText, dateOfWeek, nextDay, weekOfDate } from '../../platform/index.ts'
import type { Phase } from '../trainings/index.ts'

/** A stretch of a placement in which every week looks alike. Weekdays are 1 (Monday) to 7. */
export interface WeekPhase {
  readonly from: DateText
  readonly until: DateText
  readonly work: readonly number[]
  readonly school: readonly number[]
  /** Hours of one day at work, and of guided lessons on one day at school. */
  readonly workHours: number
  readonly schoolHours: number
}

const weekdays = z.array(z.number().int().min(1).max(7)).max(7)
export const weekPhasesSchema = z
  .array(
    z.object({
      from: z.iso.date(),
      until: z.iso.date(),
      work: weekdays,
      school: weekdays,
      workHours: z.number().min(0).max(12),
      schoolHours: z.number().min(0).max(12),
    }),
  )
  .max(20)
  .refine(
    (phases) => phases.every(({ from, until }, at) => from <= until && from > (phases[at - 1]?.until ?? '')),
    'Phases follow each other, and each ends on or after its first day.',
  )

/** A day of a placement. `holiday`: public; `break`: the school has no lessons; `away`: leave, or the placement stands still. */
export type DayKind = 'work' | 'school' | 'free' | 'holiday' | 'break' | 'away' | 'outside'

/** Both days belong to it. */
export interface Period {
  readonly from: DateText
  readonly until: DateText
}

/** All that says what a day is. */
export interface Calendar {
  readonly phases: readonly WeekPhase[]
  readonly period: Period
  readonly holidays: ReadonlySet<DateText>
  readonly breaks: readonly Period[]
  /** Leave, and times in which it stands still. */
  readonly away: readonly Period[]
}

/** 1 is Monday. */
export const weekdayOf = (date: DateText): number => ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
export const mondayOf = (date: DateText): DateText => dateOfWeek(weekOfDate(date))

export const isIn = (date: DateText, { from, until }: Period): boolean => from <= date && date <= until

/** What a day is: away before holiday, holiday before the plan of the week. A day that is both work and school is school. */
export function kindOf(date: DateText, { phases, period, holidays, breaks, away }: Calendar): DayKind {
  const phase = isIn(date, period) ? phases.find((one) => isIn(date, one)) : undefined
  if (!phase) return 'outside'
  const weekday = weekdayOf(date)
  const isSchool = phase.school.includes(weekday)
  if (!isSchool && !phase.work.includes(weekday)) return 'free'
  if (away.some((one) => isIn(date, one))) return 'away'
  if (holidays.has(date)) return 'holiday'
  if (isSchool) return breaks.some((one) => isIn(date, one)) ? 'break' : 'school'
  return 'work'
}

export interface WeekDay {
  readonly date: DateText
  readonly kind: DayKind
  /** Planned. */
  readonly hours: number
}

/** The seven days of a week. */
export function weekOf(monday: DateText, calendar: Calendar): WeekDay[] {
  return Array.from({ length: 7 }, (_, index) => {
    const date = nextDay(monday, index)
    const kind = kindOf(date, calendar)
    const phase = calendar.phases.find((one) => isIn(date, one))
    const hours = kind === 'work' ? (phase?.workHours ?? 0) : kind === 'school' ? (phase?.schoolHours ?? 0) : 0
    return { date, kind, hours }
  })
}

/** Guided hours of one day at school, where nothing else is said. */
const usualSchoolHours = 6

/**
 * The weeks of a placement from the phases of its programme: so many days at work and at school, work first in the week. A programme that does not
 * say it gets four days of work and one of school. Phases without a length take what is left.
 */
export function phasesFrom(phases: readonly Phase[], { from, until }: Period, hoursPerWeek: number): WeekPhase[] {
  const known = phases.filter(({ kind }) => kind !== 'selfStudy')
  const used: readonly Phase[] = known.length > 0 ? known : [{ kind: 'workAndSchool', workDays: 4, schoolDays: 1 }]
  const made: WeekPhase[] = []
  let begins = from
  for (const [index, phase] of used.entries()) {
    if (begins > until) break
    const isLast = index === used.length - 1
    const ends = isLast || phase.weeks === undefined ? until : earlier(nextDay(begins, phase.weeks * 7 - 1), until)
    const workDays = daysOf(phase.workDays, phase.kind === 'school' ? 0 : phase.kind === 'work' ? 5 : 4)
    const schoolDays = Math.min(5 - Math.min(5, workDays), daysOf(phase.schoolDays, phase.kind === 'work' ? 0 : 1))
    const workHours = workDays === 0 ? 0 : Math.min(9, Math.max(1, (hoursPerWeek - schoolDays * usualSchoolHours) / workDays))
    made.push({
      ...{ from: begins, until: ends },
      work: range(1, workDays),
      school: range(6 - schoolDays, schoolDays),
      workHours: Math.round(workHours * 2) / 2,
      schoolHours: schoolDays === 0 ? 0 : usualSchoolHours,
    })
    begins = nextDay(ends)
  }
  return made
}

const earlier = (a: DateText, b: DateText): DateText => (a < b ? a : b)
const daysOf = (told: number | undefined, otherwise: number): number => Math.min(5, Math.round(told ?? otherwise))
const range = (first: number, count: number): number[] => Array.from({ length: Math.max(0, count) }, (_, index) => first + index)

/** The weeks until another last day: the last phase goes on, or phases are cut off. */
export function phasesUntil(phases: readonly WeekPhase[], until: DateText): WeekPhase[] {
  const kept = phases.filter(({ from }) => from <= until)
  return kept.map((phase, index) => (index === kept.length - 1 || phase.until > until ? { ...phase, until } : phase))
}
