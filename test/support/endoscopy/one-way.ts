import type { Id } from '#shared/base/ids'
import { addDesign } from '#shared/commands/add-design'
import type { FreshId } from '#shared/commands/edit'
import type { Catalogue } from '#shared/document/catalogue'
import type { Flow } from '#shared/document/vocabulary'
import { type Bounds, outerFace, type PlanPen, planPen } from '../plan-pen'
import type { Script } from '../script'
import { throughProcedureRoom } from './procedure-room'

/** The same building as today, with one gate more: a way home in the east. */
const BUILDING: Bounds = [0, 0, 42, 22]

/** Into a procedure room from the south, out of it to the north. */
const WAY_IN: readonly Flow[] = ['patient', 'family', 'staff', 'clean', 'medication', 'equipment']
const WAY_OUT: readonly Flow[] = ['patient', 'family', 'staff', 'used', 'waste', 'equipment']

/**
 * A line that never turns back: patients come in by the south-west, are made ready along the south
 * corridor, cross a procedure room from south to north, recover along the north corridor and go home
 * by the east. Scopes cross the same rooms the same way, and the washers from north to south.
 */
export function drawOneWay(script: Script, catalogue: Catalogue, freshId: FreshId): Id {
  const design = script.run((document) =>
    addDesign(
      document,
      {
        name: 'One way',
        idea: 'Nobody turns back: patients and scopes go into a procedure room on one side and out on the other',
        round: 1,
        storey: 'Ground floor',
        outline: outerFace(BUILDING),
      },
      freshId,
    ),
  )
  const pen = planPen(script, design, BUILDING, catalogue, freshId)
  for (const draw of [drawFront, drawArrivals, drawSouthEast, drawProcedures, drawScopes, drawNorthWest, drawRecovery, drawWayHome, drawEnds])
    draw(pen)
  return design
}

/** Entrance and reception; behind them what is used and thrown away, by the goods entrance. */
function drawFront(pen: PlanPen): void {
  pen
    .room('waiting', 'Waiting and reception', [0, 0, 7, 6.8])
    .door('south', 3.8, 1.6, { name: 'Main entrance', gate: 'main', hinge: 'both', swing: 'out' })
    .door('east', 5.6, 1.4, { name: 'Way in', hinge: 'both', swing: 'out' })
    .window('south', 1.5, 1.8)
    .window('south', 5.8, 1.6)
    .window('west', 1.7, 1.8)
    .window('west', 4.3, 1.8)
    .put('reception-counter', 2.9, 5.3, 0, 'Reception 1')
    .put('reception-counter', 4.7, 5.3, 0, 'Reception 2')
    .against('west', 1.6, 'waiting-seats-4')
    .against('west', 4.2, 'waiting-seats-4')
    .against('east', 1.7, 'waiting-seats-4')
    .put('waiting-seats-4', 3.6, 2.9, 0)
  pen.room('wc', 'Public WC', [0, 6.8, 2.6, 9.3]).door('south', 1.7, 1).against('north', 0.6, 'wc').against('east', 8.3, 'basin')
  pen.room('interview-room', 'Interview room', [2.6, 6.8, 7, 9.3]).door('south', 6.2, 1).against('north', 4.4, 'sofa').put('chair', 3.4, 7.4, 90)
  pen
    .room('disposal-hold', 'Disposal hold', [0, 9.3, 3.4, 13.2])
    .door('north', 1.9, 1.4, { hinge: 'both' })
    .against('south', 0.9, 'waste-bins')
    .against('south', 2.3, 'waste-bins')
    .against('west', 11.2, 'waste-bins')
  pen
    .room('dirty-utility', 'Dirty utility', [3.4, 9.3, 7, 13.2])
    .door('north', 4.4, 1.2)
    .against('south', 4.5, 'dirty-bench')
    .against('east', 11, 'linen-bags')
    .against('east', 12.2, 'basin')
}

/** Along the sunny side in the order of the visit: arrival rooms, then the gowned wait across from the procedure rooms. */
function drawArrivals(pen: PlanPen): void {
  for (const [index, left] of [7, 10, 13, 16].entries()) {
    pen
      .room('arrival-room', `Arrival ${index + 1}`, [left, 0, left + 3, 4.4])
      .door('north', left + 2.1, 1)
      .window('south', left + 1.5, 1.6)
      .put('consulting-desk', left + 1, 1, 180)
      .against('east', 2.5, 'recliner')
      .against('west', 3.2, 'changing-bench')
      .against('north', left + 0.8, 'basin')
  }
  pen
    .room('staff-base', 'Admission base', [19, 0, 21.6, 4.4])
    .door('north', 20.3, 0.9)
    .window('south', 20.3, 1.6)
    .against('west', 1.2, 'desk')
    .against('east', 2.5, 'desk')
  pen
    .shape(
      'gowned-wait',
      'Gowned waiting',
      [21.6, 0, 28.3, 4.4],
      [
        ['south', 21.6, 0],
        ['east', 28.3, 0],
        ['wc-south', 28.3, 1.9],
        ['wc-west', 25.9, 1.9],
        ['north', 25.9, 4.4],
        ['west', 21.6, 4.4],
      ],
    )
    .door('north', 24.9, 1)
    .window('south', 23.2, 2)
    .window('south', 26.6, 2)
    .against('south', 23.4, 'waiting-seats-4')
    .against('south', 26.4, 'waiting-seats-3')
    .against('west', 2.4, 'waiting-seats-3')
  pen.room('wc', 'Patient WC', [25.9, 1.9, 28.3, 4.4]).door('north', 27.6, 1).against('south', 26.6, 'wc').against('east', 2.7, 'basin')
}

/** Clean supplies on the way in, then the staff's own rooms by their entrance. */
function drawSouthEast(pen: PlanPen): void {
  pen
    .room('clean-utility', 'Clean utility', [28.3, 0, 31.9, 4.4])
    .door('north', 29.3, 1.2, { admits: ['staff', 'clean', 'medication', 'equipment'] })
    .against('south', 29.4, 'clean-rack')
    .against('south', 30.8, 'clean-rack')
    .against('east', 2.6, 'clean-rack')
    .against('west', 2, 'drugs-cupboard')
  pen
    .room('staff-change', 'Staff changing', [31.9, 0, 35.7, 4.4])
    .door('north', 32.8, 0.9)
    .window('south', 33.8, 1)
    .against('west', 1, 'lockers')
    .against('west', 2.3, 'lockers')
    .against('east', 1, 'lockers')
    .against('east', 2.3, 'lockers')
    .put('changing-bench', 33.8, 1.4, 90)
  pen
    .shape(
      'staff-rest',
      'Staff rest',
      [35.7, 0, 42, 4.4],
      [
        ['south', 35.7, 0],
        ['east', 42, 0],
        ['wc-south', 42, 2.2],
        ['wc-west', 39.8, 2.2],
        ['north', 39.8, 4.4],
        ['west', 35.7, 4.4],
      ],
    )
    .door('north', 36.6, 0.9)
    .window('south', 37.4, 1.8)
    .window('south', 40, 1.8)
    .against('south', 37.2, 'sofa')
    .against('south', 39.4, 'sofa')
    .against('west', 2, 'beverage-point')
    .put('table', 38.6, 2.6)
  pen.room('staff-wc', 'Staff WC', [39.8, 2.2, 42, 4.4]).door('north', 40.6, 0.9).against('south', 41.3, 'wc').against('west', 3, 'basin')
}

/** Two rooms on either side of the scope rooms, all to one hand. */
function drawProcedures(pen: PlanPen): void {
  for (const [index, left] of [9.2, 14.75, 28.3, 33.85].entries()) {
    throughProcedureRoom(pen, `Procedure ${index + 1}`, [left, 6.8, left + 5.55, 13.2], WAY_IN, WAY_OUT)
  }
}

/** Used scopes come in from the north, clean ones leave to the south. */
function drawScopes(pen: PlanPen): void {
  const wash = pen
    .room('scope-wash', 'Scope wash', [20.3, 9.5, 28.3, 13.2])
    .door('north', 21.5, 1.2, { admits: ['staff', 'used'] })
    .door('south', 21.2, 0.9, { name: 'Staff only', admits: ['staff'] })
    .against('north', 24, 'scope-sink', 'Sink 1')
    .against('north', 26.4, 'scope-sink', 'Sink 2')
    .against('west', 11, 'scope-hatch')
  for (const [index, x] of [23, 24.6, 26.2].entries()) {
    wash.passThrough('south', x, 1).against('south', x, 'scope-washer', `Washer ${index + 1}`)
  }
  pen
    .room('scope-clean', 'Scope clean store', [20.3, 6.8, 28.3, 9.5])
    .door('south', 21.5, 1.2, { admits: ['staff', 'clean'] })
    .against('south', 23.2, 'drying-cabinet', 'Drying 1')
    .against('south', 24.5, 'drying-cabinet', 'Drying 2')
    .against('south', 26, 'scope-cabinet')
    .against('south', 27.4, 'scope-cabinet')
}

/** Stores by the goods entrance, offices with daylight, linen beside recovery. */
function drawNorthWest(pen: PlanPen): void {
  pen
    .room('equipment-store', 'Equipment store', [0, 15.6, 3.2, 22])
    .door('south', 1.6, 1.4, { hinge: 'both' })
    .against('west', 18, 'equipment-rack')
    .against('west', 19.6, 'equipment-rack')
    .against('east', 18, 'equipment-rack')
    .against('east', 19.6, 'equipment-rack')
    .against('north', 1.6, 'equipment-rack')
  pen
    .room('pantry', 'Pantry', [3.2, 15.6, 5.4, 22])
    .door('south', 4.3, 1)
    .window('north', 4.3, 1.2)
    .against('north', 4.3, 'beverage-point')
    .against('west', 19, 'worktop')
  pen
    .room('office', 'Unit office', [5.4, 15.6, 9, 22])
    .door('south', 6.3, 0.9)
    .window('north', 7.2, 1.8)
    .against('north', 6.3, 'desk')
    .against('north', 8.1, 'desk')
    .put('table', 7.2, 18.6)
  pen
    .room('office', 'Endoscopists’ office', [9, 15.6, 13.4, 22])
    .door('south', 9.9, 0.9)
    .window('north', 10.2, 1.6)
    .window('north', 12.2, 1.6)
    .against('north', 9.9, 'desk')
    .against('north', 11.5, 'desk')
    .against('east', 20, 'desk')
    .put('table', 11, 18.4)
  pen
    .room('linen', 'Linen store', [13.4, 15.6, 15.4, 22])
    .door('south', 14.4, 1.2)
    .door('east', 18, 1)
    .against('west', 18, 'linen-trolley')
    .against('west', 19.6, 'linen-trolley')
    .against('north', 14.4, 'clean-rack')
}

/** Recovery round its base, beds at the windows. */
function drawRecovery(pen: PlanPen): void {
  const recovery = pen
    .shape(
      'recovery',
      'Recovery',
      [15.4, 15.6, 31.4, 22],
      [
        ['south-west', 15.4, 15.6],
        ['base-west', 20.9, 15.6],
        ['base-north', 20.9, 18],
        ['base-east', 25.9, 18],
        ['south-east', 25.9, 15.6],
        ['east', 31.4, 15.6],
        ['north', 31.4, 22],
        ['west', 15.4, 22],
      ],
    )
    .door('south-west', 16.8, 1.4, { hinge: 'both' })
    .door('south-east', 30.2, 1.4, { hinge: 'both' })
  for (const [index, x] of [16.9, 19.5, 22.1, 24.7, 27.3, 29.9].entries())
    recovery.against('north', x, 'trolley', `Bay ${index + 1}`).window('north', x, 1.4)
  recovery.against('south', 19.7, 'trolley', 'Bay 7').against('south', 27.1, 'trolley', 'Bay 8')
  recovery
    .against('west', 19.2, 'basin')
    .against('east', 18.6, 'basin')
    .edge('base-north', 'open')
    .edge('base-west', 'glazed')
    .edge('base-east', 'glazed')
  pen
    .room('staff-base', 'Recovery base', [20.9, 15.6, 25.9, 18])
    .edge('north', 'open')
    .edge('west', 'glazed')
    .edge('east', 'glazed')
    .door('south', 25, 0.9)
    .put('desk', 22.2, 17.45)
    .put('desk', 24.2, 17.45)
}

/** The second stage: dress, tea, result and advice, and home. */
function drawWayHome(pen: PlanPen): void {
  for (const [name, left] of [
    ['Changing, women', 31.4],
    ['Changing, men', 33.5],
  ] as const) {
    pen
      .room('changing', name, [left, 15.6, left + 2.1, 18])
      .door('south', left + 1.3, 1)
      .against('north', left + 1.2, 'changing-bench')
      .against('west', 17, 'lockers')
  }
  pen.room('wc', 'Recovery WC', [35.6, 15.6, 37.8, 18]).door('north', 36.9, 1).against('south', 37.2, 'wc').against('west', 16.4, 'basin')
  pen
    .shape(
      'discharge-lounge',
      'Discharge lounge',
      [31.4, 15.6, 42, 22],
      [
        ['changing-north', 31.4, 18],
        ['wc-east', 37.8, 18],
        ['south', 37.8, 15.6],
        ['discharge-west', 39.2, 15.6],
        ['discharge-north', 39.2, 19.2],
        ['east', 42, 19.2],
        ['north', 42, 22],
        ['west', 31.4, 22],
      ],
    )
    .door('south', 38.5, 1)
    .window('north', 33, 2)
    .window('north', 36, 2)
    .window('north', 39, 2)
    .window('east', 20.6, 1.6)
    .against('north', 32.4, 'recliner')
    .against('north', 33.9, 'recliner')
    .against('north', 35.4, 'recliner')
    .against('north', 36.9, 'recliner')
    .against('north', 38.4, 'recliner')
    .against('north', 39.9, 'recliner')
    .against('east', 20.2, 'recliner')
    .against('west', 19.4, 'beverage-point')
  pen
    .room('discharge-room', 'Discharge room', [39.2, 15.6, 42, 19.2])
    .door('south', 40.1, 1)
    .window('east', 17.4, 1.4)
    .put('consulting-desk', 40.9, 18.4, 0)
}

/** Entrances, the way home, and daylight at the ends. */
function drawEnds(pen: PlanPen): void {
  pen.end([42, 4.4], [42, 6.8], { opening: 'door', name: 'Staff entrance', width: 1, along: 0.9, gate: 'staff', swing: 'out' })
  pen.end([42, 6.8], [42, 13.2], { opening: 'window', width: 2.4, along: 2 })
  pen.end([42, 13.2], [42, 15.6], { opening: 'door', name: 'Way home', width: 1.6, along: 0.4, gate: 'exit', hinge: 'both', swing: 'out' })
  pen.end([0, 15.6], [0, 13.2], { opening: 'door', name: 'Goods entrance', width: 1.4, along: 0.2, gate: 'goods', hinge: 'both', swing: 'out' })
}
