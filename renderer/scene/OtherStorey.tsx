import { useMemo } from 'react'
import type { Color } from 'three'
import type { BuildingStorey, BuiltRoom } from '#shared/building/building'
import type { Catalogue } from '#shared/document/catalogue'
import { Furniture } from './Furniture'
import { floorTriangles } from './floors'
import type { WallHeight } from './heights'
import type { Palette } from './palette'
import { geometryOf } from './prism'
import { Shell } from './Shell'
import { useDisposed } from './use-disposed'
import { wallSolids } from './wall-solids'

/** Another storey of the building that is shown: how far above (or below) the one looked at, in metres, and whether one sees through it. */
export type Beyond = { readonly storey: BuildingStorey; readonly lift: number; readonly isGhost: boolean }

type OtherStoreyProps = {
  readonly beyond: Beyond
  readonly catalogue: Catalogue
  readonly palette: Palette
  readonly height: WallHeight
  readonly floorOf: (room: BuiltRoom) => Color
  readonly isFurnished: boolean
}

/** A storey above or below: as it is, or as a ghost. Nothing of it can be taken hold of. */
export function OtherStorey({ beyond: { storey, lift, isGhost }, catalogue, palette, height, floorOf, isFurnished }: OtherStoreyProps) {
  return (
    <group position={[0, lift, 0]}>
      {isGhost ? (
        <Ghost storey={storey} palette={palette} floorOf={floorOf} />
      ) : (
        <>
          <Shell storey={storey} height={height} palette={palette} floorOf={floorOf} isFurnished={isFurnished} />
          {isFurnished && <Furniture fixtures={storey.fixtures} catalogue={catalogue} palette={palette} detail="plain" selection={undefined} />}
        </>
      )}
    </group>
  )
}

/** How much of a ghost is there. */
const FLOOR = 0.1
const WALLS = 0.2

function Ghost({
  storey,
  palette,
  floorOf,
}: {
  readonly storey: BuildingStorey
  readonly palette: Palette
  readonly floorOf: (room: BuiltRoom) => Color
}) {
  const floors = useMemo(() => geometryOf(floorTriangles(storey, floorOf, palette)), [storey, floorOf, palette])
  const walls = useMemo(() => geometryOf(wallSolids(storey, 'cut', palette).opaque), [storey, palette])
  useDisposed(floors)
  useDisposed(walls)
  return (
    <>
      {floors !== undefined && (
        <mesh geometry={floors} renderOrder={6}>
          <meshBasicMaterial vertexColors transparent opacity={FLOOR} depthWrite={false} />
        </mesh>
      )}
      {walls !== undefined && (
        <mesh geometry={walls} renderOrder={7}>
          <meshBasicMaterial color={palette.wallTop} transparent opacity={WALLS} depthWrite={false} />
        </mesh>
      )}
    </>
  )
}
