import { robustTurn, turn } from '#shared/geometry/orientation'
import { LEFT } from './sight'
import type { FloorParts, NumberedThreshold, RunTable } from './walk-graph'

/** Finds what straight pieces cross. Millimetres. */
export type ThresholdRuns = {
  readonly runs: RunTable
  /**
   * The run of the open piece from u to w: every threshold that has u strictly on one side, w strictly on the
   * other, and its closed segment between. The piece is walked just left of its line (`LEFT`) or just right of it: a threshold
   * that only ends on the line counts where it comes from that side. `isWhole`: all coordinates are whole millimetres.
   */
  runOf(ux: number, uy: number, wx: number, wy: number, side: number, isWhole: boolean): number
  /** Whether a threshold ended on the line that was asked about last: then its other side may have another run. */
  isSided(): boolean
}

export function thresholdRuns(parts: FloorParts, runs: RunTable): ThresholdRuns {
  const live: number[] = []
  const lines: NumberedThreshold[] = []
  parts.thresholds.forEach((threshold, number) => {
    if (threshold === undefined) return
    live.push(number)
    lines.push(threshold)
  })
  const minX = Float64Array.from(lines, (line) => Math.min(line.ax, line.bx))
  const maxX = Float64Array.from(lines, (line) => Math.max(line.ax, line.bx))
  const minY = Float64Array.from(lines, (line) => Math.min(line.ay, line.by))
  const maxY = Float64Array.from(lines, (line) => Math.max(line.ay, line.by))

  let hasEnd = false

  function runOf(ux: number, uy: number, wx: number, wy: number, side: number, isWhole: boolean): number {
    hasEnd = false
    const lowX = Math.min(ux, wx)
    const highX = Math.max(ux, wx)
    const lowY = Math.min(uy, wy)
    const highY = Math.max(uy, wy)
    let found: { readonly at: number; readonly crossing: number }[] | undefined
    for (let i = 0; i < lines.length; i++) {
      if (minX[i]! > highX || maxX[i]! < lowX || minY[i]! > highY || maxY[i]! < lowY) continue
      const { ax, ay, bx, by } = lines[i]!
      const turnOf = isWhole ? turn : robustTurn
      const u = turnOf(ax, ay, bx, by, ux, uy)
      const w = turnOf(ax, ay, bx, by, wx, wy)
      if (!((u > 0 && w < 0) || (u < 0 && w > 0))) continue
      const a = turnOf(ux, uy, wx, wy, ax, ay)
      const b = turnOf(ux, uy, wx, wy, bx, by)
      if ((a > 0 && b > 0) || (a < 0 && b < 0)) continue
      if (a === 0 || b === 0) {
        hasEnd = true
        if (a + b > 0 !== (side === LEFT)) continue
      }
      found ??= []
      found.push({ at: u / (u - w), crossing: live[i]! * 2 + (u > 0 ? 1 : 0) })
    }
    if (found === undefined) return 0
    if (found.length > 1) found.sort((one, other) => one.at - other.at || one.crossing - other.crossing)
    return runs.intern(found.map(({ crossing }) => crossing))
  }
  return { runs, runOf, isSided: () => hasEnd }
}
