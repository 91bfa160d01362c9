import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { applyChange } from '#shared/document/change'
import { recordsOf } from '#shared/document/document'
import { workedExample } from '#test/support/worked-example'
import { opened } from '../../../renderer/state/document-store'
import { filePicture } from '../../../renderer/state/file-picture'

/** What is drawn is counted, and there is a fault to be had. */
let drawn = 0
let isBroken = false

beforeEach(() => {
  drawn = 0
  isBroken = false
  vi.stubGlobal(
    'Image',
    class {
      naturalWidth = 1
      naturalHeight = 1
      async decode() {
        drawn++
        if (isBroken) throw new Error('no decoding')
      }
    },
  )
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext() {
        return { fillRect() {}, drawImage() {} }
      }
      async convertToBlob() {
        return new Blob([Uint8Array.of(drawn)])
      }
    },
  )
})
afterEach(() => vi.unstubAllGlobals())

const pictureOf = (document: ReturnType<typeof workedExample>) => filePicture(opened(document, null, 'Unit').open!)

it('is drawn once for a plan, whatever else is saved with it, and again once the plan is another', async () => {
  const document = workedExample()
  expect(await pictureOf(document)).toEqual(Uint8Array.of(1))
  const [role] = recordsOf(document.workshop, 'role')
  const renamed = applyChange(document, { added: [], updated: [[role!, { ...role!, name: 'Somebody else' }]], removed: [] })
  expect(await pictureOf(renamed)).toEqual(Uint8Array.of(1))
  expect(drawn).toBe(1)
  const [fixture] = Object.values(renamed.designs).flatMap((table) => recordsOf(table, 'fixture'))
  const moved = applyChange(renamed, { added: [], updated: [[fixture!, { ...fixture!, x: fixture!.x + 0.1 }]], removed: [] })
  expect(await pictureOf(moved)).toEqual(Uint8Array.of(2))
})

it('is tried again where it could not be made', async () => {
  const document = workedExample()
  isBroken = true
  await expect(pictureOf(document)).rejects.toThrow('no decoding')
  isBroken = false
  expect(await pictureOf(document)).toEqual(Uint8Array.of(2))
})
