import { describe, expect, it } from 'vitest'
import type { WardDocument } from '#shared/document/document'
import { Step } from '#shared/document/pathway'
import { along, expectMeasures, measured, whyNot } from '#test/support/measured'
import type { RecordInput } from '#test/support/records'
import { adding, doorOf, roomOf, spot, withPathway } from '#test/support/worked-additions'
import { workedExample } from '#test/support/worked-example'
import { withRecords, withStep } from '#test/support/worked-variations'

// The routes of the worked example, from its table: for bed 1 and bed 2, or their mean over both. Metres.
const MR = 5.75
const RS = 3.5
const SB = { one: 9.55, two: 12, mean: 10.775 }
const BR = { one: 10.05, two: 12.5, mean: 11.275 }
const DB = { one: 13.35, two: 15.3, mean: 14.325 }
const KB = { one: 12.6, two: 14.55, mean: 13.575 }
const BG = { one: 13.5, two: 15.45, mean: 14.475 }
const GD = 6.15
const PATIENT = 37.05
const NURSE = 62.1

const example = workedExample()

function withShares(document: WardDocument, traits: Record<string, Record<string, number>>): WardDocument {
  return withRecords(document, (record) =>
    record.kind === 'scenario' ? { ...record, volumes: record.volumes.map((volume) => ({ ...volume, traits })) } : record,
  )
}

/** Sedation is drawn once a visit: 60 % yes. */
function sedation(document: WardDocument): WardDocument {
  const known = withPathway(document, 'treatment-visit', (pathway) => ({
    ...pathway,
    traits: [{ key: 'sedation', name: 'Sedation', values: ['yes', 'no'] }],
  }))
  return withShares(known, { sedation: { yes: 0.6, no: 0.4 } })
}

const onlySedated = [{ trait: 'sedation', values: ['yes'] }]
const desk = { roomType: 'waiting', fixtureType: 'reception-desk' }

describe('steps that only some visits do', () => {
  it('are done by their share, and so are their items', () => {
    expectMeasures(
      withStep(sedation(example), 'treat', (step) => ({ ...step, onlyFor: onlySedated })),
      {
        steps: 3.6,
        handoffs: 2,
        queuePoints: 3,
        patientTravel: PATIENT,
        'staffTravelPerPatient role:nurse': 0.6 * NURSE + 0.4 * 2 * DB.mean, // not sedated: to the bed and back
        'load place:treatment-room/bed': (20 * (10 + 0.6 * (20 + 5))) / 960,
        valueAddingShare: (0.6 * 20) / (5 + 10 + 0.6 * 20 + 5),
        sharedMetresPerTrip: 7.8,
        sharedMetresPerDay: 12 * 7.8,
        dignityMetres: 6.25, // gowned or sedated, both are seen
        flowDistance: 20 * PATIENT + 12 * (KB.mean + BG.mean),
      },
    )
  })

  it('make the walk of each trait value another one', () => {
    // Who is not sedated leaves from the bed: by (7, 3) to M.
    const bedToGate = (1.3 + 3.75) / 2 + along([7, 3], [0, 1.5])
    const straightOut = MR + RS + SB.mean + bedToGate
    const document = withStep(sedation(example), 'book-out', (step) => ({ ...step, onlyFor: onlySedated }))
    expectMeasures(document, {
      patientTravel: 0.6 * PATIENT + 0.4 * straightOut,
      'patientTravel trait:sedation/yes': PATIENT,
      'patientTravel trait:sedation/no': straightOut,
      handoffs: 0.6 * 2 + 0.4 * 1,
      moves: 0.6 * 2 + 0.4 * 1,
      queuePoints: 0.6 * 3 + 0.4 * 2,
      'load role:receptionist': (20 * (5 + 0.6 * 5)) / 480,
      dignityMinutes: 0.6 * 5,
    })
  })

  it('multiply where two traits are drawn', () => {
    const both = withPathway(sedation(example), 'treatment-visit', (pathway) => ({
      ...pathway,
      traits: [...pathway.traits, { key: 'scan', name: 'Scan', values: ['none', 'chest', 'head'] }],
    }))
    const shared = withShares(both, { sedation: { yes: 0.6, no: 0.4 }, scan: { none: 0.5, chest: 0.3, head: 0.2 } })
    const document = withStep(shared, 'treat', (step) => ({
      ...step,
      onlyFor: [...onlySedated, { trait: 'scan', values: ['chest', 'head'] }],
    }))
    expectMeasures(document, {
      steps: 3 + 0.6 * 0.5,
      sharedMetresPerDay: 20 * 0.3 * 7.8,
      'staffTravelPerPatient role:nurse': 0.3 * NURSE + 0.7 * 2 * DB.mean,
      'patientTravel trait:scan/head': PATIENT,
    })
  })
})

describe('a step done three times', () => {
  it('takes its time, its turnaround and its items three times, in one place', () => {
    const GK = along([20, 0.8], [16.85, 0], [13.1, -2.8])
    expectMeasures(
      withStep(example, 'treat', (step) => ({ ...step, repeat: 3 })),
      {
        steps: 6,
        handoffs: 2,
        moves: 2,
        queuePoints: 3,
        patientTravel: PATIENT,
        'load place:treatment-room/bed': (20 * (10 + 3 * 25)) / 960,
        // Each time: from where the nurse is to K, the bed, and G with the used set.
        'staffTravelPerPatient role:nurse': DB.mean + 2 * KB.mean + BG.mean + 2 * (GK + KB.mean + BG.mean) + GD,
        sharedMetresPerDay: 60 * 7.8,
        valueAddingShare: 60 / 80,
      },
    )
  })

  it('is done each time with who only escorts for it, whatever they took away meanwhile', () => {
    // The receptionist escorts for step 3, done twice where the patient already is, and every other time takes a used set to G.
    const document = withStep(example, 'treat', (step) => ({
      ...step,
      repeat: 2,
      escorts: ['receptionist'],
      items: step.items.map((line) => (line.direction === 'left' ? { ...line, carrier: 'receptionist', usesPerTrip: 2 } : line)),
    }))
    const GR = along([20, 0.8], [3, 0], [0.75, -3])
    expectMeasures(document, {
      // To the bed; after the first time half of them to G, and those back to the bed; after the second half of all home by G.
      'staffTravelPerPatient role:receptionist': BR.mean + 0.5 * 2 * BG.mean + 0.5 * (BG.mean + GR) + 0.5 * BR.mean,
      // From the bed to K and back, twice, and home.
      'staffTravelPerPatient role:nurse': 2 * DB.mean + 4 * KB.mean,
    })
  })
})

describe('places', () => {
  it('assigned by shares that the design states', () => {
    const assigned = withStep(example, 'prepare', (step) => ({
      ...step,
      place: { roomType: 'treatment-room', fixtureType: 'bed', choice: 'assigned' },
    }))
    const document = withRecords(assigned, (record) =>
      record.kind === 'design'
        ? { ...record, placeShares: [{ roomType: 'treatment-room', fixtureType: 'bed', shares: { fixture_bedone: 0.25, fixture_bedtwo: 0.75 } }] }
        : record,
    )
    expectMeasures(document, {
      patientTravel: 0.25 * 34.6 + 0.75 * 39.5,
      'staffTravelPerPatient role:nurse': 0.25 * 58.2 + 0.75 * 66,
      'load place:treatment-room/bed': (20 * 0.75 * 35) / 480, // the fuller one
    })
  })

  it('of a room that serves as the type', () => {
    const pod: RecordInput = {
      id: 'roomtype_podroom',
      kind: 'roomType',
      key: 'pod',
      name: 'Pod',
      use: 'care',
      zone: 'patient',
      through: false,
      servesAs: ['treatment-room'],
    }
    const document = withRecords(adding(example, pod), (record) =>
      record.kind === 'room' && record.id === 'room_treatment' ? { ...record, roomType: 'pod' } : record,
    )
    expectMeasures(document, {
      patientTravel: PATIENT,
      'staffTravelPerPatient role:nurse': NURSE,
      'load place:treatment-room/bed': 700 / 960,
    })
  })

  it('of rooms, equal over places and not over rooms', () => {
    // Treatment becomes (6,3)-(11,8) with 3 places; a second one (11,3)-(16,8) with 1, its door at x 12 to 13.
    const second = [roomOf('treatmenttwo', 'Treatment 2', 'treatment-room', [11, 3], [16, 8]), doorOf('doordtwo', 'DT2', 'treatmenttwo', 'a', 1, 1)]
    const halved = withRecords(example, (record) => {
      if (record.kind === 'room' && record.id === 'room_treatment') {
        return { ...record, capacity: 3, corners: record.corners.map((corner) => (corner.x === 16 ? { ...corner, x: 11 } : corner)) }
      }
      return record.id === 'opening_windowtc' ? undefined : record
    })
    const document = withStep(adding(halved, ...second), 'prepare', (step) => ({ ...step, place: { roomType: 'treatment-room' } }))
    const there = 0.75 * along([4.25, -3], [3, 0], [7, 3], [8.5, 5.5]) + 0.25 * along([4.25, -3], [3, 0], [12, 3], [13.5, 5.5])
    const back = 0.75 * along([8.5, 5.5], [7, 3], [3, 0], [0.75, -3]) + 0.25 * along([13.5, 5.5], [12, 3], [3, 0], [0.75, -3])
    expectMeasures(document, {
      patientTravel: MR + RS + there + back + MR,
      'load place:treatment-room': (20 * 0.75 * 35) / (3 * 480), // 5 visits to the one place beside 15 to three: as full
      assumedPlaces: 0,
      queuePoints: 3,
    })
  })

  it('waits at the nearest seat', () => {
    // A seat at (2.25,-3), 1.5 m from the desk; it leads to the bed by (3,0) as well.
    const toBed = along([2.25, -3], [3, 0], [7, 3]) + (1.3 + 3.75) / 2
    expectMeasures(adding(example, spot('seattwo', 'seat', [2.25, -3])), {
      patientTravel: MR + 1.5 + toBed + BR.mean + MR,
      moves: 2,
      queuePoints: 3,
    })
  })

  it.each([
    ['if it is busy', { at: { roomType: 'waiting', fixtureType: 'seat' }, when: 'ifBusy' as const }],
    ['in place', { at: 'inPlace' as const }],
  ])('waits %s: no detour, and still a queue', (_, waits) => {
    expectMeasures(
      withStep(example, 'prepare', (step) => ({ ...step, waits })),
      {
        patientTravel: MR + BR.mean + BR.mean + MR,
        moves: 2,
        queuePoints: 3,
      },
    )
  })

  it('takes the base from which the chain is shortest', () => {
    // A second desk at (15.2,-1): 1 m to the jamb (15.2,0), and back from G by (16.85,0).
    const away = 1 + 7.8 + (1.3 + 3.25) / 2
    const home = 3.25 + along([16.85, 0], [15.2, -1])
    expectMeasures(adding(example, spot('desktwo', 'staff-desk', [15.2, -1])), {
      'staffTravelPerPatient role:nurse': away + 2 * KB.mean + BG.mean + home,
    })
  })
})

describe('people', () => {
  it('of two roles escort the patient', () => {
    const document = withStep(example, 'prepare', (step) => ({ ...step, escorts: ['nurse', 'receptionist'] }))
    // The receptionist goes on from check-in: to the seat, with the patient, and back.
    const receptionist = RS + SB.mean + BR.mean
    expectMeasures(document, {
      'staffTravelPerPatient role:nurse': 78.25,
      'staffTravelPerPatient role:receptionist': receptionist,
      staffTravelPerPatient: 78.25 + receptionist,
      'load role:receptionist': (200 + (20 * receptionist) / 1.1 / 60) / 480,
      handoffs: 2,
      queuePoints: 3,
    })
  })

  it('who assist walk too, and make the next handoff warm', () => {
    // The receptionist is at the bed in step 3 and leads step 4 in the same stint: desk, bed, desk.
    const document = withStep(example, 'treat', (step) => ({ ...step, assisting: [{ role: 'receptionist', people: 1 }] }))
    expectMeasures(document, {
      'staffTravelPerPatient role:receptionist': 2 * BR.mean,
      handoffs: 2,
      warmHandoffs: 1,
      queuePoints: 4, // step 3 waits for the receptionist
      'load role:receptionist': (20 * (5 + 20 + 5) + (20 * 2 * BR.mean) / 1.1 / 60) / 480,
    })
  })

  it('of whom there are two in a step walk a chain each', () => {
    const document = withStep(example, 'treat', (step) => ({ ...step, assisting: [{ role: 'nurse', people: 2 }] }))
    // The second and third are there for step 3 alone: to the bed and back; the first carries.
    const metres = NURSE + 2 * 2 * DB.mean
    expectMeasures(document, {
      'staffTravelPerPatient role:nurse': metres,
      'load role:nurse': (20 * (10 + 3 * 20) + (20 * metres) / 1.3 / 60) / 960,
    })
    expect(measured(document).overloaded.map(({ key }) => key)).toEqual(['overloaded.role'])
  })

  it('turn the place round', () => {
    const document = withStep(example, 'treat', (step) => ({ ...step, turnaround: { duration: 300, role: 'nurse' } }))
    expectMeasures(document, {
      'load role:nurse': (20 * 35 + (20 * NURSE) / 1.3 / 60) / 960,
      'load place:treatment-room/bed': 700 / 960,
      'staffTravelPerPatient role:nurse': NURSE,
    })
  })

  it('of several shifts', () => {
    const document = withRecords(example, (record) =>
      record.kind === 'scenario'
        ? {
            ...record,
            shifts: [
              { name: 'Morning', from: 28_800, to: 43_200, people: { receptionist: 1, nurse: 2 } },
              { name: 'Afternoon', from: 43_200, to: 57_600, people: { receptionist: 1, nurse: 1 } },
            ],
          }
        : record,
    )
    expectMeasures(document, {
      'staffTravelPerPersonShift role:nurse': 1242 / 3,
      'load role:nurse': (600 + 1242 / 1.3 / 60) / (2 * 240 + 240),
      'load role:receptionist': 200 / 480,
    })
  })

  it('who go before they come, or a day that never opens, give no load', () => {
    const hours = (opening: { from: number; to: number }, to: number) =>
      withRecords(example, (record) =>
        record.kind === 'scenario' ? { ...record, opening, shifts: record.shifts.map((shift) => ({ ...shift, to })) } : record,
      )
    const closed = hours({ from: 57_600, to: 28_800 }, 57_600)
    expect(whyNot(closed, 'load', 'place:treatment-room/bed')).toBe('The unit closes before it opens, so no load can be worked out.')
    expectMeasures(closed, { 'load role:receptionist': 200 / 480, patientTravel: PATIENT })
    const gone = hours({ from: 28_800, to: 57_600 }, 0)
    expect(whyNot(gone, 'load', 'role:nurse')).toBe('Nobody of this role is on duty.')
    expectMeasures(gone, { 'load place:treatment-room/bed': 700 / 960 })
  })

  it('do a step beside another one, which does not hold the patient', () => {
    const document = withPathway(example, 'treatment-visit', (pathway) => {
      const treat = pathway.steps.findIndex(({ key }) => key === 'treat')
      const labels = Step.parse({
        key: 'labels',
        name: 'Print labels',
        place: desk,
        lead: 'receptionist',
        duration: { shape: 'uniform', least: 60, most: 300 },
        value: 'waste',
        parallelWith: 'treat',
      })
      return { ...pathway, steps: [...pathway.steps.slice(0, treat + 1), labels, ...pathway.steps.slice(treat + 1)] }
    })
    expectMeasures(document, {
      steps: 5,
      handoffs: 2,
      queuePoints: 3,
      moves: 2,
      patientTravel: PATIENT,
      'load role:receptionist': (20 * (10 + 3)) / 480,
      'load place:waiting/reception-desk': (20 * (10 + 3)) / 480,
      valueAddingShare: 20 / 43,
      dignityMinutes: 5,
    })
  })
})
