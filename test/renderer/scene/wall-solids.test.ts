import { fc, test } from '@fast-check/vitest'
import { Color } from 'three'
import { describe, expect, it } from 'vitest'
import { buildBuilding } from '#shared/building/build-building'
import { Design } from '#shared/document/elements/design'
import { Opening } from '#shared/document/elements/opening'
import { Room } from '#shared/document/elements/room'
import { Storey } from '#shared/document/elements/storey'
import { signedArea } from '#shared/geometry/polygon'
import { clipRing } from '../../../renderer/scene/clip-ring'
import { addDoor } from '../../../renderer/scene/door-solids'
import type { Palette } from '../../../renderer/scene/palette'
import { noTriangles } from '../../../renderer/scene/prism'
import { wallSolids } from '../../../renderer/scene/wall-solids'

const white = new Color(1, 1, 1)
const palette = { wallSide: white, wallTop: white, frame: white, leaf: white, leafEdge: white } as unknown as Palette

/** One room, 6 m by 4 m, with an opening from 2 m to 4 m along its lower edge. */
function storeyWith(opening: Partial<Opening>) {
  const design = Design.parse({ id: 'design_aaaaaa', kind: 'design', name: 'One room', idea: 'One room' })
  const storey = Storey.parse({ id: 'storey_aaaaaa', kind: 'storey', design: design.id, name: 'Ground', elevation: 0 })
  const room = Room.parse({
    id: 'room_aaaaaa',
    kind: 'room',
    design: design.id,
    storey: storey.id,
    name: 'Room',
    roomType: 'any',
    corners: [
      { key: 'a', x: 0, y: 0 },
      { key: 'b', x: 6, y: 0 },
      { key: 'c', x: 6, y: 4 },
      { key: 'd', x: 0, y: 4 },
    ].map((corner) => ({ ...corner, edge: 'wall', thickness: 0.2 })),
  })
  const cut = Opening.parse({
    id: 'opening_aaaaaa',
    kind: 'opening',
    design: design.id,
    opening: 'door',
    on: { room: room.id, corner: 'a' },
    along: 2,
    width: 2,
    ...opening,
  })
  const table = Object.fromEntries([design, storey, room, cut].map((record) => [record.id, record]))
  return buildBuilding(table, {}).storeys[0]!
}

/** Heights at which something opaque ends above the middle of the lower wall. */
function topsAt(positions: readonly number[], x: number): readonly number[] {
  const tops = new Set<number>()
  for (let i = 0; i < positions.length; i += 9) {
    const xs = [positions[i]!, positions[i + 3]!, positions[i + 6]!]
    const ys = [positions[i + 1]!, positions[i + 4]!, positions[i + 7]!]
    const zs = [positions[i + 2]!, positions[i + 5]!, positions[i + 8]!]
    const isFlat = new Set(ys).size === 1
    const isInWall = zs.every((z) => Math.abs(z) < 0.3)
    if (isFlat && isInWall && Math.min(...xs) <= x && Math.max(...xs) >= x) tops.add(Math.round(ys[0]! * 1e6) / 1e6)
  }
  return [...tops].sort((a, b) => a - b)
}

describe('openings in walls', () => {
  it('leaves nothing standing in a doorway but the frame and the leaf, and closes the wall over its head', () => {
    const storey = storeyWith({ opening: 'door' })
    expect(topsAt(wallSolids(storey, 'cut', palette).opaque.positions, 3)).toEqual([])
    expect(topsAt(wallSolids(storey, 'cut', palette).opaque.positions, 1)).toEqual([1.2])
    const door = noTriangles()
    addDoor(door, storey.openings[0]!, 'full', palette)
    expect(topsAt(door.positions, 3.9)).toContain(2.7)
  })

  it('cuts a window down to its sill, with glass over it, and a hatch down to its counter, with none', () => {
    const window = wallSolids(storeyWith({ opening: 'window' }), 'cut', palette)
    expect(Math.max(...topsAt(window.opaque.positions, 3.3))).toBe(0.9)
    expect(topsAt(window.glass.positions, 3.3)).toEqual([1.2])
    const hatch = wallSolids(storeyWith({ opening: 'passThrough' }), 'cut', palette)
    expect(Math.max(...topsAt(hatch.opaque.positions, 3.3))).toBe(0.95)
    expect(hatch.glass.positions).toEqual([])
  })

  it('closes the wall over a window where it is drawn up to the ceiling', () => {
    const window = wallSolids(storeyWith({ opening: 'window' }), 'full', palette)
    expect(Math.max(...topsAt(window.opaque.positions, 3.3))).toBe(2.7)
    expect(topsAt(window.glass.positions, 3.3)).toEqual([2.1])
  })
})

const cut = fc.integer({ min: -20, max: 80 }).map((tenths) => tenths / 10)
const slanted = [
  { x: 0, y: 0 },
  { x: 6, y: 0 },
  { x: 5.8, y: 0.2 },
  { x: 0.2, y: 0.2 },
]

test.prop([cut, cut])('cut in three, a wall keeps its area', (a, b) => {
  const axis = { at: { x: 0, y: 0.1 }, along: { x: 1, y: 0 } }
  const [start, end] = [Math.min(a, b), Math.max(a, b)]
  const pieces = [
    clipRing(slanted, axis, Number.NEGATIVE_INFINITY, start),
    clipRing(slanted, axis, start, end),
    clipRing(slanted, axis, end, Number.POSITIVE_INFINITY),
  ]
  const area = pieces.reduce((sum, ring) => sum + signedArea(ring), 0)
  expect(area).toBeCloseTo(signedArea(slanted), 9)
})
