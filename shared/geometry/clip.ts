import { Clipper, EndType, FillRule, JoinType, type Paths64 } from 'clipper2-ts'
import type { Point } from './point'

/** Rings in whole millimetres: outer ones counter-clockwise, holes clockwise. */
export type Rings = readonly (readonly Point[])[]

/** Everything that any of the rings covers; each ring is taken counter-clockwise. */
export function union(rings: Rings): Rings {
  return rings.length === 0 ? [] : Clipper.union(paths(rings), FillRule.NonZero)
}

/** What `from` covers (by the non-zero rule) and none of `cut` does. */
export function difference(from: Rings, cut: Rings): Rings {
  return cut.length === 0 ? Clipper.union(paths(from), FillRule.NonZero) : Clipper.difference(paths(from), paths(cut), FillRule.NonZero)
}

/** What both cover, by the non-zero rule. */
export function intersection(a: Rings, b: Rings): Rings {
  return a.length === 0 || b.length === 0 ? [] : Clipper.intersect(paths(a), paths(b), FillRule.NonZero)
}

/** What is left of rings when every edge moves inwards by `distance` millimetres: nothing where they are no wider than twice that. */
export function shrunk(rings: Rings, distance: number): Rings {
  return Clipper.inflatePaths(paths(rings), -distance, JoinType.Miter, EndType.Polygon)
}

/** Rings with every edge moved outwards by `distance` millimetres, corners kept. */
export function grown(rings: Rings, distance: number): Rings {
  return Clipper.inflatePaths(paths(rings), distance, JoinType.Miter, EndType.Polygon)
}

/** Area inside rings as this module returns them, in square millimetres. */
export function areaOf(rings: Rings): number {
  return Clipper.areaPaths(paths(rings))
}

function paths(rings: Rings): Paths64 {
  return rings.map((ring) => ring.map(({ x, y }) => ({ x, y })))
}
