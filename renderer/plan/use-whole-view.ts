import { useEffect, useEffectEvent, useRef } from 'react'
import { type Camera, type Extent, resized, type Size } from './camera'
import type { PlanLens } from './plan-lens'

/** What the whole plan is: this storey, and the one beside it. The key stays the same for as long as they are the same storeys. */
export type Whole = { readonly key: string; readonly extent: Extent | undefined }

export type WholeView = {
  readonly lens: PlanLens
  readonly whole: Whole
  /** Counts the times that the whole plan was asked for. */
  readonly fitCount: number
  readonly size: Size
  /** A button is held over a plan that looks through this lens, or something is being drawn on it. */
  readonly isAtWork: boolean
  /** The camera that shows a whole extent. */
  readonly cameraOf: (extent: Extent, size: Size) => Camera
}

/**
 * Shows the whole plan at first, when it is asked for, and for as long as nobody has panned or zoomed: then it stays in view however the
 * panels and designs change. An edit leaves the view alone. A panel that grows moves nothing under a hand at work: the whole is shown
 * again once it is done.
 */
export function useWholeView({ lens, whole, fitCount, size, isAtWork, cameraOf }: WholeView): void {
  const isOwed = useRef(false)
  const show = useEffectEvent((wholeKey: string, count: number, now: Size) => {
    const before = lens.getState().shownAt
    lens.setState({ shownAt: now })
    if (now.width === 0 || whole.extent === undefined || wholeKey !== whole.key) return
    const isAsked = lens.getState().fitCount !== count
    isOwed.current = isAtWork && !isAsked
    if (isOwed.current) return lens.setState(({ camera }) => ({ camera: resized(camera, before, now) }))
    if (isAsked) lens.setState({ isFitted: true, fitCount: count })
    if (lens.getState().isFitted) lens.setState({ camera: cameraOf(whole.extent, now) })
  })
  useEffect(() => show(whole.key, fitCount, size), [whole.key, fitCount, size])

  const showOwed = useEffectEvent(() => {
    if (isOwed.current) show(whole.key, fitCount, size)
  })
  useEffect(() => {
    if (!isAtWork) showOwed()
  }, [isAtWork])
}
