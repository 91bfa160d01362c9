import { useMemo } from 'react'
import type { Shape } from '#shared/drawing/shape'
import { floorGeometry, movingShapes } from './floor-shapes'
import type { Palette } from './palette'
import { useDisposed } from './use-disposed'

/** How much of a route is seen through a wall that stands before it. */
const THROUGH = 0.22

/** Shapes of the plan on the floor: two draw calls for however many, one of them what walls and furniture stand before. */
export function FloorShapes({ shapes, palette }: { readonly shapes: readonly Shape[]; readonly palette: Palette }) {
  const geometry = useMemo(() => floorGeometry(shapes, palette), [shapes, palette])
  const moving = useMemo(() => floorGeometry(movingShapes(shapes), palette), [shapes, palette])
  useDisposed(geometry)
  useDisposed(moving)
  if (geometry === undefined) return null
  return (
    <>
      <mesh geometry={geometry} renderOrder={2}>
        <meshBasicMaterial vertexColors transparent depthWrite={false} />
      </mesh>
      {moving !== undefined && (
        <mesh geometry={moving} renderOrder={7}>
          <meshBasicMaterial vertexColors transparent opacity={THROUGH} depthTest={false} depthWrite={false} />
        </mesh>
      )}
    </>
  )
}
