import { useFrame, useThree } from '@react-three/fiber'
import { type RefObject, useMemo, useRef } from 'react'
import { Vector3 } from 'three'
import type { BuildingStorey } from '#shared/building/building'
import { labelAnchor, labelsThatFit } from './labels'
import { planToWorld } from './plan-to-world'
import { CUT_HEIGHT_M } from './storey-geometry'

/**
 * Keeps the room names of `overlay` (one child a room, in the order of the storey's rooms) over their
 * rooms. They are page text, not 3D: sharp at every zoom, and no draw call a name.
 */
export function LabelPlacer({ storey, overlay }: { readonly storey: BuildingStorey; readonly overlay: RefObject<HTMLDivElement | null> }) {
  const size = useThree((three) => three.size)
  const anchors = useMemo(
    () =>
      storey.rooms.map(({ polygon, netArea, room }) => ({
        key: room.id,
        at: new Vector3(...planToWorld(labelAnchor(polygon), CUT_HEIGHT_M / 2)),
        netArea,
      })),
    [storey.rooms],
  )
  const projected = useRef(new Vector3())
  useFrame(({ camera }) => {
    const children = overlay.current?.children
    if (children === undefined) return
    const placed = anchors.map(({ key, at, netArea }, index) => {
      const child = children[index] as HTMLElement | undefined
      projected.current.copy(at).project(camera)
      return {
        key,
        child,
        x: ((projected.current.x + 1) / 2) * size.width,
        y: ((1 - projected.current.y) / 2) * size.height,
        width: child?.offsetWidth ?? 0,
        height: child?.offsetHeight ?? 0,
        weight: netArea,
      }
    })
    const fitting = labelsThatFit(placed)
    for (const { key, child, x, y } of placed) {
      if (child === undefined) continue
      child.style.transform = `translate(-50%, -50%) translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`
      child.style.visibility = fitting.has(key) ? 'visible' : 'hidden'
    }
  })
  return null
}
