import { MoveHorizontal } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { words } from '../state/words'

export type SwipeDividerProps = {
  readonly left: string
  readonly right: string
  /** The left one's share of the width. */
  readonly at: number
  readonly onMove: (at: number) => void
}

const STEP = 0.02
const LEAP = 0.1

/** What parts two designs that lie one over the other: drawn by hand, or moved by the arrow keys. */
export function SwipeDivider({ left, right, at, onMove }: SwipeDividerProps) {
  const line = useRef<HTMLDivElement>(null)
  const percent = Math.round(at * 100)

  function follow(event: PointerEvent): void {
    const bounds = line.current?.parentElement?.getBoundingClientRect()
    if (bounds !== undefined && bounds.width > 0) onMove((event.clientX - bounds.left) / bounds.width)
  }
  function onKeyDown(event: KeyboardEvent): void {
    const to = moved(event.key, event.shiftKey, at)
    if (to === undefined) return
    event.preventDefault()
    onMove(to)
  }
  return (
    <div
      ref={line}
      className="swipe-divider"
      role="slider"
      tabIndex={0}
      aria-label={words('beside.divider', { left, right })}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={words('beside.divider-at', { left, right, percent: at })}
      style={{ left: `${at * 100}%` }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        event.currentTarget.focus()
        event.preventDefault()
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event)
      }}
    >
      <span className="swipe-name is-left" aria-hidden>
        {left}
      </span>
      <span className="swipe-grip" aria-hidden>
        <MoveHorizontal size={20} />
      </span>
      <span className="swipe-name is-right" aria-hidden>
        {right}
      </span>
    </div>
  )
}

function moved(key: string, isFar: boolean, at: number): number | undefined {
  const step = isFar ? LEAP : STEP
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - step
    case 'ArrowRight':
    case 'ArrowUp':
      return at + step
    case 'PageDown':
      return at - LEAP
    case 'PageUp':
      return at + LEAP
    case 'Home':
      return 0
    case 'End':
      return 1
    default:
      return undefined
  }
}
