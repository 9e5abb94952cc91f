import { describe, expect, test } from 'vitest'
import { type OfferingRecord, type Programme, toEngineOffering } from '../programme.ts'
import { dayCell, daysOf } from './lesson-days.ts'

describe('days of lessons in a cell', () => {
  test.each([
    ['ma wo', 5],
    ['Maandag, woensdag', 5],
    ['mo|we', 5],
    ['Tuesday / Thursday', 10],
    ['za zo', 96],
    ['ma di wo do vr za zo', 127],
  ])('%s', (cell, days) => {
    expect(daysOf(cell)).toBe(days)
    expect(daysOf(dayCell(days))).toBe(days)
  })

  test.each(['', 'elke dag', 'ma, x'])('"%s" says no days', (cell) => {
    expect(daysOf(cell)).toBeUndefined()
  })

  test('they are what the engine counts with', () => {
    const programme = { id: 'p', facts: { form: 'course', outcomes: [], prerequisites: [], weeks: 4, hoursPerWeek: 8 } }
    const offering = { id: 'o', programme: 'p', facts: { online: true, lessonDays: 5, funding: [], rolling: true, starts: [] } }
    const told = toEngineOffering(programme as unknown as Programme, offering as unknown as OfferingRecord)
    expect(told).toMatchObject({ id: 'o', days: 5 })
    expect(told).not.toHaveProperty('lessonDays')
  })
})
