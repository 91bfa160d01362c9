import { describe, expect, it } from 'vitest'
import { quickFindings } from '#shared/building/document-findings'
import { duplicateDesign } from '#shared/commands/duplicate-design'
import { heedFinding, ignoreFinding } from '#shared/commands/ignore-finding'
import { moveElements } from '#shared/commands/move-elements'
import { removeElements } from '#shared/commands/remove-elements'
import { applyChange } from '#shared/document/change'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Finding } from '#shared/document/finding'
import { counterIds } from '#test/support/counter-ids'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { box, fixture, opening, plan } from '#test/support/plans'

const DESIGN = 'design_plan01'
const a = box('a', 0, 0, 4, 5)
const b = box('b', 4, 0, 4, 5)
/** The bed stands before the door between the two rooms, and a table in the bed. */
const { design, workshop } = plan({
  rooms: [a, b],
  openings: [opening('d', { room: a.id, corner: 'b' }, 2, 1)],
  fixtures: [fixture('bed', 3.44, 2.5, 1, 0.5), fixture('tab', 3, 2.5, 0.6, 0.6, { fixtureType: 'table', entry: 'table' })],
})
const document: WardDocument = { workshop, designs: { [DESIGN]: design } }

const find = (of: WardDocument, key: string, id = DESIGN): Finding => {
  const found = quickFindings(of, id).find(({ message }) => message.key === key)
  if (found === undefined) throw new Error(`no ${key}`)
  return found
}
const ignored = (of: WardDocument, id = DESIGN) =>
  quickFindings(of, id).flatMap(({ message, ignored: reason }) => (reason === undefined ? [] : [[message.key, reason]]))
const finding = find(document, 'finding.doorBlocked')
const left = () => doUndoRedo(document, ignoreFinding(document, { design: DESIGN, finding, reason: '  The door is kept locked ' }))

describe('a finding that is ignored', () => {
  it('is still found, with the reason, and no other is', () => {
    expect(finding).toMatchObject({ where: ['fixture_bed000', 'opening_d00000'], place: { storey: 'storey_plan01' } })
    expect(ignored(left())).toEqual([['finding.doorBlocked', 'The door is kept locked']])
  })

  it('needs a reason, a design that is there and is not locked', () => {
    expect(refusalOf(ignoreFinding(document, { design: DESIGN, finding, reason: ' \n' })).reason.key).toBe('refused.no-ignore-reason')
    expect(refusalOf(ignoreFinding(document, { design: DESIGN, finding, reason: 'x'.repeat(401) })).reason.key).toBe('refused.wrong-field')
    expect(refusalOf(ignoreFinding(document, { design: 'design_nobody', finding, reason: 'so' })).reason.key).toBe('refused.unknown')
    const record = recordsOf(design, 'design')[0]!
    const locked = { workshop, designs: { [DESIGN]: { ...design, [DESIGN]: { ...record, locked: true } } } }
    expect(refusalOf(ignoreFinding(locked, { design: DESIGN, finding, reason: 'so' })).reason.key).toBe('refused.locked')
  })

  it('takes another reason in the place of the first, and can be taken back', () => {
    const again = doUndoRedo(left(), ignoreFinding(left(), { design: DESIGN, finding, reason: 'It is never used' }))
    expect(ignored(again)).toEqual([['finding.doorBlocked', 'It is never used']])
    const heeded = doUndoRedo(again, heedFinding(again, { design: DESIGN, finding }))
    expect(heeded).toEqual(document)
    expect(refusalOf(heedFinding(document, { design: DESIGN, finding })).reason.key).toBe('refused.unknown')
  })

  it('stays ignored while it is the same, and comes back where it is about something else', () => {
    const nudged = applyChange(left(), doneOf(moveElements(left(), { elements: ['fixture_bed000'], dx: 0, dy: 0.05 })))
    expect(ignored(nudged)).toHaveLength(1)
    const swapped = applyChange(left(), doneOf(removeElements(left(), { elements: ['fixture_bed000'] })))
    expect(ignored(swapped)).toEqual([])
    expect(recordsOf(swapped.designs[DESIGN]!, 'design')[0]).not.toHaveProperty('ignored')
  })

  it('goes with the copy of its design', () => {
    const edit = duplicateDesign(left(), { design: DESIGN, name: 'Copy', idea: '' }, counterIds())
    const copied = doUndoRedo(left(), edit)
    const copy = Object.keys(copied.designs).find((id) => id !== DESIGN)!
    expect(ignored(copied, copy)).toEqual([['finding.doorBlocked', 'The door is kept locked']])
  })
})

function doneOf(edit: ReturnType<typeof moveElements>) {
  if (edit.status === 'refused') throw new Error(edit.reason.key)
  return edit.change
}
