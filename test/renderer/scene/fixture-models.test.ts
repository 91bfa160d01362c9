import { Box3, Color, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import type { BuiltFixture } from '#shared/building/building'
import { CatalogueEntry } from '#shared/document/catalogue'
import { Fixture } from '#shared/document/elements/fixture'
import { shippedCatalogue } from '#test/support/catalogue'
import { blocksOf, fixtureGroups, heightOf, modelOf, placeOf } from '../../../renderer/scene/fixture-models'
import type { Palette } from '../../../renderer/scene/palette'

const square = [
  { x: -1, y: -0.5 },
  { x: 1, y: -0.5 },
  { x: 1, y: 0.5 },
  { x: -1, y: 0.5 },
]
const couch = CatalogueEntry.parse({
  key: 'couch',
  fixtureType: 'couch',
  name: 'Couch',
  group: 'beds',
  footprint: square,
  parts: [
    { shape: 'box', material: 'white', at: { x: 0.5, y: 0.25, z: 0.4 }, size: { x: 1, y: 0.5, z: 0.2 } },
    { shape: 'cylinder', material: 'steel', at: { x: 0, y: 0, z: 0 }, radius: 0.1, height: 0.4 },
  ],
})
const plain = new Color(1, 1, 1)
const palette = { material: () => plain } as unknown as Palette

const built = (entry: string, rotation: number): BuiltFixture => ({
  fixture: Fixture.parse({
    id: 'fixture_aaaaaa',
    kind: 'fixture',
    design: 'design_aaaaaa',
    storey: 'storey_aaaaaa',
    fixtureType: 'couch',
    entry,
    x: 10,
    y: 20,
    rotation,
    footprint: square,
  }),
  type: undefined,
  room: undefined,
  footprint: square,
  usePoints: [],
  bedHead: undefined,
})

it('turns a model with its fixture, counter-clockwise on the plan', () => {
  const corner = new Vector3(0.5, 0.4, -0.25).applyMatrix4(placeOf(built('couch', 90)))
  // (0.5, 0.25) a quarter turn on is (-0.25, 0.5): at (9.75, 20.5) on the plan, whose y is world -z.
  expect([corner.x, corner.y, -corner.z].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([9.75, 0.4, 20.5])
})

it('draws all fixtures of one look together, and those without any as blocks', () => {
  const { groups, unknown } = fixtureGroups([built('couch', 0), built('gone', 0), built('couch', 90)], { couch })
  expect(groups.map(({ entry, fixtures }) => [entry.key, fixtures.length])).toEqual([['couch', 2]])
  expect(unknown).toHaveLength(1)
  expect(blocksOf(unknown, palette)?.getAttribute('position').count).toBe(4 * 6 + 2 * 3)
})

describe.each(Object.values(shippedCatalogue()))('the model of $key', (entry) => {
  it.each(['plain', 'fine'] as const)('%s, stands on its footprint, as high as its parts, every face turned outwards', (detail) => {
    const model = modelOf(entry, palette, detail)!
    const box = new Box3().setFromBufferAttribute(model.getAttribute('position') as never)
    const [xs, ys] = [entry.footprint.map(({ x }) => x), entry.footprint.map(({ y }) => y)]
    expect(box.min.x).toBeGreaterThanOrEqual(Math.min(...xs) - 1e-6)
    expect(box.max.x).toBeLessThanOrEqual(Math.max(...xs) + 1e-6)
    expect(-box.max.z).toBeGreaterThanOrEqual(Math.min(...ys) - 1e-6)
    expect(-box.min.z).toBeLessThanOrEqual(Math.max(...ys) + 1e-6)
    expect(box.min.y).toBeGreaterThanOrEqual(0)
    expect(box.max.y).toBeCloseTo(heightOf(entry), 6)
    expect(model.getAttribute('color').count).toBe(model.getAttribute('position').count)
    expect(facesTurnedIn(model.getAttribute('position').array, model.getAttribute('normal').array)).toBe(0)
  })
})

/** Triangles whose corners run against the normal that they are lit by: three would not draw them. */
function facesTurnedIn(positions: ArrayLike<number>, normals: ArrayLike<number>): number {
  let count = 0
  const at = (i: number) => new Vector3(positions[3 * i]!, positions[3 * i + 1]!, positions[3 * i + 2]!)
  for (let i = 0; i < positions.length / 3; i += 3) {
    const across = at(i + 1)
      .sub(at(i))
      .cross(at(i + 2).sub(at(i)))
    if (across.length() < 1e-12) continue
    if (across.normalize().dot(new Vector3(normals[3 * i]!, normals[3 * i + 1]!, normals[3 * i + 2]!)) < 0.99) count++
  }
  return count
}
