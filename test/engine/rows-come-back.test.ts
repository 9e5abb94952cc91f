/** Nothing of a vacancy is lost in columns, whichever way its values got their numbers, and in whatever order rows come. */
import { describe, expect, test } from 'vitest'
import { Growing, type Numbers, textAt, textsInOrder, textsOf } from '../../src/engine/columns/index.ts'
import { buildMarket, type Vacancy } from '../../src/engine/matching/index.ts'
import { buildGraph, transferModel } from '../../src/engine/taxonomy/index.ts'
import { handWorkedWorld } from '../worlds/hand-worked-world.ts'

const graph = buildGraph([], [], transferModel)
const asked = (count: number): Vacancy['requirements'] =>
  Array.from({ length: count }, (_, at) => ({
    skill: `s${at}`,
    weight: at % 3 === 0 ? 'essential' : at % 3 === 1 ? 'important' : 'somewhat',
  }))

/** Each of these is what a short key has no place for, or stands at its edge. */
const odd: readonly Omit<Vacancy, 'id'>[] = [
  { requirements: [] },
  { requirements: asked(29) },
  { requirements: asked(30) },
  { requirements: asked(60) },
  { requirements: asked(2), place: [-0, 4.5] },
  { requirements: asked(2), place: [52.1, -4.5] },
  { requirements: asked(2), place: [52.1, 4.5] },
  { requirements: asked(2), hours: [32, 36] },
  { requirements: asked(2), hours: [32.5, 36] },
  { requirements: asked(2), hours: [32, 36], days: 127 },
  { requirements: asked(2), hours: [0, 168] },
  { requirements: asked(2), days: 0 },
  { requirements: asked(2), languages: [] },
  { requirements: asked(2), languages: [{ code: 'nl', level: 3 }] },
  {
    requirements: asked(2),
    languages: [
      { code: 'nl', level: 3 },
      { code: 'en', level: 4 },
    ],
  },
  {
    requirements: asked(2),
    languages: [
      { code: 'en', level: 4 },
      { code: 'nl', level: 3 },
    ],
  },
  {
    requirements: asked(2),
    languages: [
      { code: 'nl', level: 3 },
      { code: 'en', level: 4 },
      { code: 'de', level: 1 },
    ],
  },
  { requirements: asked(2), workLevel: { level: 4 } },
  { requirements: asked(2), workLevel: { level: 4, orYears: 0 } },
  { requirements: asked(2), workLevel: { level: 4, orYears: 80 } },
  { requirements: asked(2), workLevel: { level: 40 } },
  { requirements: asked(2), experienceYears: 2.5 },
  { requirements: asked(2), experienceYears: 2 },
  { requirements: asked(2), licences: ['B'] },
  { requirements: asked(2), licences: ['B', 'C'] },
  { requirements: asked(2), licences: ['C', 'B'] },
  ...Array.from({ length: 40 }, (_, at) => ({ requirements: asked(2), licences: [`other ${at}`] })),
  { requirements: asked(2), certificateOfConduct: true },
  { requirements: asked(2), certificateOfConduct: false },
  { requirements: asked(2), sponsorsPermit: true },
  { requirements: asked(2), sponsorsPermit: false },
  { requirements: asked(2), diplomaOnly: { level: 6, fields: [] } },
  { requirements: asked(2), diplomaOnly: { level: 6, fields: ['06', '07'] } },
  { requirements: asked(2), paysTraining: false },
  { requirements: asked(2), acceptsTrainings: ['t1', 't2'], paysTraining: true },
  { requirements: asked(2), wageCents: [1500, 2000], remoteShare: 0, startFrom: -3, latestStart: 9, closing: 2 },
]
/** All of them twice: the second time everything has a number. */
const rows = [...odd, ...odd].map((row, at): Vacancy => ({ id: `v${String(at).padStart(3, '0')}`, ...row }))

function rowsBack(vacancies: readonly Vacancy[]): Vacancy[] {
  const market = buildMarket({ graph, transfer: transferModel, context: handWorkedWorld.settings, vacancies })
  return vacancies.map(({ id }) => {
    const row = market.rowOf(id)
    if (row === undefined) throw new Error(`${id} is not there`)
    expect(market.idOf(row)).toBe(id)
    return market.at(row).vacancy
  })
}

describe('rows come back as they came', () => {
  test('in order of id', () => expect(rowsBack(rows)).toEqual(rows))
  test('the other way round', () => {
    const turned = rows.toReversed()
    expect(rowsBack(turned)).toEqual(turned)
  })
  test('in no order, with ids of other letters', () => {
    const mixed = rows.map((row, at) => ({ ...row, id: `${(at * 37) % rows.length} é€` }))
    expect(rowsBack(mixed)).toEqual(mixed)
    const market = buildMarket({ graph, transfer: transferModel, context: handWorkedWorld.settings, vacancies: mixed })
    const byRank = Array.from(market.columns.rowByRank, (row) => market.idOf(row))
    expect(byRank).toEqual(mixed.map(({ id }) => id).sort())
    expect(Array.from(market.columns.rank, (rank) => market.columns.rowByRank[rank])).toEqual([...mixed.keys()])
  })
})

describe('a column that grows', () => {
  const byte = () => new Growing(Uint8Array, 'a byte')
  const week = () => new Growing(Int16Array, 'a week')
  const count = () => new Growing(Uint32Array, 'a count')
  const pushed = (make: () => Growing<Numbers>, value: number): number[] => {
    const column = make()
    column.push(value)
    return [column.at(0), ...column.done(), ...column.inOrder(Uint32Array.of(0))]
  }
  test.each([
    [byte, 0],
    [byte, 255],
    [week, -32768],
    [week, 32767],
    [count, 0],
    [count, 2 ** 31],
    [count, 2 ** 32 - 1],
  ])('holds what its numbers hold (%#)', (make, value) => expect(pushed(make, value)).toEqual([value, value, value]))
  test.each([
    [byte, 256],
    [byte, -1],
    [byte, 1.5],
    [week, 32768],
    [week, -32769],
    [count, 2 ** 32],
    [count, -1],
    [count, Number.NaN],
  ])('refuses what they do not (%#)', (make, value) => expect(() => pushed(make, value)).toThrow(RangeError))
  test('grows', () => {
    const column = new Growing(Uint16Array, 'a number')
    for (let at = 0; at < 5000; at++) column.push(at)
    expect(Array.from(column.inOrder(Uint32Array.of(4999, 0, 1024)))).toEqual([4999, 0, 1024])
    expect(column.done()).toHaveLength(5000)
  })
})

test.each([[['a', '', 'bé']], [['a', 'b€', '']]])('texts in another order: %j', (list) => {
  const turned = textsInOrder(textsOf(list), Uint32Array.of(2, 0, 1))
  expect([0, 1, 2].map((at) => textAt(turned, at))).toEqual([list[2], list[0], list[1]])
})
