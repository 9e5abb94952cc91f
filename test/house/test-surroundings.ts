import { existsSync } from 'node:fs'

/** What some tests need and not every machine has: each with how it is seen and what brings it. */
export interface Need {
  readonly name: string
  /** Of these tests, at least one must have passed where everything is asked for. */
  readonly testsAre: (test: { readonly file: string; readonly name: string }) => boolean
  readonly here: () => boolean
  readonly toGet: string
}

export const needs: readonly Need[] = [
  {
    name: 'PostgreSQL tests',
    testsAre: ({ name }) => name.includes('postgresql'),
    here: () => Boolean(process.env.SCHAKEL_TEST_DATABASE_URL),
    toGet: 'npm run setup:test',
  },
  {
    name: 'browser tests',
    testsAre: ({ file }) => file.includes('test/journeys/'),
    here: () => Boolean(process.env.SCHAKEL_CHROMIUM),
    toGet: 'npm run setup:test',
  },
]

/** Real data lies outside the project; who has it says where. Its tests are left out otherwise. */
export const sharedDataNeed = {
  name: 'tests on real data',
  here: () => existsSync(process.env.SCHAKEL_SHARED_DATA ?? ''),
  toGet: 'SCHAKEL_SHARED_DATA=<folder>',
} as const

export const asksForAll = (): boolean => process.env.SCHAKEL_REQUIRE_ALL === '1'

/** One line on what this machine could not run, or undefined when it ran everything. */
export function notRunLine(): string | undefined {
  const missing = [...needs, sharedDataNeed].filter((need) => !need.here())
  if (missing.length === 0) return undefined
  return `Not run on this machine: ${missing.map(({ name, toGet }) => `${name} (${toGet})`).join(', ')}.`
}
