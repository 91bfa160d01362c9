import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import { designsOf } from '#shared/document/document'
import { lineRule } from '#shared/metrics/bearing'
import type { Barrier } from '#shared/metrics/facing'
import { measureDesign } from '#shared/metrics/measure'
import { openMeetingsOfTwo } from '#shared/metrics/shared-runs'
import { lengthOfSpans } from '#shared/metrics/spans'
import { cutRoute, fieldOf, type Leg, routeOf, samplesOf, type Way } from '#test/support/bent-routes'
import { shippedCatalogue } from '#test/support/catalogue'
import { endoscopyWorkshop } from '#test/support/endoscopy'
import { recordsOfInput } from '#test/support/records'
import { isBlocked } from '#test/support/sampled-sight'
import { settingsOf } from '#test/support/settings'

const point = { radius: 0, speed: 1, passes: 0, wants: 0 }
const bodies = { person: point, wheelchair: point, bed: point, cart: point }

function ruleAt(sharedAngle: number, wider: number) {
  const [settings] = recordsOfInput([settingsOf({ id: 'settings_arcs00', scenario: 'scenario_none00', bodies })])
  if (settings?.kind !== 'settings') throw new Error('These are settings')
  const rule = lineRule({ ...settings, thresholds: { ...settings.thresholds, sharedAngle } })
  return { ...rule, distance: rule.distance + wider }
}

type Terms = { readonly sagitta?: number; readonly degrees?: number; readonly wider?: number }

/** `wider`: metres that the ways may lie further apart than usual. */
function meetingBy(a: Way, b: Way, barriers: readonly Barrier[] = [], { sagitta, degrees = 45, wider = 0 }: Terms = {}) {
  return openMeetingsOfTwo(ruleAt(degrees, wider), fieldOf(barriers))(cutRoute(routeOf(a, sagitta)), cutRoute(routeOf(b, sagitta)))
}

const EAST: Way = { x: -9, y: -1, heading: 0, legs: [{ straight: 18 }] }
const turning = (radius: number, heading = 0): Way => ({ x: 0, y: 0, heading, legs: [{ straight: 2 }, { left: 90, radius }, { straight: 2 }] })

it.each([0.25, 0.5, 0.75])('shares half of a quarter turn with the line that it leaves, at a radius of %s m', (radius) => {
  // Straight on 2 m, then to the left: up to 45 degrees in one line with what runs 1 m beside.
  expect(lengthOfSpans(meetingBy(turning(radius), EAST).shared)).toBeCloseTo(2 + (radius * Math.PI) / 4, 9)
  expect(meetingBy(turning(radius), EAST).opposing).toEqual([])
})

it('shares a line with the half of an arc that runs with it', () => {
  // From y = -1 the half turned by no more than 45 degrees: the end of it is at x = r sin 45, y = r (1 - cos 45), and 2.5 m off at most.
  const arc: Way = { x: 0, y: 0, heading: 0, legs: [{ left: 90, radius: 0.5 }] }
  const high = 0.5 * (1 - Math.SQRT1_2) + 1
  const before = Math.sqrt(2.5 ** 2 - 1)
  const after = 0.5 * Math.SQRT1_2 + Math.sqrt(2.5 ** 2 - high ** 2)
  // The nearest of the arc's points to what lies behind it is its start; ahead it is its end or a point before: all within a hair of 0.1 mm.
  expect(Math.abs(lengthOfSpans(meetingBy(EAST, arc).shared) - (before + after))).toBeLessThan(1e-4)
})

it('runs against a line on the way out of a half turn, and is across between', () => {
  const back: Way = { x: 0, y: 0, heading: 0, legs: [{ left: 180, radius: 0.5 }] }
  const { shared, opposing } = meetingBy(back, EAST)
  expect(lengthOfSpans(shared)).toBeCloseTo((0.5 * Math.PI) / 2, 9)
  expect(lengthOfSpans(opposing)).toBeCloseTo((0.5 * Math.PI) / 4, 9)
})

it('shares of two arcs that turn away from each other what is within the angle of any part of the other', () => {
  const left: Way = { x: 0, y: 0.2, heading: 0, legs: [{ left: 90, radius: 0.5 }] }
  const right: Way = { x: 0, y: 0, heading: 0, legs: [{ left: -30, radius: 0.5 }] }
  // The first is within 45 degrees of where the other starts, for 45 degrees; from the end of the other it is 120 degrees away at most.
  expect(meetingBy(left, right).opposing).toEqual([])
  expect(lengthOfSpans(meetingBy(left, right).shared)).toBeCloseTo((0.5 * Math.PI) / 4, 9)
})

it.each([
  [44, 0],
  [46, 1],
])('is crossed or shared by the tangent where it is met, at %s degrees, not by the chord', (degrees, crossings) => {
  // The arc's first tangent runs east; 4.9 degrees on it meets a line that is turned by so much more against the tangent there.
  const r = 0.5
  const on = 4.9 * (Math.PI / 180)
  const heading = 4.9 + degrees
  const turned = heading * (Math.PI / 180)
  const [x, y] = [r * Math.sin(on), r * (1 - Math.cos(on))]
  const line: Way = { x: x - Math.cos(turned), y: y - Math.sin(turned), heading, legs: [{ straight: 2 }] }
  const arc: Way = { x: 0, y: 0, heading: 0, legs: [{ left: 60, radius: r }] }
  expect(meetingBy(arc, line).crossings).toHaveLength(crossings)
  expect(meetingBy(line, arc).crossings).toHaveLength(crossings)
})

const radius = fc.constantFrom(0.25, 0.35, 0.5)
const turn = fc.oneof(fc.integer({ min: 5, max: 110 }), fc.integer({ min: -110, max: -5 }))
const straight = fc.integer({ min: 1, max: 30 }).map((tenths): Leg => ({ straight: tenths / 10 }))
const legs = fc
  .array(
    fc.tuple(
      straight,
      fc.tuple(turn, radius).map(([left, about]): Leg => ({ left, radius: about })),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((pairs) => [...pairs.flat(), { straight: 0.7 }])
const place = fc.integer({ min: -2000, max: 2000 }).map((mm) => mm / 1000)
const heading = fc.integer({ min: 0, max: 359 })
const way = fc.record({ x: place, y: place, heading, legs })
/** Never at just the angle to the first, which rounding would decide. */
const otherWay = fc.record({ x: place, y: place, heading: heading.map((degrees) => degrees + 0.37), legs })
const barrier = fc
  .tuple(place, place, place, place)
  .filter(([ax, ay, bx, by]) => Math.hypot(bx - ax, by - ay) > 0.3)
  .map(([ax, ay, bx, by]): Barrier => ({ ax, ay, bx, by }))
const barriers = fc.array(barrier, { maxLength: 3 })

const angle = fc.constantFrom(45, 45, 12, 90)

test.prop([way, otherWay, barriers, angle], { numRuns: 60 })('is the same for chords ten times as fine', (a, b, walls, degrees) => {
  const fine = meetingBy(a, b, walls, { degrees, sagitta: 1e-5 })
  // A chord lies up to a millimetre off its arc, and two of them two: a hair that decides over centimetres where ways only just come near.
  const [less, more] = [-0.002, 0.002].map((wider) => meetingBy(a, b, walls, { degrees, wider }))
  for (const spans of ['shared', 'opposing'] as const) {
    expect(lengthOfSpans(fine[spans])).toBeGreaterThan(lengthOfSpans(less![spans]) - 0.01)
    expect(lengthOfSpans(fine[spans])).toBeLessThan(lengthOfSpans(more![spans]) + 0.01)
  }
})

/** What `a` shares with `b`, by points each so many metres along both. */
function byPoints(a: Way, b: Way, walls: readonly Barrier[], degrees: number, alongA: number, alongB: number) {
  const least = Math.cos((degrees * Math.PI) / 180) ** 2 - 1e-12
  const others = samplesOf(b, alongB)
  let [shared, opposing] = [0, 0]
  for (const p of samplesOf(a, alongA)) {
    const beside = others.filter(({ x, y, dx, dy }) => {
      const dot = p.dx * dx + p.dy * dy
      return dot * dot >= least && Math.hypot(x - p.x, y - p.y) <= 2.5 && !isBlocked(p.x, p.y, x, y, walls)
    })
    if (beside.length > 0) shared += p.weight
    if (beside.some(({ dx, dy }) => p.dx * dx + p.dy * dy < 0)) opposing += p.weight
  }
  return { shared, opposing }
}

test.prop([way, otherWay, barriers, angle], { numRuns: 60 })('is what trying points of the very arcs says', (a, b, walls, degrees) => {
  const { shared, opposing } = meetingBy(a, b, walls, { degrees })
  const [metres, against] = [lengthOfSpans(shared), lengthOfSpans(opposing)]
  // Each end of a stretch is off by a step at most.
  const most = 0.03 * (2 + walls.length) + 0.05
  const off = (tried: ReturnType<typeof byPoints>) => Math.max(Math.abs(metres - tried.shared), Math.abs(against - tried.opposing))
  // Points may miss what is seen through a slit between two walls: points ten times as near do not.
  const coarse = off(byPoints(a, b, walls, degrees, 0.025, 0.008))
  expect(coarse < most ? coarse : off(byPoints(a, b, walls, degrees, 0.025, 0.0008))).toBeLessThan(most)
})

it('knows of every route of the sample which pieces are arcs: together they are as long as it', () => {
  const document = endoscopyWorkshop(shippedCatalogue())
  const { trips } = measureDesign(document, designsOf(document)[0]!.id, 'own')
  const routes = new Set(trips.flatMap((trip) => trip.routes()))
  let chords = 0
  for (const route of routes) {
    const { segments, starts } = cutRoute(route).facts.pieces
    expect(Math.abs(starts.at(-1)! + segments.at(-1)!.metres - route.length)).toBeLessThan(1e-9)
    chords += segments.filter(({ circle }) => circle.radius !== 0).length
  }
  expect(chords).toBeGreaterThan(1000)
})
