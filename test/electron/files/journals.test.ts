import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { disk } from '#electron/files/file-system'
import { type Journals, journalsIn } from '#electron/files/journals'
import { readJournal } from '#shared/exchange/journal'

let folder: string
let journals: Journals
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ward-journals-'))
  journals = journalsIn(join(folder, 'journals'), disk)
})
afterEach(async () => {
  await journals.release()
  rmSync(folder, { recursive: true, force: true })
})

const BASE = Uint8Array.of(9)
const HEAD = { path: '/wards/unit.ward', name: 'Unit', before: null }
const NONE = { of: 1, lines: [], parts: [] }
const line = (at: number) => JSON.stringify({ at, what: `Edit ${at}`, design: 'Pods', put: [], gone: [] })
const adding = (...at: readonly number[]) => ({ of: 1, lines: at.map(line), parts: [] })

it('is unsaved work once whoever wrote it is gone, and not before', async () => {
  await journals.begin(HEAD, BASE, adding(1))
  await Promise.all([journals.add(adding(2)), journals.add(adding(3)), journals.add(adding(4))])
  expect(await journals.unsaved()).toEqual([])
  await journals.release()
  const [work] = await journals.unsaved()
  expect(work).toMatchObject({ path: '/wards/unit.ward', name: 'Unit', changes: 4, until: 4, designs: ['Pods'], isWhole: true })
  const bytes = await journals.read(work?.id ?? '')
  expect(bytes && readJournal(bytes)?.lines.map(({ at }) => at)).toEqual([1, 2, 3, 4])
  await journals.drop(work?.id ?? '')
  expect(await journals.unsaved()).toEqual([])
})

it('leaves nothing behind when all is saved, and one journal when it is begun anew', async () => {
  await journals.begin(HEAD, BASE, adding(1))
  await journals.end()
  expect(readdirSync(join(folder, 'journals'))).toEqual([])
  await journals.begin(HEAD, BASE, adding(1))
  await journals.begin(HEAD, BASE, adding(2))
  expect(readdirSync(join(folder, 'journals'))).toHaveLength(1)
})

it('adds nothing to a journal that it does not belong to', async () => {
  await journals.begin(HEAD, BASE, adding(1))
  expect(await journals.add({ ...adding(2), of: 2 })).toMatchObject({ status: 'failed', problem: { key: 'journal.none' } })
  await journals.release()
  expect(await journals.unsaved()).toMatchObject([{ changes: 1, isWhole: true }])
})

it('takes the place of the work that it goes on with', async () => {
  await journals.begin(HEAD, BASE, adding(1))
  await journals.release()
  const [work] = await journals.unsaved()
  await journals.begin({ ...HEAD, path: null, before: { changes: 1, since: 1, designs: [] } }, BASE, NONE, work?.id)
  await journals.release()
  expect(await journals.unsaved()).toMatchObject([{ path: null, changes: 1 }])
})

it('gives all that precedes a break, and adds nothing behind half a change', async () => {
  await journals.begin(HEAD, BASE, adding(1, 2))
  const [name = ''] = readdirSync(join(folder, 'journals'))
  appendFileSync(join(folder, 'journals', name), Uint8Array.of(50, 0, 0, 0, 1, 2, 3))
  await journals.release()
  expect(await journals.unsaved()).toMatchObject([{ changes: 2, isWhole: false }])
})

it('says so where nothing was begun, and keeps twenty at most', async () => {
  expect(await journals.add(adding(1))).toMatchObject({ status: 'failed', problem: { key: 'journal.none' } })
  for (let count = 0; count < 25; count++) {
    await journals.begin({ ...HEAD, path: `/wards/${count}.ward` }, BASE, adding(count + 1))
    await journals.release()
  }
  const left = await journals.unsaved()
  expect(left.length).toBeLessThanOrEqual(20)
  expect(left[0]?.path).toBe('/wards/24.ward')
})

it('reads and removes journals only, whatever it is asked for', async () => {
  writeFileSync(join(folder, 'secret'), 'x')
  for (const id of ['../secret', '/etc/passwd', '', '__proto__']) {
    expect(await journals.read(id)).toBeUndefined()
    await journals.drop(id)
  }
  expect(readdirSync(folder)).toContain('secret')
})
