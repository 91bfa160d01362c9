import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canBeSubstituted, makeSubstitute, TEST_RUNTIME_MARK } from './substitute.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
export const cacheFolder = join(root, '.cache')
const npmElectron = join(root, 'node_modules', 'electron')
const dist = join(npmElectron, 'dist')

/** How long the server of the release downloads may take to say that it is there, in milliseconds. */
const LONGEST_REACH_MS = 5_000
/** How long the download itself may take, in milliseconds. */
const LONGEST_DOWNLOAD_MS = 300_000

/**
 * Sees to it that `electron` can be run: the stock one of package.json if it is there or can be downloaded, else the substitute,
 * linked where the npm package looks for it. `ELECTRON_RUNTIME_DIR` names a folder to use instead of either. Nothing happens where one works.
 * @returns {Promise<{ folder: string, executable: string, version: string, isSubstitute: boolean, sentence: string }>}
 */
export async function ensureElectron() {
  const override = process.env.ELECTRON_RUNTIME_DIR
  if (override !== undefined && override !== '') {
    link(resolve(override))
    return describe(', from ELECTRON_RUNTIME_DIR')
  }
  if (!isWhole() || pointsElsewhere()) {
    rmSync(dist, { recursive: true, force: true })
    if (!((await isReachable()) && download())) substitute()
  }
  return describe('')
}

/** True where `dist` holds an executable and path.txt names it. */
function isWhole() {
  const pathFile = join(npmElectron, 'path.txt')
  return existsSync(pathFile) && existsSync(join(dist, readFileSync(pathFile, 'utf8')))
}

/** True for a link left by an earlier ELECTRON_RUNTIME_DIR, or by another checkout. */
function pointsElsewhere() {
  return lstatSync(dist).isSymbolicLink() && !readlinkSync(dist).startsWith(cacheFolder)
}

function substitute() {
  if (!canBeSubstituted) {
    throw new Error(
      'Electron could not be downloaded, and a substitute exists only for Linux on x64. Set ELECTRON_RUNTIME_DIR to the folder of an unpacked Electron.',
    )
  }
  link(makeSubstitute(cacheFolder))
}

/** @param {string} folder an unpacked Electron */
function link(folder) {
  const executable = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'].find((name) => existsSync(join(folder, name)))
  if (executable === undefined) throw new Error(`There is no Electron in ${folder}.`)
  if (existsSync(dist) && lstatSync(dist).isSymbolicLink() && readlinkSync(dist) === folder && isWhole()) return
  rmSync(dist, { recursive: true, force: true })
  symlinkSync(folder, dist, process.platform === 'win32' ? 'junction' : 'dir')
  writeFileSync(join(npmElectron, 'path.txt'), executable)
}

/** One short question to the server of the downloads, so that a closed network costs nothing. Behind a proxy only the download itself can tell. */
async function isReachable() {
  if (process.env.HTTPS_PROXY || process.env.https_proxy) return true
  const server = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/electron/electron/releases/'
  try {
    await fetch(server, { method: 'HEAD', signal: AbortSignal.timeout(LONGEST_REACH_MS) })
    return true
  } catch {
    return false
  }
}

/** The npm package's own download, which checks what it gets against the checksums it ships. True if it worked. */
function download() {
  const run = spawnSync(process.execPath, [join(npmElectron, 'install.js')], { stdio: 'ignore', timeout: LONGEST_DOWNLOAD_MS })
  return run.status === 0 && isWhole()
}

/** @param {string} origin */
function describe(origin) {
  const isLinked = lstatSync(dist).isSymbolicLink()
  const folder = isLinked ? readlinkSync(dist) : dist
  const versionFile = join(folder, 'version')
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'of unknown version'
  const isSubstitute = existsSync(join(folder, TEST_RUNTIME_MARK))
  const sentence = isSubstitute
    ? `Electron ${version} runs${origin}: the substitute for tests, because the stock one cannot be downloaded here.`
    : `Electron ${version} runs${origin}.`
  return { folder, executable: join(folder, readFileSync(join(npmElectron, 'path.txt'), 'utf8')), version, isSubstitute, sentence }
}
