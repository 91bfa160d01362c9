import { useThree } from '@react-three/fiber'
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef } from 'react'
import { type DirectionalLight, Vector3 } from 'three'
import type { BuildingStorey } from '#shared/building/building'
import { planToWorld } from './plan-to-world'
import { wholeOf } from './scene-camera'

/** Where the sun stands, seen from what it lights: to the left, in front, high. */
const SUN = new Vector3(-0.42, 1, 0.5).normalize()
const MAP_PX = 2048
/** The edges of shadows fade over so many texels. */
const SOFT = 3

/** One warm key light and a soft fill. Shadows are drawn again only when what casts them has changed. */
export function Light({
  storey,
  height,
  hasShadows,
  casting,
}: {
  readonly storey: BuildingStorey
  readonly height: number
  readonly hasShadows: boolean
  /** A new one whenever what casts shadows has changed. */
  readonly casting: object
}) {
  const gl = useThree((three) => three.gl)
  const invalidate = useThree((three) => three.invalidate)
  const light = useRef<DirectionalLight>(null)
  const { middle, radius } = useMemo(() => ballAbout(storey, height), [storey, height])

  useLayoutEffect(() => {
    const { current } = light
    if (current === null) return
    current.position.copy(middle).addScaledVector(SUN, radius + 10)
    current.target.position.copy(middle)
    current.target.updateMatrixWorld()
    const { camera } = current.shadow
    camera.left = camera.bottom = -radius
    camera.right = camera.top = radius
    camera.near = 1
    camera.far = 2 * radius + 20
    camera.updateProjectionMatrix()
  }, [middle, radius])

  const drawShadows = useEffectEvent((_where: Vector3, _casting: object, _isOn: boolean) => {
    gl.shadowMap.autoUpdate = false
    gl.shadowMap.needsUpdate = true
    invalidate()
  })
  useEffect(() => drawShadows(middle, casting, hasShadows), [middle, casting, hasShadows])

  return (
    <>
      <hemisphereLight args={['#ffffff', '#d9d5cd', 2.35]} />
      <directionalLight
        ref={light}
        intensity={1.05}
        color="#fff3e0"
        castShadow={hasShadows}
        shadow-mapSize-width={MAP_PX}
        shadow-mapSize-height={MAP_PX}
        shadow-radius={SOFT}
        shadow-bias={-0.0005}
        shadow-normalBias={0.03}
      />
    </>
  )
}

/** The ball about everything that casts a shadow. Metres, in the world frame. */
function ballAbout(storey: BuildingStorey, height: number): { readonly middle: Vector3; readonly radius: number } {
  const { points } = wholeOf(storey, height)
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const [left, right, foot, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const middle = new Vector3(...planToWorld({ x: (left + right) / 2, y: (foot + top) / 2 }, height / 2))
  return { middle, radius: Math.hypot(right - left, top - foot, height) / 2 + 1 }
}
