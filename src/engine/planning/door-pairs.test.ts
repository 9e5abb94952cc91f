import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SortedNumbers } from './contents.ts'
import type { Courses } from './courses.ts'
import { DoorCounts } from './door-counts.ts'
import { DoorOrder } from './door-order.ts'
import { DoorPairs } from './door-pairs.ts'
import { inHigh, inLow } from './door-sets.ts'
import { meetersOf } from './meeters.ts'
import type { OpenContents } from './open-contents.ts'
import type { CountedSets } from './sets-by-demand.ts'
import { SparseSums } from './sparse-sums.ts'

interface Case {
  readonly sets: readonly { readonly demands: readonly number[]; readonly rows: number }[]
  readonly contents: readonly { readonly meets: readonly number[]; readonly isOpen: boolean; readonly isBlocked: boolean }[]
}

const demandCount = 40
const some = (most: number) => fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: most })
/** Some are long. */
const long = fc.nat(7).map((without) => Array.from({ length: 34 }, (_, at) => at).filter((demand) => demand !== without))
const wide = fc.nat(7).map((without) => Array.from({ length: 34 }, (_, at) => at).filter((demand) => demand % 8 !== without))

const cases: fc.Arbitrary<Case> = fc.record({
  sets: fc
    .uniqueArray(fc.oneof({ arbitrary: some(5), weight: 9 }, { arbitrary: long, weight: 1 }), {
      maxLength: 25,
      selector: (demands) => [...demands].sort((a, b) => a - b).join(' '),
    })
    .chain((all) => fc.tuple(...all.map((demands) => fc.record({ demands: fc.constant(demands), rows: fc.nat(3) })))),
  contents: fc.array(
    fc.record({
      meets: fc.oneof({ arbitrary: some(4), weight: 6 }, { arbitrary: wide, weight: 1 }),
      isOpen: fc.boolean(),
      isBlocked: fc.boolean(),
    }),
    { maxLength: 12 },
  ),
})

test('of pairs of contents: what both close, and bounds that are never too low', () => {
  fc.assert(
    fc.property(cases, ({ sets, contents }) => {
      const { pairs, order, alone } = pairsOf(sets, contents)
      const closes = (...places: number[]): number => {
        const met = new Set(places.flatMap((place) => contents[order.contents[place] as number]?.meets ?? []))
        return sets.reduce((sum, { demands, rows }) => sum + (demands.every((demand) => met.has(demand)) ? rows : 0), 0)
      }
      const sums = new SparseSums(order.size)
      const aloneAt = (place: number): number => alone[order.contents[place] as number] as number
      for (let place = 0; place < order.size; place++) {
        expect(aloneAt(place)).toBe(closes(place))
        const isBlocked = place >= order.blockedFrom
        const others = isBlocked ? range(0, order.blockedFrom) : range(place + 1, order.blockedFrom)
        if (!isBlocked) pairs.addBounds(place, order.blockedFrom, sums)
        const bounds = isBlocked ? pairs.boundsWith(place, others) : others.map((other) => sums.sums[other] as number)
        for (const [at, other] of others.entries()) {
          expect(pairs.closes(place, other)).toBe(closes(place, other))
          expect(bounds[at]).toBeGreaterThanOrEqual(closes(place, other) - aloneAt(place) - aloneAt(other))
        }
        sums.clear()
      }
    }),
    { numRuns: 500, seed: 20261130 },
  )
})

const range = (from: number, end: number): number[] => Array.from({ length: Math.max(0, end - from) }, (_, at) => from + at)

function pairsOf(sets: Case['sets'], contents: Case['contents']) {
  const counted: CountedSets = {
    size: sets.length,
    lengthOf: (set) => sets[set]?.demands.length ?? 0,
    demandAt: (set, index) => sets[set]?.demands[index] ?? -1,
    lowRowsOf: (set) => sets[set]?.rows ?? 0,
    highRowsOf: () => 0,
  }
  const meeters = meetersOf(
    demandCount,
    contents.map(({ meets }) => ({ teaches: new SortedNumbers(Uint32Array.from(meets).sort()) })),
  )
  // What these read of courses, and of what is open.
  const courses = { meeters, contents } as unknown as Courses
  const isOpen = Uint8Array.from(contents, (one) => Number(one.isOpen))
  const blocked = Uint8Array.from(contents, (one) => Number(one.isOpen && one.isBlocked))
  const counts = new DoorCounts(counted, courses, {
    contents: isOpen.map((one) => one * (inLow | inHigh)),
    demands: new Uint8Array(demandCount).fill(inLow | inHigh),
  })
  const order = new DoorOrder({ isOpen, blocked } as unknown as OpenContents, counts.aloneLow)
  return { pairs: new DoorPairs(counts, order), order, alone: counts.aloneLow }
}
