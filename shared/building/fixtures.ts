import { cosDegrees, sinDegrees } from '#shared/base/angle'
import type { Id } from '#shared/base/ids'
import type { Fixture } from '#shared/document/elements/fixture'
import { roundOffset, toMetres, toMillimetres } from '#shared/geometry/millimetres'
import type { Point } from '#shared/geometry/point'
import { signedArea } from '#shared/geometry/polygon'
import type { BuiltFixture } from './building'
import { placeAt, type RoomOutline } from './stretches'

const builtFixtures = new WeakMap<Fixture, BuiltFixture>()

/** Fixtures on the plan, whole millimetres, with the room each stands in. A fixture that did not move is the very object of last time. */
export function builtFixturesOf(fixtures: readonly Fixture[], rooms: readonly RoomOutline[]): readonly BuiltFixture[] {
  return fixtures.map((fixture) => {
    const place = placeAt(toMillimetres(fixture.x), toMillimetres(fixture.y), rooms, undefined)
    const room = place.kind === 'room' ? place.room : undefined
    const known = builtFixtures.get(fixture)
    if (known !== undefined && known.room === room) return known
    const built = known === undefined ? onPlan(fixture, room) : { ...known, room }
    builtFixtures.set(fixture, built)
    return built
  })
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
