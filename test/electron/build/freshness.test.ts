import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isOlder } from '../../../electron/build/freshness.mjs'

let folder = ''
const output = () => join(folder, 'dist.mjs')
const sources = () => [join(folder, 'sources'), join(folder, 'package.json')]

/** Writes a file as if at this second. */
function written(path: string, second: number): void {
  writeFileSync(path, '')
  utimesSync(path, second, second)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wardwright-freshness-'))
  mkdirSync(join(folder, 'sources', 'deep'), { recursive: true })
  written(join(folder, 'sources', 'deep', 'a.ts'), 100)
  written(join(folder, 'sources', 'deep', 'b.ts'), 100)
  for (const each of ['sources/deep', 'sources']) utimesSync(join(folder, each), 100, 100)
  written(join(folder, 'package.json'), 100)
  written(output(), 200)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('is fresh when nothing was written since', () => {
  expect(isOlder(output(), sources())).toBe(false)
})

it('is old when it is not there', () => {
  expect(isOlder(join(folder, 'other.mjs'), sources())).toBe(true)
})

it('is old when a source deep down was written since', () => {
  utimesSync(join(folder, 'sources', 'deep', 'a.ts'), 300, 300)
  expect(isOlder(output(), sources())).toBe(true)
})

it('is old when a source was removed', () => {
  rmSync(join(folder, 'sources', 'deep', 'a.ts'))
  expect(isOlder(output(), sources())).toBe(true)
})
