import { addDesign } from '#shared/commands/add-design'
import { addOpening } from '#shared/commands/add-opening'
import { addWall } from '#shared/commands/add-wall'
import { placeRoom } from '#shared/commands/place-room'
import type { Catalogue } from '#shared/document/catalogue'
import { recordsOf, type WardDocument } from '#shared/document/document'
import { counterIds } from './counter-ids'
import { putPathways } from './endoscopy/pathways'
import { putTables } from './endoscopy/tables'
import { drawFront, drawSouth, INNER_PARTS, TODAY_BOUNDS } from './endoscopy/today'
import { type Bounds, outerFace, type PlanPen, planPen } from './plan-pen'
import { scriptFrom } from './script'

/** Today's unit and the corridor above it. Metres. */
const PITCH_M = 24.4
const COPIES = 6
const FIXTURES = 1000

/** Six of today's units above each other, a corridor between each two, and one along the right side that joins them. */
const BUILDING: Bounds = [0, 0, 44.4, COPIES * PITCH_M]

/** A workshop with one design of 200 rooms and 1,000 fixtures that the sample's pathways run through, drawn by commands. */
export function largeWorkshop(catalogue: Catalogue): WardDocument {
  const script = scriptFrom()
  const freshId = counterIds()
  putTables(script, freshId)
  putPathways(script, freshId)
  const design = script.run((document) =>
    addDesign(document, { name: 'Large', idea: 'Six units side by side', isCurrentState: true, outline: outerFace(BUILDING) }, freshId),
  )
  const [left, , right, top] = BUILDING
  for (let index = 0; index < COPIES; index++) {
    const copy = index === 0 ? undefined : { dx: 0, dy: index * PITCH_M }
    const pen = planPen(script, design, TODAY_BOUNDS, catalogue, freshId, copy)
    drawFront(pen)
    if (index < COPIES - 1) drawSouth(pen)
    for (const draw of INNER_PARTS) draw(pen)
    drawEnds(pen, index === 0)
  }
  const lastY = (COPIES - 1) * PITCH_M
  const store = { design, roomType: 'equipment-store', name: 'Long store', x: 10.4, y: lastY, width: 31.6, depth: 4.4 }
  const longStore = script.run((document) => placeRoom(document, store, freshId))
  script.run((document) => addOpening(document, { opening: 'door', on: { room: longStore, corner: 'north' }, width: 1.4 }, freshId))
  const wall = script.run((document) => addWall(document, { design, from: { x: right, y: 0 }, to: { x: right, y: top }, thickness: 0.3 }, freshId))
  const staff = { opening: 'door', name: 'Staff entrance', gate: 'staff', on: { wall }, along: 5.3, width: 1 } as const
  script.run((document) => addOpening(document, staff, freshId))
  for (const [from, to] of outerGaps(left, right, top)) {
    script.run((document) => addWall(document, { design, from, to, thickness: 0.3 }, freshId))
  }

  // Racks in rows fill the long store until there are a thousand pieces of furniture.
  const pen = planPen(script, design, BUILDING, catalogue, freshId)
  const room = pen.existing(longStore, [10.4, lastY, 42, lastY + 4.4])
  const missing = FIXTURES - recordsOf(script.document().designs[design] ?? {}, 'fixture').length
  for (let index = 0; index < missing; index++) room.put('chair', 11 + (index % 50) * 0.6, lastY + 0.5 + Math.floor(index / 50) * 0.55)
  return script.document()
}

function drawEnds(pen: PlanPen, isFirst: boolean): void {
  const goods = { opening: 'door', name: 'Goods entrance', width: 1.4, along: 0.2, gate: 'goods' } as const
  pen.end([0, 15.6], [0, 13], isFirst ? goods : { opening: 'window', width: 1.8, along: 0.4 })
  pen.end([42, 4.4], [42, 6.8], { opening: 'archway', width: 1.4, along: 0.5 })
  pen.end([42, 13], [42, 15.6], { opening: 'archway', width: 1.4, along: 0.6 })
}

/** Where the corridors between and beside the units meet the outside. */
function outerGaps(left: number, right: number, top: number) {
  const level = (fromX: number, toX: number, y: number) =>
    [
      { x: fromX, y },
      { x: toX, y },
    ] as const
  const between = Array.from({ length: COPIES }, (_, index) => {
    const above = index * PITCH_M + TODAY_BOUNDS[3]
    return [
      { x: left, y: above + PITCH_M - TODAY_BOUNDS[3] },
      { x: left, y: above },
    ] as const
  })
  return [level(TODAY_BOUNDS[2], right, 0), level(left, right, top), ...between]
}
