import { describe, expect, it } from 'vitest'
import type { Flow } from '#shared/document/vocabulary'
import type { Settings } from '#shared/document/workshop'
import { along, expectMeasures, whyNot } from '#test/support/measured'
import { adding, doorOf, roomOf, spot, withOpening, withRoom, withSettings, withThresholds } from '#test/support/worked-additions'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import { withRecords, withStep } from '#test/support/worked-variations'

const PATIENT = 37.05
const NURSE = 62.1

const example = workedExample()

function passes(widths: Partial<Record<keyof Settings['bodies'], number>>) {
  return withSettings(example, (settings) => {
    const wide = (body: keyof Settings['bodies']) => ({ ...settings.bodies[body], passes: widths[body] ?? 0 })
    return { ...settings, bodies: { person: wide('person'), wheelchair: wide('wheelchair'), bed: wide('bed'), cart: wide('cart') } }
  })
}

describe('doors', () => {
  it('that lie along a walk are not passed, though the room behind them may be', () => {
    // A room between W and N whose door DX is at x 9 to 10. The nurse checks in too, so walks D-R past it: 4.25 + 12.2 + 3.75 = 20.2 m,
    // then R-B (10.05 + 12.5) / 2, K-B twice 13.575, B-G 14.475, G-D 6.15: 79.25 m and 2 + 2 + 2 + 2 + 1 + 1 doors of 5 s a visit.
    const passage = { id: 'roomtype_passage', kind: 'roomType', key: 'passage', name: 'Passage', use: 'other', zone: 'staff', through: true } as const
    const beside = adding(
      withRecords(
        withSettings(example, (settings) => ({ ...settings, doorSeconds: 5 })),
        (record) => {
          if (record.kind !== 'storey') return record
          const { outline: _, ...kept } = record
          return kept
        },
      ),
      passage,
      roomOf('passage', 'Passage', 'passage', [8, -5], [12, 0]),
      doorOf('doordx', 'DX', 'passage', 'c', 2, 1),
    )
    const nurseChecksIn = withStep(beside, 'check-in', (step) => ({ ...step, lead: 'nurse' }))
    expectMeasures(nurseChecksIn, {
      'staffTravelPerPatient role:nurse': 79.25,
      'load role:nurse': (20 * (35 + 79.25 / 1.3 / 60 + 50 / 60)) / 960,
    })
  })

  it('refuse a wheelchair on the legs on which there is one', () => {
    const narrow = withOpening(passes({ person: 0.6, wheelchair: 0.85 }), 'DW', { width: 0.8 })
    const wheeled = withStep(narrow, 'treat', (step) => ({ ...step, leaves: { dress: 'sedated', mobility: 'wheelchair' } }))
    const reason = 'No route from Treatment to Waiting: door DW is 0.8 m, a wheelchair needs 0.85 m.'
    expect(whyNot(wheeled, 'patientTravel')).toBe(reason)
    expect(whyNot(wheeled, 'dignityMetres')).toBe(reason)
    expect(whyNot(wheeled, 'flowDistance')).toBe(reason)
    expectMeasures(wheeled, { 'staffTravelPerPatient role:nurse': NURSE, sharedMetresPerTrip: 7.8, steps: 4, moves: 2 })
    expect(whyNot(narrow, 'patientTravel')).toBeUndefined()
  })

  it('refuse a bed, by the first one on the way', () => {
    const bedded = withStep(passes({ bed: 1.1 }), 'treat', (step) => ({ ...step, leaves: { mobility: 'bed' } }))
    expect(whyNot(bedded, 'patientTravel')).toBe('No route from Treatment to Waiting: door DT is 1 m, a bed needs 1.1 m.')
  })

  it('refuse at a gate', () => {
    expect(whyNot(withOpening(passes({ person: 0.7 }), 'M', { width: 0.6 }), 'patientTravel')).toBe(
      'No route from M to Waiting: door M is 0.6 m, a person needs 0.7 m.',
    )
    const onlyIn = withOpening(example, 'M', { oneWay: 'in' })
    expect(whyNot(onlyIn, 'patientTravel')).toBe('No route from Waiting to M: door M may only be passed the other way.')
    expectMeasures(onlyIn, { sharedMetresPerTrip: 7.8, 'staffTravelPerPatient role:nurse': NURSE })
    const closed = withOpening(example, 'G', { admits: ['patient'] })
    expect(whyNot(closed, 'flowDistance')).toBe('No route from Treatment to G: door G is not for staff.')
  })

  it('of one way are walked that way', () => {
    expect(whyNot(withOpening(example, 'DW', { oneWay: 'in' }), 'patientTravel')).toBe(
      'No route from Waiting to Treatment: door DW may only be passed the other way.',
    )
    // Out by a second door at x 6.75 to 7.75: from the seat by (6.75,0), to bed 1 straight from there, to bed 2 by (8,3) too.
    const out = doorOf('doordout', 'DW out', 'waiting', 'c', 0.25, 1)
    const document = adding(withOpening(example, 'DW', { oneWay: 'in' }), { ...out, oneWay: 'out' } as typeof out)
    const toBeds = along([4.25, -3], [6.75, 0]) + (along([6.75, 0], [7.5, 4.2]) + along([6.75, 0], [8, 3], [9.25, 6])) / 2
    expectMeasures(document, { patientTravel: 5.75 + 3.5 + toBeds + 11.275 + along([0.75, -3], [6.75, 0], [0, 1.5]) })
  })

  it('refuse flows that they do not admit', () => {
    const staffOnly = withOpening(example, 'DT', { admits: ['staff'] })
    expect(whyNot(staffOnly, 'patientTravel')).toBe('No route from Waiting to Treatment: door DT is not for patients.')
    expect(whyNot(staffOnly, 'staffTravelPerPatient', 'role:nurse')).toBe('No route from Nurse room to Treatment: door DT is not for clean supplies.')
    const supplies = withOpening(example, 'DT', { admits: ['staff', 'clean', 'used'] })
    expect(whyNot(supplies, 'dignityMetres')).toBe('No route from Waiting to Treatment: door DT is not for patients.')
    expectMeasures(supplies, { 'staffTravelPerPatient role:nurse': NURSE, sharedMetresPerTrip: 7.8, sharedDoors: 1 })
  })
})

describe('rooms', () => {
  const type = (key: string, edit: { admits?: Flow[]; through?: boolean; zone?: 'public' }) =>
    withRecords(example, (record) => (record.kind === 'roomType' && record.key === key ? { ...record, ...edit } : record))

  it('refuse flows that they do not admit', () => {
    const staffOnly = type('treatment-room', { admits: ['staff', 'clean', 'used'] })
    expect(whyNot(staffOnly, 'patientTravel')).toBe('No route from Waiting to Treatment: Treatment is not for patients.')
    expectMeasures(staffOnly, { 'staffTravelPerPatient role:nurse': NURSE, sharedMetresPerTrip: 7.8 })
  })

  it('are passed only where others may', () => {
    const closed = type('corridor', { through: false })
    expect(whyNot(closed, 'patientTravel')).toBe(
      'No route from Waiting to Treatment: the way would lead through Corridor, which others may not pass.',
    )
  })

  it('are no short cut where others may not pass', () => {
    // A store S (8,-5)-(12,0) between W and N with a door to each would be the short way for the nurse; nobody passes a store.
    const store = [
      roomOf('storeroom', 'Store', 'clean-utility', [8, -5], [12, 0]),
      doorOf('doorsw', 'SW', 'storeroom', 'd', 2, 1),
      doorOf('doorsn', 'SN', 'storeroom', 'b', 2, 1),
    ]
    const inside = withRecords(example, (record) => (record.kind === 'storey' ? { ...record, outline: undefined } : record))
    const receives = withStep(adding(inside, ...store), 'check-in', (step) => ({ ...step, lead: 'nurse' }))
    // Nurse to the desk by (15.2,0) and (3,0), round the store.
    const DR = along([18.95, -2], [15.2, 0], [3, 0], [0.75, -3])
    // Check-in, prepare, treat in one stint.
    const nurse = DR + 11.275 + 2 * 13.575 + 14.475 + 6.15
    expectMeasures(receives, { 'staffTravelPerPatient role:nurse': nurse, patientTravel: PATIENT, briefMissing: 0 })
    // Where others may pass it is one: straight through both doors, y -2 to -3.
    const open = withRecords(receives, (record) =>
      record.kind === 'roomType' && record.key === 'clean-utility' ? { ...record, through: true } : record,
    )
    expectMeasures(open, { 'staffTravelPerPatient role:nurse': nurse - DR + along([18.95, -2], [0.75, -3]) })
  })

  it('for one sex are breaches for the other', () => {
    const rule = withSettings(example, (settings) => ({ ...settings, sameSexRule: true }))
    expectMeasures(rule, { sameSexBreaches: 0 })
    expectMeasures(withRoom(withRoom(rule, 'Treatment', { for: 'women' }), 'Waiting', { for: 'men' }), { sameSexBreaches: 2 })
    expectMeasures(withRoom(rule, 'Treatment', { for: 'women' }), { sameSexBreaches: 0 })
    expect(whyNot(example, 'sameSexBreaches')).toBe('The same-sex rule is turned off.')
  })

  it('of a storey above change areas alone', () => {
    const upper = adding(
      example,
      { id: 'storey_upper0', kind: 'storey', design: WORKED_DESIGN, name: 'First floor', elevation: 4 },
      roomOf('utilityup', 'Clean utility', 'clean-utility', [0, 0], [4, 4], 'storey_upper0'),
    )
    expectMeasures(upper, {
      netArea: 206,
      grossArea: 206,
      circulationShare: 60 / 206,
      floorCost: 824_000,
      briefMissing: 0,
      briefBelow: 1,
      patientTravel: PATIENT,
      'staffTravelPerPatient role:nurse': NURSE,
      sharedMetresPerTrip: 7.8,
      dignityMetres: 6.25,
      observation: 0.5,
      flowDistance: 1302,
    })
  })

  it('that cover less than the outline leave floor to walk on', () => {
    const rectangle = [
      { x: 0, y: -5 },
      { x: 20, y: -5 },
      { x: 20, y: 8 },
      { x: 0, y: 8 },
    ]
    const document = withRecords(example, (record) => (record.kind === 'storey' ? { ...record, outline: rectangle } : record))
    expectMeasures(document, {
      grossArea: 260,
      netArea: 190,
      uncoveredFloor: 70,
      circulationShare: (60 + 70) / 260,
      floorCost: 1_040_000,
      patientTravel: PATIENT,
      sharedMetresPerTrip: 7.8,
    })
  })
})

describe('legs forced through named places', () => {
  // A second door between Waiting and Corridor at x 6.75 to 7.75.
  const twoDoors = adding(example, doorOf('doordtwo', 'DW2', 'waiting', 'c', 0.25, 1))
  const toBeds = along([4.25, -3], [6.75, 0]) + (along([6.75, 0], [7.5, 4.2]) + along([6.75, 0], [8, 3], [9.25, 6])) / 2

  it('say how much longer they are', () => {
    expectMeasures(twoDoors, { patientTravel: 5.75 + 3.5 + toBeds + 11.275 + 5.75, viaDetour: 0 })
    // Back to the desk by the second door: round (6.75,0).
    const forced = withRecords(twoDoors, (record) =>
      record.kind === 'design' ? { ...record, via: [{ pathway: 'treatment-visit', step: 'book-out', through: ['opening_doordtwo'] }] } : record,
    )
    const back = (along([7.5, 4.2], [6.75, 0]) + along([9.25, 6], [8, 3], [6.75, 0])) / 2 + along([6.75, 0], [0.75, -3])
    expectMeasures(forced, {
      patientTravel: 5.75 + 3.5 + toBeds + back + 5.75,
      viaDetour: 20 * (back - 11.275),
      'staffTravelPerPatient role:nurse': NURSE,
    })
  })

  it('to the gate out', () => {
    const forced = withRecords(twoDoors, (record) =>
      record.kind === 'design' ? { ...record, via: [{ pathway: 'treatment-visit', through: ['opening_doordtwo'] }] } : record,
    )
    const out = along([0.75, -3], [6.75, 0], [0, 1.5])
    expectMeasures(forced, { patientTravel: 5.75 + 3.5 + toBeds + 11.275 + out, viaDetour: 20 * (out - 5.75) })
  })

  it('through a room', () => {
    // Used sets by Nurse room: in and out at its jamb (16.85,0), then to G.
    const forced = withRecords(example, (record) =>
      record.kind === 'design' ? { ...record, via: [{ pathway: 'used-set', through: ['room_nurseroom'] }] } : record,
    )
    const there = (1.3 + 3.25) / 2 + along([8, 3], [16.85, 0], [20, 0.8])
    expectMeasures(forced, { flowDistance: 1302 + 20 * (there - 14.475), viaDetour: 20 * (there - 14.475) })
  })
})

describe('thresholds', () => {
  it('of how near routes share', () => {
    // Apart by 0.211854 of the way from (8,3): 1 m at 4.720238 m.
    const reach = 1 / (20.16 / (7.8 * 12.2))
    expectMeasures(withThresholds(example, { sharedDistance: 1 }), {
      sharedMetresPerTrip: reach,
      sharedMetresPerDay: 20 * reach,
      sharedShare: reach / 13.575,
      opposingMetres: reach,
      conflictPlaces: 1,
    })
  })

  it('of the angle within which they share', () => {
    expectMeasures(withThresholds(example, { sharedAngle: 12 }), { sharedMetresPerTrip: 0, sharedDoors: 1 })
    expectMeasures(withThresholds(example, { sharedAngle: 13 }), { sharedMetresPerTrip: 7.8 })
  })

  it('of how far the public sees', () => {
    // S sees (3+4t, 3t) from t = 0.5, and 5 m far until 25t² + 8t = 14.4375.
    const until = (-8 + Math.sqrt(64 + 100 * 14.4375)) / 50
    expectMeasures(withThresholds(example, { dignitySight: 5 }), { dignityMetres: 3.75 + 5 * (until - 0.5), dignityMinutes: 5 })
    expectMeasures(withThresholds(example, { dignitySight: 3 }), { dignityMetres: 3.75 })
  })

  it('of how far staff watch', () => {
    expectMeasures(withThresholds(example, { observationSight: 12.28 }), { observation: 0.5 })
    expectMeasures(withThresholds(example, { observationSight: 12.27 }), { observation: 0 })
  })
})

describe('what hides and what shows', () => {
  const glazed = (name: string, corner: string) =>
    withRecords(example, (record) =>
      record.kind === 'room' && record.name === name
        ? { ...record, corners: record.corners.map((one) => (one.key === corner ? { ...one, edge: 'glazed' as const } : one)) }
        : record,
    )

  it('glazing on both sides shows the whole way through the corridor', () => {
    const both = withRecords(glazed('Waiting', 'c'), (record) =>
      record.kind === 'room' && record.name === 'Corridor'
        ? { ...record, corners: record.corners.map((one) => (one.key === 'a' ? { ...one, edge: 'glazed' as const } : one)) }
        : record,
    )
    // But for the leaf of DW: S sees (3+4t, 3t) past the jamb (3,0) at once. 5 m in the corridor, 3.75 m in Waiting.
    expectMeasures(both, { dignityMetres: 8.75, patientTravel: PATIENT })
  })

  it('a wall on one side of the glazing is a wall', () => {
    expectMeasures(glazed('Waiting', 'c'), { dignityMetres: 6.25 })
  })

  it('an archway is seen through', () => {
    // By an archway for DT, S sees the bed that it looks at... the patient in the doorway: nothing more of the corridor.
    expectMeasures(withOpening(example, 'DW', { opening: 'archway' }), { dignityMetres: 6.25, sharedMetresPerTrip: 7.8, patientTravel: PATIENT })
  })

  it('a curtain hides a bed head', () => {
    // On the line from the desk to head 2, at (12.456, 5).
    const curtain = spot('curtainone', 'curtain', [12.456, 5])
    expectMeasures(adding(example, { ...curtain, screen: true } as typeof curtain), { observation: 0, patientTravel: PATIENT })
    expectMeasures(adding(example, curtain), { observation: 0.5 })
  })
})

describe('other flows kept apart', () => {
  it('have values of their own beside the first', () => {
    const document = withSettings(example, (settings) => ({
      ...settings,
      separations: [
        ...settings.separations,
        { key: 'used-clean', first: ['used'], second: ['clean'] },
        { key: 'patient-used', first: ['patient'], second: ['used'] },
      ],
    }))
    // s metres from (8,3) a used set is nearest to the end (15.2,0) of the clean piece, 2.5 m at most: s² - 15.6 cos 12.23° s + 7.8² = 2.5².
    const cos = Math.sqrt(1 - (20.16 / (7.8 * 12.2)) ** 2)
    const until = 7.8 * cos + Math.sqrt((7.8 * cos) ** 2 - 7.8 ** 2 + 2.5 ** 2)
    expectMeasures(document, {
      sharedMetresPerTrip: 7.8,
      'sharedMetresPerTrip separation:clean-used': 7.8,
      'sharedDoors separation:patient-used': 1,
      'sharedMetresPerTrip separation:used-clean': until,
      'sharedMetresPerTrip separation:patient-used': 0,
      'conflictPlaces separation:used-clean': 1,
      'conflictPlaces separation:patient-used': 0,
      'separationGrade separation:patient-used': 0,
    })
  })
})
