import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Values } from '../../src/engine/columns/index.ts'
import { nearPlaces } from '../../src/engine/matching/near-places.ts'
import { minutesBetween } from '../../src/engine/matching/terms.ts'

const far = 2
const place = fc.tuple(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }))

/** Some as far apart as the globe allows, some a few metres. */
const couple = place.chain((at) =>
  fc.tuple(
    fc.constant(at),
    fc.oneof(
      place,
      fc.tuple(
        fc.double({ min: -1e-4, max: 1e-4, noNaN: true }).map((more) => at[0] + more),
        fc.constant(at[1]),
      ),
    ),
  ),
)

test('a place is told near or far as the term does, on the limit too', () => {
  fc.assert(
    fc.property(couple, fc.constantFrom(5, 15, 30, 60), fc.constantFrom(-1, 0, 1), ([at, other], speed, more) => {
      const minutes = minutesBetween(at, other, speed)
      const most = minutes + more
      const places = new Values<readonly [number, number]>()
      places.number(other, `${other[0]} ${other[1]}`)
      let judged = 0
      const isFar = (number: number): boolean => {
        judged++
        return minutesBetween(at, places.get(number) ?? at, speed) > most
      }
      const states = nearPlaces(places, at, (Math.floor(most) / 60) * speed, far, isFar)
      expect([states[1], judged <= 1]).toEqual([minutes > most ? far : 0, true])
    }),
    { numRuns: 2000 },
  )
})
