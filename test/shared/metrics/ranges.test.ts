import { describe, expect, it } from 'vitest'
import { allAtOnce } from '#shared/base/steps'
import type { WardDocument } from '#shared/document/document'
import { documentOf, recordsIn } from '#shared/document/document-of'
import type { Trip } from '#shared/journeys/trip'
import { type Assessment, routesOf } from '#shared/metrics/assessment'
import { barriersOf } from '#shared/metrics/barriers'
import { lineRule } from '#shared/metrics/bearing'
import { measureDesign } from '#shared/metrics/measure'
import { METRIC_KEYS, type MetricKey } from '#shared/metrics/measurement'
import type { RouteFacts } from '#shared/metrics/route-facts'
import { SEPARATION_GRADES } from '#shared/metrics/separation'
import { newSeparation, type Rule, type Shares } from '#shared/metrics/separation-found'
import { separationTrials } from '#shared/metrics/separation-trials'
import { openMeetingsOfTwo } from '#shared/metrics/shared-runs'
import { lengthOfSpans, unionOfSpans } from '#shared/metrics/spans'
import { type RecordInput, recordsOfInput } from '#test/support/records'
import { LOWER_ROOM, TWO_WAYS_DESIGN, twoWaysUnit, UPPER_ROOM } from '#test/support/two-ways-unit'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import { mirrored, turned, withRecords } from '#test/support/worked-variations'

const SHOWN: readonly MetricKey[] = [
  'sharedMetresPerTrip',
  'sharedMetresPerDay',
  'sharedShare',
  'opposingMetres',
  'conflictPlaces',
  'sharedDoors',
  'separationGrade',
  'dignityMetres',
]

/** Value, least and most of each measure that hangs on ways; a value alone where it has no range. */
function figures(document: WardDocument) {
  const { values, range } = measureDesign(document, TWO_WAYS_DESIGN, 'own')
  const rounded = (value: number) => Math.round(value * 1e9) / 1e9
  return Object.fromEntries(
    SHOWN.map((metric) => {
      const result = values.find((value) => value.metric === metric && value.subject === undefined)!.result
      const value = result.status === 'available' ? rounded(result.value) : Number.NaN
      const found = allAtOnce(range(metric))
      return [metric, found === undefined ? value : [value, rounded(found.low), rounded(found.high)]]
    }),
  )
}

// By Pythagoras. The slants on the left rise 3 m less `above` or fall 3 m and `above` over 4 m; those on the right 3 m over 9 m.
const slant = (above: number) => [Math.hypot(4, 3 - above), Math.hypot(4, 3 + above)] as const
const right = Math.hypot(9, 3)
const upper = (above: number) => slant(above)[0] + 10 + right
const lower = (above: number) => slant(above)[1] + 10 + right

/**
 * The used set always goes below: from the treatment room's door, 5 m of the 9 m across, to the core's corner (15, 5), and straight on to the
 * gate, 3 m down over 15 m. On the way below the clean set walks the same 5 m, then along the core, never more than 2 m above the used set;
 * past the core it turns away from it by more than 45 degrees (atan 2.8 / 4 and atan 3 / 15 are 46.3). Above, the two stay apart by walls or 2.5 m.
 */
const sharedBelow = (right * 5) / 9 + 10

const close = (value: number) => expect.closeTo(value, 7)

/** Metres a day that a separation found to be shared. */
function sharedIn({ first }: Shares): number {
  return first.reduce(
    (sum, { trip, routes }) =>
      sum + (trip.perDay * routes.reduce((all, { meeting }) => all + lengthOfSpans(meeting.shared), 0)) / Math.max(1, routes.length),
    0,
  )
}

/** The same with one trip walked another way, from each route of the first set held against each of the second. */
function sharedMetres(assessment: Assessment, rule: Rule, swapped: Trip, way: RouteFacts): number {
  const [storey] = assessment.building.storeys
  const meetingOfTwo = openMeetingsOfTwo(lineRule(assessment.settings), barriersOf(storey!, assessment.routers[0]!.floor))
  const routes = (trip: Trip) => (trip === swapped ? [way] : routesOf(assessment, trip))
  const tripsOf = (flows: Rule['first']) => assessment.journeys.trips.filter(({ role, flow }) => role === undefined && flows.includes(flow))
  const second = tripsOf(rule.second).flatMap((trip) => routes(trip).map((facts) => ({ facts, roomOfUse: trip.roomOfUse })))
  return tripsOf(rule.first).reduce((sum, trip) => {
    const all = routes(trip)
    const metres = all.map((facts) =>
      lengthOfSpans(
        unionOfSpans(second.map((other) => meetingOfTwo({ facts, roomOfUse: trip.roomOfUse }, other).shared).filter((spans) => spans.length > 0)),
      ),
    )
    return sum + (trip.perDay * metres.reduce((one, other) => one + other, 0)) / Math.max(1, all.length)
  }, 0)
}

describe('where another way round is nearly as short', () => {
  it('separation and dignity have a range: 1.0 % longer', () => {
    expect(lower(0.2) / upper(0.2)).toBeCloseTo(1.0098, 4)
    expect(figures(twoWaysUnit(0.2))).toEqual({
      sharedMetresPerTrip: [0, 0, close(sharedBelow)],
      sharedMetresPerDay: [0, 0, close(20 * sharedBelow)],
      sharedShare: [0, 0, close(sharedBelow / lower(0.2))],
      opposingMetres: [0, 0, close(sharedBelow)],
      conflictPlaces: [0, 0, 1],
      // The treatment room's door, whichever way.
      sharedDoors: 1,
      separationGrade: [SEPARATION_GRADES.indexOf('ownRoute'), SEPARATION_GRADES.indexOf('ownRoute'), SEPARATION_GRADES.indexOf('sharedTimeUnknown')],
      // Through the waiting room, below the core.
      dignityMetres: [0, 0, 10],
    })
  })

  it('they have none where it is 3.0 % longer', () => {
    expect(lower(0.6) / upper(0.6)).toBeCloseTo(1.0297, 4)
    const found = figures(twoWaysUnit(0.6))
    expect(Object.values(found).filter((value) => typeof value !== 'number')).toEqual([])
    expect(found.sharedMetresPerTrip).toBe(0)
  })

  it('the way above is the other one where the way below is the shorter', () => {
    const { sharedMetresPerTrip, dignityMetres } = figures(twoWaysUnit(-0.2))
    expect(sharedMetresPerTrip).toEqual([close(sharedBelow), 0, close(sharedBelow)])
    expect(dignityMetres).toEqual([10, 0, 10])
  })

  it('a leg that two ways share equally is walked by one of them', () => {
    const { sharedMetresPerTrip, conflictPlaces, dignityMetres } = figures(twoWaysUnit(0))
    expect(sharedMetresPerTrip).toEqual([close(sharedBelow / 2), 0, close(sharedBelow)])
    expect(dignityMetres).toEqual([5, 0, 10])
    // Both ways are walked: the place is there, and may not be.
    expect(conflictPlaces).toEqual([1, 0, 1])
  })

  it('a leg of the second set makes a range of what the first shares with it', () => {
    const usedFirst = withRecords(twoWaysUnit(0.2), (record) =>
      record.kind === 'settings' ? { ...record, separations: [{ key: 'used-clean', first: ['used'], second: ['clean'] }] } : record,
    )
    // The same 5 m of the way; the line to the gate as far as above the corner (5, 5), 2 m above it; and on while the corner is within 2.5 m:
    // t m further left and t / 5 m further down, t^2 + (2 + t / 5)^2 is 2.5^2.
    const further = (-0.8 + Math.sqrt(0.64 + 4 * 1.04 * 2.25)) / 2.08
    const shared = (right * 5) / 9 + (10 + further) * Math.hypot(1, 0.2)
    expect(figures(usedFirst).sharedMetresPerTrip).toEqual([0, 0, close(shared)])
    expect(allAtOnce(measureDesign(usedFirst, TWO_WAYS_DESIGN, 'own').range('sharedMetresPerTrip'))!.legs.map(({ trip }) => trip.flow)).toEqual([
      'clean',
    ])
  })

  it('a trial comes to what the sets share with each other, route by route', () => {
    const documents = [-0.2, 0, 0.2].map((above) => [twoWaysUnit(above), TWO_WAYS_DESIGN] as const)
    let tried = 0
    for (const [document, id] of documents) {
      const { assessment } = measureDesign(document, id, 'own')
      for (const rule of [
        { key: 'a', first: ['clean' as const], second: ['used' as const, 'waste' as const] },
        { key: 'b', first: ['used' as const, 'waste' as const], second: ['clean' as const] },
        // The same trips are of both sets, and share with each other.
        { key: 'c', first: ['patient' as const, 'clean' as const], second: ['used' as const, 'patient' as const] },
      ]) {
        const before = newSeparation(assessment!, rule)
        for (const { trip, ways, shares } of separationTrials(assessment!, before)) {
          shares.forEach((separation, index) => {
            tried += 1
            expect(sharedMetres(assessment!, rule, trip, ways[index]!)).toBeCloseTo(sharedIn(separation), 9)
          })
        }
      }
    }
    expect(tried).toBeGreaterThan(10)
  })

  it('is the same below another storey, where ways to draw name their own', () => {
    const outline = [
      { x: 0, y: 0 },
      { x: 6, y: 0 },
      { x: 6, y: 6 },
      { x: 0, y: 6 },
    ]
    const upstairs: RecordInput = { id: 'storey_upstairs', kind: 'storey', design: TWO_WAYS_DESIGN, name: 'Upstairs', elevation: 4, outline }
    const document = documentOf([...recordsIn(twoWaysUnit(0.2)), ...recordsOfInput([upstairs])])
    const { sharedMetresPerTrip, dignityMetres } = figures(document)
    expect([sharedMetresPerTrip, dignityMetres]).toEqual([
      [0, 0, close(sharedBelow)],
      [0, 0, 10],
    ])
    const { range } = measureDesign(document, TWO_WAYS_DESIGN, 'own')
    expect(allAtOnce(range('sharedMetresPerTrip'))!.legs[0]!.marks.map(({ storey }) => storey)).toEqual(['storey_ground'])
  })

  it('asking for a range changes no value', () => {
    const document = twoWaysUnit(0)
    const { range } = measureDesign(document, TWO_WAYS_DESIGN, 'own')
    for (const metric of SHOWN) allAtOnce(range(metric))
    expect(figures(document)).toEqual(figures(twoWaysUnit(0)))
  })

  it('it names the leg, with the other way to draw', () => {
    const { range } = measureDesign(twoWaysUnit(0.2), TWO_WAYS_DESIGN, 'own')
    const found = allAtOnce(range('sharedMetresPerTrip', 'separation:clean-used'))!
    expect(found.legs.map(({ subject }) => subject)).toEqual([
      { key: 'part.item', values: { from: 'Left corridor, Cupboard', to: 'Treatment, Couch', pathway: 'clean-set', role: '' } },
    ])
    expect(found.legs[0]!.marks).toEqual([
      expect.objectContaining({
        role: 'otherWay',
        points: [
          { x: 1, y: 8.2 },
          { x: 5, y: 5 },
          { x: 15, y: 5 },
          { x: 24, y: 8 },
        ],
      }),
    ])
    expect(allAtOnce(range('dignityMetres'))!.legs.map(({ trip }) => trip.purpose)).toEqual(['patient'])
  })

  it.each([LOWER_ROOM, UPPER_ROOM])('a leg that is sent through %s has none', (through) => {
    const fixed = twoWaysUnit(0.2, {
      via: [
        { pathway: 'visit', step: 'treat', through: [through] },
        { pathway: 'clean-set', through: [through] },
      ],
    })
    const found = figures(fixed)
    expect(Object.values(found).filter((value) => typeof value !== 'number')).toEqual([])
    expect(found.dignityMetres).toBe(through === LOWER_ROOM ? 10 : 0)
    expect(found.sharedMetresPerTrip).toEqual(through === LOWER_ROOM ? close(sharedBelow) : 0)
  })

  it.each([-0.2, 0, 0.1, 0.2, 0.3])('the range holds the value, and is as wide mirrored and turned: %f m above the middle', (above) => {
    const here = figures(twoWaysUnit(above))
    for (const figure of Object.values(here)) {
      if (typeof figure === 'number') continue
      const [value, low, high] = figure as [number, number, number]
      expect(low).toBeLessThanOrEqual(value)
      expect(high).toBeGreaterThanOrEqual(value)
      expect(high).toBeGreaterThan(low)
    }
    const closeTo = Object.fromEntries(Object.entries(here).map(([key, figure]) => [key, [figure].flat().map((value) => expect.closeTo(value, 8))]))
    for (const moved of [mirrored(twoWaysUnit(above)), turned(twoWaysUnit(above), 1), turned(twoWaysUnit(above), 2)]) {
      expect(Object.fromEntries(Object.entries(figures(moved)).map(([key, figure]) => [key, [figure].flat()]))).toEqual(closeTo)
    }
  })
})

it('no measure of the worked example has a range: there is but one way from each place of it to any other', () => {
  const { values, range } = measureDesign(workedExample(), WORKED_DESIGN, 'own')
  expect(values.filter(({ metric, subject }) => allAtOnce(range(metric, subject)) !== undefined)).toEqual([])
  expect(new Set(values.map(({ metric }) => metric)).size).toBeGreaterThan(METRIC_KEYS.length / 2)
})
