import type { Id } from '#shared/base/ids'
import type { Router, Stop, Walker } from './router'

/** A stop on one of the storeys. */
export type Place = { readonly storey: number; readonly stop: Stop }

/** A lift or stairs from one of its landings to another, as one kind of walker takes it. */
export type Ride = {
  /** Indices of landings. */
  readonly from: number
  readonly to: number
  /** Metres that it counts for when routes are chosen, and when they are summed. */
  readonly cost: number
  readonly metres: number
}

/** A part of a passage: a walk on one storey, or a ride. Forced places are passed on the walk that names them. */
export type Hop =
  | { readonly kind: 'walk'; readonly from: Place; readonly to: Place; readonly via: readonly Id[]; readonly metres: number }
  | { readonly kind: 'ride'; readonly ride: number }

/** A way from place to place over any number of storeys. Metres. */
export type Passage = { readonly cost: number; readonly metres: number; readonly hops: readonly Hop[] }

/** Passages for one kind of walker. */
export type Passages = {
  /** The least cost to each goal in metres; Infinity where there is no way. */
  costs(from: Place, goals: readonly Place[], via?: readonly Id[]): readonly number[]
  /** All ways within 1 mm of the least cost; none where there is no way. */
  passages(from: Place, goal: Place, via?: readonly Id[]): readonly Passage[]
}

/** Where rides start and end; `connector` tells landings of one lift from those of another. */
export type Landing = Place & { readonly connector: number }

/** Ways that cost within this of the least are equally short. Metres. */
const EQUAL_M = 0.001
/** More equally short ways than this are not told apart. */
const MOST_WAYS = 64

/**
 * Storeys joined by rides: on each the routes of its own router, between them a small graph over landings. `storeyOf` tells on which
 * storey a forced place lies. A walk from a landing to another of the same lift is none: its ride led there.
 */
export function passagesOver(
  routers: readonly Router[],
  landings: readonly Landing[],
  rides: readonly Ride[],
  walker: Walker,
  storeyOf: (via: Id) => number | undefined,
): Passages {
  const ridesFrom = landings.map((_, landing) => rides.flatMap((ride, index) => (ride.from === landing ? [index] : [])))
  const landingsOn = routers.map((_, storey) =>
    landings.flatMap((landing, index) => (landing.storey === storey && ridesFrom[index]!.length > 0 ? [index] : [])),
  )

  /** Metres from a place to others on its storey; Infinity where there is no way. */
  function walks(from: Place, goals: readonly Place[], via: readonly Id[]): readonly number[] {
    const router = routers[from.storey]
    if (router === undefined || goals.length === 0) return goals.map(() => Number.POSITIVE_INFINITY)
    const answers = router.lengths(
      from.stop,
      goals.map(({ stop }) => stop),
      walker,
      via.length === 0 ? undefined : via,
    )
    return answers.map((answer) => (answer.status === 'ok' ? answer.length : Number.POSITIVE_INFINITY))
  }

  const boardings = new Map<Stop, Map<string, readonly number[]>>()

  /** Metres from a place to each landing that one may ride from on its storey, past forced places. */
  function boarding(from: Place, via: readonly Id[]): readonly number[] {
    let known = boardings.get(from.stop)
    if (known === undefined) {
      known = new Map()
      boardings.set(from.stop, known)
    }
    const key = `${from.storey} ${via.join()}`
    let found = known.get(key)
    if (found === undefined) {
      found = walks(
        from,
        landingsOn[from.storey]!.map((landing) => landings[landing]!),
        via,
      )
      known.set(key, found)
    }
    return found
  }

  /** How many of the forced places from `done` on lie one after the other on a storey. */
  function reach(storey: number, via: readonly Id[], done: number): number {
    let end = done
    while (end < via.length && storeyOf(via[end]!) === storey) end += 1
    return end
  }

  /** Least cost of having just ridden to a landing with so many forced places behind: state = landing x (places + 1) + places. */
  const labelsOf = new Map<Stop, Map<string, Float64Array>>()

  function labelsFrom(from: Place, via: readonly Id[]): Float64Array {
    let known = labelsOf.get(from.stop)
    if (known === undefined) {
      known = new Map()
      labelsOf.set(from.stop, known)
    }
    const key = `${from.storey} ${via.join()}`
    let labels = known.get(key)
    if (labels === undefined) {
      labels = newLabels(from, via)
      known.set(key, labels)
    }
    return labels
  }

  function newLabels(from: Place, via: readonly Id[]): Float64Array {
    const layers = via.length + 1
    const cost = new Float64Array(landings.length * layers).fill(Number.POSITIVE_INFINITY)
    const settled = new Uint8Array(cost.length)
    const spread = (place: Place, done: number, base: number, connector: number) => {
      for (const { ride, passed, metres } of ridesWithin(place, done, via, connector)) {
        const { to, cost: ridden } = rides[ride]!
        const state = to * layers + passed
        if (base + metres + ridden < cost[state]!) cost[state] = base + metres + ridden
      }
    }
    spread(from, 0, 0, -1)
    for (;;) {
      let next = -1
      for (let state = 0; state < cost.length; state++) {
        if (settled[state] === 0 && cost[state]! < Number.POSITIVE_INFINITY && (next < 0 || cost[state]! < cost[next]!)) next = state
      }
      if (next < 0) return cost
      settled[next] = 1
      const landing = landings[Math.floor(next / layers)]!
      spread(landing, next % layers, cost[next]!, landing.connector)
    }
  }

  type Boarded = { readonly ride: number; readonly passed: number; readonly metres: number }

  /** Every ride that can be walked to from a place, past none, some or all of the forced places that come next on its storey. */
  function ridesWithin(place: Place, done: number, via: readonly Id[], connector: number): readonly Boarded[] {
    const found: Boarded[] = []
    const last = reach(place.storey, via, done)
    for (let passed = done; passed <= last; passed++) {
      const metres = boarding(place, via.slice(done, passed))
      landingsOn[place.storey]!.forEach((landing, index) => {
        if (landings[landing]!.connector === connector || metres[index] === Number.POSITIVE_INFINITY) return
        for (const ride of ridesFrom[landing]!) found.push({ ride, passed, metres: metres[index]! })
      })
    }
    return found
  }

  /** The last walks that may lead to a goal: from the start itself, or from a landing ridden to. */
  function lastWalks(from: Place, goals: readonly Place[], via: readonly Id[]) {
    const layers = via.length + 1
    const open: { readonly place: Place; readonly done: number; readonly base: number; readonly state: number }[] = [
      { place: from, done: 0, base: 0, state: -1 },
    ]
    labelsFrom(from, via).forEach((base, state) => {
      if (base < Number.POSITIVE_INFINITY) open.push({ place: landings[Math.floor(state / layers)]!, done: state % layers, base, state })
    })
    return open.flatMap(({ place, done, base, state }) => {
      const here = goals.flatMap((goal, index) => (goal.storey === place.storey && reach(place.storey, via, done) === via.length ? [index] : []))
      if (here.length === 0) return []
      const rest = via.slice(done)
      const metres = walks(
        place,
        here.map((index) => goals[index]!),
        rest,
      )
      return here.flatMap((goal, index) =>
        metres[index] === Number.POSITIVE_INFINITY ? [] : [{ goal, place, via: rest, state, metres: metres[index]!, cost: base + metres[index]! }],
      )
    })
  }

  /** Every chain of hops that leads to a state for at most `most`. `later`: what comes after it, where a ride that costs nothing must not lead back to. */
  function waysTo(from: Place, via: readonly Id[], state: number, most: number, later: readonly number[] = []): readonly Passage[] {
    const layers = via.length + 1
    const found: Passage[] = []
    const before: { readonly place: Place; readonly done: number; readonly base: number; readonly state: number }[] = [
      { place: from, done: 0, base: 0, state: -1 },
    ]
    labelsFrom(from, via).forEach((base, other) => {
      if (base < most && other !== state && !later.includes(other))
        before.push({ place: landings[Math.floor(other / layers)]!, done: other % layers, base, state: other })
    })
    for (const { place, done, base, state: earlier } of before) {
      const connector = earlier < 0 ? -1 : landings[Math.floor(earlier / layers)]!.connector
      for (const { ride, passed, metres } of ridesWithin(place, done, via, connector)) {
        const { from: boarded, to, cost: ridden, metres: counted } = rides[ride]!
        if (to * layers + passed !== state || base + metres + ridden > most) continue
        const walk: Hop = { kind: 'walk', from: place, to: landings[boarded]!, via: via.slice(done, passed), metres }
        const starts: readonly Passage[] =
          earlier < 0 ? [{ cost: 0, metres: 0, hops: [] }] : waysTo(from, via, earlier, most - metres - ridden, [...later, state])
        for (const start of starts) {
          if (found.length >= MOST_WAYS) return found
          found.push({
            cost: start.cost + metres + ridden,
            metres: start.metres + metres + counted,
            hops: [...start.hops, walk, { kind: 'ride', ride }],
          })
        }
      }
    }
    return found
  }

  return {
    costs(from, goals, via = []) {
      const least = goals.map(() => Number.POSITIVE_INFINITY)
      for (const { goal, cost } of lastWalks(from, goals, via)) if (cost < least[goal]!) least[goal] = cost
      return least
    },
    passages(from, goal, via = []) {
      const last = lastWalks(from, [goal], via)
      const least = last.reduce((best, { cost }) => Math.min(best, cost), Number.POSITIVE_INFINITY)
      const found: Passage[] = []
      for (const { place, via: rest, state, metres, cost } of last) {
        if (cost > least + EQUAL_M) continue
        const walk: Hop = { kind: 'walk', from: place, to: goal, via: rest, metres }
        const starts: readonly Passage[] = state < 0 ? [{ cost: 0, metres: 0, hops: [] }] : waysTo(from, via, state, least + EQUAL_M - metres)
        for (const start of starts) {
          found.push({ cost: start.cost + metres, metres: start.metres + metres, hops: [...start.hops, walk] })
          if (found.length >= MOST_WAYS) return found
        }
      }
      return found
    },
  }
}
