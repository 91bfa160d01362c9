import { robustTurn, turn } from '#shared/geometry/orientation'
import type { FloorParts, NumberedThreshold, RunTable } from './walk-graph'

/** Finds what straight pieces cross. Millimetres. */
export type ThresholdRuns = {
  readonly runs: RunTable
  /**
   * The run of the open piece from u to w: every threshold that has u strictly on one side, w strictly on the
   * other, and its closed segment between. `isWhole`: all coordinates are whole millimetres.
   */
  runOf(ux: number, uy: number, wx: number, wy: number, isWhole: boolean): number
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

  function runOf(ux: number, uy: number, wx: number, wy: number, isWhole: boolean): number {
    const lowX = Math.min(ux, wx)
    const highX = Math.max(ux, wx)
    const lowY = Math.min(uy, wy)
    const highY = Math.max(uy, wy)
    let found: { readonly at: number; readonly crossing: number }[] | undefined
    for (let i = 0; i < lines.length; i++) {
      if (minX[i]! > highX || maxX[i]! < lowX || minY[i]! > highY || maxY[i]! < lowY) continue
      const { ax, ay, bx, by } = lines[i]!
      const side = isWhole ? turn : robustTurn
      const u = side(ax, ay, bx, by, ux, uy)
      const w = side(ax, ay, bx, by, wx, wy)
      if (!((u > 0 && w < 0) || (u < 0 && w > 0))) continue
      const a = side(ux, uy, wx, wy, ax, ay)
      const b = side(ux, uy, wx, wy, bx, by)
      if ((a > 0 && b > 0) || (a < 0 && b < 0)) continue
      found ??= []
      found.push({ at: u / (u - w), crossing: live[i]! * 2 + (u > 0 ? 1 : 0) })
    }
    if (found === undefined) return 0
    if (found.length > 1) found.sort((one, other) => one.at - other.at || one.crossing - other.crossing)
    return runs.intern(found.map(({ crossing }) => crossing))
  }
  return { runs, runOf }
}
