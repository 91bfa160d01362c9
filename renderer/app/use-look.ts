import { useEffect, useEffectEvent, useRef } from 'react'
import type { Id } from '#shared/base/ids'
import type { BuildingStorey } from '#shared/building/building'
import { elementPoints } from '#shared/building/element-points'
import { boxOf } from '#shared/geometry/polygon'
import { nearer, panned } from '../plan/camera'
import type { PlanLens } from '../plan/plan-lens'
import { useView } from '../state/react'
import type { LookWish } from '../state/view-store'

/** How much nearer a press brings, and how many pixels it goes aside. */
export const LOOK_STEP = { nearer: 1.25, pan: 80 }
/** Round what is selected, so much of its surroundings is shown. Metres. */
const AROUND_M = 2

/** Does with each new wish to look nearer, or elsewhere, what is to be done with it. */
export function useLook(heed: (wish: LookWish) => void): void {
  const look = useView((view) => view.look)
  const last = useRef(look.count)
  const heeded = useEffectEvent(heed)
  useEffect(() => {
    if (last.current !== look.count) heeded(look.wish)
    last.current = look.count
  }, [look])
}

/** What keys and buttons do with where plans look, and to what is selected in 3D as well: both show what a lens is wanted to. */
export function usePlanLook(lens: PlanLens, storey: BuildingStorey | undefined, selected: readonly Id[]): void {
  useLook((wish) => {
    if (wish === 'selected') {
      const points = storey === undefined ? [] : selected.flatMap((id) => elementPoints(storey, id))
      if (points.length === 0) return
      const { left, right, bottom, top } = boxOf(points)
      lens.setState({ wanted: { left: left - AROUND_M, right: right + AROUND_M, bottom: bottom - AROUND_M, top: top + AROUND_M } })
      return
    }
    const { nearer: factor, pan } = LOOK_STEP
    lens.setState(({ camera }) => ({
      isFitted: false,
      camera:
        wish === 'nearer' || wish === 'further'
          ? nearer(camera, wish === 'nearer' ? factor : 1 / factor)
          : panned(camera, { x: wish === 'left' ? pan : wish === 'right' ? -pan : 0, y: wish === 'up' ? pan : wish === 'down' ? -pan : 0 }),
    }))
  })
}
