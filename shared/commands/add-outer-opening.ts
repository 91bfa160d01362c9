import type { Id } from '#shared/base/ids'
import { outerWallLine } from '#shared/building/outer-wall-line'
import { OUTER_WALL_M } from '#shared/building/stretches'
import { applyChange } from '#shared/document/change'
import { type RecordTable, recordsOf, type WardDocument } from '#shared/document/document'
import type { Point } from '#shared/geometry/point'
import { distanceToSegment } from '#shared/geometry/polygon'
import { edgesOfRing, pointAlong, type Segment, shareAlong } from '#shared/geometry/segment'
import { addOpening, type NewOpening } from './add-opening'
import { addWall } from './add-wall'
import { done, type Edit, type FreshId, refused } from './edit'
import { distance } from './room-shape'

/** Where outer wall is missing: along the outline, between the walls that stand there. Metres. */
export type BareFace = Segment

/** A wall that runs this near along the line of the outer wall stands in its place. Metres. */
const BESIDE_M = 0.2
/** Less than this is no wall. Metres. */
const SHORTEST_M = 0.3

/** The stretch of a storey's outline nearest to a point, within `reach` metres of where its wall would stand, that has no wall yet. */
export function bareFaceNear(table: RecordTable, storeyId: Id, at: Point, reach: number): BareFace | undefined {
  const storey = table[storeyId]
  if (storey?.kind !== 'storey') return undefined
  const near = edgesOfRing(outerWallLine(storey))
    .map((side) => ({ side, off: distanceToSegment(at.x, at.y, side.from, side.to) }))
    .filter(({ off }) => off <= reach)
    .sort((a, b) => a.off - b.off)
  for (const { side } of near) {
    const along = shareAlong(side, at)
    const found = baresOf(side, wallsOf(table, storeyId)).find(({ start, end }) => along >= start && along <= end)
    if (found === undefined) continue
    const face = { from: pointAlong(side, found.start), to: pointAlong(side, found.end) }
    if (distance(face.from, face.to) >= SHORTEST_M) return face
  }
  return undefined
}

/** Puts an outer wall where the outline of the building has none, and a door, say, into it, at `along` metres from its start. One step. */
export function addOuterOpening(
  document: WardDocument,
  {
    design,
    storey,
    face,
    ...opening
  }: Omit<NewOpening, 'on'> & { readonly along: number; readonly design: Id; readonly storey: Id; readonly face: BareFace },
  freshId: FreshId,
): Edit {
  const walled = addWall(document, { design, storey, ...face, thickness: OUTER_WALL_M }, freshId)
  const [wall] = walled.status === 'done' ? walled.change.added : []
  if (walled.status === 'refused' || wall === undefined) return walled
  const cut = addOpening(applyChange(document, walled.change), { ...opening, on: { wall: wall.id } }, freshId)
  if (cut.status === 'done') return done(cut.name, { added: [wall, ...cut.change.added] })
  return refused(cut.reason, cut.ghost && { ...cut.ghost, added: [wall, ...cut.ghost.added] })
}

function wallsOf(table: RecordTable, storey: Id): readonly BareFace[] {
  return [
    ...recordsOf(table, 'room').flatMap((room) => (room.storey === storey ? edgesOfRing(room.corners) : [])),
    ...recordsOf(table, 'wall').filter((wall) => wall.storey === storey),
  ]
}

/** The shares of a side that no wall runs along. */
function baresOf(side: BareFace, walls: readonly BareFace[]): readonly { readonly start: number; readonly end: number }[] {
  const covered = walls
    .filter((wall) => isAlong(side, wall))
    .map((wall) => [shareAlong(side, wall.from), shareAlong(side, wall.to)].sort((a, b) => a - b) as [number, number])
    .sort(([a], [b]) => a - b)
  const bares: { start: number; end: number }[] = []
  let start = 0
  for (const [from, to] of covered) {
    if (from > start) bares.push({ start, end: from })
    start = Math.max(start, to)
  }
  return start < 1 ? [...bares, { start, end: 1 }] : bares
}

/** Both ends near the line of a side, and some of it beside the side itself. */
function isAlong(side: BareFace, { from, to }: BareFace): boolean {
  const size = distance(side.from, side.to)
  const offOf = (point: Point) =>
    Math.abs((side.to.x - side.from.x) * (point.y - side.from.y) - (side.to.y - side.from.y) * (point.x - side.from.x)) / size
  const [a, b] = [shareAlong(side, from), shareAlong(side, to)]
  return offOf(from) <= BESIDE_M && offOf(to) <= BESIDE_M && Math.min(1, Math.max(a, b)) - Math.max(0, Math.min(a, b)) > 1e-6
}
