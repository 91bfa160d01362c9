import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
import { beforeAll, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const [code, compiled] = [join(ROOT, 'dist', 'cli.js'), join(ROOT, 'dist', 'cli.compiled')]

beforeAll(() => {
  execFileSync(process.execPath, [join(ROOT, 'electron', 'build', 'wardwright.mjs'), 'help'], { stdio: 'ignore' })
})

it('Node takes what was kept of its compiling', () => {
  const script = new Script(readFileSync(code, 'utf8'), { filename: code, cachedData: readFileSync(compiled) })
  expect(script.cachedDataRejected).toBe(false)
})

it('says the same without what was kept, and with something else in its place', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wardwright-start-'))
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
