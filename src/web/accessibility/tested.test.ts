import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { tested } from './tested.ts'

test('the page names the axe that is installed', () => {
  const file = createRequire(import.meta.url).resolve('axe-core/package.json')
  expect(tested.axe).toBe((JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version)
})
