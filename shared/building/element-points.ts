import type { Id } from '#shared/base/ids'
import type { Point } from '#shared/geometry/point'
import type { BuildingStorey } from './building'

/** The corners of a room or a fixture, the ends of an opening or of the walls of one; none where it is not on this storey. Metres. */
export function elementPoints({ rooms, fixtures, openings, walls }: BuildingStorey, id: Id): readonly Point[] {
  const room = rooms.find((each) => each.room.id === id)
  const fixture = fixtures.find((each) => each.fixture.id === id)
  const opening = openings.find((each) => each.opening.id === id)
  return (
    room?.polygon ??
    fixture?.footprint ??
    (opening === undefined ? walls.filter(({ of }) => of.includes(id)).flatMap(({ from, to }) => [from, to]) : [opening.from, opening.to])
  )
}
