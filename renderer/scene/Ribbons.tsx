import { useEffect, useMemo } from 'react'
import type { Flow } from '#shared/document/vocabulary'
import type { Point } from '#shared/geometry/point'
import type { Palette } from './palette'
import { addFlat, geometryOf, noTriangles, strip, type Triangles } from './prism'

/** A route to be shown on the floor. `width` in metres. */
export type Ribbon = { readonly flow: Flow; readonly points: readonly Point[]; readonly width: number }

/** Just above the floor, so that it neither flickers nor floats. Metres. */
const RIBBON_M = 0.05

/** Routes as flat ribbons, one draw call a flow. */
export function Ribbons({ ribbons, palette }: { readonly ribbons: readonly Ribbon[]; readonly palette: Palette }) {
  const geometries = useMemo(() => {
    const byFlow = new Map<Flow, Triangles>()
    for (const { flow, points, width } of ribbons) {
      const triangles = byFlow.get(flow) ?? noTriangles()
      byFlow.set(flow, triangles)
      for (let i = 1; i < points.length; i++) addFlat(triangles, strip(points[i - 1] as Point, points[i] as Point, width), RIBBON_M)
    }
    return [...byFlow].map(([flow, triangles]) => ({ flow, geometry: geometryOf(triangles) }))
  }, [ribbons])
  useEffect(
    () => () => {
      for (const { geometry } of geometries) geometry?.dispose()
    },
    [geometries],
  )
  return geometries.map(({ flow, geometry }) =>
    geometry === undefined ? null : (
      <mesh key={flow} geometry={geometry}>
        <meshBasicMaterial color={palette.flow(flow)} />
      </mesh>
    ),
  )
}
