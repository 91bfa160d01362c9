#!/usr/bin/env node
import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

// As much of 7za as electron-builder asks of it for a .zip: 7za itself would be a download.

/** What the file system and the zip call a link. */
const SYMBOLIC_LINK = 0o120777
/** The zip says that it was made on a Unix, so that programs are programs again where it is unpacked. */
const MADE_ON_UNIX = 3

/**
 * Every file of a folder, with its mode, in a zip.
 * @param {string} folder
 * @param {string} target
 * @param {0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9} level
 */
export function zipFolder(folder, target, level) {
  const out = openSync(target, 'w')
  /** @type {Error | null} */
  let failure = null
  const zip = new Zip((error, chunk) => {
    failure ??= error
    if (!error) writeSync(out, chunk)
  })
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  for (const name of names) {
    const path = join(folder, name)
    const about = lstatSync(path)
    if (about.isDirectory()) continue
    const isLink = about.isSymbolicLink()
    const entry = level === 0 || isLink ? new ZipPassThrough(name) : new ZipDeflate(name, { level })
    entry.os = MADE_ON_UNIX
    entry.attrs = (isLink ? SYMBOLIC_LINK : about.mode) << 16
    entry.mtime = about.mtime
    zip.add(entry)
    entry.push(isLink ? Buffer.from(readlinkSync(path)) : readFileSync(path), true)
  }
  zip.end()
  closeSync(out)
  if (failure !== null) throw failure
}

/** @param {readonly string[]} words such as `a -bd -mx=7 -mm=Deflate TARGET.zip .` */
function run(words) {
  const [command, ...rest] = words
  const [target, folder, ...others] = rest.filter((word) => !word.startsWith('-'))
  if (command !== 'a' || !target?.endsWith('.zip') || folder === undefined || others.length > 0) {
    throw new Error(`Only whole folders are packed here, as .zip: ${words.join(' ')}`)
  }
  const level = Number(rest.find((word) => word.startsWith('-mx='))?.slice(4) ?? 6)
  zipFolder(folder, target, /** @type {Parameters<typeof zipFolder>[2]} */ (level))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) run(process.argv.slice(2))
