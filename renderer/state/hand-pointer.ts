import type { Id } from '#shared/base/ids'
import type { Point } from '#shared/geometry/point'
import type { Target } from '../tools/target'
import type { DoublePress } from '../tools/tool'
import type { ToolChoice } from '../tools/tool-choice'
import { isCarrying } from './carry'
import type { Hand, HandPlace } from './hand'

/** How far a press may slip before it is a drag, and how near a line something snaps, in pixels. */
const SLIP_PX = 4
const REACH_PX = 9
/** A finger that rests for so long presses with the other button. */
const LONG_PRESS_MS = 550

/** Tools whose points are clicked one after the other: a double click or the other button finishes what they draw. */
const CHAINS: readonly ToolChoice['tool'][] = ['room', 'wall', 'split', 'tape', 'outline']

/** As much of a pointer event as a hand needs, of React's or of the page's own. */
export type PressEvent = {
  readonly button: number
  readonly pointerType: string
  readonly clientX: number
  readonly clientY: number
  readonly target: EventTarget | null
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** The view that a pointer is over, and what of the plan lies under it. */
export type HandOver<E extends PressEvent = PressEvent> = {
  readonly hand: Hand
  readonly tool: ToolChoice
  readonly design: Id
  readonly storey: Id
  /** Where the hand starts when keys move it. */
  readonly middle: Point
  /** Pixels a metre. */
  readonly scale: number
  readonly onPlan: (event: E) => Point
  readonly targetUnder: (event: E) => Target | undefined
  /** The other button, with a tool in the hand that has nothing to finish. */
  readonly onLeave: () => void
}

/** Where the hand works in a view, and how finely there. */
export function placeOf({ design, storey, scale, middle }: Pick<HandOver, 'design' | 'storey' | 'scale' | 'middle'>): HandPlace {
  return { design, storey, slip: SLIP_PX / scale, reach: REACH_PX / scale, middle }
}

/** Tells the tool in the hand what a pointer does over the plan or the 3D view: presses at once; of the moves in a frame the first at once, then the newest. */
export function createHandPointer<E extends PressEvent>() {
  let isPressed = false
  let frame = 0
  let lastMove: { readonly event: Parameters<Hand['feed']>[0]; readonly over: HandOver<E> } | undefined
  /** What the last press was on: a double press means the same. */
  let pressed: Omit<DoublePress, 'type'> | undefined
  let resting: { readonly timer: number; readonly x: number; readonly y: number } | undefined

  function flush(): void {
    cancelAnimationFrame(frame)
    frame = 0
    const move = lastMove
    lastMove = undefined
    if (move !== undefined) move.over.hand.feed(move.event, placeOf(move.over))
  }

  /** No other move before the next frame; then the newest of those that came meanwhile. */
  function feedMove(): void {
    flush()
    frame = requestAnimationFrame(() => {
      frame = 0
      if (lastMove !== undefined) feedMove()
    })
  }

  function rest(): void {
    window.clearTimeout(resting?.timer)
    resting = undefined
  }

  /** The other button: ends a chain, else puts the tool away. */
  function finish(over: HandOver<E>): void {
    const { hand, tool, onLeave } = over
    if (hand.isBusy() && CHAINS.includes(tool.tool)) hand.feed({ type: 'finish' }, placeOf(over))
    else onLeave()
  }

  function cancel({ hand, ...over }: HandOver<E>): void {
    rest()
    lastMove = undefined
    isPressed = false
    hand.feed({ type: 'cancel' }, placeOf(over))
  }

  return {
    finish,
    cancel,
    down(over: HandOver<E>, event: E): void {
      rest()
      if (event.button === 2) {
        finish(over)
        return
      }
      if (event.pointerType === 'touch') {
        const timer = window.setTimeout(() => {
          isPressed = false
          // With nothing in the hand it adds what it rests on to what is selected: a table has no Shift.
          if (over.tool.tool === 'select') over.hand.feed({ type: 'finish' }, placeOf(over))
          else finish(over)
        }, LONG_PRESS_MS)
        resting = { timer, x: event.clientX, y: event.clientY }
      }
      isPressed = true
      const isCopying = event.ctrlKey || event.metaKey
      const isAdding = event.shiftKey || isCopying
      const { hand, onPlan, targetUnder } = over
      pressed = { at: onPlan(event), target: targetUnder(event) }
      hand.feed({ type: 'down', ...pressed, isAdding, isCopying, isFree: event.altKey }, placeOf(over))
    },
    move(over: HandOver<E>, event: E): void {
      if (resting !== undefined && Math.hypot(event.clientX - resting.x, event.clientY - resting.y) > SLIP_PX * 2) rest()
      if (over.tool.tool === 'select' && !isPressed) return
      lastMove = { over, event: { type: 'move', at: over.onPlan(event), target: undefined, isFree: event.altKey, isHeld: event.shiftKey } }
      if (frame === 0) feedMove()
    },
    up(over: HandOver<E>, event: E): void {
      rest()
      flush()
      const at = over.onPlan(event)
      // What was dragged here out of a list had its press there.
      const isDropped = !isPressed && isCarrying()
      if (isDropped) over.hand.feed({ type: 'down', at, target: undefined, isAdding: false, isFree: event.altKey }, placeOf(over))
      if (isPressed || isDropped) over.hand.feed({ type: 'up', at }, placeOf(over))
      isPressed = false
    },
    doubleClick(over: HandOver<E>): void {
      const { hand, tool } = over
      if (hand.isBusy() && CHAINS.includes(tool.tool)) hand.feed({ type: 'finish' }, placeOf(over))
      else if (pressed !== undefined) hand.feed({ type: 'double', ...pressed }, placeOf(over))
    },
    /** The view is gone. */
    stop(): void {
      cancelAnimationFrame(frame)
      rest()
    },
  }
}
