import { describe, expect, it } from 'vitest'
import type { WardDocument } from '#shared/document/document'
import { type ItemLine, type Pathway, Step } from '#shared/document/pathway'
import { along, expectMeasures, whyNot } from '#test/support/measured'
import type { RecordInput } from '#test/support/records'
import { adding, spot, withPathway, withSettings, withVolumes } from '#test/support/worked-additions'
import { WORKED_DESIGN, workedExample } from '#test/support/worked-example'
import { withStep } from '#test/support/worked-variations'

// The routes of the worked example, mean over both beds. Metres.
const BR = 11.275
const DB = 14.325
const KB = 13.575
const BG = 14.475
const GD = 6.15
const PATIENT = 37.05
const NURSE = 62.1

const example = workedExample()

/** The items of the step `treat`, edited. */
function withItems(document: WardDocument, edit: (line: ItemLine) => ItemLine): WardDocument {
  return withStep(document, 'treat', (step) => ({ ...step, items: step.items.map(edit) }))
}

function onlyFor(pathway: string, edit: Partial<ItemLine>) {
  return (line: ItemLine): ItemLine => (line.pathway === pathway ? { ...line, ...edit } : line)
}

function storeStep(key: string, place: Step['place']): Step {
  return Step.parse({ key, name: key, place, duration: { shape: 'fixed', value: 0 }, value: 'necessary' })
}

function pathway(key: string, more: Partial<Pathway & { kind: 'pathway' }>): RecordInput {
  return { id: `pathway_${key.replaceAll('-', '').padEnd(6, '0')}`, kind: 'pathway', key, name: key, flow: 'clean', steps: [], ...more }
}

describe('items', () => {
  it('of which one trip serves four visits', () => {
    // One visit in four the nurse fetches: to K and back to the bed.
    expectMeasures(withItems(example, onlyFor('clean-set', { usesPerTrip: 4 })), {
      'staffTravelPerPatient role:nurse': NURSE - 0.75 * 2 * KB,
      sharedMetresPerTrip: 7.8,
      sharedMetresPerDay: 5 * 7.8,
      sharedShare: 7.8 / 13.575,
      flowDistance: 20 * PATIENT + 5 * KB + 20 * BG,
      patientTravel: PATIENT,
    })
  })

  it('left, of which one trip serves four visits', () => {
    // Three visits in four straight home from the bed instead of by G.
    expectMeasures(withItems(example, onlyFor('used-set', { usesPerTrip: 4 })), {
      'staffTravelPerPatient role:nurse': 0.25 * NURSE + 0.75 * (DB + 2 * KB + DB),
      sharedMetresPerDay: 156,
      flowDistance: 20 * PATIENT + 20 * KB + 5 * BG,
    })
  })

  it('taken away by somebody who takes no part in the step', () => {
    // Desk, bed, G, and back to the desk by (3,0).
    const receptionist = BR + BG + along([20, 0.8], [3, 0], [0.75, -3])
    expectMeasures(withItems(example, onlyFor('used-set', { carrier: 'receptionist' })), {
      'staffTravelPerPatient role:receptionist': receptionist,
      'staffTravelPerPatient role:nurse': DB + 2 * KB + DB,
      'load role:receptionist': (200 + (20 * receptionist) / 1.1 / 60) / 480,
      flowDistance: 1302,
      queuePoints: 3,
      handoffs: 2,
    })
  })

  it('brought by somebody who takes no part in the step', () => {
    // Desk, K, bed, desk.
    const receptionist = along([0.75, -3], [3, 0], [15.2, 0], [13.1, -2.8]) + KB + BR
    expectMeasures(withItems(example, onlyFor('clean-set', { carrier: 'receptionist' })), {
      'staffTravelPerPatient role:receptionist': receptionist,
      'staffTravelPerPatient role:nurse': DB + BG + GD,
      flowDistance: 1302,
      sharedMetresPerTrip: 7.8,
    })
  })

  it('pushed on a cart meet doors as a cart does', () => {
    const carts = withSettings(withItems(example, onlyFor('used-set', { by: 'cart' })), (settings) => ({
      ...settings,
      bodies: { ...settings.bodies, cart: { ...settings.bodies.cart, passes: 1.1 } },
    }))
    const reason = 'No route from Treatment to G: door DT is 1 m, a cart needs 1.1 m.'
    expect(whyNot(carts, 'sharedMetresPerTrip')).toBe(reason)
    expect(whyNot(carts, 'flowDistance')).toBe(reason)
    expect(whyNot(carts, 'staffTravelPerPatient', 'role:nurse')).toBe(reason)
    expectMeasures(carts, { patientTravel: PATIENT, dignityMetres: 6.25, 'staffTravelPerPatient role:receptionist': 0 })
  })

  it('two at one step are fetched one after the other', () => {
    const drug: RecordInput = pathway('drug', {
      name: 'Drug',
      flow: 'medication',
      steps: [storeStep('take', { roomType: 'waiting', fixtureType: 'seat' })],
    })
    const document = withStep(adding(example, drug), 'treat', (step) => ({
      ...step,
      items: [step.items[0]!, { ...step.items[0]!, pathway: 'drug' }, step.items[1]!],
    }))
    // From the bed to K, from there to the seat, from the seat to the bed.
    const KS = 3.5 + 12.2 + 3.25
    const SB = 10.775
    expectMeasures(document, {
      'staffTravelPerPatient role:nurse': DB + KB + KS + SB + BG + GD,
      flowDistance: 1302 + 20 * SB,
      sharedMetresPerTrip: 7.8,
    })
  })

  it('go by a disposal of their own before they leave', () => {
    // A bin in the corridor at (18,2): by (8,3) to it; 2.332 m on to G. The nurse goes home from the bin.
    const bin = withPathway(adding(example, spot('wastebin', 'waste-bin', [18, 2])), 'used-set', (used) => ({
      ...used,
      steps: [storeStep('drop', { roomType: 'corridor', fixtureType: 'waste-bin' })],
    }))
    const BX = (1.3 + 3.25) / 2 + along([8, 3], [18, 2])
    const XG = along([18, 2], [20, 0.8])
    expectMeasures(bin, {
      'staffTravelPerPatient role:nurse': DB + 2 * KB + BX + along([18, 2], [16.85, 0], [18.95, -2]),
      flowDistance: 20 * (PATIENT + KB + BX + XG),
      patientTravel: PATIENT,
    })
  })

  it('that become clean again start where they ended', () => {
    // Two washers: used sets go to the nearer one of the bed, at K; the other is beside the nurse's desk.
    const washers = adding(example, spot('washerone', 'washer', [13.1, -2.8]), spot('washertwo', 'washer', [18.95, -2.5]))
    const washer = storeStep('wash', { roomType: 'staff-base', fixtureType: 'washer' })
    const looped = withPathway(washers, 'used-set', ({ gateOut, ...used }) => ({ ...used, steps: [washer], becomes: 'clean-set' }))
    const clean = withPathway(looped, 'clean-set', (set) => ({ ...set, steps: [washer] }))
    const led = withStep(clean, 'prepare', (step) => ({ ...step, lead: 'receptionist' }))
    // The nurse comes for step 3 alone, from the desk: to K all the same, the bed, K, the desk.
    const DK = along([18.95, -2], [13.1, -2.8])
    expectMeasures(led, {
      'staffTravelPerPatient role:nurse': DK + KB + KB + DK,
      flowDistance: 20 * (PATIENT + 2 * KB),
      handoffs: 2,
    })
  })

  it('without a pathway are said to have none, and the patient walks all the same', () => {
    const lost = withItems(example, onlyFor('used-set', { pathway: 'lost-set' }))
    expectMeasures(lost, { patientTravel: PATIENT, steps: 4, dignityMetres: 6.25 })
    expect(whyNot(lost, 'flowDistance')).toBe('The step Treat of Treatment visit needs or leaves “lost-set”, which has no pathway.')
  })
})

describe('flows beside the patients', () => {
  const family: RecordInput = pathway('family', {
    name: 'Family',
    flow: 'family',
    gateIn: 'main',
    gateOut: 'main',
    steps: [storeStep('sit', { roomType: 'waiting', fixtureType: 'seat' })],
  })

  it('families walk, and are no patients', () => {
    // M to the seat by (2,0): 2.5 + 3.75, and back; ten a day.
    expectMeasures(withVolumes(adding(example, family), { 'treatment-visit': 20, family: 10 }), {
      flowDistance: 1302 + 10 * 2 * 6.25,
      patientTravel: PATIENT,
      steps: 4,
      queuePoints: 3,
      'staffTravelPerPatient role:nurse': NURSE,
      dignityMetres: 6.25,
    })
  })

  it('medication with a volume of its own', () => {
    // From K to the nurse's desk: inside the room.
    const round = pathway('round', {
      name: 'Round',
      flow: 'medication',
      steps: [
        storeStep('take', { roomType: 'staff-base', fixtureType: 'clean-cupboard' }),
        storeStep('bring', { roomType: 'staff-base', fixtureType: 'staff-desk' }),
      ],
    })
    expectMeasures(withVolumes(adding(example, round), { 'treatment-visit': 20, round: 6 }), {
      flowDistance: 1302 + 6 * along([13.1, -2.8], [18.95, -2]),
      'staffTravelPerPatient role:nurse': NURSE,
      itemHandoffs: 0,
    })
  })

  it('two pathways of patients, each and together', () => {
    const clinic = withPathway(example, 'treatment-visit', (visit) => visit)
    const [visit] = Object.values(clinic.workshop).flatMap((record) =>
      record.kind === 'pathway' && record.key === 'treatment-visit' ? [record] : [],
    )
    const short: RecordInput = { ...visit!, id: 'pathway_clinic', key: 'clinic', name: 'Clinic', steps: visit!.steps.slice(0, 1) }
    expectMeasures(withVolumes(adding(example, short), { 'treatment-visit': 20, clinic: 10 }), {
      patientTravel: (20 * PATIENT + 10 * 11.5) / 30,
      'patientTravel pathway:clinic': 11.5,
      'patientTravel pathway:treatment-visit': PATIENT,
      steps: (20 * 4 + 10) / 30,
      'steps pathway:clinic': 1,
      handoffs: 40 / 30,
      queuePoints: (20 * 3 + 10) / 30,
      'staffTravelPerPatient role:nurse': 1242 / 30,
      'staffTravelPerPersonShift role:nurse': 621,
      'load place:waiting/reception-desk': 250 / 480,
      dignityMetres: (20 * 6.25) / 30,
      dignityMinutes: (20 * 5) / 30,
      valueAddingShare: (20 * 20) / (20 * 40 + 10 * 5),
      flowDistance: 1302 + 10 * 11.5,
      walkingCostPerVisit: ((1242 * 250) / 1.3 / 3600) * (20 / 7500),
    })
  })
})

describe('a design with a pathway of its own', () => {
  const own = (edit: (steps: readonly Step[]) => readonly Step[]) => {
    const [visit] = Object.values(example.workshop).flatMap((record) =>
      record.kind === 'pathway' && record.key === 'treatment-visit' ? [record] : [],
    )
    return adding(example, { ...visit!, id: 'pathway_ownvisit', design: WORKED_DESIGN, steps: [...edit(visit!.steps)], reasons: {} })
  }

  it('merges and leaves out steps', () => {
    // Prepare and treat are one step of 30 minutes; nobody books out.
    const merged = own(([checkIn, prepare, treat]) => [
      checkIn!,
      {
        ...prepare!,
        ...treat!,
        key: 'prepare',
        merges: ['treat'],
        place: prepare!.place,
        waits: prepare!.waits,
        duration: { shape: 'fixed', value: 1800 },
      },
    ])
    const bedToGate = (1.3 + 3.75) / 2 + along([7, 3], [0, 1.5])
    expectMeasures(merged, {
      steps: 2,
      handoffs: 1,
      moves: 1,
      queuePoints: 2,
      patientTravel: 5.75 + 3.5 + 10.775 + bedToGate,
      'staffTravelPerPatient role:nurse': along([18.95, -2], [13.1, -2.8]) + KB + BG + GD, // one step: by K to the bed, G, home
      'load role:receptionist': 100 / 480,
      'load place:treatment-room/bed': 700 / 960,
      valueAddingShare: 30 / 35,
      dignityMinutes: 0,
    })
    expectMeasures(merged, { steps: 4, handoffs: 2, patientTravel: PATIENT, 'staffTravelPerPatient role:nurse': NURSE, queuePoints: 3 }, 'reference')
  })

  it('does steps in another order', () => {
    // Booked out before prepared: one stint of the receptionist, then the bed, then straight out.
    const reordered = own(([checkIn, prepare, treat, bookOut]) => [checkIn!, bookOut!, prepare!, treat!])
    const bedToGate = (1.3 + 3.75) / 2 + along([7, 3], [0, 1.5])
    expectMeasures(reordered, {
      steps: 4,
      handoffs: 1,
      moves: 1,
      queuePoints: 2, // book-out has desk and receptionist
      patientTravel: 5.75 + 3.5 + 10.775 + bedToGate,
      'staffTravelPerPatient role:nurse': NURSE,
      dignityMinutes: 0,
    })
  })

  it('refers to a step by a key that another one merged', () => {
    const referring = own(([checkIn, prepare, treat, bookOut]) => [checkIn!, { ...prepare!, key: 'ready', merges: ['prepare'] }, treat!, bookOut!])
    expectMeasures(referring, { patientTravel: PATIENT, 'staffTravelPerPatient role:nurse': NURSE, steps: 4, queuePoints: 3 })
  })
})
