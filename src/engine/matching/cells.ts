import { sharedArray } from '../columns/index.ts'
import { shareClassOf, shareOrderOf } from './place-order.ts'
import type { Cells, VacancyColumns } from './vacancy-columns.ts'

/** Rows stand in their order already. `positions`: of places, in that order. */
export function cellsOf({ place, remoteShare }: Pick<VacancyColumns, 'place' | 'remoteShare'>, positions: Float64Array): Cells {
  const shares = sharedCopy(
    Uint8Array,
    [...new Set(remoteShare)].sort((a, b) => shareOrderOf(a) - shareOrderOf(b)),
  )
  const places = sharedCopy(
    Uint16Array,
    [...new Set(place)].sort((a, b) => (positions[a] as number) - (positions[b] as number)),
  )
  const classFrom = sharedCopy(Uint8Array, [...firstOfClasses(shares), shares.length])
  const start = sharedArray(Uint32Array, shares.length * places.length + 1)
  const cellOf = cellsByNumber(shares, classFrom, places, positions.length)
  let next = 0
  for (let row = 0; row < place.length; row++) {
    const cell = cellOf(remoteShare[row] as number, place[row] as number)
    while (next <= cell) start[next++] = row
  }
  start.fill(place.length, next)
  return { remoteShare: shares, classFrom, place: places, start }
}

function firstOfClasses(shares: Uint8Array): number[] {
  return [...shares.keys()].filter(
    (at) => at === 0 || shareClassOf(shares[at] as number) !== shareClassOf(shares[at - 1] as number),
  )
}

/** Where the first row of a share at a place is told. */
function cellsByNumber(
  shares: Uint8Array,
  classFrom: Uint8Array,
  places: Uint16Array,
  numbersAtMost: number,
): (share: number, place: number) => number {
  const placeAt = new Uint32Array(numbersAtMost)
  for (const [at, one] of places.entries()) placeAt[one] = at
  const [first, step] = [new Uint32Array(256), new Uint32Array(256)]
  for (let one = 0; one + 1 < classFrom.length; one++) {
    const [from, end] = [classFrom[one] as number, classFrom[one + 1] as number]
    for (let at = from; at < end; at++) {
      const share = shares[at] as number
      first[share] = from * places.length + at - from
      step[share] = end - from
    }
  }
  return (share, place) => (first[share] as number) + (placeAt[place] as number) * (step[share] as number)
}

function sharedCopy<T extends Uint8Array | Uint16Array>(type: Parameters<typeof sharedArray<T>>[0], from: readonly number[]): T {
  const copy = sharedArray(type, from.length)
  copy.set(from)
  return copy
}
