import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    setupFiles: ['test/support/fixed-seed.ts'],
    exclude: ['test/e2e/**', 'test/packaging/**', 'test/long/**', 'node_modules/**'],
  },
})
