import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import type { WardDocument } from '#shared/document/document'
import { recordsOf } from '#shared/document/document'
import type { Room } from '#shared/document/elements/room'
import type { WardRecord } from '#shared/document/record'
import type { Point } from '#shared/geometry/point'
import { edgesOfRing } from '#shared/geometry/segment'
import { done, type Edit, refused } from './edit'
import { unlawfulRefusal } from './lawful'
import { distance, edgeOf } from './room-shape'
import { openingsKept, withEdgeMoved } from './shifted-edges'
import { monumentAmong, movable } from './target'

/** Edges within this of one line are one wall. Metres. */
const ONE_LINE_M = 0.002

type RoomEdge = { readonly room: Room; readonly key: string; readonly from: Point; readonly to: Point }

/**
 * Moves the wall that an edge of a room lies in, away from that room, in metres: the edges of both rooms
 * go with it, and of every further room whose edge is part of the same straight wall.
 */
export function moveWall(document: WardDocument, given: { readonly room: Id; readonly corner: string; readonly outwards: number }): Edit {
  const target = movable(document, given.room, 'room')
  if (target.status === 'refused') return target
  const { table, record } = target
  const first = edgeOf(record, given.corner)
  if (first === undefined) return refused(message('refused.unknown', { id: given.corner }))
  const outwards = roundToMillimetre(given.outwards)
  const edges = recordsOf(table, 'room')
    .filter(({ storey }) => storey === record.storey)
    .flatMap(edgesOf)
  const wall = wallOf({ room: record, key: given.corner, from: first.from, to: first.to }, edges)
  const rooms = [...new Set(wall.map(({ room }) => room))]
  const name = message('edit.moved-wall', { rooms: rooms.map((room) => room.name), by: Math.abs(outwards) })
  const fixed = monumentAmong(rooms, table, document.workshop)
  if (fixed !== undefined) return fixed
  if (outwards === 0) return done(name, {})

  const updated: (readonly [WardRecord, WardRecord])[] = []
  for (const room of rooms) {
    let to = room
    for (const edge of wall) {
      if (edge.room === room) to = withEdgeMoved(to, edge.key, sameWay(first, edge) ? outwards : -outwards) ?? to
    }
    const openings = openingsKept(table, room, to)
    if ('status' in openings) return openings
    updated.push([room, to], ...openings)
  }
  const edit = done(name, { updated })
  return unlawfulRefusal(table, edit.change) ?? edit
}

function edgesOf(room: Room): readonly RoomEdge[] {
  return edgesOfRing(room.corners).map(({ from, to }) => ({ room, key: from.key, from, to }))
}

/** Every edge that overlaps the first one in its line, or overlaps one that does. */
function wallOf(first: RoomEdge, edges: readonly RoomEdge[]): readonly RoomEdge[] {
  const size = distance(first.from, first.to)
  const [ux, uy] = [(first.to.x - first.from.x) / size, (first.to.y - first.from.y) / size]
  const along = ({ x, y }: Point) => (x - first.from.x) * ux + (y - first.from.y) * uy
  const isNear = ({ x, y }: Point) => Math.abs((x - first.from.x) * uy - (y - first.from.y) * ux) <= ONE_LINE_M
  const span = (edge: RoomEdge) => [Math.min(along(edge.from), along(edge.to)), Math.max(along(edge.from), along(edge.to))] as const
  const inLine = edges.filter(({ from, to }) => isNear(from) && isNear(to))
  const wall = new Set(inLine.filter(({ room, key }) => room === first.room && key === first.key))
  for (let size = 0; size < wall.size; ) {
    size = wall.size
    for (const edge of inLine) {
      const [low, high] = span(edge)
      if ([...wall].some((other) => low < span(other)[1] - ONE_LINE_M && span(other)[0] < high - ONE_LINE_M)) wall.add(edge)
    }
  }
  return [...wall]
}

function sameWay(a: { readonly from: Point; readonly to: Point }, b: { readonly from: Point; readonly to: Point }): boolean {
  return (a.to.x - a.from.x) * (b.to.x - b.from.x) + (a.to.y - a.from.y) * (b.to.y - b.from.y) > 0
}
