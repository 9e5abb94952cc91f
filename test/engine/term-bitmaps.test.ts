import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openWorld, wholeWorld } from '../../benchmarks/worlds/index.ts'
import { allShortcuts, buildMarket, type Market, matchesEverywhere, matchesOf } from '../../src/engine/matching/index.ts'
import { addBelow, numbersBelow, sliceColumn } from '../../src/engine/matching/sliced-column.ts'
import { standingOf } from '../../src/engine/matching/standing.ts'
import { termBitmapsOf } from '../../src/engine/matching/term-bitmaps.ts'
import { viewOf } from '../../src/engine/matching/view.ts'
import { buildGraph } from '../../src/engine/taxonomy/index.ts'

/** The random worlds of the other tests are too small to have a value that is rare. */
test('rows with common and with rare values stand as when each is looked at', () => {
  const rows = openWorld('skewed', '3000')
  if (typeof rows === 'string') throw new Error(rows)
  const { skills, occupations, settings, vacancies } = wholeWorld(rows)
  const { transfer } = settings
  const market = buildMarket({
    ...{ graph: buildGraph(skills, occupations, transfer), transfer, context: settings, vacancies },
  })
  const { parts } = termBitmapsOf(market)
  expect(parts.filter(({ rareRows }) => rareRows.length > 0).length).toBeGreaterThan(1)
  expect(parts.every(({ values }) => values.length > 0)).toBe(true)
  const without = { columns: market.columns, values: market.values, shortcuts: { ...allShortcuts, termBitmaps: false } }
  let standing = 0
  for (const person of rows.people(60, 1)) {
    const { states } = viewOf(market, person)
    const { rows: found, unsure, late } = standingOf(market, states)
    expect({ found, unsure, late }).toEqual(
      (({ rows: found, unsure, late }) => ({ found, unsure, late }))(standingOf(without, states)),
    )
    standing += found.length
  }
  expect(standing).toBeGreaterThan(1000)
})

const silence = -1

test('what lies below a number is told bit by bit', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(silence, 0, 3, 4, 9, 1200, 2 ** 31 - 1), { minLength: 1, maxLength: 100 }),
      fc.constantFrom(0, 1, 3, 5, 9, 10, 1200, 2 ** 31 - 1),
      (rows, number) => {
        const column = sliceColumn(Int32Array.from(rows), silence)
        const found = new Uint32Array(Math.ceil(rows.length / 32))
        addBelow(found, column, numbersBelow(column, number), 0, found.length)
        const isBelow = rows.map((_, row) => (((found[row >>> 5] as number) >>> (row & 31)) & 1) === 1)
        expect(isBelow).toEqual(rows.map((one) => one !== silence && one < number))
      },
    ),
  )
})

/** Classes of work from home are whole, left out, or gone through place by place, as the share that somebody asks lies between them or inside. */
test('matches over all vacancies are those of the rows listed one by one, whatever share of work from home is enough', () => {
  const rows = openWorld('realistic', '3000')
  if (typeof rows === 'string') throw new Error(rows)
  const { skills, occupations, settings, vacancies } = wholeWorld(rows)
  const { transfer } = settings
  const graph = buildGraph(skills, occupations, transfer)
  const shares = [0, 5, 20, 33, 50, 60, 75, 80, 95, 100]
  const market = buildMarket({
    ...{ graph, transfer, context: settings },
    vacancies: [...vacancies].map((vacancy, at) =>
      at % 3 === 0 ? { ...vacancy, remoteShare: shares[at % 10] as number } : vacancy,
    ),
  })
  const oneByOne: Market = { ...market, gifts: market.gifts, shortcuts: { ...allShortcuts, termBitmaps: false, cells: false } }
  let shown = 0
  for (const [at, person] of [...rows.people(60, 1)].entries()) {
    const place = person.place && { ...person.place, remoteShareEnough: shares[at % 10] as number }
    const view = viewOf(market, { ...person, ...(place && { place }) })
    for (const limit of [3, 20, Number.POSITIVE_INFINITY]) {
      const found = matchesEverywhere(market, view, limit)
      expect(found).toEqual(matchesOf(market, view, standingOf(oneByOne, view.states), limit))
      shown += found.matches.length
    }
  }
  expect(shown).toBeGreaterThan(5000)
})
