import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { type Landing, type Place, passagesOver, type Ride } from '#shared/routing/passages'
import type { Router } from '#shared/routing/router'

const WALKER = { radius: 0, passes: 0, flows: [] }
const STOREYS = 4

/** Open floor: everybody walks straight. */
const openFloor = {
  lengths: (from, goals) => goals.map(({ x, y }) => ({ status: 'ok', length: Math.hypot(x - from.x, y - from.y) })),
} as Pick<Router, 'lengths'> as Router

const routers = Array.from({ length: STOREYS }, () => openFloor)

const point = fc.record({ x: fc.integer({ min: 0, max: 12 }), y: fc.integer({ min: 0, max: 12 }) })
const place = fc.record({ storey: fc.nat(STOREYS - 1), stop: point.map(({ x, y }) => ({ x, y, region: -1 })) })
/** A lift, or stairs of one way, with a landing on each of some storeys. */
const connector = fc.record({
  storeys: fc.uniqueArray(fc.nat(STOREYS - 1), { minLength: 2, maxLength: STOREYS }),
  at: point,
  cost: fc.integer({ min: 0, max: 20 }),
  isOneWay: fc.boolean(),
})

function built(connectors: readonly { storeys: number[]; at: { x: number; y: number }; cost: number; isOneWay: boolean }[]) {
  const landings: Landing[] = []
  const rides: Ride[] = []
  connectors.forEach(({ storeys, at, cost, isOneWay }, index) => {
    const first = landings.length
    for (const storey of storeys) landings.push({ storey, stop: { ...at, region: -1 }, connector: index })
    storeys.forEach((from, i) => {
      storeys.forEach((to, j) => {
        if (i !== j && !(isOneWay && to < from)) rides.push({ from: first + i, to: first + j, cost: cost * Math.abs(to - from), metres: 0 })
      })
    })
  })
  return { landings, rides }
}

/** The least cost by Floyd and Warshall over every place at once. */
function leastCost(from: Place, goal: Place, landings: readonly Landing[], rides: readonly Ride[]): number {
  const places: readonly Place[] = [from, goal, ...landings]
  const cost = places.map((a) => places.map((b) => (a.storey === b.storey ? Math.hypot(a.stop.x - b.stop.x, a.stop.y - b.stop.y) : Infinity)))
  for (const ride of rides) cost[ride.from + 2]![ride.to + 2] = Math.min(cost[ride.from + 2]![ride.to + 2]!, ride.cost)
  for (let k = 0; k < places.length; k++) {
    for (const row of cost) for (let j = 0; j < row.length; j++) row[j] = Math.min(row[j]!, row[k]! + cost[k]![j]!)
  }
  return cost[0]![1]!
}

test.prop([fc.array(connector, { maxLength: 4 }), place, place], { numRuns: 300 })(
  'cost as little as any chain of walks and rides',
  (connectors, from, goal) => {
    const { landings, rides } = built(connectors)
    const passages = passagesOver(routers, landings, rides, WALKER, () => undefined)
    const [cost] = passages.costs(from, [goal])
    const least = leastCost(from, goal, landings, rides)
    if (least === Infinity) expect(cost).toBe(Infinity)
    else expect(cost).toBeCloseTo(least, 9)
    const ways = passages.passages(from, goal)
    expect(ways.length > 0).toBe(least < Infinity)
    for (const way of ways) {
      expect(way.cost).toBeLessThanOrEqual(least + 0.001 + 1e-9)
      expect(way.hops.reduce((sum, hop) => sum + (hop.kind === 'walk' ? hop.metres : rides[hop.ride]!.cost), 0)).toBeCloseTo(way.cost, 9)
    }
  },
)

it('pass forced places on their own storeys, in their order', () => {
  const { landings, rides } = built([{ storeys: [0, 1], at: { x: 6, y: 0 }, cost: 1, isOneWay: false }])
  const asked: string[] = []
  const watched = routers.map((_, storey) => ({
    lengths: (from: Place['stop'], goals: readonly Place['stop'][], __: unknown, via: readonly string[] = []) => {
      for (const { x } of goals) if (via.length > 0) asked.push(`${storey}: ${from.x}-${x} by ${via.join()}`)
      return openFloor.lengths(from, goals, WALKER)
    },
  })) as unknown as readonly Router[]
  const storeyOf = (id: string) => (id === 'room_below' ? 0 : 1)
  const at = (storey: number, x: number): Place => ({ storey, stop: { x, y: 0, region: -1 } })
  const [way] = passagesOver(watched, landings, rides, WALKER, storeyOf).passages(at(0, 0), at(1, 10), ['room_below', 'room_above'])
  expect(way?.hops.map((hop) => (hop.kind === 'walk' ? hop.via : 'ride'))).toEqual([['room_below'], 'ride', ['room_above']])
  expect(asked).toContain('0: 0-6 by room_below')
  expect(asked).toContain('1: 6-10 by room_above')
})
