import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const [code, compiled] = [join(ROOT, 'dist', 'cli.js'), join(ROOT, 'dist', 'cli.compiled')]

const folder = mkdtempSync(join(tmpdir(), 'wardwright-start-'))
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(() => {
  execFileSync(process.execPath, [join(ROOT, 'electron', 'build', 'wardwright.mjs'), 'help'], { stdio: 'ignore' })
})

// In a process of its own: what tests beside this one set of the engine would make it refuse.
it('Node takes what was kept of its compiling', () => {
  const ask = `const { readFileSync } = require('node:fs')
const { Script } = require('node:vm')
const [filename, compiled] = process.argv.slice(1)
console.log(new Script(readFileSync(filename, 'utf8'), { filename, cachedData: readFileSync(compiled) }).cachedDataRejected)`
  expect(execFileSync(process.execPath, ['-e', ask, code, compiled], { encoding: 'utf8' })).toBe('false\n')
})

it('says the same without what was kept, and with something else in its place', () => {
  for (const name of ['cli.mjs', 'cli.js']) copyFileSync(join(ROOT, 'dist', name), join(folder, name))
  const help = (program: string) => execFileSync(process.execPath, [program, 'help', 'simulate'], { encoding: 'utf8' })
  const said = help(join(ROOT, 'dist', 'cli.mjs'))
  expect(said).toContain('--replications')
  expect(help(join(folder, 'cli.mjs'))).toBe(said)
  for (const bytes of [Buffer.alloc(0), Buffer.from('rubbish'), readFileSync(compiled).fill(7, 8, 12)]) {
    writeFileSync(join(folder, 'cli.compiled'), bytes)
    expect(help(join(folder, 'cli.mjs'))).toBe(said)
  }
})
