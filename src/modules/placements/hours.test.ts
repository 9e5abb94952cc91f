/** Hours and weeks against a slow twin that walks day by day, on random calendars. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextDay } from '../../platform/index.ts'
import { countWeekdays, forecast, type Hours, normLine, plannedHours, schoolYearOf, shareOf } from './hours.ts'
import type { NotedHours } from './placement.ts'
import {
  type Calendar,
  kindOf,
  mondayOf,
  type Period,
  phasesFrom,
  phasesUntil,
  weekdayOf,
  weekOf,
  weekPhasesSchema,
} from './week.ts'

const origin = '2026-06-01'
const date = (from: number, to: number) => fc.integer({ min: from, max: to }).map((days) => nextDay(origin, days))
const period = fc
  .tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 40 }))
  .map(([from, length]): Period => ({ from: nextDay(origin, from), until: nextDay(origin, from + length) }))
const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 5 })
const halves = (most: number) => fc.integer({ min: 0, max: most * 2 }).map((half) => half / 2)

const calendar: fc.Arbitrary<Calendar> = fc
  .tuple(
    fc.integer({ min: 0, max: 300 }),
    fc.array(
      fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 200 }), weekdays, weekdays, halves(9), halves(8)),
      {
        maxLength: 4,
      },
    ),
    fc.array(date(0, 700), { maxLength: 12 }),
    fc.array(period, { maxLength: 4 }),
    fc.array(period, { maxLength: 3 }),
    fc.integer({ min: 1, max: 500 }),
  )
  .map(([start, stretches, holidays, breaks, away, length]) => {
    let day = start
    const phases = stretches.map(([gap, days, work, school, workHours, schoolHours]) => {
      const from = nextDay(origin, day + gap)
      day += gap + days
      return { from, until: nextDay(origin, day - 1), work, school, workHours, schoolHours }
    })
    return {
      ...{ phases, holidays: new Set(holidays), breaks, away },
      period: { from: nextDay(origin, start), until: nextDay(origin, start + length) },
    }
  })

/** Day by day, with the words of the definition. */
function slowHours(of: Calendar, { from, until }: Period): Hours {
  const sum = { practice: 0, school: 0 }
  for (let day = from; day <= until; day = nextDay(day)) {
    if (day < of.period.from || day > of.period.until) continue
    const phase = of.phases.find((one) => one.from <= day && day <= one.until)
    if (!phase || of.holidays.has(day)) continue
    if (of.away.some((one) => one.from <= day && day <= one.until)) continue
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay() || 7
    if (phase.school.includes(weekday)) {
      if (!of.breaks.some((one) => one.from <= day && day <= one.until)) sum.school += phase.schoolHours
    } else if (phase.work.includes(weekday)) sum.practice += phase.workHours
  }
  return sum
}

describe('planned hours', () => {
  test('are those of the twin that walks day by day', () => {
    fc.assert(
      fc.property(calendar, period, (of, span) => {
        expect(plannedHours(of, span)).toEqual(slowHours(of, span))
      }),
      { numRuns: 500 },
    )
  })

  test('of a span are those of its parts together', () => {
    fc.assert(
      fc.property(
        calendar,
        date(0, 300),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 200 }),
        (of, from, first, second) => {
          const [middle, until] = [nextDay(from, first), nextDay(from, first + second)]
          const [whole, a, b] = [
            plannedHours(of, { from, until }),
            plannedHours(of, { from, until: middle }),
            plannedHours(of, { from: nextDay(middle), until }),
          ]
          expect(whole).toEqual({ practice: a.practice + b.practice, school: a.school + b.school })
        },
      ),
    )
  })

  test('are what the days of a week say', () => {
    fc.assert(
      fc.property(calendar, date(0, 600), (of, day) => {
        const monday = mondayOf(day)
        const days = weekOf(monday, of)
        const hours = (kind: 'work' | 'school') =>
          days.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.hours, 0)
        expect({ practice: hours('work'), school: hours('school') }).toEqual(
          plannedHours(of, { from: monday, until: nextDay(monday, 6) }),
        )
        expect(days.map((one) => weekdayOf(one.date))).toEqual([1, 2, 3, 4, 5, 6, 7])
        expect(days.every((one) => one.kind === kindOf(one.date, of))).toBe(true)
      }),
    )
  })
})

const notes = fc.uniqueArray(
  fc.record({
    week: date(0, 700).map(mondayOf),
    practice: halves(40),
    school: halves(10),
    side: fc.constant('student' as const),
    isConfirmed: fc.boolean(),
  }),
  { maxLength: 30, selector: ({ week }) => week },
)

/** Week by week over the whole placement, and then those of this school year. */
function slowForecast(of: Calendar, noted: readonly NotedHours[], today: string): { low: Hours; high: Hours } {
  const year = schoolYearOf(today)
  const [low, high] = [
    { practice: 0, school: 0 },
    { practice: 0, school: 0 },
  ]
  for (let week = mondayOf(of.period.from); week <= of.period.until; week = nextDay(week, 7)) {
    const first = week < of.period.from ? of.period.from : week
    if (first < year.from || first > year.until) continue
    const note = noted.find((one) => one.week === week)
    const hours = note ?? slowHours(of, { from: week, until: nextDay(week, 6) })
    const isOver = nextDay(week, 6) < today
    for (const sum of !note && isOver ? [high] : [low, high]) {
      sum.practice += hours.practice
      sum.school += hours.school
    }
  }
  return { low, high }
}

describe('a forecast', () => {
  test('is that of the twin', () => {
    fc.assert(
      fc.property(calendar, notes, date(0, 700), (of, noted, today) => {
        const found = forecast(of, noted, today)
        const year = schoolYearOf(today)
        if (of.period.until < year.from || of.period.from > year.until) {
          expect(found).toBeUndefined()
          return
        }
        const { low, high } = slowForecast(of, noted, today)
        expect(found?.low).toEqual(low)
        expect(found?.high).toEqual(high)
      }),
      { numRuns: 500 },
    )
  })

  test('warns before a norm fails: a day more than it says is enough, a day less is not', () => {
    fc.assert(
      fc.property(calendar, notes, date(0, 700), fc.integer({ min: 1, max: 900 }), (of, noted, today, norm) => {
        const found = forecast(of, noted, today)
        if (!found) return
        const line = normLine('practice', norm, found, of, today)
        expect(line.verdict === 'short').toBe(line.high < line.share)
        expect(line.verdict === 'ok').toBe(line.low >= line.share)
        const phase = of.phases.find((one) => one.from <= today && today <= one.until) ?? of.phases.at(-1)
        const perDay = phase && phase.workHours > 0 ? phase.workHours : 8
        expect(line.high + line.days * perDay).toBeGreaterThanOrEqual(line.days === 0 ? 0 : line.share)
        if (line.days > 0) expect(line.high + (line.days - 1) * perDay).toBeLessThan(line.share)
      }),
    )
  })

  test('says what is short of a whole school year, in hours and days', () => {
    const phases = [{ from: '2026-08-01', until: '2027-07-31', work: [1, 2], school: [5], workHours: 7, schoolHours: 6 }]
    const of: Calendar = {
      phases,
      period: { from: '2026-08-01', until: '2027-07-31' },
      holidays: new Set(),
      breaks: [],
      away: [],
    }
    // 52 Mondays and 52 Tuesdays: 728 hours. Of sixteen weeks are noted seven hours a week less.
    const noted = Array.from({ length: 17 }, (_, index): NotedHours => {
      const week = nextDay('2026-08-03', index * 7)
      return { week, practice: index === 0 ? 0 : 5.25, school: 6, side: 'student', isConfirmed: true }
    })
    const found = forecast(of, noted, '2026-11-30') ?? expect.fail()
    const line = normLine('practice', 610, found, of, '2026-11-30')
    expect(line).toEqual({
      sort: 'practice',
      norm: 610,
      share: 610,
      noted: 84,
      low: 574,
      high: 574,
      verdict: 'short',
      short: 36,
      days: 6,
    })
  })
})

describe('the parts of it', () => {
  test('count weekdays as one by one', () => {
    fc.assert(
      fc.property(period, weekdays, ({ from, until }, days) => {
        let count = 0
        for (let day = from; day <= until; day = nextDay(day)) if (days.includes(weekdayOf(day))) count++
        expect(countWeekdays({ from, until }, new Set(days))).toBe(count)
      }),
    )
  })

  test('a school year runs from August to July, and a share of its norm goes by days', () => {
    expect(schoolYearOf('2027-07-31')).toEqual({ from: '2026-08-01', until: '2027-07-31' })
    expect(schoolYearOf('2027-08-01')).toEqual({ from: '2027-08-01', until: '2028-07-31' })
    expect(shareOf(610, schoolYearOf('2026-11-30'), '2026-11-30')).toBe(610)
    expect(shareOf(610, { from: '2027-02-01', until: '2027-07-31' }, '2027-02-01')).toBe(Math.ceil((610 * 181) / 365))
  })

  test('weeks made of a programme follow each other, fill the placement, and can be made longer or shorter', () => {
    const phase = fc.record({
      kind: fc.constantFrom('school' as const, 'work' as const, 'workAndSchool' as const, 'selfStudy' as const),
      weeks: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
      workDays: fc.option(fc.integer({ min: 0, max: 7 }), { nil: undefined }),
      schoolDays: fc.option(fc.integer({ min: 0, max: 7 }), { nil: undefined }),
    })
    fc.assert(
      fc.property(
        fc.array(phase, { maxLength: 4 }),
        fc.integer({ min: 1, max: 700 }),
        fc.integer({ min: 1, max: 48 }),
        (phases, days, hours) => {
          const whole = { from: origin, until: nextDay(origin, days) }
          const made = phasesFrom(phases as never, whole, hours)
          expect(weekPhasesSchema.safeParse(made).success).toBe(true)
          expect([made[0]?.from, made.at(-1)?.until]).toEqual([whole.from, whole.until])
          for (const [index, one] of made.slice(1).entries()) expect(one.from).toBe(nextDay(made[index]?.until ?? ''))
          for (const { work, school } of made) expect(work.filter((day) => school.includes(day))).toEqual([])
          for (const until of [nextDay(whole.until, 30), nextDay(origin, Math.floor(days / 2))]) {
            const moved = phasesUntil(made, until)
            expect(weekPhasesSchema.safeParse(moved).success).toBe(true)
            expect([moved[0]?.from, moved.at(-1)?.until]).toEqual([origin, until])
          }
        },
      ),
    )
  })
})
