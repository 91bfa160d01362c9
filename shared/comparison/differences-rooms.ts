import { type RecordTable, recordsOf } from '#shared/document/document'
import type { LayoutFacts, OpeningFacts, RoomFacts } from '#shared/metrics/layout-facts'
import type { RoomDifference } from './difference'
import { commonNames, matched } from './matching'

/** A room of both designs under one name, so that what it holds can be held against each other. */
export type RoomMatching = {
  readonly differences: readonly RoomDifference[]
  readonly pairs: readonly (readonly [RoomFacts, RoomFacts])[]
  /** The same for a room of the first design and its counterpart in the second; else the room's own id. */
  readonly commonName: (room: string) => string
  readonly isUnpaired: (room: string) => boolean
}

/** Less than this is how plans are drawn, not what they mean. Metres, and square metres. */
export const LEAST_M = 0.05
const LEAST_M2 = 0.05
/** A corner stays in its place. Metres. */
const SAME_M = 0.01

/** Rooms that only one design has, and those that moved, or are larger, or called or used otherwise. */
export function roomDifferences(a: LayoutFacts, b: LayoutFacts, workshop: RecordTable): RoomMatching {
  const { pairs, gone, added } = matched(a.rooms, b.rooms, ({ room }) => room, [
    { nameOf: ({ room }) => `${room.name} ${room.roomType}`, apart },
    { nameOf: ({ room }) => room.name, apart },
  ])
  const unpaired = new Set<string>([...gone, ...added].map(({ room }) => room.id))
  const types = new Map(recordsOf(workshop, 'roomType').map(({ key, name }) => [key, name]))
  const typeName = ({ room }: RoomFacts) => types.get(room.roomType) ?? room.roomType
  const differences = [
    ...gone.map((before) => alone(before, undefined, a.openings)),
    ...added.map((after) => alone(undefined, after, b.openings)),
    ...pairs.flatMap(([before, after]) => changed(before, after, typeName)),
  ]
  return {
    differences: differences.sort((p, q) => weightOf(q) - weightOf(p) || (p.key < q.key ? -1 : 1)),
    pairs,
    commonName: commonNames(pairs.map(([one, other]) => [one.room, other.room])),
    isUnpaired: (room) => unpaired.has(room),
  }
}

function alone(before: RoomFacts | undefined, after: RoomFacts | undefined, openings: readonly OpeningFacts[]): RoomDifference {
  const id = (before ?? after)?.room.id ?? ''
  return {
    kind: 'room',
    key: `room ${id}`,
    before,
    after,
    moved: 0,
    larger: 0,
    isReshaped: false,
    renamed: undefined,
    retyped: undefined,
    openings: openings.filter(({ joins }) => joins.includes(id)),
  }
}

function changed(before: RoomFacts, after: RoomFacts, typeName: (room: RoomFacts) => string): readonly RoomDifference[] {
  const isResized = Math.abs(after.drawnArea - before.drawnArea) >= LEAST_M2
  const isReshaped = !isResized && isOtherShape(before, after)
  const distance = keepsCorner(before, after) ? 0 : apart(before, after)
  const moved = distance >= LEAST_M ? distance : 0
  const names = { from: before.room.name, to: after.room.name }
  const types = { from: typeName(before), to: typeName(after) }
  const renamed = names.from === names.to ? undefined : names
  const retyped = before.room.roomType === after.room.roomType ? undefined : types
  if (!isResized && !isReshaped && moved === 0 && renamed === undefined && retyped === undefined) return []
  const larger = isResized ? after.area - before.area : 0
  const key = `room ${[before.room.id, after.room.id].sort().join(' ')}`
  return [{ kind: 'room', key, before, after, moved, larger, isReshaped, renamed, retyped, openings: [] }]
}

/** Width and depth tell, for a room that is only turned over has the same floor. */
function isOtherShape(before: RoomFacts, after: RoomFacts): boolean {
  return Math.abs(spanOf(before, 'x') - spanOf(after, 'x')) >= LEAST_M || Math.abs(spanOf(before, 'y') - spanOf(after, 'y')) >= LEAST_M
}

function spanOf({ ring }: RoomFacts, axis: 'x' | 'y'): number {
  const at = ring.map((point) => point[axis])
  return Math.max(...at) - Math.min(...at)
}

/** A room whose wall was drawn out did not move, though its centre did. */
function keepsCorner(before: RoomFacts, after: RoomFacts): boolean {
  const corners = new Map(after.room.corners.map((corner) => [corner.key, corner]))
  return before.room.corners.some(({ key, x, y }) => {
    const now = corners.get(key)
    return now !== undefined && Math.hypot(now.x - x, now.y - y) < SAME_M
  })
}

export function apart(a: { readonly centre: { x: number; y: number } }, b: { readonly centre: { x: number; y: number } }): number {
  return Math.hypot(b.centre.x - a.centre.x, b.centre.y - a.centre.y)
}

/** Rooms gone and new first, then the furthest moved. */
function weightOf({ before, after, moved, larger }: RoomDifference): number {
  if (before === undefined) return 20_000 + (after?.area ?? 0)
  if (after === undefined) return 30_000 + before.area
  return moved * 10 + Math.abs(larger)
}
