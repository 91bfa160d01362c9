import type { Sector } from '#shared/geometry/gaps'
import type { Box, PointFloor } from './floor-points'
import type { PairLog } from './pair-log'
import type { PointCorner } from './point-corners'
import type { Sight } from './sight'
import type { ThresholdRuns } from './threshold-runs'
import type { JoinedStop, PartsChange, WalkNode } from './walk-graph'

/** Everything the graph of radius 0 knows; never changed once made. */
export type PointGraph = {
  readonly floor: PointFloor
  readonly sight: Sight
  readonly thresholds: ThresholdRuns
  readonly nodes: readonly (WalkNode | undefined)[]
  /** By point. */
  readonly corners: readonly (PointCorner | undefined)[]
  readonly cornerOf: readonly (PointCorner | undefined)[]
  /** Pairs that may be taut but are blocked, by what blocks them. */
  readonly logs: readonly PairLog[]
  /** What the last edit touched. */
  readonly boxes: readonly Box[]
  readonly change: PartsChange | undefined
  /** Corners made by the last edit, and points that it changed. */
  readonly fresh: readonly PointCorner[]
  readonly changed: ReadonlySet<number>
  /** What is remembered of the stops joined to this graph, and to the one before the edit. */
  readonly details: StopDetails
  readonly formerDetails: StopDetails
}

export type StopDetails = WeakMap<JoinedStop, StopDetail>

/** What is remembered of a joined stop to join it again after an edit. */
export type StopDetail = {
  readonly free: readonly Sector[] | undefined
  readonly home: readonly Home[]
  readonly isWhole: boolean
  /** Corners that may be reached tautly but are hidden, and what hides them. */
  readonly hidden: readonly number[]
  readonly hiddenBy: readonly number[]
}

/** A threshold that a stop lies on, and the side of it where the stop stands. */
export type Home = { readonly threshold: number; readonly dx: number; readonly dy: number; readonly isLeft: boolean }

/** The two sides on which a line may be kept of what it touches, as `Sight` counts them: left, right. */
export const SIDES = [1, 2] as const

/** Does the piece come within the box? Boxes are a millimetre wider than what changed. */
export function meetsBox(box: Box, ax: number, ay: number, bx: number, by: number): boolean {
  if (Math.min(ax, bx) > box.maxX || Math.max(ax, bx) < box.minX || Math.min(ay, by) > box.maxY || Math.max(ay, by) < box.minY) return false
  const dx = bx - ax
  const dy = by - ay
  const one = dx * (box.minY - ay) - dy * (box.minX - ax)
  const two = dx * (box.minY - ay) - dy * (box.maxX - ax)
  const three = dx * (box.maxY - ay) - dy * (box.minX - ax)
  const four = dx * (box.maxY - ay) - dy * (box.maxX - ax)
  return !((one > 0 && two > 0 && three > 0 && four > 0) || (one < 0 && two < 0 && three < 0 && four < 0))
}
