import { describe, expect, it } from 'vitest'
import { applyChange } from '#shared/document/change'
import { documentOf, recordsIn } from '#shared/document/document-of'
import { measureDesign } from '#shared/metrics/measure'
import type { Measurement } from '#shared/metrics/measurement'
import { SEPARATION_GRADES } from '#shared/metrics/separation'
import { lawfulPreviews } from '#test/support/lawful-previews'
import { expectMeasures, measured, whyNot } from '#test/support/measured'
import { LIFT_LANDINGS, landing, lift, stairs, twoStoreys, UPSTAIRS, withLift } from '#test/support/two-storeys'
import { withSettings } from '#test/support/worked-additions'
import { WORKED_DESIGN } from '#test/support/worked-example'
import { mirrored, reordered, shifted, turned, withRecords, withStep } from '#test/support/worked-variations'

/*
 * Downstairs, L at (6.6, 1.5): S-L via (3,0) 3.25 + 3.9, L-R via (3,0) 3.9 + 3.75; D-L and K-L via (15.2,0) with the piece
 * E = (8.6,1.5); L-G straight, (13.4,0.7). Upstairs, door at x 3.6 to 4.6, its jamb (4.6,3): L-B 2.5 + 1.3 and 2.5 + 3.25.
 */
const E = Math.hypot(8.6, 1.5)
const G = Math.hypot(13.4, 0.7)
const BED = (3.8 + 5.75) / 2
const PATIENT = 5.75 + 3.5 + (3.25 + 3.9 + BED) + (BED + 3.9 + 3.75) + 5.75
// D-B1, K, B1 again, G with the used set, D.
const NURSE = 4.25 + E + BED + 2 * (3.5 + E + BED) + (BED + G) + 6.15
const CLEAN = 3.5 + E + BED
const USED = BED + G
/** From S through the window at x 4.75: of L-(3,0) the first 1.6 / 3.35. */
const SEEN = (3.9 * 1.6) / 3.35

const VALUES = {
  'load place:treatment-room/bed': 700 / 960,
  'load place:waiting/reception-desk': 200 / 480,
  // Four rides of 45 s a visit: D-B, B-K, K-B, B-G.
  'load role:nurse': (600 + (20 * NURSE) / 1.3 / 60 + (20 * 4 * 45) / 60) / 960,
  patientTravel: PATIENT,
  staffTravelPerPatient: NURSE,
  'staffTravelPerPatient role:nurse': NURSE,
  'staffTravelPerPatient role:receptionist': 0,
  'staffTravelPerPersonShift role:nurse': 10 * NURSE,
  patientRides: 2,
  staffRides: 4,
  'staffRides role:nurse': 4,
  'staffRides role:receptionist': 0,
  steps: 4,
  handoffs: 2,
  warmHandoffs: 0,
  itemHandoffs: 0,
  queuePoints: 3,
  moves: 2,
  valueAddingShare: 0.5,
  // Downstairs the piece E beside L-G, at most 1.05 m off; upstairs L-(4.6,3) there and back.
  sharedMetresPerTrip: E + 2.5,
  sharedMetresPerDay: 20 * (E + 2.5),
  sharedShare: (E + 2.5) / CLEAN,
  opposingMetres: E + 2.5,
  conflictPlaces: 2,
  sharedDoors: 1,
  separationGrade: SEPARATION_GRADES.indexOf('sharedTimeUnknown'),
  dignityMetres: 3.75 + SEEN,
  dignityMinutes: 5,
  bedHeadsSeenByPublic: 0,
  observation: 0,
  netArea: 250,
  grossArea: 250,
  circulationShare: 120 / 250,
  uncoveredFloor: 0,
  briefMissing: 1,
  briefExtra: 0,
  briefBelow: 1,
  briefShortfall: 5,
  flowDistance: 20 * (PATIENT + CLEAN + USED),
  walkingHoursPerYear: (250 * ((20 * NURSE) / 1.3 + 20 * 4 * 45)) / 3600,
  floorCost: 1_000_000,
  viaDetour: 0,
  assumedPlaces: 0,
}

describe('a unit on two storeys, worked out by hand', () => {
  it('has every measure', () => {
    expectMeasures(withLift(), VALUES)
  })

  it.each([
    ['mirrored', mirrored(withLift())],
    ['shifted', shifted(withLift(), 3.217, -1.004)],
    ['turned a quarter', turned(withLift(), 1)],
    ['with its records in another order', reordered(withLift())],
    ['with its upper storey elsewhere on the plan', elsewhere(17.5, -4.25)],
    ['with the upper storey first by id', withRecords(withLift(), renamed)],
  ])('%s has the same', (_, document) => {
    expectMeasures(document, VALUES)
  })

  it('rides down as it rides up', () => {
    const below = withRecords(withLift(), (record) => (record.kind === 'storey' && record.id === UPSTAIRS ? { ...record, elevation: -3.6 } : record))
    expectMeasures(below, VALUES)
  })

  it('names the rides of a trip, and walks it storey by storey', () => {
    const trip = measured(withLift()).trips.find(
      ({ from, purpose, rides }) => purpose === 'patient' && from.element === 'fixture_seatone' && rides !== undefined,
    )!
    expect(trip.routes()).toEqual([])
    expect(trip.rides).toMatchObject([
      { kind: 'lift', name: 'L1', seconds: 45, share: 1, from: { storeyName: 'Ground floor' }, to: { storeyName: 'First floor' } },
    ])
    expect(trip.walks?.().map(({ from, to, storey, length }) => [from.name, to.name, storey, Math.round(length * 1e6) / 1e6])).toEqual([
      ['Waiting, Waiting seat', 'Corridor, L1', 'storey_ground', 7.15],
      ['Upper corridor, L1', expect.stringMatching(/^Treatment, Bed/), UPSTAIRS, expect.closeTo(trip.length - 7.15, 6)],
    ])
  })
})

const STAIR_LANDINGS = [landing('stairground', 'S1', 'storey_ground', 6.6, 1.5), landing('stairupstairs', 'S1', UPSTAIRS, 6.6, 1.5)] as const
const onStairs = stairs('stairone', ['fixture_stairground', 'fixture_stairupstairs'])

describe('by stairs', () => {
  it('persons walk the slope, which counts', () => {
    expectMeasures(twoStoreys(...STAIR_LANDINGS, onStairs), {
      patientTravel: PATIENT + 2 * 6,
      staffTravelPerPatient: NURSE + 4 * 6,
      flowDistance: 20 * (PATIENT + CLEAN + USED + 24),
      sharedShare: (E + 2.5) / (CLEAN + 6),
      walkingHoursPerYear: (250 * 20 * (NURSE + 24)) / 1.3 / 3600,
    })
    expect(measured(twoStoreys(...STAIR_LANDINGS, onStairs)).values.filter(({ metric }) => metric === 'patientRides')).toEqual([])
  })

  it('take their typed length, and else rise 0.17 m for each 0.28 m forward', () => {
    expectMeasures(twoStoreys(...STAIR_LANDINGS, { ...onStairs, slope: 7 }), { patientTravel: PATIENT + 14 })
    const { going: _, ...plain } = onStairs
    expectMeasures(twoStoreys(...STAIR_LANDINGS, plain), { patientTravel: PATIENT + 2 * Math.hypot(3.6, (3.6 * 0.28) / 0.17) })
  })

  it.each([['wheelchair'], ['bed']] as const)('nobody goes in a %s', (mobility) => {
    const moved = withStep(twoStoreys(...STAIR_LANDINGS, onStairs), 'check-in', (step) => ({ ...step, leaves: { ...step.leaves, mobility } }))
    expect(whyNot(moved, 'patientTravel')).toBe(`No route from Waiting to Treatment: a ${mobility} cannot take stairs S1.`)
  })
})

describe('a lift', () => {
  const inBed = (document: ReturnType<typeof withLift>) =>
    withStep(document, 'check-in', (step) => ({ ...step, leaves: { ...step.leaves, mobility: 'bed' } }))

  it('takes whom its car holds', () => {
    expect(whyNot(inBed(withLift({ car: { width: 1.1, depth: 1.4 } })), 'patientTravel')).toBe(
      'No route from Waiting to Treatment: lift L1 is 1.10 m x 1.40 m, a bed needs 1.05 m x 2.35 m.',
    )
    expect(whyNot(inBed(withLift({ car: { width: 1.8, depth: 2.7 } })), 'patientTravel')).toBeUndefined()
  })

  it('takes whom its doors let in, whom it is for, and the way that it goes', () => {
    const wide = withSettings(inBed(withLift({ car: { width: 1.8, depth: 2.7 }, door: 0.9 })), (settings) => ({
      ...settings,
      bodies: { ...settings.bodies, bed: { ...settings.bodies.bed, passes: 1.1 } },
    }))
    expect(whyNot(wide, 'patientTravel')).toBe('No route from Waiting to Treatment: the doors of lift L1 are 0.90 m, a bed needs 1.10 m.')
    expect(whyNot(inBed(withLift({ bodies: ['person'] })), 'patientTravel')).toBe('No route from Waiting to Treatment: L1 is not for a bed.')
    expect(whyNot(withLift({ admits: ['staff', 'clean'] }), 'patientTravel')).toBe('No route from Waiting to Treatment: L1 is not for patients.')
    expect(whyNot(withLift({ oneWay: 'up' }), 'patientTravel')).toBe('No route from Treatment to Waiting: L1 only goes up.')
  })

  it('must lead there at all', () => {
    const why = 'No route from Waiting to Treatment: no lift and no stairs join Ground floor and First floor.'
    expect(whyNot(twoStoreys(), 'patientTravel')).toBe(why)
    expect(whyNot(withLift({ landings: ['fixture_liftground'] }), 'patientTravel')).toBe(why)
  })

  it('is reached by doors that say why not', () => {
    const shut = withRecords(withLift(), (record) => (record.kind === 'opening' && record.name === 'DT' ? { ...record, admits: ['staff'] } : record))
    expect(whyNot(shut, 'patientTravel')).toBe('No route from Upper corridor to Treatment: door DT is not for patients.')
  })
})

describe('lifts and stairs side by side', () => {
  const both = (wait: number) =>
    twoStoreys(...LIFT_LANDINGS, ...STAIR_LANDINGS, lift('liftone', ['fixture_liftground', 'fixture_liftupstairs'], { wait, travel: 0 }), onStairs)

  it('a person takes the stairs where the lift is slower, and the lift where it is not', () => {
    // At 1.1 m/s the stairs take 6 / 1.1 s.
    expectMeasures(both(5), { patientTravel: PATIENT, patientRides: 2, staffRides: 4 })
    expectMeasures(both(6), { patientTravel: PATIENT + 12, patientRides: 0, staffRides: 0 })
  })

  it('share the trips where they are as quick as each other', () => {
    expectMeasures(both(6 / 1.1), { patientTravel: PATIENT + 6, patientRides: 1, staffTravelPerPatient: NURSE + 12, staffRides: 2 })
  })

  it('a wheelchair takes the lift, however slow', () => {
    const wheeled = withStep(both(60), 'check-in', (step) => ({ ...step, leaves: { ...step.leaves, mobility: 'wheelchair' } }))
    const back = withStep(wheeled, 'treat', (step) => ({ ...step, leaves: { ...step.leaves, mobility: 'wheelchair' } }))
    expectMeasures(back, { patientTravel: PATIENT, patientRides: 2, staffRides: 0 })
  })

  it('two lifts at one place share equally, and nothing else changes', () => {
    const second = [landing('lifttwoground', 'L2', 'storey_ground', 6.6, 1.5), landing('lifttwoup', 'L2', UPSTAIRS, 6.6, 1.5)]
    const twin = twoStoreys(
      ...LIFT_LANDINGS,
      ...second,
      lift('liftone', ['fixture_liftground', 'fixture_liftupstairs']),
      lift('lifttwo', ['fixture_lifttwoground', 'fixture_lifttwoup'], { name: 'L2' }),
    )
    expectMeasures(twin, VALUES)
    const trip = measured(twin).trips.find(({ rides }) => rides !== undefined)!
    expect(trip.rides?.map(({ name, share }) => [name, share])).toEqual([
      ['L1', 0.5],
      ['L2', 0.5],
    ])
  })
})

describe('the time of a lift', () => {
  it('is never metres, and never makes a walk shorter', () => {
    const waits = [0, 10, 45, 300]
    const travels = waits.map((wait) => measured(withLift({ wait })).values.find(({ metric }) => metric === 'patientTravel')?.result)
    expect(new Set(travels.map((result) => result?.status === 'available' && result.value.toFixed(9))).size).toBe(1)
    const loads = waits.map((wait) => {
      const load = measured(withLift({ wait })).values.find(({ metric, subject }) => metric === 'load' && subject === 'role:nurse')?.result
      return load?.status === 'available' ? load.value : Number.NaN
    })
    expect(loads).toEqual([...loads].sort((a, b) => a - b))
    expect(new Set(loads).size).toBe(waits.length)
  })

  it('is that of the settings where the lift says none', () => {
    const { wait: _, travel: __, ...plain } = lift('liftone', ['fixture_liftground', 'fixture_liftupstairs'])
    const document = withSettings(twoStoreys(...LIFT_LANDINGS, plain), (settings) => ({ ...settings, liftSeconds: 45 }))
    expectMeasures(document, VALUES)
  })
})

describe('a store upstairs', () => {
  it('is where the nurse upstairs fetches from, without a ride', () => {
    const cupboard = { ...landing('cupboardtwo', 'Upper cupboard', UPSTAIRS, 6.6, 2.5), fixtureType: 'clean-cupboard' }
    const pharmacy = {
      id: 'room_pharmacy',
      kind: 'room' as const,
      design: 'design_worked',
      storey: UPSTAIRS,
      roomType: 'staff-base',
      name: 'Upper base',
      corners: [
        { key: 'a', x: 14, y: 3, thickness: 0 },
        { key: 'b', x: 16, y: 3, thickness: 0 },
        { key: 'c', x: 16, y: 6, thickness: 0 },
        { key: 'd', x: 14, y: 6, thickness: 0 },
      ],
    }
    const door = {
      id: 'opening_pharmacy',
      kind: 'opening' as const,
      design: 'design_worked',
      name: 'DP',
      opening: 'door' as const,
      on: { room: 'room_pharmacy', corner: 'a' },
      along: 0.5,
      width: 1,
    }
    const up = twoStoreys(
      ...LIFT_LANDINGS,
      pharmacy,
      door,
      { ...cupboard, x: 15, y: 4 },
      lift('liftone', ['fixture_liftground', 'fixture_liftupstairs']),
    )
    expectMeasures(up, { staffRides: 2 })
  })
})

/** The upper storey and all on it moved on the plan: a lift does not care where its storeys lie. */
function elsewhere(dx: number, dy: number) {
  const on = (record: object) => 'storey' in record && record.storey === UPSTAIRS
  return withRecords(withLift(), (record) => {
    if (!on(record)) return record
    if (record.kind === 'room') return { ...record, corners: record.corners.map((corner) => ({ ...corner, x: corner.x + dx, y: corner.y + dy })) }
    return record.kind === 'fixture' ? { ...record, x: record.x + dx, y: record.y + dy } : record
  })
}

function renamed<R extends object>(record: R): R {
  return JSON.parse(JSON.stringify(record).replaceAll(`"${UPSTAIRS}"`, '"storey_aaaaaa"')) as R
}

describe('measuring from an earlier measurement', () => {
  const document = withLift()
  const committed = measureDesign(document, WORKED_DESIGN, 'own')
  const figures = ({ values }: Measurement) =>
    values.map(({ metric, subject, result }) => `${metric} ${subject} ${result.status === 'available' ? result.value.toFixed(6) : result.reason.key}`)

  it.each(lawfulPreviews(document, WORKED_DESIGN, 30, 11).map((preview, index) => [index, preview] as const))(
    'is the same over storeys as without it: edit %i',
    (_, { change }) => {
      const edited = applyChange(document, change)
      const mended = measureDesign(edited, WORKED_DESIGN, 'own', committed)
      expect(figures(mended)).toEqual(figures(measureDesign(documentOf(recordsIn(edited)), WORKED_DESIGN, 'own')))
    },
  )
})
