import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Camera, Extent, Size } from './camera'

/** Where plans look. Two plans that share a lens show the same metres at the same place of their view. */
export type LensState = {
  readonly camera: Camera
  /** Nobody has panned or zoomed since the whole was shown: it stays in view however the panels change. */
  readonly isFitted: boolean
  /** The last wish for the whole plan that was met. */
  readonly fitCount: number | undefined
  /** A piece of plan that somebody asked to see, until it is shown. */
  readonly wanted: Extent | undefined
  /** How large the view was when it was last looked to. */
  readonly shownAt: Size
  /** A button is held over a plan. */
  readonly isPressed: boolean
}
export type PlanLens = StoreApi<LensState>

export function createPlanLens(): PlanLens {
  return createStore<LensState>(() => ({
    camera: { x: 0, y: 0, scale: 12 },
    isFitted: true,
    fitCount: undefined,
    wanted: undefined,
    shownAt: { width: 0, height: 0 },
    isPressed: false,
  }))
}
