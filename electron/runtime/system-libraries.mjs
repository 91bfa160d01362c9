import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What Electron and a screen of its own need beyond a bare Debian or Ubuntu, by the older names; see `packageNames`. */
const PACKAGES = ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2', 'xvfb', 'xauth']

/**
 * What is missing for the end-to-end tests on Linux: libraries the executable cannot find, and Xvfb. Empty elsewhere.
 * @param {string} executable
 * @returns {string[]}
 */
export function missingForTests(executable) {
  if (process.platform !== 'linux') return []
  const ldd = spawnSync('ldd', [executable], { encoding: 'utf8' }).stdout ?? ''
  const libraries = [...ldd.matchAll(/^\s*(\S+) => not found$/gm)].map((found) => String(found[1]))
  return isOnPath('Xvfb') || process.env.DISPLAY ? libraries : [...libraries, 'Xvfb']
}

/**
 * Installs what is missing where that is allowed, saying so first; else names the one command that does. True when nothing is missing any more.
 * @param {string} executable
 */
export function ensureSystemLibraries(executable) {
  const missing = missingForTests(executable)
  if (missing.length === 0) return true
  const isAllowed = isOnPath('apt-get') && process.getuid?.() === 0 && !process.env.WARDWRIGHT_NO_INSTALL
  if (!isAllowed) {
    const command = `apt-get update && apt-get install -y --no-install-recommends ${packageNames().join(' ')}`
    console.error(`Electron needs what is missing here (${missing.join(', ')}). On Debian or Ubuntu, as root: ${command}`)
    return false
  }
  console.log(`Installing what Electron needs and is missing here (${missing.join(', ')}) with apt-get; WARDWRIGHT_NO_INSTALL=1 forbids it.`)
  spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'] }) // the names are looked up in these lists
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packageNames()]
  const apt = spawnSync('apt-get', install, { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  if (apt.status !== 0) console.error(apt.stderr)
  return missingForTests(executable).length === 0
}

/** Debian 13 and Ubuntu 24.04 renamed two of them. */
function packageNames() {
  const isRenamed = (/** @type {string} */ name) => spawnSync('apt-cache', ['show', '--quiet=2', `${name}t64`]).status === 0
  return PACKAGES.map((name) => (name === 'libgtk-3-0' || name === 'libasound2' ? (isRenamed(name) ? `${name}t64` : name) : name))
}

/** @param {string} program */
function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
}
