import { useThree } from '@react-three/fiber'
import { type RefObject, useEffect, useEffectEvent } from 'react'
import { type Camera, MOUSE, Raycaster, TOUCH, Vector2 } from 'three'
import type { OrbitControls } from 'three/addons/controls/OrbitControls.js'
import type { Id } from '#shared/base/ids'
import type { BuildingStorey, WallPiece } from '#shared/building/building'
import type { Catalogue } from '#shared/document/catalogue'
import type { Point } from '#shared/geometry/point'
import { heightOf } from './fixture-models'
import { levelAt, pickElement, wallTopAt } from './pick'

/** A press that moves less than this is a click; more turns the view. Pixels. */
const STILL_PX = 4

/** What the pointer is over, and where on the canvas. */
export type Hover = { readonly id: Id; readonly x: number; readonly y: number }

/** What lies under the pointer: the spot of the floor, the element seen there, and the wall whose top is seen there. */
export type SceneSpot = { readonly floor: Point; readonly element: Id | undefined; readonly wallTop: WallPiece | undefined }

/** What a hand does over the scene. The left button is its own where it takes the press; everywhere else it turns the view. */
export type ScenePointer = {
  readonly takes: (event: PointerEvent, spot: SceneSpot) => boolean
  /** A press that turned nothing and that the hand did not take. */
  readonly onClick: (spot: SceneSpot) => void
  readonly down: (event: PointerEvent, spot: SceneSpot) => void
  readonly move: (event: PointerEvent, spot: SceneSpot) => void
  readonly up: (event: PointerEvent, spot: SceneSpot) => void
  readonly cancel: () => void
  /** A click with the other button. */
  readonly other: () => void
  readonly doubleClick: () => void
  readonly isPanning: () => boolean
}

/** Says what the pointer is over, and gives the hand what is its own; all other presses are left to the controls of the view. */
export function Picker({
  storey,
  catalogue,
  wallHeight,
  controls,
  pointer,
  onHover,
}: {
  readonly storey: BuildingStorey
  readonly catalogue: Catalogue
  readonly wallHeight: number
  readonly controls: RefObject<OrbitControls | null>
  readonly pointer: ScenePointer
  readonly onHover: (hover: Hover | undefined) => void
}) {
  const canvas = useThree((three) => three.gl.domElement)
  const get = useThree((three) => three.get)
  const spotUnder = (event: { readonly clientX: number; readonly clientY: number }) => {
    const box = canvas.getBoundingClientRect()
    const [x, y] = [event.clientX - box.left, event.clientY - box.top]
    const ray = rayThrough(get().camera, (2 * x) / box.width - 1, 1 - (2 * y) / box.height)
    const floor = levelAt(ray, 0) ?? { x: ray.from.x, y: ray.from.y }
    return { x, y, ray, floor }
  }
  const under = (event: PointerEvent): SceneSpot => {
    const { ray, floor } = spotUnder(event)
    const element = pickElement(storey, ({ fixture }) => heightOf(catalogue[fixture.entry]), wallHeight, ray)
    return { floor, element, wallTop: wallTopAt(storey, wallHeight, ray) }
  }
  const hover = useEffectEvent((event: PointerEvent | undefined) => {
    const { element } = event === undefined ? { element: undefined } : under(event)
    if (event === undefined || element === undefined) onHover(undefined)
    else {
      const { x, y } = spotUnder(event)
      onHover({ id: element, x, y })
    }
  })
  /** Whether the hand has the press; the controls are told before they hear of it. */
  const pressed = useEffectEvent((event: PointerEvent, isSecond: boolean): boolean => {
    const { current } = controls
    const isPanning = pointer.isPanning()
    const spot = event.button === 0 && !isSecond && !isPanning ? under(event) : undefined
    const isTaken = spot !== undefined && pointer.takes(event, spot)
    if (current !== null) {
      current.mouseButtons.LEFT = isPanning ? MOUSE.PAN : isTaken ? null : MOUSE.ROTATE
      if (!isSecond) current.touches.ONE = isTaken ? null : TOUCH.ROTATE
    }
    if (isTaken) pointer.down(event, spot)
    return isTaken
  })
  const bare = (event: PointerEvent): SceneSpot => ({ floor: spotUnder(event).floor, element: undefined, wallTop: undefined })
  const moved = useEffectEvent((event: PointerEvent) => pointer.move(event, bare(event)))
  const lifted = useEffectEvent((event: PointerEvent) => pointer.up(event, bare(event)))
  const clicked = useEffectEvent((event: PointerEvent) => pointer.onClick(under(event)))
  const cancelled = useEffectEvent(() => pointer.cancel())
  const otherClicked = useEffectEvent(() => pointer.other())
  const doubleClicked = useEffectEvent(() => pointer.doubleClick())

  useEffect(() => {
    let press: { readonly event: PointerEvent; isStill: boolean; readonly isTaken: boolean } | undefined
    let fingers = 0
    let frame = 0
    const down = (event: PointerEvent) => {
      fingers += 1
      if (press !== undefined) {
        // A second finger, or a second button: the view is moved, and what the hand had begun is put back.
        if (press.isTaken) cancelled()
        pressed(event, true)
        press = { ...press, isStill: false, isTaken: false }
        return
      }
      const isTaken = pressed(event, false)
      press = { event, isStill: true, isTaken }
      hover(undefined)
    }
    const move = (event: PointerEvent) => {
      if (press === undefined) {
        moved(event) // a tool shows what a press would do
        cancelAnimationFrame(frame) // at most once a frame
        frame = requestAnimationFrame(() => hover(event))
        return
      }
      if (press.isTaken && press.event.pointerId === event.pointerId) moved(event)
      if (Math.hypot(event.clientX - press.event.clientX, event.clientY - press.event.clientY) >= STILL_PX) press.isStill = false
    }
    const up = (event: PointerEvent) => {
      fingers = Math.max(0, fingers - 1)
      const { current } = { current: press }
      if (current === undefined) {
        lifted(event) // carried in from a list beside the view
        return
      }
      if (current.event.pointerId === event.pointerId) {
        if (current.isTaken) lifted(event)
        else if (current.isStill && event.button === 0) clicked(event)
        else if (current.isStill && event.button === 2) otherClicked()
      }
      if (fingers === 0) press = undefined
    }
    const leave = () => {
      cancelAnimationFrame(frame)
      hover(undefined)
    }
    const cancel = () => {
      fingers = Math.max(0, fingers - 1)
      if (press?.isTaken) cancelled()
      if (fingers === 0) press = undefined
    }
    const double = () => doubleClicked()
    const noMenu = (event: Event) => event.preventDefault()
    // Before the controls of the view hear of a press, it is settled whose it is.
    canvas.addEventListener('pointerdown', down, { capture: true })
    canvas.addEventListener('pointermove', move)
    canvas.addEventListener('pointerup', up)
    canvas.addEventListener('pointercancel', cancel)
    canvas.addEventListener('pointerleave', leave)
    canvas.addEventListener('dblclick', double)
    canvas.addEventListener('contextmenu', noMenu)
    return () => {
      cancelAnimationFrame(frame)
      canvas.removeEventListener('pointerdown', down, { capture: true })
      canvas.removeEventListener('pointermove', move)
      canvas.removeEventListener('pointerup', up)
      canvas.removeEventListener('pointercancel', cancel)
      canvas.removeEventListener('pointerleave', leave)
      canvas.removeEventListener('dblclick', double)
      canvas.removeEventListener('contextmenu', noMenu)
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
