import { differingItems, placesBefore } from '#shared/base/differing-items'
import { sameItems } from '#shared/base/same-items'
import { boxAround, placesNear } from '#shared/geometry/box-list'
import { pointToMetres, roundOffset } from '#shared/geometry/millimetres'
import { distanceBetween, isSamePoint, type Point } from '#shared/geometry/point'
import { type Box, boxOf } from '#shared/geometry/polygon'
import type { WallPiece } from './building'
import { boxOfLaid, type Cut, type LaidOpening } from './openings'
import { stretchBoxes, type WallStretch } from './stretches'

/** Two walls meet in one line where the sine of the angle between them is below this: about half a degree. */
const STRAIGHT = 0.01
/** A joint of two outer faces further from its node than this many half thicknesses is cut blunt. */
const LONGEST_MITRE = 4
/** How far a piece reaches into the walls that it meets, where they are thick enough to hide it. Millimetres. */
const OVERLAP_MM = 1
/** Half a wall as thin as this hides nothing: the pieces then share the node itself. Millimetres. */
const THIN_MM = 2

/** One end of a wall at a node, seen from the node: the unit vector outward and half the thickness in millimetres. */
type Arm = { readonly ux: number; readonly uy: number; readonly half: number }
/** Corners of a piece at one of its ends, as offsets from it; `hasTip`: the end itself is a corner too. */
type End = { readonly left: Point; readonly right: Point; readonly hasTip: boolean }
type Piece = {
  readonly stretch: WallStretch
  readonly arm: Arm
  /** The same wall seen from its other end. */
  readonly back: Arm
  readonly from: Point
  readonly to: Point
  readonly isAtFrom: boolean
  readonly isAtTo: boolean
}

/** The walls of a storey, stretch by stretch, and what they were made of. */
export type WallPieces = {
  readonly stretches: readonly WallStretch[]
  readonly openings: readonly LaidOpening[]
  /** Of each stretch, in their order. */
  readonly parts: readonly (readonly Piece[])[]
  readonly walls: readonly (readonly WallPiece[])[]
}

/**
 * The solid pieces that stretches, in the order of their keys, leave between openings. Faces that form an outer corner meet at one
 * point, rounded once; other ends reach into the walls they meet, so that no joint leaves a slit and none sticks out. What neither a
 * stretch nor an opening has changed at since `before` is not looked at, and a piece that comes out as it was is returned itself.
 */
export function wallPieces(stretches: readonly WallStretch[], openings: readonly LaidOpening[], before?: WallPieces): WallPieces {
  const { parts, indexBefore, isNew } = partsOfAll(stretches, openings, before)
  const stands = before === undefined ? undefined : standingOf(before, indexBefore, isNew)
  // A drag asks this of thousands of stretches and pieces of which it changed a handful: nothing is made for those.
  const edited: WallStretch[] = []
  for (let i = 0; i < stretches.length; i++) if (isNew[i]) edited.push(stretches[i]!)
  if (before !== undefined && stands !== undefined) {
    for (let i = 0; i < stands.length; i++) if (stands[i] === 0) edited.push(before.stretches[i]!)
  }
  const changed = nodesOf(edited)
  const boxes = stretchBoxes(stretches)
  // The pieces that end where anything changed, and what else meets them at their other ends.
  const about = placesNear(boxes, changed.box, 0).filter((i) => isNew[i] || changed.has(stretches[i]!.from) || changed.has(stretches[i]!.to))
  const joining = nodesOf(about.map((i) => stretches[i]!))
  const armsAt = new Map<number, Arm[]>()
  const addArm = (node: Point, arm: Arm) => {
    if (!joining.has(node)) return
    const arms = armsAt.get(keyOfPlace(node))
    if (arms === undefined) armsAt.set(keyOfPlace(node), [arm])
    else arms.push(arm)
  }
  for (const i of placesNear(boxes, joining.box, 0)) {
    for (const { stretch, arm, back, isAtFrom, isAtTo } of parts[i]!) {
      if (isAtFrom) addArm(stretch.from, arm)
      if (isAtTo) addArm(stretch.to, back)
    }
  }
  for (const i of about) if (stands !== undefined && !isNew[i]) stands[indexBefore[i]!] = 0
  const old = new Map<string, WallPiece>()
  if (before !== undefined && stands !== undefined) {
    for (let i = 0; i < stands.length; i++) if (stands[i] === 0) for (const wall of before.walls[i]!) old.set(wall.key, wall)
  }
  const walls: (readonly WallPiece[])[] = []
  for (let i = 0; i < stretches.length; i++) walls.push(before?.walls[indexBefore[i]!] ?? NO_WALLS)
  for (const i of about) walls[i] = parts[i]!.map((piece) => joinedPiece(piece, armsAt, old))
  return { stretches, openings, parts, walls }
}

const NO_WALLS: readonly WallPiece[] = []

/** All walls of a storey, each key once: of two slivers of one name, where ends meet within millimetres, the later one. */
export function wallsOf({ stretches, walls }: WallPieces): readonly WallPiece[] {
  const all: WallPiece[] = []
  for (let i = 0; i < walls.length; i++) {
    const { key } = stretches[i]!
    let end = i + 1
    while (end < walls.length && stretches[end]!.key === key) end += 1
    if (end === i + 1) for (const wall of walls[i]!) all.push(wall)
    else all.push(...new Map(walls.slice(i, end).flatMap((own) => own.map((wall) => [wall.key, wall]))).values())
    i = end - 1
  }
  return all
}

function joinedPiece(piece: Piece, armsAt: ReadonlyMap<number, readonly Arm[]>, before: ReadonlyMap<string, WallPiece>): WallPiece {
  const { stretch, from, isAtFrom, isAtTo } = piece
  const atFrom = isAtFrom ? armsAt.get(keyOfPlace(stretch.from))! : NO_ARMS
  const atTo = isAtTo ? armsAt.get(keyOfPlace(stretch.to))! : NO_ARMS
  const key = isAtFrom ? stretch.key : `${stretch.key}+${Math.round(distanceBetween(stretch.from, from))}`
  const known = joined.get(piece)
  if (known !== undefined && before.get(key) === known.wall && sameItems(known.atFrom, atFrom) && sameItems(known.atTo, atTo)) return known.wall
  const wall = keptOrNew(before.get(key), stretch, key, from, piece.to, ringOfPiece(piece, atFrom, atTo))
  joined.set(piece, { atFrom, atTo, wall })
  return wall
}

/** The parts of each stretch; `isNew`: it or its openings changed, else it stood at `indexBefore` just so. */
function partsOfAll(stretches: readonly WallStretch[], openings: readonly LaidOpening[], before: WallPieces | undefined) {
  const indexBefore = placesBefore(before?.stretches ?? [], stretches)
  const isNew = Array.from(indexBefore, (place) => place === -1)
  if (before !== undefined) {
    const { gone, come } = differingItems(before.openings, openings)
    const cutting = [...gone, ...come].filter(({ cuts }) => cuts.length > 0)
    const recut = new Set(cutting.flatMap(({ cuts }) => cuts.map(({ stretch }) => stretch)))
    for (const i of placesNear(stretchBoxes(stretches), boxAround(cutting.map(boxOfLaid)), 0)) if (recut.has(stretches[i]!.key)) isNew[i] = true
  }
  const cutsOf = new Map<string, Cut[]>()
  for (let i = 0; i < stretches.length; i++) if (isNew[i]) cutsOf.set(stretches[i]!.key, [])
  for (const { cuts } of openings) for (const { stretch, cut } of cuts) cutsOf.get(stretch)?.push(cut)
  const parts = stretches.map((stretch, i) => {
    if (!isNew[i]) return before!.parts[indexBefore[i]!]!
    return stretch.kind === 'open' ? NO_PARTS : partsOf(stretch, cutsOf.get(stretch.key) ?? NO_CUTS)
  })
  return { parts, indexBefore, isNew }
}

const NO_PARTS: readonly Piece[] = []

/** Which stretches of before stand just as they were. */
function standingOf(before: WallPieces, indexBefore: Int32Array, isNew: readonly boolean[]): Uint8Array {
  const stands = new Uint8Array(before.stretches.length)
  for (let i = 0; i < isNew.length; i++) if (!isNew[i]) stands[indexBefore[i]!] = 1
  return stands
}

/** The places where these stretches end, and the box about them. */
function nodesOf(stretches: readonly WallStretch[]): { readonly has: (node: Point) => boolean; readonly box: Box } {
  const ends = stretches.flatMap(({ from, to }) => [from, to])
  const places = new Set(ends.map(keyOfPlace))
  return { has: (node) => places.has(keyOfPlace(node)), box: boxOf(ends) }
}

/** A point in millimetres as one number: walls meet where they end at the same one. */
function keyOfPlace({ x, y }: Point): number {
  return (x + 2e7) * 4e7 + y + 2e7
}

const NO_ARMS: readonly Arm[] = []

/** A piece as it was last joined to its neighbours: among the same ones it is the same wall. */
const joined = new WeakMap<Piece, { readonly atFrom: readonly Arm[]; readonly atTo: readonly Arm[]; readonly wall: WallPiece }>()

function ringOfPiece({ arm, back, from, to, isAtFrom, isAtTo }: Piece, atFrom: readonly Arm[], atTo: readonly Arm[]): readonly Point[] {
  if (arm.half < 0.5) return [from, to]
  return ringOf(from, to, isAtFrom ? jointEnd(arm, atFrom) : bluntEnd(arm), isAtTo ? jointEnd(back, atTo) : bluntEnd(back))
}

/** The parts of a stretch as they were last: cut by the same openings they are the same. */
const latestParts = new WeakMap<WallStretch, { readonly cuts: readonly Cut[]; readonly parts: readonly Piece[] }>()
const NO_CUTS: readonly Cut[] = []

function partsOf(stretch: WallStretch, cuts: readonly Cut[]): readonly Piece[] {
  const known = latestParts.get(stretch)
  if (known !== undefined && sameItems(known.cuts, cuts)) return known.parts
  const parts = partsLeft(stretch, cuts)
  latestParts.set(stretch, { cuts, parts })
  return parts
}

function partsLeft(stretch: WallStretch, cuts: readonly Cut[]): readonly Piece[] {
  const { from, to } = stretch
  const long = distanceBetween(from, to)
  const arm: Arm = { ux: (to.x - from.x) / long, uy: (to.y - from.y) / long, half: stretch.thickness * 500 }
  const back = turned(arm)
  if (cuts.length === 0) return [{ stretch, arm, back, from, to, isAtFrom: true, isAtTo: true }]
  const pieces: Piece[] = []
  let start: Point = from
  let isAtFrom = true
  let reached = 0
  for (const cut of [...cuts].sort((c, d) => c.start - d.start || c.end - d.end)) {
    if (cut.start > reached && distanceBetween(start, cut.from) >= 1)
      pieces.push({ stretch, arm, back, from: start, to: cut.from, isAtFrom, isAtTo: false })
    if (cut.end > reached) {
      reached = cut.end
      start = cut.to
    }
    isAtFrom = false
  }
  if (long - reached >= 1) pieces.push({ stretch, arm, back, from: start, to, isAtFrom, isAtTo: true })
  return pieces
}

function ringOf(from: Point, to: Point, atFrom: End, atTo: End): readonly Point[] {
  const corners = [moved(from, atFrom.right), moved(to, atTo.left)]
  if (atTo.hasTip) corners.push(to)
  corners.push(moved(to, atTo.right), moved(from, atFrom.left))
  if (atFrom.hasTip) corners.push(from)
  return corners.filter((p, i) => {
    const next = corners[i + 1 === corners.length ? 0 : i + 1]!
    return p.x !== next.x || p.y !== next.y
  })
}

function bluntEnd({ ux, uy, half }: Arm): End {
  return { left: { x: -uy * half, y: ux * half }, right: { x: uy * half, y: -ux * half }, hasTip: false }
}

function jointEnd(arm: Arm, arms: readonly Arm[]): End {
  if (arms.length === 1) return bluntEnd(arm)
  const others = arms.filter((other) => other.ux !== arm.ux || other.uy !== arm.uy)
  if (others.length === 0) return bluntEnd(arm)
  const next = others.reduce((best, other) => (turnTo(arm, other) < turnTo(arm, best) ? other : best))
  const previous = others.reduce((best, other) => (turnTo(arm, other) > turnTo(arm, best) ? other : best))
  const isHidden = others.every((other) => other.half >= THIN_MM)
  const overlap = isHidden ? OVERLAP_MM : 0
  const past = (neighbour: Arm) => (goesOnThinner(arm, neighbour) ? 0 : overlap)
  return {
    left: faceMeeting(arm, next) ?? { x: -arm.uy * arm.half - arm.ux * past(next), y: arm.ux * arm.half - arm.uy * past(next) },
    right: faceMeeting(previous, arm) ?? { x: arm.uy * arm.half - arm.ux * past(previous), y: -arm.ux * arm.half - arm.uy * past(previous) },
    hasTip: !isHidden,
  }
}

/**
 * Where the left face of `arm` meets the right face of `next`, which follows it counter-clockwise, as an
 * offset from the node: on the outside of a corner, or where both run in one line. Undefined on the
 * inside of a corner, where each simply ends within the other.
 */
function faceMeeting(arm: Arm, next: Arm): Point | undefined {
  const cross = arm.ux * next.uy - arm.uy * next.ux
  const dot = arm.ux * next.ux + arm.uy * next.uy
  if (Math.abs(cross) < STRAIGHT) {
    if (dot > 0 || arm.half !== next.half) return undefined
    return { x: ((next.uy - arm.uy) / 2) * arm.half, y: ((arm.ux - next.ux) / 2) * arm.half }
  }
  if (cross > 0) return undefined
  const ahead = (next.half + arm.half * dot) / cross
  const meeting = { x: -arm.uy * arm.half + arm.ux * ahead, y: arm.ux * arm.half + arm.uy * ahead }
  const longest = LONGEST_MITRE * Math.max(arm.half, next.half)
  if (meeting.x * meeting.x + meeting.y * meeting.y <= longest * longest) return meeting
  return undefined
}

/** A thick wall that goes on as a thinner one ends square at the node: only the thinner reaches into the other. */
function goesOnThinner(arm: Arm, other: Arm): boolean {
  const isStraightOn = Math.abs(arm.ux * other.uy - arm.uy * other.ux) < STRAIGHT && arm.ux * other.ux + arm.uy * other.uy < 0
  return isStraightOn && arm.half > other.half
}

/** Grows with the counter-clockwise angle from one arm to another, from 0 to 4. */
function turnTo(arm: Arm, other: Arm): number {
  const cross = arm.ux * other.uy - arm.uy * other.ux
  const dot = arm.ux * other.ux + arm.uy * other.uy
  const size = Math.abs(cross) + Math.abs(dot)
  const quarter = cross / size
  return dot >= 0 ? (quarter >= 0 ? quarter : 4 + quarter) : 2 - quarter
}

function turned({ ux, uy, half }: Arm): Arm {
  return { ux: -ux, uy: -uy, half }
}

function moved(p: Point, offset: Point): Point {
  return { x: p.x + roundOffset(offset.x), y: p.y + roundOffset(offset.y) }
}

function keptOrNew(before: WallPiece | undefined, stretch: WallStretch, key: string, from: Point, to: Point, ring: readonly Point[]): WallPiece {
  const { kind, thickness, of } = stretch
  const centre = [from, to].map(pointToMetres)
  const corners = ring.map(pointToMetres)
  if (before !== undefined && before.edge === kind && before.thickness === thickness && sameItems(before.of, of)) {
    // The corners are rounded: they may stay where they are while the centre-line moves by a millimetre.
    if (samePoints(before.ring, corners) && samePoints([before.from, before.to], centre)) return before
  }
  return { key, edge: kind === 'glazed' ? 'glazed' : 'wall', thickness, from: centre[0]!, to: centre[1]!, ring: corners, of }
}

function samePoints(a: readonly Point[], b: readonly Point[]): boolean {
  return a.length === b.length && a.every((p, i) => isSamePoint(p, b[i]!))
}
