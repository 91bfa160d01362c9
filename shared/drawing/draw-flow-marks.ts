import { cosine, sine } from '#shared/base/angle'
import { type Message, message } from '#shared/base/message'
import type { BuildingStorey } from '#shared/building/building'
import type { Flow } from '#shared/document/vocabulary'
import type { Point } from '#shared/geometry/point'
import type { ConflictPlace } from '#shared/metrics/conflict-metres'
import type { LandingPassing } from '#shared/metrics/landing-passings'
import type { DoorPassing } from '#shared/metrics/passings'
import type { NamedEye } from '#shared/metrics/sight-area'
import { drawMarks } from './draw-marks'
import { midpointOf } from './plane'
import type { Shape } from './shape'

type Told = {
  /** Metres of a pixel. */
  readonly unit: number
  readonly say: (message: Message) => string
}

/** Pixels. */
/** Fewer shared metres than this are not worth a badge. */
const LEAST_SAID_M = 0.05
const BADGE_TEXT = 14
const CONFLICT_TEXT = 17
const RING_RADIUS = 15
const RING_WIDTH = 6
const LANDING_RADIUS = 24
const EYE_RADIUS = 7
/** A turn in tenths of a degree, and the most that one straight piece of a ring spans. */
const TURN = 3600
const PIECE = 200

/** Where clean meets used: bands and crossings under the routes. */
export function drawConflicts(places: readonly ConflictPlace[], storey: BuildingStorey): readonly Shape[] {
  return drawMarks(
    places.map(({ marks }) => ({ marks, trip: undefined })),
    storey,
  )
}

/** How many metres clean and used share at each place, over the routes. */
export function drawConflictMetres(places: readonly ConflictPlace[], { unit, say }: Told): readonly Shape[] {
  return places
    .filter(({ metres }) => metres >= LEAST_SAID_M)
    .map(({ metres, at }): Shape => {
      const text = say(message('drawing.conflict', { metres }))
      return {
        role: 'conflictMetres',
        element: undefined,
        form: { type: 'text', at, text, size: CONFLICT_TEXT * unit, fits: Number.POSITIVE_INFINITY },
      }
    })
}

/** A ring about the middle of each door, shared out by who passes, with the trips a day inside; red where clean and used share it. */
export function drawDoorPassings(
  doors: readonly DoorPassing[],
  storey: BuildingStorey,
  flows: readonly Flow[],
  { unit, say }: Told,
): readonly Shape[] {
  const built = new Map(storey.openings.map((opening) => [opening.opening.id, opening]))
  return doors.flatMap(({ opening, flows: all, isShared }): readonly Shape[] => {
    const door = built.get(opening)
    const shown = flows.length === 0 ? all : all.filter(({ flow }) => flows.includes(flow))
    const total = shown.reduce((sum, { perDay }) => sum + perDay, 0)
    if (door === undefined || total === 0) return []
    const centre = midpointOf(door.from, door.to)
    const radius = RING_RADIUS * unit
    const shapes: Shape[] = [{ role: 'doorCount', element: opening, form: { type: 'circle', centre, radius } }]
    let from = TURN / 4
    for (const { flow, perDay } of shown) {
      const to = from - (TURN * perDay) / total
      shapes.push({
        role: 'doorShare',
        element: opening,
        flow,
        form: { type: 'polyline', points: arc(centre, radius, from, to), width: RING_WIDTH * unit },
      })
      from = to
    }
    if (isShared) shapes.push({ role: 'sharedDoor', element: opening, form: { type: 'circle', centre, radius: radius + (RING_WIDTH + 1) * unit } })
    const text = say(message('drawing.a-day', { count: Math.round(total) }))
    shapes.push({ role: 'doorCount', element: undefined, form: { type: 'text', at: centre, text, size: BADGE_TEXT * unit, fits: 2 * radius } })
    return shapes
  })
}

/** Where trips leave a storey by a lift or stairs: an arrow up or down, and how many a day; up above down where both do. */
export function drawLandings(
  landings: readonly LandingPassing[],
  isShown: (trip: LandingPassing['trips'][number]) => boolean,
  { unit, say }: Told,
): readonly Shape[] {
  const signs = new Map<string, { readonly landing: LandingPassing; count: number }>()
  for (const landing of landings) {
    const count = landing.trips.filter(isShown).reduce((sum, { perDay }) => sum + perDay, 0)
    if (count === 0) continue
    const key = `${landing.connector} ${landing.isUp}`
    const sign = signs.get(key)
    if (sign === undefined) signs.set(key, { landing, count })
    else sign.count += count
  }
  return [...signs.values()].flatMap(({ landing: { connector, element, at, isUp }, count }): readonly Shape[] => {
    const isBoth = signs.has(`${connector} ${!isUp}`)
    const centre = { x: at.x, y: at.y + (isBoth ? (isUp ? 1 : -1) * LANDING_RADIUS * unit : 0) }
    const text = say(message(isUp ? 'drawing.landing-up' : 'drawing.landing-down', { count: Math.round(count) }))
    return [
      { role: 'landing', element, form: { type: 'circle', centre, radius: LANDING_RADIUS * unit } },
      { role: 'landingSign', element: undefined, form: { type: 'text', at: centre, text, size: BADGE_TEXT * unit, fits: 2 * LANDING_RADIUS * unit } },
    ]
  })
}

/** What an eye sees, and the eye. */
export function drawSight(rings: readonly (readonly Point[])[], { point }: Pick<NamedEye, 'point'>, { unit }: Pick<Told, 'unit'>): readonly Shape[] {
  return [
    { role: 'sight', element: undefined, form: { type: 'polygon', rings } },
    { role: 'eye', element: undefined, form: { type: 'circle', centre: point, radius: EYE_RADIUS * unit } },
  ]
}

function arc({ x, y }: Point, radius: number, from: number, to: number): readonly Point[] {
  const pieces = Math.max(1, Math.ceil(Math.abs(to - from) / PIECE))
  return Array.from({ length: pieces + 1 }, (_, index) => {
    const angle = from + ((to - from) * index) / pieces
    return { x: x + radius * cosine(angle), y: y + radius * sine(angle) }
  })
}
