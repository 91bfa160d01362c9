import { describe, expect, it } from 'vitest'
import { addDesign } from '#shared/commands/add-design'
import { duplicateDesign } from '#shared/commands/duplicate-design'
import { setDesign } from '#shared/commands/set-design'
import { recordsOf } from '#shared/document/document'
import { recordsIn } from '#shared/document/document-of'
import { structureFault } from '#shared/document/structure'
import { shippedCatalogue } from '#test/support/catalogue'
import { counterIds } from '#test/support/counter-ids'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { endoscopyWorkshop } from '#test/support/endoscopy'

const sample = endoscopyWorkshop(shippedCatalogue())
const [today, pods] = Object.keys(sample.designs).sort() as [string, string]
const ids = counterIds()
const freshId = (prefix: string) => `${ids(prefix)}c`

describe('duplicateDesign', () => {
  const edit = duplicateDesign(sample, { design: today, name: 'B', idea: 'Move recovery' }, freshId)
  const after = doUndoRedo(sample, edit)
  const copy = edit.status === 'done' ? (edit.change.added.find(({ kind }) => kind === 'design')?.id ?? '') : ''

  it('gives every record a fresh id and keeps where it was first drawn', () => {
    const [before, now] = [after.designs[today] ?? {}, after.designs[copy] ?? {}]
    expect(Object.keys(now).length).toBe(Object.keys(before).length)
    expect(Object.keys(now).filter((id) => id in before)).toEqual([])
    expect(recordsOf(now, 'room').map(({ origin }) => origin)).toEqual(recordsOf(before, 'room').map(({ id }) => id))
    expect(structureFault(recordsIn(after))).toBeUndefined()
  })

  it('is an unlocked idea that names its parent, and not today', () => {
    expect(after.designs[copy]?.[copy]).toMatchObject({ name: 'B', parent: today, round: 1, status: 'idea', locked: false, isCurrentState: false })
  })

  it('keeps the first origin when a copy is copied, and takes variants of pathways along', () => {
    const again = duplicateDesign(after, { design: copy, name: 'C' }, (prefix) => `${freshId(prefix)}d`)
    const added = again.status === 'done' ? again.change.added : []
    const room = added.find((record) => record.kind === 'room')
    expect(room?.origin !== undefined && today in sample.designs && room.origin in (sample.designs[today] ?? {})).toBe(true)
    const podsCopy = duplicateDesign(sample, { design: pods, name: 'D' }, freshId)
    const variant = podsCopy.status === 'done' ? podsCopy.change.added.find((record) => record.kind === 'pathway') : undefined
    expect(variant).toMatchObject({ key: 'endoscopy-visit' })
    expect(variant?.design).not.toBe(pods)
  })
})

describe('addDesign and setDesign', () => {
  it('allow one design of today', () => {
    expect(refusalOf(addDesign(sample, { name: 'E', isCurrentState: true }, freshId)).reason.key).toBe('refused.today-exists')
    expect(refusalOf(setDesign(sample, { design: pods, fields: { isCurrentState: true } })).reason.key).toBe('refused.today-exists')
  })

  it('let a locked design only be unlocked', () => {
    expect(refusalOf(setDesign(sample, { design: today, fields: { name: 'Then' } })).reason.key).toBe('refused.locked')
    expect(refusalOf(setDesign(sample, { design: today, fields: { name: 'Then', locked: false } })).reason.key).toBe('refused.locked')
    doUndoRedo(sample, setDesign(sample, { design: today, fields: { locked: false } }))
  })
})
