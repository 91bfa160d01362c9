import { expect, it } from 'vitest'
import { createRouter } from '#shared/routing/create-router'
import type { Stop, Walker } from '#shared/routing/router'
import { workedFloor } from '#test/support/floors'

const point: Walker = { radius: 0, passes: 0, flows: ['patient'] }
const W = 0
const C = 1
const T = 2
const N = 3
const M: Stop = { x: 0, y: 1.5, region: C }
const G: Stop = { x: 20, y: 0.8, region: C }
const R: Stop = { x: 0.75, y: -3, region: W }
const S: Stop = { x: 4.25, y: -3, region: W }
const B1: Stop = { x: 7.5, y: 4.2, region: T }
const B2: Stop = { x: 9.25, y: 6, region: T }
const D: Stop = { x: 18.95, y: -2, region: N }
const K: Stop = { x: 13.1, y: -2.8, region: N }

const router = createRouter(workedFloor())

it.each([
  ['M-R', M, R, 5.75],
  ['R-S', R, S, 3.5],
  ['S-B1', S, B1, 9.55],
  ['S-B2', S, B2, 12],
  ['B1-R', B1, R, 10.05],
  ['B2-R', B2, R, 12.5],
  ['D-B1', D, B1, 13.35],
  ['D-B2', D, B2, 15.3],
  ['K-B1', K, B1, 12.6],
  ['K-B2', K, B2, 14.55],
  ['B1-G', B1, G, 13.5],
  ['B2-G', B2, G, 15.45],
  ['G-D', G, D, 6.15],
] as const)('walks %s of the worked example', (_name, start, goal, length) => {
  const [there] = router.lengths(start, [goal], point)
  const [back] = router.lengths(goal, [start], point)
  expect(there).toEqual({ status: 'ok', length: expect.closeTo(length, 9) })
  expect(back).toEqual({ status: 'ok', length: expect.closeTo(length, 9) })
})

it('bends at the jambs and crosses the doors in walking order', () => {
  const [route, ...others] = router.routes(S, B1, point)
  expect(others).toEqual([])
  expect([...route!.points]).toEqual([4.25, -3, 3, 0, 7, 3, 7.5, 4.2])
  expect(route!.crossings).toEqual([
    { threshold: 0, to: 'left', at: expect.closeTo(3.25, 9) },
    { threshold: 1, to: 'left', at: expect.closeTo(8.25, 9) },
  ])
})
