import type { Id } from '#shared/base/ids'
import type { BuildingStorey, BuiltOpening, WallPiece } from '#shared/building/building'
import type { Router } from '#shared/routing/router'
import { doBoxesMeet } from './boxes'
import { gridOf } from './grid'
import type { Box } from './route-facts'
import type { Barrier } from './shared-line'

/** What parts the routes of a storey: walls, glazing and windows, and closed doors. */
export type BarrierField = {
  readonly solids: readonly { readonly of: WallPiece | BuiltOpening; readonly box: Box; readonly sides: readonly Barrier[] }[]
  /** The sides of solids whose boxes meet a box. */
  sidesIn(box: Box): readonly Barrier[]
  /** Rooms (undefined: uncovered floor) that open floor joins have the same number: elsewhere a wall or a closed door is always between. */
  openGroup(room: Id | undefined): number
}

const fields = new WeakMap<BuildingStorey, BarrierField>()

export function barriersOf(storey: BuildingStorey, floor: Router['floor']): BarrierField {
  let field = fields.get(storey)
  if (field === undefined) {
    const doors = storey.openings.filter(({ opening }) => opening.opening === 'door')
    const groups = openGroups(storey, floor)
    const solids = [...storey.walls.map(solidOf), ...doors.map(solidOf)]
    const grid = gridOf(solids)
    field = {
      solids,
      sidesIn: (box) => [...new Set(grid.near(box))].flatMap((solid) => (doBoxesMeet(solid.box, box) ? solid.sides : [])),
      openGroup: (room) => groups.get(room) ?? -1,
    }
    fields.set(storey, field)
  }
  return field
}

type Solid = BarrierField['solids'][number]
const solidsOf = new WeakMap<WallPiece | BuiltOpening, Solid>()

function solidOf(of: WallPiece | BuiltOpening): Solid {
  let solid = solidsOf.get(of)
  if (solid === undefined) {
    const ring = 'ring' in of ? of.ring : [of.from, of.to]
    const sides = ring.flatMap((a, index): readonly Barrier[] => {
      const b = ring[(index + 1) % ring.length]!
      return ring.length === 2 && index === 1 ? [] : [{ ax: a.x, ay: a.y, bx: b.x, by: b.y }]
    })
    const xs = ring.map(({ x }) => x)
    const ys = ring.map(({ y }) => y)
    solid = { of, sides, box: { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) } }
    solidsOf.set(of, solid)
  }
  return solid
}

function openGroups(storey: BuildingStorey, floor: Router['floor']): ReadonlyMap<Id | undefined, number> {
  const above = [...floor.regions.keys(), floor.regions.length]
  const top = (index: number): number => {
    let at = index
    while (above[at] !== at) at = above[at]!
    return at
  }
  const at = (region: number) => (region < 0 ? floor.regions.length : region)
  const archways = new Set(storey.openings.filter(({ opening }) => opening.opening === 'archway').map(({ opening }) => opening.id))
  for (const { opening, left, right } of floor.thresholds) {
    if (opening === undefined || archways.has(opening)) above[top(at(left))] = top(at(right))
  }
  return new Map([...floor.regions.map(({ room }, index) => [room, top(index)] as const), [undefined, top(floor.regions.length)] as const])
}

const differences = new WeakMap<BarrierField, WeakMap<BarrierField, readonly Box[]>>()

/** Where two fields differ. */
export function differenceOf(a: BarrierField, b: BarrierField): readonly Box[] {
  let known = differences.get(a)
  if (known === undefined) {
    known = new WeakMap()
    differences.set(a, known)
  }
  let boxes = known.get(b)
  if (boxes === undefined) {
    const inA = new Set(a.solids)
    const inB = new Set(b.solids)
    boxes = [...a.solids.filter((solid) => !inB.has(solid)), ...b.solids.filter((solid) => !inA.has(solid))].map(({ box }) => box)
    known.set(b, boxes)
  }
  return boxes
}
