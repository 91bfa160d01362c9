import { areaOf, difference, grown, type Rings, shrunk } from './clip'
import type { Point } from './point'
import { boxesMeet, boxOf, centroid, distanceToSegment, sideOfRing } from './polygon'

/** A narrow part of a floor that somebody has to go through. Millimetres. */
export type Pinch = { readonly ring: readonly Point[]; readonly middle: Point }

/** Slivers thinner than this are recesses of doors and rounding, not ways. Millimetres. */
const SLIVER_MM = 400
/** Parts this near to one another touch. Millimetres. */
const TOUCH_MM = 20
const LEAST_AREA_MM2 = 1e4
/** What is missing of a width without anybody minding. Millimetres. */
const SLACK_MM = 5

type Part = { readonly ring: readonly Point[]; readonly isNarrow: boolean }

/**
 * Where the ways between exits of a floor are narrower than `width`: what is left of the floor when
 * everything that wide is taken off it, as far as it lies between exits. A narrow bit before an exit
 * that is shorter than the width is a doorway, not a way. Clear width is measured square to the walls:
 * both the floor and its wide part keep their corners.
 */
export function pinches(floor: Rings, exits: readonly Point[], width: number): readonly Pinch[] {
  if (exits.length < 2) return []
  const half = (width - SLACK_MM) / 2
  const wide = grown(shrunk(floor, half), half)
  const rest = difference(floor, wide)
  const narrow = grown(shrunk(rest, SLIVER_MM / 2), SLIVER_MM / 2)
  if (narrow.length === 0) return []
  const parts = [...partsOf(wide, false), ...partsOf(narrow, true)]
  const neighbours = parts.map((part, i) => parts.flatMap((other, j) => (i !== j && doTouch(part.ring, other.ring) ? [j] : [])))
  const atExit = new Set(exits.map((exit) => partAt(parts, exit, width)))
  const left = withoutDeadEnds(neighbours, atExit)
  return parts.flatMap(({ ring, isNarrow }, i) => (isNarrow && left.has(i) ? [{ ring, middle: middleOf(ring) }] : []))
}

/** Outer rings; a hole in the floor only makes its neighbours seem to touch it. */
function partsOf(rings: Rings, isNarrow: boolean): readonly Part[] {
  return rings.filter((ring) => areaOf([ring]) > LEAST_AREA_MM2).map((ring) => ({ ring, isNarrow }))
}

/** The centre of a ring; of one that is bent round its centre, the middle of the floor beside it. */
function middleOf(ring: readonly Point[]): Point {
  const centre = centroid([ring]) ?? ring[0]!
  if (sideOfRing(ring, centre.x, centre.y) === 1) return centre
  const x = middleAcross(
    ring.map((p) => ({ x: p.y, y: p.x })),
    centre.x,
    centre.y,
  )
  if (x !== undefined) return { x: centre.x, y: x }
  return { x: middleAcross(ring, centre.y, centre.x) ?? centre.x, y: centre.y }
}

/** Along the level line at `y`: the middle of the nearest stretch inside. */
function middleAcross(ring: readonly Point[], y: number, near: number): number | undefined {
  const crossings = ring
    .flatMap((a, i) => {
      const b = ring[i + 1 === ring.length ? 0 : i + 1]!
      return a.y > y === b.y > y ? [] : [a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y)]
    })
    .sort((p, q) => p - q)
  const middles = crossings.flatMap((x, i) => (i % 2 === 0 && i + 1 < crossings.length ? [(x + crossings[i + 1]!) / 2] : []))
  return middles.sort((p, q) => Math.abs(p - near) - Math.abs(q - near))[0]
}

/** The wide part that an exit opens into or lies within a width of, else the nearest narrow one. */
function partAt(parts: readonly Part[], exit: Point, width: number): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  parts.forEach(({ ring, isNarrow }, i) => {
    const distance = distanceFrom(ring, exit) + (isNarrow ? width : 0)
    if (distance < least) {
      least = distance
      best = i
    }
  })
  return best
}

function withoutDeadEnds(neighbours: readonly (readonly number[])[], atExit: ReadonlySet<number>): ReadonlySet<number> {
  const left = new Set(neighbours.keys())
  for (let isDone = false; !isDone; ) {
    isDone = true
    for (const i of left) {
      if (atExit.has(i) || neighbours[i]!.filter((j) => left.has(j)).length > 1) continue
      left.delete(i)
      isDone = false
    }
  }
  // Alone, or with no exit but one, there is nobody to pass.
  return left
}

function doTouch(a: readonly Point[], b: readonly Point[]): boolean {
  if (!boxesMeet(boxOf(a), boxOf(b), TOUCH_MM)) return false
  return a.some((p) => distanceFrom(b, p) <= TOUCH_MM) || b.some((p) => distanceFrom(a, p) <= TOUCH_MM)
}

/** 0 inside. */
export function distanceFrom(ring: readonly Point[], { x, y }: Point): number {
  if (sideOfRing(ring, x, y) >= 0) return 0
  let least = Number.POSITIVE_INFINITY
  ring.forEach((a, i) => {
    least = Math.min(least, distanceToSegment(x, y, a, ring[i + 1 === ring.length ? 0 : i + 1]!))
  })
  return least
}
