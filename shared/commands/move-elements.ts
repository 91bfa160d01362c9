import type { Id } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import { roundToMillimetre, roundToTenthDegree } from '#shared/base/units'
import type { RecordTable, WardDocument } from '#shared/document/document'
import type { Opening } from '#shared/document/elements/opening'
import type { DesignElement } from '#shared/document/record'
import type { Point } from '#shared/geometry/point'
import { boxOf } from '#shared/geometry/polygon'
import { done, type Edit } from './edit'
import { footprintOf } from './footprint'
import { unlawfulRefusal } from './lawful'
import { clampedAlong, hostLine, openingRefusal } from './opening-fit'
import { type Placement, placedElements } from './placement'
import { distance } from './room-shape'
import { movableSelection, type Selection, selectionMessage } from './selection'

/**
 * Moves elements together by whole millimetres: rooms with their openings and furniture, free walls with their openings; an opening
 * whose room or wall stays slides along it. Refused, with a ghost, where a room would lie over one that stays. Metres.
 */
export function moveElements(document: WardDocument, given: { readonly elements: readonly Id[]; readonly dx: number; readonly dy: number }): Edit {
  const selection = movableSelection(document, given.elements)
  if (selection.status === 'refused') return selection
  const shift = { x: roundToMillimetre(given.dx), y: roundToMillimetre(given.dy) }
  const name = selectionMessage('moved', selection, { by: Math.hypot(shift.x, shift.y) })
  return placedEdit(selection, { about: { x: 0, y: 0 }, isMirrored: false, turn: 0, shift }, name)
}

/** Turns elements together about the middle of their box, counter-clockwise, in whole tenths of a degree. Refused as a move is. */
export function turnElements(document: WardDocument, given: { readonly elements: readonly Id[]; readonly turn: number }): Edit {
  const selection = movableSelection(document, given.elements)
  if (selection.status === 'refused') return selection
  const turn = roundToTenthDegree(given.turn)
  const name = selectionMessage('turned', selection, { by: turn })
  return placedEdit(selection, { about: middleOf(selection.elements), isMirrored: false, turn, shift: { x: 0, y: 0 } }, name)
}

/** Mirrors elements together about the middle of their box: left to right, or top to bottom. Refused as a move is. */
export function mirrorElements(document: WardDocument, given: { readonly elements: readonly Id[]; readonly across: 'x' | 'y' }): Edit {
  const selection = movableSelection(document, given.elements)
  if (selection.status === 'refused') return selection
  const name = selectionMessage('mirrored', selection)
  // Top to bottom is left to right and half a turn.
  const turn = given.across === 'x' ? 0 : 180
  return placedEdit(selection, { about: middleOf(selection.elements), isMirrored: true, turn, shift: { x: 0, y: 0 } }, name)
}

function placedEdit(selection: Selection, placement: Placement, name: Message): Edit {
  const { table, elements } = selection
  const placed = placedElements(elements, placement)
  const updated: (readonly [DesignElement, DesignElement])[] = []
  for (const element of elements) {
    const to = placed.get(element.id) ?? (element.kind === 'opening' ? slid(table, element, placement) : element)
    if (JSON.stringify(to) !== JSON.stringify(element)) updated.push([element, to])
  }
  const edit = done(name, { updated })
  const unlawful = unlawfulRefusal(table, edit.change)
  if (unlawful !== undefined) return unlawful
  for (const [, to] of updated) {
    if (to.kind !== 'opening' || placed.has(to.id)) continue
    const refusal = openingRefusal(table, to, edit.change)
    if (refusal !== undefined) return refusal
  }
  return edit
}

/** An opening whose wall stays, moved along it by the part of the shift that lies in it. */
function slid(table: RecordTable, opening: Opening, { shift, turn, isMirrored }: Placement): Opening {
  const line = turn === 0 && !isMirrored ? hostLine(table, opening.on) : undefined
  if (line === undefined) return opening
  const length = distance(line.from, line.to)
  const by = (shift.x * (line.to.x - line.from.x) + shift.y * (line.to.y - line.from.y)) / length
  return { ...opening, along: clampedAlong(opening.along + by, opening.width, length) }
}

/** The middle of the box round what elements take up, in metres. */
export function middleOf(elements: readonly DesignElement[]): Point {
  const corners = elements.flatMap(footprintOf)
  if (corners.length === 0) return { x: 0, y: 0 } // openings alone: they stay in their walls
  const { left, bottom, right, top } = boxOf(corners)
  return { x: roundToMillimetre((left + right) / 2), y: roundToMillimetre((bottom + top) / 2) }
}
