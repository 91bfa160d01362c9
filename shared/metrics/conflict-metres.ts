import type { Id } from '#shared/base/ids'
import type { Point } from '#shared/geometry/point'
import type { Measurement, Part } from './measurement'

/** A place where clean meets used: its runs and crossings, and its part of the shared metres of a clean trip. All places add up to that number. */
export type ConflictPlace = {
  readonly marks: Part['marks']
  /** Metres a clean trip; 0 for a place of crossings alone. */
  readonly metres: number
  /** Where to say so: the middle of its longest run, or its crossing. */
  readonly at: Point
}

/** The conflict places of a separation (`separation:clean-used`; none given: the first). */
export function conflictMetres(measurement: Pick<Measurement, 'parts'>, subject?: string): readonly ConflictPlace[] {
  const places = measurement.parts('conflictPlaces', subject)
  const placeOf = new Map<string, number>()
  places.forEach(({ marks }, place) => {
    for (const { points, storey } of marks) placeOf.set(spotOf(points, storey), place)
  })
  const metres = places.map(() => 0)
  for (const { amount, marks } of measurement.parts('sharedMetresPerTrip', subject)) {
    const runs = marks.filter(({ role }) => role === 'shared')
    const whole = runs.reduce((sum, { points }) => sum + lengthOf(points), 0)
    for (const { points, storey } of runs) {
      const place = placeOf.get(spotOf(points, storey))
      if (place !== undefined && whole > 0) metres[place] = metres[place]! + (amount * lengthOf(points)) / whole
    }
  }
  return places.map(({ marks }, place) => {
    const longest = [...marks].sort((a, b) => lengthOf(b.points) - lengthOf(a.points))[0]
    return { marks, metres: metres[place]!, at: middleOf(longest?.points ?? []) }
  })
}

/** Runs are told apart by where they begin and end: routes that share floor have the very same ones. */
function spotOf(points: readonly Point[], storey: Id | undefined): string {
  const ends = [points[0], points.at(-1)].map((point) => (point === undefined ? '' : `${point.x},${point.y}`))
  return [...ends, storey ?? ''].join(' ')
}

function lengthOf(points: readonly Point[]): number {
  return points.slice(1).reduce((sum, { x, y }, index) => sum + Math.hypot(x - points[index]!.x, y - points[index]!.y), 0)
}

function middleOf(points: readonly Point[]): Point {
  let left = lengthOf(points) / 2
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b] = [points[i]!, points[i + 1]!]
    const length = Math.hypot(b.x - a.x, b.y - a.y)
    if (left <= length && length > 0) return { x: a.x + ((b.x - a.x) * left) / length, y: a.y + ((b.y - a.y) * left) / length }
    left -= length
  }
  return points[0] ?? { x: 0, y: 0 }
}
