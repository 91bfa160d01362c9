import type { Point } from '#shared/geometry/point'
import { edgesOfRing } from '#shared/geometry/segment'

/** What is wrong with a ring of corners, and at which of them. */
export type RingFault = { readonly fault: 'sameSpot' | 'zeroArea' | 'crossing'; readonly index: number }

/** Corners are whole millimetres up to 10 km, so products of their differences are exact in a double. */
type Corner = { readonly x: number; readonly y: number; readonly index: number }

/** Twice the signed area of a ring in square millimetres: positive when counter-clockwise. */
export function twiceSignedArea(ring: readonly Point[]): number {
  const corners = inMillimetres(ring)
  const { x, y } = corners[0]!
  let sum = 0
  for (let index = 1; index + 1 < corners.length; index++) {
    const from = corners[index]!
    const to = corners[index + 1]!
    sum += (from.x - x) * (to.y - y) - (to.x - x) * (from.y - y)
  }
  return sum
}

/** The first fault of a ring in the order of its corners; a ring without one is simple, with edges of some length and some area. */
export function ringFault(ring: readonly Point[]): RingFault | undefined {
  const corners = inMillimetres(ring)
  const edges = edgesOfRing(corners)
  if (twiceSignedArea(ring) === 0) return { fault: 'zeroArea', index: 0 }
  const short = edges.find(({ from, to }) => from.x === to.x && from.y === to.y)
  if (short !== undefined) return { fault: 'sameSpot', index: short.from.index }
  // Swept from left to right, so that a long outline is not compared edge by edge with all others.
  const sorted = [...edges].sort((a, b) => left(a) - left(b))
  for (let i = 0; i < sorted.length; i++) {
    const edge = sorted[i]!
    const right = Math.max(edge.from.x, edge.to.x)
    for (let j = i + 1; j < sorted.length && left(sorted[j]!) <= right; j++) {
      if (meetWrongly(edge, sorted[j]!, corners.length)) return { fault: 'crossing', index: Math.min(edge.from.index, sorted[j]!.from.index) }
    }
  }
  return undefined
}

type Edge = { readonly from: Corner; readonly to: Corner }

function inMillimetres(ring: readonly Point[]): readonly Corner[] {
  return ring.map(({ x, y }, index) => ({ x: Math.round(x * 1000), y: Math.round(y * 1000), index }))
}

function left({ from, to }: Edge): number {
  return Math.min(from.x, to.x)
}

/** Neighbours may share their corner and nothing more; other edges may not touch. */
function meetWrongly(a: Edge, b: Edge, count: number): boolean {
  const follows = (first: Edge, second: Edge) => second.from.index === (first.from.index + 1) % count
  if (count === 3) return false
  if (follows(a, b)) return foldsBack(a, b)
  if (follows(b, a)) return foldsBack(b, a)
  return segmentsTouch(a, b)
}

function foldsBack(first: Edge, second: Edge): boolean {
  if (side(first.from, first.to, second.to) !== 0) return false
  return (first.from.x - first.to.x) * (second.to.x - first.to.x) + (first.from.y - first.to.y) * (second.to.y - first.to.y) > 0
}

function segmentsTouch(a: Edge, b: Edge): boolean {
  const a1 = side(a.from, a.to, b.from)
  const a2 = side(a.from, a.to, b.to)
  const b1 = side(b.from, b.to, a.from)
  const b2 = side(b.from, b.to, a.to)
  if (a1 !== a2 && b1 !== b2) return true
  return (a1 === 0 && isWithin(a, b.from)) || (a2 === 0 && isWithin(a, b.to)) || (b1 === 0 && isWithin(b, a.from)) || (b2 === 0 && isWithin(b, a.to))
}

function side(from: Corner, to: Corner, point: Corner): number {
  return Math.sign((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x))
}

/** For a point on the edge's line. */
function isWithin({ from, to }: Edge, point: Corner): boolean {
  return (
    Math.min(from.x, to.x) <= point.x && point.x <= Math.max(from.x, to.x) && Math.min(from.y, to.y) <= point.y && point.y <= Math.max(from.y, to.y)
  )
}
