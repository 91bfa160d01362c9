import { join } from 'node:path'
import { build } from 'vite'
import { build as buildApp } from '../electron/build/build.mjs'
import { ensureElectron } from '../electron/runtime/ensure-electron.mjs'
import { ensureSystemLibraries } from '../electron/runtime/system-libraries.mjs'
import { engineThreads, root, run } from './support/phases.mjs'

// `npm run bench`, and `npm run bench -- --json FILE`. Bundled first: what is timed is the code as it is shipped, not as a test runner wraps it.
// As deep below the root as the sources are, so that what they read beside themselves is found.
// The rows of the app on the screen start it as it is shipped.
const electron = await ensureElectron()
if (!ensureSystemLibraries(electron.executable)) throw new Error('Electron cannot run here: see the command above.')
await buildApp()

const folder = join(root, '.cache', 'benchmark')
await build({
  configFile: false,
  root,
  publicDir: false,
  logLevel: 'error',
  build: {
    ssr: join(root, 'test', 'benchmark', 'run.ts'),
    outDir: folder,
    target: 'node20',
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: false } },
  },
})
const { status } = await run(process.execPath, ['--expose-gc', engineThreads, join(folder, 'run.js'), ...process.argv.slice(2)], { isShown: true })
process.exitCode = status
