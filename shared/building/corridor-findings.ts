import type { Id } from '#shared/base/ids'
import { sameItems } from '#shared/base/same-items'
import { type RecordTable, recordsOf } from '#shared/document/document'
import { isWalkedThrough } from '#shared/document/elements/opening'
import type { Storey } from '#shared/document/elements/storey'
import type { Finding } from '#shared/document/finding'
import { warningOf } from '#shared/document/findings/finding-of'
import { CORRIDORS, type Settings } from '#shared/document/workshop'
import { difference, type Rings, union } from '#shared/geometry/clip'
import { pointToMillimetres } from '#shared/geometry/millimetres'
import { distanceFrom, type Pinch, pinches } from '#shared/geometry/passage'
import type { Point } from '#shared/geometry/point'
import { boxesMeet, boxOf } from '#shared/geometry/polygon'
import { storeyOutline } from './build-building'
import type { BuildingStorey, BuiltOpening, Side } from './building'
import { nameOfFixture } from './names'

/** The clear width of a pinch is found to so many millimetres, and looked for down to so many. */
const NARROWER_MM = 50
const NARROWEST_MM = 500
/** A pinch is named by what stands this near to it. Millimetres. */
const BESIDE_MM = 700

type Known = { readonly of: readonly unknown[]; readonly findings: readonly Finding[] }
/** The last used first: a design, and a preview of it. */
const knownByStorey = new WeakMap<Storey, readonly Known[]>()
const LATEST_KEPT = 2

/**
 * Circulation that is narrower than the settings want between two doors: where beds go (rooms that a bed
 * stands in, gates of patients that a bed passes) for two beds to pass, or a bed and a person; everywhere else for
 * people. Fixtures that block take from the width. Worked out again only when something drawn changed.
 */
export function corridorFindings(storey: BuildingStorey, workshop: RecordTable): readonly Finding[] {
  const { rooms, walls, openings, openEdges, fixtures } = storey
  const of = [storey.storey, workshop, ...rooms, ...walls, ...openings, ...openEdges, ...fixtures]
  const latest = knownByStorey.get(storey.storey) ?? []
  const known = latest.find((each) => sameItems(each.of, of))
  const used = known ?? { of, findings: newFindings(storey, workshop) }
  knownByStorey.set(storey.storey, [used, ...latest.filter((each) => each !== used)].slice(0, LATEST_KEPT))
  return used.findings
}

function newFindings(storey: BuildingStorey, workshop: RecordTable): readonly Finding[] {
  const settings = recordsOf(workshop, 'settings')[0]
  if (settings === undefined) return []
  const floor = corridorFloor(storey)
  if (floor.length === 0) return []
  const { passing, widths } = settings.corridors ?? CORRIDORS
  const exits = exitsOf(storey, bedGates(storey, workshop, settings))
  const forBeds = exits.filter(({ isForBeds }) => isForBeds)
  const beds = narrow(floor, forBeds, widths[passing], passing, storey)
  const others = narrow(floor, exits, widths.people, 'people', storey)
  const known = new Set(beds.map(({ where }) => where.join(' ')))
  return [...beds, ...others.filter(({ where }) => !known.has(where.join(' ')))]
}

function narrow(
  floor: Rings,
  exits: readonly Exit[],
  wanted: number,
  passing: 'twoBeds' | 'bedAndPerson' | 'people',
  storey: BuildingStorey,
): readonly Finding[] {
  const points = exits.map(({ at }) => at)
  const found = pinches(floor, points, wanted * 1000)
  if (found.length === 0) return []
  return found.map((pinch) => {
    const width = widthOf(pinch, floor, points, wanted * 1000)
    const beside = besides(pinch, storey)
    const values = { width: width / 1000, wants: wanted, beside: beside.length === 0 ? [storey.storey.name] : beside.map(({ name }) => name) }
    const ring = pinch.ring.map(({ x, y }) => ({ x: x / 1000, y: y / 1000 }))
    return {
      ...warningOf(`finding.corridorNarrow.${passing}`, beside.length === 0 ? [storey.storey.id] : beside.map(({ id }) => id), values),
      about: passing,
      place: { storey: storey.storey.id, at: { x: pinch.middle.x / 1000, y: pinch.middle.y / 1000 }, rings: [ring] },
    }
  })
}

/** The greatest width, to 50 mm, at which nothing is pinched there any more. */
function widthOf(pinch: Pinch, floor: Rings, exits: readonly Point[], wanted: number): number {
  const box = boxOf(pinch.ring)
  for (let width = Math.floor((wanted - 1) / NARROWER_MM) * NARROWER_MM; width > NARROWEST_MM; width -= NARROWER_MM) {
    if (!pinches(floor, exits, width).some(({ ring }) => boxesMeet(boxOf(ring), box))) return width
  }
  return NARROWEST_MM
}

/** Circulation rooms, and floor inside the outline that no room covers, less walls and what stands there. Millimetres. */
function corridorFloor(storey: BuildingStorey): Rings {
  const outline = storeyOutline(storey.storey)
  const inMillimetres = (ring: readonly Point[]) => ring.map(pointToMillimetres)
  const isCirculation = ({ type }: BuildingStorey['rooms'][number]) => type?.use === 'circulation'
  const ways = storey.rooms.filter(isCirculation).map(({ polygon }) => inMillimetres(polygon))
  const rooms = storey.rooms.filter((room) => !isCirculation(room)).map(({ polygon }) => inMillimetres(polygon))
  const walls = storey.walls.flatMap(({ ring }) => (ring.length > 2 ? [inMillimetres(ring)] : []))
  const blocked = storey.fixtures.filter(({ fixture }) => fixture.blocks).map(({ footprint }) => inMillimetres(footprint))
  const whole = outline === undefined ? ways : [outline, ...ways]
  return whole.length === 0 ? [] : difference(union(whole), [...rooms, ...walls, ...blocked])
}

type Exit = { readonly at: Point; readonly isForBeds: boolean }

/** Where circulation is entered and left: doors and archways that lead into it, and rooms that are open to it. */
function exitsOf({ openings, openEdges, rooms, fixtures }: BuildingStorey, gates: ReadonlySet<Id>): readonly Exit[] {
  const use = new Map(rooms.map(({ room, type }) => [room.id, type?.use]))
  const withBeds = new Set(fixtures.flatMap(({ fixture, room }) => (fixture.bedHead !== undefined && room !== undefined ? [room] : [])))
  const isWay = (side: Side) => side.kind === 'floor' || (side.kind === 'room' && use.get(side.room) === 'circulation')
  const hasBeds = (side: Side) => side.kind === 'room' && withBeds.has(side.room)
  const between = (from: Point, to: Point) => pointToMillimetres({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 })
  const ofOpening = ({ opening, from, to, left, right }: BuiltOpening): readonly Exit[] => {
    if (!isWalkedThrough(opening)) return []
    if (isWay(left) === isWay(right)) return []
    return [{ at: between(from, to), isForBeds: hasBeds(left) || hasBeds(right) || gates.has(opening.id) }]
  }
  const sideOf = (room: Id | undefined): Side => (room === undefined ? { kind: 'floor' } : { kind: 'room', room })
  return [
    ...openings.flatMap(ofOpening),
    ...openEdges.flatMap(({ from, to, left, right }): readonly Exit[] => {
      const [a, b] = [sideOf(left), sideOf(right)]
      return isWay(a) === isWay(b) ? [] : [{ at: between(from, to), isForBeds: hasBeds(a) || hasBeds(b) }]
    }),
  ]
}

/** Gates that patients come and go by and that a bed passes. */
function bedGates({ openings }: BuildingStorey, workshop: RecordTable, { bodies }: Settings): ReadonlySet<Id> {
  const patients = recordsOf(workshop, 'pathway').filter(({ flow }) => flow === 'patient')
  const gates = new Set(patients.flatMap(({ gateIn, gateOut }) => [gateIn, gateOut]))
  const wide = openings.filter(({ opening }) => opening.gate !== undefined && gates.has(opening.gate) && opening.width >= bodies.bed.passes)
  return new Set(wide.map(({ opening }) => opening.id))
}

/** The two rooms or fixtures nearest to a pinch, so that it can be named and told from others. */
function besides(pinch: Pinch, storey: BuildingStorey): readonly { readonly id: Id; readonly name: string }[] {
  const near = (ring: readonly Point[]) =>
    Math.min(...pinch.ring.map((p) => distanceFrom(ring, p)), distanceFrom(ring, pinch.middle), ...ring.map((p) => distanceFrom(pinch.ring, p)))
  const box = boxOf(pinch.ring)
  const candidates = [
    ...storey.fixtures
      .filter(({ fixture }) => fixture.blocks)
      .map((built) => ({ id: built.fixture.id, name: nameOfFixture(built), ring: built.footprint.map(pointToMillimetres), order: 0 })),
    ...storey.rooms.map(({ room, polygon }) => ({ id: room.id, name: room.name, ring: polygon.map(pointToMillimetres), order: 1 })),
  ]
  return candidates
    .filter(({ ring }) => boxesMeet(boxOf(ring), box, BESIDE_MM))
    .map((each) => ({ ...each, distance: near(each.ring) }))
    .filter(({ distance, order }) => distance < (order === 0 ? NARROWER_MM : BESIDE_MM))
    .sort((a, b) => a.order - b.order || a.distance - b.distance || (a.id < b.id ? -1 : 1))
    .slice(0, 2)
    .map(({ id, name }) => ({ id, name }))
}
