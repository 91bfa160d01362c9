import { useRef } from 'react'
import { useStore } from 'zustand'
import type { Id } from '#shared/base/ids'
import type { Point } from '#shared/geometry/point'
import type { Hand } from '../state/hand'
import { words } from '../state/words'
import type { ToolChoice } from '../tools/tool-choice'
import { typedFor } from '../tools/typed-what'

/** Beside the pointer, clear of what is drawn. Pixels. */
const BESIDE_PX = 22

/** What is typed while drawing, beside the pointer. Once something is typed it stays where it is, so that it can be clicked. */
export function TypedField({
  hand,
  design,
  tool,
  toView,
}: {
  readonly hand: Hand
  readonly design: Id
  readonly tool: ToolChoice
  readonly toView: (at: Point) => Point
}) {
  const { typed, at, isBusy, design: of } = useStore(hand.store)
  const held = useRef<Point | undefined>(undefined)
  const what = typedFor(tool.tool)
  // A side of the outline is pulled by the very tool that draws it: only what is typed shows that a size is meant.
  const isShownEmpty = isBusy && what !== 'width' && tool.tool !== 'outline'
  if (of !== design || at === undefined || what === undefined || (typed === '' && !isShownEmpty)) {
    held.current = undefined
    return null
  }
  if (typed === '' || held.current === undefined) held.current = at
  const { x, y } = toView(held.current)
  return (
    <input
      className="typed-field"
      style={{ transform: `translate(${x + BESIDE_PX}px, ${y + BESIDE_PX}px)` }}
      aria-label={words(`tool.typed-${what}`)}
      placeholder={words(`tool.typed-${what}-example`)}
      value={typed}
      autoComplete="off"
      inputMode="decimal"
      onChange={(event) => hand.type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') hand.feed({ type: 'finish' })
        else if (event.key === 'Escape') hand.cancel()
        else if (event.key !== 'Tab' || event.shiftKey || !hand.typeOnwards()) return
        event.preventDefault()
        event.stopPropagation()
        if (event.key !== 'Tab') event.currentTarget.blur()
      }}
    />
  )
}
