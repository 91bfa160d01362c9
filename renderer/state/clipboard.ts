import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { copyElements } from '#shared/commands/copy-elements'
import { type Edit, refused } from '#shared/commands/edit'
import { footprintOf } from '#shared/commands/footprint'
import { pasteOver } from '#shared/commands/paste-over'
import { isElement, type Selection, selectionOf } from '#shared/commands/selection'
import type { WardDocument } from '#shared/document/document'
import { boxOf } from '#shared/geometry/polygon'
import { freshId } from './fresh-id'

/** A copied thing that is not a room is put down this far beside what it was copied from. Metres. */
const BESIDE_M = 0.2

/** What was copied: as it was then, so that it may be changed or removed since. */
export type Clip = Selection

export function clipOf(document: WardDocument, ids: readonly Id[]): Clip | undefined {
  const selection = selectionOf(document, ids)
  return selection.status === 'found' ? selection : undefined
}

/** Puts a clip into a design: into another one, or onto another storey, at the same place; else beside what it came from. `made` are the copies of what was named. */
export function pasted(
  document: WardDocument,
  clip: Clip,
  design: Id,
  storey: Id | undefined,
): { readonly edit: Edit; readonly made: readonly Id[] } {
  let first: Edit | undefined
  const from = clip.named.flatMap((element) => ('storey' in element ? element.storey : []))[0]
  const isMoved = clip.design.id !== design || (from !== undefined && storey !== undefined && from !== storey)
  for (const { x, y } of isMoved ? [{ x: 0, y: 0 }] : shiftsOf(clip)) {
    const edit = copyElements(document, { from: clip, design, storey, dx: x, dy: y }, freshId)
    if (edit.status === 'done') return { edit, made: copiesOf(edit, clip) }
    first ??= edit
  }
  return { edit: first ?? refused(message('refused.nothing-selected')), made: [] }
}

/** Puts a clip into a design at its own place, in place of what lies there. */
export function pastedOver(
  document: WardDocument,
  clip: Clip,
  design: Id,
  storey: Id | undefined,
): { readonly edit: Edit; readonly made: readonly Id[] } {
  const edit = pasteOver(document, { from: clip, design, storey, dx: 0, dy: 0 }, freshId)
  return { edit, made: copiesOf(edit, clip) }
}

/** Beside it on each side, its own size away: rooms come to share a wall. */
function shiftsOf({ named }: Clip): readonly { readonly x: number; readonly y: number }[] {
  const drawn = named.filter(({ kind }) => kind !== 'opening')
  if (drawn.length === 0) return [{ x: 0, y: 0 }]
  const box = boxOf(drawn.flatMap((element) => footprintOf(element)))
  const gap = drawn.some(({ kind }) => kind === 'room') ? 0 : BESIDE_M
  const [across, up] = [box.right - box.left + gap, box.top - box.bottom + gap]
  return [1, 2, 3].flatMap((times) => [
    { x: across * times, y: 0 },
    { x: -across * times, y: 0 },
    { x: 0, y: up * times },
    { x: 0, y: -up * times },
  ])
}

function copiesOf(edit: Edit, { named }: Clip): readonly Id[] {
  if (edit.status === 'refused') return []
  const firsts = new Set(named.map(({ id, origin }) => origin ?? id))
  return edit.change.added
    .filter(isElement)
    .filter(({ origin }) => origin !== undefined && firsts.has(origin))
    .map(({ id }) => id)
}
