import { useFrame, useThree } from '@react-three/fiber'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { type Camera, Vector3 } from 'three'
import type { Id } from '#shared/base/ids'
import type { BuildingStorey } from '#shared/building/building'
import { formsOf, type WrittenForm } from './label-forms'
import { labelAnchor, type PlacedLabel, placeLabels } from './labels'
import { planToWorld } from './plan-to-world'

/** Names stand at this height: over the furniture, under the tops of the walls. Metres. */
const NAME_M = 0.6
/** What is shown gives way only to what is so much larger, so that names do not flicker while one turns the view. */
const STAYS = 1.4

type Anchor = {
  readonly id: Id
  readonly at: Vector3
  readonly corners: readonly Vector3[]
  readonly forms: readonly WrittenForm[]
  readonly area: number
}

/**
 * Keeps the room names of `overlay` (one child a room, in the order of the storey's rooms) over their
 * rooms. They are page text, not 3D: sharp at every zoom, and no draw call a name.
 */
export function LabelPlacer({
  storey,
  overlay,
  wanted,
}: {
  readonly storey: BuildingStorey
  readonly overlay: RefObject<HTMLDivElement | null>
  /** Rooms that are named whatever else there is. */
  readonly wanted: readonly (Id | undefined)[]
}) {
  const size = useThree((three) => three.size)
  const invalidate = useThree((three) => three.invalidate)
  const anchors = useMemo<readonly Anchor[]>(() => {
    const family = getComputedStyle(document.body).fontFamily
    return storey.rooms.map(({ polygon, netArea, room }) => ({
      id: room.id,
      at: new Vector3(...planToWorld(labelAnchor(polygon), NAME_M)),
      corners: polygon.map((corner) => new Vector3(...planToWorld(corner))),
      forms: formsOf(room.name, family),
      area: netArea,
    }))
  }, [storey.rooms])
  const shownBefore = useRef(new Set<Id>())
  /** What each name was last told, so that a still picture writes nothing to the page. */
  const written = useRef(new WeakMap<HTMLElement, string>())
  useEffect(() => {
    if (wanted !== undefined) invalidate()
  }, [wanted, invalidate])
  useFrame(({ camera }) => {
    const children = overlay.current?.children
    if (children === undefined) return
    const shown = placeLabels(anchors.map((anchor) => placedIn(anchor, camera, size, shownBefore.current.has(anchor.id), wanted.includes(anchor.id))))
    anchors.forEach(({ id, at, forms }, index) => {
      const child = children[index] as HTMLElement | undefined
      const place = shown.get(id)
      if (child === undefined) return
      const form = place === undefined ? undefined : forms[place.form]
      const where = place === undefined ? '' : screenPlace(at, camera, size, place.dy)
      const style = place === undefined ? '' : `${where} ${place.form}`
      if (written.current.get(child) === style) return
      written.current.set(child, style)
      if (form === undefined || place === undefined) {
        shownBefore.current.delete(id)
        child.style.visibility = 'hidden'
        return
      }
      shownBefore.current.add(id)
      if (child.textContent !== form.text) child.textContent = form.text
      child.classList.toggle('is-small', form.isSmall)
      child.style.transform = `translate(-50%, -50%) ${where}`
      child.style.visibility = 'visible'
    })
  })
  return null
}

const spot = new Vector3()

function screenPlace(at: Vector3, camera: Camera, size: Screen, dy: number): string {
  spot.copy(at).project(camera)
  return `translate(${(((spot.x + 1) / 2) * size.width).toFixed(1)}px, ${(((1 - spot.y) / 2) * size.height + dy).toFixed(1)}px)`
}

type Screen = { readonly width: number; readonly height: number }

function placedIn({ id, at, corners, forms, area }: Anchor, camera: Camera, size: Screen, wasShown: boolean, isWanted: boolean): PlacedLabel {
  let [left, right, low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const corner of corners) {
    spot.copy(corner).project(camera)
    left = Math.min(left, spot.x)
    right = Math.max(right, spot.x)
    low = Math.min(low, spot.y)
    high = Math.max(high, spot.y)
  }
  spot.copy(at).project(camera)
  return {
    key: id,
    x: ((spot.x + 1) / 2) * size.width,
    y: ((1 - spot.y) / 2) * size.height,
    forms,
    room: { width: ((right - left) / 2) * size.width, height: ((high - low) / 2) * size.height },
    weight: area * (wasShown ? STAYS : 1),
    isWanted,
  }
}
