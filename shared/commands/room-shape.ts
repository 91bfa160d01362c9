import { roundToMillimetre } from '#shared/base/units'
import type { Corner, Room } from '#shared/document/elements/room'
import { pointToMillimetres } from '#shared/geometry/millimetres'
import type { Point } from '#shared/geometry/point'
import { centroid, sideOfRing, signedArea } from '#shared/geometry/polygon'

/** A corner as a person or an import gives it: key and edge kind may be left out. Metres. */
export type DrawnCorner = { readonly x: number; readonly y: number } & Partial<Pick<Corner, 'key' | 'edge' | 'thickness'>>

/** Corners of an upright rectangle, keyed by the side their edge is on; `x`, `y` is its lower left corner. Metres. */
export function rectangleCorners(x: number, y: number, width: number, depth: number): readonly DrawnCorner[] {
  return [
    { key: 'south', x, y },
    { key: 'east', x: x + width, y },
    { key: 'north', x: x + width, y: y + depth },
    { key: 'west', x, y: y + depth },
  ]
}

/** Corners as they are stored: whole millimetres, counter-clockwise, each with a key of its own. */
export function storedCorners(drawn: readonly DrawnCorner[]): readonly Corner[] {
  const rounded = drawn.map((corner) => ({ ...corner, x: roundToMillimetre(corner.x), y: roundToMillimetre(corner.y) }))
  const ring = signedArea(rounded) < 0 ? reversed(rounded) : rounded
  const taken = new Set(ring.flatMap(({ key }) => (key === undefined ? [] : [key])))
  return ring.map(({ key, x, y, edge = 'wall', thickness }) => ({
    key: key ?? freshKey(taken),
    x,
    y,
    edge,
    ...(thickness === undefined ? {} : { thickness: roundToMillimetre(thickness) }),
  }))
}

/** An edge goes with the corner it starts at, so turning a ring round shifts what belongs to edges by one corner. */
function reversed(ring: readonly DrawnCorner[]): readonly DrawnCorner[] {
  return ring.map((_, index) => {
    const corner = ring[ring.length - 1 - index] as DrawnCorner
    const { x: _x, y: _y, ...edge } = ring[(2 * ring.length - 2 - index) % ring.length] as DrawnCorner
    return { ...edge, x: corner.x, y: corner.y }
  })
}

/** A key that is not taken yet; takes it. */
export function freshKey(taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const key = `e${number}`
    if (taken.has(key)) continue
    taken.add(key)
    return key
  }
}

/** The centroid of a room's polygon, in metres. */
export function centreOf({ corners }: Room): Point {
  return centroid([corners]) ?? (corners[0] as Corner)
}

/** Whether a point lies inside a ring or on its edge. Metres, exact on whole millimetres. */
export function isInside(point: Point, ring: readonly Point[]): boolean {
  const { x, y } = point
  return sideOfRing(ring.map(pointToMillimetres), x * 1000, y * 1000) >= 0
}

/** The corner with this key and the one its edge ends at. */
export function edgeOf({ corners }: Room, key: string): { readonly index: number; readonly from: Corner; readonly to: Corner } | undefined {
  const index = corners.findIndex((corner) => corner.key === key)
  if (index < 0) return undefined
  return { index, from: corners[index] as Corner, to: corners[(index + 1) % corners.length] as Corner }
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y)
}
