import { expect, it } from 'vitest'
import { bundleLines } from '#shared/drawing/bundle'
import { drawRibbons } from '#shared/drawing/draw-ribbons'
import { type FlowNet, flowNet } from '#shared/drawing/flow-net'
import { ribbonsOf, thicknessOf } from '#shared/drawing/ribbons'
import { measureDesign } from '#shared/metrics/measure'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'

const line = (weight: number, ...points: readonly (readonly [number, number])[]) => ({ weight, points: points.map(([x, y]) => ({ x, y })) })
const oneRoom = () => 'room'

/** A straight corridor of 10 m walked by trips of given kinds, `out` from left to right and `back` the other way. */
function corridor(...trips: readonly (readonly [flow: 'clean' | 'used' | 'patient', out: number, back: number])[]): FlowNet {
  const line = (flow: 'clean' | 'used' | 'patient', perDay: number, start: number) => ({
    key: `${flow} ${start}`,
    flow,
    purpose: 'item' as const,
    role: undefined,
    pathway: flow,
    length: 10,
    from: 'A',
    to: 'B',
    perDay,
    start,
    count: 2,
  })
  return {
    nodes: Float64Array.from([0, 0, 2, 10, 0, 2]),
    paths: Int32Array.from([0, 1, 1, 0]),
    lines: trips.flatMap(([flow, out, back]) => [...(out > 0 ? [line(flow, out, 0)] : []), ...(back > 0 ? [line(flow, back, 2)] : [])]),
  }
}

it('makes one line of two that run 0.4 m apart, and leaves two that run 1.2 m apart', () => {
  const near = bundleLines([line(5, [0, 0], [10, 0]), line(1, [0, 0.4], [10, 0.4])], [], oneRoom)
  expect(near.paths[1]).toEqual(near.paths[0])
  const far = bundleLines([line(5, [0, 0], [10, 0]), line(1, [0, 1.2], [10, 1.2])], [], oneRoom)
  expect(far.paths[1]!.some((node) => far.paths[0]!.includes(node))).toBe(false)
})

it('joins a line from elsewhere to a busier one for as long as they run together', () => {
  const { nodes, paths } = bundleLines([line(9, [0, 0], [12, 0]), line(1, [3, 3], [4, 0.3], [11, 0.3], [12, 3])], [], oneRoom)
  const common = paths[1]!.filter((node) => paths[0]!.includes(node)).map((node) => nodes[node]!.x)
  expect(Math.max(...common) - Math.min(...common)).toBeGreaterThan(4)
})

it('never makes one line of two on either side of a wall', () => {
  const { paths } = bundleLines([line(5, [0, 0.1], [10, 0.1]), line(1, [0, -0.1], [10, -0.1])], [], ({ y }) => (y > 0 ? 'a' : 'b'))
  expect(paths[1]!.some((node) => paths[0]!.includes(node))).toBe(false)
})

it('leads everybody through the middle of a door', () => {
  const door = { from: { x: 5, y: -0.6 }, to: { x: 5, y: 0.6 }, width: 1.2 }
  const { nodes, paths } = bundleLines([line(1, [0, -2], [5, -0.4], [10, -2]), line(2, [0, 2], [5, 0.4], [10, 2])], [door], ({ x }) =>
    x < 5 ? 'a' : 'b',
  )
  for (const path of paths) expect(path.map((node) => nodes[node]!)).toContainEqual({ x: 5, y: 0, gateway: 0 })
})

it('sums trips both ways, points the way that most walk, and lists the trips', () => {
  const [ribbon, ...others] = ribbonsOf(corridor(['used', 2, 6]), { unit: 0.05 })
  expect(others).toEqual([])
  expect(ribbon).toMatchObject({ flow: 'used', perDay: 8, against: 2, trips: ['used 0', 'used 2'] })
  expect(ribbon!.points[0]!.x).toBeGreaterThan(ribbon!.points.at(-1)!.x)
})

it('lays kinds side by side, thickness by the root of the volume', () => {
  const unit = 0.05
  const [patient, clean, used] = ribbonsOf(corridor(['clean', 25, 0], ['used', 100, 0], ['patient', 100, 0]), { unit })
  expect([patient!.flow, clean!.flow, used!.flow]).toEqual(['patient', 'clean', 'used'])
  expect(used!.width).toBeCloseTo(10 * unit, 9) // the busiest
  expect(clean!.width).toBeCloseTo(6 * unit, 9) // a quarter of it: half-way from 2 to 10
  const at = [patient!, clean!, used!].map(({ points }) => points[0]!.y)
  // 10 + 2 + 6 + 2 + 10 units across, the first on the left of the way from A to B.
  expect(at.map((y) => Math.round((y / unit) * 1e6) / 1e6)).toEqual([10, 0, -10])
  expect(thicknessOf(0, 0)).toBe(2)
})

it('shows only what is asked for, and measures thickness by what is shown', () => {
  const ribbons = ribbonsOf(corridor(['clean', 25, 0], ['used', 100, 0]), { unit: 1, isShown: ({ flow }) => flow === 'clean' })
  expect(ribbons.map(({ flow, width }) => [flow, width])).toEqual([['clean', 10]])
})

it('marks the way by chevrons: both ways where a fifth walks back', () => {
  const chevrons = (out: number, back: number) =>
    drawRibbons(ribbonsOf(corridor(['used', out, back]), { unit: 0.1 }), 0.1).filter(({ role }) => role === 'routeDirection').length
  expect(chevrons(9, 1)).toBe(1)
  expect(chevrons(8, 2)).toBe(2)
})

it('carries every trip of the worked example from end to end, all of them a day', () => {
  const { trips, building } = measureDesign(workedExample(), WORKED_DESIGN, 'own')
  const net = flowNet(trips, building.storeys[0]!)
  expect(new Set(net.lines.map(({ key }) => key))).toEqual(new Set(trips.map(({ key }) => key)))
  for (const { key, start, count } of net.lines) {
    const trip = trips.find((each) => each.key === key)!
    const [first, last] = [net.paths[start]!, net.paths[start + count - 1]!]
    const distance = (node: number, { x, y }: { x: number; y: number }) => Math.hypot(net.nodes[3 * node]! - x, net.nodes[3 * node + 1]! - y)
    expect(distance(first, trip.from.point)).toBeLessThan(0.6)
    expect(distance(last, trip.to.point)).toBeLessThan(0.6)
  }
  const through = ribbonsOf(net, { unit: 0.05 }).filter(({ flow }) => flow === 'used')
  expect(through.length).toBeGreaterThan(0)
  expect(Math.max(...through.map(({ perDay }) => perDay))).toBeCloseTo(20, 9)
})
