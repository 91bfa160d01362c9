import { filled } from '#shared/base/filled'
import type { Point } from '#shared/geometry/point'
import { distanceToSegment, segmentsTouch, signedArea } from '#shared/geometry/polygon'
import type { FloorParts } from '#shared/walkable/walk-graph'

/**
 * What stands on a floor and can be walked round. Two ways with the same ends pass it on different sides where they pass the rays that
 * go up from it (towards larger y) not equally often, each passing counted by its direction.
 */
export type Islands = {
  readonly count: number
  /** Appends the number of each ray that a straight piece passes, + 1, and less than 0 where it is passed from right to left. Millimetres. */
  passed(ax: number, ay: number, bx: number, by: number, to: number[]): void
}

/** What is less across is stepped round without anybody calling that another way. Millimetres. */
const LEAST_ACROSS = 1000

/** A body may come as much nearer to a wall than its radius (decision 2 of `walkable/`), on both sides. Millimetres. */
const HAIR = 0.002

/** How far from a wall without thickness the foot of its ray stands. Millimetres. */
const BESIDE = 0.25

type Ring = {
  readonly points: readonly Point[]
  readonly area: number
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

const islandsOfParts = new WeakMap<FloorParts, Map<number, Islands>>()

/**
 * The islands of a floor for a body: solids that leave no room for it between them are one, and what hangs together with the outer
 * wall is none. `radius` in millimetres.
 */
export function islandsOf(parts: FloorParts, radius: number): Islands {
  return filled(
    filled(islandsOfParts, parts, () => new Map()),
    radius,
    () => newIslands(parts, radius),
  )
}

function newIslands({ solids }: FloorParts, radius: number): Islands {
  const rings = solids.flatMap((solid) => (solid === undefined ? [] : [ringOf(solid.ring)])).sort((a, b) => a.left - b.left)
  const feet = groupsOf(rings, Math.max(0, 2 * radius - HAIR)).flatMap((group): readonly Point[] => {
    // A boundary's ring, turned round, blocks all outside of it.
    const isOutside = group.some(({ area }) => area < 0)
    return isOutside || !isAcross(group) ? [] : [footOf(group)]
  })
  feet.sort((a, b) => a.x - b.x || a.y - b.y)
  return {
    count: feet.length,
    passed(ax, ay, bx, by, to) {
      const [low, high] = ax < bx ? [ax, bx] : [bx, ax]
      for (let i = firstBeyond(feet, low); i < feet.length && feet[i]!.x <= high; i++) {
        const { x, y } = feet[i]!
        if (ay + ((by - ay) * (x - ax)) / (bx - ax) > y) to.push(bx > ax ? i + 1 : -i - 1)
      }
    },
  }
}

/** The first foot further right than `x`. */
function firstBeyond(feet: readonly Point[], x: number): number {
  let low = 0
  let high = feet.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (feet[middle]!.x > x) high = middle
    else low = middle + 1
  }
  return low
}

function ringOf(flat: readonly number[]): Ring {
  const points = Array.from({ length: flat.length / 2 }, (_, i) => ({ x: flat[2 * i]!, y: flat[2 * i + 1]! }))
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  return { points, area: signedArea(points), left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) }
}

/** Rings, given from left to right, that touch or lie nearer to each other than `gap`, directly or by way of others. */
function groupsOf(rings: readonly Ring[], gap: number): readonly (readonly Ring[])[] {
  const above = [...rings.keys()]
  const top = (index: number): number => {
    let at = index
    while (above[at] !== at) at = above[at]!
    return at
  }
  rings.forEach((ring, i) => {
    for (let j = i + 1; j < rings.length && rings[j]!.left <= ring.right + gap; j++) {
      const other = rings[j]!
      if (other.bottom > ring.top + gap || ring.bottom > other.top + gap || top(i) === top(j)) continue
      if (areNear(ring, other, gap)) above[Math.max(top(i), top(j))] = Math.min(top(i), top(j))
    }
  })
  const groups = new Map<number, Ring[]>()
  rings.forEach((ring, index) => {
    const group = groups.get(top(index))
    if (group === undefined) groups.set(top(index), [ring])
    else group.push(ring)
  })
  return [...groups.values()]
}

function areNear({ points }: Ring, other: Ring, gap: number): boolean {
  for (let i = 0; i < points.length; i++) {
    const [a, b] = [points[i]!, points[(i + 1) % points.length]!]
    if (Math.max(a.x, b.x) + gap < other.left || Math.min(a.x, b.x) - gap > other.right) continue
    if (Math.max(a.y, b.y) + gap < other.bottom || Math.min(a.y, b.y) - gap > other.top) continue
    for (let j = 0; j < other.points.length; j++) {
      const [c, d] = [other.points[j]!, other.points[(j + 1) % other.points.length]!]
      if (segmentsTouch(a, b, c, d) || distanceOf(a, b, c, d) < gap) return true
    }
  }
  return false
}

/** Between two segments that do not touch. */
function distanceOf(a: Point, b: Point, c: Point, d: Point): number {
  return Math.min(
    distanceToSegment(a.x, a.y, c, d),
    distanceToSegment(b.x, b.y, c, d),
    distanceToSegment(c.x, c.y, a, b),
    distanceToSegment(d.x, d.y, a, b),
  )
}

/** Are two corners of it as far apart as is asked of an island? */
function isAcross(group: readonly Ring[]): boolean {
  const width = Math.max(...group.map(({ right }) => right)) - Math.min(...group.map(({ left }) => left))
  const height = Math.max(...group.map(({ top }) => top)) - Math.min(...group.map(({ bottom }) => bottom))
  if (Math.max(width, height) >= LEAST_ACROSS) return true
  if (width * width + height * height < LEAST_ACROSS * LEAST_ACROSS) return false
  const points = group.flatMap((ring) => ring.points)
  return points.some((p, i) => points.some((q, j) => j > i && (p.x - q.x) ** 2 + (p.y - q.y) ** 2 >= LEAST_ACROSS * LEAST_ACROSS))
}

/** A point of an island that no way passes through: inside a solid, or, where none has any area, close to the middle of its longest wall. */
function footOf(group: readonly Ring[]): Point {
  let largest = group[0]!
  for (const ring of group) if (ring.area > largest.area) largest = ring
  return largest.area > 0 ? insideOf(largest.points) : besideLongest(group)
}

/** A point inside a ring: between its lowest corner on the left and what lies next to it. */
function insideOf(points: readonly Point[]): Point {
  let at = 0
  points.forEach(({ x, y }, i) => {
    if (x < points[at]!.x || (x === points[at]!.x && y < points[at]!.y)) at = i
  })
  const b = points[at]!
  const a = points[(at + points.length - 1) % points.length]!
  const c = points[(at + 1) % points.length]!
  let farthest: Point | undefined
  let most = 0
  for (const p of points) {
    if (p === a || p === b || p === c || turn(a, b, p) < 0 || turn(b, c, p) < 0 || turn(c, a, p) < 0) continue
    const far = Math.abs(turn(c, a, p))
    if (farthest !== undefined && far <= most) continue
    farthest = p
    most = far
  }
  if (farthest !== undefined) return { x: (b.x + farthest.x) / 2, y: (b.y + farthest.y) / 2 }
  return { x: (a.x + b.x + c.x) / 3, y: (a.y + b.y + c.y) / 3 }
}

function turn(a: Point, b: Point, p: Point): number {
  return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
}

/** On the side of the middle of the whole: a way that slides along the outer side of a room of such walls leaves the foot inside. */
function besideLongest(group: readonly Ring[]): Point {
  const middle = {
    x: (Math.min(...group.map(({ left }) => left)) + Math.max(...group.map(({ right }) => right))) / 2,
    y: (Math.min(...group.map(({ bottom }) => bottom)) + Math.max(...group.map(({ top }) => top))) / 2,
  }
  let best = { x: middle.x, y: middle.y }
  let longest = 0
  for (const { points } of group) {
    points.forEach((a, i) => {
      const b = points[(i + 1) % points.length]!
      const long = Math.sqrt((b.x - a.x) ** 2 + (b.y - a.y) ** 2)
      if (long <= longest) return
      longest = long
      const side = (turn(a, b, middle) < 0 ? -BESIDE : BESIDE) / long
      best = { x: (a.x + b.x) / 2 - (b.y - a.y) * side, y: (a.y + b.y) / 2 + (b.x - a.x) * side }
    })
  }
  return best
}
