import type { Id } from '#shared/base/ids'
import { type Message, message } from '#shared/base/message'
import type { Settings } from '#shared/document/workshop'
import type { Route, RouteAnswer, Router, Stop, Walker } from '#shared/routing/router'
import type { Gait } from './plan'
import type { End, Premises } from './premises'
import { refusalMessage } from './refusal-message'

/** Lengths in metres from one end to others, in a gait; NaN where there is no way. */
export type LengthsOf = (from: string, goals: readonly string[], gait: Gait, via: readonly Id[]) => ArrayLike<number>

/** The floor that journeys are walked on: lengths, routes and why there is none, between ends of a design. */
export type Ground = {
  readonly premises: Premises
  readonly lengthsOf: LengthsOf
  walkerOf(gait: Gait): Walker
  /** Every route within 1 mm of the shortest; empty when there is none. */
  routesOf(from: string, to: string, gait: Gait, via: readonly Id[]): readonly Route[]
  /** Why there is no route. */
  reasonOf(from: string, to: string, gait: Gait, via: readonly Id[]): Message
}

export function groundOf(premises: Premises, routers: readonly Router[], settings: Settings): Ground {
  const walkers = new Map<Gait, Walker>()
  const stops = new Map<string, Stop>()
  const regionsOf = routers.map(({ floor }) => {
    const ofRooms = new Map<Id, number>()
    floor.regions.forEach(({ room }, index) => {
      if (room !== undefined && !ofRooms.has(room)) ofRooms.set(room, index)
    })
    return ofRooms
  })

  function walkerOf(gait: Gait): Walker {
    return entryOf(walkers, gait, () => {
      const { radius, passes } = settings.bodies[gait.traveller]
      return { radius, passes, flows: gait.flows }
    })
  }

  function stopOf(end: End): Stop {
    let stop = stops.get(end.key)
    if (stop === undefined) {
      const region = end.room === undefined ? -1 : (regionsOf[end.storey]?.get(end.room) ?? -1)
      stop = { x: end.point.x, y: end.point.y, region }
      stops.set(end.key, stop)
    }
    return stop
  }

  /** What no floor can mend: nobody stands at an end, or they lie on different storeys. */
  function refusalOfEnds(from: End, to: End): Message | undefined {
    // Nearly every leg that is asked for passes here: names only for those that do not.
    if (from.stands && to.stands) return from.storey === to.storey ? undefined : message('unavailable.otherStorey', namesOf(from, to))
    return message('unavailable.noRoomPoint', { ...namesOf(from, to), room: premises.nameOf(from.stands ? to : from) })
  }

  /** What a gate at one end of a leg refuses. */
  function refusalOfGate(end: End, from: End, to: End, gait: Gait): Message | undefined {
    if (end.gate === undefined) return undefined
    const { opening } = end.gate
    const { passes } = settings.bodies[gait.traveller]
    const refused = gait.flows.find((flow) => opening.admits !== undefined && !opening.admits.includes(flow))
    const isAgainst = opening.oneWay !== undefined && (opening.oneWay === 'in') !== (end === from)
    if (opening.width >= passes && refused === undefined && !isAgainst) return undefined
    const names = namesOf(from, to)
    if (opening.width < passes) return refusalMessage({ why: 'width', opening }, names, gait, passes)
    if (refused !== undefined) return refusalMessage({ why: 'admission', opening, flow: refused }, names, gait, passes)
    return refusalMessage({ why: 'oneWay', opening }, names, gait, passes)
  }

  function namesOf(from: End, to: End) {
    return { from: premises.nameOf(from), to: premises.nameOf(to) }
  }

  function isRefused(from: End, to: End, gait: Gait): boolean {
    return (refusalOfEnds(from, to) ?? refusalOfGate(from, from, to, gait) ?? refusalOfGate(to, from, to, gait)) !== undefined
  }

  function answersOf(from: End, goals: readonly End[], gait: Gait, via: readonly Id[]): readonly RouteAnswer[] {
    const router = routers[from.storey]
    if (router === undefined) return goals.map(() => ({ status: 'unreachable', refusal: { why: 'walls' } }))
    return router.lengths(stopOf(from), goals.map(stopOf), walkerOf(gait), via.length === 0 ? undefined : via)
  }

  function newLengths(from: string, goals: readonly string[], gait: Gait, via: readonly Id[]): readonly number[] {
    const start = premises.end(from)
    const ends = goals.map(premises.end)
    const open = ends.filter((end) => !isRefused(start, end, gait))
    const answers = open.length === 0 ? [] : answersOf(start, open, gait, via)
    let next = 0
    return ends.map((end) => {
      if (open[next] !== end) return Number.NaN
      const answer = answers[next]!
      next += 1
      return answer.status === 'ok' ? answer.length : Number.NaN
    })
  }

  function newRoutes(from: string, to: string, gait: Gait, via: readonly Id[]): readonly Route[] {
    const start = premises.end(from)
    const goal = premises.end(to)
    const router = routers[start.storey]
    if (router === undefined || isRefused(start, goal, gait)) return []
    return router.routes(stopOf(start), stopOf(goal), walkerOf(gait), via.length === 0 ? undefined : via)
  }

  // Both readings of a design, and most of its measures, ask for the same legs.
  const lengths = new Map<Gait, Map<string, Map<string, number>>>()
  const routes = new Map<Gait, Map<string, Map<string, readonly Route[]>>>()

  return {
    premises,
    walkerOf,
    lengthsOf(from, goals, gait, via) {
      const known =
        via.length === 0
          ? entryOf(entryOf(lengths, gait, newMap<string, Map<string, number>>), from, newMap<string, number>)
          : new Map<string, number>()
      const missing = goals.filter((goal) => !known.has(goal))
      if (missing.length > 0) {
        newLengths(from, missing, gait, via).forEach((length, index) => {
          known.set(missing[index]!, length)
        })
      }
      return goals.map((goal) => known.get(goal)!)
    },
    routesOf(from, to, gait, via) {
      if (via.length > 0) return newRoutes(from, to, gait, via)
      const ofStart = entryOf(entryOf(routes, gait, newMap<string, Map<string, readonly Route[]>>), from, newMap<string, readonly Route[]>)
      return entryOf(ofStart, to, () => newRoutes(from, to, gait, via))
    },
    reasonOf(from, to, gait, via) {
      const start = premises.end(from)
      const goal = premises.end(to)
      const refused = refusalOfEnds(start, goal) ?? refusalOfGate(start, start, goal, gait)
      if (refused !== undefined) return refused
      const names = namesOf(start, goal)
      const [answer] = answersOf(start, [goal], gait, via)
      const floor = routers[start.storey]?.floor
      // The gate that the leg ends at comes last on the way.
      if (answer === undefined || answer.status === 'ok' || floor === undefined)
        return refusalOfGate(goal, start, goal, gait) ?? message('unavailable.walls', names)
      const { refusal } = answer
      const { passes } = settings.bodies[gait.traveller]
      const storey = premises.building.storeys[start.storey]!
      switch (refusal.why) {
        case 'walls':
          return message('unavailable.walls', names)
        case 'noStanding': {
          const end = refusal.end === 'start' ? start : goal
          return message(`unavailable.noStanding.${gait.traveller}`, { place: premises.placeNameOf(end), room: premises.nameOf(end) })
        }
        case 'width':
        case 'admission':
        case 'oneWay': {
          const threshold = floor.thresholds[refusal.threshold]
          const opening = storey.openings.find((built) => built.opening.id === threshold?.opening)?.opening
          const flow = gait.flows.find((candidate) => threshold?.admits !== undefined && !threshold.admits.includes(candidate))
          if (opening === undefined) return message('unavailable.walls', names)
          return refusalMessage({ why: refusal.why, opening, flow }, names, gait, passes)
        }
        case 'roomAdmission':
        case 'notThrough': {
          const region = floor.regions[refusal.region]
          const room = storey.rooms.find((built) => built.room.id === region?.room)?.room.name ?? ''
          const flow = gait.flows.find((candidate) => region?.admits !== undefined && !region.admits.includes(candidate))
          if (refusal.why === 'notThrough' || flow === undefined) return message('unavailable.notThrough', { ...names, room })
          return message(`unavailable.roomAdmission.${flow}`, { ...names, room })
        }
      }
    },
  }
}

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) {
    value = make()
    map.set(key, value)
  }
  return value
}

function newMap<K, V>(): Map<K, V> {
  return new Map()
}
