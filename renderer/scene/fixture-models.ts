import { type BufferGeometry, Euler, Matrix4, Quaternion, Vector3 } from 'three'
import type { BuiltFixture } from '#shared/building/building'
import { type Catalogue, type CatalogueEntry, topOfPart } from '#shared/document/catalogue'
import type { Palette } from './palette'
import { addPart, type Detail } from './part-solid'
import { planToWorld } from './plan-to-world'
import { addPrism, geometryOf, noTriangles, paint } from './prism'

const RADIANS = Math.PI / 180
/** An entry that the catalogue does not have is shown as a plain block of this height. Metres. */
const UNKNOWN_HEIGHT_M = 0.9

/** All fixtures of one catalogue entry: one model, one draw call. */
export type FixtureGroup = {
  readonly entry: CatalogueEntry
  readonly fixtures: readonly BuiltFixture[]
}

/** Fixtures by the entry that they look like, and those whose entry nobody knows. */
export function fixtureGroups(
  fixtures: readonly BuiltFixture[],
  catalogue: Catalogue,
): { readonly groups: readonly FixtureGroup[]; readonly unknown: readonly BuiltFixture[] } {
  const groups = new Map<CatalogueEntry, BuiltFixture[]>()
  const unknown: BuiltFixture[] = []
  for (const built of fixtures) {
    const entry = catalogue[built.fixture.entry]
    const list = entry === undefined ? unknown : (groups.get(entry) ?? [])
    list.push(built)
    if (entry !== undefined) groups.set(entry, list)
  }
  return { groups: [...groups].map(([entry, list]) => ({ entry, fixtures: list })), unknown }
}

/** Where a fixture stands, in the world. */
export function placeOf({ fixture }: BuiltFixture): Matrix4 {
  // Turning counter-clockwise on the plan is turning the same way about world y.
  const turn = new Quaternion().setFromEuler(new Euler(0, fixture.rotation * RADIANS, 0))
  return new Matrix4().compose(new Vector3(...planToWorld(fixture)), turn, new Vector3(1, 1, 1))
}

/** The model of an entry in its own frame, every part in the colour of its material. */
export function modelOf(entry: CatalogueEntry, palette: Palette, detail: Detail): BufferGeometry | undefined {
  const triangles = noTriangles()
  for (const part of entry.parts) {
    addPart(triangles, part, detail)
    paint(triangles, palette.material(part.material))
  }
  return geometryOf(triangles)
}

/** Fixtures without a look, as blocks on their footprints. */
export function blocksOf(fixtures: readonly BuiltFixture[], palette: Palette): BufferGeometry | undefined {
  const triangles = noTriangles()
  for (const { footprint } of fixtures) addPrism(triangles, footprint, 0, UNKNOWN_HEIGHT_M)
  paint(triangles, palette.material('soft'))
  return geometryOf(triangles)
}

/** How high a fixture of this entry stands. Metres. */
export function heightOf(entry: CatalogueEntry | undefined): number {
  return entry === undefined ? UNKNOWN_HEIGHT_M : Math.max(...entry.parts.map(topOfPart))
}
