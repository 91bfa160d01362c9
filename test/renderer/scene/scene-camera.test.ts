import { fc, test } from '@fast-check/vitest'
import { OrthographicCamera, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { buildBuilding } from '#shared/building/build-building'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import { planToWorld } from '../../../renderer/scene/plan-to-world'
import { between, cameraNow, entranceDirection, fitted, floorFrame, moved, placeCamera, wholeOf } from '../../../renderer/scene/scene-camera'

const document = workedExample()
const storey = buildBuilding(document.designs[WORKED_DESIGN]!, document.workshop).storeys[0]!
const size = { width: 900, height: 600 }

/** A camera as the canvas makes one: a unit of it is a pixel. */
function cameraOf({ width, height }: typeof size) {
  return new OrthographicCamera(-width / 2, width / 2, height / 2, -height / 2)
}

const coordinate = fc.integer({ min: -40, max: 40 })
const direction = fc.record({ azimuth: fc.integer({ min: -180, max: 180 }), elevation: fc.integer({ min: 15, max: 89 }) })

const covering = fc.integer({ min: 0, max: 120 })
test.prop([direction, covering, covering])('fits everything in the part of the screen that is free, from any side', (from, covered, above) => {
  const seen = wholeOf(storey, 1.2)
  const view = fitted(seen, from, size, covered, 0, above)
  const camera = cameraOf(size)
  placeCamera(camera, new Vector3(), view, 200)
  const foot = -1 + (2 * covered) / size.height
  const head = 1 - (2 * above) / size.height
  const ys: number[] = []
  for (const point of seen.points) {
    for (const height of [0, 1.2]) {
      const { x, y } = new Vector3(...planToWorld(point, height)).project(camera)
      expect(Math.abs(x)).toBeLessThan(1)
      expect(y).toBeGreaterThan(foot)
      expect(y).toBeLessThan(head)
      ys.push(y)
    }
  }
  expect((Math.min(...ys) + Math.max(...ys)) / 2).toBeCloseTo((foot + head) / 2, 6)
})

test.prop([direction, fc.integer({ min: 3, max: 300 })])('reads back the view that it was given', (from, scale) => {
  const camera = cameraOf(size)
  const target = new Vector3()
  placeCamera(camera, target, { target: { x: 4, y: -7 }, ...from, scale }, 100)
  const read = cameraNow(camera, target)
  expect(read.target).toEqual({ x: 4, y: -7 })
  expect(read.elevation).toBeCloseTo(from.elevation, 6)
  // A hair before 360 degrees is a hair from 0.
  const turned = (read.azimuth - from.azimuth) / 360
  expect(turned - Math.round(turned)).toBeCloseTo(0, 8)
  expect(read.scale).toBe(scale)
})

test.prop([direction, fc.integer({ min: 3, max: 300 }), coordinate, coordinate])(
  'lays a drawing of the plan on the floor where three shows that floor',
  (from, scale, x, y) => {
    const camera = cameraOf(size)
    const view = { target: { x: 4, y: -7 }, ...from, scale }
    placeCamera(camera, new Vector3(), view, 1000)
    const seen = new Vector3(...planToWorld({ x, y })).project(camera)
    const { a, b, c, d, e, f } = floorFrame(view, size)
    expect(a * x - c * y + e).toBeCloseTo(((seen.x + 1) / 2) * size.width, 6)
    expect(b * x - d * y + f).toBeCloseTo(((1 - seen.y) / 2) * size.height, 6)
  },
)

describe('moving the view', () => {
  const view = { target: { x: 1, y: 2 }, azimuth: 350, elevation: 45, scale: 20 }

  it('turns the shorter way', () => {
    expect(between(view, { ...view, azimuth: 10 }, 0.5).azimuth).toBeCloseTo(360, 9)
  })

  it('pans along the screen, and neither tilts below the floor nor over the top', () => {
    const { x, y } = moved({ ...view, azimuth: 90 }, { right: 40 }).target
    expect([x, y]).toEqual([expect.closeTo(1, 9), expect.closeTo(4, 9)])
    expect(moved(view, { tilt: 100 }).elevation).toBe(89.9)
    expect(moved(view, { tilt: -100 }).elevation).toBe(15)
  })
})

it('looks in from the entrance: from outside, square to the main gate', () => {
  const gate = storey.openings.find(({ opening }) => opening.gate === 'main')!
  const { azimuth } = entranceDirection(storey)!
  const out = { x: Math.sin((azimuth / 180) * Math.PI), y: -Math.cos((azimuth / 180) * Math.PI) }
  const along = { x: gate.to.x - gate.from.x, y: gate.to.y - gate.from.y }
  expect(out.x * along.x + out.y * along.y).toBeCloseTo(0, 9)
  const middle = { x: (gate.from.x + gate.to.x) / 2, y: (gate.from.y + gate.to.y) / 2 }
  const distances = wholeOf(storey, 0).points.map(({ x, y }) => (x - middle.x) * out.x + (y - middle.y) * out.y)
  expect(Math.max(...distances)).toBeLessThan(0.5)
})
