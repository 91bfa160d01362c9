import { ShapeUtils, Vector2 } from 'three'
import type { Point } from '#shared/geometry/point'
import { centroid, sideOfRing, signedArea } from '#shared/geometry/polygon'

/** A label as it would lie on the screen, in pixels; `weight` decides who stays when two overlap. */
export type PlacedLabel = {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly weight: number
}

/** Keys of the labels that can be shown without touching one another, the heaviest first. */
export function labelsThatFit(labels: readonly PlacedLabel[]): ReadonlySet<string> {
  const shown: PlacedLabel[] = []
  const byWeight = [...labels].sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
  for (const label of byWeight) {
    const isClear = shown.every(
      (other) => Math.abs(other.x - label.x) >= (other.width + label.width) / 2 || Math.abs(other.y - label.y) >= (other.height + label.height) / 2,
    )
    if (isClear) shown.push(label)
  }
  return new Set(shown.map(({ key }) => key))
}

/** Where the name of a room stands: its centroid, or for a room bent round it the middle of its largest triangle. Metres. */
export function labelAnchor(ring: readonly Point[]): Point {
  const middle = centroid([ring])
  if (middle !== undefined && sideOfRing(ring, middle.x, middle.y) > 0) return middle
  const triangles = ShapeUtils.triangulateShape(
    ring.map(({ x, y }) => new Vector2(x, y)),
    [],
  ).map((corners) => corners.map((corner) => ring[corner] as Point))
  const size = (triangle: readonly Point[]) => Math.abs(signedArea(triangle))
  const largest = triangles.reduce<readonly Point[]>((best, triangle) => (size(triangle) > size(best) ? triangle : best), [])
  return centroid([largest]) ?? (ring[0] as Point)
}
