import { expect, it } from 'vitest'
import { joinedRuns, openSimulator } from '#shared/metrics/simulate'
import { shippedCatalogue } from '#test/support/catalogue'
import { endoscopyWorkshop } from '#test/support/endoscopy'
import { THREE_DESIGN, threePatients } from '#test/support/three-patients'

const { names, rows } = openSimulator(threePatients(), THREE_DESIGN, 'own', { seed: 1, days: 1 }).run(0, 2)

function figure(metric: string, subject?: string): number {
  return rows[0]![names.findIndex((name) => name.metric === metric && name.subject === subject)]!
}

/** The day that `hand-made-day.test.ts` has on paper, in seconds from eight o'clock: what its lines come to. */
it('the figures of the hand-made day of three patients are those of its lines', () => {
  const told = {
    // P1 0-1140, P2 120-1884, P3 240-2628.
    leadTime: figure('leadTime') * 60,
    // Sitting and lying until the nurse is there: P1 none, P2 534 + 66, P3 1158 + 66.
    waiting: figure('waiting') * 60,
    longestWait: figure('longestWait') * 60,
    blocked: figure('blocked'),
    // 240, 264 and 264 m; the nurse 90 + 144 + 144 + 90.
    patients: figure('simulatedPatientTravel'),
    nurse: figure('staffTravelPerPerson', 'role:nurse'),
    aVisit: figure('simulatedStaffTravel', 'role:nurse'),
    // Of each stay, treating: 600 of 1140 + 1764 + 2388.
    adding: figure('simulatedValueAddedRatio'),
    handoffs: figure('personHandoffs'),
    // Walking 468, at beds before anybody else 30, treating 1800.
    busy: figure('utilisation', 'role:nurse') * 28_800,
    // Beds taken 1020 + 1044 + 1044, and three times 120 to turn one round.
    inUse: figure('occupancy', 'place:treatment/bed') * 2 * 28_800,
    each: figure('placeMinutes', 'place:treatment/bed') * 60,
    queue: figure('queueWait', 'step:visit/treat') * 60,
    rest: figure('queueWait', 'step:visit/rest'),
    long: figure('queueLongest', 'step:visit/treat') * 60,
    length: figure('queueLength', 'step:visit/treat') * 28_800,
    overtime: figure('overtime'),
    ends: figure('dayEnds') * 3600 - 28_800,
    visits: figure('visits'),
  }
  const expected: typeof told = {
    leadTime: 1764,
    waiting: 608,
    longestWait: 1224,
    blocked: 0,
    patients: 256,
    nurse: 468,
    aVisit: 156,
    adding: 1800 / 5292,
    handoffs: 0,
    busy: 2298,
    inUse: 3468,
    each: 1156,
    queue: 608,
    rest: 0,
    long: 1224,
    length: 1824,
    overtime: 0,
    ends: 2628,
    visits: 3,
  }
  expect(told).toEqual(Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, expect.closeTo(value, 6)])))
})

it('what a day has none of it has as nothing, and its figures are called the same every day', () => {
  const simulator = openSimulator(endoscopyWorkshop(shippedCatalogue()), 'design_000001', 'own', { seed: 1, days: 1 })
  const [first, later] = [simulator.run(0, 1), simulator.run(1, 8)]
  const both = first.names.findIndex(({ subject }) => subject === 'trait:procedure/both')
  expect(later.names).toEqual(first.names)
  // One in twenty of 35 a day: some days have none.
  const told = [...first.rows, ...later.rows].map((row) => row[both]!)
  expect(told.filter(Number.isNaN).length).toBeGreaterThan(0)
  expect(told.filter((value) => value > 100).length).toBeGreaterThan(2)
  expect(joinedRuns([first, later]).rows.map((row) => row[both])).toEqual(told)
})

it('days that are alike have figures that are alike, though one is written over the other', () => {
  expect(rows[1]).toEqual(rows[0])
})
