import { roundToMillimetre } from '#shared/base/units'
import type { Point } from '#shared/geometry/point'
import { type Snap, snapPoint } from './snap-point'
import type { ToolContext, ToolEvent } from './tool'
import { typedReach } from './typed-length'

/** Points clicked one after the other, and where the next would be. Rooms, partitions, cuts and the tape are drawn so. */
export type Chain = {
  readonly points: readonly Point[]
  readonly next: Snap | undefined
  /** Where the pointer itself is, whatever is typed. */
  readonly pointer?: Snap
  readonly typed: string
}

export const NO_CHAIN: Chain = { points: [], next: undefined, typed: '' }

/** Where the next point is: under the pointer, or as far (and in the direction) as was typed. */
export function chainMoved(chain: Chain, event: Extract<ToolEvent, { type: 'move' | 'down' }>, context: ToolContext): Chain {
  const from = chain.points.at(-1)
  const isHeld = event.type === 'move' && event.isHeld
  const held = isHeld && from !== undefined && chain.next !== undefined ? minus(chain.next.at, from) : undefined
  const wish = { at: event.at, reach: context.reach, isFree: event.isFree, isFace: context.isFace, from, held }
  const pointer = snapPoint(context.table, context.storey, wish)
  return withTyped({ ...chain, next: pointer, pointer })
}

export function chainTyped(chain: Chain, typed: string): Chain {
  return withTyped({ ...chain, typed })
}

/** The next point becomes one of the chain; the same place twice is a slip. */
export function chainAdded(chain: Chain): Chain {
  const { next, points } = chain
  const last = points.at(-1)
  if (next === undefined || (last !== undefined && last.x === next.at.x && last.y === next.at.y)) return { ...chain, typed: '' }
  return { ...chain, points: [...points, next.at], next, typed: '' }
}

/** Whether the next point lies on the first, so that the chain would close. */
export function isClosing({ points, next }: Chain, reach: number): boolean {
  const first = points[0]
  return points.length > 2 && first !== undefined && next !== undefined && Math.hypot(first.x - next.at.x, first.y - next.at.y) <= reach
}

function withTyped(chain: Chain): Chain {
  const from = chain.points.at(-1)
  const reach = typedReach(chain.typed)
  if (reach === undefined || from === undefined || chain.next === undefined) return chain
  const way = reach.angle === undefined ? wayTo(chain, from) : wayOf(reach.angle)
  const size = Math.hypot(way.x, way.y)
  const at = { x: roundToMillimetre(from.x + (way.x / size) * reach.length), y: roundToMillimetre(from.y + (way.y / size) * reach.length) }
  return { ...chain, next: { at, word: 'direction', guides: [] } }
}

/** Towards the pointer; where it is on the last point itself, on as the last stretch went, or to the right. */
function wayTo({ points, next, pointer = next }: Chain, from: Point): Point {
  const before = points.at(-2)
  const way = pointer === undefined ? undefined : minus(pointer.at, from)
  if (way !== undefined && Math.hypot(way.x, way.y) > 0) return way
  return before === undefined ? { x: 1, y: 0 } : minus(from, before)
}

function wayOf(degrees: number): Point {
  const radians = (degrees * Math.PI) / 180
  return { x: Math.cos(radians), y: Math.sin(radians) }
}

function minus(a: Point, b: Point): Point {
  return { x: a.x - b.x, y: a.y - b.y }
}
