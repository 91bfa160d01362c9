import { runChecks } from './support/checks.mjs'
import { runPhases } from './support/phases.mjs'

// `npm run check`
process.exitCode = await runPhases([{ title: 'checks', budget: 60, run: runChecks }])
