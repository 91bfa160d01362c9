import type { FloorGraph, JoinedStop } from '#shared/walkable/walk-graph'
import { type Access, isOpen, NO_ROOM } from './access'
import { type DrawnRoute, distinctRoutes, drawnRoute, isSameRoute } from './drawn-route'
import { firstChange, firstChangeInto } from './first-change'
import { type GoalWays, goalWaysOf, type Labels, reach, reachGoal, SAME_PLACE } from './labels'
import { isRunAllowed, NEAR, type NodePath, nearPaths } from './near-routes'
import { type Net, netOf } from './net'
import { keepsInto, keepsPath, mayAddRoute, mayTieAnew, type NetChange, netChange, remainsOf } from './net-change'
import { isEvenHanded, type NumberedFloor, type Renamed } from './numbered-floor'
import { onlyDoors } from './only-doors'
import { otherWays } from './other-ways'
import type { Leg, Route } from './router'
import { searchFrom, searchInto } from './search'
import { searchAgain } from './search-again'

/** An edit that comes no nearer than this to what is asked may have changed it: rounding only. Millimetres. */
const HAIR = 0.01

/** Legs of one body under one set of rules; lengths in millimetres, the straight lines at both ends included. */
export type Legs = {
  readonly access: Access
  /** Infinity when there is no route. */
  length(start: JoinedStop, goal: JoinedStop): number
  routes(start: JoinedStop, goal: JoinedStop): readonly Route[]
  /** Each of them is another way round that is nearly as short (`otherWays`). */
  otherWays(start: JoinedStop, goal: JoinedStop): readonly Route[]
  /** As `length` and `routes`; `former` is the leg as the legs that these were mended from found it, if somebody kept it. */
  find(start: JoinedStop, goal: JoinedStop, former?: Leg): Leg
  routesOf(leg: Leg, former?: Leg): readonly Route[]
  isMendedFrom(legs: Legs | undefined): boolean
  /** Stands for these legs. */
  readonly mark: object
  /** The same on the edited floor. What the edit left alone is taken over when it is first asked for; this one stays as it is. */
  mended(numbered: NumberedFloor, graph: FloorGraph, access: Access, before: (stop: JoinedStop) => JoinedStop | undefined): Legs
}

/**
 * A leg. `straight` is the straight way's length, Infinity where there is none or it may not be walked. The same object on the
 * edited floor says that no way of about this length came or went.
 */
type Found = Leg & {
  readonly straight: number
  readonly base: Labels
  readonly labels: Labels
  /** Stands for the floor that it was found on, where its routes are kept with it. */
  readonly on: object
  routes: FoundRoutes | undefined
}

type FoundRoutes = { readonly paths: readonly NodePath[]; readonly routes: readonly DrawnRoute[] }

/** A search made on this floor or an earlier one: what it says of ways shorter than `until` (millimetres) holds on this one. */
type Held = { readonly labels: Labels; readonly until: number }

/** What is known about the legs from one start; nothing of it is found before it is asked for. */
type StartLegs = {
  base: Held | undefined
  into: Map<number, Held> | undefined
  /** What was known of the same stop before the edit. */
  before: { readonly stop: JoinedStop; readonly legs: StartLegs } | undefined
  /** By the room of the goal: ways shorter than this (millimetres) are as they were before the edit. */
  unchanged: Map<number, number> | undefined
  /** The room of the start if it is private. */
  readonly home: number
  found: Map<JoinedStop, Found> | undefined
  /** Of legs that were found on an earlier floor. */
  routes: Map<JoinedStop, FoundRoutes> | undefined
  /** How far it is, at least, to where one enters a room, by `base`: every floor after an edit asks for it. */
  far: { readonly base: Held; readonly into: Map<number, number> } | undefined
}

/** The legs on the floor before an edit, and what the edit did. */
type Past = {
  readonly mark: object
  readonly change: NetChange
  /** What routes name otherwise since. */
  readonly renamed: Renamed | undefined
  /** Are all ways as far back as there? */
  readonly isEvenHanded: boolean
  /** The stop as it was joined before the edit. */
  stop(stop: JoinedStop): JoinedStop | undefined
  start(start: JoinedStop): StartLegs | undefined
}

export function legsOn(numbered: NumberedFloor, graph: FloorGraph, access: Access, radius: number): Legs {
  return legsOver(numbered, netOf(graph, access), radius, undefined)
}

function legsOver(numbered: NumberedFloor, net: Net, radius: number, before: Past | undefined): Legs {
  let past = before
  const { graph, access } = net
  const here = {}
  const starts = new Map<JoinedStop, StartLegs>()
  const goals = new Map<JoinedStop, GoalWays>()
  const firstChanges = new Map<Labels, number>()
  const hasOneDoor = onlyDoors(numbered, graph)
  // Where there is nothing to cross, it is as far back as there.
  const hasNoRules = net.isPoint && numbered.floor.thresholds.length === 0
  const roomOf = (stop: JoinedStop) => (access.isPrivate(stop.stop.region) ? stop.stop.region : NO_ROOM)

  function waysTo(goal: JoinedStop): GoalWays {
    const known = goals.get(goal)
    if (known !== undefined) return known
    const made = goalWaysOf(net, goal)
    goals.set(goal, made)
    return made
  }

  // Legs are asked for start by start.
  let lastStart: JoinedStop | undefined
  let lastLegs: StartLegs | undefined

  function legsFrom(start: JoinedStop): StartLegs {
    if (start === lastStart && lastLegs !== undefined) return lastLegs
    lastStart = start
    lastLegs = starts.get(start) ?? newStart(start)
    return lastLegs
  }

  function newStart(start: JoinedStop): StartLegs {
    const stop = past?.stop(start)
    const legs = stop === undefined ? undefined : past?.start(stop)
    const before = stop === undefined || legs === undefined ? undefined : { stop, legs }
    const made: StartLegs = {
      base: undefined,
      into: undefined,
      before,
      unchanged: undefined,
      home: roomOf(start),
      found: undefined,
      routes: undefined,
      far: undefined,
    }
    starts.set(start, made)
    return made
  }

  function baseLabels(start: JoinedStop): Labels {
    const from = legsFrom(start)
    if (from.base?.until === Infinity) return from.base.labels
    const labels = newBase(start)
    from.base = { labels, until: Infinity }
    return labels
  }

  function newBase(start: JoinedStop): Labels {
    const home = roomOf(start)
    const former = legsFrom(start).before
    const old = former?.legs.base
    if (past === undefined || former === undefined || old?.until !== Infinity) return searchFrom(net, start, home)
    const remains = remainsOf(old.labels, past.change, start, former.stop === start, home)
    return remains === undefined ? old.labels : searchAgain(net, start, home, remains)
  }

  function labelsTowards(start: JoinedStop, goalRoom: number): Labels {
    const from = legsFrom(start)
    const home = roomOf(start)
    const base = baseLabels(start)
    if (goalRoom === NO_ROOM || goalRoom === home) return base
    const known = from.into?.get(goalRoom)
    if (known?.until === Infinity) return known.labels
    const former = legsFrom(start).before
    const held = former?.stop === start ? former.legs.into?.get(goalRoom) : undefined
    const old = held?.until === Infinity ? held.labels : undefined
    const isKept = past !== undefined && old !== undefined && keepsInto(old, base, past.change, goalRoom)
    const made = !isKept ? searchInto(net, base, start, home, goalRoom, !hasOneDoor(goalRoom)) : old.under === base ? old : { ...old, under: base }
    hold(from, goalRoom, { labels: made, until: Infinity })
    return made
  }

  /** Up to what length ways from the start to goals in a room are surely what they were before the edit; 0 when nothing is known of them. */
  function unchangedUntil(from: StartLegs, goalRoom: number, before: StartLegs, { edges, rooms }: NetChange): number {
    const known = from.unchanged?.get(goalRoom)
    if (known !== undefined) return known
    const { home } = from
    const isBase = goalRoom === NO_ROOM || goalRoom === home
    const held = isBase ? before.base : before.into?.get(goalRoom)
    let until = 0
    if (held !== undefined) {
      const { labels } = held
      until = Math.min(held.until, firstChangeFrom(labels.under ?? labels, home))
      if (!isBase) until = Math.min(until, firstChangeInto(labels, edges, home, goalRoom, rooms.has(goalRoom)))
      // Good enough for later floors, unless somebody asks for more.
      if (isBase) from.base ??= { labels, until }
      else if (from.into?.has(goalRoom) !== true) hold(from, goalRoom, { labels, until })
    }
    from.unchanged ??= new Map()
    from.unchanged.set(goalRoom, until)
    return until
  }

  function firstChangeFrom(base: Labels, home: number): number {
    let far = firstChanges.get(base)
    if (far === undefined) {
      far = past === undefined ? 0 : firstChange(base, past.change.edges, home)
      firstChanges.set(base, far)
    }
    return far
  }

  /** The leg as it was found before the edit, where no way that the edit gave or took is short enough to be of it. */
  function unchanged(start: JoinedStop, goal: JoinedStop, from: StartLegs, former: Found | undefined): Found | undefined {
    const { before } = from
    if (past === undefined || before === undefined || before.stop !== start) return undefined
    // A goal that is found as the very object is joined as it was.
    const old = former?.goal === goal && former.start === start ? former : before.legs.found?.get(goal)
    if (old === undefined) return undefined
    const longest = old.length + NEAR + HAIR
    let until = unchangedUntil(from, roomOf(goal), before.legs, past.change)
    // What is left behind the last changed edge is as far as from the goal to it.
    if (until <= longest && old.length < Infinity && past.isEvenHanded) until += unchangedBack(goal, from.home, past)
    if (until <= longest && until < Infinity) return undefined
    // Walls came or went on the straight line: mostly others still stand there.
    if (!graph.keepsDirect(start, goal) && (old.straight < Infinity || straightBetween(start, goal) < Infinity)) return undefined
    if (past.renamed === undefined) return old
    // The leg before the edit keeps its routes, whoever asks for them and when: only where they are known to be named as here it is this leg too.
    const routes = old.routes ?? before.legs.routes?.get(goal)
    return routes !== undefined && hasSameNames(routes, start) ? old : { ...old, on: here, routes: undefined }
  }

  /** `unchangedUntil` of a goal on the way back to a room, which need not have been asked for; 0 when nothing is known. */
  function unchangedBack(goal: JoinedStop, room: number, { start, change }: Past): number {
    const legs = start(goal)
    if (legs?.base === undefined) return 0
    const from = starts.get(goal) ?? newStart(goal)
    if (room === NO_ROOM || room === from.home || legs.into?.has(room) === true) return unchangedUntil(from, room, legs, change)
    const known = from.unchanged?.get(room)
    if (known !== undefined) return known
    const until = Math.min(unchangedUntil(from, NO_ROOM, legs, change), farToRoom(legs, legs.base, change.before, from.home, room))
    from.unchanged ??= new Map()
    from.unchanged.set(room, until)
    return until
  }

  function find(start: JoinedStop, goal: JoinedStop, hint?: Found): Found {
    const from = legsFrom(start)
    const known = from.found?.get(goal)
    if (known !== undefined) return known
    const kept = unchanged(start, goal, from, hint)
    // Whoever kept the leg keeps it still.
    if (kept !== undefined && kept === hint) return kept
    const made = kept ?? findAnew(start, goal, baseLabels(start), labelsTowards(start, roomOf(goal)), hint)
    from.found ??= new Map()
    from.found.set(goal, made)
    return made
  }

  /** The leg from a start to a goal before the edit. */
  function foundBefore(former: StartLegs['before'], goal: JoinedStop | undefined, hint: Found | undefined): Found | undefined {
    if (former === undefined || goal === undefined) return undefined
    return hint?.goal === goal && hint.start === former.stop ? hint : former.legs.found?.get(goal)
  }

  function findAnew(start: JoinedStop, goal: JoinedStop, base: Labels, labels: Labels, hint: Found | undefined): Found {
    const former = legsFrom(start).before
    const goalBefore = past?.stop(goal)
    const old = foundBefore(former, goalBefore, hint)
    const isStraightKept = old !== undefined && former?.stop === start && goalBefore === goal && graph.keepsDirect(start, goal)
    if (isStraightKept && old.base === base && old.labels === labels) return { ...old, on: here, routes: undefined }
    const back = hasNoRules ? starts.get(goal)?.found?.get(start) : undefined
    if (back !== undefined) return { start, goal, length: back.length, straight: back.straight, base, labels, on: here, routes: undefined }
    const over = reachGoal(labels, waysTo(goal), roomOf(start), roomOf(goal))
    const straight = isStraightKept ? old.straight : straightBetween(start, goal)
    return { start, goal, length: Math.min(over, straight), straight, base, labels, on: here, routes: undefined }
  }

  function straightBetween(start: JoinedStop, goal: JoinedStop): number {
    const way = graph.direct(start, goal)
    return way !== undefined && isRunAllowed(access, way.run, endsOf(start, goal)) ? way.length : Infinity
  }

  const endsOf = (start: JoinedStop, goal: JoinedStop) => ({ home: roomOf(start), goalRoom: roomOf(goal) })

  function findRoutes(now: Found, hint?: Found): FoundRoutes {
    if (now.routes !== undefined) return now.routes
    const { start, goal } = now
    const from = legsFrom(start)
    const drawnHere = from.routes?.get(goal)
    if (drawnHere !== undefined) return drawnHere
    const goalBefore = past?.stop(goal)
    const was = foundBefore(from.before, goalBefore, hint)
    const old = goalBefore === undefined ? undefined : (was?.routes ?? from.before?.legs.routes?.get(goalBefore))
    const isKept = old !== undefined && was !== undefined && (now === was || keepsRoutes(start, goal, now, was, old))
    const known = old !== undefined && hasSameNames(old, start) ? old : undefined
    const made = isKept ? (known ?? drawn(old.paths, start, goal)) : withKnown(routesBetween(start, goal, now), known)
    if (now.on === here) now.routes = made
    else {
      from.routes ??= new Map()
      from.routes.set(goal, made)
    }
    return made
  }

  /** Is nothing of the routes gone, and nothing near enough new? Then they are the same, whatever happened elsewhere. */
  function keepsRoutes(start: JoinedStop, goal: JoinedStop, now: Found, was: Found, { paths }: FoundRoutes): boolean {
    const startBefore = past?.stop(start)
    const goalBefore = past?.stop(goal)
    if (past === undefined || startBefore === undefined || goalBefore === undefined) return false
    if (now.length === Infinity && was.length === Infinity) return true
    if (Math.abs(now.length - was.length) > SAME_PLACE || now.straight !== was.straight) return false
    if (startBefore.x !== start.x || startBefore.y !== start.y || goalBefore.x !== goal.x || goalBefore.y !== goal.y) return false
    const { change } = past
    const { home, goalRoom } = endsOf(start, goal)
    const longest = now.length + NEAR
    if (mayTieAnew(net, start, startBefore, goal, longest, radius) || mayTieAnew(net, goal, goalBefore, start, longest, radius)) return false
    if (!paths.every((path) => keepsPath(path, change, start, goal, home, goalRoom))) return false
    // A door in another's place leaves the straight way as long as it was.
    const straight = paths.find(({ nodes }) => nodes.length === 0)
    const isSameWay = straight === undefined || (startBefore === start && goalBefore === goal && graph.keepsDirect(start, goal))
    if (!isSameWay && graph.direct(start, goal)?.run !== straight.runs[0]) return false
    return !mayAddRoute(now.labels, change, start, goal, { home, goalRoom }, longest, NEAR, radius)
  }

  function routesBetween(start: JoinedStop, goal: JoinedStop, { length, straight, labels }: Found): FoundRoutes {
    if (length === Infinity) return { paths: [], routes: [] }
    const longest = length + NEAR
    const ends = endsOf(start, goal)
    const paths = [...nearPaths(net, labels, start, goal, ends, longest)]
    const way = straight <= longest ? graph.direct(start, goal) : undefined
    if (way !== undefined) {
      paths.push({ nodes: [], arrive: [], leave: [], runs: [way.run], length: way.length })
    }
    return drawn(paths, start, goal)
  }

  function drawn(paths: readonly NodePath[], start: JoinedStop, goal: JoinedStop): FoundRoutes {
    return { paths, routes: distinctRoutes(paths.map((path) => drawnRoute(numbered, graph, start, goal, path))) }
  }

  /** Do routes of the floor before the edit name rooms and thresholds as routes on this one do? What is gone may be another by now. */
  function hasSameNames({ paths }: FoundRoutes, { stop }: JoinedStop): boolean {
    const renamed = past?.renamed
    if (renamed?.regions[stop.region] === 1) return false
    const isNamedSo = (crossing: number) => numbered.rules[crossing >> 1] !== undefined && renamed?.thresholds[crossing >> 1] !== 1
    return paths.every(({ runs }) => runs.every((run) => graph.runs.crossings(run).every(isNamedSo)))
  }

  return {
    access,
    length: (start, goal) => find(start, goal).length + start.lead + goal.lead,
    routes: (start, goal) => findRoutes(find(start, goal)).routes,
    otherWays(start, goal) {
      const now = find(start, goal)
      return now.length === Infinity ? [] : otherWays(numbered, net, radius, labelsTowards(start, roomOf(goal)), now, endsOf(start, goal))
    },
    find: (start, goal, former) => find(start, goal, former as Found | undefined),
    routesOf: (leg, former) => findRoutes(leg as Found, former as Found | undefined).routes,
    isMendedFrom: (legs) => legs !== undefined && past?.mark === legs.mark,
    mark: here,
    mended(next, nextGraph, nextAccess, stop) {
      // From now on a base itself: what it did not ask of its own base it works out, so that bases do not pile up.
      if (past !== undefined) for (const legs of starts.values()) legs.before = undefined
      past = undefined
      const nextNet = netOf(nextGraph, nextAccess, net)
      const change = netChange(net, nextNet)
      return legsOver(next, nextNet, radius, {
        mark: here,
        change,
        renamed: next.renamed,
        isEvenHanded: isEvenHanded(numbered) && isEvenHanded(next),
        stop,
        start: (start) => starts.get(start),
      })
    },
  }
}

function hold(from: StartLegs, room: number, held: Held): void {
  from.into ??= new Map()
  from.into.set(room, held)
}

/** Routes found anew that are as they were before the edit are given as the same objects: what was worked out of them still holds. */
function withKnown(found: FoundRoutes, former: FoundRoutes | undefined): FoundRoutes {
  if (former === undefined) return found
  const routes = found.routes.map((route) => former.routes.find((known) => isSameRoute(known, route)) ?? route)
  const isSame = routes.length === former.routes.length && routes.every((route, i) => route === former.routes[i])
  return { paths: found.paths, routes: isSame ? former.routes : routes }
}

/** How far it is, at least, to where one enters a room. */
function farToRoom(legs: StartLegs, base: Held, net: Net, home: number, room: number): number {
  if (legs.far?.base !== base) legs.far = { base, into: new Map() }
  const known = legs.far.into.get(room)
  if (known !== undefined) return known
  let least = base.until
  for (const e of net.edgesInto(room)) {
    if (!isOpen(net.roomA[e]!, home, room) || !isOpen(net.roomB[e]!, home, room)) continue
    const far = reach(base.labels, net.from[e]!, net.leave[e]!)
    if (far < least) least = far
  }
  legs.far.into.set(room, least)
  return least
}
