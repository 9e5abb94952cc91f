/**
 * The differencing attack. Somebody in the circle asks everything that may be asked, day after day, while one person joins or leaves; and somebody reckons
 * back from all tables of one picture. Schemes that are easier are attacked too: the attack must find something there, or it is no attack.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addUp,
  type Cells,
  type Counted,
  drawCountsFrom,
  isDue,
  keysOf,
  makePicture,
  mostAbove,
  type PictureTerms,
  partitions,
} from './picture.ts'

const terms: PictureTerms = { step: 10, people: 20, spread: 10, days: 7 }

/** Numbers by chance from a seed, so that two worlds have the same chance. */
function chance(seed: number): (limit: number) => number {
  let state = seed >>> 0
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

const person: fc.Arbitrary<Counted> = fc.record({
  region: fc.option(fc.constantFrom('AM01', 'AM02', 'AM03'), { nil: undefined }),
  group: fc.option(fc.constantFrom('0811', '0812'), { nil: undefined }),
  way: fc.constantFrom('direct', 'trainThenHire', 'dual', 'none'),
  programmes: fc.subarray(['p1', 'p2', 'p3']),
})

/** What one sees, day by day, of people who come and go on days. */
interface Stay {
  readonly who: Counted
  readonly from: number
  /** First day on which they are not there. */
  readonly to: number
}
type Scheme = (stays: readonly Stay[], days: number, seed: number) => string[]

/** As the module does it. */
const pictures: Scheme = (stays, days, seed) => {
  const below = chance(seed)
  const made: { readonly day: number; readonly cells: Cells }[] = []
  const counted = new Set<Stay>()
  let countsFrom = drawCountsFrom(terms, below)
  return Array.from({ length: days }, (_, day) => {
    const waiting = stays.filter((stay) => stay.from <= day && day < stay.to && !counted.has(stay))
    const last = made.at(-1)
    if (isDue({ waiting: waiting.length, countsFrom, daysSince: last && day - last.day }, terms)) {
      made.push({
        day,
        cells: makePicture(
          waiting.map(({ who }) => who),
          terms.step,
          below,
        ),
      })
      for (const stay of waiting) counted.add(stay)
      countsFrom = drawCountsFrom(terms, below)
    }
    return JSON.stringify(addUp(made.map(({ cells }) => cells)))
  })
}

const present = (stays: readonly Stay[], day: number): Counted[] =>
  stays.filter(({ from, to }) => from <= day && day < to).map(({ who }) => who)
/** Counted anew every day: exact, and in tens. */
const daily =
  (count: (people: readonly Counted[]) => unknown): Scheme =>
  (stays, days) =>
    Array.from({ length: days }, (_, day) => JSON.stringify(count(present(stays, day))))
const exact = daily((people) => Object.entries(Object.groupBy(people, ({ way }) => way)).map(([way, all]) => [way, all?.length]))
const tens = daily((people) =>
  Object.entries(Object.groupBy(people, ({ way }) => way)).map(([way, all]) => [way, Math.floor((all?.length ?? 0) / 10) * 10]),
)

/** Some people who are there from the first day; and on a later day one joins, or one of them leaves. Nobody else does anything. */
const oneChange = fc.record({
  people: fc.array(person, { minLength: 0, maxLength: 90 }),
  other: person,
  change: fc.constantFrom('joins' as const, 'leaves' as const),
  day: fc.integer({ min: 1, max: 20 }),
  seed: fc.integer({ min: 0, max: 2 ** 31 }),
})
type OneChange = typeof oneChange extends fc.Arbitrary<infer Found> ? Found : never
const lastDay = 40

/** Whether the days after the change look other than the days before: then who watches learns of one person. */
function seesChange(scheme: Scheme, { people, other, change, day, seed }: OneChange): boolean {
  const always = people.map((who) => ({ who, from: 0, to: Infinity }))
  const stays = change === 'joins' ? [...always, { who: other, from: day, to: Infinity }] : leaving(always, other, day)
  const seen = scheme(stays, lastDay, seed)
  return seen.slice(day).some((one) => one !== seen[day - 1])
}
const leaving = (always: readonly Stay[], who: Counted, to: number): Stay[] => [...always, { who, from: 0, to }]

describe('one person joins or leaves, and nobody else', () => {
  // A group that is a person short of a picture gets it by that person: that it is made is all that one learns, and which number it waited for is not known.
  const tips = ({ people, change, seed }: OneChange): boolean =>
    change === 'joins' && people.length + 1 === drawCountsFrom(terms, chance(seed))

  test('whoever asks everything on every day sees the same before and after', () => {
    fc.assert(
      fc.property(oneChange, (world) => {
        fc.pre(!tips(world))
        expect(seesChange(pictures, world)).toBe(false)
      }),
      { numRuns: 300, seed: 6 },
    )
  })

  test.each([
    ['exact counts', exact],
    ['counts in tens that follow the group', tens],
  ])('planted: %s are found out by the same attack', (_, scheme) => {
    const found = fc.check(
      fc.property(oneChange, (world) => !seesChange(scheme, world)),
      { numRuns: 300, seed: 6 },
    )
    expect(found.failed).toBe(true)
  })
})

test('whatever people do, two things that one sees differ by twenty people or by none', () => {
  const stays = fc.array(
    fc.record({ who: person, from: fc.integer({ min: 0, max: 60 }), stays: fc.integer({ min: 1, max: 60 }) }),
    { maxLength: 120 },
  )
  fc.assert(
    fc.property(stays, fc.integer(), (all, seed) => {
      const seen = pictures(
        all.map(({ who, from, stays: days }) => ({ who, from, to: from + days })),
        70,
        seed,
      )
      const changes = seen.filter((one, day) => day > 0 && one !== seen[day - 1]).length
      expect(changes).toBeLessThanOrEqual(all.length / terms.people)
    }),
    { numRuns: 60, seed: 6 },
  )
})

describe('one picture', () => {
  const crowd = fc.array(person, { minLength: 20, maxLength: 200 })

  test('shows no count under ten, and none that is more than there are', () => {
    fc.assert(
      fc.property(crowd, fc.integer(), (people, seed) => {
        const cells = makePicture(people, terms.step, chance(seed))
        for (const { key, least } of cells.ways)
          expect(people.filter(({ way }) => way === key).length).toBeGreaterThanOrEqual(least)
        for (const { key, least } of cells.programmes) {
          expect(people.filter(({ programmes }) => programmes.includes(key)).length).toBeGreaterThanOrEqual(least)
        }
        for (const { least } of Object.values(cells).flat()) {
          expect(least).toBeGreaterThanOrEqual(10)
          expect(least % 10).toBe(0)
        }
      }),
      { numRuns: 200, seed: 6 },
    )
  })

  test('what is left out can be nobody and can be nine, for who reckons with all tables together', () => {
    fc.assert(
      fc.property(crowd, fc.integer(), (people, seed) => {
        expect(conclusions(makePicture(people, terms.step, chance(seed)))).toEqual([])
      }),
      { numRuns: 300, seed: 6 },
    )
  })

  test('planted: tables that were not looked at together do give conclusions', () => {
    // Everybody in few ways, all of them shown but one: the regions say how many there must be.
    const cells: Cells = {
      regions: [{ key: 'AM01', least: 120 }],
      groups: [],
      ways: [
        { key: 'direct', least: 20 },
        { key: 'dual', least: 20 },
      ],
      programmes: [],
    }
    expect(conclusions(cells).length).toBeGreaterThan(0)
  })

  test('to who knows everybody else, one person more changes a table by a chance of one in ten at most', () => {
    const shown = (count: number): number[] => {
      const people = Array.from(
        { length: count },
        (): Counted => ({ region: 'AM01', group: '0811', way: 'direct', programmes: [] }),
      )
      return Array.from({ length: 10 }, (_, lowered) => makePicture(people, terms.step, () => lowered).regions[0]?.least ?? 0)
    }
    for (let count = 20; count < 60; count++) {
      const [before, after] = [shown(count), shown(count + 1)]
      const differing = [...new Set([...before, ...after])].map((value) =>
        Math.abs(before.filter((one) => one === value).length - after.filter((one) => one === value).length),
      )
      // Half the sum of differences is the distance between two chances.
      expect(differing.reduce((a, b) => a + b, 0) / 2 / 10).toBeLessThanOrEqual(0.1)
    }
  })
})

/** Hidden counts of which something is known, by bounds on how many people there are: reckoned apart from the code that makes a picture. */
function conclusions(cells: Cells): string[] {
  const above = mostAbove(terms.step)
  const bounds = partitions.map((partition) => {
    const low = cells[partition].reduce((total, { least }) => total + least, 0)
    return { partition, low, high: low + keysOf[partition] * above, hidden: keysOf[partition] - cells[partition].length }
  })
  const fewest = Math.max(cells.programmes[0]?.least ?? 0, ...bounds.map(({ low }) => low))
  const most = Math.min(...bounds.map(({ high }) => high))
  return bounds
    .filter(({ hidden }) => hidden > 0)
    .flatMap(({ partition, low, high }) => [
      ...(high - above < fewest ? [`somebody must be among what is hidden of ${partition}`] : []),
      ...(low + terms.step - 1 > most ? [`few can be among what is hidden of ${partition}`] : []),
    ])
}
