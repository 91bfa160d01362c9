import type { Barrier } from '#shared/metrics/facing'

/** A line x0, y0, x1, y1, ... as points at even steps, each with the way it runs there. Metres. */
export type Sample = { readonly x: number; readonly y: number; readonly dx: number; readonly dy: number; readonly weight: number }

export function sampled(points: ArrayLike<number>, step: number): readonly Sample[] {
  const samples: Sample[] = []
  for (let i = 0; i + 3 < points.length; i += 2) {
    const dx = points[i + 2]! - points[i]!
    const dy = points[i + 3]! - points[i + 1]!
    const length = Math.hypot(dx, dy)
    const count = Math.max(1, Math.round(length / step))
    for (let k = 0; k < count; k++) {
      const t = (k + 0.5) / count
      samples.push({ x: points[i]! + dx * t, y: points[i + 1]! + dy * t, dx: dx / length, dy: dy / length, weight: length / count })
    }
  }
  return samples
}

/** Does a barrier lie across the sight from one point to another: by the signs of four triangles. */
export function isBlocked(px: number, py: number, qx: number, qy: number, barriers: readonly Barrier[]): boolean {
  return barriers.some(({ ax, ay, bx, by }) => {
    const side = (x0: number, y0: number, x1: number, y1: number, x: number, y: number) => (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)
    return side(ax, ay, bx, by, px, py) * side(ax, ay, bx, by, qx, qy) < 0 && side(px, py, qx, qy, ax, ay) * side(px, py, qx, qy, bx, by) < 0
  })
}
