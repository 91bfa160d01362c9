import { useLayoutEffect, useMemo, useRef } from 'react'
import { Color, type InstancedMesh } from 'three'
import type { Id } from '#shared/base/ids'
import type { BuiltFixture } from '#shared/building/building'
import type { Catalogue } from '#shared/document/catalogue'
import { blocksOf, type FixtureGroup, fixtureGroups, modelOf, placeOf } from './fixture-models'
import type { Palette } from './palette'
import type { Detail } from './part-solid'
import { useDisposed } from './use-disposed'

const PLAIN = new Color(1, 1, 1)
/** How much of the accent a selected piece takes on. */
const TINT = 0.45

/** All furniture and equipment: one draw call for each entry of the catalogue that is in use, however often it is. */
export function Furniture({
  fixtures,
  catalogue,
  palette,
  detail,
  selection,
}: {
  readonly fixtures: readonly BuiltFixture[]
  readonly catalogue: Catalogue
  readonly palette: Palette
  readonly detail: Detail
  readonly selection: Id | undefined
}) {
  const { groups, unknown } = useMemo(() => fixtureGroups(fixtures, catalogue), [fixtures, catalogue])
  const blocks = useMemo(() => blocksOf(unknown, palette), [unknown, palette])
  useDisposed(blocks)
  return (
    <>
      {groups.map((group) => (
        <Group key={group.entry.key} group={group} palette={palette} detail={detail} selection={selection} />
      ))}
      {blocks !== undefined && (
        <mesh geometry={blocks} castShadow receiveShadow>
          <meshLambertMaterial vertexColors />
        </mesh>
      )}
    </>
  )
}

function Group({
  group,
  palette,
  detail,
  selection,
}: {
  readonly group: FixtureGroup
  readonly palette: Palette
  readonly detail: Detail
  readonly selection: Id | undefined
}) {
  const { entry, fixtures } = group
  const mesh = useRef<InstancedMesh>(null)
  const model = useMemo(() => modelOf(entry, palette, detail), [entry, palette, detail])
  useDisposed(model)
  const chosen = fixtures.findIndex(({ fixture }) => fixture.id === selection)
  useLayoutEffect(() => {
    const { current } = mesh
    if (current === null || model === undefined) return
    fixtures.forEach((built, index) => {
      current.setMatrixAt(index, placeOf(built))
    })
    current.instanceMatrix.needsUpdate = true
    current.computeBoundingSphere()
  }, [fixtures, model])
  useLayoutEffect(() => {
    const { current } = mesh
    if (current === null || model === undefined) return
    const tint = PLAIN.clone().lerp(palette.selected, TINT)
    for (let i = 0; i < fixtures.length; i++) current.setColorAt(i, i === chosen ? tint : PLAIN)
    if (current.instanceColor !== null) current.instanceColor.needsUpdate = true
  }, [fixtures.length, chosen, palette, model])
  if (model === undefined) return null
  return (
    // A new count needs a new buffer and a new model another mesh: either makes it anew.
    <instancedMesh key={`${fixtures.length} ${detail}`} ref={mesh} args={[model, undefined, fixtures.length]} castShadow receiveShadow>
      <meshLambertMaterial vertexColors />
    </instancedMesh>
  )
}
