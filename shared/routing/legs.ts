import type { FloorGraph, JoinedStop } from '#shared/walkable/walk-graph'
import { type Access, NO_ROOM } from './access'
import { distinctRoutes, drawnRoute } from './drawn-route'
import { isRunAllowed, type NodePath, nearPaths } from './near-routes'
import { type Net, netOf } from './net'
import { keepsInto, keepsPath, mayAddRoute, type NetChange, netChange, remainsOf } from './net-change'
import type { NumberedFloor } from './numbered-floor'
import type { Route } from './router'
import { type Labels, reachGoal, searchAgain, searchFrom, searchInto } from './search'

/** Routes no longer than the shortest and this share a leg. Millimetres. */
const NEAR = 1

/** Legs of one body under one set of rules; lengths in millimetres, the straight lines at both ends included. */
export type Legs = {
  readonly access: Access
  /** Infinity when there is no route. */
  length(start: JoinedStop, goal: JoinedStop): number
  routes(start: JoinedStop, goal: JoinedStop): readonly Route[]
  /** The same on the edited floor. What the edit left alone is taken over when it is first asked for; this one stays as it is. */
  mended(numbered: NumberedFloor, graph: FloorGraph, access: Access): Legs
}

type Found = { readonly length: number; readonly base: Labels; readonly labels: Labels }

type FoundRoutes = { readonly paths: readonly NodePath[]; readonly routes: readonly Route[] }

/** What is known about the legs from one start. */
type StartLegs = {
  readonly base: Labels
  readonly into: Map<number, Labels>
  readonly found: Map<JoinedStop, Found>
  readonly routes: Map<JoinedStop, FoundRoutes>
}

/** The legs on the floor before an edit, and what the edit did. */
type Past = { readonly change: NetChange; readonly hasSameIndices: boolean; start(start: JoinedStop): StartLegs | undefined }

export function legsOn(numbered: NumberedFloor, graph: FloorGraph, access: Access, radius: number): Legs {
  return legsOver(numbered, netOf(graph, access), radius, undefined)
}

function legsOver(numbered: NumberedFloor, net: Net, radius: number, past: Past | undefined): Legs {
  const { graph, access } = net
  const starts = new Map<JoinedStop, StartLegs>()
  const roomOf = (stop: JoinedStop) => (access.isPrivate(stop.stop.region) ? stop.stop.region : NO_ROOM)

  function legsFrom(start: JoinedStop): StartLegs {
    const known = starts.get(start)
    if (known !== undefined) return known
    const made: StartLegs = { base: baseOf(start), into: new Map(), found: new Map(), routes: new Map() }
    starts.set(start, made)
    return made
  }

  function baseOf(start: JoinedStop): Labels {
    const home = roomOf(start)
    const former = past?.start(start)
    if (past === undefined || former === undefined) return searchFrom(net, start, home)
    const remains = remainsOf(former.base, past.change, home)
    return remains === undefined ? former.base : searchAgain(net, start, home, remains)
  }

  function labelsTowards(start: JoinedStop, goalRoom: number): Labels {
    const from = legsFrom(start)
    const home = roomOf(start)
    if (goalRoom === NO_ROOM || goalRoom === home) return from.base
    const known = from.into.get(goalRoom)
    if (known !== undefined) return known
    const former = past?.start(start)
    const old = former?.base === from.base ? former.into.get(goalRoom) : undefined
    const isKept = past !== undefined && old !== undefined && keepsInto(old, past.change, goalRoom)
    const made = isKept ? old : searchInto(net, from.base, start, home, goalRoom)
    from.into.set(goalRoom, made)
    return made
  }

  function find(start: JoinedStop, goal: JoinedStop): Found {
    const from = legsFrom(start)
    const known = from.found.get(goal)
    if (known !== undefined) return known
    const labels = labelsTowards(start, roomOf(goal))
    const former = past?.start(start)?.found.get(goal)
    const isKept = former !== undefined && former.base === from.base && former.labels === labels && graph.keepsDirect(start, goal)
    const made = isKept ? former : { length: lengthOver(start, goal, labels), base: from.base, labels }
    from.found.set(goal, made)
    return made
  }

  function lengthOver(start: JoinedStop, goal: JoinedStop, labels: Labels): number {
    const over = reachGoal(net, labels, goal, roomOf(start), roomOf(goal))
    const way = graph.direct(start, goal)
    return way !== undefined && way.length < over && isRunAllowed(access, way.run, endsOf(start, goal)) ? way.length : over
  }

  const endsOf = (start: JoinedStop, goal: JoinedStop) => ({ home: roomOf(start), goalRoom: roomOf(goal) })

  function findRoutes(start: JoinedStop, goal: JoinedStop): FoundRoutes {
    const from = legsFrom(start)
    const known = from.routes.get(goal)
    if (known !== undefined) return known
    const length = find(start, goal)
    const former = past?.start(start)
    const old = former?.found.get(goal) === length ? former.routes.get(goal) : undefined
    const made = old !== undefined && keepsRoutes(start, goal, length, old) ? old : routesBetween(start, goal, length)
    from.routes.set(goal, made)
    return made
  }

  function keepsRoutes(start: JoinedStop, goal: JoinedStop, { length, labels }: Found, { paths }: FoundRoutes): boolean {
    if (past === undefined || !past.hasSameIndices) return false
    const { home, goalRoom } = endsOf(start, goal)
    if (!paths.every((path) => keepsPath(path, past.change, home, goalRoom))) return false
    return length === Infinity || !mayAddRoute(labels, past.change, goal, length + NEAR, radius)
  }

  function routesBetween(start: JoinedStop, goal: JoinedStop, { length, labels }: Found): FoundRoutes {
    if (length === Infinity) return { paths: [], routes: [] }
    const longest = length + NEAR
    const ends = endsOf(start, goal)
    const paths = [...nearPaths(net, labels, start, goal, ends, longest)]
    const way = graph.direct(start, goal)
    if (way !== undefined && way.length <= longest && isRunAllowed(access, way.run, ends)) {
      paths.push({ nodes: [], arrive: [], leave: [], runs: [way.run], length: way.length })
    }
    return { paths, routes: distinctRoutes(paths.map((path) => drawnRoute(numbered, graph, start, goal, path))) }
  }

  return {
    access,
    length: (start, goal) => find(start, goal).length + start.lead + goal.lead,
    routes: (start, goal) => findRoutes(start, goal).routes,
    mended(next, nextGraph, nextAccess) {
      const nextNet = netOf(nextGraph, nextAccess)
      const change = netChange(net, nextNet)
      return legsOver(next, nextNet, radius, { change, hasSameIndices: haveSameIndices(numbered, next), start: (start) => starts.get(start) })
    },
  }
}

/** Do all thresholds that are in both floors have the same places in their lists? */
function haveSameIndices(before: NumberedFloor, after: NumberedFloor): boolean {
  return before.thresholdNumbers.every((number, index) => after.thresholdIndices[number] === index || after.rules[number] === undefined)
}
