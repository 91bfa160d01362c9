import { cosDegrees, sinDegrees } from '#shared/base/angle'
import { filled } from '#shared/base/filled'
import type { Settings } from '#shared/document/workshop'
import type { Segment } from './route-facts'

/** When two pieces run in one line: at most `distance` metres apart, within an angle. */
export type LineRule = {
  readonly distance: number
  readonly cosineSquared: number
  readonly cosine: number
  /** Radians. */
  readonly angle: number
}

const rules = new WeakMap<Settings, LineRule>()

/** The same object for the same settings, so that what was worked out by it is good again. */
export function lineRule(settings: Settings): LineRule {
  return filled(rules, settings, () => {
    const { sharedDistance, sharedAngle } = settings.thresholds
    const cosine = cosDegrees(sharedAngle)
    return { distance: sharedDistance, cosineSquared: cosine ** 2, cosine, angle: Math.atan2(sinDegrees(sharedAngle), cosine) }
  })
}

/** Do two pieces run within the angle all along, nowhere, or on parts of them: an arc turns while it is walked. */
export type Bearing = 'line' | 'across' | 'parts'

/** Slack of a cosine: pieces at the very angle are in line. */
const SLACK = 1e-12

/** How two pieces run to each other, either way. */
export function bearingOf(a: Segment, b: Segment, { cosine, cosineSquared }: LineRule): Bearing {
  const ux = a.bx - a.ax
  const uy = a.by - a.ay
  const vx = b.bx - b.ax
  const vy = b.by - b.ay
  const dot = ux * vx + uy * vy
  const longA = a.length
  const longB = b.length
  const radiusA = a.circle.radius
  const radiusB = b.circle.radius
  if (radiusA === 0 && radiusB === 0) return dot * dot >= (cosineSquared - SLACK) * (longA * longA * longB * longB) ? 'line' : 'across'
  // Tangents turn from a half of the arc's angle on one side of its chord to a half on the other: sines of halves, then of both halves together.
  const cos = Math.abs(dot) / (longA * longB)
  const sin = Math.abs(ux * vy - uy * vx) / (longA * longB)
  const sinA = radiusA === 0 ? 0 : Math.min(1, longA / (2 * Math.abs(radiusA)))
  const sinB = radiusB === 0 ? 0 : Math.min(1, longB / (2 * Math.abs(radiusB)))
  const cosA = Math.sqrt(1 - sinA * sinA)
  const cosB = Math.sqrt(1 - sinB * sinB)
  const cosBoth = cosA * cosB - sinA * sinB
  const sinBoth = sinA * cosB + cosA * sinB
  if (cos * cosBoth - sin * sinBoth >= cosine - SLACK) return 'line'
  return sin * cosBoth > cos * sinBoth && cos * cosBoth + sin * sinBoth < cosine - SLACK ? 'across' : 'parts'
}

/** Do two pieces run against each other, by their chords? */
export function isOpposing(a: Segment, b: Segment): boolean {
  return (a.bx - a.ax) * (b.bx - b.ax) + (a.by - a.ay) * (b.by - b.ay) < 0
}
