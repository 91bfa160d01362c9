import { runPhases, runVitest } from './support/phases.mjs'

// `npm run test:long`: random seeds and many repetitions, for when there is time.
process.exitCode = await runPhases([{ title: 'long', budget: 1800, run: () => runVitest(['--config', 'test/long/vitest.config.ts'], 'long') }])
