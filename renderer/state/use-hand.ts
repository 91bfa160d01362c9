import { useEffect, useEffectEvent, useState } from 'react'
import { createHandPointer, type HandOver, type PressEvent, placeOf } from './hand-pointer'

/** A hand's pointer over a view, and the view as the one that keys are meant for. */
export function useHand<E extends PressEvent>(over: HandOver<E>) {
  const [pointer] = useState(() => createHandPointer<E>())
  const { hand, design, storey, scale, middle, tool } = over
  const enter = useEffectEvent((_key: string) => hand.enter(placeOf({ design, storey, scale, middle })))
  const key = `${design} ${storey} ${scale} ${middle.x} ${middle.y} ${tool.tool}`
  useEffect(() => enter(key), [key])
  useEffect(() => () => pointer.stop(), [pointer])
  return {
    down: (event: E) => pointer.down(over, event),
    move: (event: E) => pointer.move(over, event),
    up: (event: E) => pointer.up(over, event),
    /** Two fingers, or something else, take over. */
    cancel: () => pointer.cancel(over),
    finish: () => pointer.finish(over),
    doubleClick: () => pointer.doubleClick(over),
  }
}
