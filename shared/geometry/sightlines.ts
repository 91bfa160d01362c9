import { filled } from '#shared/base/filled'
import { longer } from '#shared/base/longer'
import { awayFrom, type GroupedBlockers, groupBlockers, HAIR_MM } from './blocker-groups'
import {
  BINS,
  type BinSet,
  binSet,
  doSectorsMeet,
  greatestIn,
  nextSpan,
  type Sector,
  sectorOf,
  sectorOfSegment,
  span,
  startSpans,
} from './directions'
import type { Point } from './point'
import { cornersOfBox } from './polygon'

/**
 * Something that hides what is behind it: the corners of a convex ring, or the two ends of a thin wall.
 * Its identity tells whether it changed.
 */
export type Blocker = readonly Point[]

/** Blockers prepared for looking. Coordinates in any one unit; lengths and limits are in it too. */
export type SightField = {
  readonly blockers: ReadonlySet<Blocker>
  readonly views: Map<string, View>
  /** An earlier field that differs little, for views that the edit left as they were. */
  readonly before: Before | undefined
}

type Before = { readonly views: ReadonlyMap<string, View>; readonly removed: ReadonlySet<Blocker>; readonly added: readonly Blocker[] }

/** What can be seen from one eye: of all blockers those that are nearest in some direction, and how far each direction is open at most. */
export type View = {
  readonly eye: Point
  readonly nearest: readonly Blocker[]
  /** Where each of `nearest` stands. */
  readonly sectors: readonly Sector[]
  readonly depth: Float64Array
}

/** Differences below this are rounding. In the unit of the field, which is millimetres here. */
export const NOISE = 1e-6

/**
 * A field of blockers. Views of the one of `earlier` fields that differs least stay the very same
 * objects, where no added or removed blocker can touch them.
 */
export function sightField(list: readonly Blocker[], earlier: readonly SightField[] = []): SightField {
  const blockers = new Set(list)
  let before: Before | undefined
  let least = Number.POSITIVE_INFINITY
  for (const field of earlier) {
    const added = list.filter((blocker) => !field.blockers.has(blocker))
    const removed = new Set<Blocker>()
    for (const blocker of field.blockers) if (!blockers.has(blocker)) removed.add(blocker)
    if (removed.size + added.length >= least) continue
    least = removed.size + added.length
    before = { views: field.views, removed, added }
  }
  return { blockers, views: new Map(), before }
}

/** What can be seen from `eye`. The same eye in the same field gives the same object. */
export function viewFrom(field: SightField, eye: Point): View {
  const name = `${eye.x},${eye.y}`
  let view = field.views.get(name)
  if (view === undefined) {
    const old = field.before?.views.get(name)
    view = old === undefined ? newView(field.blockers, eye) : viewAfter(old, field.blockers, field.before!)
    field.views.set(name, view)
  }
  return view
}

/** A view before an edit, and the directions in which it differs from the one after. */
type Change = { readonly before: View; readonly bins: BinSet }

const changes = new WeakMap<View, Change>()

/** The view before the last edit, of which `seesTheSame` can tell how much is left. */
export function viewBefore(view: View): View | undefined {
  return changes.get(view)?.before
}

/** Is all that this view sees of a-b, and will of anything in its directions, what it saw before the last edit. */
export function seesTheSame(view: View, ax: number, ay: number, bx: number, by: number): boolean {
  const change = changes.get(view)
  return change !== undefined && !change.bins.meets(sectorOfSegment(view.eye, ax, ay, bx, by))
}

/** The view of an edited field: the same object where the edit cannot be seen, else worked out anew in the directions where it can. */
function viewAfter(old: View, blockers: ReadonlySet<Blocker>, { removed, added }: Before): View {
  const { eye } = old
  const bins = binSet()
  const gone = old.nearest.filter((blocker) => removed.has(blocker))
  const come = added.filter((blocker) => mayBlockerBeSeen(old, blocker))
  if (gone.length === 0 && come.length === 0) return old
  // A view before an edit is its own from now on: what it sees it works out, so that views do not pile up.
  changes.delete(old)
  for (const blocker of [...gone, ...come]) bins.add(sectorOf(eye, blocker))
  const depth = old.depth.slice()
  for (let bin = 0; bin < BINS; bin++) if (bins.has(bin)) depth[bin] = Number.POSITIVE_INFINITY
  const all = [...blockers]
  const allSectors = all.map((blocker) => sectorOf(eye, blocker))
  const touched = all.filter((_, index) => bins.meets(allSectors[index]!))
  measureDepth(depth, eye, touched, bins)
  const wasNearest = new Set(old.nearest)
  const seen = binSet()
  const nearest: Blocker[] = []
  const sectors: Sector[] = []
  const view = { eye, nearest, sectors, depth }
  all.forEach((blocker, index) => {
    const sector = allSectors[index]!
    const was = wasNearest.has(blocker)
    const is = bins.meets(sector) ? mayBlockerBeSeen(view, blocker) : was
    if (is !== was) seen.add(sector)
    if (!is) return
    nearest.push(blocker)
    sectors.push(sector)
  })
  for (const blocker of [...gone, ...come]) seen.add(sectorOf(eye, blocker))
  changes.set(view, { before: old, bins: seen })
  return view
}

/** How far one looks at first: most directions from an eye are closed by the walls of a room. Millimetres, in diamond distance. */
const FIRST_LOOK = 8000

function newView(blockers: ReadonlySet<Blocker>, eye: Point): View {
  const depth = new Float64Array(BINS).fill(Number.POSITIVE_INFINITY)
  const grouped = filled(groupsOfFields, blockers, () => groupBlockers([...blockers]))
  const isOff = new Uint8Array(grouped.all.length).fill(1)
  forgetParts()
  closeBy(depth, eye, blockersNear(grouped, eye, isOff), undefined)
  closeBy(depth, eye, blockersInOpen(grouped, eye, depth, isOff), undefined)
  const nearest: Blocker[] = []
  const sectors: Sector[] = []
  const view = { eye, nearest, sectors, depth }
  const { all } = grouped
  for (let index = 0; index < all.length; index++) {
    const blocker = all[index]!
    if (isOff[index] === 1 ? !isEdgeOn(eye, blocker) : !mayBlockerBeSeen(view, blocker)) continue
    nearest.push(blocker)
    sectors.push(sectorOf(eye, blocker))
  }
  return view
}

const groupsOfFields = new WeakMap<ReadonlySet<Blocker>, GroupedBlockers>()

/** What one looks at first. It is no longer off. */
function blockersNear({ all, boxes, groups }: GroupedBlockers, { x, y }: Point, isOff: Uint8Array): readonly Blocker[] {
  const found: Blocker[] = []
  for (let i = 0; i < groups.length; i++) {
    const { box, members } = groups[i]!
    if (awayFrom(box, 0, x, y) > FIRST_LOOK) continue
    for (let k = 0; k < members.length; k++) {
      const index = members[k]!
      if (awayFrom(boxes, 4 * index, x, y) > FIRST_LOOK) continue
      isOff[index] = 0
      found.push(all[index]!)
    }
  }
  return found
}

/** What stands further off matters in directions that are open that far. It is no longer off. */
function blockersInOpen({ all, groups }: GroupedBlockers, eye: Point, depth: Float64Array, isOff: Uint8Array): readonly Blocker[] {
  const open = binSet((bin) => depth[bin]! + 1 >= FIRST_LOOK)
  const found: Blocker[] = []
  for (let i = 0; i < groups.length; i++) {
    const { ring, members } = groups[i]!
    if (!open.meets(sectorOf(eye, ring))) continue
    for (let k = 0; k < members.length; k++) {
      const index = members[k]!
      if (isOff[index] === 0 || !open.meets(sectorOf(eye, all[index]!))) continue
      isOff[index] = 0
      found.push(all[index]!)
    }
  }
  return found
}

/** Of a blocker that other things hide: does it count as seen all the same, as one does that is looked at from its very line. */
function isEdgeOn(eye: Point, blocker: Blocker): boolean {
  let hasFront = false
  for (let i = 0; i < (blocker.length === 2 ? 1 : blocker.length); i++) {
    const a = blocker[i]!
    const b = blocker[i + 1 === blocker.length ? 0 : i + 1]!
    if (blocker.length > 2 && !isFront(eye, a, b)) continue
    hasFront = true
    if ((a.x - eye.x) * (b.y - eye.y) - (a.y - eye.y) * (b.x - eye.x) === 0) return true
  }
  return !hasFront
}

/** How far one can see at most in each direction, or in some of them; the others are left as they are. */
function measureDepth(depth: Float64Array, eye: Point, blockers: readonly Blocker[], bins: BinSet | undefined): void {
  forgetParts()
  closeBy(depth, eye, blockers, bins)
}

/** Closes directions by some blockers, and by these together with those before them. */
function closeBy(depth: Float64Array, eye: Point, blockers: readonly Blocker[], bins: BinSet | undefined): void {
  for (let index = 0; index < blockers.length; index++) {
    const blocker = blockers[index]!
    // An eye within a blocker sees none of its fronts: its sides close every direction from inside.
    if (!coverBy(depth, eye, blocker, bins, true)) coverBy(depth, eye, blocker, bins, false)
  }
  for (let part = 0; part < parts.count; part++) {
    const bin = parts.bin[part]!
    if (parts.head[bin] === part) depth[bin] = Math.min(depth[bin]!, depthOfParts(part))
  }
}

/** Closes directions by the sides of a blocker, or by its fronts alone. False: it has none of these. */
function coverBy(depth: Float64Array, eye: Point, blocker: Blocker, bins: BinSet | undefined, isFrontOnly: boolean): boolean {
  const isThin = blocker.length === 2
  let hasFront = false
  for (let i = 0; i < (isThin ? 1 : blocker.length); i++) {
    const a = blocker[i]!
    const b = blocker[i + 1 === blocker.length ? 0 : i + 1]!
    if (isFrontOnly && !isThin && !isFront(eye, a, b)) continue
    hasFront = true
    if (!startSpans(eye, a, b)) continue
    while (nextSpan()) {
      const { bin, from, to, far } = span
      if ((bins !== undefined && !bins.has(bin)) || far >= depth[bin]!) continue
      if (from === 0 && to === 1) depth[bin] = far
      else addPart(bin, from, to, far)
    }
  }
  return hasFront
}

function mayBlockerBeSeen(view: View, blocker: Blocker): boolean {
  const isThin = blocker.length === 2
  let hasFront = false
  for (let i = 0; i < (isThin ? 1 : blocker.length); i++) {
    const a = blocker[i]!
    const b = blocker[i + 1 === blocker.length ? 0 : i + 1]!
    if (!isThin && !isFront(view.eye, a, b)) continue
    hasFront = true
    if (mayBeSeen(view, a, b)) return true
  }
  return !hasFront
}

/** Is the eye on the outer side of a side of a counter-clockwise ring: the others stand behind these. */
function isFront(eye: Point, a: Point, b: Point): boolean {
  return (b.x - a.x) * (eye.y - a.y) - (b.y - a.y) * (eye.x - a.x) < 0
}

/** Parts of directions' bins, from 0 to 1, that single sides cover, and how far each does: those of a bin from `head` along `next`. */
const parts = {
  count: 0,
  head: new Int32Array(BINS),
  bin: new Int32Array(1024),
  next: new Int32Array(1024),
  from: new Float64Array(1024),
  to: new Float64Array(1024),
  far: new Float64Array(1024),
}

function forgetParts(): void {
  parts.count = 0
  parts.head.fill(-1)
}

function addPart(bin: number, from: number, to: number, far: number): void {
  const part = parts.count++
  if (part === parts.next.length) {
    parts.bin = longer(parts.bin, new Int32Array(2 * part))
    parts.next = longer(parts.next, new Int32Array(2 * part))
    parts.from = longer(parts.from, new Float64Array(2 * part))
    parts.to = longer(parts.to, new Float64Array(2 * part))
    parts.far = longer(parts.far, new Float64Array(2 * part))
  }
  parts.bin[part] = bin
  parts.from[part] = from
  parts.to[part] = to
  parts.far[part] = far
  parts.next[part] = parts.head[bin]!
  parts.head[bin] = part
}

/** Parts of one bin, nearest first, and those of them that are taken, by where they begin. */
const nearFirst: number[] = []
const chosen: number[] = []

/** How far one can see at most in a bin that several sides cover together; infinite where they leave a gap. */
function depthOfParts(head: number): number {
  const { next, from, to, far } = parts
  nearFirst.length = 0
  for (let part = head; part >= 0; part = next[part]!) insert(nearFirst, far, part)
  chosen.length = 0
  for (let i = 0; i < nearFirst.length; i++) {
    insert(chosen, from, nearFirst[i]!)
    let covered = 0
    for (let k = 0; k < chosen.length; k++) if (from[chosen[k]!]! <= covered) covered = Math.max(covered, to[chosen[k]!]!)
    if (covered >= 1) return far[nearFirst[i]!]!
  }
  return Number.POSITIVE_INFINITY
}

function insert(list: number[], by: Float64Array, part: number): void {
  let hole = list.length
  while (hole > 0 && by[list[hole - 1]!]! > by[part]!) {
    list[hole] = list[hole - 1]!
    hole -= 1
  }
  list[hole] = part
}

/** May any point of a-b be seen: false only where every direction to it is closed nearer. */
export function mayBeSeen({ eye, depth }: View, a: Point, b: Point): boolean {
  if (!startSpans(eye, a, b)) return true
  while (nextSpan()) if (!(span.near > depth[span.bin]! + NOISE)) return true
  return false
}

/** The same of anything in a box, which counts as a hair larger: what rounding puts on its edge is in it. */
export function mayBoxBeSeen({ eye, depth }: View, left: number, low: number, right: number, high: number): boolean {
  const [x0, y0, x1, y1] = [left - HAIR_MM, low - HAIR_MM, right + HAIR_MM, high + HAIR_MM]
  const away = Math.max(0, x0 - eye.x, eye.x - x1) + Math.max(0, y0 - eye.y, eye.y - y1)
  if (away === 0) return true
  return !(away > greatestIn(depth, sectorOf(eye, cornersOfBox({ left: x0, bottom: y0, right: x1, top: y1 }))))
}

/**
 * Is `point` seen: no further than `limit`, and nothing between. Grazing a corner, or the end of a wall,
 * does not hide; passing exactly between two blockers that touch there does.
 */
export function sees({ eye, nearest, sectors }: View, point: Point, limit: number): boolean {
  const dx = point.x - eye.x
  const dy = point.y - eye.y
  const long = dx * dx + dy * dy
  if (long > limit * limit + NOISE) return false
  if (long === 0) return true
  const grazedLeft: number[] = []
  const grazedRight: number[] = []
  const sector = sectorOfSegment(eye, point.x, point.y, point.x, point.y)
  for (let index = 0; index < nearest.length; index++) {
    if (!doSectorsMeet(sectors[index]!, sector)) continue
    const blocker = nearest[index]!
    let least = Number.POSITIVE_INFINITY
    let most = Number.NEGATIVE_INFINITY
    let hasLeft = false
    let hasRight = false
    let last = blocker[blocker.length - 1]!
    let lastSide = dx * (last.y - eye.y) - dy * (last.x - eye.x)
    for (const p of blocker) {
      const side = dx * (p.y - eye.y) - dy * (p.x - eye.x)
      if (side > 0) hasLeft = true
      else if (side < 0) hasRight = true
      const share = side > 0 !== lastSide > 0 || side < 0 !== lastSide < 0 ? lastSide / (lastSide - side) : undefined
      for (const at of [share, side === 0 ? 1 : undefined]) {
        if (at === undefined) continue
        const along = ((last.x + (p.x - last.x) * at - eye.x) * dx + (last.y + (p.y - last.y) * at - eye.y) * dy) / long
        if (along < least) least = along
        if (along > most) most = along
      }
      last = p
      lastSide = side
    }
    if (least > most || most <= 0 || least >= 1) continue
    if (hasLeft && hasRight) {
      if (blocker.length === 2 ? least > 0 && most < 1 : Math.min(most, 1) - Math.max(least, 0) > 1e-12) return false
    } else if (hasLeft) grazedLeft.push(least, most)
    else if (hasRight) grazedRight.push(least, most)
  }
  for (let i = 0; i < grazedLeft.length; i += 2) {
    for (let j = 0; j < grazedRight.length; j += 2) {
      const start = Math.max(grazedLeft[i]!, grazedRight[j]!)
      const end = Math.min(grazedLeft[i + 1]!, grazedRight[j + 1]!)
      if (start <= end + 1e-12 && end > 0 && start < 1) return false
    }
  }
  return true
}
