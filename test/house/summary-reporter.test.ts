import { expect, test } from 'vitest'
import { listUnproved } from './summary-reporter.ts'

const ran = (file: string, name: string, state: string) => ({ file, name, state })

test('a run in which no PostgreSQL or browser test passed proves nothing about them', () => {
  const names = (all: Parameters<typeof listUnproved>[0]) => listUnproved(all).map(({ name }) => name)
  const both = [ran('src/a.test.ts', 'a on postgresql', 'passed'), ran('/x/test/journeys/home.test.ts', 'home', 'passed')]
  expect(names(both)).toEqual([])
  expect(names([ran('src/a.test.ts', 'a on postgresql', 'skipped')])).toEqual(['PostgreSQL tests', 'browser tests'])
})
