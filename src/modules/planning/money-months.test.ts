import { describe, expect, test } from 'vitest'
import { lowestMonth, type MoneyFacts, moneyMonths } from './money-months.ts'

const facts = (part: Partial<MoneyFacts>): MoneyFacts => ({
  today: '2026-11-25',
  profile: { occupations: [], answers: {} },
  paidFrom: '2027-02-01',
  jobMonthEuro: 3000,
  benefit: () => undefined,
  ...part,
})

const said = (part: Partial<MoneyFacts>): string[] =>
  moneyMonths(facts(part)).map(({ month, kind, euro }) => `${month} ${kind} ${euro ?? '?'}`)

describe('money month by month', () => {
  test('the present wage until the job begins, then its wage, two months on', () => {
    const profile = { occupations: [], answers: {}, situation: 'working' as const, wageNowMonthEuro: 2500 }
    expect(said({ profile })).toEqual([
      '2026-11 wageNow 2500',
      '2026-12 wageNow 2500',
      '2027-01 wageNow 2500',
      '2027-02 wage 3000',
      '2027-03 wage 3000',
      '2027-04 wage 3000',
    ])
  })

  test('benefit from the month after the job ends, counted from its end, and unknown when it runs out', () => {
    const profile = {
      occupations: [],
      answers: {},
      situation: 'jobEnds' as const,
      jobEndsOn: '2026-12-31',
      wageNowMonthEuro: 2800,
      benefitMonths: 2,
    }
    const benefit = (index: number): { euro: number; rules: string[] } => ({ euro: 2000 - index, rules: ['ww'] })
    expect(said({ profile, benefit, paidFrom: '2027-04-05' })).toEqual([
      '2026-11 wageNow 2800',
      '2026-12 wageNow 2800',
      '2027-01 benefit 1999',
      '2027-02 unknown ?',
      '2027-03 unknown ?',
      '2027-04 wage 3000',
      '2027-05 wage 3000',
      '2027-06 wage 3000',
    ])
  })

  test('nothing told: unknown, never zero', () => {
    const months = moneyMonths(facts({}))
    expect(months[0]).toEqual({ month: '2026-11', kind: 'unknown', rules: [] })
    expect(lowestMonth(months)).toBeUndefined()
  })

  test('dual: income while training until it ends, then the wage', () => {
    expect(said({ paidFrom: '2026-11-02', dualUntil: '2027-01-04', dualMonth: () => ({ kind: 'euro', euro: 1400 }) })).toEqual([
      '2026-11 trainingIncome 1400',
      '2026-12 trainingIncome 1400',
      '2027-01 wage 3000',
      '2027-02 wage 3000',
      '2027-03 wage 3000',
    ])
  })

  test('before a contract the month is as before; without a known wage it lies between minimum wages', () => {
    const profile = { occupations: [], answers: {}, situation: 'unemployed' as const, benefitMonths: 12 }
    const months = moneyMonths(
      facts({
        profile,
        benefit: () => ({ euro: 1800, rules: ['ww'] }),
        trainings: [{ from: '2026-11-02', until: '2027-01-04' }],
        paidFrom: '2026-11-02',
        dualUntil: '2027-01-04',
        dualMonth: (day) =>
          day < '2026-12-01' ? { kind: 'noContract' } : { kind: 'range', lowEuro: 900, highEuro: 2200, rules: ['low', 'high'] },
      }),
    )
    expect(months[0]).toEqual({ month: '2026-11', kind: 'benefit', euro: 1800, rules: ['ww', 'ww-during-training'] })
    expect(months[1]).toEqual({
      month: '2026-12',
      kind: 'unknown',
      range: { lowEuro: 900, highEuro: 2200 },
      rules: ['low', 'high'],
    })
    expect(months[2]).toMatchObject({ kind: 'wage', euro: 3000 })
    expect(lowestMonth(months)).toBeUndefined()
  })

  test('a benefit during a training before the job names the rule that UWV must agree', () => {
    const profile = { occupations: [], answers: {}, situation: 'unemployed' as const, benefitMonths: 12 }
    const months = moneyMonths(
      facts({ profile, benefit: () => ({ euro: 1800, rules: [] }), trainings: [{ from: '2026-12-01', until: '2027-01-10' }] }),
    )
    expect(months.map(({ rules }) => rules)).toEqual([[], ['ww-during-training'], [], [], [], []])
  })

  test('the lowest month is said when all are known', () => {
    const profile = { occupations: [], answers: {}, situation: 'working' as const, wageNowMonthEuro: 2500 }
    expect(lowestMonth(moneyMonths(facts({ profile })))).toBe(2500)
  })
})
