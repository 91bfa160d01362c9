import { type PointerEvent, useRef } from 'react'
import type { Point } from '#shared/geometry/point'
import { type Camera, panned, type Size, zoomed } from './camera'

/** Two fingers on a touch screen pan and zoom together. Each handler answers whether the pinch took the event. */
export function usePinch(size: Size, look: (change: (camera: Camera) => Camera) => void) {
  const fingers = useRef(new Map<number, Point>())
  return {
    down({ pointerId, pointerType }: PointerEvent, at: Point): boolean {
      if (pointerType !== 'touch') return false
      fingers.current.set(pointerId, at)
      return fingers.current.size > 1
    },
    move({ pointerId }: PointerEvent, at: Point): boolean {
      const before = fingers.current.get(pointerId)
      if (before === undefined || fingers.current.size < 2) return false
      const other = [...fingers.current].find(([id]) => id !== pointerId)?.[1]
      fingers.current.set(pointerId, at)
      if (other === undefined) return true
      const factor = apart(at, other) / Math.max(apart(before, other), 1)
      const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 }
      const by = { x: (at.x - before.x) / 2, y: (at.y - before.y) / 2 }
      look((camera) => zoomed(panned(camera, by), size, middle, factor))
      return true
    },
    up({ pointerId }: PointerEvent): void {
      fingers.current.delete(pointerId)
    },
  }
}

function apart(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
