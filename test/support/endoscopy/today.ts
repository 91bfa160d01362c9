import type { Id } from '#shared/base/ids'
import { addDesign } from '#shared/commands/add-design'
import type { FreshId } from '#shared/commands/edit'
import { setDesign } from '#shared/commands/set-design'
import type { Catalogue } from '#shared/document/catalogue'
import { type Bounds, outerFace, type PlanPen, planPen } from '../plan-pen'
import type { Script } from '../script'

/** Centre-lines of the outer walls. A bar of 42 m by 22 m with a corridor on either side of a core. */
export const TODAY_BOUNDS: Bounds = [0, 0, 42, 22]

/**
 * Today's unit, locked. It grew over the years: two procedure rooms in the core, two in the north
 * wing beside scope wash, recovery at the far end, changing half way, and one corridor for all.
 */
export function drawToday(script: Script, catalogue: Catalogue, freshId: FreshId): Id {
  const design = script.run((document) =>
    addDesign(
      document,
      {
        name: 'Today',
        idea: 'The unit as it stands: it grew room by room, and patients walk between them',
        isCurrentState: true,
        storey: 'Ground floor',
        outline: outerFace(TODAY_BOUNDS),
      },
      freshId,
    ),
  )
  const pen = planPen(script, design, TODAY_BOUNDS, catalogue, freshId)
  for (const draw of [drawFront, drawSouth, ...INNER_PARTS]) draw(pen)
  pen.end([42, 4.4], [42, 6.8], { opening: 'door', name: 'Staff entrance', width: 1, along: 0.9, gate: 'staff', swing: 'out' })
  pen.end([0, 15.6], [0, 13], { opening: 'door', name: 'Goods entrance', width: 1.4, along: 0.2, gate: 'goods', hinge: 'both', swing: 'out' })
  pen.end([42, 13], [42, 15.6], { opening: 'window', width: 1.8, along: 0.4 })
  script.run((document) => setDesign(document, { design, fields: { locked: true } }))
  return design
}

/** Entrance, reception and what lies beside it. */
export function drawFront(pen: PlanPen): void {
  const waiting = pen
    .room('waiting', 'Waiting and reception', [0, 0, 10.4, 6.8])
    .door('south', 3.8, 1.6, { name: 'Main entrance', gate: 'main', hinge: 'both', swing: 'out' })
    .archway('east', 5.6, 1.4, { name: 'Waiting to the unit' })
    .window('south', 1.3, 1.8)
    .window('south', 6.4, 1.8)
    .window('south', 8.9, 1.8)
    .window('west', 1.8, 1.8)
    .window('west', 4.8, 1.8)
  waiting.put('reception-counter', 5.2, 5.3, 0, 'Reception 1').put('reception-counter', 7.4, 5.3, 0, 'Reception 2')
  waiting.against('south', 7.6, 'waiting-seats-4').against('east', 1.6, 'waiting-seats-4').against('west', 2.2, 'waiting-seats-4')
  waiting.put('waiting-seats-4', 5.8, 2.6, 0).put('waiting-seats-4', 5.8, 3.2, 180).against('west', 4.9, 'waiting-seats-3')
  pen.room('wc', 'Public WC', [0, 6.8, 2.4, 9.3]).door('south', 1.6, 1).against('north', 0.6, 'wc').against('east', 8.3, 'basin')
  pen
    .room('reception-office', 'Reception office', [2.4, 6.8, 6.8, 9.3])
    .door('south', 5.4, 0.9)
    .against('north', 3.6, 'desk')
    .against('north', 5.4, 'desk')
  pen.room('interview-room', 'Interview room', [6.8, 6.8, 10.4, 9.3]).door('south', 9.6, 1).against('north', 8, 'sofa').put('chair', 7.5, 7.5, 90)
}

/** Rooms along the south front, all with windows. */
export function drawSouth(pen: PlanPen): void {
  for (const [index, left] of [10.4, 13, 15.6].entries()) {
    pen
      .room('admission-room', `Admission ${index + 1}`, [left, 0, left + 2.6, 4.4])
      .door('north', left + 0.8, 1)
      .window('south', left + 1.3, 1.4)
      .put('consulting-desk', left + 1.55, 1.1, 180)
      .against('west', 3, 'basin')
  }
  pen
    .room('staff-base', 'Admission base', [18.2, 0, 20.8, 4.4])
    .door('north', 19.5, 0.9)
    .window('south', 19.5, 1.6)
    .against('west', 1, 'desk')
    .against('east', 2.5, 'desk')
  pen
    .room('prep-room', 'Preparation', [20.8, 0, 23.4, 4.4])
    .door('north', 21.6, 1)
    .window('south', 22.1, 1.4)
    .against('south', 22.1, 'recliner')
    .against('east', 2.6, 'drugs-cupboard')
    .against('west', 2.4, 'basin')
  for (const [name, left] of [
    ['Changing, women', 23.4],
    ['Changing, men', 25.3],
  ] as const) {
    pen
      .room('changing', name, [left, 0, left + 1.9, 4.4])
      .door('north', left + 0.75, 1)
      .against('south', left + 0.65, 'changing-bench')
      .against('east', 2, 'changing-bench')
      .against('west', 2.6, 'lockers')
  }
  pen
    .shape(
      'gowned-wait',
      'Gowned waiting',
      [27.2, 0, 33.4, 4.4],
      [
        ['south', 27.2, 0],
        ['east', 33.4, 0],
        ['wc-south', 33.4, 1.9],
        ['wc-west', 31, 1.9],
        ['north', 31, 4.4],
        ['west', 27.2, 4.4],
      ],
    )
    .door('north', 28.4, 1)
    .window('south', 28.8, 2)
    .window('south', 31.8, 2)
    .against('south', 28.8, 'waiting-seats-4')
    .against('south', 31.6, 'waiting-seats-3')
    .against('west', 2.2, 'waiting-seats-3')
  pen.room('wc', 'Patient WC', [31, 1.9, 33.4, 4.4]).door('north', 32.7, 1).against('south', 31.7, 'wc').against('east', 2.7, 'basin')
  pen
    .room('discharge-room', 'Discharge room', [33.4, 0, 36, 4.4])
    .door('north', 34.2, 1)
    .window('south', 34.7, 1.4)
    .put('consulting-desk', 34.95, 1.1, 180)
  pen
    .room('office', 'Unit office', [36, 0, 42, 4.4])
    .door('north', 37, 0.9)
    .window('south', 37.6, 1.6)
    .window('south', 40.2, 1.6)
    .window('east', 2.2, 1.6)
    .against('south', 37.6, 'desk')
    .against('south', 40.2, 'desk')
    .put('table', 39.4, 3)
}

/** The core between the corridors: no daylight. */
function drawCore(pen: PlanPen): void {
  procedureRoom(pen, 'Procedure 3', [12.8, 6.8, 18.6, 13], 'north')
  procedureRoom(pen, 'Procedure 4', [18.6, 6.8, 24.4, 13], 'north')
  pen
    .room('clean-utility', 'Clean utility', [24.4, 6.8, 26.9, 13])
    .door('north', 25.6, 1.2)
    .against('west', 8, 'clean-rack')
    .against('west', 9.4, 'clean-rack')
    .against('west', 10.8, 'clean-rack')
    .against('south', 25.8, 'drugs-cupboard')
  pen
    .room('staff-change', 'Staff changing', [29.3, 6.8, 35, 9.9])
    .door('south', 30.2, 0.9)
    .against('north', 30.4, 'lockers')
    .against('north', 31.7, 'lockers')
    .against('north', 33, 'lockers')
    .against('north', 34.3, 'lockers')
    .put('changing-bench', 33, 7.4, 180)
  pen
    .room('staff-rest', 'Staff rest', [35, 6.8, 42, 9.9])
    .door('south', 36, 0.9)
    .window('east', 8.35, 1.8)
    .against('north', 38.2, 'sofa')
    .against('north', 40.4, 'sofa')
    .against('south', 40.2, 'sofa')
    .against('north', 36.2, 'beverage-point')
    .put('table', 37.9, 8)
  pen.room('pantry', 'Pantry', [29.3, 9.9, 33.5, 13]).door('north', 30.2, 1).against('south', 31.4, 'beverage-point').against('east', 11.4, 'worktop')
  pen.room('staff-wc', 'Staff WC', [33.5, 9.9, 35.7, 13]).door('north', 34.3, 0.9).against('south', 34.2, 'wc').against('east', 11.2, 'basin')
  pen
    .room('office', 'Endoscopists’ office', [35.7, 9.9, 42, 13])
    .door('north', 36.6, 0.9)
    .window('east', 11.45, 1.6)
    .against('south', 37.2, 'desk')
    .against('south', 39, 'desk')
    .against('south', 40.8, 'desk')
}

/** Behind reception, towards the goods entrance. */
function drawWest(pen: PlanPen): void {
  pen
    .room('disposal-hold', 'Disposal hold', [0, 9.3, 3.2, 13])
    .door('north', 1.6, 1.4, { hinge: 'both' })
    .against('south', 0.9, 'waste-bins')
    .against('south', 2.3, 'waste-bins')
    .against('west', 11, 'waste-bins')
  pen
    .room('dirty-utility', 'Dirty utility', [3.2, 9.3, 6.6, 13])
    .door('north', 4.2, 1.2)
    .against('south', 4.3, 'dirty-bench')
    .against('east', 11, 'linen-bags')
    .against('east', 12.2, 'basin')
  pen
    .room('linen', 'Linen and cleaning store', [6.6, 9.3, 10.4, 13])
    .door('north', 7.6, 1)
    .against('south', 7.5, 'linen-trolley')
    .against('south', 9.2, 'equipment-rack')
    .against('east', 11.6, 'clean-rack')
}

/** The north wing: scopes and two procedure rooms. */
function drawNorth(pen: PlanPen): void {
  const wash = pen
    .room('scope-wash', 'Scope wash', [0, 15.6, 4.2, 22])
    .door('south', 2.2, 1.2)
    .window('north', 2, 1.6)
    .against('north', 1.2, 'scope-sink', 'Sink 1')
    .against('west', 19.4, 'scope-sink', 'Sink 2')
    .against('west', 17.3, 'scope-hatch')
  for (const [index, y] of [17.2, 18.6, 20].entries()) {
    wash.passThrough('east', y, 1).against('east', y, 'scope-washer', `Washer ${index + 1}`)
  }
  pen
    .room('scope-clean', 'Scope clean store', [4.2, 15.6, 7.3, 22])
    .door('south', 6.5, 1.2, { hinge: 'both' })
    .against('east', 20.9, 'drying-cabinet', 'Drying 1')
    .against('east', 19.6, 'drying-cabinet', 'Drying 2')
    .against('east', 18.3, 'scope-cabinet')
    .against('east', 17, 'scope-cabinet')
  procedureRoom(pen, 'Procedure 1', [7.3, 15.6, 13, 22], 'south')
  procedureRoom(pen, 'Procedure 2', [13, 15.6, 18.7, 22], 'south')
  pen
    .room('equipment-store', 'Equipment store', [18.7, 15.6, 21.5, 22])
    .door('south', 20.1, 1.4, { hinge: 'both' })
    .against('west', 18, 'equipment-rack')
    .against('west', 19.4, 'equipment-rack')
    .against('north', 20.1, 'equipment-rack')
    .against('east', 19, 'equipment-rack')
}

/** Recovery round its base, and the lounge at the far end. */
function drawRecovery(pen: PlanPen): void {
  const recovery = pen
    .shape(
      'recovery',
      'Recovery',
      [21.5, 15.6, 35.4, 22],
      [
        ['south-west', 21.5, 15.6],
        ['base-west', 26, 15.6],
        ['base-north', 26, 18],
        ['base-east', 31, 18],
        ['south-east', 31, 15.6],
        ['east', 35.4, 15.6],
        ['north', 35.4, 22],
        ['west', 21.5, 22],
      ],
    )
    .door('south-west', 22.6, 1.4, { hinge: 'both' })
    .door('south-east', 34.4, 1.4, { hinge: 'both' })
  for (const [index, x] of [22.9, 25.7, 28.5, 31.3, 34.1].entries())
    recovery.against('north', x, 'trolley', `Bay ${index + 1}`).window('north', x, 1.4)
  recovery.against('south', 24.9, 'trolley', 'Bay 6').against('south', 32.2, 'worktop')
  recovery.against('west', 17.8, 'basin').against('east', 17.8, 'basin').edge('base-north', 'open')
  pen
    .room('staff-base', 'Recovery base', [26, 15.6, 31, 18])
    .edge('north', 'open')
    .door('south', 30, 0.9)
    .put('desk', 27.3, 17.45)
    .put('desk', 29.3, 17.45)
  const lounge = pen
    .shape(
      'discharge-lounge',
      'Discharge lounge',
      [35.4, 15.6, 42, 22],
      [
        ['south', 35.4, 15.6],
        ['wc-west', 39.5, 15.6],
        ['wc-north', 39.5, 18.1],
        ['east', 42, 18.1],
        ['north', 42, 22],
        ['west', 35.4, 22],
      ],
    )
    .door('south', 37, 1)
    .window('north', 37.2, 2)
    .window('north', 40, 2)
    .window('east', 20, 1.8)
  for (const x of [36.3, 37.8, 39.3, 40.8]) lounge.against('north', x, 'recliner')
  lounge.against('west', 18, 'recliner').against('west', 19.4, 'recliner')
  pen.room('wc', 'Recovery WC', [39.5, 15.6, 42, 18.1]).door('west', 17.3, 1).against('east', 16.5, 'wc').against('south', 40.2, 'basin')
}

/** Couch in the middle with its stack, report desk and worktop on the far side from the door. */
function procedureRoom(pen: PlanPen, name: string, bounds: Bounds, doorEdge: 'south' | 'north'): void {
  const [left, bottom, right, top] = bounds
  const far = doorEdge === 'south' ? 'north' : 'south'
  const head = doorEdge === 'south' ? 0 : 180
  const [middleX, middleY] = [(left + right) / 2, (bottom + top) / 2]
  const towardsFar = doorEdge === 'south' ? 1 : -1
  pen
    .room('procedure-room', name, bounds)
    .door(doorEdge, left + 1.5, 1.4, { hinge: 'both' })
    .put('procedure-couch', middleX + 0.2, middleY + 0.1 * towardsFar, head)
    .put('endoscopy-stack', middleX - 1.4, middleY + 0.5 * towardsFar, head)
    .against(far, left + 1.4, 'worktop')
    .against(far, right - 1.1, 'desk')
    .against('east', middleY - 0.6 * towardsFar, 'equipment-rack')
    .against('east', middleY - 2.2 * towardsFar, 'basin')
}

/** What lies behind the two fronts. */
export const INNER_PARTS: readonly ((pen: PlanPen) => void)[] = [drawCore, drawWest, drawNorth, drawRecovery]
