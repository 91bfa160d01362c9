import type { FloorGraph, JoinedStop, StopPoint } from '#shared/walkable/walk-graph'
import { type Access, accessOf, NO_ROOM } from './access'
import { distinctRoutes, drawnRoute } from './drawn-route'
import { isRunAllowed, type NodePath, nearPaths } from './near-routes'
import { type Net, netOf } from './net'
import type { NumberedFloor } from './numbered-floor'
import type { Route, Walker } from './router'
import { type Labels, reachGoal, searchFrom, searchInto } from './search'

/** Routes no longer than the shortest and this share a leg. Millimetres. */
const NEAR = 1

/** All that is known about legs of one body radius. */
export type RadiusLayer = {
  readonly graph: FloorGraph
  /** The stop tied to the graph; `undefined`: no standing there. */
  joined(stop: StopPoint): JoinedStop | undefined
  /** Legs under one walker's rules. */
  legs(walker: Walker): Legs
}

/** Legs on one net; lengths in millimetres. */
export type Legs = {
  readonly net: Net
  /** Infinity when there is no route. */
  length(start: JoinedStop, goal: JoinedStop): number
  routes(start: JoinedStop, goal: JoinedStop): readonly Route[]
}

export function radiusLayer(numbered: NumberedFloor, graph: FloorGraph, reach: number): RadiusLayer {
  const stops = new Map<string, JoinedStop | undefined>()
  const legsByWalker = new Map<string, Legs>()
  return {
    graph,
    joined(stop) {
      const key = `${stop.x} ${stop.y} ${stop.region}`
      if (stops.has(key)) return stops.get(key)
      const joined = graph.join(stop, reach)
      stops.set(key, joined)
      return joined
    },
    legs(walker) {
      const key = `${walker.passes} ${walker.flows.join(' ')}`
      const known = legsByWalker.get(key)
      if (known !== undefined) return known
      const made = legsOn(numbered, graph, accessOf(numbered, graph.runs, walker))
      legsByWalker.set(key, made)
      return made
    },
  }
}

type StartLegs = {
  readonly base: Labels
  readonly into: Map<number, Labels>
  readonly lengths: Map<JoinedStop, number>
  readonly routes: Map<JoinedStop, readonly Route[]>
}

function legsOn(numbered: NumberedFloor, graph: FloorGraph, access: Access): Legs {
  const net = netOf(graph, access)
  const starts = new Map<JoinedStop, StartLegs>()

  const roomOf = (stop: JoinedStop) => (access.isPrivate(stop.stop.region) ? stop.stop.region : NO_ROOM)

  function legsFrom(start: JoinedStop): StartLegs {
    const known = starts.get(start)
    if (known !== undefined) return known
    const made = { base: searchFrom(net, start, roomOf(start)), into: new Map(), lengths: new Map(), routes: new Map() }
    starts.set(start, made)
    return made
  }

  function labelsTowards(start: JoinedStop, goal: JoinedStop): Labels {
    const from = legsFrom(start)
    const home = roomOf(start)
    const goalRoom = roomOf(goal)
    if (goalRoom === NO_ROOM || goalRoom === home) return from.base
    const known = from.into.get(goalRoom)
    if (known !== undefined) return known
    const made = searchInto(net, from.base, start, home, goalRoom)
    from.into.set(goalRoom, made)
    return made
  }

  function straight(start: JoinedStop, goal: JoinedStop): number {
    const way = graph.direct(start, goal)
    return way !== undefined && isRunAllowed(access, way.run, endsOf(start, goal)) ? way.length : Infinity
  }

  const endsOf = (start: JoinedStop, goal: JoinedStop) => ({ home: roomOf(start), goalRoom: roomOf(goal) })

  function bare(start: JoinedStop, goal: JoinedStop): number {
    const known = legsFrom(start).lengths.get(goal)
    if (known !== undefined) return known
    const over = reachGoal(net, labelsTowards(start, goal), goal, roomOf(start), roomOf(goal))
    const length = Math.min(over, straight(start, goal))
    legsFrom(start).lengths.set(goal, length)
    return length
  }

  return {
    net,
    length: (start, goal) => bare(start, goal) + start.lead + goal.lead,
    routes(start, goal) {
      const known = legsFrom(start).routes.get(goal)
      if (known !== undefined) return known
      const routes = routesBetween(start, goal)
      legsFrom(start).routes.set(goal, routes)
      return routes
    },
  }

  function routesBetween(start: JoinedStop, goal: JoinedStop): readonly Route[] {
    const shortest = bare(start, goal)
    if (shortest === Infinity) return []
    const longest = shortest + NEAR
    const paths: NodePath[] = []
    const way = graph.direct(start, goal)
    if (way !== undefined && way.length <= longest && isRunAllowed(access, way.run, endsOf(start, goal))) {
      paths.push({ nodes: [], arrive: [], leave: [], runs: [way.run], length: way.length })
    }
    paths.push(...nearPaths(net, labelsTowards(start, goal), start, goal, endsOf(start, goal), longest))
    return distinctRoutes(paths.map((path) => drawnRoute(numbered, graph, start, goal, path)))
  }
}
