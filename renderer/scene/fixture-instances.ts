import { type BufferGeometry, Euler, Matrix4, Quaternion, Vector3 } from 'three'
import type { BuiltFixture } from '#shared/building/building'
import type { Catalogue, Material, Part } from '#shared/document/catalogue'
import type { Point } from '#shared/geometry/point'
import { planToWorld } from './plan-to-world'
import { addFlat, addSides, geometryOf, noTriangles, type Triangles } from './prism'

const RADIANS = Math.PI / 180
/** An entry that the catalogue does not have is shown as a plain block of this height. Metres. */
const UNKNOWN_HEIGHT_M = 0.9

/** Furniture as a handful of draw calls: unit boxes and unit cylinders by material, other outlines merged. */
export type FixtureInstances = {
  readonly boxes: ReadonlyMap<Material, readonly Matrix4[]>
  readonly cylinders: ReadonlyMap<Material, readonly Matrix4[]>
  readonly extrusions: ReadonlyMap<Material, BufferGeometry>
}

/** The parts of every fixture, placed in the world. A unit box or cylinder is 1 m each way, its base centred on the origin. */
export function fixtureInstances(fixtures: readonly BuiltFixture[], catalogue: Catalogue): FixtureInstances {
  const boxes = new Map<Material, Matrix4[]>()
  const cylinders = new Map<Material, Matrix4[]>()
  const extrusions = new Map<Material, Triangles>()
  for (const built of fixtures) {
    const entry = catalogue[built.fixture.entry]
    if (entry === undefined) {
      addExtrusion(extrusions, 'soft', built.footprint, 0, UNKNOWN_HEIGHT_M)
      continue
    }
    const frame = frameOf(built)
    for (const part of entry.parts) addPart(part, frame, boxes, cylinders, extrusions)
  }
  const merged = new Map<Material, BufferGeometry>()
  for (const [material, triangles] of extrusions) {
    const geometry = geometryOf(triangles)
    if (geometry !== undefined) merged.set(material, geometry)
  }
  return { boxes, cylinders, extrusions: merged }
}

function frameOf({ fixture }: BuiltFixture): Matrix4 {
  // Turning counter-clockwise on the plan is turning the same way about world y.
  const turn = new Quaternion().setFromEuler(new Euler(0, fixture.rotation * RADIANS, 0))
  return new Matrix4().compose(new Vector3(...planToWorld(fixture)), turn, new Vector3(1, 1, 1))
}

function addPart(
  part: Part,
  frame: Matrix4,
  boxes: Map<Material, Matrix4[]>,
  cylinders: Map<Material, Matrix4[]>,
  extrusions: Map<Material, Triangles>,
): void {
  switch (part.shape) {
    case 'box': {
      const turn = new Quaternion().setFromEuler(new Euler(0, part.rotation * RADIANS, 0))
      const place = new Matrix4().compose(new Vector3(...planToWorld(part.at, part.at.z)), turn, new Vector3(part.size.x, part.size.z, part.size.y))
      push(boxes, part.material, frame.clone().multiply(place))
      break
    }
    case 'cylinder': {
      const scale = new Vector3(2 * part.radius, part.height, 2 * part.radius)
      const place = new Matrix4().compose(new Vector3(...planToWorld(part.at, part.at.z)), new Quaternion(), scale)
      push(cylinders, part.material, frame.clone().multiply(place))
      break
    }
    case 'extrusion': {
      const onPlan = part.outline.map((point) => {
        const world = new Vector3(...planToWorld(point)).applyMatrix4(frame)
        return { x: world.x, y: -world.z }
      })
      addExtrusion(extrusions, part.material, onPlan, part.base, part.base + part.height)
      break
    }
  }
}

function addExtrusion(extrusions: Map<Material, Triangles>, material: Material, ring: readonly Point[], base: number, top: number): void {
  const triangles = extrusions.get(material) ?? noTriangles()
  extrusions.set(material, triangles)
  addSides(triangles, ring, base, top)
  addFlat(triangles, ring, top)
}

function push(instances: Map<Material, Matrix4[]>, material: Material, matrix: Matrix4): void {
  const list = instances.get(material)
  if (list === undefined) instances.set(material, [matrix])
  else list.push(matrix)
}
