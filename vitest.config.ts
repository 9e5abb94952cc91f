import { defineConfig } from 'vitest/config'

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
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
