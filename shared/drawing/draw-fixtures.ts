import type { BuildingStorey, BuiltFixture } from '#shared/building/building'
import { type Catalogue, type CatalogueEntry, type Part, topOfPart } from '#shared/document/catalogue'
import type { Fixture } from '#shared/document/elements/fixture'
import type { Point } from '#shared/geometry/point'
import { type Box, boxOf, placed } from './plane'
import type { Shape } from './shape'

/** Furniture and equipment: the outline on the floor, then the parts of its entry seen from above, lowest first. */
export function drawFixtures(storey: BuildingStorey, catalogue: Catalogue | undefined, usePoints: boolean): readonly Shape[] {
  const symbols = symbolsOf(storey.fixtures, catalogue)
  if (!usePoints) return symbols
  const shapes = [...symbols]
  for (const { fixture, usePoints } of storey.fixtures) {
    for (const { point } of usePoints) {
      shapes.push({ role: 'usePoint', element: fixture.id, form: { type: 'circle', centre: point, radius: 0.06 } })
    }
  }
  return shapes
}

const listed = new WeakMap<readonly BuiltFixture[], { readonly catalogue: Catalogue | undefined; readonly shapes: readonly Shape[] }>()

function symbolsOf(fixtures: readonly BuiltFixture[], catalogue: Catalogue | undefined): readonly Shape[] {
  const known = listed.get(fixtures)
  if (known !== undefined && known.catalogue === catalogue) return known.shapes
  const shapes: Shape[] = []
  for (const built of fixtures) for (const shape of drawFixture(built, catalogue)) shapes.push(shape)
  listed.set(fixtures, { catalogue, shapes })
  return shapes
}

/** One piece of furniture, as `drawFixtures` draws it. */
export function drawFixture(built: BuiltFixture, catalogue: Catalogue | undefined): readonly Shape[] {
  return symbolOf(built, catalogue?.[built.fixture.entry])
}

/** The symbol of an entry by itself, its middle at the origin. Metres. */
export function drawEntry(entry: CatalogueEntry): readonly Shape[] {
  const parts = seenFromAbove(entry).map(({ material, ...part }): Shape => {
    const form: Shape['form'] =
      part.shape === 'cylinder'
        ? { type: 'circle', centre: part.at, radius: part.radius }
        : { type: 'polygon', rings: [outlineOf({ ...part, material })] }
    return { role: 'fixtureDetail', element: undefined, material, form }
  })
  return [{ role: 'fixture', element: undefined, form: { type: 'polygon', rings: [entry.footprint] } }, ...parts]
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
  for (const part of seenFromAbove(entry)) {
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

/** The parts of an entry that a part above them does not hide, lowest first. */
function seenFromAbove(entry: CatalogueEntry): readonly Part[] {
  const known = seen.get(entry)
  if (known !== undefined) return known
  const parts = [...entry.parts].sort((a, b) => topOfPart(a) - topOfPart(b))
  const boxes = parts.map(boxAbout)
  const left = parts.filter(
    (part, i) => !parts.some((over, j) => j > i && isUpright(over) && holds(boxes[j], boxes[i]) && topOfPart(over) > topOfPart(part)),
  )
  seen.set(entry, left)
  return left
}

/** Many parts hide under a top; on a large plan they would be most of what is drawn. */
const seen = new WeakMap<CatalogueEntry, readonly Part[]>()

/** Fills the box about it, so that it hides what lies within. */
function isUpright(part: Part): boolean {
  return part.shape === 'profile' || (part.shape === 'box' && part.rotation === 0)
}

function boxAbout(part: Part): Box | undefined {
  if (part.shape !== 'cylinder') return boxOf(outlineOf(part))
  const { at, radius } = part
  return { left: at.x - radius, right: at.x + radius, bottom: at.y - radius, top: at.y + radius }
}

function holds(outer: Box | undefined, inner: Box | undefined): boolean {
  if (outer === undefined || inner === undefined) return false
  return outer.left <= inner.left && outer.right >= inner.right && outer.bottom <= inner.bottom && outer.top >= inner.top
}

function outlineOf(part: Exclude<Part, { shape: 'cylinder' }>): readonly Point[] {
  switch (part.shape) {
    case 'extrusion':
      return part.outline
    case 'profile': {
      const depths = part.outline.map(({ y }) => y)
      return rectangle(part.x - part.width / 2, Math.min(...depths), part.x + part.width / 2, Math.max(...depths))
    }
    case 'box':
      return rectangle(-part.size.x / 2, -part.size.y / 2, part.size.x / 2, part.size.y / 2).map((corner) => placed(corner, part.at, part.rotation))
  }
}

function rectangle(left: number, front: number, right: number, back: number): readonly Point[] {
  return [
    { x: left, y: front },
    { x: right, y: front },
    { x: right, y: back },
    { x: left, y: back },
  ]
}
