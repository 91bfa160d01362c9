import { sameItems } from '#shared/base/same-items'
import type { Finding } from '#shared/document/finding'
import { warningOf } from '#shared/document/findings/finding-of'
import { nearestStanding } from '#shared/geometry/nearest-standing'
import type { Point } from '#shared/geometry/point'
import type { Box } from '#shared/geometry/polygon'
import type { BuildingStorey, BuiltFixture, BuiltUsePoint } from './building'
import { isOnFloor } from './fixture-findings'
import { nameOfFixture } from './names'
import { fixturesNear, roomAt, wallsNear } from './room-point'

/** Somebody who stands this near can still get at it. Metres. */
const REACH_M = 1

type Known = { readonly around: readonly unknown[]; readonly radius: number; readonly isBlocked: boolean }
const knownPoints = new WeakMap<BuiltUsePoint, Known>()

/** Fixtures that nobody can stand at: within 1 m of a use point, in the room that it is to be used from, a person has no room between walls and what stands there. */
export function reachFindings(storey: BuildingStorey, personRadius: number): readonly Finding[] {
  return storey.fixtures.flatMap((built): readonly Finding[] => {
    const blocked = built.usePoints.find((use) => isBlocked(use, built, storey, personRadius))
    // One that stands outside the building is said to do so.
    if (blocked === undefined || !isOnFloor(built, storey)) return []
    const place = { storey: storey.storey.id, at: blocked.point, rings: [built.footprint] }
    return [{ ...warningOf('finding.usePointBlocked', [built.fixture.id], { fixture: nameOfFixture(built) }), place }]
  })
}

function isBlocked(use: BuiltUsePoint, { room: own }: BuiltFixture, storey: BuildingStorey, radius: number): boolean {
  const wish = { x: use.point.x * 1000, y: use.point.y * 1000 }
  const box: Box = { left: wish.x, bottom: wish.y, right: wish.x, top: wish.y }
  const reach = (REACH_M + radius) * 1000
  const walls = wallsNear(storey, box, reach)
  const fixtures = fixturesNear(storey, box, reach).filter(({ fixture }) => fixture.blocks)
  // What is drawn to be used from both sides of a wall is; anything else is used from where it stands.
  const room = use.side === undefined ? storey.rooms.find((built) => built.room.id === own) : roomAt(storey, use.point)
  const around = [room, ...walls, ...fixtures]
  const known = knownPoints.get(use)
  if (known !== undefined && known.radius === radius && sameItems(known.around, around)) return known.isBlocked
  const inMillimetres = (ring: readonly Point[]) => ring.map(({ x, y }) => ({ x: x * 1000, y: y * 1000 }))
  const obstacles = [...walls.map(({ ring }) => inMillimetres(ring)), ...fixtures.map(({ footprint }) => inMillimetres(footprint))]
  const within = room === undefined ? squareAbout(wish, reach) : inMillimetres(room.polygon)
  const found = nearestStanding({ within, obstacles, radius: radius * 1000 }, wish)
  const answer = found === undefined || Math.hypot(found.x - wish.x, found.y - wish.y) > REACH_M * 1000
  knownPoints.set(use, { around, radius, isBlocked: answer })
  return answer
}

function squareAbout({ x, y }: Point, reach: number): readonly Point[] {
  return [
    { x: x - reach, y: y - reach },
    { x: x + reach, y: y - reach },
    { x: x + reach, y: y + reach },
    { x: x - reach, y: y + reach },
  ]
}
