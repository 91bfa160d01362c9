import { spawn } from 'node:child_process'
import { build as viteBuild } from 'vite'
import { ensureElectron } from '../runtime/ensure-electron.mjs'
import { build } from './build.mjs'
import { root, TARGETS } from './targets.mjs'

// `npm run dev`: builds again whenever a source changes. The page loads itself again; a change in main starts the app again.
// The page keeps its own origin and policy throughout: no server, so nothing works here that fails when shipped.
const words = process.argv.slice(2)
const electron = await ensureElectron()
console.log(electron.sentence)
await build()

/** @type {import('node:child_process').ChildProcess | undefined} */
let app
let isRestarting = false

function start() {
  const env = { ...process.env, WARDWRIGHT_DEV: '1' }
  app = spawn(electron.executable, ['.', ...words], { cwd: root, stdio: 'inherit', env })
  app.once('exit', (status) => {
    if (!isRestarting) process.exit(status ?? 0)
    isRestarting = false
    start()
  })
}

for (const target of TARGETS.filter(({ name }) => name !== 'cli')) {
  const built = await viteBuild({ ...target.config, build: { ...target.config.build, watch: {}, sourcemap: true } })
  if (!('on' in built)) throw new Error('Vite does not watch')
  let isFirst = true
  built.on('event', ({ code }) => {
    if (code !== 'END') return
    if (!isFirst && target.name !== 'renderer') {
      isRestarting = true
      app?.kill()
    }
    isFirst = false
  })
}
start()
