import { filled } from '#shared/base/filled'
import type { Id, Key } from '#shared/base/ids'
import { indexed } from '#shared/base/indexed'
import type { Message } from '#shared/base/message'
import { type Chance, openChances } from './chance'
import type { Decision, Gait, Homecoming, LegOf, Option, Pair, Plan, PlannedTrip, Problem, Stay } from './plan'
import type { Spot } from './premises'
import { openTripKeys, type TripKeys } from './trip-keys'

/** A trip of the plan, and what is written down of it until all are counted. */
class CountedTrip implements PlannedTrip {
  readonly leg: LegOf
  readonly pair: number
  /** The last that came as this trip: the same but for step and order. */
  last: LegOf
  /** The leg's own, while no other leg brings more. */
  steps: readonly Key[]
  order: number
  counts: Chance[] = UNCOUNTED
  perVisit: Chance = 0
  /** Its place among the plan's trips, once they are in order. */
  number = -1
  private readonly keys: TripKeys
  private known: string | undefined = undefined

  constructor(leg: LegOf, pair: number, keys: TripKeys) {
    this.leg = leg
    this.pair = pair
    this.last = leg
    this.steps = leg.steps.length < 2 ? leg.steps : [...new Set(leg.steps)]
    this.order = leg.order
    this.keys = keys
  }

  get key(): string {
    this.known ??= this.keys.keyOf(this.leg, this.pair)
    return this.known
  }
}

/** A trip of the plan as it is counted. */
export type TripCount = { counts: Chance[]; readonly number: number }

/** What is walked from a place to itself, and where no way is needed: nobody counts it. */
export const UNWALKED: TripCount = { counts: [], number: -1 }

/** The list of all trips before they are counted, and after: nothing is put in it. */
const UNCOUNTED: Chance[] = []

export type PlanBook = ReturnType<typeof openPlanBook>

/** Where the parts of a plan are written down while it is made. */
export function openPlanBook() {
  const chances = openChances()
  const ends: string[] = []
  const endIndex = new Map<string, number>()
  const gaits: Gait[] = []
  const gaitIndex = new Map<string, number>()
  const gaitNumbers = new Map<Gait, number>()
  const pairs: Pair[] = []
  // By the end they start from: the numbers stay small.
  const pairIndex: Map<number | string, number>[] = []
  // Of each pair; most have one.
  const trips: (CountedTrip[] | undefined)[] = []
  const keys = openTripKeys(ends, gaits, pairs)
  const homecomings: Homecoming<readonly TripCount[]>[] = []
  const stays = new Map<string, { stay: Stay; counts: Chance[] }>()
  const decisions: Decision[] = []
  const problems = new Map<string, Problem>()
  const places = new Map<string, Plan['places'][number]>()

  function gaitNumber(gait: Gait): number {
    let number = gaitNumbers.get(gait)
    if (number === undefined) {
      number = indexed(gaitIndex, gaits, `${gait.traveller}:${gait.flows.join('+')}`, gait)
      gaitNumbers.set(gait, number)
    }
    return number
  }

  function pair(from: string, to: string, gait: Gait, via: readonly Id[] = []): number {
    const start = indexed(endIndex, ends, from, from)
    const goal = indexed(endIndex, ends, to, to)
    const number = goal * 256 + gaitNumber(gait)
    const ofStart = pairIndex[start] ?? new Map<number | string, number>()
    pairIndex[start] = ofStart
    const key = via.length === 0 ? number : `${number}|${via.join()}`
    let found = ofStart.get(key)
    if (found === undefined) {
      found = pairs.length
      pairs.push({ from: start, to: goal, gait: gaitNumber(gait), via })
      trips.push(undefined)
      ofStart.set(key, found)
    }
    return found
  }

  /** A choice of the shortest among options. */
  function decide(options: readonly Option[], lastPairs?: Int32Array): number {
    decisions.push({ options, lastPairs })
    return decisions.length - 1
  }

  const nearestIndex = new Map<readonly Spot[], Map<string, number>>()

  /** The shares of places of which the nearest to `from` is taken: one decision, or nothing to decide. */
  function nearest(
    from: string,
    spots: readonly Spot[],
    whom: 'patient' | 'staff' | 'item',
    gait: Gait,
    side: 'in' | 'out',
  ): (chance: Chance, index: number) => Chance {
    if (spots.length < 2) return (chance) => chance
    let ofSpots = nearestIndex.get(spots)
    if (ofSpots === undefined) {
      ofSpots = new Map()
      nearestIndex.set(spots, ofSpots)
    }
    const key = `${from}|${whom}|${gaitNumber(gait)}|${side}`
    let decision = ofSpots.get(key)
    if (decision === undefined) {
      decision = decide(spots.map((spot) => ({ pairs: [pair(from, spot[whom][side], gait)], guards: [] })))
      ofSpots.set(key, decision)
    }
    const taken = decision
    return (chance, index) => chances.taken(chance, taken, index)
  }

  /** The trip that a leg between the ends of a pair is. */
  function tripOf(leg: LegOf, index: number): TripCount {
    const { from, to } = pairs[index]!
    if (from === to) return UNWALKED
    const ofPair = trips[index]
    let found: CountedTrip | undefined
    for (let i = 0; ofPair !== undefined && i < ofPair.length; i++) {
      const entry = ofPair[i]!
      if (entry.last === leg) return entry
      if (found === undefined && isSameLeg(entry.leg, leg)) found = entry
    }
    if (found === undefined) {
      found = new CountedTrip(leg, index, keys)
      if (ofPair === undefined) trips[index] = [found]
      else ofPair.push(found)
      return found
    }
    found.last = leg
    found.order = Math.min(found.order, leg.order)
    for (const step of leg.steps) if (!found.steps.includes(step)) found.steps = [...found.steps, step]
    return found
  }

  function trip(leg: LegOf, index: number, chance: Chance): void {
    // What never happens names no step and no order either.
    if (chance !== 0) count(tripOf(leg, index), chance)
  }

  function stay(done: Stay): void {
    const key = `${done.pathway}|${done.step}|${done.spot?.key ?? ''}|${done.dress}|${done.mobility}`
    const found = stays.get(key)
    if (found === undefined) stays.set(key, { stay: done, counts: [done.perVisit] })
    else found.counts.push(done.perVisit)
  }

  function problem(leg: Pick<LegOf, 'pathway' | 'flow' | 'purpose' | 'role' | 'order'>, reason: Message): void {
    const { pathway, flow, purpose, role, order } = leg
    const key = [pathway, purpose, role ?? '', order, reason.key].join('|')
    if (!problems.has(key)) problems.set(key, { pathway, flow, purpose, role, order, reason })
  }

  function place({ key, element, capacity, assumed }: Plan['places'][number]): void {
    if (!places.has(key)) places.set(key, { key, element, capacity, assumed })
  }

  return {
    chances,
    pair,
    decide,
    nearest,
    tripOf,
    trip,
    comeHome(homecoming: Homecoming<readonly TripCount[]>) {
      homecomings.push(homecoming)
    },
    stay,
    problem,
    place,
    close() {
      const counted: CountedTrip[] = []
      for (const ofPair of trips) for (let i = 0; ofPair !== undefined && i < ofPair.length; i++) counted.push(ofPair[i]!)
      const planned = keys.inOrder(counted)
      for (let number = 0; number < planned.length; number++) {
        const trip = planned[number]!
        trip.number = number
        if (trip.steps.length > 1) trip.steps = [...trip.steps].sort()
        trip.perVisit = chances.sum(trip.counts)
        trip.counts = UNCOUNTED
      }
      return {
        ends,
        gaits,
        pairs,
        decisions,
        trips: planned,
        homecomings: numbered(homecomings),
        stays: inOrder(stays).map(([, { stay: done, counts }]): Stay => ({ ...done, perVisit: chances.sum(counts) })),
        problems: inOrder(problems).map(([, value]) => value),
        places: inOrder(places).map(([, value]) => value),
        variables: chances.variables,
      }
    },
  }
}

/** Adds to how often a trip is walked. */
export function count(trip: TripCount, chance: Chance): void {
  if (chance === 0 || trip === UNWALKED) return
  const { counts } = trip
  // Most trips are counted once or twice: a list that grows takes room for twenty.
  if (counts.length === 0) trip.counts = [chance]
  else if (counts.length === 1) trip.counts = [counts[0]!, chance]
  else counts.push(chance)
}

/** Homecomings with trips by their numbers; what is shared stays shared. */
function numbered(homecomings: readonly Homecoming<readonly TripCount[]>[]): readonly Homecoming[] {
  const numbersOf = (walked: readonly TripCount[]) => walked.map(({ number }) => number)
  const known = new Map<Homecoming<readonly TripCount[]>['begun'], Homecoming['begun']>()
  const knownHomes = new Map<readonly TripCount[], readonly number[]>()
  return homecomings.map(({ decision, chance, begun, home }) => ({
    decision,
    chance,
    begun: filled(known, begun, () => begun.map(numbersOf)),
    home: filled(knownHomes, home, () => numbersOf(home)),
  }))
}

/** Legs between the same ends that are one trip. */
function isSameLeg(a: LegOf, b: LegOf): boolean {
  return (
    a.role === b.role &&
    a.pathway === b.pathway &&
    a.purpose === b.purpose &&
    a.dress === b.dress &&
    a.mobility === b.mobility &&
    a.use === b.use &&
    (a.carries === b.carries || a.carries.join() === b.carries.join())
  )
}

function inOrder<T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}
