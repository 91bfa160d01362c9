import { useFrame, useThree } from '@react-three/fiber'
import { type RefObject, useMemo } from 'react'
import { Vector3 } from 'three'
import type { Shape } from '#shared/drawing/shape'
import type { Point } from '#shared/geometry/point'
import { planToWorld } from './plan-to-world'

/** A figure that stands over a spot of the floor. */
export type Sign = {
  readonly key: string
  readonly role: Shape['role']
  readonly part: string | undefined
  readonly element: string | undefined
  readonly at: Point
  readonly text: string
}

/** Over the furniture. Metres. */
const SIGN_M = 0.5

/** The texts among shapes of the plan, in their order. */
export function signsOf(shapes: readonly Shape[]): readonly Sign[] {
  return shapes.flatMap(({ role, part, element, form }, index) =>
    form.type === 'text' ? [{ key: `${role} ${index}`, role, part, element, at: form.at, text: form.text }] : [],
  )
}

/** Keeps the figures of `overlay` (one child a sign) where they belong. */
export function SignPlacer({ signs, overlay }: { readonly signs: readonly Sign[]; readonly overlay: RefObject<HTMLDivElement | null> }) {
  const size = useThree((three) => three.size)
  const places = useMemo(() => signs.map(({ at }) => new Vector3(...planToWorld(at, SIGN_M))), [signs])
  const spot = useMemo(() => new Vector3(), [])
  useFrame(({ camera }) => {
    const children = overlay.current?.children
    if (children === undefined) return
    places.forEach((place, index) => {
      const child = children[index] as HTMLElement | undefined
      if (child === undefined) return
      spot.copy(place).project(camera)
      const [x, y] = [((spot.x + 1) / 2) * size.width, ((1 - spot.y) / 2) * size.height]
      child.style.transform = `translate(-50%, -50%) translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`
    })
  })
  return null
}
