import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureElectron } from '../runtime/ensure-electron.mjs'
import { missingForTests } from '../runtime/system-libraries.mjs'
import { build } from './build.mjs'
import { root } from './targets.mjs'

// `npm start`: the app on a screen; where there is no screen, the comparison of the sample on the command line.
const words = process.argv.slice(2)
const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
try {
  process.exitCode = hasScreen ? await openApp() : await compareSample()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function openApp() {
  const electron = await ensureElectron()
  console.log(electron.sentence)
  const missing = missingForTests(electron.executable).filter((name) => name !== 'Xvfb')
  if (missing.length > 0) {
    console.error(
      `Electron needs what is missing here: ${missing.join(', ')}. On Debian or Ubuntu: apt-get install libgtk-3-0 libnss3 libgbm1 libasound2`,
    )
    return 1
  }
  if (process.getuid?.() === 0 && !words.includes('--no-sandbox')) {
    console.error(
      'Wardwright does not open for root, for whom its sandbox cannot be set up: start it as an ordinary user, or without that protection by `npm start -- --no-sandbox`.',
    )
    return 1
  }
  await build()
  return spawnSync(electron.executable, ['.', ...words], { cwd: root, stdio: 'inherit' }).status ?? 1
}

async function compareSample() {
  const sample = join(root, 'resources', 'samples', 'endoscopy.ward')
  const report = join('test-results', 'sample-comparison')
  console.log('There is no display here, so the window cannot open; this is the comparison of the sample instead.')
  await build(['cli'])
  if (!existsSync(sample)) return 0
  const cli = join(root, 'dist', 'cli.mjs')
  const status = spawnSync(process.execPath, [cli, 'compare', sample, '--out', join(root, report)], { stdio: 'inherit' }).status ?? 1
  if (status === 0) console.log(`The report: ${pathToFileURL(join(root, report, 'report.html')).href}`)
  return status
}
