import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  // What takes long runs in `npm run test:long`.
  grepInvert: /@long/,
  globalSetup: '../e2e/set-up.ts',
  outputDir: '../../test-results/packaging',
  workers: 1,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['dot'], ['json', { outputFile: '../../test-results/packaging.json' }]],
})
