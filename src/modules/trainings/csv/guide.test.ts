import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { allColumns, trainingColumns } from './columns.ts'

test('the guide tells every column with its names', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../../docs/guides/import-trainings.md'), 'utf8')
  for (const column of allColumns) {
    const [dutch, english = dutch]: readonly string[] = trainingColumns[column]
    expect(guide).toContain(`| ${[...new Set([dutch, english])].map((name) => `\`${name}\``).join(', ')} |`)
  }
})
