import type { Point } from '#shared/geometry/point'
import { alongAxis, clipRing } from './clip-ring'

/** Metres drawn, metres left out, and so on round. */
export type Dashes = readonly number[]

/** A mitre reaches at most so many half widths from its corner; beyond that, the corner is cut square. */
const LONGEST_MITRE = 2

/** A line as wide as `width` metres: convex, counter-clockwise rings that meet without a gap. */
export function bandRings(points: readonly Point[], width: number): readonly (readonly Point[])[] {
  const line = withoutRepeats(points)
  const half = width / 2
  const rings: (readonly Point[])[] = []
  for (let i = 0; i + 1 < line.length; i++) {
    const [from, to] = [line[i] as Point, line[i + 1] as Point]
    const along = unit(from, to)
    const start = sideAt(line[i - 1], from, to, along)
    const end = sideAt(from, to, line[i + 2], along)
    rings.push([
      { x: from.x - start.x * half, y: from.y - start.y * half },
      { x: to.x - end.x * half, y: to.y - end.y * half },
      { x: to.x + end.x * half, y: to.y + end.y * half },
      { x: from.x + start.x * half, y: from.y + start.y * half },
    ])
  }
  return rings
}

/** To the left at a corner, so long that the edges of both pieces go on to where they meet. */
function sideAt(before: Point | undefined, at: Point, after: Point | undefined, along: Point): Point {
  const square = { x: -along.y, y: along.x }
  if (before === undefined || after === undefined) return square
  const [a, b] = [unit(before, at), unit(at, after)]
  const sum = { x: -a.y - b.y, y: a.x + b.x }
  const size = Math.hypot(sum.x, sum.y)
  if (size < 1e-6) return square
  const mitre = { x: sum.x / size, y: sum.y / size }
  const reach = 1 / (mitre.x * square.x + mitre.y * square.y)
  return reach > LONGEST_MITRE || reach < 0 ? square : { x: mitre.x * reach, y: mitre.y * reach }
}

/** The drawn pieces of a dashed line. */
export function dashed(points: readonly Point[], dashes: Dashes): readonly (readonly Point[])[] {
  const line = withoutRepeats(points)
  const pieces: Point[][] = []
  let left = dashes[0] as number
  let index = 0
  let piece: Point[] | undefined = line[0] === undefined ? undefined : [line[0]]
  for (let i = 0; i + 1 < line.length; i++) {
    const to = line[i + 1] as Point
    let at = line[i] as Point
    let length = Math.hypot(to.x - at.x, to.y - at.y)
    while (length > left) {
      const share = left / length
      at = { x: at.x + (to.x - at.x) * share, y: at.y + (to.y - at.y) * share }
      length -= left
      if (piece !== undefined) pieces.push([...piece, at])
      piece = piece === undefined ? [at] : undefined
      index = (index + 1) % dashes.length
      left = dashes[index] as number
    }
    left -= length
    piece?.push(to)
  }
  if (piece !== undefined && piece.length > 1) pieces.push(piece)
  return pieces
}

/** What a slanting hatch over the whole plan leaves of a convex ring: where two rings overlap, their stripes are the same. */
export function hatched(ring: readonly Point[], stripe: number): readonly (readonly Point[])[] {
  const reach = ring.map((point) => alongAxis(SLANT, point))
  const rings: (readonly Point[])[] = []
  const first = Math.floor(Math.min(...reach) / (2 * stripe))
  const last = Math.ceil(Math.max(...reach) / (2 * stripe))
  for (let k = first; k <= last; k++) {
    const piece = clipRing(ring, SLANT, 2 * k * stripe, (2 * k + 1) * stripe)
    if (piece.length > 2) rings.push(piece)
  }
  return rings
}

const SLANT = { at: { x: 0, y: 0 }, along: { x: Math.SQRT1_2, y: -Math.SQRT1_2 } }

/** A ring about a point, as a closed line. */
export function circleLine(centre: Point, radius: number, sides = 32): readonly Point[] {
  return Array.from({ length: sides + 1 }, (_, i) => {
    const angle = (2 * Math.PI * i) / sides
    return { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) }
  })
}

function unit(a: Point, b: Point): Point {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
  return { x: (b.x - a.x) / length, y: (b.y - a.y) / length }
}

function withoutRepeats(points: readonly Point[]): readonly Point[] {
  return points.filter((point, i) => {
    const before = points[i - 1]
    return before === undefined || Math.hypot(point.x - before.x, point.y - before.y) > 1e-6
  })
}
