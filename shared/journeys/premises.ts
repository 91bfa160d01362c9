import type { Id, Key } from '#shared/base/ids'
import type { Name } from '#shared/base/message'
import type { Building, BuildingStorey, BuiltFixture, BuiltOpening, BuiltRoom } from '#shared/building/building'
import { nameOfGate, nameOfRecord } from '#shared/building/names'
import { type BuiltPlace, type Offers, offersOf, placesOf } from '#shared/building/places'
import type { RecordTable } from '#shared/document/document'
import type { UsePoint } from '#shared/document/elements/fixture'
import type { Opening } from '#shared/document/elements/opening'
import type { PlaceOfType } from '#shared/document/pathway'
import { placeTypeKey } from '#shared/document/place-type'
import type { RoomUse } from '#shared/document/vocabulary'
import type { Point } from '#shared/geometry/point'
import type { TripEnd } from './trip'

/** Where a leg may start or end, with what a router has to know of it. */
export type End = TripEnd & {
  readonly key: string
  readonly storey: number
  /** Undefined: no body stands free in the room. */
  readonly stands: boolean
  /** Set for a gate, whose width and rules the walker meets at this end of the leg. */
  readonly gate: BuiltOpening | undefined
}

/** Where one arrives, and where one leaves again: two points at a pass-through, else one. Keys of ends. */
export type Sides = { readonly in: string; readonly out: string }

/** One of the places that a step may seize: a fixture, a room's own places, or a gate. */
export type Spot = {
  readonly key: string
  readonly element: Id
  readonly room: Id | undefined
  /** How many it serves at once; Infinity for waiting and circulation rooms that state none. */
  readonly capacity: number
  readonly assumed: boolean
  readonly patient: Sides
  readonly staff: Sides
  readonly item: Sides
}

/** Something asked of premises: the places of a type, or a gate. */
export type Asked = { readonly place: PlaceOfType } | { readonly gate: Key }

/** What a design offers to journeys. Lists in the order of ids. */
export type Premises = {
  readonly building: Building
  spotsOf(place: PlaceOfType): readonly Spot[]
  gate(key: Key): readonly Spot[]
  /** What the room of a place is used for. */
  useOf(spot: Spot): RoomUse | undefined
  /** Those places with all that a plan asks of them, but not where they are: equal text, equal places. */
  signatureOf(asked: Asked): string
  end(key: string): End
  /** The room's name, or the gate's. */
  nameOf(end: End): Name
  /** The fixture's name, else its type's; the room's where there is none. */
  placeNameOf(end: End): Name
  /** The name of the room that an opening belongs to; undefined where it is in a free wall. */
  roomNameOf(opening: Opening): string | undefined
}

/** The room point of a room, in metres, or undefined when no body stands free in it. */
export type RoomPointOf = (storey: number, room: Id) => Point | undefined

/** What a building offers. `workshop`: whose names of types pieces without a name of their own go by. */
export function premisesOf(building: Building, roomPointOf: RoomPointOf, workshop: RecordTable): Premises {
  const spots = new Map<string, readonly Spot[]>()
  const ends = new Map<string, End>()
  const where = elementsOf(building)
  const makeEnd = (key: string): End => {
    const known = ends.get(key)
    if (known !== undefined) return known
    const made = endOf(key, building, where, roomPointOf)
    ends.set(key, made)
    return made
  }
  const nameOfRoom = (id: Id) => {
    const found = where.rooms.get(id)
    return found === undefined ? '' : found.storey.rooms[found.index]!.room.name
  }
  const signatures = new Map<string, string>()
  /** The same by what a plan asked: plans are asked about again and again. */
  const signaturesAsked = new Map<Asked, string>()
  let offers: Offers | undefined
  const spotsOf = (place: PlaceOfType): readonly Spot[] => {
    const key = placeTypeKey(place)
    let found = spots.get(key)
    if (found === undefined) {
      offers ??= offersOf(building)
      found = placesOf(offers, place).map((each) => spotOf(each, place))
      spots.set(key, found)
    }
    return found
  }
  const gate = (key: Key): readonly Spot[] => {
    const memo = `gate:${key}`
    let found = spots.get(memo)
    if (found === undefined) {
      found = building.storeys
        .flatMap(({ openings }) => openings.filter(({ opening }) => opening.gate === key))
        .map(({ opening }) => pointSpot(opening.id, opening.id, undefined, Number.POSITIVE_INFINITY, false))
      spots.set(memo, found)
    }
    return found
  }
  const useOf = ({ room }: Spot) => {
    const found = room === undefined ? undefined : where.rooms.get(room)
    return found?.storey.rooms[found.index]?.type?.use
  }
  return {
    building,
    spotsOf,
    gate,
    useOf,
    signatureOf(asked) {
      const known = signaturesAsked.get(asked)
      if (known !== undefined) return known
      const key = 'place' in asked ? placeTypeKey(asked.place) : `gate:${asked.gate}`
      let signature = signatures.get(key)
      if (signature === undefined) {
        const found = 'place' in asked ? spotsOf(asked.place) : gate(asked.gate)
        signature = found.map((spot) => `${signatureOfSpot(spot)}:${useOf(spot) ?? ''}`).join(' ')
        signatures.set(key, signature)
      }
      signaturesAsked.set(asked, signature)
      return signature
    },
    end: makeEnd,
    nameOf(end) {
      if (end.gate !== undefined) return nameOfGate(end.gate.opening)
      if (end.room !== undefined) return nameOfRoom(end.room)
      return where.fixtures.get(end.element)?.fixture.fixture.name ?? ''
    },
    placeNameOf(end) {
      const fixture = where.fixtures.get(end.element)?.fixture.fixture
      return fixture === undefined ? this.nameOf(end) : nameOfRecord(fixture, workshop)
    },
    roomNameOf: ({ on }) => ('room' in on ? nameOfRoom(on.room) : undefined),
  }
}

function spotOf(place: BuiltPlace, { fixtureType }: PlaceOfType): Spot {
  const { element, room, capacity, fixture, isAssumed } = place
  if (fixture !== undefined) return fixtureSpot(fixture)
  return pointSpot(isAssumed ? `${element}!${fixtureType}` : element, element, room, capacity, isAssumed)
}

function pointSpot(key: string, element: Id, room: Id | undefined, capacity: number, assumed: boolean): Spot {
  const end = assumed ? `${element}!` : element
  const sides = { in: end, out: end }
  return { key, element, room, capacity, assumed, patient: sides, staff: sides, item: sides }
}

const fixtureSpots = new WeakMap<BuiltFixture, Spot>()

function fixtureSpot(built: BuiltFixture): Spot {
  let spot = fixtureSpots.get(built)
  if (spot === undefined) {
    spot = newFixtureSpot(built)
    fixtureSpots.set(built, spot)
  }
  return spot
}

function newFixtureSpot({ fixture, room, usePoints }: BuiltFixture): Spot {
  const sidesFor = (whom: 'patient' | 'staff' | 'item'): Sides => ({
    in: `${fixture.id}#${standingFor(usePoints, whom, 'out')}`,
    out: `${fixture.id}#${standingFor(usePoints, whom, 'in')}`,
  })
  return {
    key: fixture.id,
    element: fixture.id,
    room,
    capacity: 1,
    assumed: false,
    patient: sidesFor('patient'),
    staff: sidesFor('staff'),
    item: sidesFor('item'),
  }
}

/** The index of the use point one goes to: one's own, else one for all, else the staff's (who carry the items), else any; -1: the fixture's own position. */
function standingFor(usePoints: BuiltFixture['usePoints'], whom: UsePoint['for'], notSide: 'in' | 'out'): number {
  const indices = [...usePoints.keys()].filter((index) => usePoints[index]!.side !== notSide)
  for (const wanted of [whom, 'all', 'staff']) {
    const found = indices.find((index) => usePoints[index]!.for === wanted)
    if (found !== undefined) return found
  }
  return indices[0] ?? (usePoints.length > 0 ? 0 : -1)
}

type Elements = {
  readonly rooms: ReadonlyMap<Id, { readonly storey: BuildingStorey; readonly storeyIndex: number; readonly index: number }>
  readonly fixtures: ReadonlyMap<Id, { readonly storeyIndex: number; readonly fixture: BuiltFixture }>
  readonly openings: ReadonlyMap<Id, { readonly storeyIndex: number; readonly opening: BuiltOpening }>
}

function elementsOf(building: Building): Elements {
  const rooms: [Id, { storey: BuildingStorey; storeyIndex: number; index: number }][] = []
  const fixtures: [Id, { storeyIndex: number; fixture: BuiltFixture }][] = []
  const openings: [Id, { storeyIndex: number; opening: BuiltOpening }][] = []
  building.storeys.forEach((storey, storeyIndex) => {
    storey.rooms.forEach(({ room }, index) => {
      rooms.push([room.id, { storey, storeyIndex, index }])
    })
    for (const fixture of storey.fixtures) fixtures.push([fixture.fixture.id, { storeyIndex, fixture }])
    for (const opening of storey.openings) openings.push([opening.opening.id, { storeyIndex, opening }])
  })
  return { rooms: new Map(rooms), fixtures: new Map(fixtures), openings: new Map(openings) }
}

/** Most use points lie in the room of their fixture, which an edit elsewhere leaves as it was. */
type KnownEnd = { readonly home: BuiltRoom; readonly end: End }
const endsOfFixtures = new WeakMap<BuiltFixture, Map<string, KnownEnd>>()

function endOf(key: string, building: Building, where: Elements, roomPointOf: RoomPointOf): End {
  const hash = key.indexOf('#')
  const element = hash >= 0 ? key.slice(0, hash) : key.endsWith('!') ? key.slice(0, -1) : key
  const built = where.fixtures.get(element)
  if (built !== undefined) {
    const { fixture, storeyIndex } = built
    const at = fixture.room === undefined ? undefined : where.rooms.get(fixture.room)
    const home = at?.storey.rooms[at.index]
    const known = endsOfFixtures.get(fixture) ?? new Map<string, KnownEnd>()
    const before = known.get(key)
    if (before !== undefined && before.home === home && before.end.storey === storeyIndex) return before.end
    const point = fixture.usePoints[hash >= 0 ? Number(key.slice(hash + 1)) : -1]?.point ?? { x: fixture.fixture.x, y: fixture.fixture.y }
    const room = roomAt(building.storeys[storeyIndex]!, point, fixture.room)
    const end: End = { key, element, room, point, assumed: false, storey: storeyIndex, stands: true, gate: undefined }
    if (home !== undefined && room === fixture.room && liesIn(home.polygon, point)) {
      known.set(key, { home, end })
      endsOfFixtures.set(fixture, known)
    }
    return end
  }
  const gate = where.openings.get(element)
  if (gate !== undefined) {
    const { from, to, left, right } = gate.opening
    const point = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
    const inner = left.kind === 'room' ? left.room : right.kind === 'room' ? right.room : undefined
    return { key, element, room: inner, point, assumed: false, storey: gate.storeyIndex, stands: true, gate: gate.opening }
  }
  const storey = where.rooms.get(element)?.storeyIndex ?? 0
  const point = roomPointOf(storey, element)
  return {
    key,
    element,
    room: element,
    point: point ?? { x: 0, y: 0 },
    assumed: key.endsWith('!'),
    storey,
    stands: point !== undefined,
    gate: undefined,
  }
}

/** The room that a point lies in: `near` if it does, else any other, else `near`, for a use point inside a wall. */
function roomAt(storey: BuildingStorey, point: Point, near: Id | undefined): Id | undefined {
  const home = storey.rooms.find(({ room }) => room.id === near)
  if (home !== undefined && liesIn(home.polygon, point)) return near
  const other = storey.rooms.find(({ polygon }) => liesIn(polygon, point))
  return other?.room.id ?? near
}

const ON_EDGE_M = 1e-6

/** Inside a ring or on its edge. */
export function liesIn(ring: readonly Point[], { x, y }: Point): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i]!
    const b = ring[j]!
    const dx = b.x - a.x
    const dy = b.y - a.y
    const along = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy)
    if (along >= 0 && along <= 1 && Math.abs((x - a.x) * dy - (y - a.y) * dx) <= ON_EDGE_M * Math.hypot(dx, dy)) return true
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  }
  return inside
}

const signaturesOfSpots = new WeakMap<Spot, string>()

function signatureOfSpot(spot: Spot): string {
  let signature = signaturesOfSpots.get(spot)
  if (signature === undefined) {
    const { key, room, capacity, patient, staff, item } = spot
    const sides = [patient, staff, item].map((side) => `${side.in.slice(side.in.indexOf('#'))}${side.out.slice(side.out.indexOf('#'))}`)
    signature = `${key}:${room ?? ''}:${capacity}:${sides.join()}`
    signaturesOfSpots.set(spot, signature)
  }
  return signature
}
