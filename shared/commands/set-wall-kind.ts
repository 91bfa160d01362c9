import type { Id } from '#shared/base/ids'
import { message } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import { type RecordTable, recordsOf, type WardDocument } from '#shared/document/document'
import type { Opening } from '#shared/document/elements/opening'
import type { Corner, Room } from '#shared/document/elements/room'
import type { WardRecord } from '#shared/document/record'
import type { EdgeKind } from '#shared/document/vocabulary'
import type { Point } from '#shared/geometry/point'
import { done, type Edit, refused } from './edit'
import { distance, edgeOf, freshKey } from './room-shape'
import { editable, nameOf, openingsOn } from './target'

/** Edges within this of one line are one wall, and a piece shorter than this is none. Metres. */
const SAME_M = 0.002

export type WallKind = { readonly room: Id; readonly corner: string; readonly edge: EdgeKind }

/**
 * Makes what stands along an edge of a room a wall, glazing or open floor, on both sides of it: edges of other rooms in the same line
 * become so too, as far as this edge goes. Refused where an opening would be left without a wall, or cut in two.
 */
export function setWallKind(document: WardDocument, { room: id, corner, edge: kind }: WallKind): Edit {
  const target = editable(document, id, 'room')
  if (target.status === 'refused') return target
  const { table, record: room } = target
  const first = edgeOf(room, corner)
  if (first === undefined) return refused(message('refused.unknown', { id: corner }))
  const updated: (readonly [WardRecord, WardRecord])[] = []
  const rooms: Room[] = []
  for (const each of recordsOf(table, 'room')) {
    if (each.storey !== room.storey) continue
    const made = madeSo(table, each, first, kind, each.id === room.id ? corner : undefined)
    if ('status' in made) return made
    if (made.length > 0) rooms.push(each)
    updated.push(...made)
  }
  rooms.sort((a, b) => Number(b.id === room.id) - Number(a.id === room.id))
  return done(message(`edit.made-${kind}`, { rooms: rooms.map(({ name }) => name) }), { updated })
}

type Line = { readonly from: Point; readonly to: Point }
type Updated = readonly (readonly [WardRecord, WardRecord])[]

/** A room with all of its edges that lie along a line made so, as far as the line goes; `only`: the edge meant, all of it. */
function madeSo(table: RecordTable, room: Room, line: Line, kind: EdgeKind, only: string | undefined): Updated | ReturnType<typeof refused> {
  const taken = new Set(room.corners.map(({ key }) => key))
  const openings = openingsOn(table, room.id)
  const moved: (readonly [Opening, Opening])[] = []
  const corners: Corner[] = []
  for (const [index, from] of room.corners.entries()) {
    const to = room.corners[(index + 1) % room.corners.length] as Corner
    const length = distance(from, to)
    const span = only === undefined ? spanOf(from, to, line) : from.key === only ? { low: 0, high: length } : undefined
    if (span === undefined || from.edge === kind) {
      corners.push(from)
      continue
    }
    const at = (along: number) => ({
      x: roundToMillimetre(from.x + ((to.x - from.x) * along) / length),
      y: roundToMillimetre(from.y + ((to.y - from.y) * along) / length),
    })
    const middle: Corner = { ...from, key: span.low > 0 ? freshKey(taken) : from.key, ...(span.low > 0 ? at(span.low) : {}), edge: kind }
    const rest: Corner | undefined = span.high < length ? { ...from, key: freshKey(taken), ...at(span.high) } : undefined
    corners.push(...(span.low > 0 ? [from] : []), middle, ...(rest === undefined ? [] : [rest]))
    for (const opening of openings) {
      if (!('room' in opening.on) || opening.on.corner !== from.key) continue
      const [start, end] = [opening.along, opening.along + opening.width]
      const isCut = [span.low, span.high].some((cut) => start < cut - SAME_M && end > cut + SAME_M)
      if (isCut) return refused(message('refused.cut-through-opening', { opening: nameOf(opening, table) }))
      const isIn = start >= span.low - SAME_M && end <= span.high + SAME_M
      if (isIn && kind === 'open') return refused(message('refused.edge-has-openings'))
      const host = isIn
        ? { key: middle.key, start: span.low }
        : start >= span.high - SAME_M && rest !== undefined
          ? { key: rest.key, start: span.high }
          : undefined
      if (host === undefined || host.key === from.key) continue
      const along = Math.max(0, roundToMillimetre(start - host.start))
      moved.push([opening, { ...opening, on: { room: room.id, corner: host.key }, along }])
    }
  }
  const isSame = corners.length === room.corners.length && corners.every((corner, index) => corner === room.corners[index])
  return isSame ? [] : [[room, { ...room, corners }], ...moved]
}

/** The part of an edge, in metres from its start, that lies along a line; undefined where none does. */
function spanOf(from: Point, to: Point, line: Line): { readonly low: number; readonly high: number } | undefined {
  const length = distance(from, to)
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const off = ({ x, y }: Point) => Math.abs((x - from.x) * uy - (y - from.y) * ux)
  if (off(line.from) > SAME_M || off(line.to) > SAME_M) return undefined
  const along = ({ x, y }: Point) => (x - from.x) * ux + (y - from.y) * uy
  const [a, b] = [along(line.from), along(line.to)]
  const low = Math.max(0, Math.min(a, b))
  const high = Math.min(length, Math.max(a, b))
  if (high - low <= SAME_M) return undefined
  return { low: low <= SAME_M ? 0 : low, high: high >= length - SAME_M ? length : high }
}
