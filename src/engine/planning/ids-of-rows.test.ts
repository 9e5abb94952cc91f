import { expect, test } from 'vitest'
import { buildMarket } from '../matching/index.ts'
import { buildGraph, transferModel } from '../taxonomy/index.ts'
import { idsOfRows } from './ids-of-rows.ts'

const ids = Array.from({ length: 6000 }, (_, at) => `v${(at * 7919) % 6000}`)
const context = { thisWeek: 3000, kmPerHour: { walk: 5, bike: 15, transit: 30, car: 60 } }
const market = buildMarket({
  graph: buildGraph([], [], transferModel),
  transfer: transferModel,
  context,
  vacancies: ids.map((id) => ({ id, requirements: [] })),
})

test.each([0, 1, 20, 500, 5000])('the ids of %i rows come in their order, however many there are', (count) => {
  const rows = ids.slice(0, count).map((id) => market.rowOf(id) as number)
  const found = idsOfRows(market, rows)
  expect(found).toEqual(ids.slice(0, count).sort())
  expect(idsOfRows(market, rows)).toEqual(found)
})
