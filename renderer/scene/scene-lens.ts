import { createStore, type StoreApi } from 'zustand/vanilla'
import { between, type SceneCamera } from './scene-camera'

/** Where scenes look. Two scenes that share a lens look from the same side at the same place. */
export type SceneLensState = {
  /** Undefined until a scene is first laid out. */
  readonly camera: SceneCamera | undefined
  /** Nobody has turned, panned or zoomed since a whole was shown: it stays in view however the panels change. */
  readonly isFitted: boolean
}
export type SceneLens = StoreApi<SceneLensState>

const FLIGHT_MS = 200

export function createSceneLens(): SceneLens {
  return createStore<SceneLensState>(() => ({ camera: undefined, isFitted: true }))
}

const flights = new WeakMap<SceneLens, number>()

/** Moves the view smoothly, at once for those who asked for less motion. A new flight ends the one under way. */
export function flyTo(lens: SceneLens, to: SceneCamera, isFitted: boolean): void {
  cancelAnimationFrame(flights.get(lens) ?? 0)
  const from = lens.getState().camera
  if (from === undefined || matchMedia('(prefers-reduced-motion: reduce)').matches) {
    lens.setState({ camera: to, isFitted })
    return
  }
  let began: number | undefined
  const step = (now: number) => {
    began ??= now
    const share = Math.min(1, (now - began) / FLIGHT_MS)
    lens.setState({ camera: share === 1 ? to : between(from, to, 1 - (1 - share) ** 3), isFitted })
    if (share < 1) flights.set(lens, requestAnimationFrame(step))
  }
  flights.set(lens, requestAnimationFrame(step))
}

/** Somebody took hold of the view: the flight under way ends where it is. */
export function landNow(lens: SceneLens): void {
  cancelAnimationFrame(flights.get(lens) ?? 0)
}
