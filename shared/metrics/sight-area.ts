import { cosine, sine } from '#shared/base/angle'
import type { Id } from '#shared/base/ids'
import { eyeView, visibleStretches } from '#shared/building/sight'
import { intersection } from '#shared/geometry/clip'
import { pointToMetres, pointToMillimetres } from '#shared/geometry/millimetres'
import type { Point } from '#shared/geometry/point'
import type { Assessment } from './assessment'
import { publicEyes, staffEyes } from './eyes'

/** Somebody who looks, by whom the eye is chosen. */
export type NamedEye = {
  /** The same after an edit, as long as what it stands for is there. */
  readonly key: string
  readonly whose: 'public' | 'staff'
  readonly element: Id
  readonly room: Id | undefined
  readonly point: Point
  /** Metres that a measure lets it look. */
  readonly limit: number
}

/** The eyes of a storey: of the public, then of staff bases. */
export function namedEyes(assessment: Assessment, storey: number): readonly NamedEye[] {
  const { thresholds } = assessment.settings
  const rooms = assessment.building.storeys[storey]?.rooms ?? []
  const fixtures = new Map(assessment.building.storeys[storey]?.fixtures.map(({ fixture, room }) => [fixture.id, room]))
  const named = (whose: NamedEye['whose'], eyes: ReturnType<typeof publicEyes>, limit: number) => {
    const counts = new Map<Id, number>()
    return (eyes[storey] ?? []).map(({ element, point }): NamedEye => {
      const count = (counts.get(element) ?? 0) + 1
      counts.set(element, count)
      const room = fixtures.get(element) ?? rooms.find((built) => built.room.id === element)?.room.id
      return { key: `${whose} ${element} ${count}`, whose, element, room, point, limit }
    })
  }
  return [...named('public', publicEyes(assessment), thresholds.dignitySight), ...named('staff', staffEyes(assessment), thresholds.observationSight)]
}

/** Tenths of a degree between two looks, beside those past every corner. */
const STEP_TENTHS = 5
/** How far to either side of a corner it looks past it, as a share of the distance. */
const PAST_CORNER = 1e-4

/** What an eye sees of its storey, as rings, no further than its limit. Metres; along each ray exact, between rays straight. */
export function sightArea({ building }: Pick<Assessment, 'building'>, storey: number, { point, limit }: NamedEye): readonly (readonly Point[])[] {
  const built = building.storeys[storey]
  if (built === undefined) return []
  const view = eyeView(built, point)
  const corners = [...built.walls.flatMap(({ ring }) => ring), ...built.openings.flatMap(({ from, to }) => [from, to])]
  const aims = Array.from({ length: 3600 / STEP_TENTHS }, (_, index): Point => ({ x: cosine(index * STEP_TENTHS), y: sine(index * STEP_TENTHS) }))
  for (const corner of corners) {
    const [x, y] = [corner.x - point.x, corner.y - point.y]
    const away = Math.hypot(x, y)
    if (away === 0 || away > limit) continue
    for (const side of [-PAST_CORNER, PAST_CORNER]) aims.push({ x: (x - y * side) / away, y: (y + x * side) / away })
  }
  const ring = aims
    .sort((a, b) => roundTurn(a) - roundTurn(b))
    .map(({ x, y }) => {
      const [start, end = 0] = visibleStretches(view, [point.x, point.y, point.x + x * limit, point.y + y * limit], limit)
      const far = start === undefined || start > 1e-6 ? 0 : end
      return { x: point.x + x * far, y: point.y + y * far }
    })
  const { outline } = built.storey
  if (outline === undefined) return [ring]
  // What is seen outdoors, through outer windows, is nobody's floor.
  return intersection([ring.map(pointToMillimetres)], [outline.map(pointToMillimetres)]).map((piece) => piece.map(pointToMetres))
}

/** Grows with the angle of a unit vector, from 0 to 4. */
function roundTurn({ x, y }: Point): number {
  return y >= 0 ? 1 - x : 3 + x
}
