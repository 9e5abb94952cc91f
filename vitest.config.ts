import { defineConfig } from 'vitest/config'
import LongestFirst from './test/house/longest-first.ts'

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'test/**/*.test.{ts,tsx}',
      'data/**/*.test.ts',
      'evaluation/**/*.test.ts',
      'docs/**/*.test.ts',
    ],
    globalSetup: 'test/house/global-setup.ts',
    reporters: ['default', './test/house/summary-reporter.ts'],
    // As the site runs: React for developers takes twice as long to make a page.
    env: { NODE_ENV: 'production' },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
  },
})
