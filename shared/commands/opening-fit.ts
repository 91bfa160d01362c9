import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import { OUTER_WALL_M } from '#shared/building/stretches'
import type { Change } from '#shared/document/change'
import type { RecordTable } from '#shared/document/document'
import type { Opening } from '#shared/document/elements/opening'
import type { Point } from '#shared/geometry/point'
import { type Refused, refused } from './edit'
import { distance, edgeOf } from './room-shape'
import { nameOf, openingsOn } from './target'

/** The edge or free wall that an opening lies in, from where metres along it are counted; undefined when there is none. */
export function hostLine(table: RecordTable, on: Opening['on']): { readonly from: Point; readonly to: Point } | undefined {
  if ('wall' in on) {
    const wall = table[on.wall]
    return wall?.kind === 'wall' ? wall : undefined
  }
  const room = table[on.room]
  return room?.kind === 'room' ? edgeOf(room, on.corner) : undefined
}

/** Length in metres of the edge or free wall that an opening lies in; undefined when there is none. */
export function hostLength(table: RecordTable, on: Opening['on']): number | undefined {
  const line = hostLine(table, on)
  return line && distance(line.from, line.to)
}

/** The place nearest to `along` at which an opening of this width lies within its wall. Metres. */
export function clampedAlong(along: number, width: number, host: number): number {
  const most = Math.floor((host - width) * 1000 + 1e-6) / 1000
  return roundToMillimetre(Math.min(Math.max(along, 0), Math.max(most, 0)))
}

/** Nearer to a corner than this the wall across it may stand in the opening. Metres. */
const OFF_CORNER_M = OUTER_WALL_M / 2

/** Where a hand that points to `along` means an opening to be: not in the wall across the end of its own, as far as that is long enough. Metres. */
export function meantAlong(along: number, width: number, host: number): number {
  const off = Math.max(0, Math.min(OFF_CORNER_M, (host - width) / 2))
  return Math.max(off, Math.min(along, host - width - off))
}

/** The refusal of an opening that is wider than its wall or cuts another in the same one. */
export function openingRefusal(table: RecordTable, opening: Opening, change: Change): Refused | undefined {
  const host = hostLength(table, opening.on)
  if (host === undefined) return refused(message('refused.no-wall', { opening: nameOf(opening, table) }))
  if (opening.width > host) {
    return refused(message('refused.wider-than-wall', { opening: nameOf(opening, table), width: opening.width, wall: host }), change)
  }
  const owner = 'room' in opening.on ? opening.on.room : opening.on.wall
  const meets = openingsOn(table, owner).find(
    (other) =>
      other.id !== opening.id &&
      sameEdge(other.on, opening.on) &&
      other.along < opening.along + opening.width &&
      opening.along < other.along + other.width,
  )
  if (meets === undefined) return undefined
  return refused(message('refused.openings-meet', { opening: nameOf(opening, table), other: nameOf(meets, table) }), change)
}

function sameEdge(a: Opening['on'], b: Opening['on']): boolean {
  if ('room' in a && 'room' in b) return a.room === b.room && a.corner === b.corner
  return 'wall' in a && 'wall' in b && a.wall === b.wall
}
