import { hostLine } from '#shared/commands/opening-fit'
import type { RecordTable } from '#shared/document/document'
import type { Opening } from '#shared/document/elements/opening'
import type { Point } from '#shared/geometry/point'

/** A straight piece of plan: where it starts, a unit vector along it, metres. */
export type Line = { readonly from: Point; readonly along: Point; readonly length: number }

/** Where a corner of a room lies. */
export function cornerOf(table: RecordTable, roomId: string, key: string): Point | undefined {
  const room = table[roomId]
  return room?.kind === 'room' ? room.corners.find((corner) => corner.key === key) : undefined
}

/** The edge of a room from the corner `key` on; undefined when it has no such corner. */
export function lineOfEdge(table: RecordTable, room: string, corner: string): Line | undefined {
  return lineOfOpening(table, { on: { room, corner } })
}

/** The edge or free wall that an opening is cut into. */
export function lineOfOpening(table: RecordTable, { on }: Pick<Opening, 'on'>): Line | undefined {
  const line = hostLine(table, on)
  return line && lineOf(line.from, line.to)
}

function lineOf(from: Point, to: Point): Line | undefined {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  return length === 0 ? undefined : { from: { x: from.x, y: from.y }, along: { x: (to.x - from.x) / length, y: (to.y - from.y) / length }, length }
}
