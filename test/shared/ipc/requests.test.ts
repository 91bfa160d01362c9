import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { CHANNELS, type ChannelName } from '#shared/ipc/channels'
import { FileToken, REQUESTS } from '#shared/ipc/requests'

const names = Object.keys(CHANNELS) as ChannelName[]
const token = `file-${'a1'.repeat(16)}`

describe('the table of messages', () => {
  it('has a schema for every channel, and no channel twice', () => {
    expect(Object.keys(REQUESTS).sort()).toEqual([...names].sort())
    expect(new Set(Object.values(CHANNELS)).size).toBe(names.length)
  })

  it.each(names)('%s takes no request with a field too many', (name) => {
    const good: Readonly<Record<ChannelName, object>> = {
      openFile: {},
      openRecent: { file: token },
      openSample: { sample: 'endoscopy' },
      openAtStart: {},
      recentFiles: {},
      save: { file: token, bytes: new Uint8Array([1]), expected: 'removed' },
      saveAs: { suggestedName: 'Endoscopy', bytes: new Uint8Array([1]) },
      showState: { name: 'Endoscopy', saved: 'saved', undo: null, redo: 'moved a bed' },
      closeNow: {},
      copyText: { text: 'a' },
      choosePlace: { kind: 'pdf', suggestedName: 'a' },
      writeExport: { place: `place-${'0'.repeat(32)}`, files: [{ name: 'plan-today.svg', bytes: new Uint8Array(1) }] },
      chooseImport: { kind: 'underlay' },
      printExport: { place: `place-${'0'.repeat(32)}`, name: 'report-a4.pdf', page: new Uint8Array(1), paper: 'a4' },
      about: {},
      copySupport: {},
      pageStart: {},
      workerGone: { worker: 'live' },
      openDropped: { path: '/home/somebody/a.ward' },
      keepPicture: { file: token, picture: new Uint8Array([1]) },
      earlierVersions: { file: token },
      readVersion: { version: `version-${'0'.repeat(32)}` },
      keepVersion: { file: token, bytes: new Uint8Array([1]) },
      beginJournal: { file: null, name: 'Endoscopy', base: new Uint8Array([1]), before: null, instead: null, of: 1, lines: [], parts: [] },
      addToJournal: { of: 1, lines: ['{}'], parts: [] },
      endJournal: {},
      unsavedWork: {},
      readUnsaved: { unsaved: `unsaved-${'0'.repeat(32)}` },
      dropUnsaved: { unsaved: `unsaved-${'0'.repeat(32)}` },
    }
    expect(REQUESTS[name].safeParse(good[name]).success).toBe(true)
    expect(REQUESTS[name].safeParse({ ...good[name], folder: '/etc' }).success).toBe(false)
    for (const field of Object.keys(good[name])) expect(REQUESTS[name].safeParse({ ...good[name], [field]: undefined }).success).toBe(false)
  })

  test.prop([fc.anything()])('takes nothing that is not an object of its own shape', (request) => {
    const isPlain = typeof request === 'object' && request !== null && Object.keys(request).length === 0 && !Array.isArray(request)
    for (const name of ['openRecent', 'openSample', 'save', 'saveAs', 'showState', 'copyText'] as const) {
      expect(REQUESTS[name].safeParse(request).success).toBe(false)
    }
    if (!isPlain) expect(REQUESTS.openFile.safeParse(request).success).toBe(false)
  })

  test.prop([fc.string({ unit: 'grapheme', maxLength: 60 })])('never takes a path for a token', (path) => {
    expect(FileToken.safeParse(path).success).toBe(false)
    expect(FileToken.safeParse(`${token}${path}`).success).toBe(path === '')
  })
})
