#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

// As much of fpm as electron-builder asks of it for a .deb, over Debian's own dpkg-deb: fpm itself would be a download.

/**
 * What electron-builder says on fpm's command line.
 * @typedef {{ options: Map<string, string[]>, files: readonly (readonly [source: string, target: string])[] }} Order
 */

/** Options that stand alone. */
const SWITCHES = ['--force', '--debug']

/**
 * @param {readonly string[]} words
 * @returns {Order}
 */
export function orderOf(words) {
  /** @type {Map<string, string[]>} */
  const options = new Map()
  /** @type {(readonly [string, string])[]} */
  const files = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (SWITCHES.includes(word)) continue
    if (word.startsWith('-')) {
      const [name = '', joined] = word.startsWith('--') && word.includes('=') ? split(word) : [word]
      options.set(name, [...(options.get(name) ?? []), joined ?? words[++at] ?? ''])
    } else files.push(split(word))
  }
  return { options, files }
}

/**
 * @param {string} word
 * @returns {readonly [string, string]}
 */
function split(word) {
  const at = word.indexOf('=')
  return [word.slice(0, at), word.slice(at + 1)]
}

/**
 * The control file. `kilobytes`: what is taken up where it is installed.
 * @param {Order['options']} options
 * @param {number} kilobytes
 */
export function controlFile(options, kilobytes) {
  const one = (/** @type {string} */ name) => options.get(name)?.[0] ?? ''
  const list = (/** @type {string} */ name) => (options.get(name) ?? []).join(', ')
  const fields = [
    ['Package', one('--name')],
    ['Version', one('--version')],
    ['License', one('--license')],
    ['Architecture', one('--architecture')],
    ['Maintainer', one('--maintainer')],
    ['Installed-Size', String(kilobytes)],
    ['Depends', list('-d')],
    ['Recommends', list('--deb-recommends')],
    ['Conflicts', list('--conflicts')],
    ['Section', one('--category')],
    ['Priority', one('--deb-priority')],
    [
      'Description',
      one('--description')
        .split('\n')
        .map((line) => line.trim())
        .join('\n '),
    ],
  ]
  return `${fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')}\n`
}

/**
 * Lets everybody read what is installed and run what is a program, whatever the mask of whoever made it. Returns the files.
 * @param {string} folder
 */
function openedToAll(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .sort()
  for (const path of paths) chmodSync(path, statSync(path).isDirectory() || statSync(path).mode & 0o111 ? 0o755 : 0o644)
  return paths.filter((path) => statSync(path).isFile())
}

/** @param {Order} order */
function makeDeb({ options, files }) {
  const staging = mkdtempSync(join(tmpdir(), 'wardwright-deb-'))
  try {
    chmodSync(staging, 0o755)
    for (const [source, target] of files) {
      const at = join(staging, target)
      mkdirSync(dirname(at), { recursive: true })
      if (source.endsWith('/')) cpSync(source, at, { recursive: true })
      else copyFileSync(source, at)
    }
    const shipped = openedToAll(staging)
    const bytes = shipped.reduce((sum, file) => sum + statSync(file).size, 0)
    const sums = shipped.map((file) => `${createHash('md5').update(readFileSync(file)).digest('hex')}  ${relative(staging, file)}`)
    const control = join(staging, 'DEBIAN')
    mkdirSync(control)
    writeFileSync(join(control, 'control'), controlFile(options, Math.ceil(bytes / 1024)))
    writeFileSync(join(control, 'md5sums'), `${sums.join('\n')}\n`)
    for (const [option, name] of [
      ['--after-install', 'postinst'],
      ['--after-remove', 'postrm'],
    ]) {
      const script = options.get(option ?? '')?.[0]
      if (script === undefined || name === undefined) continue
      copyFileSync(script, join(control, name))
      chmodSync(join(control, name), 0o755)
    }
    const compression = options.get('--deb-compression')?.[0] ?? 'xz'
    const target = options.get('--package')?.[0] ?? ''
    const made = spawnSync('dpkg-deb', ['--root-owner-group', `-Z${compression === 'gz' ? 'gzip' : compression}`, '--build', staging, target], {
      stdio: 'inherit',
    })
    if (made.error !== undefined) throw new Error(`A .deb is made by dpkg-deb, which is missing here (${made.error.message}).`)
    return made.status ?? 1
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = makeDeb(orderOf(process.argv.slice(2)))
