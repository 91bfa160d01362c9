import type { BuildingStorey, BuiltFixture } from '#shared/building/building'
import type { Catalogue, CatalogueEntry, Part } from '#shared/document/catalogue'
import type { Fixture } from '#shared/document/elements/fixture'
import type { Point } from '#shared/geometry/point'
import { placed } from './plane'
import type { Shape } from './shape'

/** Furniture and equipment: the outline on the floor, then the parts of its entry seen from above, lowest first. */
export function drawFixtures(storey: BuildingStorey, catalogue: Catalogue | undefined, usePoints: boolean): Shape[] {
  const shapes = storey.fixtures.flatMap((built) => symbolOf(built, catalogue?.[built.fixture.entry]))
  if (!usePoints) return shapes
  for (const { fixture, usePoints } of storey.fixtures) {
    for (const { point } of usePoints) {
      shapes.push({ role: 'usePoint', element: fixture.id, form: { type: 'circle', centre: point, radius: 0.06 } })
    }
  }
  return shapes
}

function symbolOf(built: BuiltFixture, entry: CatalogueEntry | undefined): readonly Shape[] {
  const cached = symbols.get(built.fixture)
  if (cached !== undefined && cached.entry === entry) return cached.shapes
  const shapes = drawSymbol(built, entry)
  symbols.set(built.fixture, { entry, shapes })
  return shapes
}

/** A symbol depends on its record alone, and most records stay the same while one is dragged. */
const symbols = new WeakMap<Fixture, { readonly entry: CatalogueEntry | undefined; readonly shapes: readonly Shape[] }>()

function drawSymbol({ fixture, footprint }: BuiltFixture, entry: CatalogueEntry | undefined): Shape[] {
  const element = fixture.id
  const shapes: Shape[] = [{ role: 'fixture', element, form: { type: 'polygon', rings: [footprint] } }]
  if (entry === undefined) return shapes
  const parts = [...entry.parts].sort((a, b) => topOf(a) - topOf(b))
  for (const part of parts) {
    const { material } = part
    if (part.shape === 'cylinder') {
      const centre = placed(part.at, fixture, fixture.rotation)
      shapes.push({ role: 'fixtureDetail', element, material, form: { type: 'circle', centre, radius: part.radius } })
    } else {
      const ring = outlineOf(part).map((point) => placed(point, fixture, fixture.rotation))
      shapes.push({ role: 'fixtureDetail', element, material, form: { type: 'polygon', rings: [ring] } })
    }
  }
  return shapes
}

function outlineOf(part: Exclude<Part, { shape: 'cylinder' }>): readonly Point[] {
  if (part.shape === 'extrusion') return part.outline
  const [x, y] = [part.size.x / 2, part.size.y / 2]
  const corners = [
    { x: -x, y: -y },
    { x, y: -y },
    { x, y },
    { x: -x, y },
  ]
  return corners.map((corner) => placed(corner, part.at, part.rotation))
}

function topOf(part: Part): number {
  switch (part.shape) {
    case 'box':
      return part.at.z + part.size.z
    case 'cylinder':
      return part.at.z + part.height
    case 'extrusion':
      return part.base + part.height
  }
}
