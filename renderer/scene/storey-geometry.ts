import type { BufferGeometry } from 'three'
import type { BuildingStorey, BuiltOpening, WallPiece } from '#shared/building/building'
import type { HygieneZone } from '#shared/document/vocabulary'
import type { Point } from '#shared/geometry/point'
import { addFlat, addSides, geometryOf, noTriangles, strip, type Triangles } from './prism'

/** Walls are cut here, so that one looks into the rooms. Metres. */
export const CUT_HEIGHT_M = 1.2
/** A wall drawn without thickness still has to be seen. Metres. */
const THINNEST_M = 0.03
const SILL_M = 0.8
const LEAF_THICKNESS_M = 0.045
/** How far a leaf stands open: far enough to see the way through, clear of the wall beside it. */
const OPEN_LEAF = { along: Math.SQRT1_2, across: Math.SQRT1_2 }
/** Glass stands proud of the wall it is set in, so that both faces show. Metres. */
const PROUD_M = 0.01
const FLOOR_M = 0
const SLAB_M = -0.02

/** What a floor's zone is when its room type is unknown, or no room covers it. */
export type FloorZone = HygieneZone | 'unknown'

/** The static geometry of a storey, one draw call a field or zone. */
export type StoreyGeometry = {
  readonly floors: ReadonlyMap<FloorZone, BufferGeometry>
  readonly slab: BufferGeometry | undefined
  readonly wallSides: BufferGeometry | undefined
  readonly wallTops: BufferGeometry | undefined
  readonly glass: BufferGeometry | undefined
  readonly leaves: BufferGeometry | undefined
}

/** Geometry of the rooms, walls and doors of a storey, in the world frame, metres. */
export function storeyGeometry(storey: BuildingStorey): StoreyGeometry {
  const zones = new Map<FloorZone, Triangles>()
  for (const { polygon, type } of storey.rooms) {
    const zone = type?.zone ?? 'unknown'
    const floor = zones.get(zone) ?? noTriangles()
    zones.set(zone, floor)
    addFlat(floor, polygon, FLOOR_M)
  }
  const floors = new Map<FloorZone, BufferGeometry>()
  for (const [zone, triangles] of zones) {
    const geometry = geometryOf(triangles)
    if (geometry !== undefined) floors.set(zone, geometry)
  }

  const slab = noTriangles()
  if (storey.storey.outline !== undefined) addFlat(slab, storey.storey.outline, SLAB_M)

  const wallSides = noTriangles()
  const wallTops = noTriangles()
  const glass = noTriangles()
  const leaves = noTriangles()
  for (const wall of storey.walls) {
    const ring = solidRing(wall)
    const isGlass = wall.edge === 'glazed'
    addSides(isGlass ? glass : wallSides, ring, FLOOR_M, CUT_HEIGHT_M)
    addFlat(isGlass ? glass : wallTops, ring, CUT_HEIGHT_M)
  }
  for (const opening of storey.openings) {
    if (opening.opening.opening === 'door') addLeaves(leaves, opening)
    else if (opening.opening.opening !== 'archway') addPane(glass, opening)
  }
  return {
    floors,
    slab: geometryOf(slab),
    wallSides: geometryOf(wallSides),
    wallTops: geometryOf(wallTops),
    glass: geometryOf(glass),
    leaves: geometryOf(leaves),
  }
}

function solidRing(wall: WallPiece): readonly Point[] {
  return wall.ring.length > 2 ? wall.ring : strip(wall.from, wall.to, THINNEST_M)
}

/** A window or a hatch: a pane set into the solid wall from the sill to the cut. */
function addPane(target: Triangles, { from, to, thickness }: BuiltOpening): void {
  const ring = strip(from, to, Math.max(thickness, THINNEST_M) + 2 * PROUD_M)
  addSides(target, ring, SILL_M, CUT_HEIGHT_M + PROUD_M)
  addFlat(target, ring, CUT_HEIGHT_M + PROUD_M)
}

function addLeaves(target: Triangles, { opening, from, to }: BuiltOpening): void {
  const width = Math.hypot(to.x - from.x, to.y - from.y)
  if (width === 0) return
  const along = { x: (to.x - from.x) / width, y: (to.y - from.y) / width }
  // A room lies on the left of its own edges, so "in" turns the leaf to the left.
  const inward = opening.swing === 'in' ? 1 : -1
  const across = { x: -along.y * inward, y: along.x * inward }
  const leaf = (hinge: Point, towards: 1 | -1, length: number) => {
    const tip = {
      x: hinge.x + length * (along.x * towards * OPEN_LEAF.along + across.x * OPEN_LEAF.across),
      y: hinge.y + length * (along.y * towards * OPEN_LEAF.along + across.y * OPEN_LEAF.across),
    }
    addSlab(target, hinge, tip)
  }
  switch (opening.hinge) {
    case 'start':
      leaf(from, 1, width)
      break
    case 'end':
      leaf(to, -1, width)
      break
    case 'both':
      leaf(from, 1, width / 2)
      leaf(to, -1, width / 2)
      break
    case 'sliding': {
      // Drawn pushed half aside, along the face of the wall.
      const shift = { x: (along.x * width) / 2 + across.x * 0.08, y: (along.y * width) / 2 + across.y * 0.08 }
      addSlab(target, { x: from.x + shift.x, y: from.y + shift.y }, { x: to.x + shift.x, y: to.y + shift.y })
    }
  }
}

function addSlab(target: Triangles, from: Point, to: Point): void {
  const ring = strip(from, to, LEAF_THICKNESS_M)
  addSides(target, ring, FLOOR_M + 0.01, CUT_HEIGHT_M)
  addFlat(target, ring, CUT_HEIGHT_M)
}
