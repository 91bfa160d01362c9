import { cosDegrees, sinDegrees } from '#shared/base/angle'
import { differingItems } from '#shared/base/differing-items'
import type { Id } from '#shared/base/ids'
import type { Fixture } from '#shared/document/elements/fixture'
import { roundOffset, toMetres, toMillimetres } from '#shared/geometry/millimetres'
import type { Point } from '#shared/geometry/point'
import { type Box, signedArea } from '#shared/geometry/polygon'
import type { BuiltFixture } from './building'
import { placeAt, type RoomOutline } from './stretches'

/** A fixture as it was last built, and among which rooms. */
const builtFixtures = new WeakMap<Fixture, { built: BuiltFixture; among: readonly RoomOutline[] }>()

/** Fixtures as they were built, and among which rooms. */
export type BuiltFixtures = { readonly fixtures: readonly Fixture[]; readonly rooms: readonly RoomOutline[]; readonly built: readonly BuiltFixture[] }

/**
 * Fixtures on the plan, whole millimetres, with the room each stands in. A fixture that did not move is the very object of last time,
 * and is only looked for again where a room has changed about it.
 */
export function builtFixturesOf(fixtures: readonly Fixture[], rooms: readonly RoomOutline[], before?: BuiltFixtures): BuiltFixtures {
  if (before !== undefined && before.fixtures === fixtures && before.rooms === rooms) return before
  const changes = new Map<readonly RoomOutline[], readonly Box[]>()
  const isAsBefore = ({ x, y }: Fixture, among: readonly RoomOutline[]) => {
    if (among === rooms) return true
    let boxes = changes.get(among)
    if (boxes === undefined) {
      boxes = changedBoxes(among, rooms)
      changes.set(among, boxes)
    }
    const [atX, atY] = [x * 1000, y * 1000]
    for (const { left, right, bottom, top } of boxes) {
      if (atX > left - 1 && atX < right + 1 && atY > bottom - 1 && atY < top + 1) return false
    }
    return true
  }
  const built = fixtures.map((fixture, i) => {
    if (before?.fixtures[i] === fixture && isAsBefore(fixture, before.rooms)) return before.built[i]!
    const known = builtFixtures.get(fixture)
    if (known !== undefined && isAsBefore(fixture, known.among)) {
      known.among = rooms
      return known.built
    }
    const place = placeAt(toMillimetres(fixture.x), toMillimetres(fixture.y), rooms, undefined)
    const room = place.kind === 'room' ? place.room : undefined
    if (known === undefined) {
      const built = onPlan(fixture, room)
      builtFixtures.set(fixture, { built, among: rooms })
      return built
    }
    known.among = rooms
    if (known.built.room !== room) known.built = { ...known.built, room }
    return known.built
  })
  return { fixtures, rooms, built }
}

/** The boxes about rooms that are in one list only, millimetres. */
function changedBoxes(before: readonly RoomOutline[], now: readonly RoomOutline[]): readonly Box[] {
  const { gone, come } = differingItems(before, now)
  return [...gone, ...come].map(({ box }) => box)
}

function onPlan(fixture: Fixture, room: Id | undefined): BuiltFixture {
  const toPlan = fixtureToPlan(fixture)
  const drawn = fixture.footprint.map(toPlan)
  return {
    fixture,
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
