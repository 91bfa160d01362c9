import { useEffect, useMemo } from 'react'
import type { BuildingStorey } from '#shared/building/building'
import type { Film } from '#shared/simulation/playback/film'
import type { PlayClock } from './clock'
import type { FigureLook } from './figures'
import { Ground, type GroundLayer } from './ground-picture'

/** Heat maps grow so often while the day runs: fewer pictures than frames, and nobody sees it. Milliseconds. */
const GROW_MS = 300

/**
 * The picture on the floor of a storey. Paths grow frame by frame, heat a few times a second; `onChange` is told when it has changed.
 */
export function useGround(
  film: Film,
  storey: number,
  built: BuildingStorey,
  layer: GroundLayer,
  looks: readonly FigureLook[],
  most: number,
  clock: PlayClock,
  onChange: () => void,
): Ground | undefined {
  const ground = useMemo(
    () => (layer === 'none' ? undefined : new Ground(film, storey, built, layer, looks, most)),
    [film, storey, built, layer, looks, most],
  )
  useEffect(() => {
    if (ground === undefined) return undefined
    let grown = Number.NEGATIVE_INFINITY
    let pending = 0
    const grow = (time: number) => {
      const now = performance.now()
      if (layer !== 'paths' && now - grown < GROW_MS) {
        // The last state of a heat map is not left out when the day stops.
        clearTimeout(pending)
        pending = window.setTimeout(() => grow(clock.now()), GROW_MS)
        return
      }
      grown = now
      if (ground.advance(time)) onChange()
    }
    const stop = clock.onFrame(grow)
    return () => {
      clearTimeout(pending)
      stop()
    }
  }, [ground, layer, clock, onChange])
  return ground
}
