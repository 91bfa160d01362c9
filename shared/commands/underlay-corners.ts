import { cosDegrees, sinDegrees } from '#shared/base/angle'
import type { Underlay } from '#shared/document/elements/underlay'
import type { Point } from '#shared/geometry/point'

/** How deep an underlay lies on the plan, in metres. */
export function underlayDepth({ width, pixels }: Pick<Underlay, 'width' | 'pixels'>): number {
  return (width * pixels.height) / pixels.width
}

/** The corners of an underlay on the plan, from its lower left one, counter-clockwise. Metres. */
export function underlayCorners(underlay: Underlay): readonly Point[] {
  const { x, y, width, rotation } = underlay
  const [w, d] = [width / 2, underlayDepth(underlay) / 2]
  const [cos, sin] = [cosDegrees(rotation), sinDegrees(rotation)]
  return [
    { x: -w, y: -d },
    { x: w, y: -d },
    { x: w, y: d },
    { x: -w, y: d },
  ].map((corner) => ({ x: x + corner.x * cos - corner.y * sin, y: y + corner.x * sin + corner.y * cos }))
}
