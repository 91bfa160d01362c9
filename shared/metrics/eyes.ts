import type { Id } from '#shared/base/ids'
import type { BuildingStorey, BuiltFixture, BuiltRoom } from '#shared/building/building'
import { type EyeView, eyeView } from '#shared/building/sight'
import type { Point } from '#shared/geometry/point'
import type { Premises } from '#shared/journeys/premises'
import type { Assessment } from './assessment'
import { commonBox } from './boxes'
import type { Box } from './route-facts'

/** Someone looking: where from, and what they see. */
export type Eye = { readonly point: Point; readonly element: Id; readonly view: EyeView }

/** The eyes of each storey, in the order of storeys. */
export type EyesByStorey = readonly (readonly Eye[])[]

type Looked = Pick<Assessment, 'building' | 'premises'>

export function isPublicRoom({ type }: BuiltRoom): boolean {
  return type?.zone === 'public'
}

/**
 * The use points of the seats and counters of public rooms; of a room that has none drawn its room point
 * and the middle of each of its openings.
 */
export function publicEyes(assessment: Looked): EyesByStorey {
  return knownEyes(publicEyesOf, assessment, newPublicEyes)
}

function newPublicEyes(assessment: Looked): EyesByStorey {
  return eyesOf(assessment, isPublicRoom, ({ room }, storey) => [
    ...roomEye(assessment, room.id),
    ...storey.openings
      .filter(({ left, right }) => [left, right].some((side) => side.kind === 'room' && side.room === room.id))
      .map(({ opening, from, to }) => ({ element: opening.id, point: { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 } })),
  ])
}

/** The use points of the desks of staff bases; of a base that has none drawn its room point. */
export function staffEyes(assessment: Looked): EyesByStorey {
  return knownEyes(staffEyesOf, assessment, newStaffEyes)
}

function newStaffEyes(assessment: Looked): EyesByStorey {
  return eyesOf(
    assessment,
    ({ type }) => type?.use === 'staffBase',
    ({ room }) => roomEye(assessment, room.id),
  )
}

const publicEyesOf = new WeakMap<Premises, EyesByStorey>()
const staffEyesOf = new WeakMap<Premises, EyesByStorey>()

/** Both readings of a design look with the same eyes. */
function knownEyes(known: WeakMap<Premises, EyesByStorey>, assessment: Looked, make: typeof newPublicEyes): EyesByStorey {
  let eyes = known.get(assessment.premises)
  if (eyes === undefined) {
    eyes = make(assessment)
    known.set(assessment.premises, eyes)
  }
  return eyes
}

type Spot = { readonly element: Id; readonly point: Point }

function eyesOf(
  { building }: Looked,
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

function roomEye({ premises }: Looked, room: Id): readonly Spot[] {
  const end = premises.end(room)
  return end.stands ? [{ element: room, point: end.point }] : []
}

const boxes = new WeakMap<EyeView, { readonly limit: number; readonly box: Box }>()

/** A box outside which the eye sees nothing, as far as the limit goes. Metres. */
export function sightBox(view: EyeView, limit: number): Box {
  let known = boxes.get(view)
  if (known === undefined || known.limit !== limit) {
    const { eye, depth } = view
    const bins = depth.length / 4
    let left = 0
    let right = 0
    let down = 0
    let up = 0
    // Directions are told by the angle of a diamond, depths by its distance: see geometry/sightlines. In each quarter a bin reaches
    // furthest along one axis where it begins and along the other where it ends.
    for (let bin = 0; bin < bins; bin++) {
      const first = 1 - bin / bins
      const last = (bin + 1) / bins
      const ahead = depth[bin]!
      const leftwards = depth[bin + bins]!
      const back = depth[bin + 2 * bins]!
      const rightwards = depth[bin + 3 * bins]!
      right = Math.max(right, first * ahead, last * rightwards)
      up = Math.max(up, last * ahead, first * leftwards)
      left = Math.max(left, last * leftwards, first * back)
      down = Math.max(down, last * back, first * rightwards)
    }
    const seen = { x0: (eye.x - left) / 1000, y0: (eye.y - down) / 1000, x1: (eye.x + right) / 1000, y1: (eye.y + up) / 1000 }
    const { x, y } = eye
    const within = { x0: x / 1000 - limit, y0: y / 1000 - limit, x1: x / 1000 + limit, y1: y / 1000 + limit }
    known = { limit, box: commonBox(seen, within) }
    boxes.set(view, known)
  }
  return known.box
}
