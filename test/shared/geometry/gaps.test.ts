import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { compareFrom, freeSectors, isWithin, type Sector, widthClass } from '#shared/geometry/gaps'

const sector = (sx: number, sy: number, ex: number, ey: number): Sector => ({ sx, sy, ex, ey })

it('leaves three quarters round the corner of a box', () => {
  const [free, ...more] = freeSectors([sector(1, 0, 0, 1)])
  expect(more).toEqual([])
  expect(free).toEqual(sector(0, 1, 1, 0))
  expect(widthClass(free!)).toBe(1)
})

it('leaves half a turn where two boxes stand side by side, and nothing more where a third closes it', () => {
  const pair = [sector(1, 0, 0, 1), sector(0, 1, -1, 0)]
  expect(freeSectors(pair)).toEqual([sector(-1, 0, 1, 0)])
  expect(widthClass(freeSectors(pair)[0]!)).toBe(0)
  expect(freeSectors([...pair, sector(-1, 0, 1, 0)])).toEqual([])
})

it('leaves two quarters where two boxes touch corner to corner', () => {
  expect(freeSectors([sector(1, 0, 0, 1), sector(-1, 0, 0, -1)])).toEqual([sector(0, 1, -1, 0), sector(0, -1, 1, 0)])
})

it('leaves all but one direction at the end of a wall of thickness 0, and two halves along it', () => {
  expect(freeSectors([sector(1, 0, 1, 0)])).toEqual([sector(1, 0, 1, 0)])
  expect(widthClass(sector(1, 0, 1, 0))).toBe(1)
  expect(freeSectors([sector(1, 0, 1, 0), sector(-1, 0, -1, 0)])).toEqual([sector(1, 0, -1, 0), sector(-1, 0, 1, 0)])
})

const direction = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 })).filter(([x, y]) => x !== 0 || y !== 0)
const wedges = fc.array(fc.tuple(direction, direction), { minLength: 1, maxLength: 5 })

test.prop([wedges, direction])('says free what no sector blocks', (pairs, [dx, dy]) => {
  const blocked = pairs.map(([[sx, sy], [ex, ey]]) => sector(sx, sy, ex, ey))
  // Strictly inside or just left of a direction, judged by angles.
  const angle = Math.atan2(dy, dx) + 1e-4
  const turnFrom = (x: number, y: number, to: number) => (to - Math.atan2(y, x) + 4 * Math.PI) % (2 * Math.PI)
  const isFree = blocked.every(
    ({ sx, sy, ex, ey }) => turnFrom(sx, sy, angle) > turnFrom(sx, sy, Math.atan2(ey, ex) - 1e-9) || turnFrom(sx, sy, Math.atan2(ey, ex)) < 1e-9,
  )
  const found = freeSectors(blocked).some((free) => isWithin(free, Math.cos(angle), Math.sin(angle)))
  expect(found).toBe(isFree)
})

test.prop([direction, direction, direction])('puts directions in the order of their angles', ([rx, ry], [ax, ay], [bx, by]) => {
  const from = (x: number, y: number) => (Math.atan2(y, x) - Math.atan2(ry, rx) + 4 * Math.PI + 1e-9) % (2 * Math.PI)
  const difference = from(ax, ay) - from(bx, by)
  expect(Math.sign(compareFrom(rx, ry, ax, ay, bx, by))).toBe(Math.abs(difference) < 1e-6 ? 0 : Math.sign(difference))
})
