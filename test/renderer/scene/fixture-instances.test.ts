import { Vector3 } from 'three'
import { expect, it } from 'vitest'
import type { BuiltFixture } from '#shared/building/building'
import { CatalogueEntry } from '#shared/document/catalogue'
import { Fixture } from '#shared/document/elements/fixture'
import { fixtureInstances } from '../../../renderer/scene/fixture-instances'

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
  footprint: square,
  parts: [
    { shape: 'box', material: 'white', at: { x: 0.5, y: 0.25, z: 0.4 }, size: { x: 1, y: 0.5, z: 0.2 } },
    { shape: 'cylinder', material: 'steel', at: { x: 0, y: 0, z: 0 }, radius: 0.1, height: 0.4 },
  ],
})

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
  room: undefined,
  footprint: square,
  usePoints: [],
  bedHead: undefined,
})

it('turns a part with its fixture, counter-clockwise on the plan', () => {
  const { boxes, cylinders } = fixtureInstances([built('couch', 90)], { couch })
  const [place] = boxes.get('white') ?? []
  const base = new Vector3(0, 0, 0).applyMatrix4(place!)
  // (0.5, 0.25) a quarter turn on is (-0.25, 0.5): at (9.75, 20.5) on the plan, whose y is world -z.
  expect([base.x, base.y, -base.z].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([9.75, 0.4, 20.5])
  expect(cylinders.get('steel')).toHaveLength(1)
})

it('shows a fixture whose entry is not in the catalogue as a block on its footprint', () => {
  const { boxes, extrusions } = fixtureInstances([built('gone', 0)], { couch })
  expect(boxes.size).toBe(0)
  expect(extrusions.get('soft')?.getAttribute('position').count).toBe(4 * 6 + 2 * 3)
})
