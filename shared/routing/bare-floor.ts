import { z } from 'zod'
import { type Message, message } from '#shared/base/message'
import { LARGEST_COORDINATE_M } from '#shared/base/units'
import { doubleArea } from '#shared/geometry/orientation'
import type { IntegerRing, Solid, WalkableFloor } from '#shared/walkable/walkable-floor'

const Coordinate = z.number().min(-LARGEST_COORDINATE_M).max(LARGEST_COORDINATE_M)
const Place = z.tuple([Coordinate, Coordinate])
const Ring = z.array(Place).min(3).max(100_000)

/** A floor without rooms: engine.md, format of the open floors. Unknown fields are left alone. Metres. */
const BareFloor = z.object({ outer: Ring, obstacles: z.array(z.object({ polygon: Ring })).max(100_000) })

/** Storeys by their names or ids, where the design has several; none given: the lowest. */
const Pairs = z
  .array(
    z.object({
      id: z.union([z.string(), z.number()]),
      start: Place,
      goal: Place,
      startStorey: z.string().max(200).optional(),
      goalStorey: z.string().max(200).optional(),
    }),
  )
  .max(1_000_000)

/** One question of `wardwright route`. Metres. */
export type Pair = z.infer<typeof Pairs>[number]

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Message }

/** Reads a bare floor from parsed JSON; coordinates are rounded to whole millimetres. */
export function bareFloor(json: unknown): Read<WalkableFloor> {
  const read = BareFloor.safeParse(json)
  if (!read.success) return { ok: false, problem: problemOf('route.floorUnreadable', read.error) }
  const outer = ringOf(read.data.outer)
  if (outer.length < 6) return { ok: false, problem: message('route.floorEmpty') }
  const solids: Solid[] = []
  read.data.obstacles.forEach(({ polygon }, index) => {
    const ring = ringOf(polygon)
    if (ring.length >= 4) solids.push({ key: String(index), ring })
  })
  return { ok: true, value: { boundary: [outer], solids, regions: [], thresholds: [] } }
}

/** Reads the pairs from parsed JSON. */
export function pairsOf(json: unknown): Read<readonly Pair[]> {
  const read = Pairs.safeParse(json)
  return read.success ? { ok: true, value: read.data } : { ok: false, problem: problemOf('route.pairsUnreadable', read.error) }
}

function problemOf(key: string, error: z.ZodError): Message {
  const issue = error.issues[0]
  const place = issue?.path.join('.') ?? ''
  return place === '' ? message(`${key}Whole`, { problem: issue?.message ?? '' }) : message(key, { place, problem: issue?.message ?? '' })
}

/** Counter-clockwise, in whole millimetres, without repeated corners; flat rings become a segment, blocked on both sides. */
function ringOf(places: readonly (readonly [number, number])[]): IntegerRing {
  const ring: number[] = []
  for (const [x, y] of places) {
    const px = Math.round(x * 1000) + 0
    const py = Math.round(y * 1000) + 0
    if (ring.length > 0 && ring.at(-2) === px && ring.at(-1) === py) continue
    ring.push(px, py)
  }
  while (ring.length > 2 && ring[0] === ring.at(-2) && ring[1] === ring.at(-1)) ring.length -= 2
  const area = doubleArea(ring)
  if (area > 0) return ring
  if (area === 0) return flatRing(ring)
  const turned: number[] = []
  for (let i = ring.length - 2; i >= 0; i -= 2) turned.push(ring[i]!, ring[i + 1]!)
  return turned
}

/** The two corners of a ring without area that lie furthest apart. */
function flatRing(ring: readonly number[]): IntegerRing {
  let from = 0
  let to = 0
  const before = (i: number, j: number) => ring[i]! - ring[j]! || ring[i + 1]! - ring[j + 1]!
  for (let i = 2; i < ring.length; i += 2) {
    if (before(i, from) < 0) from = i
    if (before(i, to) > 0) to = i
  }
  return from === to ? ring.slice(0, 2) : [ring[from]!, ring[from + 1]!, ring[to]!, ring[to + 1]!]
}
