import { useThree } from '@react-three/fiber'
import { useEffect, useEffectEvent } from 'react'
import { type Camera, Raycaster, Vector2 } from 'three'
import type { Id } from '#shared/base/ids'
import type { BuildingStorey } from '#shared/building/building'
import type { Catalogue } from '#shared/document/catalogue'
import { heightOf } from './fixture-models'
import { pickElement } from './pick'

/** A press that moves less than this is a click; more turns the view. Pixels. */
const STILL_PX = 4

/** What the pointer is over, and where on the canvas. */
export type Hover = { readonly id: Id; readonly x: number; readonly y: number }

/** Says what the pointer is over and what was clicked. A drag of the view says neither. */
export function Picker({
  storey,
  catalogue,
  wallHeight,
  onHover,
  onPick,
}: {
  readonly storey: BuildingStorey
  readonly catalogue: Catalogue
  readonly wallHeight: number
  readonly onHover: (hover: Hover | undefined) => void
  readonly onPick: (id: Id | undefined) => void
}) {
  const canvas = useThree((three) => three.gl.domElement)
  const get = useThree((three) => three.get)
  const under = (event: PointerEvent) => {
    const box = canvas.getBoundingClientRect()
    const [x, y] = [event.clientX - box.left, event.clientY - box.top]
    const ray = rayThrough(get().camera, (2 * x) / box.width - 1, 1 - (2 * y) / box.height)
    const id = pickElement(storey, ({ fixture }) => heightOf(catalogue[fixture.entry]), wallHeight, ray)
    return id === undefined ? undefined : { id, x, y }
  }
  const hover = useEffectEvent((event: PointerEvent | undefined) => onHover(event === undefined ? undefined : under(event)))
  const pick = useEffectEvent((event: PointerEvent) => onPick(under(event)?.id))

  useEffect(() => {
    let pressed: PointerEvent | undefined
    let isStill = false
    let frame = 0
    const down = (event: PointerEvent) => {
      pressed = event
      isStill = event.isPrimary && event.button === 0
    }
    const move = (event: PointerEvent) => {
      if (pressed !== undefined) {
        if (Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) < STILL_PX) return
        if (isStill) hover(undefined)
        isStill = false
        return
      }
      cancelAnimationFrame(frame) // at most once a frame
      frame = requestAnimationFrame(() => hover(event))
    }
    const up = (event: PointerEvent) => {
      if (isStill && pressed?.pointerId === event.pointerId) pick(event)
      pressed = undefined
    }
    const leave = () => {
      cancelAnimationFrame(frame)
      hover(undefined)
    }
    const cancel = () => {
      pressed = undefined
    }
    canvas.addEventListener('pointerdown', down)
    canvas.addEventListener('pointermove', move)
    canvas.addEventListener('pointerup', up)
    canvas.addEventListener('pointercancel', cancel)
    canvas.addEventListener('pointerleave', leave)
    return () => {
      cancelAnimationFrame(frame)
      canvas.removeEventListener('pointerdown', down)
      canvas.removeEventListener('pointermove', move)
      canvas.removeEventListener('pointerup', up)
      canvas.removeEventListener('pointercancel', cancel)
      canvas.removeEventListener('pointerleave', leave)
    }
  }, [canvas])
  return null
}

const caster = new Raycaster()

function rayThrough(camera: Camera, x: number, y: number) {
  caster.setFromCamera(new Vector2(x, y), camera)
  const { origin, direction } = caster.ray
  return { from: { x: origin.x, y: -origin.z, z: origin.y }, direction: { x: direction.x, y: -direction.z, z: direction.y } }
}
