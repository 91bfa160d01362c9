import { useMemo } from 'react'
import type { Id } from '#shared/base/ids'
import type { BuildingStorey } from '#shared/building/building'
import type { Point } from '#shared/geometry/point'
import type { Palette } from './palette'
import { addFlat, geometryOf, noTriangles, strip } from './prism'
import { useDisposed } from './use-disposed'

const EDGE_M = 0.12
const ABOUT_M = 0.07
/** Just above the floor and whatever shade lies on it. Metres. */
const OVER_M = 0.03

/** The outlines of all that is selected, or of what is pointed at, in two draw calls however many they are, seen through whatever stands in front of it. */
export function Marked({
  storey,
  ids,
  palette,
  isStrong,
}: {
  readonly storey: BuildingStorey
  readonly ids: readonly Id[]
  readonly palette: Palette
  readonly isStrong: boolean
}) {
  const rings = useMemo(() => ids.flatMap((id) => ringsOf(storey, id)), [storey, ids])
  const [edge, fill] = useMemo(() => {
    const [edges, inside] = [noTriangles(), noTriangles()]
    for (const ring of rings) {
      addFlat(inside, ring, OVER_M)
      ring.forEach((from, i) => {
        const to = ring[(i + 1) % ring.length] as Point
        addFlat(edges, reaching(from, to, EDGE_M / 2), OVER_M)
      })
    }
    return [geometryOf(edges), geometryOf(inside)]
  }, [rings])
  useDisposed(edge)
  useDisposed(fill)
  if (edge === undefined || fill === undefined) return null
  return (
    <>
      <mesh geometry={fill} renderOrder={3}>
        <meshBasicMaterial color={palette.selected} transparent opacity={isStrong ? 0.16 : 0.1} depthWrite={false} />
      </mesh>
      <mesh geometry={edge} renderOrder={8}>
        <meshBasicMaterial color={palette.selected} transparent opacity={isStrong ? 0.9 : 0.4} depthTest={false} depthWrite={false} />
      </mesh>
    </>
  )
}

/** What an element covers on the floor, counter-clockwise; nothing where it is not on this storey. */
function ringsOf(storey: BuildingStorey, id: Id): readonly (readonly Point[])[] {
  const room = storey.rooms.find((each) => each.room.id === id)
  if (room !== undefined) return [room.inner ?? room.polygon]
  const fixture = storey.fixtures.find((each) => each.fixture.id === id)
  if (fixture !== undefined) return [grown(fixture.footprint, ABOUT_M)]
  const opening = storey.openings.find((each) => each.opening.id === id)
  if (opening !== undefined) return [strip(opening.from, opening.to, opening.thickness + 2 * ABOUT_M)]
  return storey.walls
    .filter(({ of }) => of.includes(id))
    .map(({ from, to, thickness }) => strip(from, to, thickness + 2 * ABOUT_M))
    .slice(0, 40)
}

function reaching(from: Point, to: Point, by: number): readonly Point[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const [dx, dy] = [((to.x - from.x) / length) * by, ((to.y - from.y) / length) * by]
  return strip({ x: from.x - dx, y: from.y - dy }, { x: to.x + dx, y: to.y + dy }, 2 * by)
}

/** A convex ring with every corner moved away from its middle. */
function grown(ring: readonly Point[], by: number): readonly Point[] {
  const middle = { x: ring.reduce((sum, { x }) => sum + x, 0) / ring.length, y: ring.reduce((sum, { y }) => sum + y, 0) / ring.length }
  return ring.map(({ x, y }) => {
    const away = Math.hypot(x - middle.x, y - middle.y) || 1
    return { x: x + ((x - middle.x) / away) * by * Math.SQRT2, y: y + ((y - middle.y) / away) * by * Math.SQRT2 }
  })
}
