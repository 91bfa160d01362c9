import { describe, expect, it } from 'vitest'
import type { Message } from '#shared/base/message'
import type { WardDocument } from '#shared/document/document'
import { measureDesign } from '#shared/metrics/measure'
import type { Measurement, MetricKey } from '#shared/metrics/measurement'
import { SEPARATION_GRADES } from '#shared/metrics/separation'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import {
  bedNearest,
  mirrored,
  narrowDoor,
  noFixtures,
  prepareEscorted,
  reordered,
  shifted,
  turned,
  withRecords,
} from '#test/support/worked-variations'

type Expected = readonly (readonly [metric: MetricKey, subject: string | undefined, value: number])[]

/** Every value of the table, but for those that need the simulation or the layout search. */
const VALUES: Expected = [
  ['load', 'place:treatment-room/bed', 700 / 960],
  ['load', 'place:waiting/reception-desk', 200 / 480],
  ['load', 'role:receptionist', 200 / 480],
  ['load', 'role:nurse', (600 + 1242 / 1.3 / 60) / 960],
  ['load', undefined, 700 / 960],
  ['patientTravel', undefined, 37.05],
  ['staffTravelPerPatient', undefined, 62.1],
  ['staffTravelPerPatient', 'role:nurse', 62.1],
  ['staffTravelPerPatient', 'role:receptionist', 0],
  ['staffTravelPerPersonShift', 'role:nurse', 621],
  ['staffTravelPerPersonShift', 'role:receptionist', 0],
  ['steps', undefined, 4],
  ['handoffs', undefined, 2],
  ['warmHandoffs', undefined, 0],
  ['itemHandoffs', undefined, 0],
  ['queuePoints', undefined, 3],
  ['moves', undefined, 2],
  ['valueAddingShare', undefined, 0.5],
  ['sharedMetresPerTrip', undefined, 7.8],
  ['sharedMetresPerDay', undefined, 156],
  ['sharedShare', undefined, 7.8 / 13.575],
  ['opposingMetres', undefined, 7.8],
  ['conflictPlaces', undefined, 1],
  ['sharedDoors', undefined, 1],
  ['separationGrade', undefined, SEPARATION_GRADES.indexOf('sharedTimeUnknown')],
  ['dignityMetres', undefined, 6.25],
  ['dignityMinutes', undefined, 5],
  ['bedHeadsSeenByPublic', undefined, 0],
  ['observation', undefined, 0.5],
  ['netArea', undefined, 190],
  ['grossArea', undefined, 190],
  ['circulationShare', undefined, 60 / 190],
  ['uncoveredFloor', undefined, 0],
  ['briefMissing', undefined, 1],
  ['briefExtra', undefined, 0],
  ['briefBelow', undefined, 1],
  ['briefShortfall', undefined, 5],
  ['flowDistance', undefined, 1302],
  ['walkingHoursPerYear', undefined, (1242 * 250) / 1.3 / 3600],
  ['walkingCostPerYear', undefined, ((1242 * 250) / 1.3 / 3600) * 20],
  ['walkingCostPerVisit', undefined, ((1242 * 250) / 1.3 / 3600) * (20 / 5000)],
  ['floorCost', undefined, 760_000],
  ['viaDetour', undefined, 0],
  ['assumedPlaces', undefined, 0],
]

function measured(document: WardDocument): Measurement {
  return measureDesign(document, WORKED_DESIGN, 'own')
}

function resultOf({ values }: Measurement, metric: MetricKey, subject?: string) {
  return values.find((value) => value.metric === metric && value.subject === subject)?.result
}

function numberOf(measurement: Measurement, metric: MetricKey, subject?: string): number {
  const result = resultOf(measurement, metric, subject)
  return result?.status === 'available' ? result.value : Number.NaN
}

function reasonOf(measurement: Measurement, metric: MetricKey, subject?: string): Message | undefined {
  const result = resultOf(measurement, metric, subject)
  return result?.status === 'unavailable' ? result.reason : undefined
}

function expectValues(measurement: Measurement, expected: Expected): void {
  for (const [metric, subject, value] of expected) {
    const found = numberOf(measurement, metric, subject)
    expect(Math.abs(found - value), `${metric} ${subject ?? ''}: ${found} is not ${value}`).toBeLessThanOrEqual(1e-6)
  }
}

describe('the worked example', () => {
  it('has every value that was worked out by hand', () => {
    expectValues(measured(workedExample()), VALUES)
  })

  it('has no value-added ratio: that needs time', () => {
    expect(reasonOf(measured(workedExample()), 'valueAddedRatio')?.key).toBe('unavailable.needsTime')
  })

  it('reads the same by its own pathways and by the reference, which are the same', () => {
    expect(measureDesign(workedExample(), WORKED_DESIGN, 'reference').values).toEqual(measured(workedExample()).values)
  })

  it('lists what its numbers are made of, largest first, and the parts make the number', () => {
    const measurement = measured(workedExample())
    const summed: readonly MetricKey[] = [
      'patientTravel',
      'staffTravelPerPatient',
      'sharedMetresPerTrip',
      'dignityMetres',
      'dignityMinutes',
      'flowDistance',
      'netArea',
      'observation',
      'steps',
      'handoffs',
      'queuePoints',
      'moves',
      'valueAddingShare',
      'conflictPlaces',
      'briefMissing',
      'briefShortfall',
    ]
    for (const metric of summed) {
      const amounts = measurement.parts(metric).map(({ amount }) => amount)
      expect(Math.abs(amounts.reduce((sum, amount) => sum + amount, 0) - numberOf(measurement, metric)), metric).toBeLessThan(1e-6)
      expect(amounts, metric).toEqual([...amounts].sort((a, b) => b - a))
    }
    expect(measurement.parts('dignityMetres')[0]?.marks.some(({ role }) => role === 'exposed')).toBe(true)
  })
})

describe('variations of the worked example', () => {
  it('takes the nearest bed', () => {
    const measurement = measured(bedNearest(workedExample()))
    expectValues(measurement, [
      ['patientTravel', undefined, 34.6],
      ['staffTravelPerPatient', 'role:nurse', 58.2],
      ['load', 'place:treatment-room/bed', 700 / 480],
    ])
    expect(measurement.overloaded.map(({ key }) => key)).toEqual(['overloaded.place'])
  })

  it('escorts the patient to step 2', () => {
    expectValues(measured(prepareEscorted(workedExample())), [['staffTravelPerPatient', 'role:nurse', 78.25]])
  })

  it('measures at room level when no fixture is drawn', () => {
    const measurement = measured(noFixtures(workedExample()))
    expectValues(measurement, [
      ['patientTravel', undefined, 36.204777],
      ['staffTravelPerPatient', 'role:nurse', 64.985691],
      ['assumedPlaces', undefined, 1],
      ['load', 'place:treatment-room/bed', 700 / 960],
      ['queuePoints', undefined, 3],
      ['moves', undefined, 2],
    ])
    expect(reasonOf(measurement, 'observation')?.key).toBe('unavailable.noBedHeads')
  })

  it('names the door that is too narrow, and keeps what does not walk through it', () => {
    const measurement = measured(narrowDoor(workedExample()))
    const narrow = (from: string, to: string) => ({
      key: 'unavailable.narrow.door.person',
      values: { from, to, opening: 'DT', width: 0.5, needs: 0.6 },
    })
    expect(reasonOf(measurement, 'patientTravel')).toEqual(narrow('Waiting', 'Treatment'))
    expect(reasonOf(measurement, 'dignityMetres')).toEqual(narrow('Waiting', 'Treatment'))
    expect(reasonOf(measurement, 'dignityMinutes')).toEqual(narrow('Waiting', 'Treatment'))
    expect(reasonOf(measurement, 'flowDistance')).toEqual(narrow('Waiting', 'Treatment'))
    expect(reasonOf(measurement, 'staffTravelPerPatient', 'role:nurse')).toEqual(narrow('Nurse room', 'Treatment'))
    expect(reasonOf(measurement, 'load', 'role:nurse')).toEqual(narrow('Nurse room', 'Treatment'))
    expect(reasonOf(measurement, 'walkingHoursPerYear')).toEqual(narrow('Nurse room', 'Treatment'))
    expect(reasonOf(measurement, 'sharedMetresPerTrip')).toEqual(narrow('Nurse room', 'Treatment'))
    const unchanged = new Set<MetricKey>([
      'grossArea',
      'netArea',
      'briefMissing',
      'briefBelow',
      'observation',
      'steps',
      'handoffs',
      'queuePoints',
      'moves',
    ])
    expectValues(
      measurement,
      VALUES.filter(([metric, subject]) => unchanged.has(metric) || subject?.startsWith('place:') || subject === 'role:receptionist'),
    )
  })

  it('sees no head at 12 m', () => {
    const near = withRecords(workedExample(), (record) =>
      record.kind === 'settings' ? { ...record, thresholds: { ...record.thresholds, observationSight: 12 } } : record,
    )
    expectValues(measured(near), [['observation', undefined, 0]])
  })

  it.each([
    ['mirrored', mirrored(workedExample())],
    ['shifted', shifted(workedExample(), 13.337, -7.291)],
    ['turned by a quarter', turned(workedExample(), 1)],
    ['turned by a half', turned(workedExample(), 2)],
    ['turned by three quarters', turned(workedExample(), 3)],
    ['its records in another order', reordered(workedExample())],
    ['mirrored, turned and shifted', shifted(turned(mirrored(workedExample()), 3), 0.001, 2.5)],
  ])('is the same %s', (_, document) => {
    expectValues(measured(document), VALUES)
    expect(measured(document).values.map(({ metric, subject }) => [metric, subject])).toEqual(
      measured(workedExample()).values.map(({ metric, subject }) => [metric, subject]),
    )
  })
})
