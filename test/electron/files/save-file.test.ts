import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeFolder } from '#electron/files/make-folder'
import { readWardFile } from '#electron/files/open-file'
import { writeWardFile } from '#electron/files/save-file'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ward-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const OLD = Uint8Array.of(1, 2, 3)
const NEW = Uint8Array.of(4, 5)
const isRoot = process.getuid?.() === 0

function withOldFile(): string {
  const path = join(folder, 'unit.ward')
  writeFileSync(path, OLD)
  return path
}

it('replaces the file, leaves nothing beside it and keeps its permissions', async () => {
  const path = withOldFile()
  chmodSync(path, 0o640)
  expect(await writeWardFile(path, NEW)).toEqual({ status: 'ok' })
  expect(await readWardFile(path)).toEqual({ status: 'ok', bytes: NEW })
  expect(readdirSync(folder)).toEqual(['unit.ward'])
  expect(statSync(path).mode & 0o777).toBe(0o640)
})

it('writes through a link instead of replacing it', async () => {
  const path = withOldFile()
  symlinkSync(path, join(folder, 'link.ward'))
  await writeWardFile(join(folder, 'link.ward'), NEW)
  expect(new Uint8Array(readFileSync(path))).toEqual(NEW)
})

it.each([
  ['a folder that is not there', 'gone/unit.ward', 'save.noFolder'],
  ['a file where a folder should be', 'unit.ward/x.ward', 'save.noFolder'],
  ['a name that is too long', `${'a'.repeat(300)}.ward`, 'save.nameTooLong'],
  ['a folder of that name', 'folder', 'save.isFolder'],
])('says so for %s and leaves what was there', async (_, name, key) => {
  const old = withOldFile()
  mkdirSync(join(folder, 'folder'))
  expect(await writeWardFile(join(folder, name), NEW)).toMatchObject({ status: 'failed', problem: { key } })
  expect(new Uint8Array(readFileSync(old))).toEqual(OLD)
  expect(readdirSync(folder).sort()).toEqual(['folder', 'unit.ward'])
})

it('says when the folder may not be written', async () => {
  // Root may write anywhere but where no disk is: there the kernel refuses everybody.
  const path = isRoot ? '/proc/unit.ward' : join(folder, 'locked', 'unit.ward')
  if (!isRoot) mkdirSync(join(folder, 'locked'), { mode: 0o555 })
  const answer = await writeWardFile(path, NEW)
  expect(answer).toMatchObject({ status: 'failed' })
  expect(['save.notAllowed', 'save.noFolder']).toContain(answer.status === 'failed' && answer.problem.key)
})

/** A disk of 64 kB, where the tests may mount one. */
function tinyDisk(): string | undefined {
  const place = join(folder, 'disk')
  mkdirSync(place)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place], { stdio: 'ignore' })
    return place
  } catch {
    return undefined
  }
}

it('says when the disk is full, and the old file is whole', async ({ skip }) => {
  const disk = tinyDisk()
  if (disk === undefined) return skip('No disk can be mounted here')
  try {
    const path = join(disk, 'unit.ward')
    writeFileSync(path, OLD)
    expect(await writeWardFile(path, new Uint8Array(200_000))).toMatchObject({ status: 'failed', problem: { key: 'save.diskFull' } })
    expect(readdirSync(disk)).toEqual(['unit.ward'])
    expect(new Uint8Array(readFileSync(path))).toEqual(OLD)
  } finally {
    execFileSync('umount', [disk])
  }
})

it('keeps both files when the renaming is refused', async ({ skip }) => {
  const disk = tinyDisk()
  if (disk === undefined) return skip('No disk can be mounted here')
  const path = join(disk, 'unit.ward')
  writeFileSync(path, OLD)
  try {
    // A file that something is mounted on can be opened for writing, but not be replaced.
    execFileSync('mount', ['--bind', path, path], { stdio: 'ignore' })
    const answer = await writeWardFile(path, NEW)
    expect(answer).toMatchObject({ status: 'failed', problem: { key: 'save.renameRefused' } })
    const kept = answer.status === 'failed' ? String(answer.problem.values.kept) : ''
    expect(new Uint8Array(readFileSync(join(disk, kept)))).toEqual(NEW)
    expect(new Uint8Array(readFileSync(path))).toEqual(OLD)
  } finally {
    execFileSync('umount', [path])
    execFileSync('umount', [disk])
  }
})

it.each([
  ['nothing', 'gone.ward', 'open.notFound'],
  ['a folder', 'folder', 'open.isFolder'],
])('reading says what is wrong with %s', async (_, name, key) => {
  mkdirSync(join(folder, 'folder'))
  expect(await readWardFile(join(folder, name))).toMatchObject({ status: 'failed', problem: { key } })
})

it('refuses a file that is too long by name and size, before reading it', async () => {
  expect(await readWardFile(withOldFile(), 2)).toMatchObject({ problem: { key: 'open.tooLarge', values: { name: 'unit.ward' } } })
  expect(await readWardFile('/dev/null')).toMatchObject({ problem: { key: 'open.notAFile' } })
})

it('makes folders within folders, and gives up where none can be made', async () => {
  await makeFolder(join(folder, 'a', 'b', 'c'))
  await makeFolder(join(folder, 'a', 'b', 'c'))
  expect(statSync(join(folder, 'a', 'b', 'c')).isDirectory()).toBe(true)
  await expect(makeFolder('/proc/nothing-here/at-all')).rejects.toThrow()
  await expect(makeFolder(join(withOldFile(), 'inside'))).rejects.toThrow()
})
