import type { Point } from '#shared/geometry/point'
import { edgesOfRing } from '#shared/geometry/segment'
import { type Chain, chainAdded, chainMoved, chainTyped, isClosing } from './chain'
import { type Snap, snapPoint } from './snap-point'
import { NO_SKETCH, type ToolContext, type ToolEvent, type ToolSketch } from './tool'
import { typedSize } from './typed-length'

/** A ring under way. A press that moves on draws a rectangle from corner to corner; clicks draw any polygon, closed at its start. */
export type DrawnRing =
  | { readonly name: 'rectangle'; readonly start: Point; readonly end: Snap; readonly typed: string }
  | { readonly name: 'polygon'; readonly chain: Chain }

/** Where a press is held, before it is known to be a drag or a click. */
export type RingPress = { readonly start: Snap; readonly at: Point }

export function isDrawn<S extends { readonly name: string }>(state: S | DrawnRing): state is DrawnRing {
  return state.name === 'rectangle' || state.name === 'polygon'
}

export function snapAt(at: Point, isFree: boolean, { table, storey, reach, isFace }: ToolContext): Snap {
  return snapPoint(table, storey, { at, reach, isFree, isFace })
}

/** The press let go where it was: the first corner of a polygon. */
export function ringClicked({ start }: RingPress): DrawnRing {
  return { name: 'polygon', chain: { points: [start.at], next: start, typed: '' } }
}

/** The press moved on: a rectangle; undefined while it has only slipped. */
export function ringDragged({ start, at }: RingPress, event: Extract<ToolEvent, { type: 'move' }>, context: ToolContext): DrawnRing | undefined {
  if (Math.hypot(event.at.x - at.x, event.at.y - at.y) <= context.slip) return undefined
  return { name: 'rectangle', start: start.at, end: snapAt(event.at, event.isFree, context), typed: '' }
}

export function ringMoved(ring: DrawnRing, event: Extract<ToolEvent, { type: 'move' }>, context: ToolContext): DrawnRing {
  if (ring.name === 'rectangle') return { ...ring, end: snapAt(event.at, event.isFree, context) }
  return { name: 'polygon', chain: chainMoved(ring.chain, event, context) }
}

/** One corner and a size is a rectangle: it grows towards where the pointer has gone since, else to the upper right. */
export function ringTyped(ring: DrawnRing, text: string): DrawnRing {
  if (ring.name === 'rectangle') return { ...ring, typed: text }
  const [start, second] = ring.chain.points
  if (start !== undefined && second === undefined && typedSize(text) !== undefined) {
    return { name: 'rectangle', start, end: ring.chain.pointer ?? { at: start, word: 'free', guides: [] }, typed: text }
  }
  return { name: 'polygon', chain: chainTyped(ring.chain, text) }
}

/** A press while it is drawn, or Enter: the next corner, or the ring as it is finished. A rectangle is finished by any. */
export function ringPressed(
  ring: DrawnRing,
  event: Extract<ToolEvent, { type: 'down' | 'finish' }>,
  context: ToolContext,
): { readonly ring: DrawnRing; readonly isFinished: boolean } {
  if (ring.name === 'rectangle') return { ring, isFinished: true }
  if (event.type === 'finish' && ring.chain.typed === '') return { ring: withoutPointer(ring.chain), isFinished: true }
  const chain = event.type === 'down' ? chainMoved(ring.chain, event, context) : ring.chain
  if (isClosing(chain, context.reach)) return { ring: withoutPointer(chain), isFinished: true }
  return { ring: { name: 'polygon', chain: chainAdded(chain) }, isFinished: false }
}

/** The corners so far, the pointer's among them while it moves; a rectangle's from the lower left round. */
export function cornersOf(ring: DrawnRing): readonly Point[] {
  return ring.name === 'rectangle' ? rectangleOf(ring) : polygonOf(ring.chain)
}

export function ringSketch(ring: DrawnRing): ToolSketch {
  if (ring.name === 'rectangle') {
    const corners = rectangleOf(ring)
    return { ...NO_SKETCH, rings: [corners], measures: edgesOfRing(corners).slice(0, 2), snap: ring.end }
  }
  const { points, next } = ring.chain
  const last = points.at(-1)
  const path = next === undefined ? points : [...points, next.at]
  const measures = last === undefined || next === undefined ? [] : [{ from: last, to: next.at }]
  return { rings: path.length > 3 ? [path] : [], paths: [path], measures, snap: next }
}

/** Closing takes the corners that were clicked, not the pointer. */
function withoutPointer(chain: Chain): DrawnRing {
  return { name: 'polygon', chain: { ...chain, next: undefined } }
}

function polygonOf({ points, next }: Chain): readonly Point[] {
  const last = points.at(-1)
  return next === undefined || (last !== undefined && last.x === next.at.x && last.y === next.at.y) ? points : [...points, next.at]
}

/** A hand that trembles after its click has not gone anywhere. Metres. */
const TREMBLE_M = 0.25

/** A typed size holds, towards where the pointer is. */
function rectangleOf({ start, end, typed }: Extract<DrawnRing, { name: 'rectangle' }>): readonly Point[] {
  const size = typedSize(typed)
  const toLeft = end.at.x < start.x - TREMBLE_M
  const below = end.at.y < start.y - TREMBLE_M
  const opposite = size === undefined ? end.at : { x: start.x + (toLeft ? -size.width : size.width), y: start.y + (below ? -size.depth : size.depth) }
  const [left, right] = [Math.min(start.x, opposite.x), Math.max(start.x, opposite.x)]
  const [bottom, top] = [Math.min(start.y, opposite.y), Math.max(start.y, opposite.y)]
  return [
    { x: left, y: bottom },
    { x: right, y: bottom },
    { x: right, y: top },
    { x: left, y: top },
  ]
}
