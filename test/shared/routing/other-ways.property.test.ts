import { test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { createRouter } from '#shared/routing/create-router'
import type { Stop, Walker } from '#shared/routing/router'
import { type BlockHall, blockHalls, floorOfBlocks, lengthsOfKinds, mirroredHall } from '#test/support/block-halls'
import { roomFloors } from '#test/support/room-floors'

const point: Walker = { radius: 0, passes: 0, flows: [] }
const stop = ({ x, y }: BlockHall['start']): Stop => ({ x: x / 1000, y: y / 1000, region: -1 })

function lengths(hall: BlockHall, walker = point): readonly number[] {
  return createRouter(floorOfBlocks(hall.blocks))
    .otherWays(stop(hall.start), stop(hall.goal), walker)
    .map(({ length }) => Math.round(length * 1e6))
    .sort((a, b) => a - b)
}

test.prop([blockHalls], { numRuns: 150 })('are the shortest way of each kind but the shortest, by trying every chain of corners', (hall) => {
  const expected = lengthsOfKinds(hall, 0.02, 1000)
  // Ways within a millimetre are walked anyway, and any of them may be walked alone.
  const isShared = expected.filter((length) => length <= expected[0]! + 1).length > 1
  expect(lengths(hall)).toEqual((isShared ? expected : expected.slice(1)).map((length) => Math.round(length * 1000)))
})

test.prop([blockHalls], { numRuns: 60 })('are as long mirrored, in another order of drawing, and on the way back', (hall) => {
  for (const walker of [point, { ...point, radius: 0.2 }]) {
    const here = lengths(hall, walker)
    expect(lengths(mirroredHall(hall), walker)).toEqual(here)
    expect(lengths({ ...hall, blocks: [...hall.blocks].reverse() }, walker)).toEqual(here)
    expect(lengths({ ...hall, start: hall.goal, goal: hall.start }, walker)).toEqual(here)
  }
})

test.prop([roomFloors], { numRuns: 60 })('are under 2 % longer, and as many after an edit as on the floor made anew', ({ floor, stops, spare }) => {
  const patient: Walker = { radius: 0.15, passes: 0.6, flows: ['patient'] }
  const edited = { ...floor, solids: [...floor.solids, spare] }
  const before = createRouter(floor)
  const [start, ...goals] = stops
  for (const goal of goals) before.routes(start!, goal, patient)
  const mended = before.mended(edited)
  const anew = createRouter(edited)
  for (const goal of goals) {
    const [answer] = anew.lengths(start!, [goal], patient)
    const found = anew.otherWays(start!, goal, patient)
    for (const { length } of found) {
      expect(answer?.status).toBe('ok')
      if (answer?.status !== 'ok') continue
      expect(length).toBeGreaterThan(answer.length - 1e-9)
      expect(length).toBeLessThan(1.02 * answer.length)
    }
    expect(mended.otherWays(start!, goal, patient).map((route) => [...route.points].map((value) => Math.round(value * 1e6)))).toEqual(
      found.map((route) => [...route.points].map((value) => Math.round(value * 1e6))),
    )
  }
})
