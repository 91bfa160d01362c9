import { cosDegrees, sinDegrees } from '#shared/base/angle'
import type { Finding } from '#shared/document/finding'
import { warningOf } from '#shared/document/findings/finding-of'
import { boxesNear, boxIndex } from '#shared/geometry/box-index'
import type { Point } from '#shared/geometry/point'
import type { BuildingStorey, BuiltOpening } from './building'
import { doOverlap, type Shape, shapeOf } from './fixture-findings'
import { nameOfFixture, openingName } from './names'

/** A leaf may brush something by so much without a word. Millimetres. */
const BRUSH_MM = 50
/** The quarter circle that a leaf sweeps is taken as so many corners; it is then at most 3 mm too small at 1 m. */
const SECTOR_CORNERS = 12
/** People stand and work on both sides of a bed; a door is to leave so much free beside it. Metres. */
const BESIDE_BED_M = 0.1

/** Hinged doors whose leaf meets something that stands there on its way; a bed or trolley has a bit of floor about it besides. */
export function swingFindings(storey: BuildingStorey): readonly Finding[] {
  const standing = storey.fixtures.filter(({ fixture }) => fixture.blocks)
  const shapes = standing.map(({ footprint }) => shapeOf(footprint))
  const index = boxIndex(shapes.map(({ box }) => box))
  return storey.openings.flatMap((built) =>
    leavesOf(built).flatMap((leaf) =>
      boxesNear(index, leaf.box, BESIDE_BED_M * 1000).flatMap((i): readonly Finding[] => {
        const { fixture } = standing[i]!
        const isBed = fixture.bedHead !== undefined
        if (!doOverlap(shapes[i]!, leaf, isBed ? -BESIDE_BED_M * 1000 : BRUSH_MM)) return []
        const values = { opening: openingName(built, storey), fixture: nameOfFixture(standing[i]!) }
        const place = { storey: storey.storey.id, at: middleOf(built), rings: [metresOf(leaf)] }
        return [{ ...warningOf(isBed ? 'finding.doorOnBed' : 'finding.doorOnFixture', [built.opening.id, fixture.id], values), place }]
      }),
    ),
  )
}

const leaves = new WeakMap<BuiltOpening, readonly Shape[]>()

/** What the leaves of a door sweep: quarter circles about their hinges on the face that they open to. */
function leavesOf(built: BuiltOpening): readonly Shape[] {
  const known = leaves.get(built)
  if (known !== undefined) return known
  const { opening, from, to, thickness } = built
  let found: readonly Shape[] = []
  if (opening.opening === 'door' && opening.hinge !== 'sliding') {
    const long = Math.sqrt((to.x - from.x) ** 2 + (to.y - from.y) ** 2)
    const along = { x: (to.x - from.x) / long, y: (to.y - from.y) / long }
    const side = opening.swing === 'in' ? 1 : -1
    const onFace = ({ x, y }: Point): Point => ({ x: x - along.y * side * (thickness / 2), y: y + along.x * side * (thickness / 2) })
    const [start, end] = [onFace(from), onFace(to)]
    const back = { x: -along.x, y: -along.y }
    const half = long / 2
    if (opening.hinge === 'start') found = [sector(start, along, long, side)]
    else if (opening.hinge === 'end') found = [sector(end, back, long, -side)]
    else found = [sector(start, along, half, side), sector(end, back, half, -side)]
  }
  leaves.set(built, found)
  return found
}

/** From a shut leaf that points `along` to one that stands square to the wall; `turn` is 1 to the left, -1 to the right. */
function sector(hinge: Point, along: Point, width: number, turn: number): Shape {
  const arc = Array.from({ length: SECTOR_CORNERS + 1 }, (_, i): Point => {
    const angle = (90 * i) / SECTOR_CORNERS
    const [cos, sin] = [cosDegrees(angle), turn * sinDegrees(angle)]
    return { x: hinge.x + width * (along.x * cos - along.y * sin), y: hinge.y + width * (along.y * cos + along.x * sin) }
  })
  return shapeOf([hinge, ...(turn === 1 ? arc : arc.reverse())])
}

function middleOf({ from, to }: BuiltOpening): Point {
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
}

function metresOf({ ring }: Shape): readonly Point[] {
  return ring.map(({ x, y }) => ({ x: x / 1000, y: y / 1000 }))
}
