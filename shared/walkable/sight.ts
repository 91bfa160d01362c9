import { robustTurn } from '#shared/geometry/orientation'
import { columnsOf } from './edge-grid'
import { FLAT, type PointFloor } from './floor-points'

/**
 * What a line from u to w finds: 1 free when kept just left of it, 2 just right, 3 either way. Negative: what
 * blocks it (`blockedBySolid`, `blockedByPoint`). A line that touches a corner where routes may bend counts as
 * blocked by that corner: the way over it is as long, and goes in two pieces.
 */
export type Sight = (ux: number, uy: number, wx: number, wy: number, isWhole: boolean) => number

/** What sight answers when a solid is in the way. */
export function blockedBySolid(solid: number): number {
  return -2 * (solid + 1)
}

/** What sight answers when a point is in the way: a corner where routes may bend, or one where no line passes. */
export function blockedByPoint(point: number): number {
  return -(2 * point + 3)
}

/** The solid in the way, or -1 when it is a point: then `blockingPoint` has it. */
export function blockingSolid(sight: number): number {
  return (-sight & 1) === 0 ? -sight / 2 - 1 : -1
}

export function blockingPoint(sight: number): number {
  return (-sight - 3) / 2
}

export const LEFT = 1
export const RIGHT = 2
export const EITHER = 3

/**
 * Sight over a floor of radius 0, exact for whole millimetres below 2^25. Only the open line is looked at:
 * whether it may leave u and reach w is the caller's to ask of the sectors there.
 */
export function sightOver(floor: PointFloor): Sight {
  const { edges, grids, gone, points, parts } = floor
  const count = edges.ax.length
  const ax = Float64Array.from(edges.ax)
  const ay = Float64Array.from(edges.ay)
  const bx = Float64Array.from(edges.bx)
  const by = Float64Array.from(edges.by)
  const solid = Int32Array.from(edges.solid)
  const isThin = Uint8Array.from(edges.solid, (number) => (parts.solids[number]?.ring.length === 4 ? 1 : 0))
  const seen = new Int32Array(count)
  let look = 0
  // The edge that blocked last often blocks the next line from the same place.
  let hint = 0
  // What the contacts of one line ask for.
  let sides = EITHER
  let isSliding = false

  /** A touch of a point on the open line: 0 or what blocks. */
  function touch(p: number, dx: number, dy: number): number {
    const state = points.state[p]!
    if (state === FLAT) {
      const fx = points.wsx[p]!
      const fy = points.wsy[p]!
      if (fx * dy - fy * dx === 0) {
        if (points.isRidge[p]) isSliding = true
        else sides &= fx * dx + fy * dy > 0 ? LEFT : RIGHT
        return 0
      }
    }
    return blockedByPoint(p)
  }

  return function sight(ux, uy, wx, wy, isWhole) {
    const dx = wx - ux
    const dy = wy - uy
    if (isWhole && hint < count) {
      const e = hint
      const o1 = dx * (ay[e]! - uy) - dy * (ax[e]! - ux)
      const o2 = dx * (by[e]! - uy) - dy * (bx[e]! - ux)
      if ((o1 > 0 && o2 < 0) || (o1 < 0 && o2 > 0)) {
        const ex = bx[e]! - ax[e]!
        const ey = by[e]! - ay[e]!
        const o3 = ex * (uy - ay[e]!) - ey * (ux - ax[e]!)
        const o4 = ex * (wy - ay[e]!) - ey * (wx - ax[e]!)
        if (((o3 > 0 && o4 < 0) || (o3 < 0 && o4 > 0)) && gone[solid[e]!] === 0) return blockedBySolid(solid[e]!)
      }
    }
    look++
    sides = EITHER
    isSliding = false
    let lastTouched = -1
    for (const grid of grids) {
      const { size, columns, first, members } = grid
      const rowU = Math.floor((uy - grid.y) / size)
      const rowW = Math.floor((wy - grid.y) / size)
      const step = rowW >= rowU ? 1 : -1
      const lowest = Math.max(0, Math.min(rowU, rowW))
      const highest = Math.min(grid.rows - 1, Math.max(rowU, rowW))
      for (let row = step > 0 ? lowest : highest; row >= lowest && row <= highest; row += step) {
        const range = columnsOf(grid, row, ux, uy, wx, wy)
        const firstColumn = Math.floor(range / 65536)
        const lastColumn = range % 65536
        const across = dx >= 0 ? 1 : -1
        for (let column = across > 0 ? firstColumn : lastColumn; column >= firstColumn && column <= lastColumn; column += across) {
          const cell = row * columns + column
          for (let i = first[cell]!, end = first[cell + 1]!; i < end; i++) {
            const e = members[i]!
            if (seen[e] === look) continue
            seen[e] = look
            const eax = ax[e]!
            const eay = ay[e]!
            const ebx = bx[e]!
            const eby = by[e]!
            let o1: number
            let o2: number
            if (isWhole) {
              o1 = dx * (eay - uy) - dy * (eax - ux)
              o2 = dx * (eby - uy) - dy * (ebx - ux)
            } else {
              o1 = robustTurn(ux, uy, wx, wy, eax, eay)
              o2 = robustTurn(ux, uy, wx, wy, ebx, eby)
            }
            if ((o1 > 0 && o2 > 0) || (o1 < 0 && o2 < 0)) continue
            if (gone[solid[e]!] !== 0) continue
            if (o1 !== 0 && o2 !== 0) {
              let o3: number
              let o4: number
              if (isWhole) {
                o3 = (ebx - eax) * (uy - eay) - (eby - eay) * (ux - eax)
                o4 = (ebx - eax) * (wy - eay) - (eby - eay) * (wx - eax)
              } else {
                o3 = robustTurn(eax, eay, ebx, eby, ux, uy)
                o4 = robustTurn(eax, eay, ebx, eby, wx, wy)
              }
              if ((o3 > 0 && o4 < 0) || (o3 < 0 && o4 > 0)) {
                hint = e
                return blockedBySolid(solid[e]!)
              }
              continue
            }
            if (o1 === 0 && isBetween(eax, eay, ux, uy, wx, wy)) {
              const blocked = touch(edges.from[e]!, dx, dy)
              if (blocked !== 0) return blocked
              lastTouched = edges.from[e]!
            }
            if (o2 === 0) {
              if (isBetween(ebx, eby, ux, uy, wx, wy)) {
                const blocked = touch(edges.to[e]!, dx, dy)
                if (blocked !== 0) return blocked
                lastTouched = edges.to[e]!
              }
              if (o1 === 0 && isThin[e] === 1 && overlaps(eax, eay, ebx, eby, ux, uy, wx, wy)) isSliding = true
            }
          }
        }
      }
    }
    // Pressed from both sides: between two separate solids one may change sides in the open, along a wall of thickness 0 one cannot.
    if (sides !== 0) return sides
    return isSliding ? blockedByPoint(lastTouched) : EITHER
  }
}

/** A point on the line u-w: is it between u and w, neither of them? */
function isBetween(x: number, y: number, ux: number, uy: number, wx: number, wy: number): boolean {
  if (x < Math.min(ux, wx) || x > Math.max(ux, wx) || y < Math.min(uy, wy) || y > Math.max(uy, wy)) return false
  return (x !== ux || y !== uy) && (x !== wx || y !== wy)
}

/** Two pieces of one line: do they have more than a point in common? */
function overlaps(px: number, py: number, qx: number, qy: number, ux: number, uy: number, wx: number, wy: number): boolean {
  if (ux !== wx) return Math.max(px, qx) > Math.min(ux, wx) && Math.min(px, qx) < Math.max(ux, wx)
  return Math.max(py, qy) > Math.min(uy, wy) && Math.min(py, qy) < Math.max(uy, wy)
}
