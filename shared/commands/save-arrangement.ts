import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import type { Arrangement, ArrangementPiece } from '#shared/document/arrangement'
import { recordsOf, type WardDocument } from '#shared/document/document'
import type { DesignElement } from '#shared/document/record'
import { boxOf } from '#shared/geometry/polygon'
import { done, type Edit, refused } from './edit'
import { footprintOf } from './footprint'
import { placedElements } from './placement'
import { selectionOf } from './selection'
import { sound } from './sound'

/**
 * Keeps elements, with all that goes with them, as an arrangement of the workshop under a name; under a name that there is, in its
 * place. What they are in the design (monuments, groups, where they were first drawn) stays behind.
 */
export function saveArrangement(document: WardDocument, given: { readonly id: Id; readonly name: string; readonly elements: readonly Id[] }): Edit {
  const selection = selectionOf(document, given.elements)
  if (selection.status === 'refused') return selection
  const name = given.name.trim()
  if (name === '') return refused(message('refused.no-name'))
  // There is one of a lift: it stays where it is.
  const landings = new Set(recordsOf(selection.table, 'connector').flatMap((connector) => connector.landings))
  const pieces = piecesOf(selection.elements.filter(({ id }) => !landings.has(id)))
  if (pieces.length === 0) return refused(message('refused.nothing-selected'))
  const before = recordsOf(document.workshop, 'arrangement').find((each) => each.name === name)
  const arrangement: Arrangement = { id: before?.id ?? given.id, kind: 'arrangement', name, pieces: [...pieces] }
  const edit = done(
    message('edit.saved-arrangement', { name, count: pieces.length }),
    before === undefined ? { added: [arrangement] } : { updated: [[before, arrangement]] },
  )
  return sound(edit)
}

/** Elements in a frame whose origin lies in the middle of them. An opening whose room or wall is not among them stays behind. */
export function piecesOf(elements: readonly DesignElement[]): readonly ArrangementPiece[] {
  const corners = elements.flatMap(footprintOf)
  if (corners.length === 0) return []
  const { left, right, bottom, top } = boxOf(corners)
  const shift = { x: -roundToMillimetre((left + right) / 2), y: -roundToMillimetre((bottom + top) / 2) }
  const placed = placedElements(elements, { about: { x: 0, y: 0 }, isMirrored: false, turn: 0, shift })
  return [...placed.values()].map(pieceOf)
}

function pieceOf(element: DesignElement): ArrangementPiece {
  const { design: _, monument: __, origin: ___, ...kept } = element
  if (kept.kind === 'opening') return kept
  const { storey: _storey, group: _group, ...piece } = kept
  return piece
}
