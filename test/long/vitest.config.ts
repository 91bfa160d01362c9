import { defineConfig } from 'vitest/config'

/** What `npm test` has no time for: every property with new seeds and many repetitions, and what lies in this folder. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/long/**/*.test.ts', 'test/{shared,support,validation,electron,renderer,resources}/**/*.test.{ts,tsx}'],
    setupFiles: ['test/long/many-runs.ts'],
    testTimeout: 600_000,
    maxWorkers: 2,
  },
})
