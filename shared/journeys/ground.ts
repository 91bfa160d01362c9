import { filled } from '#shared/base/filled'
import type { Id } from '#shared/base/ids'
import { longer } from '#shared/base/longer'
import { type Message, message } from '#shared/base/message'
import type { Settings } from '#shared/document/workshop'
import type { KeptLegs, Leg, Route, RouteAnswer, Router, Stop, Walker } from '#shared/routing/router'
import type { KeptTrips } from './kept-trips'
import type { LegBook } from './leg-book'
import type { Gait } from './plan'
import type { End, Premises } from './premises'
import { refusalMessage } from './refusal-message'
import { type StoreyWay, type StoreyWays, storeyWaysOf } from './storey-ways'

/** Lengths in metres from one end to others, in a gait; NaN where there is no way. */
export type LengthsOf = (from: string, goals: readonly string[], gait: Gait, via: readonly Id[]) => ArrayLike<number>

/** The floor that journeys are walked on: lengths, routes and why there is none, between ends of a design. */
export type Ground = {
  readonly premises: Premises
  readonly legs: LegBook
  /** By the numbers of ends, of those that were asked about: the same object as on the ground before where the end is. */
  readonly stops: readonly (Stop | undefined)[]
  readonly lengthsOf: LengthsOf
  /** The length of a leg by its number. */
  lengthOf(leg: number): number
  /** One search for legs that start at one end, in one gait. */
  ask(legs: readonly number[]): void
  /** Are the routes of a leg those of the ground before? */
  isKept(leg: number): boolean
  /** Trips walked here, and on the ground before while that is known. */
  readonly trips: KeptTrips
  formerTrips(): KeptTrips | undefined
  /** What is known of legs, for the ground of an edited design; this one asks nothing of its own former ground any more. */
  handOver(): KnownLegs
  walkerOf(gait: Gait): Walker
  /** Every route within 1 mm of the shortest; empty when there is none. */
  routesOf(from: string, to: string, gait: Gait, via: readonly Id[]): readonly Route[]
  /** The same of a leg by its number: the very list of the ground before where nothing about it changed. */
  routesOfLeg(leg: number): readonly Route[]
  /** Metres that a leg counts where they are summed: as `lengthsOf`, but for the time of lifts. */
  metresOf(from: string, to: string, gait: Gait, via: readonly Id[]): number
  /** The ways of a leg that leads by lifts or stairs; undefined for one that does not. `routesOf` has none of it. */
  waysOf(from: string, to: string, gait: Gait, via: readonly Id[]): readonly StoreyWay[] | undefined
  /** Why there is no route. */
  reasonOf(from: string, to: string, gait: Gait, via: readonly Id[]): Message
}

/** By the numbers of legs: each as it was found, its length (UNKNOWN where nobody asked) and routes. */
type KnownLegs = {
  readonly routers: readonly Router[]
  readonly found: readonly (Leg | undefined)[]
  readonly lengths: Float64Array
  readonly trips: KeptTrips
  readonly routes: readonly (readonly Route[] | undefined)[]
}

const walkersOf = new WeakMap<Settings, Map<Gait, Walker>>()

/** `before`: the ground that the routers were mended from. */
export function groundOf(premises: Premises, routers: readonly Router[], settings: Settings, book: LegBook, before?: Ground): Ground {
  const walkers = filled(walkersOf, settings, () => new Map())
  const former = before?.legs === book ? before.stops : []
  let known = before?.legs === book ? before.handOver() : undefined
  const stops = new Array<Stop | undefined>(book.ends.length)
  const ends = new Array<End | undefined>(book.ends.length)
  const regionsOf = routers.map(({ floor }) => {
    const ofRooms = new Map<Id, number>()
    floor.regions.forEach(({ room }, index) => {
      if (room !== undefined && !ofRooms.has(room)) ofRooms.set(room, index)
    })
    return ofRooms
  })

  // Asked for every leg and every trip: nothing is made only to look it up.
  function walkerOf(gait: Gait): Walker {
    return walkers.get(gait) ?? newWalker(gait)
  }

  function newWalker(gait: Gait): Walker {
    const { radius, passes } = settings.bodies[gait.traveller]
    const walker = { radius, passes, flows: gait.flows }
    walkers.set(gait, walker)
    return walker
  }

  function endAt(number: number): End {
    ends[number] ??= premises.end(book.ends[number]!)
    return ends[number]
  }

  function stopOf(end: End): Stop {
    const number = book.endNumber(end.key)
    return stops[number] ?? newStop(number, end)
  }

  function stopAt(number: number): Stop {
    return stops[number] ?? newStop(number, endAt(number))
  }

  function newStop(number: number, end: End): Stop {
    const { x, y } = end.point
    const region = end.room === undefined ? -1 : (regionsOf[end.storey]?.get(end.room) ?? -1)
    const old = former[number]
    const stop = old !== undefined && old.x === x && old.y === y && old.region === region ? old : { x, y, region }
    stops[number] = stop
    return stop
  }

  /** What no floor can mend: nobody stands at an end, or they lie on different storeys. */
  function refusalOfEnds(from: End, to: End): Message | undefined {
    // Nearly every leg that is asked for passes here: names only for those that do not.
    if (from.stands && to.stands) return undefined
    return message('unavailable.noRoomPoint', { ...namesOf(from, to), room: premises.nameOf(from.stands ? to : from) })
  }

  /** What a gate at one end of a leg refuses. */
  function refusalOfGate(end: End, from: End, to: End, gait: Gait): Message | undefined {
    return end.gate === undefined ? undefined : refusalAt(end.gate, end, from, to, gait)
  }

  function refusalAt({ opening }: NonNullable<End['gate']>, end: End, from: End, to: End, gait: Gait): Message | undefined {
    const { passes } = settings.bodies[gait.traveller]
    const refused = gait.flows.find((flow) => opening.admits !== undefined && !opening.admits.includes(flow))
    const isAgainst = opening.oneWay !== undefined && (opening.oneWay === 'in') !== (end === from)
    if (opening.width >= passes && refused === undefined && !isAgainst) return undefined
    const names = namesOf(from, to)
    const refusing = { opening, room: premises.roomNameOf(opening) }
    if (opening.width < passes) return refusalMessage({ why: 'width', ...refusing }, names, gait, passes)
    if (refused !== undefined) return refusalMessage({ why: 'admission', ...refusing, flow: refused }, names, gait, passes)
    return refusalMessage({ why: 'oneWay', ...refusing }, names, gait, passes)
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
    if (!isOneStorey) {
      const costs = storeyWays()!.costs(start, open, gait, via)
      return ends.map((end) => (open.includes(end) ? costs[open.indexOf(end)]! : Number.NaN))
    }
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
    if (!isOneStorey) return routesOnStorey(from, to, gait, via)
    const router = routers[start.storey]
    if (router === undefined || isRefused(start, goal, gait)) return []
    return router.routes(stopOf(start), stopOf(goal), walkerOf(gait), via.length === 0 ? undefined : via)
  }

  // By the numbers of legs: both readings of a design, and most of its measures, ask for the same ones.
  let lengths = new Float64Array(book.from.length).fill(UNKNOWN)
  const routes = new Array<readonly Route[] | undefined>(book.from.length)

  function hasLength(leg: number): boolean {
    if (leg >= lengths.length) {
      // Who asks for legs one by one, as a simulated day does, makes each as it asks: room for some more.
      lengths = longer(lengths, new Float64Array(Math.max(leg + 1 + (leg >> 1), book.from.length)).fill(UNKNOWN))
    }
    return lengths[leg] !== UNKNOWN
  }

  const found = new Array<Leg | undefined>(book.from.length)

  function ask(legs: readonly number[]): void {
    if (!isOneStorey) askOverStoreys(legs)
    else for (let index = 0; index < legs.length; index++) if (!hasLength(legs[index]!)) askFor(legs[index]!)
  }

  function askOverStoreys(legs: readonly number[]): void {
    const open = legs.filter((leg) => {
      if (hasLength(leg)) return false
      lengths[leg] = Number.NaN
      return !isRefused(endAt(book.from[leg]!), endAt(book.to[leg]!), book.gaits[leg]!)
    })
    if (open.length === 0) return
    const [first] = open as [number]
    const goals = open.map((leg) => endAt(book.to[leg]!))
    const costs = storeyWays()!.costs(endAt(book.from[first]!), goals, book.gaits[first]!, [])
    for (let index = 0; index < open.length; index++) lengths[open[index]!] = costs[index]!
  }

  function askFor(leg: number): void {
    lengths[leg] = Number.NaN
    const start = endAt(book.from[leg]!)
    const gait = book.gaits[leg]!
    if (isRefused(start, endAt(book.to[leg]!), gait)) return
    const legs = keptLegs(start.storey, gait)
    if (legs === undefined) return
    const from = stopAt(book.from[leg]!)
    const to = stopAt(book.to[leg]!)
    const old = known?.found[leg]
    const now = old !== undefined && isSameFloor(leg, start.storey) ? old : legs.find(from, to, old)
    found[leg] = now
    if (now === undefined) return
    lengths[leg] = now === old ? known!.lengths[leg]! : legs.length(now)
    if (now === old) routes[leg] = known!.routes[leg]
  }

  /** Is it the very floor, and are both ends where they were? Then there is nothing to show. */
  function isSameFloor(leg: number, storey: number): boolean {
    const [from, to] = [book.from[leg]!, book.to[leg]!]
    return known?.routers[storey] === routers[storey] && former[from] === stops[from] && former[to] === stops[to]
  }

  let lastStorey = -1
  let lastGait: Gait | undefined
  let lastLegs: KeptLegs | undefined

  /** Legs are asked for gait by gait. */
  function keptLegs(storey: number, gait: Gait): KeptLegs | undefined {
    if (storey !== lastStorey || gait !== lastGait) {
      lastStorey = storey
      lastGait = gait
      lastLegs = routers[storey]?.keptLegs(walkerOf(gait))
    }
    return lastLegs
  }

  function routesOfLeg(leg: number): readonly Route[] {
    const list =
      routes[leg] ??
      (isOneStorey ? newRoutesOfLeg(leg) : routesOnStorey(book.ends[book.from[leg]!]!, book.ends[book.to[leg]!]!, book.gaits[leg]!, []))
    routes[leg] = list
    return list
  }

  function newRoutesOfLeg(leg: number): readonly Route[] {
    if (!hasLength(leg)) askFor(leg)
    const walked = found[leg]
    if (walked === undefined) return NO_ROUTES
    return keptLegs(endAt(book.from[leg]!).storey, book.gaits[leg]!)!.routes(walked, known?.found[leg])
  }

  // A building of one storey asks its router and nothing else.
  let knownWays: { readonly ways: StoreyWays | undefined } | undefined
  function storeyWays(): StoreyWays | undefined {
    knownWays ??= { ways: storeyWaysOf({ premises, routers, settings, stopOf, walkerOf }) }
    return knownWays.ways
  }
  const isOneStorey = premises.building.storeys.length < 2
  const waysOfLegs = new Map<string, readonly StoreyWay[]>()

  function allWays(from: string, to: string, gait: Gait, via: readonly Id[]): readonly StoreyWay[] {
    const key = `${book.legNumber(book.endNumber(from), book.endNumber(to), gait)} ${via.join()}`
    let found = waysOfLegs.get(key)
    if (found === undefined) {
      const [start, goal] = [premises.end(from), premises.end(to)]
      found = isRefused(start, goal, gait) ? [] : (storeyWays()?.ways(start, goal, gait, via) ?? [])
      waysOfLegs.set(key, found)
    }
    return found
  }

  /** The one route on one storey that a leg comes down to, in a building of several. */
  function routesOnStorey(from: string, to: string, gait: Gait, via: readonly Id[]): readonly Route[] {
    const [way, other] = allWays(from, to, gait, via)
    const stage = way?.stages.length === 1 && other === undefined ? way.stages[0] : undefined
    return stage?.kind === 'walk' ? stage.routes() : NO_ROUTES
  }

  const legBetween = (from: string, to: string, gait: Gait) => book.legNumber(book.endNumber(from), book.endNumber(to), gait)

  return {
    premises,
    legs: book,
    stops,
    walkerOf,
    ask,
    isKept(leg) {
      const walked = found[leg]
      return walked !== undefined && walked === known?.found[leg]
    },
    // Known to nobody inside: who finds routes here for a trip that outlived this ground holds on to no other trips, nor to the grounds that those ask.
    trips: { ground: { mark: 'ground' }, ends: new Array(book.ends.length), ofPlans: new Map() },
    formerTrips: () => known?.trips,
    handOver() {
      known = undefined
      return {
        trips: this.trips,
        routers,
        found,
        routes,
        get lengths() {
          return lengths
        },
      }
    },
    lengthOf(leg) {
      if (!hasLength(leg)) ask([leg])
      return lengths[leg]!
    },
    routesOfLeg,
    lengthsOf(from, goals, gait, via) {
      if (via.length > 0) return newLengths(from, goals, gait, via)
      const legs = goals.map((goal) => legBetween(from, goal, gait))
      ask(legs)
      return legs.map((leg) => lengths[leg]!)
    },
    routesOf(from, to, gait, via) {
      return via.length > 0 ? newRoutes(from, to, gait, via) : routesOfLeg(legBetween(from, to, gait))
    },
    metresOf(from, to, gait, via) {
      if (isOneStorey) return this.lengthsOf(from, [to], gait, via)[0]!
      const ways = allWays(from, to, gait, via)
      return ways.length === 0 ? Number.NaN : ways.reduce((sum, { share, metres }) => sum + share * metres, 0)
    },
    waysOf(from, to, gait, via) {
      if (isOneStorey) return undefined
      const ways = allWays(from, to, gait, via)
      return ways.length === 0 || (ways.length === 1 && ways[0]!.stages.length === 1) ? undefined : ways
    },
    reasonOf(from, to, gait, via): Message {
      const start = premises.end(from)
      const goal = premises.end(to)
      const refused = refusalOfEnds(start, goal) ?? refusalOfGate(start, start, goal, gait)
      if (refused !== undefined) return refused
      const names = namesOf(start, goal)
      if (start.storey !== goal.storey) {
        const found = storeyWays()!.reasonOf(start, goal, gait)
        if ('key' in found) return found
        if (found.from.storey !== found.to.storey) return message('unavailable.walls', names)
        return this.reasonOf(found.from.key, found.to.key, gait, [])
      }
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
          return refusalMessage({ why: refusal.why, opening, room: premises.roomNameOf(opening), flow }, names, gait, passes)
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

/** No length is negative. */
const UNKNOWN = -1
const NO_ROUTES: readonly Route[] = []
