import { useMemo } from 'react'
import type { BufferGeometry, Color } from 'three'
import type { BuildingStorey, BuiltRoom } from '#shared/building/building'
import { contactShade, groundShade } from './contact-shade'
import { addDoor } from './door-solids'
import { floorTriangles, PLATE_M } from './floors'
import type { WallHeight } from './heights'
import type { Palette } from './palette'
import { geometryOf } from './prism'
import { useDisposed } from './use-disposed'
import { wallSolids } from './wall-solids'

/** Floors, walls, doors, windows and the shade at their feet: five draw calls for any building. */
export function Shell({
  storey,
  height,
  palette,
  floorOf,
  isFurnished,
}: {
  readonly storey: BuildingStorey
  readonly height: WallHeight
  readonly palette: Palette
  readonly floorOf: (room: BuiltRoom) => Color
  readonly isFurnished: boolean
}) {
  const floors = useMemo(() => geometryOf(floorTriangles(storey, floorOf, palette)), [storey, floorOf, palette])
  const [opaque, glass] = useMemo(() => {
    const solids = wallSolids(storey, height, palette)
    for (const built of storey.openings) {
      if (built.opening.opening === 'door' || built.opening.opening === 'archway') addDoor(solids.opaque, built, height, palette)
    }
    return [geometryOf(solids.opaque), geometryOf(solids.glass)]
  }, [storey, height, palette])
  const shade = useMemo(() => contactShade(storey, isFurnished), [storey, isFurnished])
  const { outline } = storey.storey
  const ground = useMemo(() => (outline === undefined ? undefined : groundShade(outline, -PLATE_M)), [outline])
  useDisposed(floors)
  useDisposed(opaque)
  useDisposed(glass)
  useDisposed(shade)
  useDisposed(ground)
  return (
    <>
      {ground !== undefined && <Shade geometry={ground} />}
      {floors !== undefined && (
        <mesh geometry={floors} receiveShadow>
          <meshLambertMaterial vertexColors />
        </mesh>
      )}
      <Shade geometry={shade} />
      {opaque !== undefined && (
        <mesh geometry={opaque} castShadow receiveShadow>
          <meshLambertMaterial vertexColors />
        </mesh>
      )}
      {glass !== undefined && (
        <mesh geometry={glass} renderOrder={5}>
          <meshLambertMaterial color={palette.glass} transparent opacity={0.55} depthWrite={false} />
        </mesh>
      )}
    </>
  )
}

function Shade({ geometry }: { readonly geometry: BufferGeometry }) {
  return (
    <mesh geometry={geometry}>
      <meshBasicMaterial vertexColors transparent depthWrite={false} toneMapped={false} />
    </mesh>
  )
}
