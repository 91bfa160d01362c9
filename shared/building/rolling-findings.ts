import type { Id } from '#shared/base/ids'
import type { Steps } from '#shared/base/steps'
import { isWalkedThrough } from '#shared/document/elements/opening'
import type { Finding } from '#shared/document/finding'
import { warningOf } from '#shared/document/findings/finding-of'
import { TRAVELLER_SIZE_M } from '#shared/document/traveller-size'
import type { RoomType } from '#shared/document/workshop'
import { boxesNear, boxIndex } from '#shared/geometry/box-index'
import type { Point } from '#shared/geometry/point'
import { type Box, boxOf, sideOfRing } from '#shared/geometry/polygon'
import { canManoeuvre, type IsGoal, type Manoeuvre } from '#shared/geometry/swept-path'
import type { BuildingStorey, BuiltFixture, BuiltRoom } from './building'
import { type Shape, shapeOf } from './fixture-findings'
import { nameOfFixture } from './names'

/** A bed or trolley is as large as the fixture that is drawn: 1.05 x 2.35 m, 0.80 x 2.10 m in the catalogue. */
const { wheelchair } = TRAVELLER_SIZE_M
const WHEELCHAIR_MM = { length: wheelchair.length * 1000, width: wheelchair.width * 1000 }
/** A body that leaves a room needs its own length before the door, and this much more to turn in. Millimetres. */
const BEFORE_DOOR_MM = 400
/** A wheelchair in a doorway has its middle so far inside. Millimetres. */
const PAST_DOOR_MM = 60

/** Whether something can be rolled where it belongs; the same text is the same question. */
type Check = { readonly text: string; readonly answer: () => Rolls }
type Rolls = 'yes' | 'stuck' | 'noTurn'

/** What is known of questions that were asked before, by their text: whatever is as it was is not rolled again. */
export type KnownRolls = Map<string, Rolls>

/** So many answers are kept; a large unit has a few hundred questions. */
const KEPT = 2000

/**
 * Beds that cannot be rolled out of their room by any door, and rooms where a wheelchair cannot get in or
 * turn round. Yields once after every question that it had to work out, so that whoever asks can do
 * something else in between; returns the findings in the order of ids.
 */
export function* rollingFindings(storey: BuildingStorey, known: KnownRolls): Steps<readonly Finding[]> {
  const around = aroundOf(storey)
  const findings: Finding[] = []
  for (const built of storey.fixtures) {
    const room = around.rooms.get(built.room ?? '')
    if (!isRolled(built) || room === undefined) continue
    const answer = yield* answered(bedCheck(built, room, around), known)
    if (answer === 'yes') continue
    findings.push(warningOf('finding.bedStuck', [built.fixture.id, room.room.id], { fixture: nameOfFixture(built), room: room.room.name }))
  }
  for (const room of storey.rooms) {
    if (!takesWheelchairs(room.type)) continue
    const answer = yield* answered(chairCheck(room, around), known)
    if (answer === 'yes') continue
    const key = answer === 'stuck' ? 'finding.wheelchairStuck' : 'finding.wheelchairNoTurn'
    findings.push(warningOf(key, [room.room.id], { room: room.room.name }))
  }
  return findings
}

function* answered(check: Check | undefined, known: KnownRolls): Steps<Rolls> {
  if (check === undefined) return 'yes'
  const before = known.get(check.text)
  if (before !== undefined) return before
  const answer = check.answer()
  if (known.size >= KEPT) known.clear()
  known.set(check.text, answer)
  yield undefined
  return answer
}

/** What somebody lies on and is rolled in. */
function isRolled({ fixture }: BuiltFixture): boolean {
  return fixture.blocks && fixture.bedHead !== undefined
}

/** Rooms that patients and visitors come into. */
function takesWheelchairs(type: RoomType | undefined): boolean {
  return (
    type !== undefined &&
    (type.zone === 'patient' || type.zone === 'public') &&
    (type.use === 'care' || type.use === 'waiting' || type.use === 'other')
  )
}

type Around = {
  readonly rooms: ReadonlyMap<Id, BuiltRoom>
  /** Doorways, archways and open edges by the rooms that they lead out of. */
  readonly exits: ReadonlyMap<Id, readonly Exit[]>
  readonly shapesIn: (box: Box) => readonly { readonly of: Id | undefined; readonly shape: Shape }[]
}
/** Left and right jamb seen from inside the room, in millimetres. */
type Exit = { readonly from: Point; readonly to: Point; readonly isDoorway: boolean }

const known = new WeakMap<BuildingStorey, Around>()

function aroundOf(storey: BuildingStorey): Around {
  const before = known.get(storey)
  if (before !== undefined) return before
  const shapes = [
    ...storey.walls.map(({ ring }) => ({ of: undefined, shape: shapeOf(ring) })),
    ...storey.fixtures.filter(({ fixture }) => fixture.blocks).map(({ fixture, footprint }) => ({ of: fixture.id, shape: shapeOf(footprint) })),
  ]
  const index = boxIndex(shapes.map(({ shape }) => shape.box))
  const around = {
    rooms: new Map(storey.rooms.map((room) => [room.room.id, room])),
    exits: exitsOf(storey),
    shapesIn: (box: Box) => boxesNear(index, box).map((i) => shapes[i]!),
  }
  known.set(storey, around)
  return around
}

function exitsOf({ openings, openEdges }: BuildingStorey): ReadonlyMap<Id, readonly Exit[]> {
  const exits = new Map<Id, Exit[]>()
  const add = (room: Id, exit: Exit) => exits.set(room, [...(exits.get(room) ?? []), exit])
  for (const built of openings) {
    if (!isWalkedThrough(built.opening)) continue
    const [from, to] = [inMillimetres(built.from), inMillimetres(built.to)]
    if (built.left.kind === 'room') add(built.left.room, { from, to, isDoorway: true })
    if (built.right.kind === 'room') add(built.right.room, { from: to, to: from, isDoorway: true })
  }
  for (const edge of openEdges) {
    const [from, to] = [inMillimetres(edge.from), inMillimetres(edge.to)]
    if (edge.left !== undefined) add(edge.left, { from, to, isDoorway: false })
    if (edge.right !== undefined) add(edge.right, { from: to, to: from, isDoorway: false })
  }
  return exits
}

/** From its place out of the room by any of its doors, whichever is easiest: what can be rolled out can be rolled in. */
function bedCheck({ fixture, footprint }: BuiltFixture, room: BuiltRoom, around: Around): Check | undefined {
  const exits = around.exits.get(room.room.id) ?? []
  const size = sizeOf(fixture.footprint)
  if (exits.length === 0 || size === undefined) return undefined
  const ring = room.polygon.map(inMillimetres)
  const within = boxOf([...ring, ...exits.flatMap((exit) => beforeExit(exit, size.length + BEFORE_DOOR_MM))])
  const box = boxOf(footprint)
  const start = { x: (box.left + box.right) * 500, y: (box.bottom + box.top) * 500, angle: (Math.round(fixture.rotation * 10) + size.turn) % 3600 }
  const manoeuvre: Manoeuvre = { ...size, within, start, period: 1800, obstacles: obstaclesIn(within, size, around, fixture.id) }
  // Where it stands in something already, that is what there is to say.
  return checkOf(manoeuvre, ring, () => (canManoeuvre(manoeuvre, isOutOf(ring)) === false ? 'stuck' : 'yes'))
}

/** Into the room by any of its doors, round, and out again with the feet first. Where the room is open there is room outside. */
function chairCheck(room: BuiltRoom, around: Around): Check | undefined {
  const exits = around.exits.get(room.room.id) ?? []
  if (exits.length === 0 || exits.some(({ isDoorway }) => !isDoorway)) return undefined
  const ring = room.polygon.map(inMillimetres)
  const within = boxOf(ring)
  const obstacles = obstaclesIn(within, WHEELCHAIR_MM, around, undefined)
  const ways = exits.map((exit): Manoeuvre => ({ ...WHEELCHAIR_MM, within, region: ring, obstacles, start: inDoorway(exit), period: 3600 }))
  return checkOf({ ...ways[0]!, start: { x: within.left, y: within.bottom, angle: 0 } }, [...ring, ...ways.map(({ start }) => start)], () => {
    if (ways.some((way) => canManoeuvre(way, isTurned(way)) === true)) return 'yes'
    return ways.some((way) => canManoeuvre({ ...way, period: 1800 }, isIn(ring)) === true) ? 'noTurn' : 'stuck'
  })
}

/** Told by what lies where about the start, so that rooms that are alike, in one design or in several, ask one question. */
function checkOf({ obstacles, within, length, width, start }: Manoeuvre, ring: readonly Point[], answer: () => Rolls): Check {
  const told = (points: readonly Point[]) => points.map(({ x, y }) => `${Math.round(x - start.x)},${Math.round(y - start.y)}`).join(' ')
  const box = [within.left - start.x, within.bottom - start.y, within.right - start.x, within.top - start.y]
  const numbers = [start.angle, length, width, ...box].map(Math.round)
  return { text: [numbers.join(' '), told(ring), ...obstacles.map(told).sort()].join('|'), answer }
}

/** Length along the longer side, in millimetres, and the tenths of a degree between it and the fixture's own x. */
function sizeOf(footprint: readonly Point[]): { readonly length: number; readonly width: number; readonly turn: number } | undefined {
  const { left, bottom, right, top } = boxOf(footprint)
  const across = (right - left) * 1000
  const along = (top - bottom) * 1000
  if (across <= 0 || along <= 0) return undefined
  return along >= across ? { length: along, width: across, turn: 900 } : { length: across, width: along, turn: 0 }
}

/** What a body whose middle stays within a box can come to touch: it reaches half its diagonal beyond. */
function obstaclesIn(
  { left, bottom, right, top }: Box,
  { length, width }: Pick<Manoeuvre, 'length' | 'width'>,
  { shapesIn }: Around,
  except: Id | undefined,
): readonly (readonly Point[])[] {
  const beyond = Math.sqrt(length * length + width * width) / 2
  const reach = { left: left - beyond, bottom: bottom - beyond, right: right + beyond, top: top + beyond }
  return shapesIn(reach).flatMap(({ of, shape }) => (of !== undefined && of === except ? [] : shape.parts))
}

function inMillimetres({ x, y }: Point): Point {
  return { x: x * 1000, y: y * 1000 }
}

/** The corners of the floor before an exit, outside the room, as deep and as much wider than it. */
function beforeExit({ from, to }: Exit, depth: number): readonly Point[] {
  return [
    { x: Math.min(from.x, to.x) - depth, y: Math.min(from.y, to.y) - depth },
    { x: Math.max(from.x, to.x) + depth, y: Math.max(from.y, to.y) + depth },
  ]
}

/** The room lies on the left of from -> to: its middle just inside, looking in. */
function inDoorway({ from, to }: Exit): Manoeuvre['start'] {
  const long = Math.sqrt((to.x - from.x) ** 2 + (to.y - from.y) ** 2)
  const [nx, ny] = [-(to.y - from.y) / long, (to.x - from.x) / long]
  const angle = Math.round((Math.atan2(ny, nx) * 1800) / Math.PI)
  return { x: (from.x + to.x) / 2 + nx * PAST_DOOR_MM, y: (from.y + to.y) / 2 + ny * PAST_DOOR_MM, angle: (angle + 3600) % 3600 }
}

/** No corner, end or side of it in the room any more. */
function isOutOf(ring: readonly Point[]): IsGoal {
  return ({ x, y }, corners) => sideOfRing(ring, x, y) === -1 && alongSides(corners()).every((p) => sideOfRing(ring, p.x, p.y) === -1)
}

function isIn(ring: readonly Point[]): IsGoal {
  return (_, corners) => corners().every(({ x, y }) => sideOfRing(ring, x, y) >= 0)
}

function isTurned({ start }: Manoeuvre): IsGoal {
  const back = (start.angle + 1800) % 3600
  return ({ x, y, angle }) => angle === back && Math.abs(x - start.x) < 1 && Math.abs(y - start.y) < 1
}

function alongSides(corners: readonly Point[]): readonly Point[] {
  return corners.flatMap((p, i) => {
    const q = corners[(i + 1) % corners.length]!
    return [p, { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 }]
  })
}
