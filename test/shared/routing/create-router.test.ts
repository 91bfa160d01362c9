import { expect, it } from 'vitest'
import { createRouter } from '#shared/routing/create-router'
import type { RouteAnswer, Stop, Walker } from '#shared/routing/router'
import type { WalkableFloor } from '#shared/walkable/walkable-floor'
import { block, rectangle, room, workedFloor } from '#test/support/floors'

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

/** Two rooms of 4 x 4 m side by side, the doors between them in the order given. Millimetres. */
function twoRooms(...thresholds: WalkableFloor['thresholds']): WalkableFloor {
  return {
    boundary: [rectangle([0, 0, 8, 4])],
    solids: [
      { key: 'below', ring: [4000, 0, 4000, 1000] },
      { key: 'between', ring: [4000, 2000, 4000, 3000] },
    ],
    regions: [room('west', [0, 0, 4, 4]), room('east', [4, 0, 8, 4])],
    thresholds,
  }
}

const doorAt = (key: string, from: number, to: number, width: number): WalkableFloor['thresholds'][number] => {
  return { key, opening: `opening_${key}`, ax: 4000, ay: from, bx: 4000, by: to, left: 0, right: 1, width, admits: undefined, oneWay: undefined }
}

it('crosses what ends at the wall that it walks along, on the side where there is floor', () => {
  // The way runs along the upper wall, at y = 4, where the door ends. Where the stops are said to be is no help: on no floor of a room.
  const floor = twoRooms(doorAt('upper', 3000, 4000, 1))
  const [west, east]: Stop[] = [
    { x: 1, y: 4, region: -1 },
    { x: 6, y: 4, region: -1 },
  ]
  expect(createRouter(floor).routes(west!, east!, point)[0]!.crossings).toEqual([{ threshold: 0, to: 'right', at: 3 }])
  expect(createRouter(floor).routes(east!, west!, point)[0]!.crossings).toEqual([{ threshold: 0, to: 'left', at: 2 }])
})

it('names the door that a straight way leads through after edits that put another in its place', () => {
  const west: Stop = { x: 1, y: 1.5, region: W }
  const east: Stop = { x: 7, y: 1.5, region: C }
  const upper = doorAt('upper', 3000, 4000, 1)
  const base = createRouter(twoRooms(upper, doorAt('lower', 1000, 2000, 1)))
  const [first] = base.routes(west, east, point)
  expect(first!.crossings).toEqual([{ threshold: 1, to: 'right', at: 3 }])
  // Another door in its place of the list too: as it is known by being the same object, the route is another.
  const replaced = base.mended(twoRooms(upper, doorAt('other', 1000, 2000, 0.9)))
  const [second] = replaced.routes(west, east, point)
  expect(second!.crossings).toEqual([{ threshold: 1, to: 'right', at: 3 }])
  expect(second).not.toBe(first)
  // The upper door goes: the other one is now the first.
  const [third] = replaced.mended(twoRooms(doorAt('other', 1000, 2000, 0.9))).routes(west, east, point)
  expect(third!.crossings).toEqual([{ threshold: 0, to: 'right', at: 3 }])
})

const refusal = (answer: RouteAnswer | undefined) => (answer?.status === 'unreachable' ? answer.refusal : answer)

/** The worked floor with one threshold or one room changed. */
function changed(kind: 'thresholds' | 'regions', index: number, change: object): WalkableFloor {
  const floor = workedFloor()
  return { ...floor, [kind]: floor[kind].map((part, i) => (i === index ? { ...part, ...change } : part)) }
}

it('says which door is too narrow', () => {
  const narrow = createRouter(changed('thresholds', 1, { width: 0.5 }))
  expect(refusal(narrow.lengths(S, [B1], { ...point, passes: 0.6 })[0])).toEqual({ why: 'width', threshold: 1 })
  expect(narrow.routes(S, B1, { ...point, passes: 0.6 })).toEqual([])
  expect(narrow.lengths(S, [B1], point)[0]?.status).toBe('ok')
})

it('says which door or room does not admit the flow, and which is one-way against it', () => {
  expect(refusal(createRouter(changed('thresholds', 0, { admits: ['staff'] })).lengths(S, [B1], point)[0])).toEqual({
    why: 'admission',
    threshold: 0,
  })
  expect(refusal(createRouter(changed('regions', C, { admits: ['staff'] })).lengths(S, [B1], point)[0])).toEqual({ why: 'roomAdmission', region: C })
  const oneWay = createRouter(changed('thresholds', 1, { oneWay: 'toRight' }))
  expect(refusal(oneWay.lengths(S, [B1], point)[0])).toEqual({ why: 'oneWay', threshold: 1 })
  expect(oneWay.lengths(B1, [S], point)[0]?.status).toBe('ok')
})

it('says which room may not be passed, and where there are walls all round', () => {
  const shut = createRouter(changed('regions', C, { through: false }))
  expect(refusal(shut.lengths(S, [B1], point)[0])).toEqual({ why: 'notThrough', region: C })
  expect(shut.lengths(M, [B1], point)[0]?.status).toBe('ok')
  const floor = workedFloor()
  const walled = createRouter({ ...floor, solids: [...floor.solids, { key: 'more', ring: [7000, 3000, 8000, 3000] }] })
  expect(refusal(walled.lengths(S, [B1], point)[0])).toEqual({ why: 'walls' })
})

it('says at which end the body cannot stand', () => {
  const floor = workedFloor()
  const blocked = createRouter({ ...floor, solids: [...floor.solids, block('bed', [6.2, 3.4, 9, 5])] }, 0)
  expect(refusal(blocked.lengths(B1, [S], point)[0])).toEqual({ why: 'noStanding', end: 'start' })
  expect(refusal(blocked.lengths(S, [B1], point)[0])).toEqual({ why: 'noStanding', end: 'goal' })
})

it('goes via rooms and openings in their order', () => {
  const idOf = (name: string) => `opening_${name.padEnd(6, '0')}`
  const lengthVia = (start: Stop, goal: Stop, via: readonly string[]) => {
    const [answer] = router.lengths(start, [goal], point, via)
    return answer?.status === 'ok' ? answer.length : answer?.refusal
  }
  expect(lengthVia(S, B1, [idOf('DT')])).toBeCloseTo(9.55, 9)
  // To the jamb of DN and back: in at one side of the door, out again.
  const toNurses = 3.25 + 12.2
  expect(lengthVia(S, B1, ['room_N00000'])).toBeCloseTo(toNurses + 7.8 + 1.3, 9)
  expect(lengthVia(S, D, [idOf('DW'), idOf('DN')])).toBeCloseTo(3.25 + 12.2 + 4.25, 9)
  expect(lengthVia(S, B1, [idOf('DN')])).toEqual({ why: 'notThrough', region: N })
  expect(lengthVia(S, B1, ['room_W00000'])).toBeCloseTo(9.55, 9)
  const [route] = router.routes(S, B1, point, ['room_N00000'])
  expect(route!.crossings.map(({ threshold }) => threshold)).toEqual([0, 2, 2, 1])
  expect([...route!.points]).toEqual([4.25, -3, 3, 0, 15.2, 0, 8, 3, 7.5, 4.2])
  expect(lengthVia(S, B1, ['room_X00000'])).toEqual({ why: 'walls' })
})

it('gives both ways round where they are within a millimetre, and one where they are not', () => {
  const pillar = (y: number): WalkableFloor => ({
    boundary: [rectangle([0, -5, 10, 5])],
    solids: [block('pillar', [4, -1, 6, y])],
    regions: [],
    thresholds: [],
  })
  const stop = (x: number): Stop => ({ x, y: 0, region: -1 })
  const both = createRouter(pillar(1)).routes(stop(0.5), stop(9.5), point)
  expect(both.map(({ points }) => [...points])).toEqual([
    [0.5, 0, 4, -1, 6, -1, 9.5, 0],
    [0.5, 0, 4, 1, 6, 1, 9.5, 0],
  ])
  expect(createRouter(pillar(1.001)).routes(stop(0.5), stop(9.5), point)).toHaveLength(2)
  expect(createRouter(pillar(1.01)).routes(stop(0.5), stop(9.5), point)).toHaveLength(1)
})

it('walks the worked example with a radius on tangents and arcs', () => {
  const [answer] = router.lengths(M, [R], { ...point, radius: 0.25 })
  expect(answer).toEqual({ status: 'ok', length: expect.closeTo(6.102652, 6) })
})

it('gives an untouched route as the same object after an edit elsewhere', () => {
  const floor = workedFloor()
  const base = createRouter(floor)
  const before = base.routes(R, S, point)
  const mended = base.mended({ ...floor, solids: [...floor.solids, block('bed', [12, 5, 14, 6])] })
  expect(mended.routes(R, S, point)[0]).toBe(before[0])
})

it('crosses two openings drawn at one place in the order of their keys, however they are listed', () => {
  const floor = workedFloor()
  const twin = { ...floor.thresholds[1]!, key: 'DA', opening: 'opening_DA0000', left: C, right: T, ax: 8000, bx: 7000 }
  const keysOf = (thresholds: WalkableFloor['thresholds']) => {
    const [route] = createRouter({ ...floor, thresholds }).routes(S, B1, point)
    return route!.crossings.map(({ threshold }) => thresholds[threshold]!.key)
  }
  expect(keysOf([...floor.thresholds, twin])).toEqual(['DW', 'DA', 'DT'])
  expect(keysOf([twin, ...floor.thresholds])).toEqual(['DW', 'DA', 'DT'])
})

it('walks along a wall of no thickness past openings that end on both sides of it at one point', () => {
  // Along the wall at y = 4, from its end at x = 1 to its end at x = 9, is 8 m; the open edge above it, at x = 5, is not crossed.
  const wall = (key: string, from: number, to: number) => ({ key, ring: [from, 4000, to, 4000] })
  const region = (key: string) => ({ key, room: `room_${key}`, ring: [], through: true, admits: undefined })
  const edge = (key: string, ay: number, by: number, left: number, right: number) => {
    return { key, opening: `opening_${key}`, ax: 5000, ay, bx: 5000, by, left, right, width: 4, admits: undefined, oneWay: undefined }
  }
  const floor: WalkableFloor = {
    boundary: [[0, 0, 10_000, 0, 10_000, 8000, 0, 8000]],
    solids: [wall('a', 1000, 5000), wall('b', 5000, 9000)],
    regions: [region('lower left'), region('lower right'), region('upper left'), region('upper right')],
    thresholds: [edge('below', 0, 4000, 0, 1), edge('above', 4000, 8000, 2, 3)],
  }
  const [start, goal] = [
    { x: 1, y: 4, region: 0 },
    { x: 9, y: 4, region: 1 },
  ]
  expect(createRouter(floor).routes(start, goal, point)).toEqual([
    expect.objectContaining({ length: 8, crossings: [{ threshold: 0, to: 'right', at: 4 }] }),
  ])
})

it('walks past a doorway that lies along its way and does not step into it, though the room behind may be passed', () => {
  // Round the end of the wall at (1, 4), 8 m along it under the doorway of the room above, round its other end at (9, 4): 1 + 8 + 1.
  const region = (key: string) => ({ key, room: `room_${key}`, ring: [], through: true, admits: undefined })
  const edge = (key: string, from: number, to: number, left: number) => {
    return { key, opening: `opening_${key}`, ax: from, ay: 4000, bx: to, by: 4000, left, right: 0, width: 2, admits: undefined, oneWay: undefined }
  }
  const floor: WalkableFloor = {
    boundary: [rectangle([0, 0, 10, 8])],
    solids: [
      { key: 'a', ring: [1000, 4000, 4000, 4000] },
      { key: 'b', ring: [6000, 4000, 9000, 4000] },
      { key: 'c', ring: [1000, 4000, 1000, 8000] },
      { key: 'd', ring: [9000, 4000, 9000, 8000] },
    ],
    regions: [region('below'), region('left'), region('middle'), region('right')],
    thresholds: [edge('left', 0, 1000, 1), edge('middle', 4000, 6000, 2), edge('right', 9000, 10_000, 3)],
  }
  const [start, goal] = [
    { x: 0.4, y: 4.8, region: 1 },
    { x: 9.6, y: 4.8, region: 3 },
  ]
  expect(createRouter(floor).routes(start, goal, point)).toEqual([
    expect.objectContaining({
      length: 10,
      crossings: [
        { threshold: 0, to: 'right', at: 1 },
        { threshold: 2, to: 'left', at: 9 },
      ],
    }),
  ])
})
