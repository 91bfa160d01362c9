import { roundToMillimetre } from '#shared/base/units'
import { addOpening } from '#shared/commands/add-opening'
import { beginWorkshop } from '#shared/commands/begin-workshop'
import { placeFixture } from '#shared/commands/place-fixture'
import { placeRoom } from '#shared/commands/place-room'
import { setOutline } from '#shared/commands/set-outline'
import { designsOf, recordsOf, type WardDocument } from '#shared/document/document'
import type { Point } from '#shared/geometry/point'
import { catalogueEntry } from '../support/catalogue'
import { counterIds } from '../support/counter-ids'
import { scriptFrom } from '../support/script'
import type { ReadOpening, ReadPiece } from './draughtsman'

/** A waiting room, a procedure room and an office in a house with floor left over between them. Rectangles by corner and size, metres. */
export const THREE_ROOMS = {
  outline: rectangle([-0.15, -0.15, 19.05, 8.3]),
  rooms: [
    { name: 'Hall', type: { key: 'waiting', name: 'Waiting and reception' }, bounds: [0, 0, 7.25, 5] },
    { name: 'Room A', type: { key: 'procedure-room', name: 'Procedure room' }, bounds: [7.25, 3, 6.1, 5] },
    { name: 'Back office', type: { key: 'office', name: 'Office' }, bounds: [14, 0, 4.75, 3.5] },
  ],
  doors: [
    { room: 0, opening: 'door', name: 'Front door', along: 1.5, width: 1.6, hinge: 'both', swing: 'out', gate: 'main' },
    { room: 1, opening: 'door', name: '', along: 2.35, width: 1.4, hinge: 'start', swing: 'in' },
  ],
  desk: { entry: 'Desk', name: 'Booking', x: 16.37, y: 1.2, rotation: 180 },
} as const satisfies Plan

type Bounds = readonly [x: number, y: number, width: number, depth: number]
type Plan = {
  readonly outline: readonly Point[]
  readonly rooms: readonly { readonly name: string; readonly type: { readonly key: string; readonly name: string }; readonly bounds: Bounds }[]
  readonly doors: readonly (Omit<ReadOpening, 'room' | 'from' | 'to'> & { readonly room: 0 | 1 })[]
  readonly desk: ReadPiece
}

/** The same, by the commands that the app's tools give. */
export function threeRoomsBuilt(sample: WardDocument): WardDocument {
  const freshId = counterIds()
  const empty = beginWorkshop(sample, { beginning: 'brief', title: 'New workshop', design: 'First idea', storey: 'Ground floor' }, freshId)
  const script = scriptFrom(empty)
  const [design] = designsOf(empty)
  if (design === undefined) throw new Error('there is no design')
  const [storey] = recordsOf(empty.designs[design.id] ?? {}, 'storey')
  script.run((document) => setOutline(document, { storey: storey?.id ?? '', outline: THREE_ROOMS.outline }))
  const rooms = THREE_ROOMS.rooms.map(({ name, type, bounds: [x, y, width, depth] }) =>
    script.run((document) => placeRoom(document, { design: design.id, roomType: type.key, name, x, y, width, depth }, freshId)),
  )
  for (const { room, ...door } of THREE_ROOMS.doors) {
    script.run((document) => addOpening(document, { ...door, on: { room: rooms[room] ?? '', corner: 'south' } }, freshId))
  }
  const { entry: _, ...place } = THREE_ROOMS.desk
  script.run((document) => placeFixture(document, { design: design.id, entry: catalogueEntry('desk.json'), ...place }, freshId))
  return script.document()
}

/** Its corners from the lower left, counter-clockwise. */
export function rectangle([x, y, width, depth]: Bounds): readonly [Point, Point, Point, Point] {
  const [right, top] = [roundToMillimetre(x + width), roundToMillimetre(y + depth)]
  return [
    { x, y },
    { x: right, y },
    { x: right, y: top },
    { x, y: top },
  ]
}
