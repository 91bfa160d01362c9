import { longer } from '#shared/base/longer'
import { edgesNear, lengthOf, type Walls } from './disc-walls'

/** Arcs shorter than this many radians are left out: the taut lines beside one come within a billionth of a millimetre of it. */
const SHORTEST_ARC = 1e-5
const TURN = 2 * Math.PI

/**
 * A piece of the circle that the centre of a body rounds a corner on: counter-clockwise from the
 * direction (ax, ay) to (bx, by), unit vectors, by `span` radians (at most a half turn), around
 * (x, y). Millimetres.
 */
export type Arc = {
  readonly x: number
  readonly y: number
  readonly ax: number
  readonly ay: number
  readonly bx: number
  readonly by: number
  readonly span: number
}

/**
 * Radians counter-clockwise from the first end of an arc to the direction (x, y), a vector of any length: up to a quarter turn before
 * that end below 0. The far end of half a turn is there however it is rounded, never at minus half a turn.
 */
export function turnTo(arc: Pick<Arc, 'ax' | 'ay'>, x: number, y: number): number {
  const angle = Math.atan2(arc.ax * y - arc.ay * x, arc.ax * x + arc.ay * y)
  return angle < -Math.PI / 2 ? angle + TURN : angle
}

/**
 * What covers a circle, in the order of `from`: intervals of its directions from (fx, fy), at the angle `from`, counter-clockwise to
 * (tx, ty), at `to`; six numbers each. One list for all circles: there are tens of thousands of these, and none outlives its circle.
 */
let covers = new Float64Array(6 * 32)
let coverCount = 0
const FROM = 0
const TO = 1
const FX = 2
const FY = 3
const TX = 4
const TY = 5

/**
 * The arcs of the circle of `radius` around a wall's corner on which a body stands free of all walls:
 * the circle less what every edge, its own included, grown by the radius covers. So a corner needs no
 * orientation, and one that other walls bury has none. In the order of their direction.
 */
export function freeArcs(walls: Walls, x: number, y: number, radius: number): Arc[] {
  coverCount = 0
  const edges = edgesNear(walls, x, y, 2 * radius)
  for (let i = 0; i < edges.length; i += 4) coverOf(edges[i]! - x, edges[i + 1]! - y, edges[i + 2]! - x, edges[i + 3]! - y, radius)
  if (coverCount === 0) return []
  // Sweep once round from the end of the first cover; `from` is in (-pi, pi], `to` less than a turn later.
  const arcs: Arc[] = []
  const end = 6 * coverCount
  let last = 0
  for (let cover = 6; cover < end; cover += 6) if (covers[cover + TO]! - TURN > covers[last + TO]! - TURN) last = cover
  let reached = covers[last + TO]! - TURN
  let from = last
  for (let cover = 0; cover < end; cover += 6) {
    const span = covers[cover + FROM]! - reached
    if (span > SHORTEST_ARC) {
      arcs.push({ x, y, ax: covers[from + TX]!, ay: covers[from + TY]!, bx: covers[cover + FX]!, by: covers[cover + FY]!, span })
    }
    if (covers[cover + TO]! > reached) {
      reached = covers[cover + TO]!
      from = cover
    }
  }
  return arcs
}

/** Adds what the edge a -> b (relative to the circle's centre) grown by `radius` covers of the circle: always one interval, or two for an edge through the centre. */
function coverOf(ax: number, ay: number, bx: number, by: number, radius: number): void {
  const length = lengthOf(bx - ax, by - ay)
  let ux = (bx - ax) / length
  let uy = (by - ay) / length
  let d = ay * ux - ax * uy
  let t0 = ax * ux + ay * uy
  let t1 = t0 + length
  if (Math.abs(d) < 1e-7 && t0 < 1e-7 && t1 > -1e-7) {
    if (t1 > 1e-7) halfCircle(ux, uy)
    if (t0 < -1e-7) halfCircle(-ux, -uy)
    return
  }
  // Turn the frame so that the edge runs counter-clockwise, at distance d > 0 in direction m.
  if (d > 0) {
    ux = -ux
    uy = -uy
    const turned = -t0
    t0 = -t1
    t1 = turned
  } else d = -d
  const mx = uy
  const my = -ux
  if (d >= 2 * radius) return
  // The union of the discs around the edge's points covers one interval; its ends come from the points at +-s, or the nearest to them.
  const s = Math.sqrt(d * (2 * radius - d))
  const late = Math.min(t1, Math.max(t0, s))
  const early = Math.max(t0, Math.min(t1, -s))
  if (late * late + d * d >= 4 * radius * radius || early * early + d * d >= 4 * radius * radius) return
  const acrossLate = acrossOf(d, late, radius)
  const acrossEarly = -acrossOf(d, early, radius)
  // Where the circles of the radius around the centre and around each of the two points meet, as unit vectors in the turned frame.
  const tx = d / (2 * radius) - late * acrossLate
  const ty = late / (2 * radius) + d * acrossLate
  const fx = d / (2 * radius) - early * acrossEarly
  const fy = early / (2 * radius) + d * acrossEarly
  add(mx * fx + ux * fy, my * fx + uy * fy, mx * tx + ux * ty, my * tx + uy * ty)
}

/** How far the circles of `radius` around the origin and (d, t) meet beside the line between their centres, over the radius and the distance of these. */
function acrossOf(d: number, t: number, radius: number): number {
  const distance = lengthOf(d, t)
  return Math.sqrt(Math.max(0, radius * radius - (distance * distance) / 4)) / (radius * distance)
}

function halfCircle(ux: number, uy: number): void {
  add(uy, -ux, -uy, ux)
}

function add(fx: number, fy: number, tx: number, ty: number): void {
  const from = Math.atan2(fy, fx)
  let to = Math.atan2(ty, tx)
  if (to <= from) to += TURN
  if (6 * coverCount === covers.length) covers = longer(covers, new Float64Array(2 * covers.length))
  // Few go behind it: they are put in order as they come.
  let place = 6 * coverCount
  while (place > 0 && covers[place - 6 + FROM]! > from) place -= 6
  if (place < 6 * coverCount) covers.copyWithin(place + 6, place, 6 * coverCount)
  covers[place + FROM] = from
  covers[place + TO] = to
  covers[place + FX] = fx
  covers[place + FY] = fy
  covers[place + TX] = tx
  covers[place + TY] = ty
  coverCount += 1
}
