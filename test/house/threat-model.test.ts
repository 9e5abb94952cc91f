/** The threat model names code and tests: they must be there. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const guide = readFileSync(join(root, 'docs/guides/threat-model.md'), 'utf8')

/** Rows of the tables of protections: asset, attacker, way, what stops it, where, test. */
const rows = guide
  .split('\n')
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .filter((cells) => cells.length === 6 && cells[0] !== 'asset' && !/^-+$/.test(cells[0] ?? ''))

test('every row says who, how and what stops it', () => {
  expect(rows.length).toBeGreaterThan(30)
  for (const cells of rows) for (const cell of cells) expect(cell, cells.join(' | ')).not.toBe('')
})

test('what it names in the code is there', () => {
  const named = [...guide.matchAll(/`((?:src|test|scripts|data)\/[\w./-]+)`/g)].map(([, path]) => path ?? '')
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
})
