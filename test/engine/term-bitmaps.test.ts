import { expect, test } from 'vitest'
import { openWorld, wholeWorld } from '../../benchmarks/worlds/index.ts'
import { allShortcuts, buildMarket } from '../../src/engine/matching/index.ts'
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
