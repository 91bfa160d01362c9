import { test } from '@fast-check/vitest'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setBaseLock } from '#shared/commands/base-lock'
import { duplicateDesign } from '#shared/commands/duplicate-design'
import { moveElements } from '#shared/commands/move-elements'
import { moveFixture } from '#shared/commands/move-fixture'
import { placeFixture } from '#shared/commands/place-fixture'
import { removeElements } from '#shared/commands/remove-elements'
import { putUnderlay, removeUnderlay, scaleUnderlay, setUnderlay, shareUnderlay, underlayOf } from '#shared/commands/underlay'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { Underlay } from '#shared/document/elements/underlay'
import { catalogueEntry } from '#test/support/catalogue'
import { doUndoRedo, refusalOf } from '#test/support/edits'
import { recordOf, smallUnit } from '#test/support/small-unit'

const { script, ids, freshId } = smallUnit()
const document = script.document()
const design = ids.design ?? ''
const storey = recordsOf(document.designs[design] ?? {}, 'storey')[0]?.id ?? ''
const picture = { name: 'level-2.png', part: `underlays/${'ab'.repeat(16)}.webp`, pixels: { width: 2000, height: 1000 } }

/** 20 m wide, 10 m deep, its middle at 6, 4. */
const after = doUndoRedo(document, putUnderlay(document, { design, picture, at: { x: 6, y: 4 }, width: 20 }, freshId))
const underlay = underlayOf(after.designs[design] ?? {}, storey)?.id ?? ''
const now = (of: WardDocument): Underlay => recordOf(of, underlay, 'underlay')

describe('an underlay', () => {
  it('lies under a storey; another takes its place, and keeps its fade', () => {
    expect(now(after)).toMatchObject({ x: 6, y: 4, width: 20, rotation: 0, opacity: 0.5, locked: false, name: 'level-2.png' })
    const faded = doUndoRedo(after, setUnderlay(after, { underlay, fields: { opacity: 0.2 } }))
    const other = { ...picture, name: 'level-3.pdf', page: 2, part: `underlays/${'cd'.repeat(16)}.png` }
    const replaced = doUndoRedo(faded, putUnderlay(faded, { design, picture: other, at: { x: 1, y: 1 }, width: 8 }, freshId))
    expect(recordsOf(replaced.designs[design] ?? {}, 'underlay')).toHaveLength(1)
    expect(now(replaced)).toMatchObject({ name: 'level-3.pdf', page: 2, width: 8, opacity: 0.2 })
  })

  it('is scaled by two points and the length between them: the first stays', () => {
    // 5 m on the screen is 4 m in truth: everything shrinks to 4/5 about (1, 2), so its middle goes from (6, 4) to (5, 3.6).
    const scaled = doUndoRedo(after, scaleUnderlay(after, { underlay, from: { x: 1, y: 2 }, to: { x: 4, y: 6 }, length: 4 }))
    expect(now(scaled)).toMatchObject({ width: 16, x: 5, y: 3.6 })
  })

  it('needs two points and a length that make sense', () => {
    const scale = (to: { readonly x: number; readonly y: number }, length: number) =>
      refusalOf(scaleUnderlay(after, { underlay, from: { x: 1, y: 2 }, to, length })).reason.key
    expect(scale({ x: 1, y: 2.001 }, 4)).toBe('refused.no-scale')
    expect(scale({ x: 4, y: 6 }, 0)).toBe('refused.no-scale')
    expect(scale({ x: 4, y: 6 }, Number.NaN)).toBe('refused.no-scale')
    expect(scale({ x: 1.02, y: 2 }, 5000)).toBe('refused.wrong-field')
  })

  it('is moved, turned and locked; a locked one stays, and can still be faded', () => {
    const turned = doUndoRedo(after, setUnderlay(after, { underlay, fields: { x: 1.00049, rotation: -0.56 } }))
    expect(now(turned)).toMatchObject({ x: 1, rotation: 359.4 })
    const locked = doUndoRedo(turned, setUnderlay(turned, { underlay, fields: { locked: true } }))
    expect(refusalOf(setUnderlay(locked, { underlay, fields: { x: 2 } })).reason.key).toBe('refused.underlay-locked')
    expect(refusalOf(scaleUnderlay(locked, { underlay, from: { x: 0, y: 0 }, to: { x: 1, y: 0 }, length: 2 })).reason.key).toBe(
      'refused.underlay-locked',
    )
    expect(setUnderlay(locked, { underlay, fields: { opacity: 1 } }).status).toBe('done')
    expect(setUnderlay(locked, { underlay, fields: { locked: false } }).status).toBe('done')
    expect(refusalOf(setUnderlay(after, { underlay, fields: { opacity: 2 } })).reason.key).toBe('refused.wrong-field')
    expect(doUndoRedo(turned, removeUnderlay(turned, { underlay })).designs[design]?.[underlay]).toBeUndefined()
  })

  it('goes with a copy of its design, and can be laid under others as it lies here', () => {
    const bare = doUndoRedo(document, duplicateDesign(document, { design, name: 'B' }, freshId))
    const other = Object.keys(bare.designs).find((id) => id !== design) ?? ''
    const one = doUndoRedo(bare, putUnderlay(bare, { design, picture, at: { x: 6, y: 4 }, width: 20 }, freshId))
    const id = recordsOf(one.designs[design] ?? {}, 'underlay')[0]?.id ?? ''
    const shared = doUndoRedo(one, shareUnderlay(one, { underlay: id }, freshId))
    expect(recordsOf(shared.designs[other] ?? {}, 'underlay')).toMatchObject([{ part: picture.part, width: 20, origin: id }])
    expect(refusalOf(shareUnderlay(shared, { underlay: id }, freshId)).reason.key).toBe('refused.nothing-to-share')
    // Moved here, it is moved there too, for it is the same picture.
    const moved = doUndoRedo(shared, setUnderlay(shared, { underlay: id, fields: { y: 0 } }))
    const again = doUndoRedo(moved, shareUnderlay(moved, { underlay: id }, freshId))
    expect(recordsOf(again.designs[other] ?? {}, 'underlay')).toMatchObject([{ y: 0 }])
  })
})

describe('the base plan of a storey', () => {
  it('is locked with a reason, and then what lies under it stays until it is unlocked', () => {
    expect(refusalOf(setBaseLock(after, { storey, reason: ' ' })).reason.key).toBe('refused.no-lock-reason')
    const locked = doUndoRedo(after, setBaseLock(after, { storey, reason: 'Listed building' }))
    for (const edit of [
      setUnderlay(locked, { underlay, fields: { x: 0 } }),
      scaleUnderlay(locked, { underlay, from: { x: 0, y: 0 }, to: { x: 1, y: 0 }, length: 2 }),
      removeUnderlay(locked, { underlay }),
      putUnderlay(locked, { design, picture, at: { x: 0, y: 0 }, width: 3 }, freshId),
    ]) {
      expect(refusalOf(edit).reason).toEqual({ key: 'refused.base-locked', values: { reason: 'Listed building' } })
    }
    expect(setUnderlay(locked, { underlay, fields: { opacity: 0 } }).status).toBe('done')
    expect(doUndoRedo(locked, setBaseLock(locked, { storey, reason: undefined })).designs[design]?.[storey]).not.toHaveProperty('baseLock')
  })
})

it('holds the columns of a locked base plan, and no other furniture', () => {
  const built = doUndoRedo(document, placeFixture(document, { design, entry: catalogueEntry('column.json'), x: 10, y: 2 }, freshId))
  const id = recordsOf(built.designs[design] ?? {}, 'fixture').find(({ fixtureType }) => fixtureType === 'column')?.id ?? ''
  const locked = doUndoRedo(built, setBaseLock(built, { storey, reason: 'Listed building' }))
  expect(refusalOf(moveFixture(locked, { fixture: id, dx: 1, dy: 0 })).reason.key).toBe('refused.base-locked')
  expect(refusalOf(moveElements(locked, { elements: [id, ids.desk ?? ''], dx: 1, dy: 0 })).reason.key).toBe('refused.base-locked')
  expect(refusalOf(removeElements(locked, { elements: [id] })).reason.key).toBe('refused.base-locked')
  expect(moveFixture(locked, { fixture: ids.desk ?? '', dx: 0.1, dy: 0 }).status).toBe('done')
})

const points = fc.record({ x: fc.integer({ min: -3000, max: 3000 }), y: fc.integer({ min: -3000, max: 3000 }) })

test.prop([points, points, fc.integer({ min: 500, max: 20_000 })])(
  'two points that are scaled to a length lie that length apart, wherever they are',
  (a, b, millimetres) => {
    const [from, to] = [a, b].map(({ x, y }) => ({ x: x / 1000, y: y / 1000 })) as [Underlay, Underlay]
    const span = Math.hypot(to.x - from.x, to.y - from.y)
    fc.pre(span > 0.5)
    const edit = scaleUnderlay(after, { underlay, from, to, length: millimetres / 1000 })
    if (edit.status === 'refused') throw new Error(edit.reason.key)
    const [before, scaled] = edit.change.updated[0] as unknown as [Underlay, Underlay]
    // A point of the picture, as a share of its width from its middle, before and after.
    const at = (point: { readonly x: number; readonly y: number }) => ({
      x: scaled.x + ((point.x - before.x) / before.width) * scaled.width,
      y: scaled.y + ((point.y - before.y) / before.width) * scaled.width,
    })
    const [p, q] = [at(from), at(to)]
    expect(Math.hypot(p.x - from.x, p.y - from.y)).toBeLessThan(0.002)
    expect(Math.abs(Math.hypot(q.x - p.x, q.y - p.y) - millimetres / 1000)).toBeLessThan(0.002)
  },
)
