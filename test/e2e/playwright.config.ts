import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  // What takes long and whose kin are tested anyway runs in `npm run test:long`.
  grepInvert: /@long/,
  globalSetup: './set-up.ts',
  outputDir: '../../test-results/e2e',
  // One app at a time: two of them would share two cores with a software renderer, and be slower together.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // A clock is no test: a machine may be six times as slow as another, a hang still ends.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['dot'], ['json', { outputFile: '../../test-results/e2e.json' }]],
})
