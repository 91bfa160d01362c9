import { cosDegrees, sinDegrees } from '#shared/base/angle'
import { differingItems, placesBefore } from '#shared/base/differing-items'
import type { Id } from '#shared/base/ids'
import type { Fixture } from '#shared/document/elements/fixture'
import type { FixtureType } from '#shared/document/workshop'
import { type BoxList, boxListAfter, boxListOf, placesNear } from '#shared/geometry/box-list'
import { roundOffset, toMetres, toMillimetres } from '#shared/geometry/millimetres'
import type { Point } from '#shared/geometry/point'
import { type Box, signedArea } from '#shared/geometry/polygon'
import type { BuiltFixture } from './building'
import type { RoomOutline } from './drawn-edges'
import { placeAt } from './stretches'

/** A fixture as it was last built, and among which rooms. */
const builtFixtures = new WeakMap<Fixture, { readonly built: BuiltFixture; readonly among: readonly RoomOutline[] }>()

/** Fixtures as they were built, and among which rooms. */
export type BuiltFixtures = {
  readonly fixtures: readonly Fixture[]
  readonly rooms: readonly RoomOutline[]
  readonly types: ReadonlyMap<string, FixtureType>
  /** Where each stands, as a box of no size. Millimetres. */
  readonly spots: BoxList
  readonly built: readonly BuiltFixture[]
}

/** Where nothing lies so near that a room's edge could pass between. Millimetres. */
const NEAR_MM = 1

/**
 * Fixtures on the plan, whole millimetres, with the room each stands in. A fixture that did not move is the very object of last time,
 * and is only looked for again where a room has changed about it.
 */
export function builtFixturesOf(
  fixtures: readonly Fixture[],
  rooms: readonly RoomOutline[],
  types: ReadonlyMap<string, FixtureType>,
  before?: BuiltFixtures,
): BuiltFixtures {
  const build = (fixture: Fixture) => builtAmong(fixture, rooms, types.get(fixture.fixtureType))
  if (before === undefined || before.types !== types)
    return { fixtures, rooms, types, spots: boxListOf(fixtures, spotOf), built: fixtures.map(build) }
  if (before.fixtures === fixtures && before.rooms === rooms) return before
  const places = placesBefore(before.fixtures, fixtures)
  const spots = boxListAfter(before.spots, places, fixtures, spotOf)
  const built = fixtures.map((fixture, i) => before.built[places[i]!] ?? build(fixture))
  for (const box of changedBoxes(before.rooms, rooms)) {
    for (const place of placesNear(spots, box, NEAR_MM)) built[place] = build(fixtures[place]!)
  }
  return { fixtures, rooms, types, spots, built }
}

function spotOf({ x, y }: Fixture): Box {
  const [atX, atY] = [x * 1000, y * 1000]
  return { left: atX, bottom: atY, right: atX, top: atY }
}

function builtAmong(fixture: Fixture, rooms: readonly RoomOutline[], type: FixtureType | undefined): BuiltFixture {
  const known = builtFixtures.get(fixture)
  if (known !== undefined && known.among === rooms && known.built.type === type) return known.built
  const place = placeAt(toMillimetres(fixture.x), toMillimetres(fixture.y), rooms, undefined)
  const room = place.kind === 'room' ? place.room : undefined
  const isSame = known !== undefined && known.built.room === room && known.built.type === type
  const built = known === undefined ? onPlan(fixture, type, room) : isSame ? known.built : { ...known.built, type, room }
  builtFixtures.set(fixture, { built, among: rooms })
  return built
}

/** The boxes about rooms that are in one list only, millimetres. */
function changedBoxes(before: readonly RoomOutline[], now: readonly RoomOutline[]): readonly Box[] {
  const { gone, come } = differingItems(before, now)
  return [...gone, ...come].map(({ box }) => box)
}

function onPlan(fixture: Fixture, type: FixtureType | undefined, room: Id | undefined): BuiltFixture {
  const toPlan = fixtureToPlan(fixture)
  const drawn = fixture.footprint.map(toPlan)
  return {
    fixture,
    type,
    room,
    footprint: signedArea(drawn) < 0 ? drawn.reverse() : drawn,
    usePoints: fixture.usePoints.map((use) => ({ point: toPlan(use), for: use.for, side: use.side })),
    bedHead: fixture.bedHead === undefined ? undefined : toPlan(fixture.bedHead),
  }
}

/** From a fixture's own frame to the plan, to the nearest millimetre; metres. */
export function fixtureToPlan({ x, y, rotation }: Pick<Fixture, 'x' | 'y' | 'rotation'>): (point: Point) => Point {
  const cos = cosDegrees(rotation)
  const sin = sinDegrees(rotation)
  const atX = toMillimetres(x)
  const atY = toMillimetres(y)
  return (point) => {
    const px = toMillimetres(point.x)
    const py = toMillimetres(point.y)
    return { x: toMetres(atX + roundOffset(px * cos - py * sin)), y: toMetres(atY + roundOffset(px * sin + py * cos)) }
  }
}
