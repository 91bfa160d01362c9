import { expect, it } from 'vitest'
import { answerPairs } from '#shared/routing/answer-pairs'
import { bareFloor, pairsOf } from '#shared/routing/bare-floor'
import type { WalkableFloor } from '#shared/walkable/walkable-floor'

const outer = [
  [0, 0],
  [4, 0],
  [4, 3],
  [0, 3],
]
const clockwiseBox = [
  [1, 1],
  [1, 2],
  [2, 2],
  [2, 1],
]

function floorOf(json: unknown): WalkableFloor {
  const read = bareFloor(json)
  if (!read.ok) throw new Error(read.problem.key)
  return read.value
}

it('turns rings counter-clockwise, drops repeated corners, and takes a flat one for a wall of thickness 0', () => {
  const flat = [
    [3, 0],
    [3, 1],
    [3, 1],
    [3, 2],
  ]
  const { boundary, solids } = floorOf({ outer: [...outer, [0, 0]], obstacles: [{ polygon: clockwiseBox }, { polygon: flat }] })
  expect(boundary).toEqual([[0, 0, 4000, 0, 4000, 3000, 0, 3000]])
  expect(solids.map(({ ring }) => ring)).toEqual([
    [2000, 1000, 2000, 2000, 1000, 2000, 1000, 1000],
    [3000, 0, 3000, 2000],
  ])
})

it('answers pairs: a way round, the same place, inside an obstacle, outside, walled off', () => {
  const wall = [
    [3, 0],
    [3, 3],
    [3.1, 3],
    [3.1, 0],
  ]
  const floor = floorOf({ outer, obstacles: [{ polygon: clockwiseBox }, { polygon: wall }] })
  const pairs = pairsOf([
    { id: 'round', start: [0.5, 1.5], goal: [2.5, 1.5] },
    { id: 1, start: [0.5, 0.5], goal: [0.5, 0.5] },
    { id: 2, start: [1.5, 1.5], goal: [0.5, 0.5] },
    { id: 3, start: [0.5, 0.5], goal: [9, 9] },
    { id: 4, start: [0.5, 0.5], goal: [3.5, 0.5] },
  ])
  if (!pairs.ok) throw new Error('unreadable')
  const answers = answerPairs(floor, 0, pairs.value)
  expect(answers.map(({ id, status }) => [id, status])).toEqual([
    ['round', 'ok'],
    [1, 'ok'],
    [2, 'invalid'],
    [3, 'invalid'],
    [4, 'unreachable'],
  ])
  expect(answers[0]!.length).toBeCloseTo(1 + 2 * Math.hypot(0.5, 0.5), 9)
  expect(answers[0]!.path).toHaveLength(4)
  expect(answers[1]!.length).toBe(0)
  expect(answers[4]).toEqual({ id: 4, status: 'unreachable', length: null, path: [] })
})

it('says what is wrong with a floor and with pairs', () => {
  expect(bareFloor({ outer: [[0, 0]], obstacles: [] })).toMatchObject({
    ok: false,
    problem: { key: 'route.floorUnreadable', values: { place: 'outer' } },
  })
  expect(bareFloor([])).toMatchObject({ ok: false })
  expect(bareFloor({ outer: [outer[0], outer[0], outer[0]], obstacles: [] })).toMatchObject({ ok: false, problem: { key: 'route.floorEmpty' } })
  expect(pairsOf([{ id: 1, start: [0, Number.NaN], goal: [1, 1] }])).toMatchObject({ ok: false, problem: { values: { place: '0.start.1' } } })
})
