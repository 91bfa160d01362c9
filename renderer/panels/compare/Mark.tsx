import type { KeyboardEvent, ReactNode } from 'react'

export type MarkProps = {
  readonly label: string
  readonly onOpen: () => void
  /** -1 where arrow keys lead to it, so that Tab passes a crowd of marks in one step. */
  readonly tabIndex?: 0 | -1 | undefined
  readonly markRef?: ((element: SVGGElement | null) => void) | undefined
  readonly onArrow?: ((event: KeyboardEvent) => void) | undefined
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** A piece of a chart that opens what it is made of, by pointer and by key. SVG has no button of its own. */
export function Mark({ label, onOpen, tabIndex = 0, markRef, onArrow, className = '', children }: MarkProps) {
  const button = {
    role: 'button',
    tabIndex,
    'aria-label': label,
    onClick: onOpen,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault()
        onOpen()
      } else onArrow?.(event)
    },
  }
  return (
    <g {...button} ref={markRef} className={`mark ${className}`}>
      {children}
    </g>
  )
}
