import type { Threshold } from '#shared/walkable/walkable-floor'

/**
 * The graph that one body radius walks, and what a builder of such graphs offers to `routing/`. All
 * coordinates and lengths in this file are millimetres. Numbers of nodes, solids, thresholds and regions
 * that exist before an edit keep their meaning after it; new ones come behind.
 */

/** A ring that blocks what lies on the left of its edges; `outside` is the boundary turned round: all but the floor. */
export type NumberedSolid = { readonly ring: readonly number[]; readonly outside: boolean }

/** `leftRegion` and `rightRegion` are region numbers (stable over edits, -1: uncovered floor), not indices into the floor's list. */
export type NumberedThreshold = Pick<Threshold, 'ax' | 'ay' | 'bx' | 'by'> & { readonly leftRegion: number; readonly rightRegion: number }

/** The floor by number. `undefined`: taken away by an edit. A solid or threshold that changed in any way has a new number. */
export type FloorParts = {
  readonly solids: readonly (NumberedSolid | undefined)[]
  readonly thresholds: readonly (NumberedThreshold | undefined)[]
}

/** What an edit did to the parts; the added ones are numbered from the ends of the former lists. */
export type PartsChange = {
  readonly parts: FloorParts
  readonly removedSolids: readonly number[]
  readonly addedSolids: readonly number[]
  readonly removedThresholds: readonly number[]
  readonly addedThresholds: readonly number[]
}

/** Did an edit leave all parts as they are? */
export function isNothing({ removedSolids, addedSolids, removedThresholds, addedThresholds }: PartsChange): boolean {
  return removedSolids.length + addedSolids.length + removedThresholds.length + addedThresholds.length === 0
}

/**
 * A corner that taut routes bend round: for a radius one free piece of the arc about a corner, walked one
 * way (its twin the other way); for radius 0 one free sector of the corner, span 0, its own twin. Never
 * changed once made: an edit puts another object in its slot. Edge i leaves `leave[i]` along the arc and
 * reaches node `to[i]` at `arrive[i]` along that one's, after a straight piece of `length[i]` and the crossings of run
 * `run[i]`. The way back is from the twin of `to[i]` at its span - arrive to the twin of this node at span - leave, with
 * run ^ 1. `leave` is ascending. Edges of length 0 join the pieces of one arc, or sectors of one corner, that a
 * threshold divides.
 */
export type WalkNode = {
  /** The corner. */
  readonly x: number
  readonly y: number
  /** Length of the arc; 0 for radius 0. */
  readonly span: number
  readonly twin: number
  readonly to: readonly number[]
  readonly leave: readonly number[]
  readonly arrive: readonly number[]
  readonly length: readonly number[]
  readonly run: readonly number[]
}

/** A stop as given; `region` is a region number and decides the side on which a stop on a threshold stands. */
export type StopPoint = { readonly x: number; readonly y: number; readonly region: number }

/**
 * A stop tied to the graph: way i runs from (x, y) straight for `length[i]` to node `to[i]` at `arrive[i]` along
 * its arc. `lead` is the straight line between the stop and (x, y), where the body stands free: 0 when it
 * stands at the stop; it is not part of the lengths. As a goal it is read backwards, over the nodes' twins.
 */
export type JoinedStop = {
  readonly stop: StopPoint
  readonly x: number
  readonly y: number
  readonly lead: number
  readonly to: readonly number[]
  readonly arrive: readonly number[]
  readonly length: readonly number[]
  readonly run: readonly number[]
}

/**
 * A line under way: x and y of its points by turns, in the first `size` places of a list that only ever grows, since tens of thousands
 * are drawn one after the other. Millimetres.
 */
export type Drawing = { readonly points: number[]; size: number }

/** Goes on with a line to (x, y). */
export function drawTo(drawing: Drawing, x: number, y: number): void {
  drawing.points[drawing.size] = x
  drawing.points[drawing.size + 1] = y
  drawing.size += 2
}

/** The straight line between two stops. */
export type DirectWay = { readonly length: number; readonly run: number }

/** What the builder for one radius makes of a floor. */
export type FloorGraph = {
  /** By number; `undefined`: taken away by an edit. */
  readonly nodes: readonly (WalkNode | undefined)[]
  readonly runs: RunTable
  /** `undefined`: the body cannot stand there, nor within `reach` millimetres with a clear straight line between. */
  join(stop: StopPoint, reach: number): JoinedStop | undefined
  /** The same after an edit: `before` itself (===) when nothing about it changed. `before` is of the graph this one was mended from. */
  rejoin(before: JoinedStop, reach: number): JoinedStop | undefined
  /** The straight line between two stops, or `undefined` when walls are between. */
  direct(a: JoinedStop, b: JoinedStop): DirectWay | undefined
  /** True when the edit cannot have changed `direct(a, b)` of two stops that `rejoin` kept. */
  keepsDirect(a: JoinedStop, b: JoinedStop): boolean
  /**
   * Appends the arc of a node between two positions along it (radius 0: the corner), both included, as chords within 1 mm.
   * Answers its radius, above 0 where it turns left; 0: no more than a point. Millimetres.
   */
  draw(node: number, arrive: number, leave: number, drawing: Drawing): number
  /** Has the body room all along a threshold, between jambs at both its ends? False where nobody looked. */
  isOpenAlong(threshold: number): boolean
  /** May a taut route come to `node` from (fromX, fromY) and go on to (toX, toY)? `isShut`: thresholds that count as walls. */
  isTaut(node: number, fromX: number, fromY: number, toX: number, toY: number, isShut: (threshold: number) => boolean): boolean
  /** The graph of the edited floor; shares what it can and leaves this one as it was. */
  mended(change: PartsChange): FloorGraph
}

/** Makes the graph of a whole floor for one radius. */
export type GraphBuilder = (parts: FloorParts, radius: number) => FloorGraph

/**
 * Sequences of crossings by number: `run ^ 1` is the same walked backwards; 0 is empty. A crossing is
 * `threshold * 2`, + 1 when the threshold is crossed from its left to its right.
 */
export type RunTable = {
  readonly size: number
  /** Crossings in walking order. */
  crossings(run: number): readonly number[]
  /** The number of a sequence of crossings. */
  intern(crossings: readonly number[]): number
}

/** The way back of a run. */
export function backwards(run: number): number {
  return run === 0 ? 0 : run ^ 1
}

/** An empty table of runs. An edited graph goes on with the table of the graph it was mended from: numbers only ever get more. */
export function runTable(): RunTable {
  const list: (readonly number[])[] = [[], []]
  // Mostly one is crossed: then it is the key itself.
  const known = new Map<string | number, number>()
  const keyOf = (crossings: readonly number[]) => (crossings.length === 1 ? crossings[0]! : crossings.join())
  return {
    get size() {
      return list.length
    },
    crossings: (run) => list[run] ?? [],
    intern(crossings) {
      if (crossings.length === 0) return 0
      const key = keyOf(crossings)
      const found = known.get(key)
      if (found !== undefined) return found
      const back = crossings.map((crossing) => crossing ^ 1).reverse()
      const run = list.length
      list.push([...crossings], back)
      known.set(keyOf(back), run + 1)
      known.set(key, run)
      return run
    },
  }
}
