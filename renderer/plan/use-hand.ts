import { type PointerEvent, useEffect, useEffectEvent, useRef } from 'react'
import type { Id } from '#shared/base/ids'
import type { Point } from '#shared/geometry/point'
import type { Hand, HandPlace } from '../state/hand'
import type { Target } from '../tools/target'
import type { ToolChoice } from '../tools/tool-choice'

/** How far a press may slip before it is a drag, and how near a line something snaps, in pixels. */
const SLIP_PX = 4
const REACH_PX = 9
/** A finger that rests for so long presses with the other button. */
const LONG_PRESS_MS = 550

/** Tools whose points are clicked one after the other: a double click or the other button finishes what they draw. */
const CHAINS: readonly ToolChoice['tool'][] = ['room', 'wall', 'split', 'tape']

export type HandOver = {
  readonly hand: Hand
  readonly tool: ToolChoice
  readonly design: Id
  readonly storey: Id
  readonly middle: Point
  /** Pixels a metre. */
  readonly scale: number
  readonly onPlan: (event: { clientX: number; clientY: number }) => Point
  readonly targetUnder: (under: EventTarget) => Target | undefined
  /** The other button, with a tool in the hand that has nothing to finish. */
  readonly onLeave: () => void
}

/** Tells the tool in the hand what a pointer does over the plan: presses at once, moves at most once a frame, the newest. */
export function useHand({ hand, tool, design, storey, middle, scale, onPlan, targetUnder, onLeave }: HandOver) {
  const isPressed = useRef(false)
  const frame = useRef(0)
  const lastMove = useRef<Parameters<Hand['feed']>[0] | undefined>(undefined)
  const resting = useRef<{ readonly timer: number; readonly x: number; readonly y: number } | undefined>(undefined)
  const place: HandPlace = { design, storey, slip: SLIP_PX / scale, reach: REACH_PX / scale, middle }

  const enter = useEffectEvent((_key: string) => hand.enter(place))
  const key = `${design} ${storey} ${scale} ${middle.x} ${middle.y} ${tool.tool}`
  useEffect(() => enter(key), [key])
  useEffect(
    () => () => {
      cancelAnimationFrame(frame.current)
      window.clearTimeout(resting.current?.timer)
    },
    [],
  )

  function flush(): void {
    cancelAnimationFrame(frame.current)
    frame.current = 0
    const move = lastMove.current
    lastMove.current = undefined
    if (move !== undefined) hand.feed(move, place)
  }

  function finish(): void {
    if (hand.isBusy() && CHAINS.includes(tool.tool)) hand.feed({ type: 'finish' }, place)
    else onLeave()
  }

  function rest(): void {
    window.clearTimeout(resting.current?.timer)
    resting.current = undefined
  }

  return {
    down(event: PointerEvent): void {
      rest()
      if (event.button === 2) {
        finish()
        return
      }
      if (event.pointerType === 'touch') {
        const timer = window.setTimeout(() => {
          isPressed.current = false
          finish()
        }, LONG_PRESS_MS)
        resting.current = { timer, x: event.clientX, y: event.clientY }
      }
      isPressed.current = true
      const isCopying = event.ctrlKey || event.metaKey
      const isAdding = event.shiftKey || isCopying
      hand.feed({ type: 'down', at: onPlan(event), target: targetUnder(event.target), isAdding, isCopying, isFree: event.altKey }, place)
    },
    move(event: PointerEvent): void {
      const { current } = resting
      if (current !== undefined && Math.hypot(event.clientX - current.x, event.clientY - current.y) > SLIP_PX * 2) rest()
      if (tool.tool === 'select' && !isPressed.current) return
      const at = onPlan(event)
      lastMove.current = { type: 'move', at, target: undefined, isFree: event.altKey, isHeld: event.shiftKey }
      if (frame.current === 0) frame.current = requestAnimationFrame(flush)
    },
    up(event: PointerEvent): void {
      rest()
      flush()
      if (isPressed.current) hand.feed({ type: 'up', at: onPlan(event) }, place)
      isPressed.current = false
    },
    /** Two fingers, or something else, take over. */
    cancel(): void {
      rest()
      lastMove.current = undefined
      isPressed.current = false
      hand.feed({ type: 'cancel' }, place)
    },
    doubleClick(): void {
      if (hand.isBusy() && CHAINS.includes(tool.tool)) hand.feed({ type: 'finish' }, place)
    },
  }
}
