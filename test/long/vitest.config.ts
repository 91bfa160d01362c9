import { defineConfig } from 'vitest/config'

/** What `npm test` has no time for. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/long/**/*.test.ts'],
    testTimeout: 600_000,
  },
})
