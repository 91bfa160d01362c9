import type { Id } from '#shared/base/ids'
import { message, type Name } from '#shared/base/message'
import { roundToMillimetre } from '#shared/base/units'
import { roomsOverlap } from '#shared/building/lawful'
import { applyChange, type Change } from '#shared/document/change'
import { type RecordTable, recordsOf, type WardDocument } from '#shared/document/document'
import type { Opening } from '#shared/document/elements/opening'
import type { Room } from '#shared/document/elements/room'
import type { DesignElement, WardRecord } from '#shared/document/record'
import { difference, type Rings, shrunk, union } from '#shared/geometry/clip'
import { pointToMetres, pointToMillimetres } from '#shared/geometry/millimetres'
import type { Point } from '#shared/geometry/point'
import { sideOfRing, signedArea } from '#shared/geometry/polygon'
import { connectorAt } from './connectors'
import { copyElements, type ElementsCopy } from './copy-elements'
import { withoutElements } from './design-says'
import { done, type Edit, type FreshId, type Refused, refused } from './edit'
import { fixturesIn, withBelongings } from './moved-room'
import { cornersAlong, placeAlong } from './ring-corners'
import { distance, edgeOf } from './room-shape'
import { editableDesign, monumentAmong, nameOf, openingsOn, storeyOf } from './target'

/** Half of what rooms may lie over each other before they do. Millimetres. */
const SLIP_MM = 1
/** Less floor than this is a sliver, not a room. Square metres. */
const SMALLEST_REST_M2 = 0.25

/**
 * Copies elements into a design as `copyElements` does, in place of what lies there: rooms that the copied ones cover go with all that
 * is in them, and so do partitions and furniture on their floor; a room that they cover in part keeps its rest, where that is one piece
 * and no opening is cut off. Refused, naming them, where a room would fall into pieces, or a monument or a
 * lift lies there. One edit, one undo.
 */
export function pasteOver(document: WardDocument, copy: ElementsCopy, freshId: FreshId): Edit {
  const target = editableDesign(document, copy.design)
  if (target.status === 'refused') return target
  const { table } = target
  const storey = storeyOf(table, copy.storey)
  if ('status' in storey) return storey
  const [dx, dy] = [roundToMillimetre(copy.dx), roundToMillimetre(copy.dy)]
  const arriving = copy.from.elements.flatMap((element) => (element.kind === 'room' ? [shiftedTo(element, storey.id, dx, dy)] : []))
  const cleared = clearing(table, document.workshop, storey.id, arriving)
  if ('status' in cleared) return cleared
  const { removed, updated, names } = cleared
  const design = withoutElements(target.design, new Set(removed.map(({ id }) => id)))
  const change: Change = { added: [], removed, updated: design === target.design ? updated : [...updated, [target.design, design]] }
  const pasted = copyElements(applyChange(document, change), copy, freshId)
  if (pasted.status === 'refused' || names.length === 0) return pasted
  const name = message('edit.pasted-over', { count: copy.from.named.length, names })
  return done(name, { ...change, added: pasted.change.added })
}

type Clearing = {
  readonly removed: readonly DesignElement[]
  readonly updated: readonly (readonly [WardRecord, WardRecord])[]
  /** Of what goes or is cut. */
  readonly names: readonly Name[]
}

/** What has to go from a storey, and what of it is cut, so that these rooms can lie there. */
function clearing(table: RecordTable, workshop: RecordTable, storey: Id, arriving: readonly Room[]): Clearing | Refused {
  const floor = union(arriving.map(({ corners }) => corners.map(pointToMillimetres)))
  const gone = new Map<Id, DesignElement>()
  const updated: (readonly [WardRecord, WardRecord])[] = []
  const names: Name[] = []
  const inPieces: string[] = []
  for (const room of recordsOf(table, 'room')) {
    if (room.storey !== storey || !arriving.some((each) => roomsOverlap(room, each))) continue
    names.push(room.name)
    const rest = restOf(room, floor)
    if (rest === 'nothing') for (const each of withBelongings(table, room)) gone.set(each.id, each)
    else {
      const cut = rest === 'pieces' ? undefined : cutTo(table, room, rest, floor)
      if (cut === undefined) inPieces.push(room.name)
      else {
        const monument = monumentAmong([room], table, workshop)
        if (monument !== undefined) return monument
        updated.push(...cut.updated)
        for (const opening of cut.removed) gone.set(opening.id, opening)
        for (const fixture of fixturesIn(table, room)) if (isOnFloor(fixture, floor)) gone.set(fixture.id, fixture)
      }
    }
  }
  if (inPieces.length > 0) return refused(message('refused.pasted-in-part', { names: inPieces }))
  for (const loose of [...recordsOf(table, 'wall'), ...recordsOf(table, 'fixture')]) {
    if (loose.storey !== storey || gone.has(loose.id) || !isCovered(loose, floor)) continue
    names.push(nameOf(loose, table, workshop))
    for (const each of [loose, ...openingsOn(table, loose.id)]) gone.set(each.id, each)
  }
  const removed = [...gone.values()]
  const connector = removed.map(({ id }) => connectorAt(table, id)).find((each) => each !== undefined)
  if (connector !== undefined) return refused(message('refused.pasted-on-connector', { name: nameOf(connector, table) }))
  return monumentAmong(removed, table, workshop) ?? { removed, updated, names }
}

/** The floor of a room that the others leave: none, one ring, or several. */
function restOf(room: Room, floor: Rings): 'nothing' | 'pieces' | readonly Point[] {
  const rings = difference([room.corners.map(pointToMillimetres)], floor).filter((ring) => shrunk([ring], SLIP_MM).length > 0)
  const [ring] = rings
  if (ring === undefined) return 'nothing'
  const rest = ring.map(pointToMetres)
  if (rings.length > 1) return 'pieces'
  return Math.abs(signedArea(rest)) < SMALLEST_REST_M2 ? 'nothing' : rest
}

type Cut = { readonly updated: readonly (readonly [WardRecord, WardRecord])[]; readonly removed: readonly Opening[] }

/** A room with the floor that is left of it, and its openings: those in a wall that goes, go. Undefined where one would be cut in two. */
function cutTo(table: RecordTable, room: Room, rest: readonly Point[], floor: Rings): Cut | undefined {
  const cut: Room = { ...room, corners: [...cornersAlong(rest, [room])] }
  const updated: (readonly [WardRecord, WardRecord])[] = [[room, cut]]
  const removed: Opening[] = []
  for (const opening of openingsOn(table, room.id)) {
    const place = placeAlong(opening, [room], cut)
    if (place !== undefined) {
      const to: Opening = { ...opening, ...place }
      if (JSON.stringify(to) !== JSON.stringify(opening)) updated.push([opening, to])
    } else if (jambsOf(room, opening).every((jamb) => isOnFloor(jamb, floor))) removed.push(opening)
    else return undefined
  }
  return { updated, removed }
}

function jambsOf(room: Room, { on, along, width }: Opening): readonly Point[] {
  const edge = 'room' in on ? edgeOf(room, on.corner) : undefined
  if (edge === undefined) return []
  const length = distance(edge.from, edge.to)
  return [along, along + width].map((metres) => ({
    x: edge.from.x + ((edge.to.x - edge.from.x) * metres) / length,
    y: edge.from.y + ((edge.to.y - edge.from.y) * metres) / length,
  }))
}

function isCovered(element: Extract<DesignElement, { kind: 'wall' | 'fixture' }>, floor: Rings): boolean {
  if (element.kind === 'fixture') return isOnFloor(element, floor)
  const { from, to } = element
  return [from, to, { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }].every((point) => isOnFloor(point, floor))
}

/** Whether a point lies on floor: in an outer ring, and in no hole. */
function isOnFloor(point: Point, floor: Rings): boolean {
  const { x, y } = pointToMillimetres(point)
  const holders = floor.filter((ring) => sideOfRing(ring, x, y) >= 0)
  return holders.some((ring) => signedArea(ring) > 0) && !holders.some((ring) => signedArea(ring) < 0)
}

function shiftedTo(room: Room, storey: Id, dx: number, dy: number): Room {
  const corners = room.corners.map((corner) => ({ ...corner, x: roundToMillimetre(corner.x + dx), y: roundToMillimetre(corner.y + dy) }))
  return { ...room, storey, corners }
}
