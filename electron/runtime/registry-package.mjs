import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readTar } from './archives.mjs'

/**
 * The files of an npm package, fetched with npm itself (its cache, its proxy, its registry) and refused unless they are the bytes we know.
 * @param {{ name: string, version: string, sha512: string }} pinned
 * @param {string} cacheFolder where the tarball lies for the moment
 */
export function fetchPackage(pinned, cacheFolder) {
  mkdirSync(cacheFolder, { recursive: true })
  const folder = mkdtempSync(join(cacheFolder, 'fetch-'))
  try {
    const npm = spawnSync('npm', ['pack', '--silent', `${pinned.name}@${pinned.version}`, '--pack-destination', folder], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })
    const tarball = readdirSync(folder)[0]
    if (npm.status !== 0 || tarball === undefined) throw new Error(`npm cannot fetch ${pinned.name}@${pinned.version}: ${npm.stderr || npm.error}`)
    const bytes = readFileSync(join(folder, tarball))
    const sha512 = createHash('sha512').update(bytes).digest('base64')
    if (sha512 !== pinned.sha512) throw new Error(`${pinned.name}@${pinned.version} is not the package we know: its sha512 is ${sha512}`)
    return readTar(gunzipSync(bytes))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
