import { differingItems, placesBefore } from '#shared/base/differing-items'
import { firstWhere } from '#shared/base/first-where'
import type { Id } from '#shared/base/ids'
import { sameItems } from '#shared/base/same-items'
import type { EdgeKind } from '#shared/document/vocabulary'
import { type BoxList, boxAround, boxListAfter, boxListOf, grownBox, placesNear } from '#shared/geometry/box-list'
import { pointToMetres, roundOffset } from '#shared/geometry/millimetres'
import { isSamePoint, type Point } from '#shared/geometry/point'
import { type Box, boxOf, sideOfRing } from '#shared/geometry/polygon'
import type { Side, Stretch } from './building'
import { ABOUT_MM, edgesNear, edgesOf, isOfRoom, type Plan, type RoomOutline } from './drawn-edges'
import { type DrawnEdge, type GraphStretch, type Node, wallGraph } from './wall-graph'

/** Thickness of a wall where none is given, in metres (E): between floor and floor, and to the outside. */
export const INNER_WALL_M = 0.12
export const OUTER_WALL_M = 0.3

/** What lies beyond a wall is looked for this far from its face. Millimetres. */
const BEYOND_FACE_MM = 150
/** A piece of wall shorter than this is not told apart by what lies beyond it. Millimetres. */
const SHORTEST_SPLIT_MM = 400

/** A stretch with what lies beside it and what it is built as. Whole millimetres; thickness in metres. */
export type WallStretch = GraphStretch & {
  readonly key: string
  readonly left: Side
  readonly right: Side
  readonly kind: EdgeKind
  readonly thickness: number
  readonly of: readonly Id[]
  /** Rooms lie on both sides: it is told by its edges alone. */
  readonly isInner: boolean
  /** Where what lies on its left and on its right is looked for. */
  readonly beyond: readonly [left: Point, right: Point]
  /** As it is handed out, in metres. */
  readonly stretch: Stretch
}

const OUTSIDE: Side = { kind: 'outside' }
const FLOOR: Side = { kind: 'floor' }

/**
 * Derived walls of a storey, in the order of their keys: design.md section 2, room. Millimetres. `before` is mended where edges came or
 * went: a stretch that is there just as it was is returned itself.
 */
export function wallStretches(plan: Plan, before?: Plan & { readonly stretches: readonly WallStretch[] }): readonly WallStretch[] {
  const edited = before === undefined || before.outline !== plan.outline ? undefined : edgesAboutEdit(plan, before)
  const staying: WallStretch[] = []
  const left: WallStretch[] = []
  if (before !== undefined && edited !== undefined) {
    const { touched, changed } = edited
    const all = boxAround([...Array.from(touched, ({ box }) => box), ...changed])
    let next = 0
    for (const place of placesNear(stretchBoxes(before.stretches), all, ABOUT_MM)) {
      for (; next < place; next++) staying.push(before.stretches[next]!)
      next = place + 1
      const stretch = before.stretches[place]!
      if (isOfAny(stretch, touched)) left.push(stretch)
      else staying.push(stretch.isInner || !looksInto(stretch, changed) ? stretch : builtOrKept(stretch, stretch, plan))
    }
    for (; next < before.stretches.length; next++) staying.push(before.stretches[next]!)
  } else if (before !== undefined) left.push(...before.stretches)
  // One that is as it was is of edges that came near what changed.
  const known = new Map(left.map((stretch) => [stretch.key, stretch]))
  const fresh: WallStretch[] = []
  const edges = edited?.about ?? edgesOf(plan)
  let freshIndex = edges.length * 2 + 1
  for (const stretch of wallGraph(edges)) {
    if (edited !== undefined && !isOfAny(stretch, edited.touched)) continue
    for (const part of plan.outline === undefined ? [stretch] : splitByOutline(stretch, plan.outline, () => freshIndex++)) {
      const old = known.get(keyOfStretch(part))
      fresh.push(old?.isInner && isSamePart(old, part) ? old : builtOrKept(part, old, plan))
    }
  }
  const stretches = merged(staying, fresh.sort(byKey))
  if (before !== undefined) {
    const places = placesBefore(before.stretches, stretches)
    boxesKnown.set(stretches, boxListAfter(stretchBoxes(before.stretches), places, stretches, boxOfStretch))
  }
  return stretches
}

/** About each stretch with its thickness and where it is looked for what lies beside it. Millimetres. Of the same list the same. */
export function stretchBoxes(stretches: readonly WallStretch[]): BoxList {
  let boxes = boxesKnown.get(stretches)
  if (boxes === undefined) {
    boxes = boxListOf(stretches, boxOfStretch)
    boxesKnown.set(stretches, boxes)
  }
  return boxes
}

const boxesKnown = new WeakMap<readonly WallStretch[], BoxList>()

function boxOfStretch({ from, to, beyond, thickness }: WallStretch): Box {
  return grownBox(boxOf([from, to, ...beyond]), thickness * 500)
}

function isOfAny({ edges }: GraphStretch, among: ReadonlySet<DrawnEdge>): boolean {
  for (const { edge } of edges) if (among.has(edge)) return true
  return false
}

/**
 * Where an edge runs on for less than a millimetre, a sliver of it and what follows have one key: then the longest last, which is the one
 * that is built (`wall-pieces.ts`), and of equal ones by where they lie, whatever edit made either.
 */
function byKey(s: WallStretch, t: WallStretch): number {
  if (s.key !== t.key) return s.key < t.key ? -1 : 1
  return squaredLength(s) - squaredLength(t) || s.from.x - t.from.x || s.from.y - t.from.y || s.to.x - t.to.x || s.to.y - t.to.y
}

function squaredLength({ from, to }: GraphStretch): number {
  return (to.x - from.x) ** 2 + (to.y - from.y) ** 2
}

/** Both in the order of keys; of `fresh` there are few. */
function merged(staying: readonly WallStretch[], fresh: readonly WallStretch[]): readonly WallStretch[] {
  if (staying.length === 0) return fresh
  const all: WallStretch[] = []
  let from = 0
  for (const stretch of fresh) {
    const next = firstWhere(from, staying.length, (at) => byKey(staying[at]!, stretch) > 0)
    for (; from < next; from++) all.push(staying[from]!)
    all.push(stretch)
  }
  for (; from < staying.length; from++) all.push(staying[from]!)
  return all
}

/** As it is built now; where that is as it was, the one that was, and at least what is handed out of it. */
function builtOrKept(part: GraphStretch, old: WallStretch | undefined, { rooms, outline }: Plan): WallStretch {
  const built = builtStretch(part, rooms, outline)
  if (old === undefined) return built
  if (isSamePart(old, part) && isSameStretch(old, built)) return old
  return isSameHandedOut(old.stretch, built.stretch) ? { ...built, stretch: old.stretch } : built
}

/**
 * Edges that came, went, or come near one of these (`touched`): no other stretch is different. To lay these over one another it takes the
 * edges that come near them in turn (`about`), for a node lies where all edges through it say. `changed`: about the rooms that came or went.
 */
function edgesAboutEdit(plan: Plan, before: Plan) {
  const [rooms, walls] = [differingItems(before.rooms, plan.rooms), differingItems(before.walls, plan.walls)]
  const edited = [...edgesOf({ rooms: rooms.come, walls: walls.come }), ...edgesOf({ rooms: rooms.gone, walls: walls.gone })]
  const touched = new Set([...edgesNear(plan, edited), ...edited])
  return { touched, about: edgesNear(plan, [...touched]), changed: [...rooms.gone, ...rooms.come].map(({ box }) => box) }
}

/** Whether what lies beside a stretch is looked for in one of these boxes. */
function looksInto({ beyond }: WallStretch, boxes: readonly Box[]): boolean {
  for (const { x, y } of beyond) {
    for (const { left, right, bottom, top } of boxes) if (x >= left && x <= right && y >= bottom && y <= top) return true
  }
  return false
}

/** How far from its middle line it is looked for what lies beside a stretch. Millimetres. */
function reachBeside(stretch: GraphStretch): number {
  return thickestGiven(stretch) * 500 + BEYOND_FACE_MM
}

function isSameStretch(a: WallStretch, b: WallStretch): boolean {
  return a.kind === b.kind && a.thickness === b.thickness && isSameSide(a.left, b.left) && isSameSide(a.right, b.right)
}

function isSamePart(a: GraphStretch, b: GraphStretch): boolean {
  return (
    isSamePoint(a.from, b.from) &&
    isSamePoint(a.to, b.to) &&
    a.edges.length === b.edges.length &&
    a.edges.every(({ edge, isForward }, i) => edge === b.edges[i]!.edge && isForward === b.edges[i]!.isForward)
  )
}

/** Named by the longest of its edges, and where on it it begins. */
function keyOfStretch({ from, edges }: GraphStretch): string {
  const named = edges[0]!.edge
  return `${named.owner}/${named.corner ?? ''}@${along(named, from)}`
}

export function isSameSide(a: Side, b: Side): boolean {
  return a.kind === b.kind && (a.kind !== 'room' || b.kind !== 'room' || a.room === b.room)
}

function isSameHandedOut(a: Stretch, b: Stretch): boolean {
  return (
    isSamePoint(a.from, b.from) &&
    isSamePoint(a.to, b.to) &&
    a.edge === b.edge &&
    a.thickness === b.thickness &&
    isSameSide(a.left, b.left) &&
    isSameSide(a.right, b.right) &&
    sameItems(a.of, b.of)
  )
}

function builtStretch(part: GraphStretch, rooms: readonly RoomOutline[], outline: readonly Point[] | undefined): WallStretch {
  const { from, to, edges } = part
  const roomOn = (isForward: boolean) => edges.find(({ edge, isForward: runs }) => runs === isForward && isOfRoom(edge))?.edge.owner
  const reach = reachBeside(part)
  const beyond = [besideMiddle(from, to, reach), besideMiddle(from, to, -reach)] as const
  const [leftRoom, rightRoom] = [roomOn(true), roomOn(false)]
  const sideOf = (room: Id | undefined, { x, y }: Point): Side => (room !== undefined ? { kind: 'room', room } : placeAt(x, y, rooms, outline))
  const left = sideOf(leftRoom, beyond[0])
  const right = sideOf(rightRoom, beyond[1])
  const usual = left.kind !== 'outside' && right.kind !== 'outside' ? INNER_WALL_M : OUTER_WALL_M
  const solid = edges.flatMap(({ edge }) => (edge.kind === 'open' ? [] : [edge]))
  const kind = solid.length === 0 ? 'open' : solid.some((edge) => edge.kind === 'wall') ? 'wall' : 'glazed'
  const thickness = solid.reduce((thickest, edge) => Math.max(thickest, edge.thickness ?? usual), 0)
  const owners = [...new Set(edges.map(({ edge }) => edge.owner))].sort()
  const ofRooms = [...new Set(edges.flatMap(({ edge }) => (isOfRoom(edge) ? [edge.owner] : [])))].sort().slice(0, 2)
  const of = ofRooms.length > 0 ? ofRooms : owners.slice(0, 1)
  const key = keyOfStretch(part)
  const stretch = { key, from: pointToMetres(from), to: pointToMetres(to), edge: kind, thickness, left, right, of } as const
  return { from, to, edges, key, left, right, kind, thickness, of, isInner: leftRoom !== undefined && rightRoom !== undefined, beyond, stretch }
}

/** The room, uncovered floor or outside at a point in millimetres; where rooms meet, the first in the order of ids that has it inside. */
export function placeAt(x: number, y: number, rooms: readonly RoomOutline[], outline: readonly Point[] | undefined): Side {
  let onEdge: Id | undefined
  for (const { room, ring, box } of rooms) {
    if (x < box.left || x > box.right || y < box.bottom || y > box.top) continue
    const side = sideOfRing(ring, x, y)
    if (side === 1) return { kind: 'room', room: room.id }
    if (side === 0) onEdge ??= room.id
  }
  if (onEdge !== undefined) return { kind: 'room', room: onEdge }
  return outline !== undefined && sideOfRing(outline, x, y) === 1 ? FLOOR : OUTSIDE
}

/** A point in millimetres, `distance` to the left of the middle of from -> to. */
export function besideMiddle(from: Point, to: Point, distance: number): Point {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const scale = distance / Math.sqrt(dx * dx + dy * dy)
  return { x: (from.x + to.x) / 2 - dy * scale, y: (from.y + to.y) / 2 + dx * scale }
}

/** Millimetres from the start of an edge to where a point of it lies. */
function along({ a, b }: DrawnEdge, p: Point): number {
  const dx = b.x - a.x
  const dy = b.y - a.y
  return Math.round(((p.x - a.x) * dx + (p.y - a.y) * dy) / Math.sqrt(dx * dx + dy * dy)) + 0
}

function thickestGiven({ edges }: GraphStretch): number {
  let thickest: number | undefined
  for (const { edge } of edges) if (edge.thickness !== undefined) thickest = Math.max(thickest ?? 0, edge.thickness)
  return thickest ?? OUTER_WALL_M
}

/** Cuts an outer stretch where the outline comes near or goes away, so that each part lies between one thing and another. */
function splitByOutline(stretch: GraphStretch, outline: readonly Point[], freshIndex: () => number): readonly GraphStretch[] {
  const { from, to, edges } = stretch
  const hasLeft = edges.some(({ edge, isForward }) => isForward && isOfRoom(edge))
  const hasRight = edges.some(({ edge, isForward }) => !isForward && isOfRoom(edge))
  if (hasLeft === hasRight) return [stretch]
  const dx = to.x - from.x
  const dy = to.y - from.y
  const long = Math.sqrt(dx * dx + dy * dy)
  if (long < 2 * SHORTEST_SPLIT_MM) return [stretch]
  const reach = reachBeside(stretch) * (hasLeft ? -1 : 1)
  const ox = from.x - (dy / long) * reach
  const oy = from.y + (dx / long) * reach
  const cuts: number[] = []
  let a = outline[outline.length - 1]!
  for (const b of outline) {
    const sideA = dx * (a.y - oy) - dy * (a.x - ox)
    const sideB = dx * (b.y - oy) - dy * (b.x - ox)
    if (sideA > 0 !== sideB > 0) {
      const t = sideA / (sideA - sideB)
      const at = ((a.x + t * (b.x - a.x) - ox) * dx + (a.y + t * (b.y - a.y) - oy) * dy) / long
      if (at > SHORTEST_SPLIT_MM && at < long - SHORTEST_SPLIT_MM) cuts.push(at)
    }
    a = b
  }
  const parts: GraphStretch[] = []
  let start = from
  let last = 0
  for (const at of cuts.sort((p, q) => p - q)) {
    if (at - last < SHORTEST_SPLIT_MM) continue
    const node: Node = { x: from.x + roundOffset((dx / long) * at), y: from.y + roundOffset((dy / long) * at), index: freshIndex() }
    parts.push({ from: start, to: node, edges })
    start = node
    last = at
  }
  parts.push({ from: start, to, edges })
  return parts
}
