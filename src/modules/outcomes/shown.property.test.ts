/** No hidden number can be recovered from those that are shown: in a funnel, and side by side. */
import { describe, expect, test } from 'vitest'
import { countingKnobs } from '../engines/index.ts'
import { compare, type OutcomesOf } from './compare.ts'
import { type FunnelCode, funnelCodes } from './definitions.ts'
import { costPerPlacement, type OutcomeCounts, type OutcomeSeries, shownCells } from './shown.ts'
import { mixed, shareOfWomen } from './women.ts'

/** The same chance every time. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

const names = ['applied', 'admitted', 'started', 'completed', 'placedOf', 'placed', 'stayedOf', 'stayed'] as const
type Counts = Record<(typeof names)[number], number>

/** A way in which each step is a part of the one before. */
function way(random: () => number, most: number): Counts {
  let left = Math.floor(random() * most)
  return Object.fromEntries(
    names.map((name) => {
      const own = left
      left = Math.floor(left * (0.5 + random() / 2))
      return [name, own]
    }),
  ) as Counts
}

const seriesOf = (counts: OutcomeCounts, year: number, isKnown: boolean, costEuro: number): OutcomeSeries => {
  const cells = shownCells(counts, isKnown)
  const cost = costPerPlacement(costEuro, cells)
  return {
    ...{ from: 'counted', definition: '1', period: 'startYear', year, isRunning: false, cells },
    ...(cost === undefined ? {} : { costPerPlacement: cost }),
  }
}

const worldOf = (ways: readonly Counts[], isKnown: boolean): OutcomesOf[] =>
  ways.map((counts, at) => ({
    subject: { kind: 'programme', id: String(at), name: { nl: '', en: '' }, by: '', demo: false },
    series: [seriesOf(counts, 2024, isKnown, 250_000)],
    others: [],
  }))

/** All that anybody sees of these. */
const seen = (ways: readonly Counts[], isKnown: boolean): string =>
  JSON.stringify([worldOf(ways, isKnown), compare(worldOf(ways, isKnown)), compare(worldOf(ways, isKnown), 2024)])

const least = countingKnobs.leastShown

/** Other counts below ten in place of the hidden ones, in which each step is still a part of the one before. */
function withOthersHidden(counts: Counts, random: () => number): Counts {
  let most = least - 1
  return Object.fromEntries(
    names.map((name) => {
      if (counts[name] >= least) return [name, counts[name]]
      most = Math.floor(random() * (most + 1))
      return [name, most]
    }),
  ) as Counts
}

describe('what is shown of counts', () => {
  test('is the same whatever the hidden counts are, in a funnel and side by side', () => {
    const random = chance(7)
    let hidden = 0
    for (let round = 0; round < 2000; round++) {
      const ways = Array.from({ length: 1 + Math.floor(random() * 4) }, () => way(random, round % 2 === 0 ? 30 : 300))
      const others = ways.map((counts) => withOthersHidden(counts, random))
      hidden += ways.flatMap((counts) => names.filter((name) => counts[name] < least)).length
      expect(seen(others, round % 3 === 0)).toBe(seen(ways, round % 3 === 0))
    }
    expect(hidden).toBeGreaterThan(1000)
  })

  test('each hidden count can be every number below ten by itself: none is the only one, and none is left out', () => {
    const random = chance(11)
    for (let round = 0; round < 300; round++) {
      const ways = [way(random, 40), way(random, 200)]
      const before = seen(ways, false)
      for (const [at, counts] of ways.entries()) {
        const first = names.find((name) => counts[name] < least)
        if (first === undefined) continue
        for (let value = 0; value < least; value++) {
          const other = Object.fromEntries(
            names.map((name) => [
              name,
              counts[name] >= least ? counts[name] : Math.min(value, name === first ? value : counts[name]),
            ]),
          ) as Counts
          expect(
            seen(
              ways.map((one, index) => (index === at ? other : one)),
              false,
            ),
          ).toBe(before)
        }
      }
    }
  })

  test('a planted leak is found: a difference of exact numbers tells what is hidden', () => {
    const leaky = (counts: Counts): string => seen([counts], false) + String(counts.started - counts.completed)
    const counts = { applied: 40, admitted: 30, started: 12, completed: 9, placedOf: 9, placed: 8, stayedOf: 8, stayed: 7 }
    expect(seen([counts], false)).toBe(seen([{ ...counts, completed: 5, placedOf: 5, placed: 5, stayedOf: 2, stayed: 0 }], false))
    expect(leaky(counts)).not.toBe(leaky({ ...counts, completed: 5, placedOf: 5, placed: 5, stayedOf: 2, stayed: 0 }))
  })

  test('zero looks as nine does, and only what nobody counted is unknown', () => {
    expect(shownCells({ applied: 0, placed: 9 }, true).map(({ state }) => state)).toEqual([
      ...['few', 'unknown', 'unknown', 'unknown', 'few', 'unknown'],
    ])
    const [, , started] = shownCells({ applied: 44, started: 26 }, true)
    expect(started).toEqual({ code: 'started' satisfies FunnelCode, state: 'shown', count: 30, of: 40, isAtLeast: false })
    expect(funnelCodes).toHaveLength(6)
  })

  test('cost is over rounded people, and of too few there is none', () => {
    expect(costPerPlacement(389_000, shownCells({ placed: 44 }, true))).toBe(9700)
    expect(costPerPlacement(389_000, shownCells({ placed: 41 }, true))).toBe(9700)
    expect(costPerPlacement(389_000, shownCells({ placed: 9 }, true))).toBeUndefined()
    expect(costPerPlacement(undefined, shownCells({ placed: 41 }, true))).toBeUndefined()
  })
})

describe('the share of women', () => {
  const terms = { coinShare: 0.25, least: 50 }

  test('comes out of many answers with the coin taken out again', () => {
    const random = chance(3)
    let inside = 0
    for (let round = 0; round < 200; round++) {
      const answers = Array.from({ length: 400 }, (_, at) => at % 10 < 3)
      const counted = answers.map((one) => mixed(one, [random(), random()], terms.coinShare))
      const share = shareOfWomen({ yes: counted.filter(Boolean).length, no: counted.filter((one) => !one).length }, terms)
      if (share && share.lowPercent <= 30 && share.highPercent >= 30) inside++
      expect(share?.answers).toBe(400)
    }
    expect(inside).toBeGreaterThan(185)
  })

  test('either answer can be counted whatever somebody said, at most seven times as often', () => {
    const random = chance(5)
    const yesOf = (answer: boolean): number =>
      Array.from({ length: 40_000 }, () => mixed(answer, [random(), random()], terms.coinShare)).filter(Boolean).length / 40_000
    expect(yesOf(true)).toBeCloseTo(0.875, 1)
    expect(yesOf(false)).toBeCloseTo(0.125, 1)
    expect(yesOf(false)).toBeGreaterThan(0.1)
  })

  test('is not shown of few answers, or where one group may be fewer than ten', () => {
    expect(shareOfWomen({ yes: 20, no: 29 }, terms)).toBeUndefined()
    expect(shareOfWomen({ yes: 10, no: 50 }, terms)).toBeUndefined()
    expect(shareOfWomen({ yes: 20, no: 40 }, terms)).toEqual({ lowPercent: 10, highPercent: 45, answers: 60 })
  })
})
