import { test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { areasOf } from '#shared/building/area'
import { buildBuilding } from '#shared/building/build-building'
import { buildingFindings } from '#shared/building/findings'
import { roomPoint } from '#shared/building/room-point'
import { eyeView, visibleStretches } from '#shared/building/sight'
import { floorOfStorey } from '#shared/walkable/floor-of-building'
import { plan } from '#test/support/plans'
import { rough } from '#test/support/rough-plans'

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<unknown>).flatMap(numbersIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}

test.prop([rough], { numRuns: 50, seed: 1 })('the roughest plan is built, measured and judged without a hitch', (sketch) => {
  const { design, workshop } = plan(sketch)
  const building = buildBuilding(design, workshop)
  const storey = building.storeys[0]!
  const { boundary, solids } = floorOfStorey(storey, 1)
  const points = storey.rooms.map((built) => roomPoint(storey, built, { usual: 0.5, person: 0.25 }))
  const seen = visibleStretches(eyeView(storey, { x: 1.5, y: 1.5 }), [0, 0, 5, 1, 3, 6], 25)
  const areas = areasOf(building)
  const { storeys } = building
  expect(numbersIn([storeys, boundary, solids, points, seen, areas]).filter((number) => !Number.isFinite(number))).toEqual([])
  for (const { ring } of solids) expect(ring.length).toBeGreaterThanOrEqual(4)
  for (const { netArea } of storey.rooms) expect(netArea).toBeGreaterThanOrEqual(0)
  expect(areas.uncovered).toBeGreaterThanOrEqual(0)
  expect(Array.isArray(buildingFindings(building, design, workshop))).toBe(true)
})
