import { describe, expect, it } from 'vitest'
import { removeRecord } from '#shared/commands/remove-record'
import { saveViewpoint } from '#shared/commands/save-viewpoint'
import { applyChange } from '#shared/document/change'
import { recordsOf } from '#shared/document/document'
import { changeBack, keepChange } from '#shared/document/kept-change'
import { canonicalText } from '#shared/exchange/canonical-text'
import { documentFromText } from '#shared/exchange/document-text'
import { workedExample } from '#test/support/worked-example'

const document = workedExample()
const view = { id: 'viewpoint_aaaaaa', name: ' The corridor ', x: 1.23456, y: -2, azimuth: -19.97, elevation: 89.9, span: 12.00049 }
const saved = saveViewpoint(document, view)
if (saved.status === 'refused') throw new Error(saved.reason.key)
const after = applyChange(document, saved.change)

describe('saving a viewpoint', () => {
  it('keeps it in the workshop, rounded to what a file holds', () => {
    expect(recordsOf(after.workshop, 'viewpoint')).toEqual([
      { id: 'viewpoint_aaaaaa', kind: 'viewpoint', name: 'The corridor', x: 1.235, y: -2, azimuth: 340, elevation: 89.9, span: 12 },
    ])
    expect(after.designs).toEqual(document.designs)
  })

  it('under a name that there is looks anew, and is undone by its inverse', () => {
    const again = saveViewpoint(after, { ...view, id: 'viewpoint_bbbbbb', span: 30 })
    expect(again).toMatchObject({ status: 'done', change: { added: [], updated: [[{ span: 12 }, { id: 'viewpoint_aaaaaa', span: 30 }]] } })
    expect(applyChange(after, changeBack(after, keepChange(saved.change)))).toEqual(document)
  })

  it('wants a name', () => {
    expect(saveViewpoint(document, { ...view, name: ' ' })).toMatchObject({ status: 'refused', reason: { key: 'refused.no-name' } })
  })

  it('is in the file and comes back out of it, and can be removed', () => {
    const read = documentFromText(canonicalText(after))
    expect(read).toMatchObject({ status: 'ok' })
    if (read.status === 'ok') expect(canonicalText(read.document)).toBe(canonicalText(after))
    const removed = removeRecord(after, { id: 'viewpoint_aaaaaa' })
    expect(removed.status === 'done' && applyChange(after, removed.change)).toEqual(document)
  })
})

it('opens a file of version 1, which knew no viewpoints, as it was', () => {
  const text = canonicalText(document).replace('"formatVersion": 4', '"formatVersion": 1')
  const read = documentFromText(text)
  expect(read.status === 'ok' && canonicalText(read.document)).toBe(canonicalText(document))
})
