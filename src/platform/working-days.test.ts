import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addWorkingDays, isWorkingDay, nextDay, workingDaysUntil } from './working-days.ts'

const holidays = new Set(['2026-12-25', '2026-12-26', '2027-01-01'])

describe('working days', () => {
  test('count from the day after, and leave weekends and holidays out', () => {
    expect(addWorkingDays('2026-12-18', 5, holidays)).toBe('2026-12-28')
    expect(addWorkingDays('2026-11-27', 1, holidays)).toBe('2026-11-30')
    expect(workingDaysUntil('2026-12-18', '2026-12-28', holidays)).toBe(5)
    expect(workingDaysUntil('2026-12-28', '2026-12-18', holidays)).toBe(-5)
  })

  test('adding and counting are each other undone', () => {
    const date = fc.integer({ min: 0, max: 800 }).map((days) => nextDay('2026-01-01', days))
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const later = addWorkingDays(from, days, holidays)
        expect(isWorkingDay(later, holidays)).toBe(true)
        expect(workingDaysUntil(from, later, holidays)).toBe(days)
      }),
    )
  })
})
