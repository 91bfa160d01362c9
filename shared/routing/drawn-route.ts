import { robustTurn } from '#shared/geometry/orientation'
import { type Drawing, drawTo, type FloorGraph, type JoinedStop } from '#shared/walkable/walk-graph'
import type { NodePath } from './near-routes'
import type { NumberedFloor } from './numbered-floor'
import type { Crossing, Route } from './router'

/** One route is drawn at a time. */
const drawing: Drawing = { points: [0.5], size: 0 }

/** A way over nodes (none: the straight line, one run) as points and crossings in metres. */
export function drawnRoute(numbered: NumberedFloor, graph: FloorGraph, start: JoinedStop, goal: JoinedStop, path: NodePath): DrawnRoute {
  const { points } = drawing
  drawing.size = 0
  const arcs: number[] = []
  const crossings: Crossing[] = []
  let walked = start.lead
  if (start.lead > 0) drawTo(drawing, start.stop.x, start.stop.y)
  drawTo(drawing, start.x, start.y)
  let x = start.x
  let y = start.y
  const walkTo = (toX: number, toY: number, run: number) => {
    const length = Math.sqrt((toX - x) ** 2 + (toY - y) ** 2)
    const crossed = graph.runs.crossings(run)
    for (let i = 0; i < crossed.length; i++) {
      const crossing = crossed[i]!
      const line = numbered.parts.thresholds[crossing >> 1]
      const threshold = numbered.thresholdIndices[crossing >> 1] ?? -1
      if (line === undefined || threshold < 0) continue
      const u = robustTurn(line.ax, line.ay, line.bx, line.by, x, y)
      const w = robustTurn(line.ax, line.ay, line.bx, line.by, toX, toY)
      const share = u === w ? 0 : Math.min(1, Math.max(0, u / (u - w)))
      crossings.push({ threshold, to: (crossing & 1) === 1 ? 'right' : 'left', at: (walked + share * length) / 1000 })
    }
    walked += length
    x = toX
    y = toY
  }
  const { nodes, arrive, leave, runs } = path
  for (let i = 0; i < nodes.length; i++) {
    const first = drawing.size
    const radius = graph.draw(nodes[i]!, arrive[i]!, leave[i]!, drawing)
    if (radius !== 0) arcs.push(first / 2, drawing.size / 2 - 1, radius / 1000)
    walkTo(points[first]!, points[first + 1]!, runs[i]!)
    walked += Math.max(0, leave[i]! - arrive[i]!)
    x = points[drawing.size - 2]!
    y = points[drawing.size - 1]!
  }
  walkTo(goal.x, goal.y, path.runs.at(-1)!)
  drawTo(drawing, goal.x, goal.y)
  if (goal.lead > 0) drawTo(drawing, goal.stop.x, goal.stop.y)
  return new DrawnRoute((path.length + start.lead + goal.lead) / 1000, inKeyOrder(numbered, crossings), bendsOf(drawing, arcs), arcsOf(arcs))
}

/** Most routes are asked for their length and crossings alone: their points are put in metres once somebody looks. */
export class DrawnRoute implements Route {
  readonly length: number
  readonly crossings: readonly Crossing[]
  readonly arcs: readonly number[]
  private readonly bends: readonly number[]
  private metres: Float64Array | undefined = undefined

  constructor(length: number, crossings: readonly Crossing[], bends: readonly number[], arcs: readonly number[]) {
    this.length = length
    this.crossings = crossings
    this.arcs = arcs
    this.bends = bends
  }

  get points(): Float64Array {
    this.metres ??= inMetres(this.bends)
    return this.metres
  }

  /** Nothing is put in metres for it: most routes are only ever held against the one before an edit. */
  hasBendsOf({ bends }: DrawnRoute): boolean {
    if (bends.length !== this.bends.length) return false
    for (let i = 0; i < bends.length; i++) if (bends[i] !== this.bends[i]) return false
    return true
  }
}

/** Two openings drawn at one place between the same rooms are crossed at once: they come in the order of their keys. */
function inKeyOrder({ floor }: NumberedFloor, crossings: Crossing[]): readonly Crossing[] {
  const way = ({ threshold, to }: Crossing) => {
    const { left, right } = floor.thresholds[threshold]!
    return to === 'right' ? `${left} ${right}` : `${right} ${left}`
  }
  for (let i = 1; i < crossings.length; i++) {
    for (let j = i; j > 0; j--) {
      const one = crossings[j - 1]!
      const other = crossings[j]!
      if (Math.abs(one.at - other.at) > 1e-9 || way(one) !== way(other)) break
      if (floor.thresholds[one.threshold]!.key <= floor.thresholds[other.threshold]!.key) break
      crossings[j - 1] = other
      crossings[j] = one
    }
  }
  return crossings
}

function inMetres(points: readonly number[]): Float64Array {
  const metres = new Float64Array(points.length)
  for (let i = 0; i < points.length; i++) metres[i] = points[i]! / 1000
  return metres
}

/**
 * The points less those that are repeated or lie on the straight way between their neighbours; the drawing is used up, and the points
 * that `arcs` name get their new numbers.
 */
function bendsOf({ points, size: count }: Drawing, arcs: number[]): readonly number[] {
  const bends = points
  let size = 2
  let arc = 0
  for (let i = 2; i < count; i += 2) {
    arc = renumber(arcs, arc, i / 2 - 1, size / 2 - 1)
    const x = points[i]!
    const y = points[i + 1]!
    const isLast = i === count - 2
    const lastX = bends[size - 2]!
    const lastY = bends[size - 1]!
    if (Math.abs(x - lastX) + Math.abs(y - lastY) < 1e-6 && !(isLast && size === 2)) {
      continue
    }
    if (size >= 4) {
      const inX = lastX - bends[size - 4]!
      const inY = lastY - bends[size - 3]!
      const outX = x - lastX
      const outY = y - lastY
      const bend = inX * outY - inY * outX
      const isStraight = inX * outX + inY * outY > 0 && Math.abs(bend) <= 1e-9 * (inX * outX + inY * outY)
      if (isStraight) size -= 2
    }
    bends[size] = x
    bends[size + 1] = y
    size += 2
  }
  renumber(arcs, arc, count / 2 - 1, size / 2 - 1)
  return bends.slice(0, size)
}

/** Gives the point `old` its new number in the arcs from the index `arc` on, which come in order. The index from which on the next point may be named. */
function renumber(arcs: number[], arc: number, old: number, now: number): number {
  let at = arc
  while (at < arcs.length && arcs[at] === old) {
    arcs[at] = now
    at += at % 3 === 0 ? 1 : 2
  }
  return at
}

const NO_ARCS: readonly number[] = []

/** The arcs that have a chord left. */
function arcsOf(arcs: number[]): readonly number[] {
  if (arcs.length === 0) return NO_ARCS
  let size = 0
  for (let i = 0; i < arcs.length; i += 3) {
    if (arcs[i + 1]! <= arcs[i]!) continue
    arcs[size] = arcs[i]!
    arcs[size + 1] = arcs[i + 1]!
    arcs[size + 2] = arcs[i + 2]!
    size += 3
  }
  return arcs.slice(0, size)
}

/**
 * Routes through the same points over the same thresholds are one, in the order of their points. One that leads over more thresholds than
 * another through the same points is none: all it does more is step into a doorway that lies along it, and out again.
 */
export function distinctRoutes<R extends Route>(routes: readonly R[]): readonly R[] {
  if (routes.length < 2) return routes
  const places: R[][] = []
  for (const route of routes) {
    const there = places.find(([one]) => areSamePoints(one!, route))
    const known = there?.findIndex(({ crossings }) => areSameCrossings(crossings, route.crossings)) ?? -1
    if (there === undefined) places.push([route])
    else if (known < 0) there.push(route)
    else if (route.length < there[known]!.length) there[known] = route
  }
  return places.flatMap(withoutSteppingAside).sort(comparePoints)
}

/** To a thousandth of a millimetre. */
function areSamePoints({ points: a }: Route, { points: b }: Route): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (Math.round(a[i]! * 1e6) !== Math.round(b[i]! * 1e6)) return false
  return true
}

function areSameCrossings(a: Route['crossings'], b: Route['crossings']): boolean {
  return a.length === b.length && a.every(({ threshold, to }, i) => threshold === b[i]!.threshold && to === b[i]!.to)
}

/** Of routes through the same points those that cross no more than one of the others does. */
function withoutSteppingAside<R extends Route>(routes: readonly R[]): readonly R[] {
  return routes.filter((route) => !routes.some((other) => other.crossings.length < route.crossings.length && isCrossedBy(other, route)))
}

/** Does `route` cross all that `other` crosses, in that order, among others? */
function isCrossedBy(other: Route, route: Route): boolean {
  let next = 0
  for (const { threshold, to } of route.crossings) {
    const crossing = other.crossings[next]
    if (crossing?.threshold === threshold && crossing.to === to) next += 1
  }
  return next === other.crossings.length
}

function comparePoints(one: Route, other: Route): number {
  for (let i = 0; i < Math.min(one.points.length, other.points.length); i++) {
    const difference = one.points[i]! - other.points[i]!
    if (Math.abs(difference) > 1e-9) return difference
  }
  return one.points.length - other.points.length || one.length - other.length
}

/** Do two routes lead through the same points over the same thresholds? */
export function isSameRoute(one: DrawnRoute, other: DrawnRoute): boolean {
  if (one.length !== other.length || one.crossings.length !== other.crossings.length) return false
  if (!one.hasBendsOf(other)) return false
  return one.crossings.every((crossing, i) => {
    const { threshold, to, at } = other.crossings[i]!
    return crossing.threshold === threshold && crossing.to === to && crossing.at === at
  })
}
