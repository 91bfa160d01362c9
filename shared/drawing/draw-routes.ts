import type { Flow } from '#shared/document/vocabulary'
import type { Point } from '#shared/geometry/point'
import type { DrawnRoute, DrawnWay } from './options'
import { ahead, directionOf, distanceOf, leftOf } from './plane'
import type { Shape } from './shape'

/** Thickness of the rarest and of the busiest stretch, and from one lane to the next, in line units. */
const THINNEST = 2
const THICKEST = 8
const LANE = 5
/** So many stretches are a crowd: lines get thinner from there on, down to this share, and rare walks lose their direction marks. */
const CROWD = 16
const THINNEST_IN_A_CROWD = 0.3
const MARKED_IN_A_CROWD = 0.3
/** Of another way round, however many walk its route. */
const OTHER_WAY = 2.5
/** Lanes to the right of its own line: just clear of the busiest patients' route. */
const OTHER_LANE = 0.75
/** Lanes never spread further than a door allows, in metres. */
const WIDEST_LANE_M = 0.16
/** What a line unit is on paper, in metres; a screen hands in the metres of its pixel. */
const PAPER_UNIT_M = 0.035
/** A direction mark every so many line units, and none on shorter stretches. */
const MARK_EVERY = 110
const SHORTEST_MARKED = 28
/** A mitre may run at most so many lane widths past its corner. */
const LONGEST_MITRE = 2.5

/** Which lane to the left of its own line a flow keeps: out and back run side by side, and so do two flows. */
const LANE_OF: Readonly<Record<Flow, number>> = {
  patient: 0.5,
  clean: 1.5,
  used: 2.5,
  staff: 1,
  medication: 2,
  family: 1.25,
  waste: 3,
  equipment: 2.25,
  information: 1.75,
}

/**
 * Routes as lines in lanes. Stretches between bends that trips of one flow share are drawn once, as
 * thick as all their trips together; the busiest flow lies lowest, so that thin lines stay on top. `unit`
 * is the metres of one unit of line thickness.
 */
export function drawRoutes(routes: readonly DrawnRoute[], unit = PAPER_UNIT_M): Shape[] {
  const stretches = new Map<string, { flow: Flow; perDay: number; key: string; raw: string; points: [Point, Point] }>()
  const perDayOf = new Map<string, number>()
  for (const { key, flow, points, perDay } of routes) {
    const bends = withoutRepeats(points)
    const lane = inLane(bends, LANE_OF[flow] * Math.min(LANE * unit, WIDEST_LANE_M))
    for (let i = 0; i + 1 < bends.length; i++) {
      const raw = `${flow} ${spot(bends[i]!)} ${spot(bends[i + 1]!)}`
      perDayOf.set(raw, (perDayOf.get(raw) ?? 0) + perDay)
      const drawn = `${raw} ${spot(lane[i]!)} ${spot(lane[i + 1]!)}`
      if (!stretches.has(drawn)) stretches.set(drawn, { flow, perDay, key, raw, points: [lane[i]!, lane[i + 1]!] })
    }
  }
  const busiest = Math.max(0, ...perDayOf.values())
  const thinning = thinningOf(stretches.size)
  const drawn = [...stretches.values()].map((stretch) => ({ ...stretch, perDay: perDayOf.get(stretch.raw)! }))
  drawn.sort((a, b) => b.perDay - a.perDay)
  const lines: Shape[] = []
  const marks: Shape[] = []
  for (const { flow, key, perDay, points } of drawn) {
    const width = thicknessOf(perDay, busiest) * thinning * unit
    lines.push({ role: 'route', element: undefined, part: key, flow, form: { type: 'polyline', points, width } })
    if (thinning < 1 && perDay < busiest * MARKED_IN_A_CROWD) continue
    for (const chevron of chevrons(points[0], points[1], width, unit)) {
      marks.push({
        role: 'routeDirection',
        element: undefined,
        part: key,
        flow,
        form: { type: 'polyline', points: chevron, width: Math.max(1.5 * unit, width * 0.45) },
      })
    }
  }
  return [...lines, ...marks]
}

/** Other ways round as thin broken lines, on the other side of their own line than routes: where both run together they lie side by side. */
export function drawOtherWays(ways: readonly DrawnWay[], unit = PAPER_UNIT_M): Shape[] {
  return ways.map(({ key, flow, points }) => ({
    role: 'otherWay',
    element: undefined,
    part: key,
    flow,
    form: { type: 'polyline', points: inLane(withoutRepeats(points), -OTHER_LANE * Math.min(LANE * unit, WIDEST_LANE_M)), width: OTHER_WAY * unit },
  }))
}

/** Many lines are drawn thinner, so that a hundred walks read as a string map and not as a blot. */
function thinningOf(stretches: number): number {
  return Math.max(THINNEST_IN_A_CROWD, Math.min(1, Math.sqrt(CROWD / Math.max(stretches, 1))))
}

/** Line units; by the root of the volume, so that a tenfold flow looks about three times as thick. */
export function thicknessOf(perDay: number, busiest: number): number {
  return busiest <= 0 ? THINNEST : THINNEST + (THICKEST - THINNEST) * Math.sqrt(Math.min(1, perDay / busiest))
}

function spot({ x, y }: Point): string {
  return `${Math.round(x * 1000)},${Math.round(y * 1000)}`
}

function withoutRepeats(points: readonly Point[]): Point[] {
  return points.filter((point, i) => i === 0 || distanceOf(point, points[i - 1]!) > 1e-6)
}

/** The line moved `offset` metres to its left, or to its right where that is below 0, corners mitred; its ends stay where the trip starts and ends. */
function inLane(points: readonly Point[], offset: number): Point[] {
  return points.map((point, i) => {
    const before = points[i - 1]
    const after = points[i + 1]
    if (before === undefined || after === undefined) return point
    const [a, b] = [directionOf(before, point), directionOf(point, after)]
    const [nx, ny] = [-a.y - b.y, a.x + b.x]
    const turn = 1 + a.x * b.x + a.y * b.y
    // Straight on: 2. Straight back: 0, and the mitre would run away.
    const reach = offset * Math.min(1 / Math.max(turn, 1e-9), LONGEST_MITRE)
    return { x: point.x + nx * reach, y: point.y + ny * reach }
  })
}

function chevrons(from: Point, to: Point, width: number, unit: number): Point[][] {
  const length = distanceOf(from, to)
  if (length < SHORTEST_MARKED * unit) return []
  const count = Math.max(1, Math.round(length / (MARK_EVERY * unit)))
  const along = directionOf(from, to)
  const size = 3 * unit + width * 0.75
  return Array.from({ length: count }, (_, i) => {
    const tip = ahead(from, along, (length * (i + 0.5)) / count + size / 2)
    const back = ahead(tip, along, -size)
    return [leftOf(back, along, size), tip, leftOf(back, along, -size)]
  })
}
