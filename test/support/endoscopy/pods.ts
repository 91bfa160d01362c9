import type { Id } from '#shared/base/ids'
import { addDesign } from '#shared/commands/add-design'
import type { FreshId } from '#shared/commands/edit'
import type { Catalogue } from '#shared/document/catalogue'
import type { Flow } from '#shared/document/vocabulary'
import { type Bounds, type DrawnRoom, outerFace, type PlanPen, planPen } from '../plan-pen'
import type { Script } from '../script'

/** The same building as today, gates at the same spots. */
const BUILDING: Bounds = [0, 0, 42, 22]

/** Patients come in from the pods' corridor; what is used leaves on the other side. */
const PATIENT_SIDE: readonly Flow[] = ['patient', 'family', 'staff', 'medication', 'clean', 'equipment', 'information']
const USED_SIDE: readonly Flow[] = ['staff', 'used', 'waste', 'equipment']

/**
 * Point-of-delivery pods: each patient has one private room on the sunny side from admission until
 * going home; procedure rooms lie across the corridor, with scopes between them and a corridor for
 * what is used behind.
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

/** Entrance with a small waiting room, and the clean stores behind it. */
function drawFront(pen: PlanPen): void {
  pen
    .room('waiting', 'Welcome and waiting', [0, 0, 6.2, 8.4])
    .door('south', 3.8, 1.6, { name: 'Main entrance', gate: 'main', hinge: 'both', swing: 'out' })
    .door('east', 6.2, 1.4, { name: 'Welcome to the pods', hinge: 'both', swing: 'out' })
    .window('south', 1.6, 2)
    .window('west', 1.8, 1.8)
    .window('west', 5, 1.8)
    .put('reception-counter', 2.6, 6.3, 0, 'Reception 1')
    .put('reception-counter', 4.4, 6.3, 0, 'Reception 2')
    .against('west', 1.8, 'waiting-seats-4')
    .against('west', 4.4, 'waiting-seats-4')
    .against('east', 1.7, 'waiting-seats-4')
    .against('east', 4.1, 'waiting-seats-4')
  pen.room('wc', 'Public WC', [0, 8.4, 2.4, 10.9]).door('south', 1.6, 1).against('north', 0.6, 'wc').against('east', 9.9, 'basin')
  pen
    .room('linen', 'Linen store', [2.4, 8.4, 6.2, 10.9])
    .door('east', 9.8, 1.2)
    .against('west', 9.7, 'linen-trolley')
    .against('north', 4, 'equipment-rack')
  pen
    .room('clean-utility', 'Clean utility', [0, 10.9, 6.2, 13.6])
    .door('east', 12.6, 1.2, { admits: ['staff', 'clean', 'medication', 'equipment'] })
    .door('north', 1.2, 1.4, { name: 'Deliveries', admits: ['staff', 'clean', 'equipment'], hinge: 'both' })
    .against('south', 1, 'clean-rack')
    .against('south', 2.4, 'clean-rack')
    .against('south', 3.8, 'clean-rack')
    .against('north', 3.6, 'drugs-cupboard')
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

/** Four procedure rooms, a wide door for patients on one side and one for what is used on the other. */
function drawProcedures(pen: PlanPen): void {
  for (const [index, left] of [8.4, 14.15, 28.1, 33.85].entries()) {
    const right = left + 5.75
    pen
      .room('procedure-room', `Procedure ${index + 1}`, [left, 7.4, right, 13.6])
      .door('south', left + 1.6, 1.4, { hinge: 'both', admits: [...PATIENT_SIDE] })
      .door('north', right - 1.4, 1.4, { hinge: 'both', admits: [...USED_SIDE] })
      .put('procedure-couch', left + 3, 10.4)
      .put('endoscopy-stack', left + 1.4, 10.9)
      .against('north', left + 1.5, 'worktop')
      .against('east', 9, 'desk')
      .against('east', 10.8, 'equipment-rack')
      .against('west', 8.8, 'basin')
  }
}

/** Between the procedure rooms: in on the used side, through the washers, out on the clean side. */
function drawScopes(pen: PlanPen): void {
  const wash = pen
    .room('scope-wash', 'Scope wash', [19.9, 9.9, 28.1, 13.6])
    .door('north', 21.1, 1.2, { admits: ['staff', 'used'] })
    .against('north', 24, 'scope-sink', 'Sink 1')
    .against('north', 26.4, 'scope-sink', 'Sink 2')
    .against('west', 11.4, 'scope-hatch')
  for (const [index, x] of [22.4, 24, 25.6].entries()) {
    wash.passThrough('south', x, 1).against('south', x, 'scope-washer', `Washer ${index + 1}`)
  }
  pen
    .room('scope-clean', 'Scope clean store', [19.9, 7.4, 28.1, 9.9])
    .door('south', 21, 1.2, { admits: ['staff', 'clean'] })
    .against('south', 22.8, 'drying-cabinet', 'Drying 1')
    .against('south', 24.1, 'drying-cabinet', 'Drying 2')
    .against('south', 25.6, 'scope-cabinet')
    .against('south', 27, 'scope-cabinet')
}

/** Behind the used corridor: used stores by the goods entrance, then staff rooms with daylight. */
function drawNorth(pen: PlanPen): void {
  pen
    .room('disposal-hold', 'Disposal hold', [0, 15.6, 2.8, 22])
    .door('south', 1.4, 1.4, { hinge: 'both' })
    .against('west', 18, 'waste-bins')
    .against('west', 19.4, 'waste-bins')
    .against('north', 1.5, 'waste-bins')
  pen
    .room('dirty-utility', 'Dirty utility and cleaning', [2.8, 15.6, 5.4, 22])
    .door('south', 4.1, 1.2)
    .against('west', 19, 'dirty-bench')
    .against('east', 18, 'linen-bags')
    .against('east', 19.4, 'basin')
  pen
    .room('equipment-store', 'Equipment and consumables', [5.4, 15.6, 10, 22])
    .door('south', 7.7, 1.4, { hinge: 'both' })
    .against('west', 18, 'equipment-rack')
    .against('west', 19.6, 'equipment-rack')
    .against('east', 18, 'equipment-rack')
    .against('east', 19.6, 'equipment-rack')
    .against('north', 7.7, 'equipment-rack')
  pen
    .room('pantry', 'Pantry', [10, 15.6, 12.4, 22])
    .door('south', 11.2, 1)
    .window('north', 11.2, 1.2)
    .against('north', 11.2, 'beverage-point')
    .against('west', 19, 'worktop')
  pen
    .room('interview-room', 'Interview room', [12.4, 15.6, 14.8, 22])
    .door('south', 13.6, 1)
    .window('north', 13.6, 1.4)
    .against('north', 13.6, 'sofa')
    .put('chair', 13, 19.4, 90)
    .put('chair', 14.2, 19.4, 270)
  pen.room('shell', 'Shell for a fifth room', [14.8, 15.6, 20.6, 22]).door('south', 16.3, 1.4, { hinge: 'both' })
  pen
    .shape(
      'staff-change',
      'Staff changing',
      [20.6, 15.6, 25.6, 22],
      [
        ['south', 20.6, 15.6],
        ['wc-west', 23.4, 15.6],
        ['wc-north', 23.4, 18.1],
        ['east', 25.6, 18.1],
        ['north', 25.6, 22],
        ['west', 20.6, 22],
      ],
    )
    .door('south', 21.7, 0.9)
    .window('north', 23.1, 1)
    .against('west', 18, 'lockers')
    .against('west', 19.6, 'lockers')
    .against('west', 21, 'lockers')
    .against('east', 19.6, 'lockers')
    .put('changing-bench', 23.1, 19.9, 90)
  pen.room('staff-wc', 'Staff WC', [23.4, 15.6, 25.6, 18.1]).door('south', 24.2, 0.9).against('north', 24, 'wc').against('east', 17, 'basin')
  pen
    .room('staff-rest', 'Staff rest', [25.6, 15.6, 31, 22])
    .door('south', 26.6, 0.9)
    .window('north', 27.2, 1.8)
    .window('north', 29.6, 1.8)
    .against('north', 27.2, 'sofa')
    .against('north', 29.6, 'sofa')
    .against('east', 19, 'sofa')
    .against('west', 18.6, 'beverage-point')
    .put('table', 28.2, 18.4)
  pen
    .room('office', 'Office', [31, 15.6, 35.6, 22])
    .door('south', 32, 0.9)
    .window('north', 32.3, 1.6)
    .window('north', 34.3, 1.6)
    .against('north', 32.2, 'desk')
    .against('north', 34.4, 'desk')
    .against('east', 18, 'equipment-rack')
  const seminar = pen
    .room('seminar-room', 'Seminar and reporting room', [35.6, 15.6, 42, 22])
    .door('south', 36.6, 0.9)
    .window('north', 37.4, 1.8)
    .window('north', 40.2, 1.8)
    .window('east', 19, 1.8)
  for (const x of [37.8, 39.8]) {
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
