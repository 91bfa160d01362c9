import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import type { Change } from '#shared/document/change'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Room } from '#shared/document/elements/room'
import { ringFault } from '#shared/document/rings'
import type { Point } from '#shared/geometry/point'
import { boxesMeet, boxOf, distanceToSegment, signedArea } from '#shared/geometry/polygon'
import { type Refused, refused } from './edit'
import { isInside } from './room-shape'

/** Rooms that overlap by less do not overlap. Metres. */
const OVERLAP_M = 0.002

/** A room smaller than this is a slip of the pointer. Square metres. */
const SMALLEST_ROOM_M2 = 0.25

/** The refusal of a change whose rooms would lie over other rooms, with the change as its ghost. */
export function overlapRefusal(table: RecordTable, change: Change): Refused | undefined {
  const drawn = [...change.added, ...change.updated.map(([, to]) => to)].filter((record) => record.kind === 'room')
  const gone = new Set<Id>([...drawn, ...change.removed].map(({ id }) => id))
  const standing = recordsOf(table, 'room').filter(({ id }) => !gone.has(id))
  for (const [index, room] of drawn.entries()) {
    if (signedArea(room.corners) < SMALLEST_ROOM_M2) return refused(message('refused.too-small', { room: room.name }), change)
    if (ringFault(room.corners) !== undefined) return refused(message('refused.crosses-itself', { room: room.name }), change)
    const others = [...standing, ...drawn.slice(index + 1)].filter((other) => other.storey === room.storey && roomsOverlap(room, other))
    if (others.length > 0) return refused(message('refused.overlaps', { room: room.name, others: others.map(({ name }) => name) }), change)
  }
  return undefined
}

/** Whether two rooms lie over each other by 2 mm or more. */
export function roomsOverlap({ corners: a }: Pick<Room, 'corners'>, { corners: b }: Pick<Room, 'corners'>): boolean {
  if (!boxesMeet(boxOf(a), boxOf(b), -OVERLAP_M)) return false
  return reachesInto(a, b) || reachesInto(b, a) || isDeepInside(innerPoint(a), b)
}

/** Whether some piece of an edge of `a`, cut where it meets edges of `b`, runs inside `b`. */
function reachesInto(a: readonly Point[], b: readonly Point[]): boolean {
  return a.some((from, index) => {
    const to = a[(index + 1) % a.length] as Point
    const cuts = [0, 1, ...b.flatMap((point, i) => cutAt(from, to, point, b[(i + 1) % b.length] as Point))].sort((p, q) => p - q)
    return cuts.some((cut, i) => i > 0 && isDeepInside(between(from, to, ((cuts[i - 1] as number) + cut) / 2), b))
  })
}

/** Where along p-q (0 to 1) the segment a-b meets it, if it does in one point. */
function cutAt(p: Point, q: Point, a: Point, b: Point): readonly number[] {
  const cross = (q.x - p.x) * (b.y - a.y) - (q.y - p.y) * (b.x - a.x)
  if (cross === 0) return []
  const along = ((a.x - p.x) * (b.y - a.y) - (a.y - p.y) * (b.x - a.x)) / cross
  return along > 0 && along < 1 ? [along] : []
}

function isDeepInside(point: Point, ring: readonly Point[]): boolean {
  return (
    isInside(point, ring) &&
    ring.every((from, index) => distanceToSegment(point.x, point.y, from, ring[(index + 1) % ring.length] as Point) > OVERLAP_M)
  )
}

/** A point well inside a ring: the middle of the longest piece of a level line through it. */
function innerPoint(ring: readonly Point[]): Point {
  const levels = [...new Set(ring.map(({ y }) => y))].sort((p, q) => p - q)
  let best = { x: 0, y: 0, width: -1 }
  levels.slice(1).forEach((level, index) => {
    const y = (level + (levels[index] as number)) / 2
    const meets = ring
      .flatMap((a, i) => {
        const b = ring[(i + 1) % ring.length] as Point
        return a.y > y === b.y > y ? [] : [a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)]
      })
      .sort((p, q) => p - q)
    for (let i = 0; i + 1 < meets.length; i += 2) {
      const width = Math.min((meets[i + 1] as number) - (meets[i] as number), level - (levels[index] as number))
      if (width > best.width) best = { x: ((meets[i] as number) + (meets[i + 1] as number)) / 2, y, width }
    }
  })
  return best
}

function between(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }
}
