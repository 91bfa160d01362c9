import { describe, expect, it } from 'vitest'
import { expectMeasures, measured, whyNot } from '#test/support/measured'
import { landing, lift, stairs, twoStoreys, UPSTAIRS } from '#test/support/two-storeys'
import type { adding } from '#test/support/worked-additions'
import { WORKED_DESIGN } from '#test/support/worked-example'
import { withRecords, withStep } from '#test/support/worked-variations'

/*
 * The worked example with its treatment room two storeys up; between the storeys one with nothing but a corridor. On the ground and at
 * the top all lifts stand at (6.6, 1.5), so what is walked there is as it is on two storeys.
 */
const BETWEEN = 'storey_between'
const UP = Math.hypot(8.6, 1.5)
const BED = (3.8 + 5.75) / 2
const PATIENT = 5.75 + 3.5 + (3.25 + 3.9 + BED) + (BED + 3.9 + 3.75) + 5.75
const NURSE = 4.25 + UP + BED + 2 * (3.5 + UP + BED) + (BED + Math.hypot(13.4, 0.7)) + 6.15

/** Hours a year: 250 days of 20 visits, walked at 1.3 m/s. */
const hours = (metres: number, ridden: number) => (250 * 20 * (metres / 1.3 + ridden)) / 3600

function threeStoreys(...joined: readonly Parameters<typeof adding>[1][]) {
  const corridor = {
    id: 'room_between',
    kind: 'room' as const,
    design: WORKED_DESIGN,
    storey: BETWEEN,
    roomType: 'corridor',
    name: 'Corridor between',
    corners: [
      { key: 'a', x: 0, y: 0, thickness: 0 },
      { key: 'b', x: 20, y: 0, thickness: 0 },
      { key: 'c', x: 20, y: 3, thickness: 0 },
      { key: 'd', x: 0, y: 3, thickness: 0 },
    ],
  }
  const between = { id: BETWEEN, kind: 'storey' as const, design: WORKED_DESIGN, name: 'First floor', elevation: 3.6 }
  return withRecords(twoStoreys(between, corridor, ...joined), (record) =>
    record.kind === 'storey' && record.id === UPSTAIRS ? { ...record, name: 'Second floor', elevation: 7.2 } : record,
  )
}

const LOWER = [
  landing('lowground', 'L1', 'storey_ground', 6.6, 1.5),
  landing('lowbetween', 'L1', BETWEEN, 6.6, 1.5),
  lift('liftlower', ['fixture_lowground', 'fixture_lowbetween']),
]
/** Its lower landing is 6 m along the corridor between from the lower lift's upper one. */
const UPPER_LANDINGS = [landing('upbetween', 'L2', BETWEEN, 12.6, 1.5), landing('uppertop', 'L2', UPSTAIRS, 6.6, 1.5)]
const UPPER = [...UPPER_LANDINGS, lift('liftupper', ['fixture_upbetween', 'fixture_uppertop'], { name: 'L2' })]
const through = (wait: number) => [
  landing('allground', 'L3', 'storey_ground', 6.6, 1.5),
  landing('allgotop', 'L3', UPSTAIRS, 6.6, 1.5),
  lift('through', ['fixture_allground', 'fixture_allgotop'], { name: 'L3', wait }),
]

describe('lifts that serve some of three storeys', () => {
  it('a lift that does not stop between rides two storeys at once', () => {
    // 30 s wait and 15 s for each storey; a patient up and down, a nurse four times.
    expectMeasures(threeStoreys(...through(30)), {
      patientTravel: PATIENT,
      patientRides: 2,
      staffTravelPerPatient: NURSE,
      staffRides: 4,
      walkingHoursPerYear: hours(NURSE, 4 * 60),
    })
  })

  it('where none goes all the way, one changes from one to the other and walks between', () => {
    const changed = threeStoreys(...LOWER, ...UPPER)
    expectMeasures(changed, {
      patientTravel: PATIENT + 2 * 6,
      patientRides: 4,
      staffTravelPerPatient: NURSE + 4 * 6,
      staffRides: 8,
      walkingHoursPerYear: hours(NURSE + 4 * 6, 8 * 45),
    })
    const trip = measured(changed).trips.find(
      ({ from, purpose, rides }) => purpose === 'patient' && from.element === 'fixture_seatone' && rides !== undefined,
    )!
    expect(trip.rides).toMatchObject([
      { name: 'L1', seconds: 45, share: 1, from: { storeyName: 'Ground floor' }, to: { storeyName: 'First floor' } },
      { name: 'L2', seconds: 45, share: 1, from: { storeyName: 'First floor' }, to: { storeyName: 'Second floor' } },
    ])
    expect(trip.walks?.().map(({ from, to, storey, length }) => [from.name, to.name, storey, length])).toEqual([
      ['Waiting, Waiting seat', 'Corridor, L1', 'storey_ground', expect.closeTo(7.15, 6)],
      ['Corridor between, L1', 'Corridor between, L2', BETWEEN, expect.closeTo(6, 6)],
      ['Upper corridor, L2', expect.stringMatching(/^Treatment, Bed/), UPSTAIRS, expect.closeTo(trip.length - 13.15, 6)],
    ])
  })

  it('of both ways the quicker is taken, and equally quick ones are shared', () => {
    // At 1.1 m/s the change costs 6 + 2 x 45 x 1.1 = 105 m, the lift that goes through (wait + 30) x 1.1.
    const either = (wait: number) => threeStoreys(...LOWER, ...UPPER, ...through(wait))
    expectMeasures(either(65), { patientTravel: PATIENT, patientRides: 2, staffRides: 4 })
    expectMeasures(either(66), { patientTravel: PATIENT + 12, patientRides: 4, staffRides: 8 })
    expectMeasures(either(105 / 1.1 - 30), { patientTravel: PATIENT + 6, patientRides: 3, staffTravelPerPatient: NURSE + 12, staffRides: 6 })
  })

  it('a lift that stops between is not left and boarded again there', () => {
    const stopping = [
      landing('stopground', 'L1', 'storey_ground', 6.6, 1.5),
      landing('stopbetween', 'L1', BETWEEN, 6.6, 1.5),
      landing('stoptop', 'L1', UPSTAIRS, 6.6, 1.5),
    ]
    const all = lift('stopping', ['fixture_stoptop', 'fixture_stopground', 'fixture_stopbetween'], { wait: 0 })
    expectMeasures(threeStoreys(...stopping, all), { patientTravel: PATIENT, patientRides: 2, staffRides: 4 })
  })

  it('says which storeys nothing joins, and which part of a chain somebody may not take', () => {
    expect(whyNot(threeStoreys(...LOWER), 'patientTravel')).toBe(
      'No route from Waiting to Treatment: no lift and no stairs join Ground floor and Second floor.',
    )
    const stairsUp = threeStoreys(...LOWER, ...UPPER_LANDINGS, stairs('upstairs', ['fixture_upbetween', 'fixture_uppertop']))
    expectMeasures(stairsUp, { patientTravel: PATIENT + 2 * (6 + 6), patientRides: 2, staffTravelPerPatient: NURSE + 4 * 12, staffRides: 4 })
    const wheeled = withStep(stairsUp, 'check-in', (step) => ({ ...step, leaves: { ...step.leaves, mobility: 'wheelchair' } }))
    expect(whyNot(wheeled, 'patientTravel')).toBe('No route from Waiting to Treatment: a wheelchair cannot take stairs S1.')
    const upwards = lift('liftupper', ['fixture_upbetween', 'fixture_uppertop'], { name: 'L2', oneWay: 'up' })
    expect(whyNot(threeStoreys(...LOWER, ...UPPER_LANDINGS, upwards), 'patientTravel')).toBe('No route from Treatment to Waiting: L2 only goes up.')
  })
})
