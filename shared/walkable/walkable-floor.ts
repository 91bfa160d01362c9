import type { Id } from '#shared/base/ids'
import type { Flow } from '#shared/document/vocabulary'

/** x0, y0, x1, y1, ... in whole millimetres. */
export type IntegerRing = readonly number[]

/**
 * Something a body cannot enter: counter-clockwise ring; two points make a segment blocked on both
 * sides (a wall of thickness 0). Solids may touch, overlap and share edges. `key` is stable: the same
 * key with the same ring is the same solid.
 */
export type Solid = { readonly key: string; readonly ring: IntegerRing }

/** A room, or (index -1, not listed) the floor inside the outline that no room covers, which all may pass. */
export type Region = {
  readonly key: string
  readonly room: Id
  readonly ring: IntegerRing
  /** May others pass through it. */
  readonly through: boolean
  /** Flows that may enter; undefined: all. */
  readonly admits: readonly Flow[] | undefined
}

/**
 * Where one region is left and another entered: an open door or archway, or an open room edge. Its
 * segment a -> b lies on the centre-line of the wall; `left` is the region on the left of a -> b.
 * It blocks nobody by itself: the rules of a search do.
 */
export type Threshold = {
  readonly key: string
  /** The opening, or undefined for an open room edge. */
  readonly opening: Id | undefined
  readonly ax: number
  readonly ay: number
  readonly bx: number
  readonly by: number
  /** Indices into `regions`; -1 for uncovered floor and the outside of a gate. */
  readonly left: number
  readonly right: number
  /** Clear width in metres; Infinity for an open room edge. */
  readonly width: number
  readonly admits: readonly Flow[] | undefined
  /** The only way it may be walked, seen from a -> b. */
  readonly oneWay: 'toLeft' | 'toRight' | undefined
}

/** The floor of one storey as routing reads it. Whole millimetres. */
export type WalkableFloor = {
  /** Floor lies inside these: outer rings counter-clockwise, holes clockwise, gates' stubs included. */
  readonly boundary: readonly IntegerRing[]
  readonly solids: readonly Solid[]
  readonly regions: readonly Region[]
  readonly thresholds: readonly Threshold[]
}
