import { useEffect, useRef, useState } from 'react'

/** A number on its way to a new value takes so long, in milliseconds. */
const SETTLES_IN_MS = 160

/** The number to show on the way to `value`: counts there, and on to the next value from wherever it has got to. */
export function useCounted(value: number): number {
  const [shown, setShown] = useState(value)
  const from = useRef(value)
  const at = useRef(value)
  useEffect(() => {
    if (at.current === value) return
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches || !Number.isFinite(value)) {
      at.current = value
      setShown(value)
      return
    }
    from.current = at.current
    const start = performance.now()
    let frame = requestAnimationFrame(function tick(now) {
      const share = Math.min(1, (now - start) / SETTLES_IN_MS)
      at.current = share === 1 ? value : from.current + (value - from.current) * share
      setShown(at.current)
      if (share < 1) frame = requestAnimationFrame(tick)
    })
    return () => cancelAnimationFrame(frame)
  }, [value])
  return shown
}
