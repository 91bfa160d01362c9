import { filled } from '#shared/base/filled'
import { roundToMillimetre } from '#shared/base/units'
import { roomOutline } from '#shared/building/drawn-edges'
import { placeAt } from '#shared/building/stretches'
import { type RecordTable, recordsOf } from '#shared/document/document'
import type { Fixture } from '#shared/document/elements/fixture'
import type { Room } from '#shared/document/elements/room'
import type { DesignElement, WardRecord } from '#shared/document/record'
import { toMillimetres } from '#shared/geometry/millimetres'
import { withLandings } from './connectors'
import { openingsOn } from './target'

/** The fixtures that stand in a room: those whose position building finds in it. Of one table they are looked for once: a drag asks at every move. */
export function fixturesIn(table: RecordTable, room: Room): readonly Fixture[] {
  const known = filled(standing, table, () => new Map())
  return filled(known, room, () => fixturesStanding(table, room))
}

const standing = new WeakMap<RecordTable, Map<Room, readonly Fixture[]>>()

function fixturesStanding(table: RecordTable, room: Room): readonly Fixture[] {
  const outlines = recordsOf(table, 'room')
    .filter(({ storey }) => storey === room.storey)
    .map(roomOutline)
  const { left, right, bottom, top } = roomOutline(room).box
  return recordsOf(table, 'fixture').filter((fixture) => {
    if (fixture.storey !== room.storey) return false
    const x = toMillimetres(fixture.x)
    const y = toMillimetres(fixture.y)
    if (x < left || x > right || y < bottom || y > top) return false
    const place = placeAt(x, y, outlines, undefined)
    return place.kind === 'room' && place.room === room.id
  })
}

/** Everything that goes where a room goes: the room, its openings, the fixtures standing in it. */
export function withBelongings(table: RecordTable, room: Room): readonly DesignElement[] {
  return [room, ...openingsOn(table, room.id), ...fixturesIn(table, room)]
}

/** The room and its fixtures, moved; a lift among them on every storey. Its openings lie along its edges, so they come by themselves. Metres. */
export function movedRoom(table: RecordTable, room: Room, dx: number, dy: number): readonly (readonly [WardRecord, WardRecord])[] {
  const carried = withLandings(table, fixturesIn(table, room)).filter((element) => element.kind === 'fixture')
  return [[room, shiftedRoom(room, dx, dy)], ...carried.map((fixture) => [fixture, shifted(fixture, dx, dy)] as const)]
}

function shiftedRoom(room: Room, dx: number, dy: number): Room {
  return { ...room, corners: room.corners.map((corner) => shifted(corner, dx, dy)) }
}

export function shifted<P extends { readonly x: number; readonly y: number }>(place: P, dx: number, dy: number): P {
  return { ...place, x: roundToMillimetre(place.x + dx), y: roundToMillimetre(place.y + dy) }
}
