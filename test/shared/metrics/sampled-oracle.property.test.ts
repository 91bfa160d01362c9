import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import type { Barrier } from '#shared/metrics/facing'
import type { Measurement, MetricKey } from '#shared/metrics/measurement'
import { measured } from '#test/support/measured'
import { isBlocked, type Sample, sampled } from '#test/support/sampled-sight'
import { workedExample } from '#test/support/worked-example'
import { withRecords } from '#test/support/worked-variations'

const STEP_M = 0.02
const EXAMPLE = workedExample()

type Rect = readonly [x0: number, y0: number, x1: number, y1: number]
const WAITING: Rect = [0, -5, 8, 0]
const TREATMENT: Rect = [6, 3, 16, 8]

const wall = (ax: number, ay: number, bx: number, by: number): Barrier => ({ ax, ay, bx, by })
/** The walls of the worked example with its doors closed, typed from its table; windows apart. */
const OPAQUE: readonly Barrier[] = [
  wall(0, -5, 8, -5),
  wall(8, -5, 8, 0),
  wall(0, -5, 0, 3),
  wall(12, -5, 20, -5),
  wall(12, -5, 12, 0),
  wall(20, -5, 20, 3),
  wall(6, 3, 6, 8),
  wall(6, 8, 16, 8),
  wall(16, 3, 16, 8),
  wall(0, 0, 4.75, 0),
  wall(6.75, 0, 17, 0),
  wall(18, 0, 20, 0),
  wall(0, 3, 13, 3),
  wall(16, 3, 20, 3),
]
const WINDOWS: readonly Barrier[] = [wall(4.75, 0, 6.75, 0), wall(17, 0, 18, 0), wall(13, 3, 16, 3)]

/** Somewhere in a rectangle, a little off its walls, on the millimetre. */
const within = ([x0, y0, x1, y1]: Rect) =>
  fc.tuple(fc.integer({ min: x0 * 1000 + 300, max: x1 * 1000 - 300 }), fc.integer({ min: y0 * 1000 + 300, max: y1 * 1000 - 300 }))

const layout = fc.record({
  reception: within(WAITING),
  seat: within(WAITING),
  one: within(TREATMENT),
  two: within(TREATMENT),
  cupboard: within([12, -5, 20, 0]),
})

function measuredWith(spots: Readonly<Record<string, readonly [number, number]>>): Measurement {
  const moved = new Map([
    ['fixture_deskreception', spots.reception],
    ['fixture_seatone', spots.seat],
    ['fixture_bedone', spots.one],
    ['fixture_bedtwo', spots.two],
    ['fixture_cupboardclean', spots.cupboard],
  ])
  return measured(
    withRecords(EXAMPLE, (record) => {
      const spot = moved.get(record.id)
      return record.kind === 'fixture' && spot !== undefined ? { ...record, x: spot[0] / 1000, y: spot[1] / 1000 } : record
    }),
  )
}

function valueFrom(measurement: Measurement, metric: MetricKey): number {
  const result = measurement.values.find((value) => value.metric === metric && value.subject === undefined)!.result
  return result.status === 'available' ? result.value : Number.NaN
}

const isIn = ([x0, y0, x1, y1]: Rect, { x, y }: Sample) => x > x0 && x < x1 && y > y0 && y < y1

test.prop([layout], { numRuns: 15 })('dignity is what trying points along the routes says', (spots) => {
  const measurement = measuredWith(spots)
  const eyes = [spots.reception, spots.seat].map(([x, y]) => ({ x: x / 1000, y: y / 1000 }))
  let metres = 0
  for (const trip of measurement.trips) {
    if (trip.purpose !== 'patient' || trip.dress === 'dressed') continue
    const routes = trip.routes()
    for (const route of routes) {
      for (const point of sampled(route.points, STEP_M)) {
        const isSeen =
          isIn(WAITING, point) ||
          eyes.some((eye) => Math.hypot(eye.x - point.x, eye.y - point.y) <= 25 && !isBlocked(eye.x, eye.y, point.x, point.y, OPAQUE))
        if (isSeen) metres += (trip.perDay * point.weight) / routes.length / 20
      }
    }
  }
  expect(Math.abs(valueFrom(measurement, 'dignityMetres') - metres)).toBeLessThan(0.15)
})

test.prop([layout], { numRuns: 10 })('shared and opposing metres are what trying points along the routes says', (spots) => {
  const measurement = measuredWith(spots)
  const outside = (flow: 'clean' | 'used') =>
    measurement.trips
      .filter((trip) => trip.purpose === 'item' && trip.flow === flow)
      .map((trip) => ({ trip, points: trip.routes().map((route) => sampled(route.points, STEP_M).filter((point) => !isIn(TREATMENT, point))) }))
  const used = outside('used').flatMap(({ points }) => points.flat())
  let shared = 0
  let opposing = 0
  for (const { trip, points } of outside('clean')) {
    for (const route of points) {
      for (const p of route) {
        const beside = used.filter((q) => {
          const dot = p.dx * q.dx + p.dy * q.dy
          return dot * dot >= 0.5 && Math.hypot(q.x - p.x, q.y - p.y) <= 2.5 && !isBlocked(p.x, p.y, q.x, q.y, [...OPAQUE, ...WINDOWS])
        })
        const part = (trip.perDay * p.weight) / points.length / 20
        if (beside.length > 0) shared += part
        if (beside.some((q) => p.dx * q.dx + p.dy * q.dy < 0)) opposing += part
      }
    }
  }
  expect(Math.abs(valueFrom(measurement, 'sharedMetresPerTrip') - shared)).toBeLessThan(0.15)
  expect(Math.abs(valueFrom(measurement, 'opposingMetres') - opposing)).toBeLessThan(0.15)
})
