import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/database.ts'],
    reporters: ['default', './test/totals.ts'],
    // Real servers, real browsers: two files at once keep two cores busy, and more only make each other wait.
    pool: 'forks',
    maxWorkers: 2,
    // At the gate a test that fails is tried once more, so that one race stops nobody, and the run names it to be mended.
    retry: Number(process.env.VIGIE_TEST_RETRY ?? 0),
    testTimeout: 30_000,
    hookTimeout: 60_000,
    teardownTimeout: 20_000,
  },
})
