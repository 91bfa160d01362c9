import { filled } from '#shared/base/filled'
import type { Id, Key } from '#shared/base/ids'
import type { Flow } from '#shared/document/vocabulary'
import type { Chance } from './chance'
import type { Draw, Planning } from './course'
import type { Gait, Guard, LegOf, Option } from './plan'
import { count, type TripCount, UNWALKED } from './plan-book'
import type { Spot } from './premises'

/** A leg that will be counted once it is known from which base the chain was walked. `trip`: which it is, once somebody asked. */
export type PendingLeg = { readonly leg: LegOf; readonly pair: number; trip: TripCount | undefined }

/** An item brought on the way; its legs are not part of the walk's own length. */
export type Brought = PendingLeg & { readonly line: string; readonly store: Spot }

/** What a chain has been so far if it began at this base. */
export type ChainStart = {
  readonly base: string | undefined
  readonly at: string | undefined
  readonly legs: readonly PendingLeg[]
  /** From which stores it carries which lines' items. */
  readonly carrying: readonly { readonly line: string; readonly store: Spot }[]
  readonly brought: readonly Brought[]
  /** What has to be nearest for the chain to have gone this way. */
  readonly guards: readonly Guard[]
}

/**
 * The head of a chain that a person walks from a base and back. With several bases the shortest
 * chain is taken, which is known only at its end; but only its first legs depend on the base, so
 * they are held back, one list a base, and once all lead to one place the rest is common.
 */
export type Front = { readonly key: string; readonly settled: boolean; readonly at: string | undefined; readonly starts: readonly ChainStart[] }

/** How a piece of a chain is walked. */
export type Gear = { readonly gait: Gait; readonly carries: readonly Flow[]; readonly via: readonly Id[] }

export type Walk = {
  readonly planning: Planning
  readonly pathway: Key
  readonly role: Key
  readonly step: Key
  readonly order: number
  /** Its legs by what is carried on them, each made once. */
  readonly legs: Map<readonly Flow[], LegOf>
  /** How often they are walked, from where to where: by how one walks, then by their ends. */
  readonly counts: Map<Gear, Map<string, Map<string, TripCount>>>
  /** The ways home, by where they begin and the base. */
  readonly homes: Map<string, Map<string, PendingLeg>>
  /** The same for all beginnings of a chain, by where they end and the bases. */
  readonly waysHome: Map<string | undefined, Map<string, WaysHome>>
  /** What all of them are walked as, once there is one. */
  homeLeg: LegOf | undefined
}

/** Of each beginning of a chain, the pair and the trip of its way home. */
type WaysHome = { readonly lastPairs: Int32Array; readonly home: readonly TripCount[] }

export function newWalk(planning: Planning, pathway: Key, role: Key, step: Key, order: number): Walk {
  const none = { legs: new Map(), counts: new Map(), homes: new Map(), waysHome: new Map(), homeLeg: undefined }
  return { planning, pathway, role, step, order, ...none }
}

/** A chain that has not left its base. */
export function frontAt(bases: readonly string[]): Front {
  const starts = (bases.length === 0 ? [undefined] : bases).map(
    (base): ChainStart => ({ base, at: base, legs: [], carrying: [], brought: [], guards: [] }),
  )
  return { key: '', settled: starts.length === 1, at: starts.length === 1 ? starts[0]!.base : undefined, starts }
}

function legOf({ pathway, role, step, order, legs }: Walk, { carries }: Gear): LegOf {
  let leg = legs.get(carries)
  if (leg === undefined) {
    leg = { pathway, flow: 'staff', purpose: 'staff', role, carries, dress: undefined, mobility: undefined, use: undefined, order, steps: [step] }
    legs.set(carries, leg)
  }
  return leg
}

/** The chain walked on to `to`. */
export function walkTo(walk: Walk, front: Front, to: string, gear: Gear, chance: Chance): Front {
  if (front.settled) {
    const { key, at, starts } = front
    if (at === to) return front
    if (at !== undefined) record(walk, at, to, gear, chance)
    return { key, settled: true, at: to, starts }
  }
  const known = nextOf(front, walk, nameOf(gear))
  let next = known.get(to)
  if (next === undefined) {
    next = { key: `${front.key}>${to}`, settled: true, at: to, starts: front.starts.map((start) => extended(walk, start, to, gear)) }
    known.set(to, next)
  }
  return next
}

/** Visits of many kinds walk the same legs again and again: where each is counted is looked up once. */
function record(walk: Walk, from: string, to: string, gear: Gear, chance: Chance): void {
  let ofGear = walk.counts.get(gear)
  if (ofGear === undefined) {
    ofGear = new Map()
    walk.counts.set(gear, ofGear)
  }
  let ofStart = ofGear.get(from)
  if (ofStart === undefined) {
    ofStart = new Map()
    ofGear.set(from, ofStart)
  }
  let trip = ofStart.get(to)
  if (trip === undefined) {
    const { book } = walk.planning
    const pair = book.pair(from, to, gear.gait, gear.via)
    if (chance === 0) return
    trip = book.tripOf(legOf(walk, gear), pair)
    ofStart.set(to, trip)
  }
  count(trip, chance)
}

/** The chain of each base walked on to the store that is nearest to where it has come: which, is decided with the lengths. */
export function walkToNearest(walk: Walk, front: Front, stores: readonly Spot[], line: string, gear: Gear, near: string): Front {
  const known = nextOf(front, walk, nameOf(gear))
  const name = `~${line}|${near}`
  const found = known.get(name)
  if (found !== undefined) return found
  const { book } = walk.planning
  const starts = front.starts.flatMap((start) => {
    const options = stores.map(({ staff }) => ({ pairs: [book.pair(start.at ?? near, staff.out, gear.gait)], guards: start.guards }))
    const decision = options.length < 2 ? -1 : book.decide(options)
    return stores.map((store, option): ChainStart => {
      const walked = extended(walk, start, store.staff.out, gear)
      const guards = decision < 0 ? start.guards : [...start.guards, { decision, option }]
      return { ...walked, carrying: [...start.carrying, { line, store }], guards }
    })
  })
  const next = { key: `${front.key}>~${line}`, settled: false, at: undefined, starts }
  known.set(name, next)
  return next
}

/** All chains of a stint begin with the same front: where they go first, they go by the same legs. By walk, then by how, then by where. */
const nextFronts = new WeakMap<Front, Map<Walk, Map<string, Map<string, Front>>>>()

const newTable = <K, V>() => new Map<K, V>()

function nextOf(front: Front, walk: Walk, how: string): Map<string, Front> {
  return filled(filled(filled(nextFronts, front, newTable), walk, newTable), how, newTable)
}

const namesOfGears = new WeakMap<Gear, string>()

function nameOf(gear: Gear): string {
  let name = namesOfGears.get(gear)
  if (name === undefined) {
    const { gait, carries, via } = gear
    name = `${gait.traveller}|${gait.flows.join('+')}|${carries.join('+')}|${via.join('+')}`
    namesOfGears.set(gear, name)
  }
  return name
}

function extended(walk: Walk, start: ChainStart, to: string, gear: Gear): ChainStart {
  if (start.at === undefined || start.at === to) return { ...start, at: to }
  const pair = walk.planning.book.pair(start.at, to, gear.gait, gear.via)
  return { ...start, at: to, legs: [...start.legs, { leg: legOf(walk, gear), pair, trip: undefined }] }
}

/** Starts keep their legs, and many chains go on from each: a leg is looked up the first time that it counts. */
function tripOf({ planning: { book } }: Walk, pending: PendingLeg): TripCount {
  pending.trip ??= book.tripOf(pending.leg, pending.pair)
  return pending.trip
}

/** What each start carries has arrived; `place` names where, and for which step. */
export function bringEach(front: Front, place: string, bringing: (line: string, store: Spot) => PendingLeg): Front {
  if (front.starts.every(({ carrying }) => carrying.length === 0)) return front
  // Chains that began alike bring alike: worked out once for each place.
  let ofStarts = broughtTo.get(front.starts)
  if (ofStarts === undefined) {
    ofStarts = new Map()
    broughtTo.set(front.starts, ofStarts)
  }
  let starts = ofStarts.get(place)
  if (starts === undefined) {
    starts = front.starts.map((start): ChainStart => {
      const brought = start.carrying.map(({ line, store }): Brought => ({ ...bringing(line, store), line, store }))
      return { ...start, carrying: [], brought: [...start.brought, ...brought] }
    })
    ofStarts.set(place, starts)
  }
  return { ...front, key: `${front.key}~${place}`, starts }
}

const broughtTo = new WeakMap<readonly ChainStart[], Map<string, readonly ChainStart[]>>()

/** Chains that have come to their end: those that went alike are decided together, however many visits and steps they served. */
export type Homecomings = Map<readonly ChainStart[], Map<string, { readonly walk: Walk; readonly front: Front; readonly parts: Chance[] }>>

/** Keeps the end of a chain until all chains have ended. */
export function comeHome(homecomings: Homecomings, walk: Walk, front: Front, chance: Chance): void {
  const at = front.at ?? ''
  let alike = homecomings.get(front.starts)
  if (alike === undefined) {
    alike = new Map()
    homecomings.set(front.starts, alike)
  }
  const same = alike.get(at)
  if (same === undefined) alike.set(at, { walk, front, parts: [chance] })
  else {
    same.parts.push(chance)
    if (walk.order < same.walk.order) alike.set(at, { ...same, walk })
  }
}

/** Every chain back to its base. */
export function walkAllHome(homecomings: Homecomings, gear: Gear, onBrought: (line: string, draw: Draw) => void): void {
  for (const alike of homecomings.values()) {
    for (const { walk, front, parts } of alike.values()) walkHome(walk, front, gear, walk.planning.book.chances.sum(parts), onBrought)
  }
}

/** Back to base: by the shortest chain where there are several bases, all the shortest sharing equally. */
function walkHome(walk: Walk, front: Front, gear: Gear, chance: Chance, onBrought: (line: string, draw: Draw) => void): void {
  if (chance === 0) return
  const { book } = walk.planning
  const { at, starts } = front
  const [only] = starts
  if (only !== undefined && starts.length === 1) {
    const home = homeOf(walk, at, only.base, gear)
    const legs = [...only.legs, ...only.brought, ...(home === undefined ? [] : [home])]
    for (const pending of legs) count(tripOf(walk, pending), chance)
    for (const { line, store } of only.brought) onBrought(line, { spot: store, p: chance })
    return
  }
  const { options, begun, bases } = beginningsOf(walk, starts)
  const { lastPairs, home } = filled(filled(walk.waysHome, at, newTable), bases, () => waysHome(walk, at, starts, gear))
  const decision = book.decide(options, lastPairs)
  book.comeHome({ decision, chance, begun, home })
  for (let index = 0; index < starts.length; index++) {
    const { brought } = starts[index]!
    for (let i = 0; i < brought.length; i++) {
      const { line, store } = brought[i]!
      onBrought(line, { spot: store, p: book.chances.taken(chance, decision, index) })
    }
  }
}

/** The way from a place to a base. It is for no step. */
function homeOf(walk: Walk, at: string | undefined, base: string | undefined, gear: Gear): PendingLeg | undefined {
  if (base === undefined || at === undefined || at === base) return undefined
  walk.homeLeg ??= { ...legOf(walk, gear), steps: [] }
  const leg = walk.homeLeg
  return filled(filled(walk.homes, at, newTable), base, () => ({ leg, pair: walk.planning.book.pair(at, base, gear.gait), trip: undefined }))
}

function waysHome(walk: Walk, at: string | undefined, starts: readonly ChainStart[], gear: Gear): WaysHome {
  const lastPairs = new Int32Array(starts.length).fill(-1)
  const home: TripCount[] = []
  for (let index = 0; index < starts.length; index++) {
    const way = homeOf(walk, at, starts[index]!.base, gear)
    if (way !== undefined) lastPairs[index] = way.pair
    home.push(way === undefined ? UNWALKED : tripOf(walk, way))
  }
  return { lastPairs, home }
}

/** What chains that began alike share of their decisions: the pairs, trips and base of each beginning. */
type Beginnings = {
  readonly options: readonly Option[]
  readonly begun: readonly (readonly TripCount[])[]
  /** All their bases in one text: equal text, equal ways home. */
  readonly bases: string
}

const beginnings = new WeakMap<readonly ChainStart[], Beginnings>()

function beginningsOf(walk: Walk, starts: readonly ChainStart[]): Beginnings {
  return filled(beginnings, starts, () => ({
    options: starts.map(({ legs, guards }) => ({ pairs: legs.map(({ pair }) => pair), guards })),
    begun: starts.map(({ legs, brought }) => [...legs, ...brought].map((pending) => tripOf(walk, pending))),
    bases: starts.map(({ base }) => base).join('|'),
  }))
}
