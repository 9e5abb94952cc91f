import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextDay } from '../../platform/index.ts'
import {
  type AwardGiven,
  type BehindAsked,
  daysBetween,
  findBehind,
  isBehind,
  progressOn,
  unitsFor,
  type WorkDone,
} from './progress.ts'
import { shareOut, toAmount, toCredits, type Unit } from './unit.ts'

const unit = (id: string, amount: number, evidenceMinutes: number, more: Partial<Unit> = {}): Unit => ({
  ...{ id, programme: 'p', organisation: 'o', family: id, version: 1, code: id, title: { nl: id, en: id }, scale: 'ects' },
  ...{ amount, evidenceMinutes, outcomes: [], isRetired: false, demo: false },
  ...more,
})
const from = '2026-09-01'
const terms = { behindFromDays: 28, behindShare: 0.15, behindToldWorkingDays: 10, holidays: new Set<string>() }

/** The definition, day by day: behind today, and every day since without a break. */
function behindDayByDay(asked: BehindAsked): string | undefined {
  const { from: first, until, today, terms: rules } = asked
  let since: string | undefined
  for (let day = nextDay(first, rules.behindFromDays); day <= today && day <= until; day = nextDay(day)) {
    since = isBehind(asked, day) ? (since ?? day) : undefined
  }
  return today > until ? undefined : since
}

const someDay = (most: number) => fc.integer({ min: 0, max: most }).map((days) => nextDay(from, days))
const world = fc.record({
  units: fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 6_000 })), { minLength: 1, maxLength: 4 }),
  length: fc.integer({ min: 1, max: 400 }),
  today: fc.integer({ min: 0, max: 420 }),
  work: fc.array(
    fc.record({
      minutes: fc.integer({ min: 1, max: 3_000 }),
      units: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }),
      state: fc.constantFrom('logged', 'confirmed', 'returned'),
      on: someDay(400),
    }),
    { maxLength: 12 },
  ),
  awards: fc.array(
    fc.record({
      unit: fc.integer({ min: 0, max: 3 }),
      part: fc.integer({ min: 1, max: 10 }),
      on: someDay(400),
      back: fc.option(fc.integer({ min: 0, max: 60 })),
    }),
    {
      maxLength: 4,
    },
  ),
  share: fc.double({ min: 0, max: 0.4, noNaN: true }),
})

/** From chance to something that can be: at most one award a unit, of at most all of it, on confirmed work of it. */
function asked(given: typeof world extends fc.Arbitrary<infer T> ? T : never): BehindAsked {
  const units = given.units.map(([amount, minutes], at) => unit(String(at), amount, minutes))
  const ids = (all: readonly number[]): string[] => all.filter((one) => one < units.length).map(String)
  const work = given.work.map(
    ({ minutes, units: of, state, on }, at): WorkDone => ({
      ...{ id: `w${at}`, minutes, state: state as WorkDone['state'], units: ids(of) },
      ...(state === 'confirmed' ? { confirmedOn: on } : {}),
    }),
  )
  const awards = given.awards.flatMap(({ unit: of, part, on, back }, at): AwardGiven[] => {
    const found = units[of]
    if (!found || given.awards.findIndex((one) => one.unit === of) !== at) return []
    const ground = work.filter((one) => one.units.includes(found.id) && one.confirmedOn !== undefined && one.confirmedOn <= on)
    const amount = Math.max(1, Math.floor((found.amount * part) / 10))
    return [
      {
        unit: found.id,
        amount,
        on,
        work: ground.map(({ id }) => id),
        ...(back === null ? {} : { withdrawnOn: nextDay(on, back) }),
      },
    ]
  })
  const { length, today, share } = given
  return {
    from,
    until: nextDay(from, length),
    today: nextDay(from, today),
    units,
    work,
    awards,
    terms: { ...terms, behindShare: share },
  }
}

describe('falling behind', () => {
  test('is since the day that looking day by day gives', () => {
    fc.assert(
      fc.property(world, (given) => {
        const one = asked(given)
        expect(findBehind(one)?.since).toBe(behindDayByDay(one))
      }),
      { numRuns: 400 },
    )
  })

  test('by hand: a year of 30 credits, nothing confirmed', () => {
    const one: BehindAsked = {
      from,
      until: '2027-08-31',
      today: '2026-11-30',
      units: [unit('a', 300, 600)],
      work: [],
      awards: [],
      terms,
    }
    // 365 days: more than 15 percent of them, 54.75, are past on the 55th day.
    expect(findBehind(one)).toMatchObject({ since: '2026-10-25', creditShare: 0, othersSeeFrom: '2026-11-06' })
    expect(findBehind({ ...one, today: '2026-10-24' })).toBeUndefined()
    expect(findBehind({ ...one, today: '2027-09-01' })).toBeUndefined()
    const work: WorkDone[] = [{ id: 'w', minutes: 300, state: 'confirmed', units: ['a'], confirmedOn: '2026-11-20' }]
    expect(findBehind({ ...one, work })).toBeUndefined()
    expect(findBehind({ ...one, units: [] })).toBeUndefined()
  })

  test('holidays are no working days before the others see it', () => {
    const one: BehindAsked = {
      from,
      until: '2027-08-31',
      today: '2026-11-30',
      units: [unit('a', 300, 600)],
      work: [],
      awards: [],
      terms,
    }
    const holidays = new Set(['2026-11-05', '2026-11-06'])
    expect(findBehind({ ...one, terms: { ...terms, holidays } })?.othersSeeFrom).toBe('2026-11-10')
  })
})

describe('progress', () => {
  test('earned, running and to go are together all of each unit, and no minute counts twice', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { units, work, awards, today } = asked(given)
        const progress = progressOn(today, units, work, awards)
        for (const { unit: of, earned, running, toGo } of progress) {
          expect(earned + running + toGo).toBe(of.amount)
          expect(Math.min(earned, running, toGo)).toBeGreaterThanOrEqual(0)
        }
        const confirmed = work.filter(
          ({ confirmedOn, units: of }) => confirmedOn !== undefined && confirmedOn <= today && of.length > 0,
        )
        expect(progress.reduce((sum, one) => sum + one.confirmedEver, 0)).toBe(
          confirmed.reduce((sum, one) => sum + one.minutes, 0),
        )
      }),
    )
  })

  test('minutes are shared out whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 6 }),
        (minutes, units) => {
          const shares = [...shareOut(minutes, units).values()]
          expect(shares.reduce((sum, one) => sum + one, 0)).toBe(minutes)
          expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1)
        },
      ),
    )
  })

  test('credits are whole numbers of the smallest unit, and come back the same', () => {
    expect(toAmount('ects', 2.5)).toBe(25)
    expect(toAmount('ects', 2.55)).toBeUndefined()
    expect(toAmount('sbu', 84)).toBe(5040)
    expect(toAmount('sbu', 0.01)).toBeUndefined()
    expect(toAmount('ects', Number.NaN)).toBeUndefined()
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (amount) => {
        expect(toAmount('ects', toCredits('ects', amount))).toBe(amount)
      }),
    )
  })

  test('the version of a unit that holds: with credits before with work before the newest', () => {
    const [one, two, three] = [1, 2, 3].map((version) => unit(`v${version}`, 10, 0, { family: 'f', version })) as [
      Unit,
      Unit,
      Unit,
    ]
    const all = [one, two, three]
    const work: WorkDone[] = [{ id: 'w', minutes: 60, state: 'logged', units: ['v2'] }]
    const given: AwardGiven[] = [{ unit: 'v1', amount: 5, on: from, work: [] }]
    expect(unitsFor(all, [], [])).toEqual([three])
    expect(unitsFor(all, work, [])).toEqual([two])
    expect(unitsFor(all, work, given)).toEqual([one])
    expect(unitsFor(all, work, [{ ...(given[0] as AwardGiven), withdrawnOn: from }])).toEqual([two])
    expect(
      unitsFor(
        all.map((retired) => ({ ...retired, isRetired: true })),
        [],
        [],
      ),
    ).toEqual([])
  })

  test('days between', () => expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2))
})
