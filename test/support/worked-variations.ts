import { roundToMillimetre, roundToTenthDegree } from '#shared/base/units'
import type { WardDocument } from '#shared/document/document'
import { documentOf, recordsIn } from '#shared/document/document-of'
import type { Opening } from '#shared/document/elements/opening'
import type { Room } from '#shared/document/elements/room'
import type { Wall } from '#shared/document/elements/wall'
import type { Step } from '#shared/document/pathway'
import type { WardRecord } from '#shared/document/record'

/** The document with every record edited; an edit that answers undefined leaves the record out. */
export function withRecords(document: WardDocument, edit: (record: WardRecord) => WardRecord | undefined): WardDocument {
  return documentOf(recordsIn(document).flatMap((record) => edit(record) ?? []))
}

/** The document with one step of the treatment visit edited. */
export function withStep(document: WardDocument, key: string, edit: (step: Step) => Step): WardDocument {
  return withRecords(document, (record) =>
    record.kind === 'pathway' ? { ...record, steps: record.steps.map((step) => (step.key === key ? edit(step) : step)) } : record,
  )
}

/** Step 2 takes the nearest bed instead of sharing visits over both. */
export function bedNearest(document: WardDocument): WardDocument {
  return withStep(document, 'prepare', (step) => ({ ...step, place: { roomType: 'treatment-room', fixtureType: 'bed', choice: 'nearest' } }))
}

/** The nurse walks the patient's leg to step 2 with the patient. */
export function prepareEscorted(document: WardDocument): WardDocument {
  return withStep(document, 'prepare', (step) => ({ ...step, escorts: ['nurse'] }))
}

/** Room level: nothing but the rooms. */
export function noFixtures(document: WardDocument): WardDocument {
  return withRecords(document, (record) => (record.kind === 'fixture' ? undefined : record))
}

/** DT is 0.5 m wide and a person needs 0.6 m. */
export function narrowDoor(document: WardDocument): WardDocument {
  return withRecords(document, (record) => {
    if (record.kind === 'opening' && record.name === 'DT') return { ...record, width: 0.5 }
    if (record.kind !== 'settings') return record
    return { ...record, bodies: { ...record.bodies, person: { ...record.bodies.person, passes: 0.6 } } }
  })
}

/** The same unit with its records made in another order. */
export function reordered(document: WardDocument): WardDocument {
  const records = recordsIn(document)
  return documentOf([...records.filter((_, index) => index % 2 === 1).reverse(), ...records.filter((_, index) => index % 2 === 0)])
}

/** Shifted by whole millimetres. Metres. */
export function shifted(document: WardDocument, dx: number, dy: number): WardDocument {
  return moved(document, ({ x, y }) => ({ x: roundToMillimetre(x + dx), y: roundToMillimetre(y + dy) }), 0)
}

/** Turned about the origin, counter-clockwise, by quarter turns. */
export function turned(document: WardDocument, quarters: 1 | 2 | 3): WardDocument {
  const turn = [({ x, y }: Spot) => ({ x: 0 - y, y: x }), ({ x, y }: Spot) => ({ x: 0 - x, y: 0 - y }), ({ x, y }: Spot) => ({ x: y, y: 0 - x })]
  return moved(document, turn[quarters - 1]!, quarters * 90)
}

type Spot = { readonly x: number; readonly y: number }

function moved(document: WardDocument, place: (spot: Spot) => Spot, degrees: number): WardDocument {
  return withRecords(document, (record) => {
    if (record.kind === 'room') return { ...record, corners: record.corners.map((corner) => ({ ...corner, ...place(corner) })) }
    if (record.kind === 'storey') return { ...record, outline: record.outline?.map(place) }
    if (record.kind === 'wall') return { ...record, from: place(record.from), to: place(record.to) }
    if (record.kind === 'fixture') return { ...record, ...place(record), rotation: roundToTenthDegree(record.rotation + degrees) }
    return record
  })
}

/** Mirrored in the y axis: corners stay counter-clockwise, so edges run the other way and openings are measured from the other end. */
export function mirrored(document: WardDocument): WardDocument {
  const owners = new Map(
    recordsIn(document).flatMap((record) => (record.kind === 'room' || record.kind === 'wall' ? [[record.id, record] as const] : [])),
  )
  return withRecords(document, (record) => {
    if (record.kind === 'room') return mirroredRoom(record)
    if (record.kind === 'storey') return { ...record, outline: record.outline?.map(mirror).reverse() }
    if (record.kind === 'wall') return { ...record, from: mirror(record.to), to: mirror(record.from) }
    if (record.kind === 'opening') return mirroredOpening(record, owners)
    if (record.kind !== 'fixture') return record
    return {
      ...record,
      ...mirror(record),
      rotation: roundToTenthDegree(-record.rotation),
      footprint: record.footprint.map(mirror).reverse(),
      usePoints: record.usePoints.map((use) => ({ ...use, ...mirror(use) })),
      bedHead: record.bedHead && mirror(record.bedHead),
    }
  })
}

function mirror({ x, y }: Spot): Spot {
  return { x: 0 - x, y }
}

/** An edge keeps its key: the corner it now starts at takes it. */
function mirroredRoom(room: Room): Room {
  const { corners } = room
  return { ...room, corners: corners.map((corner, index) => ({ ...corner, ...mirror(corners[(index + 1) % corners.length]!) })).reverse() }
}

function mirroredOpening(opening: Opening, owners: ReadonlyMap<string, Room | Wall>): Opening {
  const [from, to] = edgeOf(opening, owners)
  return { ...opening, along: roundToMillimetre(Math.abs(to.x - from.x) + Math.abs(to.y - from.y) - opening.along - opening.width) }
}

function edgeOf({ on }: Opening, owners: ReadonlyMap<string, Room | Wall>): readonly [Spot, Spot] {
  const owner = owners.get('room' in on ? on.room : on.wall)!
  if (owner.kind === 'wall') return [owner.from, owner.to]
  const index = owner.corners.findIndex(({ key }) => 'room' in on && key === on.corner)
  return [owner.corners[index]!, owner.corners[(index + 1) % owner.corners.length]!]
}
