import type { Opening } from '#shared/document/elements/opening'
import type { Room } from '#shared/document/elements/room'
import type { Wall } from '#shared/document/elements/wall'
import { boxAround, boxListOf, placesNear } from '#shared/geometry/box-list'
import { pointToMillimetres } from '#shared/geometry/millimetres'
import type { Point } from '#shared/geometry/point'
import { type Box, boxesMeet, boxOf, signedArea } from '#shared/geometry/polygon'
import { type DrawnEdge, REACH_MM } from './wall-graph'

/** Rooms of less floor than this have no walls: they are a finding. Square millimetres. */
const LEAST_AREA_MM2 = 100

/** A room on the millimetre grid: counter-clockwise, whichever way it is stored. */
export type RoomOutline = { readonly room: Room; readonly ring: readonly Point[]; readonly box: Box; readonly isReversed: boolean }

const outlines = new WeakMap<Room, RoomOutline>()

export function roomOutline(room: Room): RoomOutline {
  let outline = outlines.get(room)
  if (outline === undefined) {
    const drawn = room.corners.map(pointToMillimetres)
    const isReversed = signedArea(drawn) < 0
    const ring = isReversed ? drawn.reverse() : drawn
    outline = { room, ring, box: boxOf(ring), isReversed }
    outlines.set(room, outline)
  }
  return outline
}

const outlinesOf = new WeakMap<readonly Room[], readonly RoomOutline[]>()

/** The outlines of a list of rooms; of the same list the same. */
export function roomOutlines(rooms: readonly Room[]): readonly RoomOutline[] {
  let outlines = outlinesOf.get(rooms)
  if (outlines === undefined) {
    outlines = rooms.map(roomOutline)
    outlinesOf.set(rooms, outlines)
  }
  return outlines
}

/** The edge of a free wall; undefined where it is but a point. */
function edgeOfWall(wall: Wall): DrawnEdge | undefined {
  let edge = wallEdges.get(wall)
  if (edge === undefined) {
    const a = pointToMillimetres(wall.from)
    const b = pointToMillimetres(wall.to)
    if (a.x === b.x && a.y === b.y) return undefined
    edge = { owner: wall.id, corner: undefined, a, b, box: boxOf([a, b]), rank: 0, isReversed: false, kind: wall.edge, thickness: wall.thickness }
    wallEdges.set(wall, edge)
  }
  return edge
}

const wallEdges = new WeakMap<Wall, DrawnEdge>()

const roomEdges = new WeakMap<Room, readonly DrawnEdge[]>()

function edgesOfRoom(room: Room): readonly DrawnEdge[] {
  const known = roomEdges.get(room)
  if (known !== undefined) return known
  const edges: DrawnEdge[] = []
  const { ring, isReversed } = roomOutline(room)
  if (Math.abs(signedArea(ring)) >= LEAST_AREA_MM2) {
    const points = room.corners.map(pointToMillimetres)
    room.corners.forEach((corner, i) => {
      const start = points[i]!
      const end = points[i + 1 === points.length ? 0 : i + 1]!
      if (start.x === end.x && start.y === end.y) return
      const [a, b] = isReversed ? [end, start] : [start, end]
      const { key, edge: kind, thickness } = corner
      edges.push({ owner: room.id, corner: key, a, b, box: boxOf([a, b]), rank: i, isReversed, kind, thickness })
    })
  }
  roomEdges.set(room, edges)
  return edges
}

/** What the walls of a storey are derived from, in the order of ids. Millimetres. */
export type Plan = Drawn & { readonly outline: readonly Point[] | undefined }

type Drawn = { readonly rooms: readonly RoomOutline[]; readonly walls: readonly Wall[] }

/** Edges of rooms, then of free walls. */
export function edgesOf({ rooms, walls }: Drawn): readonly DrawnEdge[] {
  return [...rooms.flatMap(({ room }) => edgesOfRoom(room)), ...walls.flatMap((wall) => edgeOfWall(wall) ?? [])]
}

/** The edge that an opening lies on. */
export function edgeUnder({ on }: Opening, { rooms, walls }: Drawn): DrawnEdge | undefined {
  if ('room' in on) {
    const outline = rooms.find(({ room }) => room.id === on.room)
    return outline && edgesOfRoom(outline.room).find(({ corner }) => corner === on.corner)
  }
  const wall = walls.find(({ id }) => id === on.wall)
  return wall && edgeOfWall(wall)
}

/** What meets in a node lies within 2 mm of the next, and a chain of such ends is never as long as this. Millimetres. */
export const ABOUT_MM = 16 * REACH_MM

/** The edges that come near one of `others` or are one of them, in their order. */
export function edgesNear({ rooms, walls }: Drawn, others: readonly DrawnEdge[]): readonly DrawnEdge[] {
  const near: DrawnEdge[] = []
  const boxes = boxListOf(others, ({ box }) => box)
  const all = boxAround(others.map(({ box }) => box))
  for (const { room, box } of rooms) {
    const beside = boxesMeet(box, all, ABOUT_MM) ? placesNear(boxes, box, ABOUT_MM) : []
    if (beside.length === 0) continue
    for (const edge of edgesOfRoom(room)) if (beside.some((place) => boxesMeet(edge.box, others[place]!.box, ABOUT_MM))) near.push(edge)
  }
  for (const wall of walls) {
    const edge = edgeOfWall(wall)
    if (edge !== undefined && placesNear(boxes, edge.box, ABOUT_MM).length > 0) near.push(edge)
  }
  return near
}

/** Edges of rooms are named by a corner, free walls have none. */
export function isOfRoom({ corner }: DrawnEdge): boolean {
  return corner !== undefined
}
