import { differingItems } from '#shared/base/differing-items'
import { filled } from '#shared/base/filled'
import type { Id, Key } from '#shared/base/ids'
import { sameItems } from '#shared/base/same-items'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Fixture } from '#shared/document/elements/fixture'
import type { Opening } from '#shared/document/elements/opening'
import type { Room } from '#shared/document/elements/room'
import type { Storey } from '#shared/document/elements/storey'
import type { Wall } from '#shared/document/elements/wall'
import type { FixtureType, RoomType } from '#shared/document/workshop'
import { pointToMetres, pointToMillimetres } from '#shared/geometry/millimetres'
import { isSamePoint, type Point } from '#shared/geometry/point'
import { signedArea } from '#shared/geometry/polygon'
import type { Building, BuildingStorey, BuiltOpening, OpenEdge, Side, Stretch } from './building'
import { builtConnectorsOf } from './connectors'
import { type Plan, roomOutlines } from './drawn-edges'
import { type BuiltFixtures, builtFixturesOf } from './fixtures'
import { type LaidOpenings, layOpenings } from './openings'
import { type BuiltRooms, builtRoomsOf } from './rooms'
import { type WallStretch, wallStretches } from './stretches'
import { type WallPieces, wallPieces, wallsOf } from './wall-pieces'

const buildings = new WeakMap<RecordTable, { readonly workshop: RecordTable; readonly building: Building }>()

/**
 * What a drawn design implies: `design` is the design's own table, `workshop` the workshop's. The same
 * tables give the same object; after an edit every part that the edit left alone is the very object it
 * was before, so that later stages can tell by identity what to work out anew.
 */
export function buildBuilding(design: RecordTable, workshop: RecordTable): Building {
  const known = buildings.get(design)
  if (known !== undefined && known.workshop === workshop) return known.building
  const record = recordsOf(design, 'design')[0]
  if (record === undefined) throw new Error('A design table without its design record')
  const types = typesOf(workshop)
  const storeys = fromTheLowest(recordsOf(design, 'storey')).map((storey, _, all) => {
    const { fixtures, ...shell } = all.length === 1 ? allOn(storey, design) : recordsOn(storey, design)
    return builtStorey(shell, fixtures, types)
  })
  const building: Building = { design: record, storeys, connectors: builtConnectorsOf(design, storeys) }
  buildings.set(design, { workshop, building })
  return building
}

/** Storeys from the lowest up, of equal height in the order of ids. */
export function fromTheLowest(storeys: readonly Storey[]): readonly Storey[] {
  return storeys.length < 2 ? storeys : [...storeys].sort((a, b) => a.elevation - b.elevation || (a.id < b.id ? -1 : 1))
}

/** The records that walls are derived from. */
type Shell = { readonly storey: Storey; readonly rooms: readonly Room[]; readonly walls: readonly Wall[]; readonly openings: readonly Opening[] }
type Derived = {
  readonly plan: Plan
  readonly stretches: readonly WallStretch[]
  readonly built: Pick<BuildingStorey, 'stretches' | 'walls' | 'openEdges' | 'openings'>
  readonly laid: LaidOpenings
  readonly pieces: WallPieces
}

/** Previews are made one after the other from the same design: what is likest stays, so that all of them share its parts. */
const LATEST_KEPT = 3
const latestShells = new WeakMap<Storey, readonly { readonly shell: Shell; readonly derived: Derived }[]>()
const latestStoreys = new WeakMap<Storey, readonly Furnished[]>()
/** A storey with what its rooms and fixtures were built of. */
type Furnished = { readonly of: BuildingStorey; readonly rooms: BuiltRooms; readonly fixtures: BuiltFixtures }

/** The newest first, then what it was made from. */
function withNewest<T>(latest: readonly T[], newest: T, base: T | undefined): readonly T[] {
  const others = latest.filter((each) => each !== base && each !== newest)
  return [newest, ...(base === undefined || base === newest ? [] : [base]), ...others].slice(0, LATEST_KEPT)
}

/** The one with the most in common; of equals the newest. */
function likest<T>(latest: readonly T[], likeness: (item: T) => number): T | undefined {
  let best: T | undefined
  let most = -1
  for (const item of latest) {
    const common = likeness(item)
    if (common <= most) continue
    most = common
    best = item
  }
  return best
}

function inCommon(a: readonly unknown[], b: readonly unknown[]): number {
  return a === b ? a.length : b.length - differingItems(a, b).come.length
}

function builtStorey(shell: Shell, fixtureRecords: readonly Fixture[], types: Types): BuildingStorey {
  const { storey } = shell
  const { stretches, built, plan } = derivedOf(shell)
  const latest = latestStoreys.get(storey) ?? []
  const base = likest(latest, ({ rooms, fixtures }) => inCommon(rooms.stretches, stretches) + inCommon(fixtures.fixtures, fixtureRecords))
  const rooms = builtRoomsOf(shell.rooms, stretches, types.ofRooms, base?.rooms)
  const fixtures = builtFixturesOf(fixtureRecords, plan.rooms, types.ofFixtures, base?.fixtures)
  const next: BuildingStorey = {
    storey,
    ...built,
    rooms: latest.find(({ of }) => sameItems(of.rooms, rooms.built))?.of.rooms ?? rooms.built,
    fixtures: latest.find(({ of }) => sameItems(of.fixtures, fixtures.built))?.of.fixtures ?? fixtures.built,
  }
  const same = latest.find(
    ({ of }) =>
      of.rooms === next.rooms &&
      of.fixtures === next.fixtures &&
      of.walls === next.walls &&
      of.stretches === next.stretches &&
      of.openings === next.openings,
  )
  const newest = { of: same?.of ?? next, rooms, fixtures }
  latestStoreys.set(
    storey,
    withNewest(
      latest.filter((each) => each !== same),
      newest,
      same === undefined ? base : undefined,
    ),
  )
  return newest.of
}

function derivedOf(shell: Shell): Derived {
  const { storey } = shell
  const latest = latestShells.get(storey) ?? []
  const same = latest.find(
    (each) => sameItems(each.shell.rooms, shell.rooms) && sameItems(each.shell.walls, shell.walls) && sameItems(each.shell.openings, shell.openings),
  )
  if (same !== undefined) return same.derived
  const last = likest(
    latest,
    (each) => inCommon(each.shell.rooms, shell.rooms) + inCommon(each.shell.walls, shell.walls) + inCommon(each.shell.openings, shell.openings),
  )
  const plan = { rooms: roomOutlines(shell.rooms), walls: shell.walls, outline: storeyOutline(storey) }
  // An opening that moves leaves the lines of the walls alone.
  const lined = latest.find((each) => sameItems(each.shell.rooms, shell.rooms) && sameItems(each.shell.walls, shell.walls))
  const stretches = lined?.derived.stretches ?? wallStretches(plan, last && { ...last.derived.plan, stretches: last.derived.stretches })
  const laid = layOpenings(shell.openings, { ...plan, stretches, storey: storey.id }, last?.derived.laid)
  const pieces = wallPieces(stretches, laid.laid, last?.derived.pieces)
  const before = last?.derived.built
  const built = {
    stretches: lined?.derived.built.stretches ?? keptList(before?.stretches, stretches.map(publicOf)),
    walls: keptList(before?.walls, wallsOf(pieces)),
    openEdges: lined?.derived.built.openEdges ?? kept(before?.openEdges, openEdgesOf(stretches), stretchKey, sameOpenEdge),
    openings: keptList(before?.openings, openingsOf(laid)),
  }
  const derived: Derived = { plan, stretches, built, laid, pieces }
  latestShells.set(storey, withNewest(latest, { shell, derived }, last))
  return derived
}

function publicOf({ stretch }: WallStretch): Stretch {
  return stretch
}

function openEdgesOf(stretches: readonly WallStretch[]): readonly OpenEdge[] {
  return stretches.filter(({ kind }) => kind === 'open').map(openEdge)
}

function openingsOf({ laid }: LaidOpenings): readonly BuiltOpening[] {
  const built: BuiltOpening[] = []
  for (const each of laid) if (each.built !== undefined) built.push(each.built)
  return built
}

const storeyOutlines = new WeakMap<Storey, readonly Point[] | undefined>()

/** The outer face of the building in millimetres, counter-clockwise; undefined where none is drawn. */
export function storeyOutline(storey: Storey): readonly Point[] | undefined {
  if (storey.outline === undefined) return undefined
  let ring = storeyOutlines.get(storey)
  if (ring === undefined) {
    const drawn = storey.outline.map(pointToMillimetres)
    ring = signedArea(drawn) < 0 ? drawn.reverse() : drawn
    storeyOutlines.set(storey, ring)
  }
  return ring
}

function openEdge({ key, from, to, left, right }: WallStretch): OpenEdge {
  return { key, from: pointToMetres(from), to: pointToMetres(to), left: roomOf(left), right: roomOf(right), kind: 'open' }
}

/** The list of last time where it holds the same. */
function keptList<T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] {
  return before !== undefined && sameItems(before, now) ? before : now
}

/** Objects of last time where they are equal, and the list itself where all are. */
function kept<T>(before: readonly T[] | undefined, now: readonly T[], keyOf: (item: T) => string, isSame: (a: T, b: T) => boolean): readonly T[] {
  if (before === undefined) return now
  if (sameItems(before, now)) return before
  const same = new Set(before)
  let known: ReadonlyMap<string, T> | undefined
  const items = now.map((item) => {
    if (same.has(item)) return item
    known ??= new Map(before.map((each) => [keyOf(each), each]))
    const old = known.get(keyOf(item))
    return old !== undefined && isSame(old, item) ? old : item
  })
  return sameItems(before, items) ? before : items
}

function stretchKey({ key }: { readonly key: string }): string {
  return key
}

function sameOpenEdge(a: OpenEdge, b: OpenEdge): boolean {
  return isSamePoint(a.from, b.from) && isSamePoint(a.to, b.to) && a.left === b.left && a.right === b.right
}

function roomOf(side: Side): Id | undefined {
  return side.kind === 'room' ? side.room : undefined
}

/** The types of a workshop by their keys: the same maps for the same lists. */
type Types = { readonly ofRooms: ReadonlyMap<Key, RoomType>; readonly ofFixtures: ReadonlyMap<Key, FixtureType> }

const roomTypes = new WeakMap<readonly RoomType[], ReadonlyMap<Key, RoomType>>()
const fixtureTypes = new WeakMap<readonly FixtureType[], ReadonlyMap<Key, FixtureType>>()

function typesOf(workshop: RecordTable): Types {
  const [ofRooms, ofFixtures] = [recordsOf(workshop, 'roomType'), recordsOf(workshop, 'fixtureType')]
  return { ofRooms: filled(roomTypes, ofRooms, () => byKey(ofRooms)), ofFixtures: filled(fixtureTypes, ofFixtures, () => byKey(ofFixtures)) }
}

function byKey<T extends { readonly key: Key }>(types: readonly T[]): ReadonlyMap<Key, T> {
  return new Map(types.map((type) => [type.key, type]))
}

type StoreyRecords = Shell & { readonly fixtures: readonly Fixture[] }

/** Of a design of one storey everything stands on it. */
function allOn(storey: Storey, design: RecordTable): StoreyRecords {
  return {
    storey,
    rooms: recordsOf(design, 'room'),
    walls: recordsOf(design, 'wall'),
    openings: recordsOf(design, 'opening'),
    fixtures: recordsOf(design, 'fixture'),
  }
}

function recordsOn(storey: Storey, design: RecordTable): StoreyRecords {
  return {
    storey,
    rooms: grouped(roomGroups, recordsOf(design, 'room')).get(storey.id) ?? [],
    walls: grouped(wallGroups, recordsOf(design, 'wall')).get(storey.id) ?? [],
    openings: openingsByStorey(design).get(storey.id) ?? [],
    fixtures: grouped(fixtureGroups, recordsOf(design, 'fixture')).get(storey.id) ?? [],
  }
}

/** Groups by storey: of the same list the same. */
function grouped<T extends { readonly storey: Id }>(known: WeakMap<readonly T[], ReadonlyMap<Id, readonly T[]>>, records: readonly T[]) {
  let groups = known.get(records)
  if (groups === undefined) {
    groups = byStorey(records)
    known.set(records, groups)
  }
  return groups
}

const roomGroups = new WeakMap<readonly Room[], ReadonlyMap<Id, readonly Room[]>>()
const wallGroups = new WeakMap<readonly Wall[], ReadonlyMap<Id, readonly Wall[]>>()
const fixtureGroups = new WeakMap<readonly Fixture[], ReadonlyMap<Id, readonly Fixture[]>>()

function byStorey<T extends { readonly storey: Id }>(records: readonly T[]): ReadonlyMap<Id, readonly T[]> {
  const groups = new Map<Id, T[]>()
  for (const record of records) {
    const group = groups.get(record.storey)
    if (group === undefined) groups.set(record.storey, [record])
    else group.push(record)
  }
  return groups
}

type OpeningGroups = { readonly rooms: readonly Room[]; readonly walls: readonly Wall[]; readonly groups: ReadonlyMap<Id, readonly Opening[]> }
const openingGroups = new WeakMap<readonly Opening[], OpeningGroups>()

/** By the storey of the room or wall that each is in: among the same ones the same. */
function openingsByStorey(design: RecordTable): ReadonlyMap<Id, readonly Opening[]> {
  const [openings, rooms, walls] = [recordsOf(design, 'opening'), recordsOf(design, 'room'), recordsOf(design, 'wall')]
  const known = openingGroups.get(openings)
  if (known !== undefined && known.rooms === rooms && known.walls === walls) return known.groups
  const groups = new Map<Id, Opening[]>()
  let isPlain = true
  for (const opening of openings) {
    const host = design['room' in opening.on ? opening.on.room : opening.on.wall]
    if (host === undefined || !('storey' in host)) continue
    if (host.kind !== 'room' && host.kind !== 'wall') isPlain = false
    const group = groups.get(host.storey)
    if (group === undefined) groups.set(host.storey, [opening])
    else group.push(opening)
  }
  if (isPlain) openingGroups.set(openings, { rooms, walls, groups })
  return groups
}
