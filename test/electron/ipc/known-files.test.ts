import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { knownFiles } from '#electron/ipc/known-files'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wardwright-known-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const listFile = () => join(folder, 'user', 'recent-files.json')

it('hands out a token and takes it back for the path', () => {
  const files = knownFiles(listFile())
  const named = files.remember('/wards/endoscopy.ward')
  expect(named).toEqual({ file: expect.stringMatching(/^file-[0-9a-f]{32}$/), name: 'endoscopy.ward' })
  expect(files.pathOf(named.file)).toBe('/wards/endoscopy.ward')
})

it('knows no token but its own', () => {
  const files = knownFiles(listFile())
  files.remember('/wards/endoscopy.ward')
  expect(files.pathOf(`file-${'0'.repeat(32)}`)).toBeUndefined()
})

it('gives one file one token, however often it is chosen', () => {
  const files = knownFiles(listFile())
  expect(files.remember('/a.ward').file).toBe(files.remember('/a.ward').file)
  expect(files.remember('/a.ward').file).not.toBe(files.remember('/b.ward').file)
})

it('keeps the last eight, the latest first, for the next run, without any token in the file', () => {
  const files = knownFiles(listFile())
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9, 3]) files.remember(`/wards/${number}.ward`)
  const names = ['3.ward', '9.ward', '8.ward', '7.ward', '6.ward', '5.ward', '4.ward', '2.ward']
  expect(files.recent().map((file) => file.name)).toEqual(names)

  const nextRun = knownFiles(listFile())
  expect(nextRun.recent().map((file) => file.name)).toEqual(names)
  expect(readFileSync(listFile(), 'utf8')).not.toContain('file-')
})

it('shows where a file lies, short of the home folder', () => {
  const files = knownFiles(listFile())
  files.remember(join(homedir(), 'wards', 'a.ward'))
  files.remember('/shared/b.ward')
  expect(files.recent().map((file) => file.folder)).toEqual(['/shared', join('~', 'wards')])
})

it('forgets what could not be opened', () => {
  const files = knownFiles(listFile())
  files.remember('/a.ward')
  files.forget('/a.ward')
  expect(knownFiles(listFile()).recent()).toEqual([])
})

it.each(['not JSON', '{"files":[1]}', '{"files":"/a"}', '[]'])('starts with none where the list is broken: %s', (text) => {
  writeFileSync(join(folder, 'list.json'), text)
  expect(knownFiles(join(folder, 'list.json')).recent()).toEqual([])
})
