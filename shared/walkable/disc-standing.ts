import { CLEARANCE, type LineField } from './disc-lines'
import { TOUCH } from './disc-piece'
import { distanceToEdge, edgesNear, isClear, lengthOf, stripHits } from './disc-walls'
import { isFloor } from './on-floor'

type Spot = { readonly x: number; readonly y: number; readonly distance: number }

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
  const edges = edgesNear(field.walls, x, y, look + field.radius)
  const bounds = boundsOf(edges, x, y, field.radius)
  // Feet first: they are many times fewer than meetings, and mostly the answer, which then bounds the rest.
  const foot = nearestOf(field, edges, x, y, feetOn(bounds, x, y, field.radius), look)
  const limit = foot ? foot.distance + TOUCH : look
  return nearestOf(
    field,
    edges,
    x,
    y,
    [...(foot ? [foot] : []), ...meetingsOf(nearBounds(bounds, x, y, field.radius, limit), x, y, field.radius, limit)],
    limit,
  )
}

/** The first in order of distance, then x, then y, where the body can stand in sight. */
function nearestOf(field: LineField, edges: readonly number[], x: number, y: number, spots: readonly Spot[], limit: number): Spot | undefined {
  const { walls, radius, parts } = field
  let best: Spot | undefined
  let furthest = limit
  for (const spot of spots.filter(({ distance }) => distance <= limit).sort((p, q) => p.distance - q.distance)) {
    if (spot.distance > furthest) break
    if (best && !isBefore(spot, best)) continue
    if (!isClear(walls, spot.x, spot.y, radius - CLEARANCE) || !isFloor(parts, spot.x, spot.y)) continue
    if (!isInSight(edges, x, y, spot)) continue
    if (!best) furthest = Math.min(limit, spot.distance + TOUCH)
    best = spot
  }
  return best
}

function isBefore(p: Spot, q: Spot): boolean {
  return p.x < q.x - TOUCH || (p.x < q.x + TOUCH && p.y < q.y - TOUCH)
}

/**
 * What bounds the floor where a body stands free: lines (px, py, ux, uy, length) at its radius from edges, circles around their ends; and the
 * lines of sight past these, from where they are passed: what lies before a corner is seen beside it as well.
 */
type Bounds = {
  readonly lines: readonly (readonly number[])[]
  readonly centres: readonly (readonly [number, number])[]
  readonly sights: readonly (readonly number[])[]
}

function boundsOf(edges: readonly number[], x: number, y: number, radius: number): Bounds {
  const lines: number[][] = []
  const centres: (readonly [number, number])[] = []
  for (let i = 0; i < edges.length; i += 4) {
    const ax = edges[i]!
    const ay = edges[i + 1]!
    const bx = edges[i + 2]!
    const by = edges[i + 3]!
    const length = lengthOf(bx - ax, by - ay)
    const ux = (bx - ax) / length
    const uy = (by - ay) / length
    lines.push([ax - radius * uy, ay + radius * ux, ux, uy, length], [ax + radius * uy, ay - radius * ux, ux, uy, length])
    if (!centres.some(([cx, cy]) => cx === ax && cy === ay)) centres.push([ax, ay])
    if (!centres.some(([cx, cy]) => cx === bx && cy === by)) centres.push([bx, by])
  }
  const sights = centres.flatMap(([cx, cy]) => {
    const away = lengthOf(cx - x, cy - y)
    return away > TOUCH ? [[cx, cy, (cx - x) / away, (cy - y) / away, Infinity]] : []
  })
  return { lines, centres, sights }
}

/** The bounds that come within `limit` of the point. */
function nearBounds({ lines, centres, sights }: Bounds, x: number, y: number, radius: number, limit: number): Bounds {
  return {
    lines: lines.filter((line) => {
      const [fx, fy] = footOn(line, x, y)
      return lengthOf(fx - x, fy - y) <= limit
    }),
    centres: centres.filter(([cx, cy]) => Math.abs(lengthOf(cx - x, cy - y) - radius) <= limit),
    sights: sights.filter(([cx, cy]) => lengthOf(cx! - x, cy! - y) <= limit),
  }
}

function footOn(line: readonly number[], x: number, y: number): readonly [number, number] {
  const [px, py, ux, uy, length] = line as [number, number, number, number, number]
  const t = Math.max(0, Math.min(length, (x - px) * ux + (y - py) * uy))
  return [px + t * ux, py + t * uy]
}

/** The nearest point of each bound. */
function feetOn({ lines, centres }: Bounds, x: number, y: number, radius: number): Spot[] {
  const spots: Spot[] = []
  const add = (px: number, py: number) => spots.push({ x: px, y: py, distance: lengthOf(px - x, py - y) })
  for (const line of lines) add(...footOn(line, x, y))
  for (const [cx, cy] of centres) {
    const length = lengthOf(x - cx, y - cy)
    if (length > TOUCH) add(cx + (radius * (x - cx)) / length, cy + (radius * (y - cy)) / length)
    // All of the circle is as near: those that may come first in order.
    else for (const side of [-radius, radius]) spots.push({ x: cx + side, y: cy, distance: radius }, { x: cx, y: cy + side, distance: radius })
  }
  return spots
}

/** Where two bounds meet, or one meets a line of sight, at most `limit` from the point. */
function meetingsOf({ lines, centres, sights }: Bounds, x: number, y: number, radius: number, limit: number): Spot[] {
  const spots: Spot[] = []
  const add = (px: number, py: number) => {
    const distance = lengthOf(px - x, py - y)
    if (distance <= limit) spots.push({ x: px, y: py, distance })
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
  const px = p[0]!
  const py = p[1]!
  const pu = p[2]!
  const pv = p[3]!
  const qx = q[0]!
  const qy = q[1]!
  const qu = q[2]!
  const qv = q[3]!
  const cross = pu * qv - pv * qu
  if (Math.abs(cross) < 1e-9) return
  const t = ((qx - px) * qv - (qy - py) * qu) / cross
  const s = ((qx - px) * pv - (qy - py) * pu) / cross
  if (t >= -TOUCH && t <= p[4]! + TOUCH && s >= -TOUCH && s <= q[4]! + TOUCH) add(px + t * pu, py + t * pv)
}

function meetCircle(line: readonly number[], centre: readonly [number, number], radius: number, add: Add): void {
  const px = line[0]!
  const py = line[1]!
  const ux = line[2]!
  const uy = line[3]!
  const length = line[4]!
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

/**
 * Does the line from (x, y) to the spot cross no edge but those that (x, y) itself is on? It may touch corners on one side of it, as one past
 * a corner does; between two that touch there is no way.
 */
function isInSight(edges: readonly number[], x: number, y: number, spot: Spot): boolean {
  if (spot.distance === 0) return true
  const ux = (spot.x - x) / spot.distance
  const uy = (spot.y - y) / spot.distance
  let [isLeft, isRight, isOnFace] = [false, false, false]
  for (let i = 0; i < edges.length; i += 4) {
    const [ax, ay, bx, by] = [edges[i]!, edges[i + 1]!, edges[i + 2]!, edges[i + 3]!]
    if (!stripHits(x, y, ux, uy, spot.distance, TOUCH, ax, ay, bx, by)) continue
    const a = (ay - y) * ux - (ax - x) * uy
    const b = (by - y) * ux - (bx - x) * uy
    if (distanceToEdge(x, y, ax, ay, bx, by) <= TOUCH) {
      if (Math.max(Math.abs(a), Math.abs(b)) <= TOUCH) isOnFace = true
      continue
    }
    if (Math.min(a, b) < -TOUCH && Math.max(a, b) > TOUCH) return false
    if (Math.max(a, b) > TOUCH) isLeft = true
    if (Math.min(a, b) < -TOUCH) isRight = true
  }
  // Along the face that (x, y) is on, the floor is on one side.
  return isOnFace ? !isLeft && !isRight : !(isLeft && isRight)
}
