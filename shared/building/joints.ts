import type { Point } from '#shared/geometry/point'
import type { WallStretch } from './stretches'
import { REACH_MM } from './wall-graph'

/** One side of an opening that one walks through, on the stretch that it was laid onto. Millimetres. */
export type LaidJamb = {
  readonly stretch: WallStretch
  readonly point: Point
  readonly along: number
  /** The opening lies before it along the stretch, and ends there. */
  readonly isEnd: boolean
}

/** Where the jambs of an opening go, for meeting others; undefined for one that stays. Millimetres. */
export type Joint = { readonly from: Point | undefined; readonly to: Point | undefined }

type Side = { readonly jamb: LaidJamb; readonly index: number; readonly isFrom: boolean }

/**
 * Where openings end to end in one wall share a jamb, by their place among `openings`. Measured along the edges of two rooms and rounded
 * one by one, their jambs may lie a millimetre apart on a slant: the post between them would be in everybody's way, and drawn by nobody.
 */
export function jointsOf(openings: readonly { readonly jambs: readonly [LaidJamb, LaidJamb] | undefined }[]): ReadonlyMap<number, Joint> {
  const joints = new Map<number, Joint>()
  for (const sides of sidesByStretch(openings).values()) {
    if (sides.length < 2) continue
    sides.sort((s, t) => s.jamb.along - t.jamb.along)
    for (let first = 0, next = 1; first < sides.length; first = next, next += 1) {
      while (next < sides.length && sides[next]!.jamb.along - sides[next - 1]!.jamb.along <= REACH_MM) next += 1
      const together = sides.slice(first, next)
      if (!isJoint(together)) continue
      const { point } = nearestToMiddle(together)
      for (const { index, isFrom } of together) {
        const { from, to } = joints.get(index) ?? { from: undefined, to: undefined }
        joints.set(index, isFrom ? { from: point, to } : { from, to: point })
      }
    }
  }
  return joints
}

function sidesByStretch(openings: Parameters<typeof jointsOf>[0]): ReadonlyMap<WallStretch, Side[]> {
  const byStretch = new Map<WallStretch, Side[]>()
  openings.forEach(({ jambs }, index) => {
    jambs?.forEach((jamb, i) => {
      const side = { jamb, index, isFrom: i === 0 }
      const sides = byStretch.get(jamb.stretch)
      if (sides === undefined) byStretch.set(jamb.stretch, [side])
      else sides.push(side)
    })
  })
  return byStretch
}

/** Some opening ends there and another begins; none does both. */
function isJoint(sides: readonly Side[]): boolean {
  if (new Set(sides.map(({ index }) => index)).size < sides.length) return false
  return sides.some(({ jamb }) => jamb.isEnd) && sides.some(({ jamb }) => !jamb.isEnd)
}

/** The same one whichever way the stretch runs. */
function nearestToMiddle(sides: readonly Side[]): LaidJamb {
  const { from, to } = sides[0]!.jamb.stretch
  const off = ({ jamb: { point } }: Side) =>
    Math.abs((point.x * 2 - from.x - to.x) * (to.x - from.x) + (point.y * 2 - from.y - to.y) * (to.y - from.y))
  return sides.reduce((best, side) => (off(side) < off(best) ? side : best)).jamb
}
