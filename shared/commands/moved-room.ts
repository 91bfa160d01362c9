import { roundToMillimetre } from '#shared/base/units'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Fixture } from '#shared/document/elements/fixture'
import type { Room } from '#shared/document/elements/room'
import type { DesignElement, WardRecord } from '#shared/document/record'
import { isInside } from './room-shape'
import { openingsOn } from './target'

/** The fixtures that stand in a room: those whose position lies in its polygon. */
export function fixturesIn(table: RecordTable, room: Room): readonly Fixture[] {
  return recordsOf(table, 'fixture').filter((fixture) => fixture.storey === room.storey && isInside(fixture, room.corners))
}

/** Everything that goes where a room goes: the room, its openings, the fixtures standing in it. */
export function withBelongings(table: RecordTable, room: Room): readonly DesignElement[] {
  return [room, ...openingsOn(table, room.id), ...fixturesIn(table, room)]
}

/** The room and its fixtures, moved. Its openings lie along its edges, so they come by themselves. Metres. */
export function movedRoom(table: RecordTable, room: Room, dx: number, dy: number): readonly (readonly [WardRecord, WardRecord])[] {
  return [[room, shiftedRoom(room, dx, dy)], ...fixturesIn(table, room).map((fixture) => [fixture, shifted(fixture, dx, dy)] as const)]
}

function shiftedRoom(room: Room, dx: number, dy: number): Room {
  return { ...room, corners: room.corners.map((corner) => shifted(corner, dx, dy)) }
}

export function shifted<P extends { readonly x: number; readonly y: number }>(place: P, dx: number, dy: number): P {
  return { ...place, x: roundToMillimetre(place.x + dx), y: roundToMillimetre(place.y + dy) }
}
