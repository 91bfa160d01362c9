import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readTar, readZip, writeAsar } from '../../../electron/runtime/archives.mjs'
import { FUSES, readFuses, setFuses } from '../../../electron/runtime/fuses.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wardwright-archives-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('reads what tar wrote', () => {
  mkdirSync(join(folder, 'package'))
  writeFileSync(join(folder, 'package', 'a.txt'), 'a'.repeat(700))
  writeFileSync(join(folder, 'package', 'empty'), '')
  spawnSync('tar', ['--format=ustar', '-cf', 'all.tar', 'package'], { cwd: folder })
  const files = readTar(readFileSync(join(folder, 'all.tar')))
  expect([...files.keys()].sort()).toEqual(['package/a.txt', 'package/empty'])
  expect(files.get('package/a.txt')?.toString()).toBe('a'.repeat(700))
})

it('reads what another zip program wrote, packed and stored', () => {
  const text = new TextEncoder().encode('ward '.repeat(100))
  const zip = Buffer.from(zipSync({ 'a/packed.txt': text, 'stored.txt': [text, { level: 0 }] }))
  const read = readZip(zip).map((entry) => [entry.name, entry.bytes().equals(text)])
  expect(read).toEqual([
    ['a/packed.txt', true],
    ['stored.txt', true],
  ])
  expect(() => readZip(Buffer.from('not a zip'))).toThrow('not a zip')
})

it('writes an asar whose offsets lead to its files', () => {
  const asar = writeAsar({ 'package.json': Buffer.from('{}'), 'main.js': Buffer.from('run()') })
  const { files } = JSON.parse(asar.toString('utf8', 16, 16 + asar.readUInt32LE(12)))
  const start = 8 + asar.readUInt32LE(4)
  const contents = Object.entries<{ offset: string; size: number }>(files).map(([name, { offset, size }]) => {
    const at = start + Number(offset)
    return [name, asar.toString('utf8', at, at + size)]
  })
  expect(contents).toEqual([
    ['package.json', '{}'],
    ['main.js', 'run()'],
  ])
})

it('sets the fuses named and leaves the others', () => {
  const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
  const executable = Buffer.concat([Buffer.from(`code${sentinel}`), Buffer.from([1, 8]), Buffer.from('10110001'), Buffer.from('code')])
  const before = readFuses(executable)
  setFuses(executable, { RunAsNode: false, LoadBrowserProcessSpecificV8Snapshot: true })
  expect(readFuses(executable)).toEqual({ ...before, RunAsNode: false, LoadBrowserProcessSpecificV8Snapshot: true })
  expect(FUSES.filter((name) => before[name])).toEqual([
    'RunAsNode',
    'EnableNodeOptionsEnvironmentVariable',
    'EnableNodeCliInspectArguments',
    'GrantFileProtocolExtraPrivileges',
  ])
  expect(executable.toString('latin1').endsWith('code')).toBe(true)
})
