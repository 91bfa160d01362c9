import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { disk, type FileSystem } from '#electron/files/file-system'
import { contentsOf, REMOVED, saveWard } from '#electron/files/save-ward'
import { type Versions, versionsIn } from '#electron/files/versions'

let folder: string
let path: string
let versions: Versions
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ward-save-'))
  path = join(folder, 'unit.ward')
  versions = versionsIn(join(folder, 'user', 'versions'), disk)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const [OLD, OURS, THEIRS] = [Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)]
const there = () => new Uint8Array(readFileSync(path))
const kept = async () => {
  const found = await Promise.all((await versions.list(path)).map(({ id }) => versions.read(path, id)))
  return found.map((bytes) => bytes?.[0])
}

it('replaces what it expects, and keeps what it replaced', async () => {
  writeFileSync(path, OLD)
  expect(await saveWard(path, OURS, contentsOf(OLD), versions, disk)).toEqual({ status: 'ok', contents: contentsOf(OURS) })
  expect(there()).toEqual(OURS)
  expect(await kept()).toEqual([1])
})

it('leaves alone what somebody else wrote, and shows it', async () => {
  writeFileSync(path, THEIRS)
  expect(await saveWard(path, OURS, contentsOf(OLD), versions, disk)).toEqual({ status: 'conflict', found: contentsOf(THEIRS), bytes: THEIRS })
  expect(there()).toEqual(THEIRS)
  // Whoever was shown it may replace it, and it is not lost.
  expect(await saveWard(path, OURS, contentsOf(THEIRS), versions, disk)).toMatchObject({ status: 'ok' })
  expect(await kept()).toEqual([3])
})

it('tells when the file is gone, and writes it again for whoever knows', async () => {
  expect(await saveWard(path, OURS, contentsOf(OLD), versions, disk)).toEqual({ status: 'conflict', found: REMOVED, bytes: undefined })
  expect(await saveWard(path, OURS, REMOVED, versions, disk)).toMatchObject({ status: 'ok' })
  // Somebody wrote it meanwhile.
  expect(await saveWard(path, THEIRS, REMOVED, versions, disk)).toMatchObject({ status: 'conflict', found: contentsOf(OURS) })
})

it('looks again where another laptop saves while the old file is being put away', async () => {
  writeFileSync(path, OLD)
  let looks = 0
  const shared: FileSystem = {
    ...disk,
    readFile: async (file) => {
      const bytes = await disk.readFile(file)
      // Once for each: asked before writing, read back, looked at last.
      if (file === path && ++looks === 2) writeFileSync(path, THEIRS)
      return bytes
    },
  }
  expect(await saveWard(path, OURS, contentsOf(OLD), versions, shared)).toMatchObject({ status: 'conflict', found: contentsOf(THEIRS) })
  expect(there()).toEqual(THEIRS)
})

it('keeps the last five versions, the latest first, each once', async () => {
  writeFileSync(path, Uint8Array.of(10))
  for (let count = 11; count <= 18; count++) await saveWard(path, Uint8Array.of(count), undefined, versions, disk)
  expect(await kept()).toEqual([17, 16, 15, 14, 13])
  await saveWard(path, Uint8Array.of(18), undefined, versions, disk)
  expect(await kept()).toEqual([17, 16, 15, 14, 13])
  expect(await versions.list(join(folder, 'other.ward'))).toEqual([])
})

it('is not kept from saving by a disk that has no room for versions', async () => {
  writeFileSync(path, OLD)
  writeFileSync(join(folder, 'user'), 'a file where a folder should be')
  expect(await saveWard(path, OURS, contentsOf(OLD), versions, disk)).toMatchObject({ status: 'ok' })
})
