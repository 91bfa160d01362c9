import type { Id } from '#shared/base/ids'
import type { BuildingStorey } from '#shared/building/building'
import type { Trip } from '#shared/journeys/trip'
import type { Route, Router } from '#shared/routing/router'

/** A straight piece of a route inside one room. Metres. */
export type Piece = {
  readonly ax: number
  readonly ay: number
  readonly bx: number
  readonly by: number
  /** Along the route, from its start to this piece's. */
  readonly at: number
  readonly length: number
  /** Undefined on floor that no room covers. */
  readonly room: Id | undefined
  /** The side on which a taut route keeps off the wall it slides along: 1 left, -1 right, 0 unknown. */
  readonly lean: -1 | 0 | 1
}

export type Box = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }

/** What measures ask of one route. */
export type RouteFacts = {
  readonly route: Route
  readonly pieces: readonly Piece[]
  /** Of the polyline drawn. Metres. */
  readonly length: number
  /** Openings passed, each once, in the order of ids. */
  readonly openings: readonly Id[]
  /** Doors passed, as often as they are. */
  readonly doors: number
  readonly box: Box
}

const factsOfRoutes = new WeakMap<Route, RouteFacts>()

/** The facts of a route that starts in `room`; worked out once for a route, whose identity says that nothing about it changed. */
export function factsOf(route: Route, room: Id | undefined, floor: Router['floor'], storey: BuildingStorey): RouteFacts {
  let facts = factsOfRoutes.get(route)
  if (facts === undefined) {
    facts = newFacts(route, room, floor, storey)
    factsOfRoutes.set(route, facts)
  }
  return facts
}

function newFacts(route: Route, startRoom: Id | undefined, floor: Router['floor'], storey: BuildingStorey): RouteFacts {
  const { points, crossings } = route
  const pieces: Piece[] = []
  const box = { x0: Number.POSITIVE_INFINITY, y0: Number.POSITIVE_INFINITY, x1: Number.NEGATIVE_INFINITY, y1: Number.NEGATIVE_INFINITY }
  let room = startRoom
  let next = 0
  let walked = 0
  const cross = () => {
    const crossing = crossings[next]!
    const region = floor.thresholds[crossing.threshold]?.[crossing.to] ?? -1
    room = floor.regions[region]?.room
    next += 1
  }
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [ax, ay, bx, by] = [points[i]!, points[i + 1]!, points[i + 2]!, points[i + 3]!]
    const long = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2)
    const lean = leanOf(points, i)
    let from = 0
    const cut = (to: number) => {
      if (to - from > SLIVER_M) {
        const [s, t] = [from / long, to / long]
        pieces.push({
          ax: ax + (bx - ax) * s,
          ay: ay + (by - ay) * s,
          bx: ax + (bx - ax) * t,
          by: ay + (by - ay) * t,
          at: walked + from,
          length: to - from,
          room,
          lean,
        })
      }
      from = Math.max(from, to)
    }
    while (next < crossings.length && crossings[next]!.at < walked + long - SLIVER_M) {
      cut(Math.min(long, Math.max(from, crossings[next]!.at - walked)))
      cross()
    }
    cut(long)
    walked += long
  }
  while (next < crossings.length) cross()
  for (let i = 0; i < points.length; i += 2) {
    box.x0 = Math.min(box.x0, points[i]!)
    box.x1 = Math.max(box.x1, points[i]!)
    box.y0 = Math.min(box.y0, points[i + 1]!)
    box.y1 = Math.max(box.y1, points[i + 1]!)
  }
  const passed = crossings.flatMap(({ threshold }) => floor.thresholds[threshold]?.opening ?? [])
  const isDoor = (id: Id) => storey.openings.find(({ opening }) => opening.id === id)?.opening.opening === 'door'
  return { route, pieces, length: walked, openings: [...new Set(passed)].sort(), doors: passed.filter(isDoor).length, box }
}

/** Shorter pieces are rounding. Metres. */
const SLIVER_M = 1e-9

/** Away from the turns at its ends: what a route bends round lies on the inner side. */
function leanOf(points: Float64Array, i: number): Piece['lean'] {
  const turn = turnAt(points, i) || turnAt(points, i - 2)
  return turn > 0 ? -1 : turn < 0 ? 1 : 0
}

function turnAt(points: Float64Array, i: number): number {
  if (i < 0 || i + 5 >= points.length) return 0
  const ux = points[i + 2]! - points[i]!
  const uy = points[i + 3]! - points[i + 1]!
  const vx = points[i + 4]! - points[i + 2]!
  const vy = points[i + 5]! - points[i + 3]!
  const turn = ux * vy - uy * vx
  return Math.abs(turn) < 1e-9 ? 0 : turn
}

/** Pieces from one distance along a route to another, as points. */
export function stretchOf(facts: RouteFacts, from: number, to: number): readonly { x: number; y: number }[] {
  const points: { x: number; y: number }[] = []
  for (const { ax, ay, bx, by, at, length } of facts.pieces) {
    const start = Math.max(from, at)
    const end = Math.min(to, at + length)
    if (end - start <= SLIVER_M) continue
    const [s, t] = [(start - at) / length, (end - at) / length]
    if (points.length === 0) points.push({ x: ax + (bx - ax) * s, y: ay + (by - ay) * s })
    points.push({ x: ax + (bx - ax) * t, y: ay + (by - ay) * t })
  }
  return points
}

/** Two trips over the same floor, as far as their routes go. */
export type RouteOf = { readonly trip: Trip; readonly facts: RouteFacts; readonly share: number }
