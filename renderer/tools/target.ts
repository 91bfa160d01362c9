import type { Id } from '#shared/base/ids'
import type { WallPiece } from '#shared/building/building'
import type { RecordTable } from '#shared/document/document'
import { distanceToSegment } from '#shared/geometry/polygon'

/** What a pointer can take hold of. A wall of rooms is named by one of the edges it is made of. */
export type Target =
  | { readonly kind: 'room'; readonly id: Id }
  | { readonly kind: 'opening'; readonly id: Id }
  | { readonly kind: 'fixture'; readonly id: Id }
  | { readonly kind: 'wall'; readonly id: Id }
  | { readonly kind: 'note'; readonly id: Id }
  | { readonly kind: 'edge'; readonly id: Id; readonly corner: string }
  | { readonly kind: 'corner'; readonly id: Id; readonly corner: string }

/** The target that a selected record is; undefined for what cannot be moved. */
export function targetOf(table: RecordTable, id: Id): Target | undefined {
  const kind = table[id]?.kind
  return kind === 'room' || kind === 'opening' || kind === 'fixture' || kind === 'wall' || kind === 'note' ? { kind, id } : undefined
}

/** Metres that a stretch of wall may lie off the edge it came from. */
const ON_EDGE_M = 0.01

/** The room edge, or the free wall, that a stretch of drawn wall belongs to. */
export function targetOfWall(table: RecordTable, { of, from, to }: Pick<WallPiece, 'of' | 'from' | 'to'>): Target | undefined {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  for (const id of of) {
    const record = table[id]
    if (record?.kind === 'wall') return { kind: 'wall', id }
    if (record?.kind !== 'room') continue
    const { corners } = record
    const at = corners.findIndex((corner, index) => distanceToSegment(middle.x, middle.y, corner, corners[(index + 1) % corners.length]!) < ON_EDGE_M)
    if (at !== -1) return { kind: 'edge', id, corner: corners[at]!.key }
  }
  return undefined
}
