import { useThree } from '@react-three/fiber'
import { type RefObject, useEffect, useEffectEvent, useMemo } from 'react'
import { MOUSE, type OrthographicCamera, TOUCH } from 'three'
import { OrbitControls } from 'three/addons/controls/OrbitControls.js'
import type { Id } from '#shared/base/ids'
import type { BuildingStorey } from '#shared/building/building'
import type { Beyond } from './OtherStorey'
import { cameraNow, fitted, LOWEST, placeCamera, SCALES, STANDARD_VIEWS, STRAIGHT_DOWN, wholeOf } from './scene-camera'
import { landNow, type SceneLens } from './scene-lens'
import { coveredAbove, coveredAside } from './scene-moves'

const RADIANS = Math.PI / 180
/** Beyond the farthest corner of the building the camera still stands in the open. Metres. */
const CLEAR_M = 60

/**
 * Keeps three's camera where the lens looks, and lets a hand move the lens: the right button turns, the left one or one finger where the
 * hand has no use for it too (see `Picker`); the middle one or two fingers pan, the wheel or two fingers zoom to where they point.
 */
export function ViewControls({
  storey,
  beyond,
  lens,
  height,
  covered,
  shared,
}: {
  readonly storey: BuildingStorey
  readonly beyond: readonly Beyond[]
  readonly lens: SceneLens
  readonly height: number
  /** Pixels at the foot of the view that buttons lie over. */
  readonly covered: number
  /** Whose press it is, is settled elsewhere. */
  readonly shared: RefObject<OrbitControls | null>
}) {
  const camera = useThree((three) => three.camera) as OrthographicCamera
  const canvas = useThree((three) => three.gl.domElement)
  const invalidate = useThree((three) => three.invalidate)
  const size = useThree((three) => three.size)
  const controls = useMemo(() => new OrbitControls(camera), [camera])
  const reach = useMemo(() => reachOf(storey), [storey])

  useEffect(() => {
    controls.zoomToCursor = true
    controls.screenSpacePanning = false
    controls.minPolarAngle = (90 - STRAIGHT_DOWN) * RADIANS
    controls.maxPolarAngle = (90 - LOWEST) * RADIANS
    controls.minZoom = SCALES.least
    controls.maxZoom = SCALES.most
    controls.mouseButtons = { LEFT: MOUSE.ROTATE, MIDDLE: MOUSE.PAN, RIGHT: MOUSE.ROTATE }
    controls.touches = { ONE: TOUCH.ROTATE, TWO: TOUCH.DOLLY_PAN }
    controls.connect(canvas)
    shared.current = controls
    let isFollowing = false
    const land = () => landNow(lens)
    const tell = () => {
      if (!isFollowing) lens.setState({ camera: cameraNow(camera, controls.target), isFitted: false })
      invalidate()
    }
    const follow = () => {
      const view = lens.getState().camera
      if (view === undefined || isFollowing) return
      const now = cameraNow(camera, controls.target)
      const isThere = now.scale === view.scale && now.target.x === view.target.x && now.azimuth === view.azimuth && now.elevation === view.elevation
      if (!isThere) {
        isFollowing = true
        placeCamera(camera, controls.target, view, reach)
        controls.update()
        isFollowing = false
      }
      invalidate()
    }
    controls.addEventListener('start', land)
    controls.addEventListener('change', tell)
    const unsubscribe = lens.subscribe(follow)
    follow()
    return () => {
      unsubscribe()
      controls.removeEventListener('start', land)
      controls.removeEventListener('change', tell)
      controls.disconnect()
      shared.current = null
    }
  }, [controls, camera, canvas, invalidate, lens, reach, shared])

  // A view that nobody has moved keeps showing the whole of whatever is shown.
  const arrive = useEffectEvent((_shown: Id, { width, height: high }: { readonly width: number; readonly height: number }) => {
    const { camera: before, isFitted } = lens.getState()
    if (!isFitted) return
    const direction = before ?? STANDARD_VIEWS.threeQuarter
    lens.setState({
      camera: fitted(
        wholeOf(storey, height, beyond),
        direction,
        { width, height: high },
        covered,
        coveredAside({ width, height: high }),
        coveredAbove(beyond),
      ),
    })
  })
  // What is shown: the storey, and how the others lie.
  const storeyId = [storey.storey.id, ...beyond.map(({ storey: other, lift, isGhost }) => `${other.storey.id} ${isGhost ? '' : lift}`)].join(' ')
  const { width, height: high } = size
  useEffect(() => {
    if (width > 0 && high > 0) arrive(storeyId, { width, height: high })
  }, [storeyId, width, high])
  return null
}

function reachOf(storey: BuildingStorey): number {
  const { points } = wholeOf(storey, 0)
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  return Math.hypot(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)) + CLEAR_M
}
