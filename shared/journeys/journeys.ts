import type { Id, Key } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import type { RecordTable } from '#shared/document/document'
import type { Design } from '#shared/document/elements/design'
import type { Ground } from './ground'
import type { Stream } from './pathways-in-force'
import { type Pair, type Plan, type PlannedTrip, type Problem, shortestOptions } from './plan'
import type { End } from './premises'
import { planStream } from './stream-plan'
import type { Trip, TripEnd } from './trip'

/** Why a part of a journey cannot be walked, found by whose it is; the lowest `order` comes first in walking order. */
export type Failure = Omit<Problem, 'reason'> & {
  /** True where the design lacks the place itself, not only a way to it. */
  readonly isMissing: boolean
  readonly reason: () => Message
}

/** A stream laid over a design: its plan with the lengths of the plan's pairs. */
export type WalkedStream = {
  readonly stream: Stream
  readonly plan: Plan
  /** Metres for each of the plan's pairs; NaN where there is no way. */
  readonly lengths: Float64Array
  readonly failures: readonly Failure[]
}

/** All pathways with a volume, and what hangs on them, walked in one design. */
export type Journeys = {
  /** In the order of keys; legs that cannot be walked are among the failures instead. */
  readonly trips: readonly Trip[]
  readonly streams: readonly WalkedStream[]
  readonly failures: readonly Failure[]
}

/** A plan with everything that it was made from but lengths: good again while all of it is the same. */
export type KeptPlan = {
  readonly plan: Plan
  readonly stream: Stream
  readonly workshop: RecordTable
  readonly design: Design
  readonly signature: string
}

/** Lays streams over a design. `kept` holds plans by the host's key, and is brought up to date. */
export function walkStreams(
  streams: readonly Stream[],
  ground: Ground,
  design: Design,
  workshop: RecordTable,
  kept: Map<Key, readonly KeptPlan[]>,
): Journeys {
  const walked = streams.map((stream) => walkStream(stream, ground, design, workshop, kept))
  return {
    trips: mergedTrips(walked.flatMap((one) => tripsOf(one, ground))),
    streams: walked,
    failures: walked.flatMap(({ failures }) => failures),
  }
}

/** Plans kept for each host: today's and another design's pathway of the same key take turns. */
const PLANS_KEPT = 4

function walkStream(stream: Stream, ground: Ground, design: Design, workshop: RecordTable, kept: Map<Key, readonly KeptPlan[]>): WalkedStream {
  const { key } = stream.host
  const { signature } = ground.premises
  const entries = kept.get(key) ?? []
  for (const entry of entries) {
    if (entry.signature !== signature || entry.workshop !== workshop || !isSameStream(entry.stream, stream) || !isSameDraw(entry.design, design))
      continue
    const lengths = lengthsOf(entry.plan, ground)
    if (stands(entry.plan, lengths)) return withFailures(stream, entry.plan, lengths, ground)
  }
  const plan = planStream(stream, ground.premises, design, workshop, ground.lengthsOf)
  kept.set(key, [{ plan, stream, workshop, design, signature }, ...entries].slice(0, PLANS_KEPT))
  return withFailures(stream, plan, lengthsOf(plan, ground), ground)
}

function isSameStream(a: Stream, b: Stream): boolean {
  return a.host === b.host && a.hung.length === b.hung.length && a.hung.every((pathway, index) => pathway === b.hung[index])
}

/** What of a design's own record decides where its visits go. */
function isSameDraw(a: Design, b: Design): boolean {
  return a === b || (a.placeShares === b.placeShares && a.via === b.via)
}

function stands({ decisions }: Plan, lengths: Float64Array): boolean {
  return decisions.every(({ options, taken }) => {
    const now = shortestOptions(options.map((pairs) => sumOf(pairs, lengths)))
    return now.length === taken.length && now.every((index, at) => index === taken[at])
  })
}

function sumOf(pairs: readonly number[], lengths: Float64Array): number {
  let sum = 0
  for (const pair of pairs) sum += lengths[pair]!
  return sum
}

/** Pairs that one search answers: from one end, in one gait, by the same forced places. */
type Batch = {
  readonly from: string
  readonly gait: number
  readonly via: readonly Id[]
  readonly pairs: readonly number[]
  readonly goals: readonly string[]
}

const batchesOfPlans = new WeakMap<Plan, readonly Batch[]>()

function batchesOf(plan: Plan): readonly Batch[] {
  let batches = batchesOfPlans.get(plan)
  if (batches === undefined) {
    const found = new Map<string, { from: string; gait: number; via: readonly Id[]; pairs: number[]; goals: string[] }>()
    plan.pairs.forEach(({ from, to, gait, via }: Pair, index) => {
      if (from === to) return
      const key = `${from}|${gait}|${via.join()}`
      const batch = found.get(key) ?? { from: plan.ends[from]!, gait, via, pairs: [], goals: [] }
      found.set(key, batch)
      batch.pairs.push(index)
      batch.goals.push(plan.ends[to]!)
    })
    batches = [...found.values()]
    batchesOfPlans.set(plan, batches)
  }
  return batches
}

function lengthsOf(plan: Plan, ground: Ground): Float64Array {
  const lengths = new Float64Array(plan.pairs.length)
  for (const { from, gait, via, pairs, goals } of batchesOf(plan)) {
    const found = ground.lengthsOf(from, goals, plan.gaits[gait]!, via)
    for (let index = 0; index < pairs.length; index++) lengths[pairs[index]!] = found[index]!
  }
  return lengths
}

function withFailures(stream: Stream, plan: Plan, lengths: Float64Array, ground: Ground): WalkedStream {
  const failures: Failure[] = plan.problems.map((problem) => ({ ...problem, isMissing: true, reason: () => problem.reason }))
  for (const { pathway, flow, purpose, role, order, pair } of plan.trips) {
    if (Number.isNaN(lengths[pair]!))
      failures.push({ pathway, flow, purpose, role, order, isMissing: false, reason: () => reasonOf(plan, pair, ground) })
  }
  return { stream, plan, lengths, failures }
}

function reasonOf(plan: Plan, pair: number, ground: Ground): Message {
  const { from, to, gait, via } = plan.pairs[pair]!
  return ground.reasonOf(plan.ends[from]!, plan.ends[to]!, plan.gaits[gait]!, via)
}

function tripsOf({ stream, plan, lengths }: WalkedStream, ground: Ground): readonly Trip[] {
  return plan.trips.flatMap((planned) => {
    const length = lengths[planned.pair]!
    return Number.isNaN(length) ? [] : [tripOf(planned, stream.perDay * planned.perVisit, length, plan, ground)]
  })
}

function tripOf(planned: PlannedTrip, perDay: number, length: number, plan: Plan, ground: Ground): Trip {
  const { from, to, gait, via } = plan.pairs[planned.pair]!
  const fromKey = plan.ends[from]!
  const toKey = plan.ends[to]!
  const start = ground.premises.end(fromKey)
  const goal = ground.premises.end(toKey)
  const { key, pathway, flow, purpose, role, carries, steps, dress, mobility, use } = planned
  const roomOfUse = use === undefined ? undefined : use === 'from' ? start.room : goal.room
  return {
    key,
    pathway,
    flow,
    purpose,
    role,
    carries,
    steps,
    from: tripEnd(start, ground),
    to: tripEnd(goal, ground),
    perDay,
    walker: ground.walkerOf(plan.gaits[gait]!),
    dress,
    mobility,
    length,
    via,
    roomOfUse,
    routes: () => ground.routesOf(fromKey, toKey, plan.gaits[gait]!, via),
  }
}

/** Only what a trip says of its ends: what a router asks of them stays here. */
function tripEnd(end: End, { premises }: Ground): TripEnd {
  const { element, room, point, assumed } = end
  const home = premises.nameOf(end)
  const place = premises.placeNameOf(end)
  return { element, room, name: place === '' || place === home || end.gate !== undefined ? home : `${home}, ${place}`, point, assumed }
}

/** Pathways hung on several hosts make the same trips: one trip each, in the order of keys. */
function mergedTrips(trips: readonly Trip[]): readonly Trip[] {
  const byKey = new Map<string, Trip>()
  for (const trip of trips) {
    const same = byKey.get(trip.key)
    if (same === undefined) byKey.set(trip.key, trip)
    else byKey.set(trip.key, { ...same, perDay: same.perDay + trip.perDay, steps: [...new Set([...same.steps, ...trip.steps])].sort() })
  }
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
}
