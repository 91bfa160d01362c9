import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { createRouter } from '#shared/routing/create-router'
import type { Crossing, Route, RouteAnswer, Router, Stop, Walker } from '#shared/routing/router'
import type { Solid, WalkableFloor } from '#shared/walkable/walkable-floor'
import { corridorFloors, thinCorridorFloors } from '#test/support/corridor-floors'
import { roomFloors } from '#test/support/room-floors'

const free: Walker = { radius: 0, passes: 0, flows: [] }
const patient: Walker = { radius: 0, passes: 0.8, flows: ['patient'] }

const metres = (answer: RouteAnswer | undefined) => (answer?.status === 'ok' ? answer.length : Infinity)
const between = (router: Router, start: Stop, goal: Stop, walker: Walker) => metres(router.lengths(start, [goal], walker)[0])

function table(router: Router, stops: readonly Stop[], walker: Walker): number[] {
  return stops.flatMap((start) => router.lengths(start, stops, walker).map(metres))
}

function expectSame(one: readonly number[], other: readonly number[]): void {
  expect(one.map((value) => Math.round(value * 1e6))).toEqual(other.map((value) => Math.round(value * 1e6)))
}

/** The floor with a wall of thickness 0 in each threshold that the walker may not use from `start` to `goal`. */
function walledUp({ solids, thresholds, regions, ...rest }: WalkableFloor, start: Stop, goal: Stop, walker: Walker): WalkableFloor {
  const mayEnter = (region: number) => region < 0 || region === start.region || region === goal.region || regions[region]!.through
  const isOpen = (threshold: WalkableFloor['thresholds'][number]) =>
    threshold.width >= walker.passes &&
    walker.flows.every((flow) => threshold.admits === undefined || threshold.admits.includes(flow)) &&
    mayEnter(threshold.left) &&
    mayEnter(threshold.right)
  const walls: Solid[] = thresholds.filter((one) => !isOpen(one)).map(({ key, ax, ay, bx, by }) => ({ key: `shut ${key}`, ring: [ax, ay, bx, by] }))
  return {
    ...rest,
    regions: regions.map((region) => ({ ...region, through: true })),
    thresholds: thresholds.filter(isOpen),
    solids: [...solids, ...walls],
  }
}

test.prop([roomFloors], { numRuns: 60 })('filters on edges are as good as walled-up openings', ({ floor, stops }) => {
  const router = createRouter(floor)
  for (const start of stops.slice(0, 3)) {
    for (const goal of stops.slice(2)) {
      const walled = createRouter(walledUp(floor, start, goal, patient))
      expect(between(router, start, goal, patient)).toBeCloseTo(between(walled, start, goal, free), 6)
    }
  }
})

test.prop([thinCorridorFloors], { numRuns: 12 })('no route goes through one doorway twice: along it is as short', ({ floor, stops }) => {
  const router = createRouter(floor)
  for (const start of stops) {
    for (const goal of stops) {
      for (const { crossings } of router.routes(start, goal, free)) {
        expect(new Set(crossings.map(({ threshold }) => threshold)).size).toBe(crossings.length)
      }
    }
  }
})

test.prop([roomFloors], { numRuns: 60 })('there is as far as back, and no way round is shorter', ({ floor, stops }) => {
  const lengths = table(createRouter(floor), stops, free)
  const n = stops.length
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const far = lengths[i * n + j]!
      if (far < Infinity) expect(far).toBeCloseTo(lengths[j * n + i]!, 9)
      else expect(lengths[j * n + i]).toBe(Infinity)
    }
  }
})

test.prop([roomFloors], { numRuns: 60 })('an obstacle more never shortens', ({ floor, stops, spare }) => {
  const before = table(createRouter(floor), stops, free)
  const after = table(createRouter({ ...floor, solids: [...floor.solids, spare] }), stops, free)
  before.forEach((length, i) => {
    expect(after[i]!).toBeGreaterThanOrEqual(length - 1e-9)
  })
})

test.prop([roomFloors], { numRuns: 60 })('the order of walls, doors and rooms changes nothing', ({ floor, stops }) => {
  const last = floor.regions.length - 1
  const turned: WalkableFloor = {
    ...floor,
    solids: [...floor.solids].reverse(),
    regions: [...floor.regions].reverse(),
    thresholds: floor.thresholds.map((one) => ({ ...one, left: last - one.left, right: last - one.right })).reverse(),
  }
  const stopsTurned = stops.map((stop) => ({ ...stop, region: last - stop.region }))
  expectSame(table(createRouter(floor), stops, patient), table(createRouter(turned), stopsTurned, patient))
  const points = (router: Router, [start, , goal]: readonly Stop[]) => router.routes(start!, goal!, patient).map((route) => [...route.points])
  expect(points(createRouter(turned), stopsTurned)).toEqual(points(createRouter(floor), stops))
})

test.prop([roomFloors], { numRuns: 40 })('mirrored, turned by a quarter and shifted, every length is the same', ({ floor, stops }) => {
  const lengths = table(createRouter(floor), stops, patient)
  const mirrored = moved(floor, stops, (x, y) => [-x, y], true)
  expectSame(table(createRouter(mirrored.floor), mirrored.stops, patient), lengths)
  const turned = moved(floor, stops, (x, y) => [1_234_567 - y, x - 7654], false)
  expectSame(table(createRouter(turned.floor), turned.stops, patient), lengths)
})

function moved(floor: WalkableFloor, stops: readonly Stop[], to: (x: number, y: number) => [number, number], isMirror: boolean) {
  const ringTo = (ring: readonly number[]) => {
    const places: [number, number][] = []
    for (let i = 0; i < ring.length; i += 2) places.push(to(ring[i]!, ring[i + 1]!))
    return (isMirror ? places.reverse() : places).flat()
  }
  return {
    floor: {
      boundary: floor.boundary.map(ringTo),
      solids: floor.solids.map(({ key, ring }) => ({ key, ring: ringTo(ring) })),
      regions: floor.regions,
      thresholds: floor.thresholds.map((one) => {
        const [ax, ay] = to(one.ax, one.ay)
        const [bx, by] = to(one.bx, one.by)
        return { ...one, ax, ay, bx, by, left: isMirror ? one.right : one.left, right: isMirror ? one.left : one.right }
      }),
    },
    stops: stops.map((stop) => {
      const [x, y] = to(Math.round(stop.x * 1000), Math.round(stop.y * 1000))
      return { x: x / 1000, y: y / 1000, region: stop.region }
    }),
  }
}

const edits = fc.array(
  fc.record({
    kind: fc.constantFrom('shift', 'drop', 'add', 'door', 'names', 'replace'),
    which: fc.nat(100),
    dx: fc.integer({ min: -1500, max: 1500 }),
    dy: fc.integer({ min: -1500, max: 1500 }),
  }),
  { minLength: 1, maxLength: 4 },
)

const wide: Walker = { radius: 0.25, passes: 0.7, flows: ['patient'] }

test.prop([roomFloors, edits, fc.constantFrom(patient, patient, wide)], { numRuns: 25 })(
  'a mended router answers as a new one does',
  ({ floor, stops, spare }, changes, walker) => expectMendedAsNew(floor, stops, spare, changes, walker),
  30_000,
)

test.prop([corridorFloors, edits, fc.constantFrom(patient, wide)], { numRuns: 15 })(
  'a mended router answers as a new one does, of legs far from the edit as well',
  ({ floor, stops }, changes, walker) =>
    expectMendedAsNew(floor, stops, { key: 'spare', ring: [19_000, 4500, 19_600, 4500, 19_600, 6000] }, changes, walker),
  30_000,
)

type EditDrawn = { readonly kind: string; readonly which: number; readonly dx: number; readonly dy: number }

function expectMendedAsNew(floor: WalkableFloor, stops: readonly Stop[], spare: Solid, changes: readonly EditDrawn[], walker: Walker): void {
  const points = (one: Router) => stops.flatMap((start) => one.routes(start, stops[0]!, walker).map((route) => [...route.points].map(rounded)))
  const base = createRouter(floor)
  table(base, stops, walker)
  points(base)
  let router = base
  let edited = floor
  for (const change of changes) {
    edited = editedFloor(edited, spare, change)
    // Each edit twice: on top of the one before, and straight from the base.
    router = router.mended(edited)
    const fresh = createRouter(edited)
    for (const mended of [router, base.mended(edited)]) {
      expectSame(table(mended, stops, walker), table(fresh, stops, walker))
      expect(points(mended)).toEqual(points(fresh))
    }
  }
  expectSame(table(base, stops, walker), table(createRouter(floor), stops, walker))
}

test.prop([roomFloors, edits, fc.constantFrom(patient, patient, wide)], { numRuns: 25 })(
  'legs that somebody kept are after an edit what a new router finds',
  ({ floor, stops, spare }, changes, walker) => expectKeptAsNew(floor, stops, spare, changes, walker),
  30_000,
)

test.prop([corridorFloors, edits, fc.constantFrom(patient, wide)], { numRuns: 20 })(
  'legs that somebody kept are after an edit what a new router finds, far from the edit as well',
  ({ floor, stops }, changes, walker) =>
    expectKeptAsNew(floor, stops, { key: 'spare', ring: [19_000, 4500, 19_600, 4500, 19_600, 6000] }, changes, walker),
  30_000,
)

type Kept = readonly ReturnType<ReturnType<Router['keptLegs']>['find']>[]

/** A crossing by what it is called on its floor. */
const named =
  ({ regions, thresholds }: WalkableFloor) =>
  ({ threshold, to, at }: Crossing) => {
    const { opening, [to]: region } = thresholds[threshold]!
    return [opening, regions[region]?.room, rounded(at)]
  }

/** What routes were called when they were first seen: a route that is the same object later is called the same. */
const namesOfRoutes = new WeakMap<Route, readonly unknown[]>()

function namesOf(route: Route, floor: WalkableFloor): readonly unknown[] {
  const names = route.crossings.map(named(floor))
  expect(names).toEqual(namesOfRoutes.get(route) ?? names)
  namesOfRoutes.set(route, names)
  return names
}

/** All legs between stops, found from those of the floor before the edit where there is one; then their lengths and routes, as they are drawn. */
function keptLegs(router: Router, stops: readonly Stop[], walker: Walker, former: Kept) {
  const kept = router.keptLegs(walker)
  const pairs = stops.flatMap((start) => stops.map((goal) => [start, goal] as const))
  const legs: Kept = pairs.map(([start, goal], i) => kept.find(start, goal, former[i]))
  const walked = legs.map((leg, i) => {
    if (leg === undefined) return []
    const length = kept.length(leg)
    const routes = kept.routes(leg, former[i]).map((route) => [Array.from(route.points, rounded), namesOf(route, router.floor)])
    return [Number.isNaN(length) ? length : rounded(length), ...routes]
  })
  return { legs, walked }
}

function expectKeptAsNew(floor: WalkableFloor, stops: readonly Stop[], spare: Solid, changes: readonly EditDrawn[], walker: Walker): void {
  const base = createRouter(floor)
  const first = keptLegs(base, stops, walker, []).legs
  let router = base
  let legs = first
  let edited = floor
  for (const change of changes) {
    edited = editedFloor(edited, spare, change)
    const fresh = keptLegs(createRouter(edited), stops, walker, []).walked
    expect(keptLegs(base.mended(edited), stops, walker, first).walked).toEqual(fresh)
    router = router.mended(edited)
    const found = keptLegs(router, stops, walker, legs)
    expect(found.walked).toEqual(fresh)
    legs = found.legs
  }
}

const rounded = (metres: number) => Math.round(metres * 1e6)

function editedFloor(floor: WalkableFloor, spare: Solid, { kind, which, dx, dy }: EditDrawn): WalkableFloor {
  const { solids, thresholds, regions } = floor
  if (kind === 'names') {
    const other = <T>(list: readonly T[], index: number): T => list[(index + which) % list.length]!
    return {
      ...floor,
      solids: solids.map(({ ring }, i) => ({ key: other(solids, i).key, ring: [...ring.slice(2), ...ring.slice(0, 2)] })),
      regions: regions.map((region, i) => ({ ...region, key: other(regions, i).key, room: other(regions, i).room })),
      thresholds: thresholds.map((one, i) => ({ ...one, key: other(thresholds, i).key, opening: other(thresholds, i).opening })).reverse(),
    }
  }
  if (kind === 'replace' && thresholds.length > 0) {
    // Another door, neither as wide nor of the same name, in the place of one.
    const index = which % thresholds.length
    const other = ({ key, opening, width, ...rest }: (typeof thresholds)[number]) => {
      return { ...rest, key: `${key} new`, opening: opening === undefined ? undefined : `${opening}0`, width: width < 0.8 ? 1 : width + 0.1 }
    }
    return { ...floor, thresholds: thresholds.map((one, i) => (i === index ? other(one) : one)) }
  }
  if (kind === 'add')
    return { ...floor, solids: [...solids.filter(({ key }) => key !== spare.key), { key: spare.key, ring: shifted(spare.ring, dx, dy) }] }
  if (kind === 'door' && thresholds.length > 0) {
    const index = which % thresholds.length
    return { ...floor, thresholds: thresholds.map((one, i) => (i === index ? { ...one, width: one.width < 0.8 ? 1 : 0.5 } : one)) }
  }
  const index = which % solids.length
  if (kind === 'drop') return { ...floor, solids: solids.filter((_, i) => i !== index) }
  return { ...floor, solids: solids.map((solid, i) => (i === index ? { ...solid, ring: shifted(solid.ring, dx, dy) } : solid)) }
}

function shifted(ring: readonly number[], dx: number, dy: number): number[] {
  return ring.map((value, i) => value + (i % 2 === 0 ? dx : dy))
}
