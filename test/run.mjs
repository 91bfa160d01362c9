import { ensureElectron } from '../electron/runtime/ensure-electron.mjs'
import { ensureSystemLibraries } from '../electron/runtime/system-libraries.mjs'
import { runChecks } from './support/checks.mjs'
import { runPhases, runPlaywright, runVitest } from './support/phases.mjs'

// `npm test`: everything that has to hold before a change is handed in. Budgets in seconds, on two cores.
const electron = await ensureElectron()
console.log(electron.sentence)
if (ensureSystemLibraries(electron.executable)) {
  process.exitCode = await runPhases([
    { title: 'checks', budget: 60, run: runChecks },
    {
      title: 'unit and properties',
      budget: 150,
      run: () => runVitest(['--config', 'test/vitest.config.ts', '--exclude', 'test/architecture.test.ts'], 'unit'),
    },
    { title: 'end to end', budget: 240, run: () => runPlaywright('test/e2e/playwright.config.ts', 'e2e') },
    { title: 'packaging', budget: 60, run: () => runPlaywright('test/packaging/playwright.config.ts', 'packaging') },
  ])
} else {
  process.exitCode = 1
}
