import type { Id } from '#shared/base/ids'
import type { BuildingStorey, BuiltFixture, BuiltRoom } from '#shared/building/building'
import { type EyeView, eyeView } from '#shared/building/sight'
import type { Point } from '#shared/geometry/point'
import type { Assessment } from './assessment'

/** Someone looking: where from, and what they see. */
export type Eye = { readonly point: Point; readonly element: Id; readonly view: EyeView }

/** The eyes of each storey, in the order of storeys. */
export type EyesByStorey = readonly (readonly Eye[])[]

export function isPublicRoom({ type }: BuiltRoom): boolean {
  return type?.zone === 'public'
}

/**
 * The use points of the seats and counters of public rooms; of a room that has none drawn its room point
 * and the middle of each of its openings.
 */
export function publicEyes(assessment: Assessment): EyesByStorey {
  return eyesOf(assessment, isPublicRoom, ({ room }, storey) => [
    ...roomEye(assessment, room.id),
    ...storey.openings
      .filter(({ left, right }) => [left, right].some((side) => side.kind === 'room' && side.room === room.id))
      .map(({ opening, from, to }) => ({ element: opening.id, point: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 } })),
  ])
}

/** The use points of the desks of staff bases; of a base that has none drawn its room point. */
export function staffEyes(assessment: Assessment): EyesByStorey {
  return eyesOf(
    assessment,
    ({ type }) => type?.use === 'staffBase',
    ({ room }) => roomEye(assessment, room.id),
  )
}

type Spot = { readonly element: Id; readonly point: Point }

function eyesOf(
  { building }: Assessment,
  isWatched: (room: BuiltRoom) => boolean,
  otherwise: (room: BuiltRoom, storey: BuildingStorey) => readonly Spot[],
): EyesByStorey {
  return building.storeys.map((storey) =>
    storey.rooms.filter(isWatched).flatMap((room) => {
      const drawn = storey.fixtures.filter(({ fixture, room: home }) => fixture.eye && home === room.room.id).flatMap(spotsOf)
      const spots = drawn.length > 0 ? drawn : otherwise(room, storey)
      return spots.map(({ element, point }): Eye => ({ element, point, view: eyeView(storey, point) }))
    }),
  )
}

function spotsOf({ fixture, usePoints }: BuiltFixture): readonly Spot[] {
  if (usePoints.length === 0) return [{ element: fixture.id, point: { x: fixture.x, y: fixture.y } }]
  return usePoints.map(({ point }) => ({ element: fixture.id, point }))
}

function roomEye({ premises }: Assessment, room: Id): readonly Spot[] {
  const end = premises.end(room)
  return end.stands ? [{ element: room, point: end.point }] : []
}
