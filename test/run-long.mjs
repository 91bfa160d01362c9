import { runPhases, runPlaywright, runVitest } from './support/phases.mjs'

// `npm run test:long`: random seeds and many repetitions, for when there is time. A thousand saves, two hundred files and an hour of edits
// are most of the end-to-end tests.
process.exitCode = await runPhases([
  { title: 'properties', budget: 1800, run: () => runVitest(['--config', 'test/long/vitest.config.ts'], 'long') },
  { title: 'end to end', budget: 2700, run: () => runPlaywright('test/long/e2e.config.ts', 'e2e-long') },
  { title: 'packages', budget: 300, run: () => runPlaywright('test/long/packaging.config.ts', 'packaging-long') },
])
