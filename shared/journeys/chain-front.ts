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

/** Ways from a place back to bases. They are for no step. */
function homesFrom(walk: Walk, at: string): Map<string, PendingLeg> {
  let homes = walk.homes.get(at)
  if (homes === undefined) {
    homes = new Map()
    walk.homes.set(at, homes)
  }
  return homes
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
  const homes = homesFrom(walk, at ?? '')
  let leg: LegOf | undefined
  const homeOf = ({ base }: ChainStart): PendingLeg | undefined => {
    if (base === undefined || at === undefined || at === base) return undefined
    let home = homes.get(base)
    if (home === undefined) {
      leg ??= { ...legOf(walk, gear), steps: [] }
      home = { leg, pair: book.pair(at, base, gear.gait), trip: undefined }
      homes.set(base, home)
    }
    return home
  }
  const [only] = starts
  if (only !== undefined && starts.length === 1) {
    const home = homeOf(only)
    const legs = [...only.legs, ...only.brought, ...(home === undefined ? [] : [home])]
    for (const pending of legs) count(tripOf(walk, pending), chance)
    for (const { line, store } of only.brought) onBrought(line, { spot: store, p: chance })
    return
  }
  const { options, begun } = beginningsOf(walk, starts)
  const lastPairs = new Int32Array(starts.length).fill(-1)
  const home: TripCount[] = []
  for (let index = 0; index < starts.length; index++) {
    const way = homeOf(starts[index]!)
    if (way !== undefined) lastPairs[index] = way.pair
    home.push(way === undefined ? UNWALKED : tripOf(walk, way))
  }
  const decision = book.decide(options, lastPairs)
  book.comeHome({ decision, chance, begun, home })
  for (let index = 0; index < starts.length; index++) {
    const { brought } = starts[index]!
    for (const { line, store } of brought) onBrought(line, { spot: store, p: book.chances.taken(chance, decision, index) })
  }
}

/** What chains that began alike share of their decisions: the pairs and trips of each beginning. */
type Beginnings = { readonly options: readonly Option[]; readonly begun: readonly (readonly TripCount[])[] }

const beginnings = new WeakMap<readonly ChainStart[], Beginnings>()

function beginningsOf(walk: Walk, starts: readonly ChainStart[]): Beginnings {
  return filled(beginnings, starts, () => ({
    options: starts.map(({ legs, guards }) => ({ pairs: legs.map(({ pair }) => pair), guards })),
    begun: starts.map(({ legs, brought }) => [...legs, ...brought].map((pending) => tripOf(walk, pending))),
  }))
}
