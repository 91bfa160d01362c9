import { filled } from '#shared/base/filled'
import type { Id } from '#shared/base/ids'
import { oneForEach } from '#shared/base/one-for-each'
import type { BuildingStorey, BuiltOpening, WallPiece } from '#shared/building/building'
import type { Point } from '#shared/geometry/point'
import { ringKey } from '#shared/geometry/ring-key'
import type { Router } from '#shared/routing/router'
import type { Barrier } from './facing'
import { type Grid, gridOf } from './grid'
import type { Box } from './route-facts'

/** What parts the routes of a storey: walls, glazing and windows, and closed doors. */
export type BarrierField = {
  readonly solids: readonly BarrierSolid[]
  readonly grid: Grid<BarrierSolid>
  /** Rooms (undefined: uncovered floor) that open floor joins have the same number: elsewhere a wall or a closed door is always between. */
  openGroup(room: Id | undefined): number
}

/** A wall or a closed door. Its identity tells whether it changed: those of one shape are one. */
export type BarrierSolid = { readonly box: Box; readonly sides: readonly Barrier[] }

const fields = new WeakMap<BuildingStorey, BarrierField>()

export function barriersOf(storey: BuildingStorey, floor: Router['floor']): BarrierField {
  let field = fields.get(storey)
  if (field === undefined) {
    const doors = storey.openings.filter(({ opening }) => opening.opening === 'door')
    const groups = openGroups(storey, floor)
    const solids = [...storey.walls.map(solidOf), ...doors.map(solidOf)]
    field = { solids, grid: gridOf(solids), openGroup: (room) => groups.get(room) ?? -1 }
    fields.set(storey, field)
  }
  return field
}

const solidsOf = new WeakMap<WallPiece | BuiltOpening, BarrierSolid>()

function solidOf(of: WallPiece | BuiltOpening): BarrierSolid {
  let solid = solidsOf.get(of)
  if (solid === undefined) {
    const ring = 'ring' in of ? of.ring : [of.from, of.to]
    solid = solidAt(ringKey(ring.flatMap(({ x, y }) => [x, y])), () => newSolid(ring))
    solidsOf.set(of, solid)
  }
  return solid
}

const solidAt = oneForEach<BarrierSolid>(5000)

function newSolid(ring: readonly Point[]): BarrierSolid {
  const sides = ring.flatMap((a, index): readonly Barrier[] => {
    const b = ring[(index + 1) % ring.length]!
    return ring.length === 2 && index === 1 ? [] : [{ ax: a.x, ay: a.y, bx: b.x, by: b.y }]
  })
  const xs = ring.map(({ x }) => x)
  const ys = ring.map(({ y }) => y)
  return { sides, box: { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) } }
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

const differences = new WeakMap<BarrierField, WeakMap<BarrierField, readonly BarrierSolid[]>>()

/** Each field is held against several others. */
const members = new WeakMap<BarrierField, ReadonlySet<BarrierSolid>>()

function membersOf(field: BarrierField): ReadonlySet<BarrierSolid> {
  return filled(members, field, () => new Set(field.solids))
}

/** What one of two fields has and the other has not. */
export function differenceOf(a: BarrierField, b: BarrierField): readonly BarrierSolid[] {
  let known = differences.get(a)
  if (known === undefined) {
    known = new WeakMap()
    differences.set(a, known)
  }
  let solids = known.get(b)
  if (solids === undefined) {
    const inA = membersOf(a)
    const inB = membersOf(b)
    solids = [...a.solids.filter((solid) => !inB.has(solid)), ...b.solids.filter((solid) => !inA.has(solid))]
    known.set(b, solids)
  }
  return solids
}
