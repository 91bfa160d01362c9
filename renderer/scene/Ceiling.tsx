import { useMemo } from 'react'
import { BackSide, BufferAttribute, BufferGeometry } from 'three'
import type { BuildingStorey } from '#shared/building/building'
import type { Point } from '#shared/geometry/point'
import { FULL_HEIGHT_M } from './heights'
import { planToWorld } from './plan-to-world'
import { addFlat, geometryOf, noTriangles } from './prism'
import { useDisposed } from './use-disposed'

/** Ceiling tiles are so wide: somebody who lies on a trolley sees little else, and by them how fast they are pushed. Metres. */
const TILE_M = 0.6
const UNDER_M = 0.004

/** The ceiling over every room, seen from below. */
export function Ceiling({ storey }: { readonly storey: BuildingStorey }) {
  const { outline } = storey.storey
  const ceiling = useMemo(() => {
    const triangles = noTriangles()
    const rings = outline === undefined ? storey.rooms.map(({ polygon }) => polygon) : [outline]
    for (const ring of rings) addFlat(triangles, ring, FULL_HEIGHT_M)
    return geometryOf(triangles)
  }, [outline, storey.rooms])
  const seams = useMemo(() => seamsOver(outline ?? storey.rooms.flatMap(({ polygon }) => polygon)), [outline, storey.rooms])
  useDisposed(ceiling)
  useDisposed(seams)
  if (ceiling === undefined) return null
  return (
    <>
      <mesh geometry={ceiling}>
        <meshBasicMaterial color="#f3f4f2" side={BackSide} />
      </mesh>
      <lineSegments geometry={seams}>
        <lineBasicMaterial color="#cfd5d9" />
      </lineSegments>
    </>
  )
}

function seamsOver(points: readonly Point[]): BufferGeometry {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const [left, right, foot, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const height = FULL_HEIGHT_M - UNDER_M
  const positions: number[] = []
  for (let x = left; x <= right; x += TILE_M) positions.push(...planToWorld({ x, y: foot }, height), ...planToWorld({ x, y: top }, height))
  for (let y = foot; y <= top; y += TILE_M) positions.push(...planToWorld({ x: left, y }, height), ...planToWorld({ x: right, y }, height))
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  return geometry
}
