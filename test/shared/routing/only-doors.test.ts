import { expect, it } from 'vitest'
import { createRouter } from '#shared/routing/create-router'
import type { Stop, Walker } from '#shared/routing/router'
import type { WalkableFloor } from '#shared/walkable/walkable-floor'
import { rectangle, room } from '#test/support/floors'

const body: Walker = { radius: 0.25, passes: 0, flows: [] }
const hall: Stop = { x: 0.5, y: -2, region: -1 }
const right: Stop = { x: 5, y: 2, region: 0 }

/**
 * A hall below, a room above it (y > 0) that only who goes there may enter, and between them one archway of 6 m. A wall in the hall ends
 * before the archway, so that one steps into the room to pass it; `more`: what else stands there. Millimetres.
 */
function floor(...more: WalkableFloor['solids']): WalkableFloor {
  const arch = { key: 'arch', opening: 'opening_arch', ax: 0, ay: 0, bx: 6000, by: 0, left: 0, right: -1, width: 6 }
  return {
    boundary: [rectangle([0, -4, 6, 4])],
    solids: [{ key: 'wall', ring: [1500, -4000, 1500, -100] }, ...more],
    regions: [{ ...room('room', [0, 0, 6, 4]), through: false }],
    thresholds: [{ ...arch, admits: undefined, oneWay: undefined }],
  }
}

const lengthTo = (goal: Stop, on: WalkableFloor) => {
  const [answer] = createRouter(on).lengths(hall, [goal], body)
  return answer?.status === 'ok' ? answer.length : undefined
}

it('leaves a room with one archway again where a post and a wall behind it divide both', () => {
  const post = { key: 'post', ring: [3000, -300, 3000, 4000] }
  // Over the end E of the hall's wall, which it has on its right, out of the room, under the post P, which it has on its left, and in.
  const r = body.radius
  const [toE, toP, toGoal] = [Math.hypot(1, 1.9), Math.hypot(1.5, 0.2), Math.hypot(2, 2.3)]
  const first = Math.atan2(1.9, 1) + Math.asin(r / toE)
  const second = Math.atan2(-0.2, 1.5) - Math.asin((2 * r) / toP)
  const third = Math.atan2(2.3, 2) + Math.asin(r / toGoal)
  const straight = Math.sqrt(toE ** 2 - r ** 2) + Math.sqrt(toP ** 2 - 4 * r ** 2) + Math.sqrt(toGoal ** 2 - r ** 2)
  expect(lengthTo(right, floor(post))).toBeCloseTo(straight + r * (first - second) + r * (third - second), 9)
})

it('is as short through a clear archway as if the room were for all to pass', () => {
  const open = floor()
  const through = { ...open, regions: [room('room', [0, 0, 6, 4])] }
  expect(lengthTo(right, open)).toBeCloseTo(lengthTo(right, through)!, 9)
})
