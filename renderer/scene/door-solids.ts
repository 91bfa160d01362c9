import type { BuiltOpening } from '#shared/building/building'
import type { Point } from '#shared/geometry/point'
import { type WallHeight, wallTop } from './heights'
import type { Palette } from './palette'
import { addPrism, addSides, paint, strip, type Triangles } from './prism'
import { addBlock, axisOf, THINNEST_M } from './wall-solids'

const LEAF_M = 0.045
const JAMB_M = 0.05
/** Frames stand proud of the wall, so that a door is seen from along the corridor. Metres. */
const PROUD_M = 0.03
const LEAF_TOP_M = 2.05
const HEAD_M = 2.1
const HANDLE_M = 1.02
/** A leaf stands a third open: one sees that it is a door, which way it turns, and that the way is free. Degrees. */
const OPEN_DEGREES = 35
/** A sliding leaf runs along the face of the wall, half pushed aside. Metres. */
const SLIDE_M = 0.03

/** A door or archway: its frame, its leaves, and above head height the wall that goes on over it. */
export function addDoor(target: Triangles, { opening, from, to, thickness }: BuiltOpening, height: WallHeight, palette: Palette): void {
  const width = Math.hypot(to.x - from.x, to.y - from.y)
  if (width < 2 * JAMB_M) return
  const { along } = axisOf(from, to)
  const deep = Math.max(thickness, THINNEST_M)
  const top = wallTop(height)
  const beside = (at: Point, distance: number): Point => ({ x: at.x + along.x * distance, y: at.y + along.y * distance })
  for (const [a, b] of [
    [from, beside(from, JAMB_M)],
    [beside(to, -JAMB_M), to],
  ] as const) {
    addPrism(target, strip(a, b, deep + PROUD_M), 0, Math.min(top, HEAD_M))
  }
  paint(target, palette.frame)
  if (top > HEAD_M) addBlock(target, strip(from, to, deep), HEAD_M, top, palette)
  if (opening.opening !== 'door') return

  // A room lies on the left of its own edges, so "in" turns the leaf to the left.
  const inward = opening.swing === 'in' ? 1 : -1
  const across = { x: -along.y * inward, y: along.x * inward }
  const leafTop = Math.min(top - 0.01, LEAF_TOP_M)
  const leaf = (hinge: Point, towards: 1 | -1, length: number) => {
    const [cos, sin] = [Math.cos((OPEN_DEGREES / 180) * Math.PI), Math.sin((OPEN_DEGREES / 180) * Math.PI)]
    const far = (share: number): Point => ({
      x: hinge.x + share * length * (along.x * towards * cos + across.x * sin),
      y: hinge.y + share * length * (along.y * towards * cos + across.y * sin),
    })
    addLeaf(target, far(0), far(1), leafTop, palette)
    addPrism(target, strip(far(0.84), far(0.94), LEAF_M + 0.09), HANDLE_M, HANDLE_M + 0.03)
    paint(target, palette.wallTop)
  }
  const [near, end] = [beside(from, JAMB_M), beside(to, -JAMB_M)]
  const clear = width - 2 * JAMB_M
  switch (opening.hinge) {
    case 'start':
      leaf(near, 1, clear)
      break
    case 'end':
      leaf(end, -1, clear)
      break
    case 'both':
      leaf(near, 1, clear / 2)
      leaf(end, -1, clear / 2)
      break
    case 'sliding': {
      const out = deep / 2 + PROUD_M + SLIDE_M
      const shifted = (at: Point): Point => ({ x: at.x + (along.x * width) / 2 + across.x * out, y: at.y + (along.y * width) / 2 + across.y * out })
      addLeaf(target, shifted(from), shifted(to), leafTop, palette)
    }
  }
}

function addLeaf(target: Triangles, from: Point, to: Point, top: number, palette: Palette): void {
  const ring = strip(from, to, LEAF_M)
  addSides(target, ring, 0.01, top)
  paint(target, palette.leaf)
  addPrism(target, ring, top - 0.001, top)
  paint(target, palette.leafEdge)
}
