import { firstWhere } from '#shared/base/first-where'
import type { Id, Key } from '#shared/base/ids'
import { MEETING_WINDOW_S, type Settings } from '#shared/document/workshop'
import type { Model, StepModel } from '#shared/simulation/model'
import { DOING, type Trace } from '#shared/simulation/trace'
import { barriersOf } from './barriers'
import { lineRule } from './bearing'
import { doBoxesMeet, grown } from './boxes'
import { type LegWalk, walksOfLeg } from './leg-walks'
import type { Box } from './route-facts'
import { pointOn, stretchOf } from './route-facts'
import type { Meeting } from './segment-pairs'
import { SEPARATION_GRADES } from './separation'
import { type CutRoute, type MeetingOfTwo, openMeetingsOfTwo } from './shared-runs'

/** Something of the first set and something of the second, where and when one passed by where the other had just been. */
export type SimulatedMeeting = {
  /** Which pair of sets: a key of the settings' separations. */
  readonly rule: Key
  /** Agents of the trace, and its rows: both are on the way, carried or with somebody. */
  readonly first: number
  readonly second: number
  readonly firstRow: number
  readonly secondRow: number
  /** When the later one came there. Seconds after the first midnight. */
  readonly at: number
  /** Seconds between the one's leaving and the other's coming; 0: both there at once. */
  readonly gap: number
  readonly storey: Id
  readonly room: Id | undefined
  readonly x: number
  readonly y: number
  /** 1, but where equally short routes share a way. */
  readonly weight: number
}

/** Where two legs share a way, as shares of each of them, from coming there to being gone. */
type Encounter = {
  readonly first: readonly [from: number, to: number]
  readonly second: readonly [from: number, to: number]
  readonly storey: Id
  readonly room: Id | undefined
  readonly x: number
  readonly y: number
}

/** Of two legs, or of one each of their equally short ways. */
type Encounters = { readonly weight: number; readonly places: readonly Encounter[] }

/** A loaded trip of a trace: an item on its way. */
type Loaded = { readonly row: number; readonly way: Way; readonly from: number; readonly to: number }
/** A leg and the use at its end. */
type Way = { readonly index: number; readonly leg: number; readonly use: Use }
/** The end of a leg that lies where the item is used: that room is no part of the way. */
type Use = 'from' | 'to' | undefined

export type MeetingsOf = (trace: Trace) => readonly SimulatedMeeting[]

/**
 * Meetings of sets that should be kept apart, from nothing but a trace: pairs of loaded trips whose routes share a run or cross,
 * as separation has it (design plan, section 3), and which pass there within the settings' window of each other. What is found
 * of two legs is kept for every run.
 */
export function meetingsIn(model: Model, settings: Settings): MeetingsOf {
  const window = settings.meetingWindow ?? MEETING_WINDOW_S
  const line = lineRule(settings)
  /** By the numbers of two ways. */
  const known: (readonly Encounters[] | undefined)[][] = []
  const walks = new Map<number, readonly LegWalk[]>()
  const tripsOf = openLoadedTrips(model)
  const ofStoreys: MeetingOfTwo[] = []

  function onStorey(storey: number): MeetingOfTwo {
    ofStoreys[storey] ??= openMeetingsOfTwo(line, barriersOf(model.ground.premises.building.storeys[storey]!, model.floors[storey]!))
    return ofStoreys[storey]
  }

  function walksOf(leg: number): readonly LegWalk[] {
    let found = walks.get(leg)
    if (found === undefined) {
      found = walksOfLeg(model, leg)
      walks.set(leg, found)
    }
    return found
  }

  function encountersOf(a: Way, b: Way): readonly Encounters[] {
    known[a.index] ??= []
    const ofFirst = known[a.index]!
    ofFirst[b.index] ??= newEncounters(a, b)
    return ofFirst[b.index]!
  }

  function newEncounters(a: Way, b: Way): readonly Encounters[] {
    const [rooms, others] = [roomOfUse(model, a), roomOfUse(model, b)]
    return walksOf(a.leg).flatMap((first) =>
      walksOf(b.leg).flatMap((second): Encounters[] => {
        const places = encountersOn(model, first, second, rooms, others, onStorey, line.distance)
        return places.length === 0 ? [] : [{ weight: first.share * second.share, places }]
      }),
    )
  }

  return (trace) => {
    const met: SimulatedMeeting[] = []
    const loaded = tripsOf(trace)
    for (const { key, first, second } of settings.separations) {
      const firsts = first.flatMap((flow) => loaded.get(flow) ?? [])
      const seconds = second.flatMap((flow) => loaded.get(flow) ?? []).sort((a, b) => a.from - b.from || a.row - b.row)
      const longest = seconds.reduce((most, { from, to }) => Math.max(most, to - from), 0)
      for (const a of firsts) {
        for (let at = firstFrom(seconds, a.from - window - longest); at < seconds.length; at++) {
          const b = seconds[at]!
          if (b.from > a.to + window) break
          if (b.to < a.from - window || trace.who[a.row] === trace.who[b.row]) continue
          for (const { weight, places } of encountersOf(a.way, b.way)) {
            const [closest, gap, when] = closestOf(places, a, b)
            if (closest === undefined || gap > window) continue
            const { storey, room, x, y } = closest
            const [one, other] = [trace.who[a.row]!, trace.who[b.row]!]
            met.push({ rule: key, first: one, second: other, firstRow: a.row, secondRow: b.row, at: when, gap, storey, room, x, y, weight })
          }
        }
      }
    }
    return met.sort((a, b) => a.at - b.at || a.firstRow - b.firstRow || a.secondRow - b.secondRow)
  }
}

function closestOf(places: readonly Encounter[], a: Loaded, b: Loaded): readonly [Encounter | undefined, number, number] {
  let best: Encounter | undefined
  let least = Number.POSITIVE_INFINITY
  let when = 0
  for (const place of places) {
    const [first, second] = [place.first, place.second]
    const came = Math.max(timeAt(a, first[0]), timeAt(b, second[0]))
    const gap = Math.max(0, came - Math.min(timeAt(a, first[1]), timeAt(b, second[1])))
    if (gap >= least) continue
    best = place
    least = gap
    when = came
  }
  return [best, least, when]
}

function timeAt({ from, to }: Loaded, share: number): number {
  return from + (to - from) * share
}

/** The index of the first that begins at a time or later. */
function firstFrom(trips: readonly Loaded[], time: number): number {
  return firstWhere(0, trips.length, (at) => trips[at]!.from >= time)
}

/** Items on the way, by the flow that they are part of at the time: a scope is clean, used, and clean again. */
function openLoadedTrips(model: Model): (trace: Trace) => ReadonlyMap<string, readonly Loaded[]> {
  const loads = openLoads(model)
  /** By leg, then use. */
  const ways: Way[][] = []
  let count = 0

  function wayOf(leg: number, use: Use): Way {
    ways[leg] ??= []
    const at = use === undefined ? 0 : use === 'from' ? 1 : 2
    ways[leg][at] ??= { index: count++, leg, use }
    return ways[leg][at]
  }

  return (trace) => {
    const found = new Map<string, Loaded[]>()
    const { agents, rows, who: whos, doing: doings, where: legs, from, to } = trace
    for (let row = 0; row < rows; row++) {
      const doing = doings[row]!
      if (doing !== DOING.walk && doing !== DOING.carried) continue
      const who = whos[row]!
      const leg = legs[row]!
      if (who < 0 || leg < 0 || agents.kind[who] !== 2) continue
      const { flow, isFetched } = loads(trace, row)
      const { pathway } = model.flows[flow]!
      const use: Use = doing !== DOING.carried ? undefined : isFetched ? 'to' : 'from'
      const trip = { row, way: wayOf(leg, use), from: from[row]!, to: to[row]! }
      const trips = found.get(pathway.flow)
      if (trips === undefined) found.set(pathway.flow, [trip])
      else trips.push(trip)
    }
    return found
  }
}

type Load = { readonly flow: number; readonly isFetched: boolean }

/** `loadOf`, each kind of row looked into once. */
function openLoads(model: Model): (trace: Trace, row: number) => Load {
  const kinds = (model.steps.length + 1) * model.flows.length
  const [walked, carried] = [new Array<Load | undefined>(kinds), new Array<Load | undefined>(kinds)]
  return (trace, row) => {
    const known = trace.doing[row] === DOING.carried ? carried : walked
    const kind = (trace.step[row]! + 1) * model.flows.length + trace.agents.of[trace.who[row]!]!
    known[kind] ??= loadOf(model, trace, row)
    return known[kind]
  }
}

/** What an item is on a trip, by its pathway then: a trace names the one that it is in at the end of the day. */
export function loadOf(model: Model, { agents, who, doing, step: steps }: Trace, row: number): Load {
  const step = model.steps[steps[row]!]
  const own = agents.of[who[row]!]!
  const isFetched = doing[row] === DOING.carried && step !== undefined && step.flow !== own && needs(model, step, own)
  return { flow: isFetched ? cleanOf(model, step, own) : (step?.flow ?? own), isFetched }
}

/** Is it that a step fetches this item, by the pathway it is in at the end of the day or the one that this becomes? */
function needs(model: Model, step: StepModel, own: number): boolean {
  return step.lines.some(({ isNeeded, flow }) => isNeeded && (flow === own || model.flows[own]!.becomes === flow))
}

function cleanOf(model: Model, step: StepModel, own: number): number {
  return step.lines.find(({ isNeeded, flow }) => isNeeded && (flow === own || model.flows[own]!.becomes === flow))?.flow ?? own
}

function roomOfUse({ legs, ground }: Model, { leg, use }: Way): Id | undefined {
  if (use === undefined) return undefined
  return ground.premises.end(legs.ends[legs.legs[leg]![use]]!).room
}

function encountersOn(
  model: Model,
  first: LegWalk,
  second: LegWalk,
  ownRoom: Id | undefined,
  otherRoom: Id | undefined,
  onStorey: (storey: number) => MeetingOfTwo,
  distance: number,
): readonly Encounter[] {
  const { storeys } = model.ground.premises.building
  return first.pieces.flatMap((a) =>
    second.pieces.flatMap((b): Encounter[] => {
      if (a.storey !== b.storey) return []
      const storey = storeys[a.storey]!
      const meetingOf = onStorey(a.storey)
      const [own, other]: [CutRoute, CutRoute] = [
        { facts: a.facts, roomOfUse: ownRoom },
        { facts: b.facts, roomOfUse: otherRoom },
      ]
      const stretches = stretchesOf(own, meetingOf(own, other))
      if (stretches.length === 0) return []
      const others = stretchesOf(other, meetingOf(other, own))
      return stretches.flatMap((stretch) =>
        others
          .filter(({ box }) => doBoxesMeet(grown(box, distance), stretch.box))
          .map(({ from, to }): Encounter => {
            const { x, y, room } = stretch
            return {
              first: [(a.before + stretch.from) / first.metres, (a.before + stretch.to) / first.metres],
              second: [(b.before + from) / second.metres, (b.before + to) / second.metres],
              storey: storey.storey.id,
              room,
              x,
              y,
            }
          }),
      )
    }),
  )
}

/** A shared run or a crossing: metres along the route, its middle, and the box about it. */
type Stretch = {
  readonly from: number
  readonly to: number
  readonly x: number
  readonly y: number
  readonly room: Id | undefined
  readonly box: Box
}

/** Shorter gaps are rounding. Metres. */
const SLIVER_M = 1e-6

function stretchesOf({ facts }: CutRoute, { shared, crossings }: Meeting): readonly Stretch[] {
  const found: Stretch[] = []
  const add = (from: number, to: number) => {
    const { segments, starts } = facts.pieces
    const middle = (from + to) / 2
    let index = segments.findIndex((segment, i) => middle <= starts[i]! + segment.metres + 1e-9)
    if (index < 0) index = segments.length - 1
    const { x, y } = pointOn(segments[index]!, middle - starts[index]!)
    const points = to > from ? stretchOf(facts, from, to) : [{ x, y }]
    const box = { x0: x, y0: y, x1: x, y1: y }
    for (const point of points) {
      box.x0 = Math.min(box.x0, point.x)
      box.y0 = Math.min(box.y0, point.y)
      box.x1 = Math.max(box.x1, point.x)
      box.y1 = Math.max(box.y1, point.y)
    }
    found.push({ from, to, x, y, room: segments[index]!.room, box })
  }
  for (let i = 0; i < shared.length; i += 2) {
    let end = i + 1
    while (end + 1 < shared.length && shared[end + 1]! - shared[end]! < SLIVER_M) end += 2
    add(shared[i]!, shared[end]!)
    i = end - 1
  }
  for (const at of crossings) add(at, at)
  return found
}

/** Days without a meeting, of all: from this share on, time keeps apart what routes do not. */
const APART = 0.95

/**
 * The grade of separation once days were simulated: as it is where routes have nothing in common; else by the share of days on
 * which there was a meeting. Undefined where either is not known.
 */
export function timedGrade(still: number | undefined, daysWithMeeting: number | undefined): number | undefined {
  if (still === undefined || SEPARATION_GRADES[still] === 'ownRoute') return still
  if (daysWithMeeting === undefined || Number.isNaN(daysWithMeeting)) return still
  return SEPARATION_GRADES.indexOf(1 - daysWithMeeting >= APART - 1e-12 ? 'ownTime' : 'shared')
}
