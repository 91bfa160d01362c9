import { defineConfig } from '@playwright/test'
import usual from '../packaging/playwright.config'

/** Whole packages made, installed and removed. */
export default defineConfig({
  ...usual,
  testDir: '../packaging',
  globalSetup: '../e2e/set-up.ts',
  grepInvert: [],
  grep: /@long/,
  timeout: 300_000,
  reporter: [['dot'], ['json', { outputFile: '../../test-results/packaging-long.json' }]],
})
