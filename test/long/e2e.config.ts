import { defineConfig } from '@playwright/test'
import usual from '../e2e/playwright.config'

/** The end-to-end tests that `npm test` has no time for. */
export default defineConfig({
  ...usual,
  testDir: '../e2e',
  globalSetup: '../e2e/set-up.ts',
  grepInvert: [],
  grep: /@long/,
  timeout: 300_000,
  reporter: [['dot'], ['json', { outputFile: '../../test-results/e2e-long.json' }]],
})
