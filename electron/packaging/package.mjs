import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from '../build/build.mjs'
import { root } from '../build/targets.mjs'
import { ensureElectron } from '../runtime/ensure-electron.mjs'

/** The word that asks for packages on whatever Electron runs here. */
export const TEST_RUNTIME_WORD = '--test-runtime'

/** What can be made of the substitute: it is a Linux program, and an AppImage needs a runtime of its own from another place. */
const TEST_TARGETS = ['--linux', 'dir', 'zip', 'deb']

/** @type {{ version: string, devDependencies: { electron: string } }} */
const { version, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/**
 * Packages the app with electron-builder for this system. Users get the stock Electron that package.json names and nothing else;
 * `isForTests` packages whatever runs here, and says so in every name and in the window's title. Returns the folder of the packages.
 * @param {readonly string[]} words electron-builder's own, such as `--linux dir`
 * @param {{ folder?: string, stdio?: 'inherit' | 'pipe', isForTests?: boolean }} [options]
 */
export async function packageApp(words, { folder = join(root, 'release'), stdio = 'inherit', isForTests = false } = {}) {
  const electron = await ensureElectron()
  const isStock = !electron.isSubstitute && electron.version === devDependencies.electron
  if (!isStock && !isForTests) throw new Error(refusal(electron))
  await build(['main', 'preload', 'renderer'])
  const output = isForTests ? join(folder, `wardwright-TEST-RUNTIME-${version}`) : folder
  const settings = [`electronDist=${electron.folder}`, `electronVersion=${electron.version}`, `directories.output=${output}`]
  if (isForTests) {
    settings.push(
      `artifactName=wardwright-TEST-RUNTIME-\${version}-\${os}-\${arch}.\${ext}`,
      'deb.packageName=wardwright-test-runtime',
      'linux.synopsis=TEST BUILD, not for use: Wardwright on a runtime that nobody vouches for',
    )
  }
  rmSync(join(output, 'linux-unpacked'), { recursive: true, force: true })
  const builder = join(root, 'node_modules', '.bin', 'electron-builder')
  const made = spawnSync(builder, [...words, '--publish', 'never', ...settings.map((setting) => `-c.${setting}`)], {
    cwd: root,
    stdio,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, ...toolsOfOurs() },
  })
  if (made.status !== 0) throw new Error(`electron-builder failed.\n${made.stdout ?? ''}${made.stderr ?? ''}`)
  return output
}

/** @param {{ version: string, isSubstitute: boolean }} electron */
function refusal({ version: found, isSubstitute }) {
  const what = isSubstitute ? `the substitute for tests (Electron ${found}), because the stock one cannot be downloaded` : `Electron ${found}`
  return (
    `Packages for users are made on the stock Electron ${devDependencies.electron}, and here there is ${what}. ` +
    `Where the download can be reached, run this again. \`npm run dist -- ${TEST_RUNTIME_WORD}\` makes packages for trying out, which say that they are not for use.`
  )
}

/** Two tools that electron-builder would fetch from a place that a hospital's network may not reach; on Linux ours do as well. */
function toolsOfOurs() {
  if (process.platform !== 'linux') return {}
  const tool = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url))
  return { CUSTOM_FPM_PATH: tool('fpm-deb.mjs'), ELECTRON_BUILDER_7ZIP_PATH: tool('seven-zip.mjs') }
}

// `npm run dist`, and `npm run dist -- --linux dir` for one target.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const words = process.argv.slice(2).filter((word) => word !== TEST_RUNTIME_WORD)
  const isForTests = words.length < process.argv.length - 2
  try {
    const folder = await packageApp(words.length === 0 && isForTests ? TEST_TARGETS : words, { isForTests })
    console.log(`Packages are in ${folder}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
