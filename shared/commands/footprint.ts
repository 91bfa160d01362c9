import { fixtureToPlan } from '#shared/building/fixtures'
import type { DesignElement } from '#shared/document/record'
import type { Point } from '#shared/geometry/point'

/** The corners of what an element takes up on the plan, in metres; none for an opening, which lies in its wall. */
export function footprintOf(element: DesignElement): readonly Point[] {
  switch (element.kind) {
    case 'room':
      return element.corners
    case 'wall':
      return [element.from, element.to]
    case 'fixture':
      return element.footprint.map(fixtureToPlan(element))
    case 'opening':
      return []
  }
}
