import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * True where `output` is missing, or older than anything at or under one of `sources`.
 * @param {string} output
 * @param {readonly string[]} sources
 */
export function isOlder(output, sources) {
  if (!existsSync(output)) return true
  const built = statSync(output).mtimeMs
  return sources.some((source) => newest(source) > built)
}

/**
 * When anything at or under `path` was last written, in milliseconds; folders count, so that a removed file does too.
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  if (!existsSync(path)) return 0
  const about = statSync(path)
  if (!about.isDirectory()) return about.mtimeMs
  return Math.max(about.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
