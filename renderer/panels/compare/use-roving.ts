import { type KeyboardEvent, useRef, useState } from 'react'

/** One stop of Tab for many marks: arrow keys lead from one to the next. `move` answers the key of where an arrow leads. */
export function useRoving<Key extends string>(keys: readonly Key[], move: (from: Key, arrow: string) => Key | undefined) {
  const elements = useRef(new Map<Key, HTMLElement | SVGElement>())
  const [at, setAt] = useState<Key | undefined>(undefined)
  const current = at !== undefined && keys.includes(at) ? at : keys[0]
  return (key: Key) => ({
    tabIndex: key === current ? (0 as const) : (-1 as const),
    ref: (element: HTMLElement | SVGElement | null) => {
      if (element === null) elements.current.delete(key)
      else elements.current.set(key, element)
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (!event.key.startsWith('Arrow') && event.key !== 'Home' && event.key !== 'End') return
      event.preventDefault()
      event.stopPropagation()
      const next = event.key === 'Home' ? keys[0] : event.key === 'End' ? keys.at(-1) : move(key, event.key)
      if (next === undefined) return
      setAt(next)
      elements.current.get(next)?.focus()
    },
  })
}
