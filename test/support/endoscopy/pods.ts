import type { Id } from '#shared/base/ids'
import { addDesign } from '#shared/commands/add-design'
import type { FreshId } from '#shared/commands/edit'
import type { Catalogue } from '#shared/document/catalogue'
import type { Flow } from '#shared/document/vocabulary'
import { type Bounds, type DrawnRoom, outerFace, type PlanPen, planPen } from '../plan-pen'
import type { Script } from '../script'
import { throughProcedureRoom } from './procedure-room'

/** The same building as today, gates at the same spots. */
const BUILDING: Bounds = [0, 0, 42, 22]

/** Patients and what is used keep to the pods' side of a procedure room; what is clean comes from the clean corridor behind. */
const PATIENT_SIDE: readonly Flow[] = ['patient', 'family', 'staff', 'used', 'waste', 'equipment']
const CLEAN_SIDE: readonly Flow[] = ['staff', 'clean', 'medication', 'equipment']

/**
 * Point-of-delivery pods: each patient has one private room on the sunny side from admission until
 * going home; procedure rooms lie across the corridor, scopes are washed between them, and what is
 * clean comes by a corridor of its own behind.
 */
export function drawPods(script: Script, catalogue: Catalogue, freshId: FreshId): Id {
  const design = script.run((document) =>
    addDesign(
      document,
      {
        name: 'Pods',
        idea: 'One private room a patient for admission and recovery; staff and scopes come to the patient',
        round: 1,
        storey: 'Ground floor',
        outline: outerFace(BUILDING),
      },
      freshId,
    ),
  )
  const pen = planPen(script, design, BUILDING, catalogue, freshId)
  drawFront(pen)
  drawPodRow(pen)
  drawProcedures(pen)
  drawScopes(pen)
  drawNorth(pen)
  pen.end([42, 5], [42, 7.4], { opening: 'door', name: 'Staff entrance', width: 1, along: 0.3, gate: 'staff', swing: 'out' })
  pen.end([0, 15.6], [0, 13.6], { opening: 'door', name: 'Goods entrance', width: 1.4, along: 0.2, gate: 'goods', hinge: 'both', swing: 'out' })
  pen.end([42, 7.4], [42, 13.6], { opening: 'window', width: 2.4, along: 1.9 })
  pen.end([42, 13.6], [42, 15.6], { opening: 'window', width: 1.4, along: 0.3 })
  return design
}

/** Entrance with a small waiting room; behind it, off the corridor between, what is used and thrown away. */
function drawFront(pen: PlanPen): void {
  pen
    .room('waiting', 'Welcome and waiting', [0, 0, 6.2, 7])
    .door('south', 3.8, 1.6, { name: 'Main entrance', gate: 'main', hinge: 'both', swing: 'out' })
    .door('east', 6, 1.4, { name: 'Welcome to the pods', hinge: 'both', swing: 'out' })
    .window('south', 1.6, 2)
    .window('west', 1.8, 1.8)
    .window('west', 4.8, 1.8)
    .put('reception-counter', 1.75, 2.8, 90, 'Reception 1')
    .put('reception-counter', 1.75, 4.6, 90, 'Reception 2')
    .against('east', 1.5, 'waiting-seats-4')
    .against('east', 3.9, 'waiting-seats-4')
    .against('north', 3.4, 'waiting-seats-4')
  pen.room('wc', 'Public WC', [0, 7, 2.4, 9.4]).door('south', 1.6, 1).against('north', 0.6, 'wc').against('east', 8.5, 'basin')
  pen.room('interview-room', 'Interview room', [2.4, 7, 6.2, 9.4]).door('south', 5.4, 1).against('north', 3.8, 'sofa').put('chair', 3, 7.6, 90)
  pen
    .room('dirty-utility', 'Dirty utility and cleaning', [0, 9.4, 6.2, 11.5])
    .door('east', 10.5, 1.2)
    .against('south', 2.4, 'dirty-bench')
    .against('south', 4.2, 'linen-bags')
    .against('north', 1, 'basin')
  pen
    .room('disposal-hold', 'Disposal hold', [0, 11.5, 6.2, 13.6])
    .door('east', 12.6, 1.4, { hinge: 'both' })
    .door('north', 1.2, 1.4, { name: 'Collections', admits: ['staff', 'waste'], hinge: 'both' })
    .against('south', 1, 'waste-bins')
    .against('south', 2.4, 'waste-bins')
    .against('south', 3.8, 'waste-bins')
}

/** Eleven pods along the south front, with a base and a WC in their middle and a WC at the end. */
function drawPodRow(pen: PlanPen): void {
  const lefts = [0, 1, 2, 3, 4].map((step) => 6.2 + step * 2.7).concat([0, 1, 2, 3, 4].map((step) => 24 + step * 2.7))
  for (const [index, left] of lefts.entries()) {
    const pod = pen.room('pod', `Pod ${index + 1}`, [left, 0, left + 2.7, 5]).put('trolley', left + 1.35, 1.23, 180, `Trolley ${index + 1}`)
    furnishPod(pod, left, left + 2.7)
  }
  furnishPod(
    pen
      .shape(
        'pod',
        'Pod 11',
        [37.5, 0, 42, 5],
        [
          ['south', 37.5, 0],
          ['east', 42, 0],
          ['wc-south', 42, 2.5],
          ['wc-west', 39.7, 2.5],
          ['north', 39.7, 5],
          ['west', 37.5, 5],
        ],
      )
      .window('south', 40.9, 1.4)
      .put('trolley', 40.65, 1.3, 270, 'Trolley 11')
      .put('recliner', 38.15, 0.7, 180),
    37.5,
    39.7,
  )
  pen
    .shape(
      'staff-base',
      'Pod base',
      [19.7, 0, 24, 5],
      [
        ['south', 19.7, 0],
        ['east', 24, 0],
        ['wc-south', 24, 2.5],
        ['wc-west', 21.9, 2.5],
        ['north', 21.9, 5],
        ['west', 19.7, 5],
      ],
    )
    .edge('north', 'open')
    .window('south', 21.8, 2.4)
    .window('west', 1.2, 1.6)
    .window('east', 1.2, 1.6)
    .against('south', 20.9, 'desk')
    .against('south', 22.8, 'desk')
    .against('west', 3.4, 'desk')
  pen.room('wc', 'Patient WC 1', [21.9, 2.5, 24, 5]).door('north', 22.6, 1).against('south', 23.4, 'wc').against('west', 3.3, 'basin')
  pen.room('wc', 'Patient WC 2', [39.7, 2.5, 42, 5]).door('north', 40.4, 1).against('south', 41.3, 'wc').against('west', 3.3, 'basin')
}

/** A window, a bench and a small desk, a basin by the sliding door. */
function furnishPod(pod: DrawnRoom, left: number, right: number): void {
  pod
    .door('north', right - 0.95, 1.4, { hinge: 'sliding' })
    .window('south', (left + right) / 2, 1.6)
    .put('bedside-desk', left + 0.34, 3.5, 90)
    .put('changing-bench', right - 0.3, 3.4, 270)
    .put('basin', left + 0.3, 4.3, 90)
}

/** Four procedure rooms, a wide door for patients on one side and one for what is clean on the other. */
function drawProcedures(pen: PlanPen): void {
  for (const [index, left] of [8.4, 14.15, 28.1, 33.85].entries()) {
    throughProcedureRoom(pen, `Procedure ${index + 1}`, [left, 7.4, left + 5.75, 13.6], PATIENT_SIDE, CLEAN_SIDE)
  }
}

/** Between the procedure rooms: in on the used side, through the washers, out on the clean side. */
function drawScopes(pen: PlanPen): void {
  const wash = pen
    .room('scope-wash', 'Scope wash', [19.9, 7.4, 28.1, 11.1])
    .door('south', 21.1, 1.2, { admits: ['staff', 'used'] })
    .door('north', 20.7, 0.9, { name: 'Staff only', admits: ['staff'] })
    .against('south', 24, 'scope-sink', 'Sink 1')
    .against('south', 26.4, 'scope-sink', 'Sink 2')
    .against('west', 9.4, 'scope-hatch')
  for (const [index, x] of [23, 24.6, 26.2].entries()) {
    wash.passThrough('north', x, 1).against('north', x, 'scope-washer', `Washer ${index + 1}`)
  }
  pen
    .room('scope-clean', 'Scope clean store', [19.9, 11.1, 28.1, 13.6])
    .door('north', 21, 1.2, { admits: ['staff', 'clean'] })
    .against('north', 22.8, 'drying-cabinet', 'Drying 1')
    .against('north', 24.1, 'drying-cabinet', 'Drying 2')
    .against('north', 25.6, 'scope-cabinet')
    .against('north', 27, 'scope-cabinet')
}

/** Along the clean corridor: clean stores by the goods entrance, then staff rooms with daylight. */
function drawNorth(pen: PlanPen): void {
  pen
    .room('clean-utility', 'Clean utility and consumables', [0, 15.6, 4, 22])
    .door('south', 2.9, 1.4, { admits: ['staff', 'clean', 'medication', 'equipment'], hinge: 'both' })
    .against('west', 17.6, 'clean-rack')
    .against('west', 19, 'clean-rack')
    .against('west', 20.4, 'clean-rack')
    .against('east', 20, 'drugs-cupboard')
  pen
    .room('linen', 'Linen store', [4, 15.6, 6, 22])
    .door('south', 5, 1.2)
    .against('west', 18, 'linen-trolley')
    .against('west', 19.6, 'linen-trolley')
    .against('north', 5, 'clean-rack')
  pen
    .room('equipment-store', 'Equipment store', [6, 15.6, 10.6, 22])
    .door('south', 8.3, 1.4, { hinge: 'both' })
    .against('west', 18, 'equipment-rack')
    .against('west', 19.6, 'equipment-rack')
    .against('east', 18, 'equipment-rack')
    .against('east', 19.6, 'equipment-rack')
    .against('north', 8.3, 'equipment-rack')
  pen
    .room('pantry', 'Pantry', [10.6, 15.6, 13.2, 22])
    .door('south', 11.9, 1)
    .window('north', 11.9, 1.2)
    .against('north', 11.9, 'beverage-point')
    .against('west', 19, 'worktop')
  pen.room('shell', 'Shell for a fifth room', [13.2, 15.6, 19, 22]).door('south', 14.7, 1.4, { hinge: 'both' })
  pen
    .shape(
      'staff-change',
      'Staff changing',
      [19, 15.6, 24, 22],
      [
        ['south', 19, 15.6],
        ['wc-west', 21.8, 15.6],
        ['wc-north', 21.8, 18.1],
        ['east', 24, 18.1],
        ['north', 24, 22],
        ['west', 19, 22],
      ],
    )
    .door('south', 20.1, 0.9)
    .window('north', 21.5, 1)
    .against('west', 18, 'lockers')
    .against('west', 19.6, 'lockers')
    .against('west', 21, 'lockers')
    .against('east', 19.6, 'lockers')
    .put('changing-bench', 21.5, 19.9, 90)
  pen.room('staff-wc', 'Staff WC', [21.8, 15.6, 24, 18.1]).door('south', 22.6, 0.9).against('north', 22.4, 'wc').against('east', 17, 'basin')
  pen
    .room('staff-rest', 'Staff rest', [24, 15.6, 29.4, 22])
    .door('south', 25, 0.9)
    .window('north', 25.6, 1.8)
    .window('north', 28, 1.8)
    .against('north', 25.6, 'sofa')
    .against('north', 28, 'sofa')
    .against('east', 19, 'sofa')
    .against('west', 18.6, 'beverage-point')
    .put('table', 26.6, 18.4)
  pen
    .room('office', 'Office', [29.4, 15.6, 34, 22])
    .door('south', 30.4, 0.9)
    .window('north', 30.7, 1.6)
    .window('north', 32.7, 1.6)
    .against('north', 30.6, 'desk')
    .against('north', 32.8, 'desk')
    .against('east', 18, 'equipment-rack')
  const seminar = pen
    .room('seminar-room', 'Seminar and reporting room', [34, 15.6, 42, 22])
    .door('south', 35, 0.9)
    .window('north', 35.8, 1.8)
    .window('north', 38.6, 1.8)
    .window('east', 19, 1.8)
  for (const x of [36.2, 38.2, 40.2]) {
    seminar.put('table', x, 18.8)
    for (const [dx, dy, turn] of [
      [-0.4, 0.7, 0],
      [0.4, 0.7, 0],
      [-0.4, -0.7, 180],
      [0.4, -0.7, 180],
    ] as const)
      seminar.put('chair', x + dx, 18.8 + dy, turn)
  }
}
