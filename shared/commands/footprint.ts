import { cosDegrees, sinDegrees } from '#shared/base/angle'
import type { DesignElement } from '#shared/document/record'
import type { Point } from '#shared/geometry/point'

/** The corners of what an element takes up on the plan, in metres; none for an opening, which lies in its wall. */
export function footprintOf(element: DesignElement): readonly Point[] {
  switch (element.kind) {
    case 'room':
      return element.corners
    case 'wall':
      return [element.from, element.to]
    case 'fixture': {
      const [cos, sin] = [cosDegrees(element.rotation), sinDegrees(element.rotation)]
      return element.footprint.map(({ x, y }) => ({ x: element.x + x * cos - y * sin, y: element.y + x * sin + y * cos }))
    }
    case 'opening':
      return []
  }
}
