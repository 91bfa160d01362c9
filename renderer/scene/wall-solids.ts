import type { BuildingStorey, BuiltOpening, WallPiece } from '#shared/building/building'
import type { Point } from '#shared/geometry/point'
import { type Axis, alongAxis, clipRing } from './clip-ring'
import { type WallHeight, wallTop } from './heights'
import type { Palette } from './palette'
import { addFlat, addPrism, addSides, noTriangles, paint, strip, type Triangles } from './prism'

/** A wall drawn without thickness still has to be seen. Metres. */
export const THINNEST_M = 0.03
const SILL_M = 0.9
const COUNTER_M = 0.95
const HEAD_M = 2.1
const BOARD_M = 0.04
const PANE_M = 0.025
const FRAME_M = 0.05
const POSTS_M = 1.2
const PLINTH_M = 0.1
/** A jamb this near a wall's centre-line is in that wall. Metres. */
const IN_LINE_M = 0.02

/** What stands on a storey, opaque and painted, and what is glass. */
export type Solids = { readonly opaque: Triangles; readonly glass: Triangles }

/** The walls of a storey up to the height wanted, with windows and hatches cut into them. */
export function wallSolids(storey: BuildingStorey, height: WallHeight, palette: Palette): Solids {
  const solids = { opaque: noTriangles(), glass: noTriangles() }
  const holes = storey.openings.filter(({ opening }) => opening.opening === 'window' || opening.opening === 'passThrough')
  for (const wall of storey.walls) {
    const axis = axisOf(wall.from, wall.to)
    if (wall.edge === 'glazed') addGlazing(solids, wall, axis, wallTop(height), palette)
    else addWall(solids, wall, axis, holesIn(wall, axis, holes), wallTop(height), palette)
  }
  return solids
}

export function axisOf(from: Point, to: Point): Axis {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  return { at: from, along: { x: (to.x - from.x) / length, y: (to.y - from.y) / length } }
}

/** The ring that a wall covers; one without thickness gets some. */
export function solidRing(wall: WallPiece): readonly Point[] {
  return wall.ring.length > 2 ? wall.ring : strip(wall.from, wall.to, THINNEST_M)
}

type Hole = { readonly start: number; readonly end: number; readonly kind: 'window' | 'passThrough' }

/** Windows and hatches in a wall, by where they begin; of two that overlap the first is cut. */
function holesIn(wall: WallPiece, axis: Axis, openings: readonly BuiltOpening[]): readonly Hole[] {
  const long = alongAxis(axis, wall.to)
  const holes: Hole[] = []
  for (const { opening, from, to } of openings) {
    if (offAxis(axis, from) > IN_LINE_M || offAxis(axis, to) > IN_LINE_M) continue
    const [a, b] = [alongAxis(axis, from), alongAxis(axis, to)]
    const [start, end] = [Math.max(0, Math.min(a, b)), Math.min(long, Math.max(a, b))]
    if (end - start > FRAME_M) holes.push({ start, end, kind: opening.opening === 'window' ? 'window' : 'passThrough' })
  }
  holes.sort((a, b) => a.start - b.start)
  return holes.filter((hole, i) => i === 0 || hole.start >= (holes[i - 1] as Hole).end)
}

function offAxis({ at, along }: Axis, { x, y }: Point): number {
  return Math.abs((x - at.x) * along.y - (y - at.y) * along.x)
}

function pointOn({ at, along }: Axis, distance: number): Point {
  return { x: at.x + along.x * distance, y: at.y + along.y * distance }
}

function addWall({ opaque, glass }: Solids, wall: WallPiece, axis: Axis, holes: readonly Hole[], top: number, palette: Palette): void {
  const ring = solidRing(wall)
  const thickness = Math.max(wall.thickness, THINNEST_M)
  let reached = Number.NEGATIVE_INFINITY
  for (const { start, end, kind } of holes) {
    addBlock(opaque, holes.length === 0 ? ring : clipRing(ring, axis, reached, start), 0, top, palette)
    const middle = clipRing(ring, axis, start, end)
    const [a, b] = [pointOn(axis, start), pointOn(axis, end)]
    const low = kind === 'window' ? SILL_M : COUNTER_M
    const head = Math.min(top, HEAD_M)
    addSides(opaque, middle, 0, low - BOARD_M)
    paint(opaque, palette.wallSide)
    addPrism(opaque, strip(a, b, thickness + (kind === 'window' ? 0.06 : 0.24)), low - BOARD_M, low)
    paint(opaque, kind === 'window' ? palette.frame : palette.leaf)
    for (const [from, to] of [
      [start, start + FRAME_M],
      [end - FRAME_M, end],
    ] as const) {
      addPrism(opaque, strip(pointOn(axis, from), pointOn(axis, to), thickness + 0.02), low, head)
    }
    if (kind === 'window') addMullions(opaque, axis, start, end, low, head)
    paint(opaque, palette.frame)
    if (kind === 'window') addPrism(glass, strip(a, b, PANE_M), low, head)
    if (top > head) addBlock(opaque, middle, head, top, palette)
    reached = end
  }
  addBlock(opaque, holes.length === 0 ? ring : clipRing(ring, axis, reached, Number.POSITIVE_INFINITY), 0, top, palette)
}

/** A piece of solid wall, darker where it is cut. */
export function addBlock(target: Triangles, ring: readonly Point[], base: number, top: number, palette: Palette): void {
  if (ring.length < 3) return
  addSides(target, ring, base, top)
  paint(target, palette.wallSide)
  addFlat(target, ring, top)
  paint(target, palette.wallTop)
}

function addMullions(target: Triangles, axis: Axis, start: number, end: number, low: number, high: number): void {
  const count = Math.floor((end - start) / POSTS_M)
  for (let i = 1; i <= count; i++) {
    const at = start + ((end - start) * i) / (count + 1)
    addPrism(target, strip(pointOn(axis, at - FRAME_M / 2), pointOn(axis, at + FRAME_M / 2), 0.06), low, high)
  }
}

/** Glass from a plinth up, between posts, under a rail. */
function addGlazing({ opaque, glass }: Solids, wall: WallPiece, axis: Axis, top: number, palette: Palette): void {
  const long = alongAxis(axis, wall.to)
  const thickness = Math.min(Math.max(wall.thickness, THINNEST_M), 0.1)
  addPrism(opaque, strip(wall.from, wall.to, thickness), 0, PLINTH_M)
  addMullions(opaque, axis, 0, long, PLINTH_M, top)
  for (const [from, to] of [
    [0, Math.min(FRAME_M, long)],
    [Math.max(0, long - FRAME_M), long],
  ] as const) {
    addPrism(opaque, strip(pointOn(axis, from), pointOn(axis, to), thickness), PLINTH_M, top)
  }
  paint(opaque, palette.frame)
  addPrism(opaque, strip(wall.from, wall.to, 0.05), top - 0.03, top)
  paint(opaque, palette.wallTop)
  addPrism(glass, strip(wall.from, wall.to, PANE_M), PLINTH_M, top - 0.03)
}
