import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import type { WardDocument } from '#shared/document/document'
import type { Opening } from '#shared/document/elements/opening'
import type { Corner, Room } from '#shared/document/elements/room'
import type { Point } from '#shared/geometry/point'
import { signedArea } from '#shared/geometry/polygon'
import { done, type Edit, type FreshId, refused } from './edit'
import { unlawfulRefusal } from './lawful'
import { distance, freshKey } from './room-shape'
import { movable, nameOf, openingsOn } from './target'

/** A corner nearer to the cut than this lies on it. Metres. */
const ON_CUT_M = 0.0006

/** A corner of the ring with the cut's ends put in: where its edge came from, and how far along that edge it starts. */
type CutCorner = { readonly corner: Corner; readonly of: string; readonly start: number; readonly isOnCut: boolean }

/**
 * Cuts a room in two along the straight line through two points, with a wall between. The larger part stays the room that it was, the
 * other is a new one of the same type; openings go with their stretch of wall. Refused where the line does not cut it into two. Metres.
 */
export function splitRoom(document: WardDocument, given: { readonly room: Id; readonly from: Point; readonly to: Point }, freshId: FreshId): Edit {
  const target = movable(document, given.room, 'room')
  if (target.status === 'refused') return target
  const { table, record: room } = target
  const ring = cutRing(room, given.from, given.to)
  const ends = ring.flatMap(({ isOnCut }, index) => (isOnCut ? [index] : []))
  const [first, second] = ends
  if (ends.length !== 2 || first === undefined || second === undefined) return refused(message('refused.no-clean-cut', { room: room.name }))
  const halves = [partOf(ring, first, second), partOf(ring, second, first)] as const
  const [larger, smaller] = areaOf(halves[0]) >= areaOf(halves[1]) ? halves : [halves[1], halves[0]]
  const kept: Room = { ...room, corners: larger.map(({ corner }) => corner) }
  const added: Room = { ...room, id: freshId('room'), name: `${room.name} 2`, corners: smaller.map(({ corner }) => corner) }
  const updated: (readonly [Opening, Opening])[] = []
  for (const opening of openingsOn(table, room.id)) {
    const host = hostOf(opening, larger, room.id) ?? hostOf(opening, smaller, added.id)
    if (host === undefined) return refused(message('refused.cut-through-opening', { opening: nameOf(opening, table) }))
    updated.push([opening, { ...opening, ...host }])
  }
  const edit = done(message('edit.split-room', { room: room.name, other: added.name }), {
    added: [withoutOrigin(added)],
    updated: [[room, kept], ...updated.filter(([from, to]) => from.on !== to.on || from.along !== to.along)],
  })
  return unlawfulRefusal(table, edit.change) ?? edit
}

/** The new part is nobody's copy: what differs between designs shows it as new. */
function withoutOrigin({ origin: _, monument: __, ...room }: Room): Room {
  return room
}

function cutRing({ corners }: Room, a: Point, b: Point): readonly CutCorner[] {
  const length = distance(a, b)
  if (length === 0) return []
  const side = ({ x, y }: Point) => {
    const off = ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) / length
    return Math.abs(off) < ON_CUT_M ? 0 : off
  }
  const taken = new Set(corners.map(({ key }) => key))
  return corners.flatMap((corner, index): readonly CutCorner[] => {
    const next = corners[(index + 1) % corners.length] as Corner
    const [here, there] = [side(corner), side(next)]
    const own: CutCorner = { corner, of: corner.key, start: 0, isOnCut: here === 0 }
    if (here * there >= 0) return [own]
    const share = here / (here - there)
    const at = { x: roundToMillimetre(corner.x + (next.x - corner.x) * share), y: roundToMillimetre(corner.y + (next.y - corner.y) * share) }
    return [own, { corner: { ...corner, ...at, key: freshKey(taken) }, of: corner.key, start: distance(corner, at), isOnCut: true }]
  })
}

/** The ring from one end of the cut to the other, closed by the new wall. */
function partOf(ring: readonly CutCorner[], from: number, to: number): readonly CutCorner[] {
  const count = (to - from + ring.length) % ring.length
  const part = Array.from({ length: count }, (_, step) => ring[(from + step) % ring.length] as CutCorner)
  const last = ring[to] as CutCorner
  const key = freshKey(new Set(ring.map(({ corner }) => corner.key)))
  return [...part, { corner: { key, x: last.corner.x, y: last.corner.y, edge: 'wall' }, of: '', start: 0, isOnCut: true }]
}

function areaOf(part: readonly CutCorner[]): number {
  return signedArea(part.map(({ corner }) => corner))
}

/** Where an opening lies on a part: on the stretch of its old edge that holds all of it. */
function hostOf(opening: Opening, part: readonly CutCorner[], room: Id): Pick<Opening, 'on' | 'along'> | undefined {
  const { on, along, width } = opening
  if (!('room' in on)) return undefined
  for (const [index, { corner, of, start }] of part.entries()) {
    if (of !== on.corner) continue
    const length = distance(corner, (part[(index + 1) % part.length] as CutCorner).corner)
    if (along < start - 1e-9 || along + width > start + length + 0.001) continue
    return on.room === room && on.corner === corner.key
      ? { on, along: roundToMillimetre(along - start) }
      : { on: { room, corner: corner.key }, along: roundToMillimetre(along - start) }
  }
  return undefined
}
