import { CLEARANCE, type LineField } from './disc-lines'
import { isFloor, TOUCH } from './disc-pieces'
import { distanceToEdge, edgesNear, isClear, lengthOf, stripHits } from './disc-walls'

type Spot = { readonly x: number; readonly y: number; readonly distance: number }

/** How far a line of sight passes from a corner, millimetres. */
const HAIR = 1e-3

/** How far to look at first, millimetres: most stops stand a few decimetres from room for a body. */
const FIRST_LOOK_MM = 300

/**
 * The point nearest to (x, y), at most `reach` millimetres away, where the body stands free and from
 * which a straight line to (x, y) crosses no wall; of equally near ones that with the lowest x, then y.
 *
 * The floor where it stands free is bounded by lines and arcs at its radius from walls, so the nearest
 * point is a foot on one of these, where two meet, or where one meets a line of sight past a corner.
 */
export function standingNear(field: LineField, x: number, y: number, reach: number): Spot | undefined {
  for (let look = Math.min(FIRST_LOOK_MM, reach); ; look = Math.min(2 * look, reach)) {
    const found = standingWithin(field, x, y, look)
    if (found || look >= reach) return found
  }
}

function standingWithin(field: LineField, x: number, y: number, look: number): Spot | undefined {
  const { walls, radius, parts } = field
  const edges = edgesNear(walls, x, y, look + radius)
  const spots = spotsAmong(edges, x, y, radius).filter((spot) => spot.distance <= look)
  spots.sort((p, q) => p.distance - q.distance)
  let best: Spot | undefined
  let furthest = Infinity
  for (const spot of spots) {
    if (spot.distance > furthest) break
    if (best && !isBefore(spot, best)) continue
    if (!isClear(walls, spot.x, spot.y, radius - CLEARANCE) || !isFloor(parts, spot.x, spot.y)) continue
    if (!isInSight(edges, x, y, spot)) continue
    best = spot
    furthest = Math.min(furthest, spot.distance + TOUCH)
  }
  return best
}

function isBefore(p: Spot, q: Spot): boolean {
  return p.x < q.x - TOUCH || (p.x < q.x + TOUCH && p.y < q.y - TOUCH)
}

/** Lines at the body's radius from edges (px, py, ux, uy, length each) and centres of its circles around their ends. */
function spotsAmong(edges: readonly number[], x: number, y: number, radius: number): Spot[] {
  const spots: Spot[] = []
  const add = (px: number, py: number) => spots.push({ x: px, y: py, distance: lengthOf(px - x, py - y) })
  const lines: number[][] = []
  const centres: (readonly [number, number])[] = []
  for (let i = 0; i < edges.length; i += 4) {
    const [ax, ay, bx, by] = [edges[i]!, edges[i + 1]!, edges[i + 2]!, edges[i + 3]!]
    const length = lengthOf(bx - ax, by - ay)
    const ux = (bx - ax) / length
    const uy = (by - ay) / length
    for (const side of [radius, -radius]) lines.push([ax - side * uy, ay + side * ux, ux, uy, length])
    for (const [cx, cy] of [
      [ax, ay],
      [bx, by],
    ] as const)
      if (!centres.some((known) => known[0] === cx && known[1] === cy)) centres.push([cx, cy])
  }
  // A line of sight passes a corner on either side, a hair away, never through it: another wall may touch it there.
  const sights = centres.flatMap(([cx, cy]) =>
    [HAIR, -HAIR].flatMap((hair) => {
      const away = lengthOf(cx - x, cy - y)
      if (away < 1) return []
      const ux = (cx - x) / away - (hair * (cy - y)) / (away * away)
      const uy = (cy - y) / away + (hair * (cx - x)) / (away * away)
      const length = lengthOf(ux, uy)
      return [[x, y, ux / length, uy / length, Infinity]]
    }),
  )
  for (const [px, py, ux, uy, length] of lines as [number, number, number, number, number][]) {
    const t = Math.max(0, Math.min(length, (x - px) * ux + (y - py) * uy))
    add(px + t * ux, py + t * uy)
  }
  for (const [cx, cy] of centres) {
    const length = lengthOf(x - cx, y - cy)
    if (length > TOUCH) add(cx + (radius * (x - cx)) / length, cy + (radius * (y - cy)) / length)
    else
      for (const [nx, ny] of [
        [-1, 0],
        [1, 0],
        [0, -1],
        [0, 1],
      ] as const)
        add(cx + radius * nx, cy + radius * ny)
  }
  for (let i = 0; i < lines.length; i++) {
    for (let j = i + 1; j < lines.length; j++) meetLines(lines[i]!, lines[j]!, add)
    for (const sight of sights) meetLines(lines[i]!, sight, add)
    for (const centre of centres) meetCircle(lines[i]!, centre, radius, add)
  }
  for (const sight of sights) for (const centre of centres) meetCircle(sight, centre, radius, add)
  for (let i = 0; i < centres.length; i++) for (let j = i + 1; j < centres.length; j++) meetCircles(centres[i]!, centres[j]!, radius, add)
  return spots
}

type Add = (x: number, y: number) => void

function meetLines(p: readonly number[], q: readonly number[], add: Add): void {
  const [px, py, pu, pv, pl] = p as [number, number, number, number, number]
  const [qx, qy, qu, qv, ql] = q as [number, number, number, number, number]
  const cross = pu * qv - pv * qu
  if (Math.abs(cross) < 1e-9) return
  const t = ((qx - px) * qv - (qy - py) * qu) / cross
  const s = ((qx - px) * pv - (qy - py) * pu) / cross
  if (t >= -TOUCH && t <= pl + TOUCH && s >= -TOUCH && s <= ql + TOUCH) add(px + t * pu, py + t * pv)
}

function meetCircle(line: readonly number[], centre: readonly [number, number], radius: number, add: Add): void {
  const [px, py, ux, uy, length] = line as [number, number, number, number, number]
  const middle = (centre[0] - px) * ux + (centre[1] - py) * uy
  const height = (centre[0] - px) * uy - (centre[1] - py) * ux
  const half = radius * radius - height * height
  if (half < 0) return
  for (const t of [middle - Math.sqrt(half), middle + Math.sqrt(half)]) if (t >= -TOUCH && t <= length + TOUCH) add(px + t * ux, py + t * uy)
}

function meetCircles(p: readonly [number, number], q: readonly [number, number], radius: number, add: Add): void {
  const dx = (q[0] - p[0]) / 2
  const dy = (q[1] - p[1]) / 2
  const square = dx * dx + dy * dy
  if (square > radius * radius) return
  const across = Math.sqrt(radius * radius - square) / Math.sqrt(square)
  add(p[0] + dx - across * dy, p[1] + dy + across * dx)
  add(p[0] + dx + across * dy, p[1] + dy - across * dx)
}

/** Does the line from (x, y) to the spot cross and touch no edge but those that (x, y) itself is on? */
function isInSight(edges: readonly number[], x: number, y: number, spot: Spot): boolean {
  if (spot.distance === 0) return true
  const ux = (spot.x - x) / spot.distance
  const uy = (spot.y - y) / spot.distance
  for (let i = 0; i < edges.length; i += 4) {
    const [ax, ay, bx, by] = [edges[i]!, edges[i + 1]!, edges[i + 2]!, edges[i + 3]!]
    if (stripHits(x, y, ux, uy, spot.distance, TOUCH, ax, ay, bx, by) && distanceToEdge(x, y, ax, ay, bx, by) > TOUCH) return false
  }
  return true
}
