import type { Storey } from '#shared/document/elements/storey'
import { shrunk } from '#shared/geometry/clip'
import type { Point } from '#shared/geometry/point'
import { signedArea } from '#shared/geometry/polygon'
import { OUTER_WALL_M } from './stretches'

const linesKnown = new WeakMap<readonly Point[], readonly Point[]>()

/**
 * The middle of the outer walls of the usual thickness that stand along the inside of a storey's outline: where the edges of rooms beside
 * it lie. Corners counter-clockwise, whole millimetres in metres; none without an outline, or with one too narrow for walls.
 */
export function outerWallLine({ outline }: Pick<Storey, 'outline'>): readonly Point[] {
  if (outline === undefined) return []
  let line = linesKnown.get(outline)
  if (line === undefined) {
    const rings = shrunk([outline.map(({ x, y }) => ({ x: Math.round(x * 1000), y: Math.round(y * 1000) }))], (OUTER_WALL_M * 1000) / 2)
    const [widest = []] = [...rings].sort((a, b) => signedArea(b) - signedArea(a))
    line = widest.map(({ x, y }) => ({ x: Math.round(x) / 1000, y: Math.round(y) / 1000 }))
    linesKnown.set(outline, line)
  }
  return line
}
