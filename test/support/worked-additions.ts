import { applyChange } from '#shared/document/change'
import type { WardDocument } from '#shared/document/document'
import type { Opening } from '#shared/document/elements/opening'
import type { Room } from '#shared/document/elements/room'
import type { Pathway } from '#shared/document/pathway'
import type { Settings } from '#shared/document/workshop'
import { boxRoom, squareFixture } from './plain-pieces'
import { type RecordInput, recordsOfInput } from './records'
import { WORKED_DESIGN } from './worked-example'
import { withRecords } from './worked-variations'

const GROUND = 'storey_ground'

type Pair = readonly [x: number, y: number]

/** The document with more records. */
export function adding(document: WardDocument, ...records: readonly RecordInput[]): WardDocument {
  return applyChange(document, { added: recordsOfInput(records), updated: [], removed: [] })
}

/** The document with one pathway edited. */
export function withPathway(document: WardDocument, key: string, edit: (pathway: Pathway) => Pathway): WardDocument {
  return withRecords(document, (record) => (record.kind === 'pathway' && record.key === key ? edit(record) : record))
}

/** The document with one opening edited, found by its name. */
export function withOpening(document: WardDocument, name: string, edit: Partial<Opening>): WardDocument {
  return withRecords(document, (record) => (record.kind === 'opening' && record.name === name ? { ...record, ...edit } : record))
}

/** The document with one room edited, found by its name. */
export function withRoom(document: WardDocument, name: string, edit: Partial<Room>): WardDocument {
  return withRecords(document, (record) => (record.kind === 'room' && record.name === name ? { ...record, ...edit } : record))
}

export function withSettings(document: WardDocument, edit: (settings: Settings) => Settings): WardDocument {
  return withRecords(document, (record) => (record.kind === 'settings' ? edit(record) : record))
}

export function withThresholds(document: WardDocument, thresholds: Partial<Settings['thresholds']>): WardDocument {
  return withSettings(document, (settings) => ({ ...settings, thresholds: { ...settings.thresholds, ...thresholds } }))
}

/** The scenario's volumes: pathways with their visits a day. */
export function withVolumes(document: WardDocument, volumes: Readonly<Record<string, number>>): WardDocument {
  return withRecords(document, (record) =>
    record.kind === 'scenario'
      ? { ...record, volumes: Object.entries(volumes).map(([pathway, perDay]) => ({ pathway, perDay, traits: {} })) }
      : record,
  )
}

/** A fixture 0.2 m square that does not block; its origin is its use point. Metres. */
export function spot(name: string, fixtureType: string, at: Pair): RecordInput {
  return squareFixture({ design: WORKED_DESIGN, storey: GROUND }, `fixture_${name}`, '', fixtureType, at, 0.1)
}

/** A room from its lower left to its upper right corner, edges `a` (bottom) to `d` (left), walls of thickness 0. Metres. */
export function roomOf(name: string, label: string, roomType: string, from: Pair, to: Pair, storey = GROUND): RecordInput {
  return boxRoom({ design: WORKED_DESIGN, storey }, `room_${name}`, label, roomType, from, to)
}

/** A door in the edge of a room. Metres. */
export function doorOf(name: string, label: string, room: string, corner: string, along: number, width: number): RecordInput {
  return {
    id: `opening_${name}`,
    kind: 'opening',
    design: WORKED_DESIGN,
    name: label,
    opening: 'door',
    on: { room: `room_${room}`, corner },
    along,
    width,
  }
}
