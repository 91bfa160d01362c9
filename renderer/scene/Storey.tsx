import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { BoxGeometry, type BufferGeometry, type Color, CylinderGeometry, type InstancedMesh, type Matrix4 } from 'three'
import type { BuildingStorey } from '#shared/building/building'
import type { Catalogue } from '#shared/document/catalogue'
import { fixtureInstances } from './fixture-instances'
import type { Palette } from './palette'
import { storeyGeometry } from './storey-geometry'

const UNIT_BOX = new BoxGeometry(1, 1, 1).translate(0, 0.5, 0)
const UNIT_CYLINDER = new CylinderGeometry(0.5, 0.5, 1, 20).translate(0, 0.5, 0)

/** The rooms, walls, doors and furniture of one storey; a few draw calls however many there are. */
export function Storey({
  storey,
  catalogue,
  palette,
}: {
  readonly storey: BuildingStorey
  readonly catalogue: Catalogue
  readonly palette: Palette
}) {
  const shell = useMemo(() => storeyGeometry(storey), [storey])
  const furniture = useMemo(() => fixtureInstances(storey.fixtures, catalogue), [storey.fixtures, catalogue])

  useEffect(
    () => () => {
      for (const geometry of shell.floors.values()) geometry.dispose()
      for (const geometry of [shell.slab, shell.wallSides, shell.wallTops, shell.glass, shell.leaves]) geometry?.dispose()
    },
    [shell],
  )
  useEffect(
    () => () => {
      for (const geometry of furniture.extrusions.values()) geometry.dispose()
    },
    [furniture],
  )

  return (
    <>
      <Solid geometry={shell.slab} colour={palette.slab} />
      {[...shell.floors].map(([zone, geometry]) => (
        <Solid key={zone} geometry={geometry} colour={palette.zone(zone)} />
      ))}
      <Solid geometry={shell.wallSides} colour={palette.wallSide} />
      <Solid geometry={shell.wallTops} colour={palette.wallTop} />
      <Solid geometry={shell.leaves} colour={palette.leaf} />
      {[...furniture.boxes].map(([material, matrices]) => (
        <Instances key={`box ${material}`} geometry={UNIT_BOX} matrices={matrices} colour={palette.material(material)} />
      ))}
      {[...furniture.cylinders].map(([material, matrices]) => (
        <Instances key={`cylinder ${material}`} geometry={UNIT_CYLINDER} matrices={matrices} colour={palette.material(material)} />
      ))}
      {[...furniture.extrusions].map(([material, geometry]) => (
        <Solid key={`extrusion ${material}`} geometry={geometry} colour={palette.material(material)} />
      ))}
      <Solid geometry={shell.glass} colour={palette.glass} opacity={0.6} />
    </>
  )
}

function Solid({
  geometry,
  colour,
  opacity = 1,
}: {
  readonly geometry: BufferGeometry | undefined
  readonly colour: Color
  readonly opacity?: number
}) {
  if (geometry === undefined) return null
  return (
    <mesh geometry={geometry}>
      <meshLambertMaterial color={colour} transparent={opacity < 1} opacity={opacity} depthWrite={opacity === 1} />
    </mesh>
  )
}

function Instances({
  geometry,
  matrices,
  colour,
}: {
  readonly geometry: BufferGeometry
  readonly matrices: readonly Matrix4[]
  readonly colour: Color
}) {
  const mesh = useRef<InstancedMesh>(null)
  useLayoutEffect(() => {
    matrices.forEach((matrix, index) => {
      mesh.current?.setMatrixAt(index, matrix)
    })
    if (mesh.current !== null) {
      mesh.current.instanceMatrix.needsUpdate = true
      mesh.current.computeBoundingSphere()
    }
  }, [matrices])
  return (
    // A new count needs a new buffer, so the mesh is made anew with it.
    <instancedMesh key={matrices.length} ref={mesh} args={[geometry, undefined, matrices.length]}>
      <meshLambertMaterial color={colour} />
    </instancedMesh>
  )
}
