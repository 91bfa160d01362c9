import type { Point } from '#shared/geometry/point'

/** A shared run (two or more points) or a crossing (one), on one storey. */
export type ConflictPiece = { readonly storey: number; readonly points: readonly Point[] }

type Segment = { readonly storey: number; readonly a: Point; readonly b: Point; readonly piece: number }

/** Groups pieces that lie less than `gap` metres apart, directly or by way of others. Indices of pieces, groups in the order of their first. */
export function conflictPlaces(pieces: readonly ConflictPiece[], gap: number): readonly (readonly number[])[] {
  const above = [...pieces.keys()]
  const top = (index: number): number => {
    let at = index
    while (above[at] !== at) {
      above[at] = above[above[at]!]!
      at = above[at]!
    }
    return at
  }
  const join = (a: number, b: number) => {
    const [s, t] = [top(a), top(b)]
    if (s !== t) above[Math.max(s, t)] = Math.min(s, t)
  }
  const segments = distinctSegments(pieces, join).sort((a, b) => Math.min(a.a.x, a.b.x) - Math.min(b.a.x, b.b.x))
  for (let i = 0; i < segments.length; i++) {
    const s = segments[i]!
    const right = Math.max(s.a.x, s.b.x) + gap
    for (let j = i + 1; j < segments.length; j++) {
      const t = segments[j]!
      const left = Math.min(t.a.x, t.b.x)
      if (left > right) break
      if (s.storey !== t.storey || top(s.piece) === top(t.piece)) continue
      if (distanceOf(s, t) < gap) join(s.piece, t.piece)
    }
  }
  const groups = new Map<number, number[]>()
  pieces.forEach((_, index) => {
    const root = top(index)
    const group = groups.get(root)
    if (group === undefined) groups.set(root, [index])
    else group.push(index)
  })
  return [...groups.values()]
}

/** Many routes share the very same runs: each segment is looked at once. */
function distinctSegments(pieces: readonly ConflictPiece[], join: (a: number, b: number) => void): Segment[] {
  const found = new Map<string, Segment>()
  const add = (segment: Segment) => {
    const { storey, a, b } = segment
    const [ax, ay, bx, by] = [Math.round(a.x * 1e6), Math.round(a.y * 1e6), Math.round(b.x * 1e6), Math.round(b.y * 1e6)]
    const key = ax < bx || (ax === bx && ay < by) ? `${storey}:${ax},${ay};${bx},${by}` : `${storey}:${bx},${by};${ax},${ay}`
    const same = found.get(key)
    if (same === undefined) found.set(key, segment)
    else join(same.piece, segment.piece)
  }
  pieces.forEach(({ storey, points }, piece) => {
    if (points.length === 1) add({ storey, a: points[0]!, b: points[0]!, piece })
    for (let i = 0; i + 1 < points.length; i++) add({ storey, a: points[i]!, b: points[i + 1]!, piece })
  })
  return [...found.values()]
}

/** The distance between two segments, 0 where they cross. */
function distanceOf({ a, b }: Segment, { a: c, b: d }: Segment): number {
  const side = (p: Point, q: Point, r: Point) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
  if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return 0
  return Math.min(fromSegment(a, c, d), fromSegment(b, c, d), fromSegment(c, a, b), fromSegment(d, a, b))
}

function fromSegment(p: Point, a: Point, b: Point): number {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const square = dx * dx + dy * dy
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / square))
  return Math.sqrt((p.x - a.x - t * dx) ** 2 + (p.y - a.y - t * dy) ** 2)
}
