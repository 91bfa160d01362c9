import { type Piece, TOUCH } from './disc-piece'
import { distanceToEdge, isClear, lengthOf, type Walls } from './disc-walls'
import { isFloor } from './on-floor'
import type { FloorParts } from './walk-graph'

/** The ends of thresholds: a shut one is gone round there when no wall is near. */
export function thresholdEnds(parts: FloorParts): number[] {
  const ends: number[] = []
  for (const threshold of parts.thresholds) if (threshold) ends.push(threshold.ax, threshold.ay, threshold.bx, threshold.by)
  return ends
}

type Ray = { readonly x: number; readonly y: number; readonly angle: number; readonly crossings: number[] }

/**
 * The sectors between the thresholds that meet where one of them ends amid the floor, as pieces of radius 0: a body
 * may brush a shut threshold, so its centre turns about the very end. None where walls are within `radius`.
 */
export function tipsAt(parts: FloorParts, walls: Walls, thresholds: readonly number[], x: number, y: number, radius: number): Piece[] {
  if (!isClear(walls, x, y, radius) || !isFloor(parts, x, y)) return []
  const rays: Ray[] = []
  for (const number of thresholds) {
    const threshold = parts.thresholds[number]
    if (!threshold || distanceToEdge(x, y, threshold.ax, threshold.ay, threshold.bx, threshold.by) > TOUCH) continue
    // Counter-clockwise over the part that runs towards b the body comes to the left of a -> b.
    for (const [ox, oy, crossing] of [
      [threshold.ax - x, threshold.ay - y, number * 2 + 1],
      [threshold.bx - x, threshold.by - y, number * 2],
    ] as const) {
      const length = lengthOf(ox, oy)
      if (length > TOUCH) addRay(rays, ox / length, oy / length, crossing)
    }
  }
  rays.sort((p, q) => p.angle - q.angle)
  return rays.map((ray, i): Piece => {
    const end = rays[(i + 1) % rays.length]!
    const others = rays.length > 1
    return {
      x,
      y,
      radius: 0,
      ax: ray.x,
      ay: ray.y,
      bx: end.x,
      by: end.y,
      span: 0,
      before: others ? (i === 0 ? rays.length - 1 : -1) : 0,
      behind: others ? (i === rays.length - 1 ? 1 - rays.length : 1) : 0,
      crossings: others ? end.crossings : [],
    }
  })
}

function addRay(rays: Ray[], x: number, y: number, crossing: number): void {
  const same = rays.find((ray) => ray.x * x + ray.y * y > 0 && Math.abs(ray.x * y - ray.y * x) < 1e-9)
  if (same) same.crossings.push(crossing)
  else rays.push({ x, y, angle: Math.atan2(y, x), crossings: [crossing] })
}

/** Does the direction (ux, uy) leave a tip in this sector, its sides included with a tolerance of `TOUCH` at `reach` millimetres? */
export function isInSector(tip: Piece, ux: number, uy: number, reach: number): boolean {
  const fromA = (tip.ax * uy - tip.ay * ux) * reach
  const toB = (ux * tip.by - uy * tip.bx) * reach
  const cross = tip.ax * tip.by - tip.ay * tip.bx
  const isHalf = Math.abs(cross) < 1e-9
  if (tip.behind === 0) return true
  if (isHalf) return fromA >= -TOUCH
  return cross > 0 ? fromA >= -TOUCH && toB >= -TOUCH : fromA >= -TOUCH || toB >= -TOUCH
}

/**
 * May a taut route turn at a tip from coming along (inX, inY) to going along (outX, outY)? Only about a shut
 * threshold: one that runs from the tip into the bend.
 */
export function isTautAtTip(
  parts: FloorParts,
  tip: Piece,
  inX: number,
  inY: number,
  outX: number,
  outY: number,
  isShut: (threshold: number) => boolean,
): boolean {
  const bend = inX * outY - inY * outX
  const size = lengthOf(inX, inY) * lengthOf(outX, outY)
  if (Math.abs(bend) <= 1e-9 * size) return inX * outX + inY * outY > 0
  const side = Math.sign(bend)
  return parts.thresholds.some((threshold, number) => {
    if (!threshold || distanceToEdge(tip.x, tip.y, threshold.ax, threshold.ay, threshold.bx, threshold.by) > TOUCH || !isShut(number)) return false
    return [
      [threshold.ax - tip.x, threshold.ay - tip.y],
      [threshold.bx - tip.x, threshold.by - tip.y],
    ].some(([x, y]) => {
      // Between the way back and the way on, on the side that the route turns to.
      const isAhead = (inX * y! - inY * x!) * side >= 0
      const isBeside = (outX * y! - outY * x!) * side >= 0
      return lengthOf(x!, y!) > TOUCH && isAhead && isBeside
    })
  })
}
