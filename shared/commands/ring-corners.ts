import { roundToMillimetre } from '#shared/base/units'
import type { Opening } from '#shared/document/elements/opening'
import type { Corner, Room } from '#shared/document/elements/room'
import type { Point } from '#shared/geometry/point'
import { distanceToSegment } from '#shared/geometry/polygon'
import { distance, edgeOf, freshKey } from './room-shape'

/** What runs within this of an edge is that edge; rooms share a wall so. Metres. */
const SAME_LINE_M = 0.002

/** Corners of a ring made of rooms' floor, each with the kind and the key of the edge that it came from; a key is given once. Metres. */
export function cornersAlong(ring: readonly Point[], rooms: readonly Room[]): readonly Corner[] {
  const taken = new Set(rooms.flatMap(({ corners }) => corners.map(({ key }) => key)))
  const given = new Set<string>()
  return ring.map((from, index) => {
    const to = ring[(index + 1) % ring.length] as Point
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
    const source = rooms.flatMap(({ corners }) =>
      corners.filter((corner, at) => isOn(middle, corner, corners[(at + 1) % corners.length] as Corner)),
    )[0]
    const key = source === undefined || given.has(source.key) ? freshKey(taken) : source.key
    given.add(key)
    const thickness = source?.thickness === undefined ? {} : { thickness: source.thickness }
    return { key, x: roundToMillimetre(from.x), y: roundToMillimetre(from.y), edge: source?.edge ?? 'wall', ...thickness }
  })
}

/** Where an opening of one of the rooms lies in a room made of their floor; undefined where its wall is gone. */
export function placeAlong(opening: Opening, rooms: readonly Room[], made: Room): Pick<Opening, 'on' | 'along'> | undefined {
  const { on } = opening
  const owner = rooms.find(({ id }) => 'room' in on && id === on.room)
  const edge = owner && 'room' in on ? edgeOf(owner, on.corner) : undefined
  if (edge === undefined) return undefined
  const length = distance(edge.from, edge.to)
  const at = (along: number) => ({
    x: edge.from.x + ((edge.to.x - edge.from.x) * along) / length,
    y: edge.from.y + ((edge.to.y - edge.from.y) * along) / length,
  })
  const [start, end] = [at(opening.along), at(opening.along + opening.width)]
  for (const [index, corner] of made.corners.entries()) {
    const next = made.corners[(index + 1) % made.corners.length] as Corner
    if (!isOn(start, corner, next) || !isOn(end, corner, next)) continue
    return { on: { room: made.id, corner: corner.key }, along: roundToMillimetre(distance(corner, start)) }
  }
  return undefined
}

function isOn(point: Point, from: Point, to: Point): boolean {
  return distanceToSegment(point.x, point.y, from, to) <= SAME_LINE_M
}
