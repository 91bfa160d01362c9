import { filled } from '#shared/base/filled'
import type { Id } from '#shared/base/ids'
import { latelyUsed } from '#shared/base/lately-used'
import type { BuiltOpening } from '#shared/building/building'
import type { Point } from '#shared/geometry/point'
import type { Route, Router } from '#shared/routing/router'

/** The circle that a chord belongs to, by its radius: above 0 where the arc turns left, 0 for a piece that is straight. Metres. */
export type Circle = { readonly radius: number }

/** A straight piece of floor that routes run over, inside one room, or a chord of an arc. Metres. The same piece of two routes is one object. */
export type Segment = {
  readonly ax: number
  readonly ay: number
  readonly bx: number
  readonly by: number
  readonly length: number
  readonly circle: Circle
  /** How far it is to walk: along the arc where it is a chord. Places on a piece are told by this. */
  readonly metres: number
  /** Undefined on floor that no room covers. */
  readonly room: Id | undefined
  /** The side on which a taut route keeps off the wall it slides along: 1 left, -1 right, 0 unknown. */
  readonly lean: -1 | 0 | 1
  readonly box: Box
}

/** The segments of a route, and how far along the route each begins. Metres. */
export type Pieces = { readonly segments: readonly Segment[]; readonly starts: Float64Array }

export type Box = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }

/** What measures ask of one route. */
export type RouteFacts = {
  readonly route: Route
  readonly pieces: Pieces
  /** Around all of it. */
  readonly box: Box
  /** Rooms it leads through, the first where it starts; after each crossing one more. */
  readonly rooms: readonly (Id | undefined)[]
  /** Openings passed, each once, in the order of ids. */
  readonly openings: readonly Id[]
  /** Openings passed, as often as they are. */
  readonly passed: readonly Id[]
}

const factsOfRoutes = new WeakMap<Route, RouteFacts>()

/**
 * The facts of a route that starts in `room`; worked out once for a route, whose identity says that nothing
 * about it changed. What fills the openings on the way is no part of that.
 */
export function factsOf(route: Route, room: Id | undefined, floor: Router['floor']): RouteFacts {
  let facts = factsOfRoutes.get(route)
  if (facts === undefined) {
    facts = newFacts(route, roomsOf(route, room, floor), floor)
    factsOfRoutes.set(route, facts)
  }
  return facts
}

/** The rooms that a route leads through, from its start on. */
function roomsOf({ crossings }: Route, startRoom: Id | undefined, floor: Router['floor']): readonly (Id | undefined)[] {
  const rooms = [startRoom]
  for (let i = 0; i < crossings.length; i++) {
    const { threshold, to } = crossings[i]!
    rooms.push(floor.regions[floor.thresholds[threshold]?.[to] ?? -1]?.room)
  }
  return rooms
}

function newFacts(route: Route, rooms: readonly (Id | undefined)[], floor: Router['floor']): RouteFacts {
  const { crossings } = route
  const passed: Id[] = []
  for (const { threshold } of crossings) {
    const opening = floor.thresholds[threshold]?.opening
    if (opening !== undefined) passed.push(opening)
  }
  return new FactsOfRoute(route, rooms, passed)
}

/** Most routes are asked for the openings that they pass, and for nothing else. */
class FactsOfRoute implements RouteFacts {
  readonly route: Route
  readonly rooms: RouteFacts['rooms']
  readonly passed: readonly Id[]
  #openings: readonly Id[] | undefined
  #pieces: Pieces | undefined
  #box: Box | undefined

  constructor(route: Route, rooms: RouteFacts['rooms'], passed: readonly Id[]) {
    this.route = route
    this.rooms = rooms
    this.passed = passed
    this.#openings = undefined
    this.#pieces = undefined
    this.#box = undefined
  }

  get openings(): readonly Id[] {
    this.#openings ??= this.passed.length < 2 ? this.passed : [...new Set(this.passed)].sort()
    return this.#openings
  }

  get pieces(): Pieces {
    this.#pieces ??= piecesOf(this.route, this.rooms)
    return this.#pieces
  }

  get box(): Box {
    this.#box ??= boxOf(this.route)
    return this.#box
  }
}

function boxOf({ points }: Route): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < points.length; i += 2) {
    x0 = Math.min(x0, points[i]!)
    x1 = Math.max(x1, points[i]!)
    y0 = Math.min(y0, points[i + 1]!)
    y1 = Math.max(y1, points[i + 1]!)
  }
  return { x0, y0, x1, y1 }
}

const doorsOfStoreys = new WeakMap<readonly BuiltOpening[], ReadonlySet<Id>>()

/** The doors among openings; the same object for the same doors, mostly. */
export function doorsOf(openings: readonly BuiltOpening[]): ReadonlySet<Id> {
  let doors = doorsOfStoreys.get(openings)
  if (doors === undefined) {
    doors = asBefore(new Set(openings.filter(({ opening }) => opening.opening === 'door').map(({ opening }) => opening.id)))
    doorsOfStoreys.set(openings, doors)
  }
  return doors
}

/** The last sets of doors: nearly every preview has those of the design that it starts from. */
const lastDoors: ReadonlySet<Id>[] = []
const DOORS_KEPT = 8

function asBefore(doors: ReadonlySet<Id>): ReadonlySet<Id> {
  const known = lastDoors.find((before) => before.size === doors.size && [...doors].every((id) => before.has(id)))
  if (known !== undefined) return known
  lastDoors.unshift(doors)
  if (lastDoors.length > DOORS_KEPT) lastDoors.pop()
  return doors
}

/** Cuts a route where it bends and where it passes from room to room. */
function piecesOf({ points, arcs, crossings }: Route, rooms: readonly (Id | undefined)[]): Pieces {
  let count = 0
  let room = rooms[0]
  let next = 0
  let walked = 0
  let arc = 0
  let last: Piece | undefined
  for (let i = 0; i + 3 < points.length; i += 2) {
    while (arc < arcs.length && i >= 2 * arcs[arc + 1]!) arc += 3
    const circle = arc < arcs.length && i >= 2 * arcs[arc]! ? circleOf(arcs[arc + 2]!) : STRAIGHT
    const ax = points[i]!
    const ay = points[i + 1]!
    const dx = points[i + 2]! - ax
    const dy = points[i + 3]! - ay
    const long = alongArc(Math.sqrt(dx * dx + dy * dy), circle)
    const lean = leanOf(points, i)
    let from = 0
    for (;;) {
      const isCut = next < crossings.length && crossings[next]!.at < walked + long - SLIVER_M
      const to = isCut ? Math.min(long, Math.max(from, crossings[next]!.at - walked)) : long
      if (to - from > SLIVER_M) {
        const s = from / long
        const t = to / long
        last = segmentAfter(last, ax + dx * s, ay + dy * s, ax + dx * t, ay + dy * t, room, lean, circle)
        cut.segments[count] = last
        cut.starts[count] = walked + from
        count += 1
      }
      if (!isCut) break
      from = Math.max(from, to)
      next += 1
      room = rooms[next]
    }
    walked += long
  }
  const starts = new Float64Array(count)
  for (let i = 0; i < count; i++) starts[i] = cut.starts[i]!
  return { segments: cut.segments.slice(0, count), starts }
}

const STRAIGHT: Circle = { radius: 0 }
const circles = new Map<number, Circle>()
let lastCircle = STRAIGHT

/** One object for one radius: there are as many as kinds of body. */
function circleOf(radius: number): Circle {
  if (lastCircle.radius !== radius) lastCircle = filled(circles, radius, () => ({ radius }))
  return lastCircle
}

/** The length of the arc over a chord. */
function alongArc(chord: number, { radius }: Circle): number {
  if (radius === 0) return chord
  const size = 2 * Math.abs(radius)
  return size * Math.asin(Math.min(1, chord / size))
}

/** The pieces of the route that is being cut, and how far along it they begin (metres), in lists that only ever grow. */
const cut: { readonly segments: Segment[]; readonly starts: number[] } = { segments: [], starts: [0.5] }

/** Shorter pieces are rounding. Metres. */
const SLIVER_M = 1e-9
/** Segments remembered, and up to as many before them: half of a large unit's. */
const SEGMENTS_KEPT = 60_000

/** By a number made of their ends; where two make the same number, the later one stands under the next that is free. */
const segments = latelyUsed<number, Piece>(SEGMENTS_KEPT)
const ends = new Float64Array(4)
const words = new Int32Array(ends.buffer)

/** Mostly what came after `last` on the route before: routes share long parts of their ways. */
function segmentAfter(
  last: Piece | undefined,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  room: Id | undefined,
  lean: Segment['lean'],
  circle: Circle,
): Piece {
  const known = last?.next
  if (known?.is(ax, ay, bx, by, room, lean, circle)) return known
  const segment = segmentOf(ax, ay, bx, by, room, lean, circle)
  if (last !== undefined) last.next = segment
  return segment
}

function segmentOf(ax: number, ay: number, bx: number, by: number, room: Id | undefined, lean: Segment['lean'], circle: Circle): Piece {
  let number = numberOf(ax, ay, bx, by, lean)
  let segment = segments.get(number)
  while (segment !== undefined) {
    if (segment.is(ax, ay, bx, by, room, lean, circle)) return segment
    number = (number + 1) & KEY_BITS
    segment = segments.get(number)
  }
  segment = new Piece(ax, ay, bx, by, room, lean, circle)
  segments.set(number, segment)
  return segment
}

/** A large unit has a hundred thousand of these: what follows from their ends is not kept, and each is its own box. */
class Piece implements Segment, Box {
  readonly ax: number
  readonly ay: number
  readonly bx: number
  readonly by: number
  readonly room: Id | undefined
  readonly lean: Segment['lean']
  readonly circle: Circle
  /** What came after it on the last route that was cut. */
  next: Piece | undefined

  constructor(ax: number, ay: number, bx: number, by: number, room: Id | undefined, lean: Segment['lean'], circle: Circle) {
    this.ax = ax
    this.ay = ay
    this.bx = bx
    this.by = by
    this.room = room
    this.lean = lean
    this.circle = circle
    this.next = undefined
  }

  is(ax: number, ay: number, bx: number, by: number, room: Id | undefined, lean: Segment['lean'], circle: Circle): boolean {
    const isThere = this.ax === ax && this.ay === ay && this.bx === bx && this.by === by
    return isThere && this.room === room && this.lean === lean && this.circle === circle
  }

  get length(): number {
    const dx = this.bx - this.ax
    const dy = this.by - this.ay
    return Math.sqrt(dx * dx + dy * dy)
  }

  get metres(): number {
    return alongArc(this.length, this.circle)
  }

  get box(): Box {
    return this
  }

  get x0(): number {
    return Math.min(this.ax, this.bx)
  }

  get y0(): number {
    return Math.min(this.ay, this.by)
  }

  get x1(): number {
    return Math.max(this.ax, this.bx)
  }

  get y1(): number {
    return Math.max(this.ay, this.by)
  }
}

/**
 * How far to the left of a chord its arc runs on average, as a share of the chord's length: two thirds of how far at most, with a chord
 * c and a radius r c^2 / 8 r. What looks from a chord or at one is off by a third of what it would be off, and to both sides alike.
 */
export function bowOf({ length, circle: { radius } }: Segment): number {
  return radius === 0 ? 0 : -length / (12 * radius)
}

/** A part of a piece, by the shares of it where it begins and ends, as a straight one; of an arc it runs amid the arc. */
export function partOfPiece(piece: Segment, from: number, to: number): Segment {
  const dx = piece.bx - piece.ax
  const dy = piece.by - piece.ay
  const bow = bowOf(piece)
  const x = piece.ax - dy * bow
  const y = piece.ay + dx * bow
  return new Piece(x + dx * from, y + dy * from, x + dx * to, y + dy * to, piece.room, piece.lean, STRAIGHT)
}

const KEY_BITS = 0x3fff_ffff

function numberOf(ax: number, ay: number, bx: number, by: number, lean: number): number {
  // Adding 0 makes a minus 0 the 0 that it equals.
  ends[0] = ax + 0
  ends[1] = ay + 0
  ends[2] = bx + 0
  ends[3] = by + 0
  let number = lean
  for (let i = 0; i < 8; i++) {
    number = Math.imul(number ^ words[i]!, 0x9e37_79b1)
    number ^= number >>> 15
  }
  return number & KEY_BITS
}

/** Away from the turns at its ends: what a route bends round lies on the inner side. */
function leanOf(points: Float64Array, i: number): Segment['lean'] {
  const turn = turnAt(points, i) || turnAt(points, i - 2)
  return turn > 0 ? -1 : turn < 0 ? 1 : 0
}

function turnAt(points: Float64Array, i: number): number {
  if (i < 0 || i + 5 >= points.length) return 0
  const ux = points[i + 2]! - points[i]!
  const uy = points[i + 3]! - points[i + 1]!
  const vx = points[i + 4]! - points[i + 2]!
  const vy = points[i + 5]! - points[i + 3]!
  const turn = ux * vy - uy * vx
  return Math.abs(turn) < 1e-9 ? 0 : turn
}

/** The way from one distance along a route to another. */
export function stretchOf({ pieces }: RouteFacts, from: number, to: number): readonly Point[] {
  const points: Point[] = []
  for (let index = 0; index < pieces.segments.length; index++) {
    const segment = pieces.segments[index]!
    const at = pieces.starts[index]!
    const start = Math.max(from, at)
    const end = Math.min(to, at + segment.metres)
    if (end - start <= SLIVER_M) continue
    if (points.length === 0) points.push(pointOn(segment, start - at))
    points.push(pointOn(segment, end - at))
  }
  return points
}

/** The point some metres along a segment. */
export function pointOn({ ax, ay, bx, by, metres }: Segment, along: number): Point {
  const share = Math.min(1, Math.max(0, along / metres))
  return { x: ax + (bx - ax) * share, y: ay + (by - ay) * share }
}
