import type { Point } from './point'

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
export type View = { readonly eye: Point; readonly nearest: readonly Blocker[]; readonly depth: Float64Array }

/** Directions are told apart by the angle of a diamond, which needs no arc tangent and grows with the true one: 4 a turn. */
const BINS_A_QUARTER = 128
const BINS = 4 * BINS_A_QUARTER
/** Differences below this are rounding. In the unit of the field, which is millimetres here. */
const NOISE = 1e-6

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
    view = old !== undefined && isUntouched(old, field) ? old : newView(field.blockers, eye)
    field.views.set(name, view)
  }
  return view
}

function isUntouched(view: View, field: SightField): boolean {
  const { removed, added } = field.before!
  if (view.nearest.some((blocker) => removed.has(blocker))) return false
  return !added.some((blocker) => mayBlockerBeSeen(view, blocker))
}

function mayBlockerBeSeen(view: View, blocker: Blocker): boolean {
  let hasFront = false
  for (const [a, b] of sidesOf(blocker)) {
    if (blocker.length > 2 && !isFront(view.eye, a, b)) continue
    hasFront = true
    if (mayBeSeen(view, a, b)) return true
  }
  return !hasFront
}

function newView(blockers: ReadonlySet<Blocker>, eye: Point): View {
  const depth = new Float64Array(BINS).fill(Number.POSITIVE_INFINITY)
  const partial = new Map<number, Partial[]>()
  const cover: SpanVisitor = (bin, from, to, near, far) => {
    if (from === 0 && to === 1) {
      if (far < depth[bin]!) depth[bin] = far
    } else if (far < depth[bin]!) {
      const parts = partial.get(bin)
      if (parts === undefined) partial.set(bin, [{ from, to, near, far }])
      else parts.push({ from, to, near, far })
    }
    return true
  }
  for (const blocker of blockers) {
    let hasFront = false
    for (const [a, b] of sidesOf(blocker)) {
      if (blocker.length > 2 && !isFront(eye, a, b)) continue
      hasFront = true
      visitSpans(eye, a, b, cover)
    }
    // An eye within a blocker sees none of its fronts: its sides close every direction from inside.
    if (!hasFront) for (const [a, b] of sidesOf(blocker)) visitSpans(eye, a, b, cover)
  }
  for (const [bin, parts] of partial) depth[bin] = Math.min(depth[bin]!, depthOfParts(parts))
  const view: View = { eye, nearest: [], depth }
  const nearest: Blocker[] = []
  for (const blocker of blockers) if (mayBlockerBeSeen(view, blocker)) nearest.push(blocker)
  return { eye, nearest, depth }
}

/** Is the eye on the outer side of a side of a counter-clockwise ring: the others stand behind these. */
function isFront(eye: Point, a: Point, b: Point): boolean {
  return (b.x - a.x) * (eye.y - a.y) - (b.y - a.y) * (eye.x - a.x) < 0
}

/** Part of a direction's bin, 0 to 1, that one side of a blocker covers, and how near and far it does. */
type Partial = { readonly from: number; readonly to: number; readonly near: number; readonly far: number }

/** How far one can see at most in a bin that several sides cover together; infinite where they leave a gap. */
function depthOfParts(parts: readonly Partial[]): number {
  const chosen: Partial[] = []
  for (const part of [...parts].sort((p, q) => p.far - q.far)) {
    chosen.push(part)
    let covered = 0
    for (const { from, to } of [...chosen].sort((p, q) => p.from - q.from)) if (from <= covered) covered = Math.max(covered, to)
    if (covered >= 1) return part.far
  }
  return Number.POSITIVE_INFINITY
}

/** May any point of a-b be seen: false only where every direction to it is closed nearer. */
function mayBeSeen(view: View, a: Point, b: Point): boolean {
  const { depth } = view
  const isHidden = visitSpans(view.eye, a, b, (bin, _from, _to, near) => near > depth[bin]! + NOISE)
  return !isHidden
}

/** Told each bin of directions that a side lies in, which part of it, and its least and greatest diamond distance there; false ends the walk. */
type SpanVisitor = (bin: number, from: number, to: number, near: number, far: number) => boolean

/** Walks the directions from `eye` to a-b. True if the visitor never ended it; false too where the eye is on the line a-b. */
function visitSpans(eye: Point, a: Point, b: Point, visit: SpanVisitor): boolean {
  let ax = a.x - eye.x
  let ay = a.y - eye.y
  let bx = b.x - eye.x
  let by = b.y - eye.y
  const turn = ax * by - ay * bx
  if (turn === 0) return false
  if (turn < 0) {
    ;[ax, ay, bx, by] = [bx, by, ax, ay]
  }
  const first = diamond(ax, ay) * BINS_A_QUARTER
  let last = diamond(bx, by) * BINS_A_QUARTER
  if (last < first) last += BINS
  const dx = bx - ax
  const dy = by - ay
  const cross = Math.abs(turn)
  let start = first
  let here = Math.abs(ax) + Math.abs(ay)
  for (let bin = Math.floor(first); start < last; bin++) {
    const end = Math.min(last, bin + 1)
    const there = end === last ? Math.abs(bx) + Math.abs(by) : cross / crossWithDirection(bin + 1, dx, dy)
    if (!visit(bin % BINS, start - bin, end - bin, Math.min(here, there), Math.max(here, there))) return false
    start = end
    here = there
  }
  return true
}

function crossWithDirection(bin: number, dx: number, dy: number): number {
  const turned = bin % BINS
  const quarter = Math.floor(turned / BINS_A_QUARTER)
  const rest = turned / BINS_A_QUARTER - quarter
  if (quarter === 0) return (1 - rest) * dy - rest * dx
  if (quarter === 1) return -rest * dy - (1 - rest) * dx
  if (quarter === 2) return (rest - 1) * dy + rest * dx
  return rest * dy + (1 - rest) * dx
}

function diamond(x: number, y: number): number {
  const size = Math.abs(x) + Math.abs(y)
  if (y >= 0) return x >= 0 ? y / size : 1 - x / size
  return x < 0 ? 2 - y / size : 3 + x / size
}

const sides = new WeakMap<Blocker, readonly (readonly [Point, Point])[]>()

function sidesOf(blocker: Blocker): readonly (readonly [Point, Point])[] {
  let pairs = sides.get(blocker)
  if (pairs === undefined) {
    pairs = blocker.length === 2 ? [[blocker[0]!, blocker[1]!]] : blocker.map((p, i) => [p, blocker[i + 1 === blocker.length ? 0 : i + 1]!])
    sides.set(blocker, pairs)
  }
  return pairs
}

/**
 * Is `point` seen: no further than `limit`, and nothing between. Grazing a corner, or the end of a wall,
 * does not hide; passing exactly between two blockers that touch there does.
 */
export function sees({ eye, nearest }: View, point: Point, limit: number): boolean {
  const dx = point.x - eye.x
  const dy = point.y - eye.y
  const long = dx * dx + dy * dy
  if (long > limit * limit + NOISE) return false
  if (long === 0) return true
  const grazedLeft: number[] = []
  const grazedRight: number[] = []
  for (const blocker of nearest) {
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

/**
 * The parts of a line (x0, y0, x1, y1, ...) that are seen from an eye no further than `limit`, as
 * distances along it: start, end, start, end, ... Exact. Where the line runs along a thin wall it is
 * taken to be on the side of that wall to which a taut route would keep: away from its own turns.
 */
export function visibleStretches(view: View, line: ArrayLike<number>, limit: number): readonly number[] {
  const seen: number[] = []
  let walked = 0
  for (let i = 0; i + 3 < line.length; i += 2) {
    const p = { x: line[i]!, y: line[i + 1]! }
    const q = { x: line[i + 2]!, y: line[i + 3]! }
    const long = Math.sqrt((q.x - p.x) ** 2 + (q.y - p.y) ** 2)
    if (long === 0) continue
    const open = shareWithin(view.eye, p, q, limit)
    if (open !== undefined && mayBeSeen(view, p, q)) {
      const shadows: number[] = []
      const wallSide = turnAfter(line, i) || turnBefore(line, i)
      for (const blocker of view.nearest) addShadow(shadows, view.eye, p, q, blocker, wallSide)
      addOpen(seen, shadows, open, walked, long)
    }
    walked += long
  }
  return seen
}

/** The part of p-q, as shares of it, within `limit` of the eye. */
function shareWithin(eye: Point, p: Point, q: Point, limit: number): readonly [number, number] | undefined {
  const dx = q.x - p.x
  const dy = q.y - p.y
  const square = dx * dx + dy * dy
  const middle = ((eye.x - p.x) * dx + (eye.y - p.y) * dy) / square
  const off = ((eye.x - p.x) * dy - (eye.y - p.y) * dx) ** 2 / square
  const rest = limit * limit - off
  if (rest < 0) return undefined
  const half = Math.sqrt(rest / square)
  const start = Math.max(0, middle - half)
  const end = Math.min(1, middle + half)
  return start < end ? [start, end] : undefined
}

function turnAfter(line: ArrayLike<number>, i: number): number {
  return i + 5 < line.length ? turnAt(line, i) : 0
}

function turnBefore(line: ArrayLike<number>, i: number): number {
  return i >= 2 ? turnAt(line, i - 2) : 0
}

function turnAt(line: ArrayLike<number>, i: number): number {
  const ax = line[i + 2]! - line[i]!
  const ay = line[i + 3]! - line[i + 1]!
  const bx = line[i + 4]! - line[i + 2]!
  const by = line[i + 5]! - line[i + 3]!
  const turn = ax * by - ay * bx
  return Math.abs(turn) < NOISE * (Math.abs(ax) + Math.abs(ay)) ? 0 : turn
}

/** Adds the shadow that a blocker casts on p-q, as shares of it. */
function addShadow(shadows: number[], eye: Point, p: Point, q: Point, blocker: Blocker, wallSide: number): void {
  const dx = q.x - p.x
  const dy = q.y - p.y
  const long = Math.sqrt(dx * dx + dy * dy)
  const height = (dx * (eye.y - p.y) - dy * (eye.x - p.x)) / long
  if (Math.abs(height) <= NOISE) {
    addShadowInLine(shadows, eye, p, dx / long, dy / long, long, blocker)
    return
  }
  const up = height > 0 ? 1 : -1
  // In the frame of the line: u along it, v towards the eye.
  const eyeU = (dx * (eye.x - p.x) + dy * (eye.y - p.y)) / long
  const eyeV = height * up
  let us: number[] = []
  let vs: number[] = []
  let isAllAbove = true
  let isAllBelow = true
  let isOnLine = true
  for (const c of blocker) {
    const v = ((dx * (c.y - p.y) - dy * (c.x - p.x)) / long) * up
    us.push((dx * (c.x - p.x) + dy * (c.y - p.y)) / long)
    vs.push(v)
    if (v > NOISE) isAllBelow = false
    if (Math.abs(v) > NOISE) isOnLine = false
    if (v < eyeV) isAllAbove = false
  }
  if (isOnLine && blocker.length === 2 && wallSide * up > 0) {
    pushShadow(shadows, Math.min(us[0]!, us[1]!) / long, Math.max(us[0]!, us[1]!) / long)
    return
  }
  if (isAllAbove || isAllBelow)
    return // Keep what lies in the triangle of eye, p and q; then every corner that is left throws its shadow by central projection.
  ;[us, vs] = clipped(us, vs, (_u, v) => v)
  ;[us, vs] = clipped(us, vs, (u, v) => u * eyeV - eyeU * v)
  ;[us, vs] = clipped(us, vs, (u, v) => (long - u) * eyeV - (long - eyeU) * v)
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  let highest = 0
  for (let i = 0; i < us.length; i++) {
    const below = eyeV - vs[i]!
    if (below <= NOISE) continue
    const at = eyeU + ((us[i]! - eyeU) * eyeV) / below
    if (at < least) least = at
    if (at > most) most = at
    if (vs[i]! > highest) highest = vs[i]!
  }
  if (highest > NOISE) pushShadow(shadows, least / long, most / long)
}

/** Corners of a convex ring cut by a line: `inside` is positive on the side that stays. */
function clipped(us: readonly number[], vs: readonly number[], inside: (u: number, v: number) => number): [number[], number[]] {
  const keptU: number[] = []
  const keptV: number[] = []
  for (let i = 0; i < us.length; i++) {
    const j = i + 1 === us.length ? 0 : i + 1
    const here = inside(us[i]!, vs[i]!)
    const there = inside(us[j]!, vs[j]!)
    if (here >= 0) {
      keptU.push(us[i]!)
      keptV.push(vs[i]!)
    }
    if (here > 0 !== there > 0 && here !== 0 && there !== 0) {
      const share = here / (here - there)
      keptU.push(us[i]! + (us[j]! - us[i]!) * share)
      keptV.push(vs[i]! + (vs[j]! - vs[i]!) * share)
    }
  }
  return [keptU, keptV]
}

/** The eye lies on the line itself: what crosses the line hides all that is behind it. */
function addShadowInLine(shadows: number[], eye: Point, p: Point, ux: number, uy: number, long: number, blocker: Blocker): void {
  const eyeU = (eye.x - p.x) * ux + (eye.y - p.y) * uy
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  let last = blocker[blocker.length - 1]!
  let lastV = (last.y - p.y) * ux - (last.x - p.x) * uy
  for (const c of blocker) {
    const v = (c.y - p.y) * ux - (c.x - p.x) * uy
    if (v > NOISE !== lastV > NOISE) {
      const share = lastV / (lastV - v)
      const u = (last.x + (c.x - last.x) * share - p.x) * ux + (last.y + (c.y - last.y) * share - p.y) * uy
      least = Math.min(least, u)
      most = Math.max(most, u)
    }
    last = c
    lastV = v
  }
  if (least > most) return
  if (least > eyeU + NOISE) pushShadow(shadows, least / long, 1)
  else if (most < eyeU - NOISE) pushShadow(shadows, 0, most / long)
}

function pushShadow(shadows: number[], start: number, end: number): void {
  const from = Math.max(0, start)
  const to = Math.min(1, end)
  if (from < to) shadows.push(from, to)
}

/** Adds what shadows leave of an open range to the stretches seen so far; slivers of rounding between neighbours are none. */
function addOpen(seen: number[], shadows: readonly number[], open: readonly [number, number], walked: number, long: number): void {
  const order = Array.from({ length: shadows.length / 2 }, (_, i) => 2 * i).sort((i, j) => shadows[i]! - shadows[j]!)
  let from = open[0]
  for (const i of order) {
    addStretch(seen, walked + from * long, walked + Math.min(shadows[i]!, open[1]) * long)
    from = Math.max(from, shadows[i + 1]!)
  }
  addStretch(seen, walked + from * long, walked + open[1] * long)
}

function addStretch(seen: number[], start: number, end: number): void {
  if (end - start <= NOISE) return
  if (seen.length > 0 && start - seen[seen.length - 1]! <= NOISE) seen[seen.length - 1] = end
  else seen.push(start, end)
}
