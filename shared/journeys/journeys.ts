import type { Key } from '#shared/base/ids'
import type { Message, Name } from '#shared/base/message'
import type { RecordTable } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import { type DecidedPlan, decide, type Sums } from './decided-plan'
import type { Ground } from './ground'
import { isSameEnd, type KeptTrip, routesOfWay, type Way } from './kept-trips'
import type { PlanLegs } from './leg-book'
import type { Stream } from './pathways-in-force'
import type { Gait, Plan, PlannedTrip, Problem } from './plan'
import type { End } from './premises'
import { planStream } from './stream-plan'
import type { Trip, TripEnd, TripRide, TripWalk } from './trip'

/** Why a part of a journey cannot be walked, found by whose it is; the lowest `order` comes first in walking order. */
export type Failure = Omit<Problem, 'reason'> & {
  /** True where the design lacks the place itself, not only a way to it. */
  readonly isMissing: boolean
  readonly reason: () => Message
}

/** A stream laid over a design. */
export type WalkedStream = { readonly stream: Stream; readonly plan: Plan; readonly decided: DecidedPlan; readonly failures: readonly Failure[] }

/** All pathways with a volume, and what hangs on them, walked in one design. */
export type Journeys = {
  /** In the order of keys; legs that cannot be walked are among the failures instead. */
  readonly trips: readonly Trip[]
  readonly streams: readonly WalkedStream[]
  readonly failures: readonly Failure[]
}

/** A plan with everything that it was made from: good again while all of it is the same. */
export type KeptPlan = {
  readonly plan: Plan
  readonly stream: Stream
  readonly workshop: RecordTable
  readonly design: Design
  /** What it asked for, as the design had it. */
  readonly answers: readonly string[]
}

/** Lays streams over a design. `kept` holds plans by the host's key, and is brought up to date. */
export function walkStreams(
  streams: readonly Stream[],
  ground: Ground,
  design: Design,
  workshop: RecordTable,
  kept: Map<Key, readonly KeptPlan[]>,
): Journeys {
  const walked = streams.map((stream): WalkedStream => {
    const plan = planOf(stream, ground, design, workshop, kept)
    const decided = decide(plan, ground)
    const failures: Failure[] = plan.problems.map((problem) => ({ ...problem, isMissing: true, reason: () => problem.reason }))
    const { perVisit } = decided.sums
    for (let index = 0; index < perVisit.length; index++) {
      if (perVisit[index] === 0) continue
      const planned = plan.trips[index]!
      if (Number.isNaN(decided.lengthOf(planned.pair))) failures.push(failureOf(planned, plan, ground))
    }
    return { stream, plan, decided, failures }
  })
  const { slots } = tripListOf(walked)
  const walkings = walked.map((stream) => walkingOf(stream, ground))
  const trips: Trip[] = []
  for (const slot of slots) {
    const walking = walkings[slot.stream]!
    const length = walking.decided.lengthOf(slot.planned.pair)
    if (!Number.isNaN(length)) trips.push(tripOf(slot, length, walking, ground))
  }
  return { trips, streams: walked, failures: walked.flatMap(({ failures }) => failures) }
}

/** A trip of the streams but for its ends and length. Pathways hung on several hosts make the same trips: one trip each. */
type TripSlot = {
  readonly stream: number
  readonly planned: PlannedTrip
  /** Its place among the plan's trips. */
  readonly index: number
  readonly perDay: number
  readonly steps: readonly Key[]
}

/** The trips of streams that are decided in some way, in the order of keys. */
type TripList = { readonly of: readonly { readonly plan: Plan; readonly sums: Sums; readonly perDay: number }[]; readonly slots: readonly TripSlot[] }

const tripLists = new WeakMap<Sums, readonly TripList[]>()
/** Readings may share their first stream: those of both, of the committed design and of a preview. */
const TRIP_LISTS_KEPT = 4

function tripListOf(walked: readonly WalkedStream[]): TripList {
  const of = walked.map(({ stream, plan, decided }) => ({ plan, sums: decided.sums, perDay: stream.perDay }))
  const [first] = of
  const before = (first && tripLists.get(first.sums)) ?? []
  const known = before.find(
    (list) =>
      list.of.length === of.length && of.every(({ sums, perDay }, index) => sums === list.of[index]!.sums && perDay === list.of[index]!.perDay),
  )
  if (known !== undefined) {
    if (first !== undefined && known !== before[0]) tripLists.set(first.sums, [known, ...before.filter((list) => list !== known)])
    return known
  }
  const byKey = new Map<string, TripSlot>()
  of.forEach(({ plan, sums, perDay }, stream) => {
    plan.trips.forEach((planned, index) => {
      const perVisit = sums.perVisit[index]!
      if (perVisit === 0) return
      const same = byKey.get(planned.key)
      const slot = { stream, planned, index, perDay: perDay * perVisit, steps: planned.steps }
      if (same === undefined) byKey.set(planned.key, slot)
      else byKey.set(planned.key, { ...same, perDay: same.perDay + slot.perDay, steps: [...new Set([...same.steps, ...slot.steps])].sort() })
    })
  })
  const list = { of, slots: [...byKey.values()].sort((a, b) => (a.planned.key < b.planned.key ? -1 : a.planned.key > b.planned.key ? 1 : 0)) }
  if (first !== undefined) tripLists.set(first.sums, [list, ...before].slice(0, TRIP_LISTS_KEPT))
  return list
}

/** Plans kept for each host: own and reference pathways of the same key, before and after an edit. */
const PLANS_KEPT = 12

function planOf(stream: Stream, { premises }: Ground, design: Design, workshop: RecordTable, kept: Map<Key, readonly KeptPlan[]>): Plan {
  const { key } = stream.host
  const entries = kept.get(key) ?? []
  const known = entries.find(
    (entry) =>
      entry.workshop === workshop &&
      isSameStream(entry.stream, stream) &&
      isSameDraw(entry.design, design) &&
      entry.plan.asked.every((asked, index) => premises.signatureOf(asked) === entry.answers[index]),
  )
  if (known !== undefined) {
    // The last used stay: the plan of the committed design outlives any number of previews.
    if (entries[0] !== known) kept.set(key, [known, ...entries.filter((entry) => entry !== known)])
    return known.plan
  }
  const plan = planStream(stream, premises, design, workshop)
  const answers = plan.asked.map(premises.signatureOf)
  kept.set(key, [{ plan, stream, workshop, design, answers }, ...entries].slice(0, PLANS_KEPT))
  return plan
}

export function isSameStream(a: Stream, b: Stream): boolean {
  return a.host === b.host && a.hung.length === b.hung.length && a.hung.every((pathway, index) => pathway === b.hung[index])
}

/** What of a design's own record decides where its visits go. */
function isSameDraw(a: Design, b: Design): boolean {
  return a === b || (a.placeShares === b.placeShares && a.via === b.via)
}

function failureOf({ leg, order, pair }: PlannedTrip, plan: Plan, ground: Ground): Failure {
  const { pathway, flow, purpose, role } = leg
  const { from, to, gait, via } = plan.pairs[pair]!
  const reason = () => ground.reasonOf(plan.ends[from]!, plan.ends[to]!, plan.gaits[gait]!, via)
  return { pathway, flow, purpose, role, order, isMissing: false, reason }
}

/** A plan with its legs and trips by their places in it: what is asked of every trip. */
type Walking = {
  readonly plan: Plan
  readonly decided: DecidedPlan
  readonly legs: PlanLegs
  readonly kept: (KeptTrip | undefined)[]
  readonly before: readonly (KeptTrip | undefined)[] | undefined
}

function walkingOf({ plan, decided }: WalkedStream, ground: Ground): Walking {
  const { ofPlans } = ground.trips
  const kept = ofPlans.get(plan) ?? new Array<KeptTrip | undefined>(plan.trips.length)
  ofPlans.set(plan, kept)
  return { plan, decided, legs: ground.legs.legsOf(plan), kept, before: ground.formerTrips()?.ofPlans.get(plan) }
}

/** A trip of the ground before the edit, where nothing about it changed; else a new one. */
function tripOf(slot: TripSlot, length: number, walking: Walking, ground: Ground): Trip {
  const { plan, legs, kept } = walking
  const before = walking.before?.[slot.index]
  if (before !== undefined && isGoodAgain(before, slot, length, walking, ground)) {
    kept[slot.index] = before
    return before.trip
  }
  const made = walkedAnew(slot, length, plan, legs, ground)
  if (ground.premises.building.storeys.length > 1) {
    const { from, to, gait } = plan.pairs[slot.planned.pair]!
    return onItsStoreys(made.trip, [plan.ends[from]!, plan.ends[to]!], plan.gaits[gait]!, ground)
  }
  kept[slot.index] = made
  return made.trip
}

function isGoodAgain(
  { trip, way }: KeptTrip,
  { planned, perDay, steps }: TripSlot,
  length: number,
  { plan, legs }: Walking,
  ground: Ground,
): boolean {
  if (trip.length !== length || trip.perDay !== perDay || trip.steps !== steps) return false
  const leg = legs.ofPair[planned.pair]!
  // Routes that nobody asked for yet are asked of the ground before, but of none before that.
  if (leg < 0 || !ground.isKept(leg) || (way.routes === undefined && way.of !== ground.formerTrips()?.ground)) return false
  const { from, to, gait } = plan.pairs[planned.pair]!
  if (trip.from !== endOfTrip(legs.endNumbers[from]!, ground) || trip.to !== endOfTrip(legs.endNumbers[to]!, ground)) return false
  return trip.walker === ground.walkerOf(plan.gaits[gait]!)
}

function walkedAnew({ planned, perDay, steps }: TripSlot, length: number, plan: Plan, legs: PlanLegs, ground: Ground): KeptTrip {
  const { from, to, gait, via } = plan.pairs[planned.pair]!
  const leg = legs.ofPair[planned.pair]!
  const walked = plan.gaits[gait]!
  // A trip may outlive its ground: it holds on to what finds its routes, not to the ground with its trips.
  const { routesOf, routesOfLeg } = ground
  const way: Way = {
    routes: undefined,
    find: () => (leg < 0 ? routesOf(plan.ends[from]!, plan.ends[to]!, walked, via) : routesOfLeg(leg)),
    of: ground.trips.ground,
  }
  const ends = { from: endOfTrip(legs.endNumbers[from]!, ground), to: endOfTrip(legs.endNumbers[to]!, ground) }
  return { trip: newTrip(planned, { ...ends, steps, perDay, walker: ground.walkerOf(walked), length, via }, way), way }
}

function newTrip(
  { key, leg }: PlannedTrip,
  { steps, from, to, perDay, walker, length, via }: Pick<Trip, 'steps' | 'from' | 'to' | 'perDay' | 'walker' | 'length' | 'via'>,
  way: Way,
): Trip {
  const { pathway, flow, purpose, role, carries, dress, mobility, use } = leg
  return {
    key,
    pathway,
    flow,
    purpose,
    role,
    carries,
    steps,
    from,
    to,
    perDay,
    walker,
    dress,
    mobility,
    length,
    via,
    roomOfUse: use === undefined ? undefined : use === 'from' ? from.room : to.room,
    routes: () => routesOfWay(way),
  }
}

/** The trip with the storey that it stays on, or with the lifts and stairs that it takes. */
function onItsStoreys(trip: Trip, [from, to]: readonly [string, string], gait: Gait, ground: Ground): Trip {
  const { storeys } = ground.premises.building
  const storeyOf = (end: End) => storeys[end.storey]!.storey
  const ways = ground.waysOf(from, to, gait, trip.via ?? [])
  if (ways === undefined) return { ...trip, storey: storeyOf(ground.premises.end(from)).id }
  const sideOf = (end: End): TripRide['from'] => ({ storey: storeyOf(end).id, storeyName: storeyOf(end).name, point: end.point })
  const rides = ways.flatMap(({ share, stages }) =>
    stages.flatMap((stage): TripRide[] => {
      if (stage.kind !== 'ride') return []
      const { seconds, metres, built } = stage.link
      const { id, name, connector } = built.connector
      return [{ connector: id, kind: connector, name, from: sideOf(stage.from), to: sideOf(stage.to), seconds, metres, share }]
    }),
  )
  let walks: readonly TripWalk[] | undefined
  const newWalks = () =>
    ways.flatMap(({ share, stages }, way) =>
      stages.flatMap((stage): TripWalk[] => {
        if (stage.kind !== 'walk') return []
        const [start, goal] = [tripEndOf(stage.from.key, ground), tripEndOf(stage.to.key, ground)]
        const walk = { ...trip, from: start, to: goal, perDay: trip.perDay * share, length: stage.metres, storey: storeyOf(stage.from).id }
        return [{ ...walk, routes: stage.routes, way, share }]
      }),
    )
  return {
    ...trip,
    rides,
    walks() {
      walks ??= newWalks()
      return walks
    },
  }
}

/** The very object of the ground before where the end is as it was. */
function endOfTrip(number: number, ground: Ground): TripEnd {
  const { ends } = ground.trips
  let end = ends[number]
  if (end === undefined) {
    end = tripEndOf(ground.legs.ends[number]!, ground)
    const before = ground.formerTrips()?.ends[number]
    if (before !== undefined && isSameEnd(before, end)) end = before
    ends[number] = end
  }
  return end
}

const tripEnds = new WeakMap<End, TripEnd>()

/** Only what a trip says of its ends: what a router asks of them stays here. */
export function tripEndOf(key: string, { premises }: Pick<Ground, 'premises'>): TripEnd {
  const end = premises.end(key)
  let found = tripEnds.get(end)
  if (found === undefined) {
    const { element, room, point, assumed } = end
    const home = premises.nameOf(end)
    const place = premises.placeNameOf(end)
    found = { element, room, name: placeIn(home, place), point, assumed }
    tripEnds.set(end, found)
  }
  return found
}

/** A place by its room and what stands there, "Bay 3, Bed"; an entrance by what it is called alone. */
export function placeIn(room: Name, place: Name): Name {
  return typeof room !== 'string' || typeof place !== 'string' || place === '' || place === room ? room : `${room}, ${place}`
}
