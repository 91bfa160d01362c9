import { useThree } from '@react-three/fiber'
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useMemo } from 'react'
import { MOUSE, type OrthographicCamera, type Vector3 } from 'three'
import { OrbitControls } from 'three/addons/controls/OrbitControls.js'
import type { Id } from '#shared/base/ids'
import type { BuildingStorey } from '#shared/building/building'
import { boundsOf, fitCamera, STANDARD_VIEWS, type StandardView } from './camera-view'

/** What the buttons beside the scene do with its camera. */
export type ViewHandle = {
  show(view: StandardView): void
  zoomBy(factor: number): void
  /** Degrees, counter-clockwise seen from above. */
  orbitBy(degrees: number): void
}

const LOWEST_VIEW = (80 / 180) * Math.PI

/** Orbit with the left button, pan with the middle or right one, zoom to the cursor with the wheel; two fingers do both. */
export function ViewControls({ storey, ref }: { readonly storey: BuildingStorey; readonly ref: Ref<ViewHandle> }) {
  const camera = useThree((three) => three.camera) as OrthographicCamera
  const canvas = useThree((three) => three.gl.domElement)
  const invalidate = useThree((three) => three.invalidate)
  const size = useThree((three) => three.size)
  const controls = useMemo(() => new OrbitControls(camera), [camera])

  useEffect(() => {
    controls.connect(canvas)
    controls.zoomToCursor = true
    controls.screenSpacePanning = false
    controls.maxPolarAngle = LOWEST_VIEW
    controls.minZoom = 2
    controls.maxZoom = 400
    controls.mouseButtons = { LEFT: MOUSE.ROTATE, MIDDLE: MOUSE.PAN, RIGHT: MOUSE.PAN }
    const redraw = () => invalidate()
    controls.addEventListener('change', redraw)
    return () => {
      controls.removeEventListener('change', redraw)
      controls.disconnect()
    }
  }, [controls, canvas, invalidate])

  const show = (direction: Vector3) => {
    controls.target.copy(fitCamera(camera, boundsOf(storey), direction, size.width, size.height))
    controls.update()
    invalidate()
  }

  // Another storey, or a first size, is a new place to look at; an edit of the same storey is not.
  const storeyId = storey.storey.id
  const isLaidOut = size.width > 0 && size.height > 0
  const arrive = useEffectEvent((storeyShown: Id) => {
    if (storeyShown === storey.storey.id) show(STANDARD_VIEWS.threeQuarter)
  })
  useEffect(() => {
    if (isLaidOut) arrive(storeyId)
  }, [storeyId, isLaidOut])

  useImperativeHandle(ref, () => ({
    show: (view) => show(STANDARD_VIEWS[view]),
    zoomBy: (factor) => {
      camera.zoom = Math.min(Math.max(camera.zoom * factor, controls.minZoom), controls.maxZoom)
      camera.updateProjectionMatrix()
      invalidate()
    },
    orbitBy: (degrees) => {
      const offset = camera.position.clone().sub(controls.target)
      const angle = (degrees / 180) * Math.PI
      camera.position.set(
        controls.target.x + offset.x * Math.cos(angle) + offset.z * Math.sin(angle),
        camera.position.y,
        controls.target.z + offset.z * Math.cos(angle) - offset.x * Math.sin(angle),
      )
      controls.update()
      invalidate()
    },
  }))
  return null
}
