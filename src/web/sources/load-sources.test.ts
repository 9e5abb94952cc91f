import { expect, test } from 'vitest'
import { heldBySource, readVersions } from './load-sources.ts'

test('a version of the catalogue is read back into its taxonomies', () => {
  expect(readVersions('schakel 1, esco 1.1.1')).toEqual([
    { scheme: 'schakel', version: '1' },
    { scheme: 'esco', version: '1.1.1' },
  ])
  expect(readVersions('')).toEqual([])
})

test('records are counted by source, most first, with the newest day; all that is made up is one row', () => {
  const held = heldBySource([
    { source: 'city', demo: false, count: 1, last: '2026-11-01' },
    { source: 'board', demo: false, count: 1, last: '2026-10-01' },
    { source: 'board', demo: false, count: 1, last: '2026-10-09' },
    { source: 'demo', demo: true, count: 1, last: '2026-11-20' },
    { source: 'other', demo: true, count: 1 },
    { source: 'demo', demo: true, count: 1 },
  ])
  expect(held).toEqual([
    { source: 'demo', isDemo: true, count: 3, last: '2026-11-20' },
    { source: 'board', isDemo: false, count: 2, last: '2026-10-09' },
    { source: 'city', isDemo: false, count: 1, last: '2026-11-01' },
  ])
})
