import type { Id } from '#shared/base/ids'
import { addDesign } from '#shared/commands/add-design'
import type { FreshId } from '#shared/commands/edit'
import type { Catalogue } from '#shared/document/catalogue'
import type { Flow } from '#shared/document/vocabulary'
import { type Bounds, type PlanPen, planPen } from '../plan-pen'
import type { Script } from '../script'
import { throughProcedureRoom } from './procedure-room'

/** Today's bar, made 2.2 m deeper in the north for the used corridor; the north-west corner stays as it is. */
const BUILDING: Bounds = [0, 0, 42, 24.2]
const OUTER_FACE = [
  { x: -0.15, y: -0.15 },
  { x: 42.15, y: -0.15 },
  { x: 42.15, y: 24.35 },
  { x: 9.85, y: 24.35 },
  { x: 9.85, y: 22.15 },
  { x: -0.15, y: 22.15 },
]

/** Patients and what is clean come from the loop; what is used leaves behind. */
const LOOP_SIDE: readonly Flow[] = ['patient', 'family', 'staff', 'clean', 'medication', 'equipment']
const USED_SIDE: readonly Flow[] = ['staff', 'used', 'waste', 'equipment']

/**
 * A racetrack: one loop corridor round a core of clean stores, scope washing and the base, with
 * procedure rooms, recovery and the rooms that want windows outside it. A corridor for what is used
 * runs behind the procedure rooms and recovery, and meets the loop at its western end alone.
 */
export function drawRacetrack(script: Script, catalogue: Catalogue, freshId: FreshId): Id {
  const design = script.run((document) =>
    addDesign(
      document,
      {
        name: 'Racetrack',
        idea: 'A clean core inside one loop: what is clean comes from the middle, what is used leaves behind the rooms',
        round: 1,
        storey: 'Ground floor',
        outline: OUTER_FACE,
      },
      freshId,
    ),
  )
  const pen = planPen(script, design, BUILDING, catalogue, freshId)
  for (const draw of [drawFront, drawSouth, drawNorthWest, drawProcedures, drawScopes, drawCore, drawRecovery, drawStaff, drawEnds]) draw(pen)
  return design
}

/** Entrance and reception; behind them the office and the pantry, by the goods entrance. */
function drawFront(pen: PlanPen): void {
  pen
    .room('waiting', 'Waiting and reception', [0, 0, 10, 7])
    .door('south', 3.8, 1.6, { name: 'Main entrance', gate: 'main', hinge: 'both', swing: 'out' })
    .door('east', 5.8, 1.4, { name: 'Waiting to the loop', hinge: 'both', swing: 'out' })
    .window('south', 1.3, 1.8)
    .window('south', 6.3, 1.8)
    .window('south', 8.6, 1.8)
    .window('west', 1.8, 1.8)
    .window('west', 4.8, 1.8)
    .put('reception-counter', 4.7, 5.5, 0, 'Reception 1')
    .put('reception-counter', 6.9, 5.5, 0, 'Reception 2')
    .against('south', 7.4, 'waiting-seats-4')
    .against('east', 2, 'waiting-seats-4')
    .against('west', 2.2, 'waiting-seats-4')
    .against('west', 4.9, 'waiting-seats-3')
    .put('waiting-seats-4', 5.4, 2.6, 0)
    .put('waiting-seats-4', 5.4, 3.2, 180)
  pen.room('wc', 'Public WC', [0, 7, 2.4, 9.5]).door('south', 1.6, 1).against('north', 0.6, 'wc').against('east', 8.5, 'basin')
  pen
    .room('reception-office', 'Reception office', [2.4, 7, 6.4, 9.5])
    .door('south', 5.4, 0.9)
    .against('north', 3.4, 'desk')
    .against('north', 5.2, 'desk')
  pen.room('interview-room', 'Interview room', [6.4, 7, 10, 9.5]).door('south', 9.3, 1).against('north', 7.7, 'sofa').put('chair', 7.1, 7.6, 90)
  pen
    .room('office', 'Unit office', [0, 9.5, 5.4, 13.2])
    .door('north', 4.4, 0.9)
    .window('west', 11.4, 1.8)
    .against('south', 1.4, 'desk')
    .against('south', 3.2, 'desk')
    .against('east', 11, 'equipment-rack')
  pen.room('pantry', 'Pantry', [5.4, 9.5, 10, 13.2]).door('north', 6.4, 1).against('south', 7.6, 'beverage-point').against('east', 11.6, 'worktop')
}

/** Along the sunny side: admission, bays across from the base, discharge and the lounge at the corner. */
function drawSouth(pen: PlanPen): void {
  for (const [index, left] of [10, 12.6, 15.2].entries()) {
    pen
      .room('admission-room', `Admission ${index + 1}`, [left, 0, left + 2.6, 4.6])
      .door('north', left + 0.8, 1)
      .window('south', left + 1.3, 1.4)
      .put('consulting-desk', left + 1.55, 1.1, 180)
      .against('west', 3, 'basin')
  }
  pen.room('wc', 'Patient WC', [17.8, 2.3, 20, 4.6]).door('north', 18.6, 1).against('south', 19.4, 'wc').against('west', 3, 'basin')
  const bays = pen
    .shape(
      'bays',
      'Preparation bays',
      [17.8, 0, 32.4, 4.6],
      [
        ['south', 17.8, 0],
        ['east', 32.4, 0],
        ['north', 32.4, 4.6],
        ['wc-east', 20, 4.6],
        ['wc-south', 20, 2.3],
        ['west', 17.8, 2.3],
      ],
    )
    .edge('north', 'glazed')
    .door('north', 21.7, 1.4, { hinge: 'both' })
    .door('north', 31.2, 1.4, { hinge: 'both', swing: 'out' })
    .window('south', 18.9, 1.2)
    .against('west', 1.2, 'waiting-seats-3')
    .against('east', 3.4, 'drugs-cupboard')
    .against('east', 2.2, 'basin')
    .put('worktop', 20.39, 3.4, 90)
  for (const [index, x] of [21.4, 23.8, 26.2, 28.6, 31].entries())
    bays.against('south', x, 'recliner', `Preparation ${index + 1}`).window('south', x, 1.4)
  for (const x of [20.2, 22.6, 25, 27.4, 29.8]) bays.put('curtain', x, 1.2, 90)
  pen
    .room('discharge-room', 'Discharge room', [32.4, 0, 35.2, 4.6])
    .door('north', 33.3, 1)
    .window('south', 33.8, 1.4)
    .put('consulting-desk', 34.1, 1.1, 180)
    .against('west', 3, 'basin')
  pen
    .room('discharge-lounge', 'Discharge lounge', [35.2, 0, 42, 4.6])
    .door('north', 36, 1)
    .window('south', 37, 2)
    .window('south', 40, 2)
    .window('east', 2.3, 1.8)
    .against('south', 36, 'recliner')
    .against('south', 37.5, 'recliner')
    .against('south', 39, 'recliner')
    .against('south', 40.5, 'recliner')
    .against('east', 2.3, 'recliner')
    .against('east', 3.7, 'recliner')
    .against('north', 38.4, 'beverage-point')
}

/** Endoscopists by two windows; what is used and thrown away between the used corridor and the goods entrance. */
function drawNorthWest(pen: PlanPen): void {
  pen
    .room('office', 'Endoscopists’ office', [0, 15.6, 4.4, 22])
    .door('south', 3.5, 0.9)
    .window('west', 18.8, 1.8)
    .window('north', 2.2, 1.8)
    .against('west', 17.2, 'desk')
    .against('west', 18.8, 'desk')
    .against('west', 20.4, 'desk')
    .put('table', 3.1, 20.2)
  pen
    .room('disposal-hold', 'Disposal hold', [4.4, 15.6, 10, 18.8])
    .door('south', 5.6, 1.4, { name: 'Collections', admits: ['staff', 'waste'], hinge: 'both' })
    .door('east', 17.2, 1.4, { hinge: 'both' })
    .against('north', 5.2, 'waste-bins')
    .against('north', 6.6, 'waste-bins')
    .against('north', 8, 'waste-bins')
  pen
    .room('dirty-utility', 'Dirty utility', [4.4, 18.8, 10, 22])
    .door('east', 20.4, 1.2)
    .against('south', 6, 'dirty-bench')
    .against('south', 8, 'linen-bags')
    .against('west', 20.6, 'basin')
}

/** Four rooms to one hand, side by side along the loop. */
function drawProcedures(pen: PlanPen): void {
  for (const [index, left] of [12.4, 17.95, 23.5, 29.05].entries()) {
    throughProcedureRoom(pen, `Procedure ${index + 1}`, [left, 15.6, left + 5.55, 22], LOOP_SIDE, USED_SIDE)
  }
}

/** The western end of the core: in by the west, through the washers, out to the clean side. */
function drawScopes(pen: PlanPen): void {
  const wash = pen
    .room('scope-wash', 'Scope wash', [12.4, 7, 16.5, 13.2])
    .door('west', 12.2, 1.2, { admits: ['staff', 'used'] })
    .door('east', 12.3, 0.9, { name: 'Staff only', admits: ['staff'] })
    .against('west', 8.2, 'scope-sink', 'Sink 1')
    .against('west', 10.2, 'scope-sink', 'Sink 2')
    .against('north', 14.6, 'scope-hatch')
  for (const [index, y] of [8, 9.4, 10.8].entries()) {
    wash.passThrough('east', y, 1).against('east', y, 'scope-washer', `Washer ${index + 1}`)
  }
  pen
    .room('scope-clean', 'Scope clean store', [16.5, 7, 19.6, 13.2])
    .door('north', 17.4, 1.2, { admits: ['staff', 'clean'] })
    .against('east', 11.8, 'drying-cabinet', 'Drying 1')
    .against('east', 10.5, 'drying-cabinet', 'Drying 2')
    .against('east', 9.2, 'scope-cabinet')
    .against('east', 7.9, 'scope-cabinet')
}

/** The rest of the core: stores towards the procedure rooms, the base towards the bays. */
function drawCore(pen: PlanPen): void {
  pen
    .room('clean-utility', 'Clean utility', [19.6, 7, 22.1, 13.2])
    .door('north', 21.3, 1.2, { admits: [...LOOP_SIDE] })
    .against('west', 8, 'clean-rack')
    .against('west', 9.4, 'clean-rack')
    .against('west', 10.8, 'clean-rack')
    .against('south', 21.4, 'drugs-cupboard')
  pen
    .room('linen', 'Linen store', [22.1, 7, 23.9, 13.2])
    .door('north', 23, 1.2)
    .against('west', 9, 'linen-trolley')
    .against('west', 10.6, 'linen-trolley')
    .against('south', 23, 'clean-rack')
  pen
    .room('equipment-store', 'Equipment store', [23.9, 7, 26.7, 13.2])
    .door('north', 25.3, 1.4, { hinge: 'both' })
    .against('west', 8.6, 'equipment-rack')
    .against('west', 10.2, 'equipment-rack')
    .against('east', 8.6, 'equipment-rack')
    .against('east', 10.2, 'equipment-rack')
  pen
    .room('staff-base', 'Core base', [26.7, 7, 29.4, 11.5])
    .edge('south', 'open')
    .put('desk', 28.5, 7.55, 180)
    .against('west', 9.4, 'desk')
    .against('north', 28.05, 'worktop')
  pen.room('staff-wc', 'Staff WC', [26.7, 11.5, 29.4, 13.2]).door('north', 27.4, 0.9).against('east', 12.2, 'wc').against('south', 28, 'basin')
  pen.room('wc', 'Recovery WC', [29.4, 7, 32.2, 9.1]).door('east', 8.05, 1).against('west', 8.4, 'wc').against('south', 31, 'basin')
  for (const [name, bottom] of [
    ['Changing, women', 9.1],
    ['Changing, men', 11.15],
  ] as const) {
    pen
      .room('changing', name, [29.4, bottom, 32.2, bottom + 2.05])
      .door('east', bottom + 1.3, 1)
      .against('west', bottom + 1.2, 'changing-bench')
      .against('south', 30.8, 'lockers')
  }
}

/** Recovery at the eastern end of the loop, round its base; used linen and waste leave by the used corridor. */
function drawRecovery(pen: PlanPen): void {
  const recovery = pen
    .shape(
      'recovery',
      'Recovery',
      [34.6, 11.6, 42, 24.2],
      [
        ['south', 38.6, 11.6],
        ['east', 42, 11.6],
        ['north', 42, 24.2],
        ['west', 34.6, 24.2],
        ['base-north', 34.6, 13.5],
        ['base-east', 38.6, 13.5],
      ],
    )
    .edge('base-north', 'open')
    .edge('base-east', 'open')
    .door('west', 14.5, 1.4, { hinge: 'both', admits: [...LOOP_SIDE] })
    .door('west', 23.1, 1.4, { hinge: 'both', admits: [...USED_SIDE] })
    .window('north', 38.3, 2)
    .against('north', 37.6, 'worktop')
    .against('north', 36, 'basin')
    .against('west', 21.6, 'basin')
  for (const [index, y] of [12.8, 15.3, 17.85, 20.4, 22.9].entries())
    recovery.against('east', y, 'trolley', `Bay ${index + 1}`).window('east', y, 1.4)
  recovery.against('west', 17.3, 'trolley', 'Bay 6').against('west', 19.9, 'trolley', 'Bay 7')
  pen
    .room('staff-base', 'Recovery base', [34.6, 11.6, 38.6, 13.5])
    .edge('north', 'open')
    .edge('east', 'open')
    .door('west', 12.3, 0.9, { hinge: 'end' })
    .put('desk', 36.1, 13)
    .put('desk', 37.7, 13)
}

/** Inside the staff entrance. */
function drawStaff(pen: PlanPen): void {
  pen
    .room('staff-change', 'Staff changing', [34.6, 7, 38.2, 11.6])
    .door('south', 35.5, 0.9)
    .against('west', 8.8, 'lockers')
    .against('west', 10.2, 'lockers')
    .against('north', 35.9, 'lockers')
    .against('north', 37.3, 'lockers')
    .put('changing-bench', 36.7, 9.2, 90)
  pen
    .room('staff-rest', 'Staff rest', [38.2, 7, 42, 11.6])
    .door('south', 39.1, 0.9)
    .window('east', 9.4, 2)
    .against('north', 39.5, 'sofa')
    .against('east', 9.6, 'sofa')
    .against('west', 9.6, 'beverage-point')
    .put('table', 40.9, 7.7, 180)
}

/** Entrances, the windows at the ends of the corridors, and the one door between the used corridor and the loop. */
function drawEnds(pen: PlanPen): void {
  pen.end([42, 4.6], [42, 7], { opening: 'door', name: 'Staff entrance', width: 1, along: 0.7, gate: 'staff', swing: 'out' })
  pen.end([0, 15.6], [0, 13.2], { opening: 'door', name: 'Goods entrance', width: 1.4, along: 0.2, gate: 'goods', hinge: 'both', swing: 'out' })
  for (const [from, to] of [
    [34.6, 26.4],
    [26.4, 18.2],
    [18.2, 10],
  ] as const)
    pen.end([from, 24.2], [to, 24.2], { opening: 'window', width: 2, along: 3.1 })
  pen.end([10, 24.2], [10, 22], { opening: 'window', width: 1.2, along: 0.5 })
  pen.partition([10, 15.6], [12.4, 15.6], { opening: 'door', name: 'Used side', width: 1.4, along: 0.5, hinge: 'both', admits: [...USED_SIDE] })
}
