import type { BuildingStorey } from '#shared/building/building'
import type { Traveller } from '#shared/document/vocabulary'
import type { Point } from '#shared/geometry/point'
import { centroid, distanceToSegment, sideOfRing } from '#shared/geometry/polygon'
import { edgesOfRing, footOn } from '#shared/geometry/segment'
import { floorOfStorey } from '#shared/walkable/floor-of-building'

/** As whom one goes through the unit. */
export type Posture = 'standing' | 'wheelchair' | 'trolley'

/** How high the eye is (metres, estimates), how far up it looks (degrees), and whose body and speed it has. */
export const POSTURES: Readonly<Record<Posture, { readonly eye: number; readonly pitch: number; readonly body: Traveller }>> = {
  standing: { eye: 1.6, pitch: -4, body: 'person' },
  wheelchair: { eye: 1.2, pitch: 0, body: 'wheelchair' },
  trolley: { eye: 1, pitch: 55, body: 'bed' },
}

/** Where one stands and which way one looks: degrees counter-clockwise from the right of the page. */
export type Stand = { readonly at: Point; readonly heading: number }

/** What a body cannot enter, in metres. */
export type WalkGround = {
  readonly edges: readonly { readonly from: Point; readonly to: Point }[]
  readonly solids: readonly (readonly Point[])[]
  readonly boundary: readonly (readonly Point[])[]
}

/** Floor goes on for so far outside a gate, as it does for routes. Metres. */
const GATE_DEPTH_M = 1
/** A move is made in steps no longer than this, so that nothing is stepped over. Metres. */
const STEP_M = 0.04
/** Wedged in a corner, a body is pushed off both walls in turn, so many times. */
const PUSHES = 6
/** A body may lean into a wall by this much before it is held to be in it. Metres. */
const GIVE_M = 0.002
/** How far from where somebody points there may be room to stand. Metres. */
const NEAR_M = 4

const grounds = new WeakMap<BuildingStorey, WalkGround>()

/** The walls and furniture of a storey as a body meets them: the same floor that routes are found on. */
export function walkGround(storey: BuildingStorey): WalkGround {
  let ground = grounds.get(storey)
  if (ground === undefined) {
    const floor = floorOfStorey(storey, GATE_DEPTH_M)
    const solids = floor.solids.map(({ ring }) => inMetres(ring))
    const boundary = floor.boundary.map(inMetres)
    const edges = [...solids, ...boundary].flatMap(edgesOfRing)
    ground = { edges, solids, boundary }
    grounds.set(storey, ground)
  }
  return ground
}

function inMetres(ring: readonly number[]): readonly Point[] {
  return Array.from({ length: ring.length / 2 }, (_, i) => ({ x: ring[2 * i]! / 1000, y: ring[2 * i + 1]! / 1000 }))
}

/** Where a body of `radius` metres comes to that wants to go by so much: along whatever stands in its way, and never into it. */
export function walked({ edges }: WalkGround, from: Point, by: Point, radius: number): Point {
  const length = Math.hypot(by.x, by.y)
  const steps = Math.ceil(length / STEP_M)
  const reach = radius + length
  const near = edges.filter((edge) => distanceToSegment(from.x, from.y, edge.from, edge.to) <= reach)
  let at = from
  for (let step = 0; step < steps; step++) {
    const next = pushedOff(near, { x: at.x + by.x / steps, y: at.y + by.y / steps }, radius)
    if (next === undefined) return at
    at = next
  }
  return at
}

/** The spot beside what is too near; undefined where there is no room between several such. */
function pushedOff(edges: WalkGround['edges'], wanted: Point, radius: number): Point | undefined {
  let at = wanted
  for (let push = 0; push < PUSHES; push++) {
    let deepest = 0
    let off: Point = { x: 0, y: 0 }
    for (const edge of edges) {
      const foot = footOn(edge, at)
      const [dx, dy] = [at.x - foot.x, at.y - foot.y]
      const distance = Math.hypot(dx, dy)
      const missing = radius - distance
      if (missing <= deepest || distance === 0) continue
      deepest = missing
      off = { x: (dx / distance) * missing, y: (dy / distance) * missing }
    }
    if (deepest <= GIVE_M / 2) return at
    at = { x: at.x + off.x, y: at.y + off.y }
  }
  return edges.every(({ from, to }) => distanceToSegment(at.x, at.y, from, to) >= radius - GIVE_M) ? at : undefined
}

/** Whether a body of this radius stands there, on floor and in nothing. Metres. */
export function hasRoom({ edges, solids, boundary }: WalkGround, { x, y }: Point, radius: number): boolean {
  // Outer rings run counter-clockwise, holes clockwise: a point on the floor is in one more of the former.
  if (boundary.filter((ring) => sideOfRing(ring, x, y) >= 0).length % 2 === 0) return false
  if (solids.some((ring) => ring.length > 2 && sideOfRing(ring, x, y) >= 0)) return false
  return edges.every(({ from, to }) => distanceToSegment(x, y, from, to) >= radius - GIVE_M)
}

/** The nearest spot where such a body has room; undefined where there is none within four metres. */
export function standingNear(ground: WalkGround, at: Point, radius: number): Point | undefined {
  for (let far = 0; far <= NEAR_M; far += 0.1) {
    const sides = far === 0 ? 1 : Math.ceil((2 * Math.PI * far) / 0.15)
    for (let side = 0; side < sides; side++) {
      const angle = (2 * Math.PI * side) / sides
      const spot = { x: at.x + far * Math.cos(angle), y: at.y + far * Math.sin(angle) }
      if (hasRoom(ground, spot, radius)) return spot
    }
  }
  return undefined
}

/** Where a walk begins that nobody pointed at: in the doorway of what is selected, else at the main gate, looking in. */
export function walkStart(storey: BuildingStorey, selection: string | undefined): Stand {
  const chosen =
    storey.openings.find(({ opening }) => opening.id === selection) ??
    storey.openings.find(
      ({ opening, left, right }) => isWay(opening.opening) && [left, right].some((side) => side.kind === 'room' && side.room === selection),
    )
  const room = storey.rooms.find((each) => each.room.id === selection)
  if (room !== undefined && chosen === undefined) return { at: centroid([room.polygon]) ?? { x: 0, y: 0 }, heading: 90 }
  const gates = storey.openings.filter(({ opening }) => opening.gate !== undefined)
  const door = chosen ?? gates.find(({ opening }) => opening.gate === 'main') ?? gates[0]
  if (door === undefined) {
    const [first] = storey.rooms
    return { at: (first && centroid([first.polygon])) ?? { x: 0, y: 0 }, heading: 90 }
  }
  const { from, to, left } = door
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
  const toLeft = (Math.atan2(to.x - from.x, -(to.y - from.y)) * 180) / Math.PI
  const isIntoLeft = room === undefined ? left.kind !== 'outside' : left.kind === 'room' && left.room === room.room.id
  return { at: middle, heading: isIntoLeft ? toLeft : toLeft + 180 }
}

function isWay(kind: string): boolean {
  return kind === 'door' || kind === 'archway'
}

/** From a spot that somebody pointed at one looks to the middle of the room; from the middle itself, up the page. */
export function standAt(storey: BuildingStorey, at: Point): Stand {
  const room = storey.rooms.find(({ polygon }) => sideOfRing(polygon, at.x, at.y) >= 0)
  const middle = room && centroid([room.polygon])
  const isOff = middle !== undefined && Math.hypot(middle.x - at.x, middle.y - at.y) > 0.5
  return { at, heading: isOff ? (Math.atan2(middle.y - at.y, middle.x - at.x) * 180) / Math.PI : 90 }
}

/** The room that one stands in; undefined on floor that no room covers. */
export function roomAround({ rooms }: BuildingStorey, { x, y }: Point): string | undefined {
  return rooms.find(({ polygon }) => sideOfRing(polygon, x, y) >= 0)?.room.name
}

/** What is held down: forwards and sideways as shares of full speed (-1 to 1), turning in shares of the turning speed. */
export type Going = { readonly ahead: number; readonly aside: number; readonly turn: number }

/** Degrees a second. */
const TURN_DEGREES_S = 100

/** After so many seconds of going, at a speed in metres a second. */
export function afterGoing(
  ground: WalkGround,
  { at, heading }: Stand,
  { ahead, aside, turn }: Going,
  { radius, speed, seconds }: { readonly radius: number; readonly speed: number; readonly seconds: number },
): Stand {
  const turned = heading + turn * TURN_DEGREES_S * seconds
  if (ahead === 0 && aside === 0) return { at, heading: turned }
  const size = Math.max(1, Math.hypot(ahead, aside))
  const angle = (turned * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const far = (speed * seconds) / size
  const by = { x: (ahead * cos + aside * sin) * far, y: (ahead * sin - aside * cos) * far }
  return { at: walked(ground, at, by, radius), heading: turned }
}
