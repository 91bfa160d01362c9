import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fetchPackage } from './registry-package.mjs'
import { SUBSTITUTE_VERSION } from './substitute.mjs'

const SOURCE = {
  name: 'electron',
  version: SUBSTITUTE_VERSION,
  sha512: 'SG/nmSsK9Qg1p6wAW+ZfqU+AV8cmXMTIklUL18NnOKfZLlum4ZsDoVdmmmlL39ZmeCaq27dr7CgslRPahfoVJg==',
}

/**
 * The declarations of the substitute's Electron, for the second type check: code that type-checks against these and against
 * those of package.json uses only what both have. Returns the file's path; fetched once, then kept in the cache.
 * @param {string} cacheFolder
 */
export function declarations33(cacheFolder) {
  const path = join(cacheFolder, 'electron-33.d.ts')
  if (existsSync(path)) return path
  const declarations = fetchPackage(SOURCE, cacheFolder).get('package/electron.d.ts')
  if (declarations === undefined) throw new Error('the package electron holds no electron.d.ts')
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.${process.pid}`, declarations)
  renameSync(`${path}.${process.pid}`, path)
  return path
}
