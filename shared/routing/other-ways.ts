import { segmentsTouch } from '#shared/geometry/polygon'
import { distinctRoutes, drawnRoute } from './drawn-route'
import { islandsOf } from './islands'
import type { Labels } from './labels'
import { type Ends, NEAR } from './near-routes'
import type { Net } from './net'
import type { NumberedFloor } from './numbered-floor'
import type { Leg, Route } from './router'
import { waysRound } from './ways-round'

/** Another way round is nearly as short while it is longer by less than this share of the leg (design.md section 3). */
const NEARLY_AS_SHORT = 0.02

/** Ways of just the share are not under it, whatever the last digit says. Millimetres. */
const HAIR = 1e-6

/**
 * Ways of a leg (`straight`: the length of the straight one, Infinity where it may not be walked) that its walker may well take instead of
 * what the leg is shared over: the shortest of each kind but the shortest kind, and that too where several kinds are as short as each other.
 * None where there is but one way round. `labels` must know all ways of such a length; `radius` in millimetres.
 */
export function otherWays(
  numbered: NumberedFloor,
  net: Net,
  radius: number,
  labels: Labels,
  { start, goal, length, straight }: Leg & { readonly straight: number },
  ends: Ends,
): readonly Route[] {
  const { graph } = net
  const longest = length + NEARLY_AS_SHORT * (length + start.lead + goal.lead) - HAIR
  const surroundings = { net, islands: islandsOf(numbered.parts, radius), isOpening: (at: number) => numbered.rules[at]?.opening !== undefined }
  const direct = straight <= longest ? graph.direct(start, goal) : undefined
  const ways = waysRound(surroundings, labels, start, goal, ends, longest, direct).map((path) => ({
    path,
    route: drawnRoute(numbered, graph, start, goal, path),
  }))
  const [first] = ways
  const sane = ways.filter(({ route }) => !crossesOver(route) && (first === undefined || stepsBackNoMore(route, first.route)))
  const shortest = sane.filter(({ path }) => path.length <= length + NEAR)
  const others = shortest.length > 1 ? sane : sane.filter((way) => !shortest.includes(way))
  return distinctRoutes(others.map(({ route }) => route))
}

/** Sent by way of an opening, nobody steps through it and back to take another: only where the shortest way does, as into a room with one door. */
function stepsBackNoMore(route: Route, shortest: Route): boolean {
  const before = bothWays(shortest)
  return [...bothWays(route)].every((threshold) => before.has(threshold))
}

/** Thresholds that are crossed there and back. */
function bothWays({ crossings }: Route): ReadonlySet<number> {
  const back = crossings.filter((one) => crossings.some((other) => other.threshold === one.threshold && other.to !== one.to))
  return new Set(back.map(({ threshold }) => threshold))
}

/** Nobody walks round something and back over the way they came. */
function crossesOver({ points }: Route): boolean {
  const at = (i: number) => ({ x: points[2 * i]!, y: points[2 * i + 1]! })
  const pieces = points.length / 2 - 1
  for (let i = 0; i < pieces; i++) {
    for (let j = i + 2; j < pieces; j++) if (segmentsTouch(at(i), at(i + 1), at(j), at(j + 1))) return true
  }
  return false
}
