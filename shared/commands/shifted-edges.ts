import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import type { RecordTable } from '#shared/document/document'
import type { Opening } from '#shared/document/elements/opening'
import type { Corner, Room } from '#shared/document/elements/room'
import type { WardRecord } from '#shared/document/record'
import type { Point } from '#shared/geometry/point'
import { type Refused, refused } from './edit'
import { distance, edgeOf, freshKey } from './room-shape'
import { nameOf, openingsOn } from './target'

/** Edges whose directions differ by less (as a sine) are in one line. */
const PARALLEL = 1e-3

/**
 * A room with one edge moved outwards, in metres. Its ends slide along the edges beside it; where such
 * an edge lies in the same line, a short edge joins them, under a key of its own.
 */
export function withEdgeMoved(room: Room, key: string, outwards: number): Room | undefined {
  const edge = edgeOf(room, key)
  if (edge === undefined) return undefined
  const { corners } = room
  const { index, from, to } = edge
  const before = corners[(index + corners.length - 1) % corners.length] as Corner
  const after = corners[(index + 2) % corners.length] as Corner
  const size = distance(from, to)
  const along = { x: (to.x - from.x) / size, y: (to.y - from.y) / size }
  const slide = (end: Point, other: Point): Point | undefined => {
    const reach = distance(end, other)
    const across = ((end.x - other.x) * along.y - (end.y - other.y) * along.x) / reach
    if (Math.abs(across) < PARALLEL) return undefined
    const step = outwards / across / reach
    return { x: end.x + (end.x - other.x) * step, y: end.y + (end.y - other.y) * step }
  }
  const straight = (end: Point): Point => ({ x: end.x + along.y * outwards, y: end.y - along.x * outwards })
  const [start, end] = [slide(from, before), slide(to, after)]
  const taken = new Set(corners.map((corner) => corner.key))
  const moved: Corner[] = []
  corners.forEach((corner, i) => {
    if (i === index) {
      if (start === undefined) moved.push({ key: freshKey(taken), x: corner.x, y: corner.y, edge: 'wall' })
      moved.push(placed(corner, start ?? straight(from)))
      if (end === undefined) moved.push({ key: freshKey(taken), ...rounded(straight(to)), edge: 'wall' })
    } else if (corner === to && end !== undefined) moved.push(placed(corner, end))
    else moved.push(corner)
  })
  return { ...room, corners: moved }
}

function placed(corner: Corner, point: Point): Corner {
  return { ...corner, ...rounded(point) }
}

function rounded({ x, y }: Point): Point {
  return { x: roundToMillimetre(x), y: roundToMillimetre(y) }
}

/**
 * The openings of a room, kept where they are on the plan after its edges were moved; those of the
 * moved edge go with it. Refused where one no longer fits into its wall.
 */
export function openingsKept(table: RecordTable, from: Room, to: Room): readonly (readonly [WardRecord, WardRecord])[] | Refused {
  const updated: (readonly [Opening, Opening])[] = []
  for (const opening of openingsOn(table, from.id)) {
    if (!('room' in opening.on)) continue
    const [old, now] = [edgeOf(from, opening.on.corner), edgeOf(to, opening.on.corner)]
    if (old === undefined || now === undefined) continue
    const size = distance(now.from, now.to)
    const shift = ((old.from.x - now.from.x) * (now.to.x - now.from.x) + (old.from.y - now.from.y) * (now.to.y - now.from.y)) / size
    const along = roundToMillimetre(opening.along + shift)
    if (along < 0 || along + opening.width > size + 1e-9) {
      return refused(message('refused.opening-left-out', { opening: nameOf(opening, table), room: from.name }))
    }
    if (along !== opening.along) updated.push([opening, { ...opening, along }])
  }
  return updated
}
