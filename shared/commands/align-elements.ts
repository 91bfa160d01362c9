import type { Id } from '#shared/base/ids'
import { type Message, message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'
import type { DesignElement } from '#shared/document/record'
import { boxOf } from '#shared/geometry/polygon'
import { done, type Edit, refused } from './edit'
import { footprintOf } from './footprint'
import { unlawfulRefusal } from './lawful'
import { withBelongings } from './moved-room'
import { placedElements } from './placement'
import { movableSelection, type Selection } from './selection'

export type Side = 'left' | 'right' | 'bottom' | 'top' | 'centre' | 'middle'

/** One thing of a selection that is aligned or spread as a whole: a room with what is in it, a fixture, a free wall. */
type Piece = { readonly elements: readonly DesignElement[]; readonly box: ReturnType<typeof boxOf> }

/** Brings rooms, fixtures and free walls into line: one side of each (`centre`: upright middles, `middle`: level ones) on the outermost one's, or on the middle of all. */
export function alignElements(document: WardDocument, given: { readonly elements: readonly Id[]; readonly side: Side }): Edit {
  const selection = movableSelection(document, given.elements)
  if (selection.status === 'refused') return selection
  const pieces = piecesOf(selection)
  if (pieces.length < 2) return refused(message('refused.too-few', { least: 2 }))
  const all = boxOf(pieces.flatMap(({ box }) => cornersOf(box)))
  const to = sideOf(all, given.side)
  const isLevel = given.side === 'bottom' || given.side === 'top' || given.side === 'middle'
  const shifts = pieces.map(({ box }) => to - sideOf(box, given.side))
  return shiftedEdit(selection, pieces, shifts, isLevel, message('edit.aligned-elements', { count: pieces.length }))
}

/** Spreads rooms, fixtures and free walls so that the gaps between them are equal; the outermost two stay. Metres. */
export function distributeElements(document: WardDocument, given: { readonly elements: readonly Id[]; readonly along: 'x' | 'y' }): Edit {
  const selection = movableSelection(document, given.elements)
  if (selection.status === 'refused') return selection
  const isLevel = given.along === 'y'
  const low = ({ box }: Piece) => (isLevel ? box.bottom : box.left)
  const size = ({ box }: Piece) => (isLevel ? box.top - box.bottom : box.right - box.left)
  const pieces = [...piecesOf(selection)].sort((a, b) => low(a) - low(b))
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (pieces.length < 3 || first === undefined || last === undefined) return refused(message('refused.too-few', { least: 3 }))
  const room = low(last) + size(last) - low(first) - pieces.reduce((sum, piece) => sum + size(piece), 0)
  const gap = room / (pieces.length - 1)
  let next = low(first)
  const shifts = pieces.map((piece) => {
    const shift = next - low(piece)
    next += size(piece) + gap
    return shift
  })
  return shiftedEdit(selection, pieces, shifts, isLevel, message('edit.distributed-elements', { count: pieces.length }))
}

function piecesOf({ named, table }: Selection): readonly Piece[] {
  const rooms = named.filter((element) => element.kind === 'room')
  const carried = new Set(rooms.flatMap((room) => withBelongings(table, room).filter(({ id }) => id !== room.id)).map(({ id }) => id))
  return named
    .filter(({ id, kind }) => kind !== 'opening' && !carried.has(id))
    .map((element) => ({ elements: element.kind === 'room' ? withBelongings(table, element) : [element], box: boxOf(footprintOf(element)) }))
}

function shiftedEdit({ table }: Selection, pieces: readonly Piece[], shifts: readonly number[], isLevel: boolean, name: Message): Edit {
  const updated = pieces.flatMap(({ elements }, index) => {
    const by = shifts[index] ?? 0
    if (Math.abs(by) < 0.0005) return []
    const shift = isLevel ? { x: 0, y: by } : { x: by, y: 0 }
    const placed = placedElements(elements, { about: { x: 0, y: 0 }, isMirrored: false, turn: 0, shift })
    return elements.flatMap((element): (readonly [DesignElement, DesignElement])[] => {
      const to = placed.get(element.id)
      return to === undefined || to === element ? [] : [[element, to]]
    })
  })
  const edit = done(name, { updated })
  return unlawfulRefusal(table, edit.change) ?? edit
}

function sideOf({ left, right, bottom, top }: Piece['box'], side: Side): number {
  switch (side) {
    case 'left':
      return left
    case 'right':
      return right
    case 'bottom':
      return bottom
    case 'top':
      return top
    case 'centre':
      return (left + right) / 2
    case 'middle':
      return (bottom + top) / 2
  }
}

function cornersOf({ left, right, bottom, top }: Piece['box']) {
  return [
    { x: left, y: bottom },
    { x: right, y: top },
  ]
}
