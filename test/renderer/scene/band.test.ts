import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { signedArea } from '#shared/geometry/polygon'
import { bandRings, dashed, hatched } from '../../../renderer/scene/band'

const at = (...points: readonly (readonly [number, number])[]) => points.map(([x, y]) => ({ x, y }))
const lengthOf = (line: readonly { x: number; y: number }[]) =>
  line.slice(1).reduce((sum, { x, y }, i) => sum + Math.hypot(x - line[i]!.x, y - line[i]!.y), 0)

describe('a line with a width', () => {
  it('is mitred at a right angle: both pieces end on the diagonal', () => {
    const [first, second] = bandRings(at([0, 0], [4, 0], [4, 4]), 2)
    expect(first).toEqual(at([0, -1], [5, -1], [3, 1], [0, 1]))
    expect(second).toEqual(at([5, -1], [5, 4], [3, 4], [3, 1]))
  })

  it('leaves out points that repeat', () => {
    expect(bandRings(at([0, 0], [0, 0], [2, 0]), 1)).toHaveLength(1)
  })
})

it('draws a dash, leaves a gap, and goes on round a corner where it was', () => {
  expect(dashed(at([0, 0], [3, 0], [3, 3]), [2, 2])).toEqual([at([0, 0], [2, 0]), at([3, 1], [3, 3])])
})

const step = fc.integer({ min: 0, max: 9 })
const lines = fc.array(fc.tuple(step, step), { minLength: 2, maxLength: 8 }).map((points) => at(...points))

test.prop([lines, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 })])(
  'draws of a dashed line what its pattern says',
  (line, drawn, left) => {
    const [dash, gap] = [drawn / 10, left / 10]
    const whole = lengthOf(line)
    const periods = Math.floor(whole / (dash + gap) + 1e-9)
    const expected = periods * dash + Math.min(dash, whole - periods * (dash + gap))
    expect(dashed(line, [dash, gap]).reduce((sum, piece) => sum + lengthOf(piece), 0)).toBeCloseTo(expected, 6)
  },
)

test.prop([fc.integer({ min: 1, max: 60 }), fc.integer({ min: -50, max: 50 })])('hatches half of a long band, wherever it lies', (tenths, shift) => {
  const stripe = tenths / 10
  const long = 2 * stripe * Math.SQRT2 * 5
  const ring = at([shift, 0], [shift + long, 0], [shift + long, 1], [shift, 1])
  const area = hatched(ring, stripe).reduce((sum, piece) => sum + signedArea(piece), 0)
  expect(area).toBeCloseTo(signedArea(ring) / 2, 6)
})
