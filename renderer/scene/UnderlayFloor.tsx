import { useThree } from '@react-three/fiber'
import { useEffect, useMemo, useState } from 'react'
import { BufferAttribute, BufferGeometry, SRGBColorSpace, type Texture, TextureLoader } from 'three'
import { underlayCorners } from '#shared/commands/underlay-corners'
import type { Underlay } from '#shared/document/elements/underlay'
import { planToWorld } from './plan-to-world'
import { useDisposed } from './use-disposed'

/** Over the floor, under what is marked on it. Metres. */
const OVER_M = 0.02

/** The picture under a plan, laid on the floor. `url` is where its pixels are. */
export function UnderlayFloor({ underlay, url }: { readonly underlay: Underlay; readonly url: string }) {
  const invalidate = useThree((three) => three.invalidate)
  const [texture, setTexture] = useState<Texture>()
  useEffect(() => {
    let isWanted = true
    let loaded: Texture | undefined
    new TextureLoader().load(url, (texture) => {
      loaded = texture
      texture.colorSpace = SRGBColorSpace
      if (isWanted) setTexture(texture)
      else texture.dispose()
      invalidate()
    })
    return () => {
      isWanted = false
      loaded?.dispose()
      setTexture(undefined)
    }
  }, [url, invalidate])
  const geometry = useMemo(() => {
    const corners = underlayCorners(underlay).flatMap((corner) => planToWorld(corner, OVER_M))
    const made = new BufferGeometry()
    made.setAttribute('position', new BufferAttribute(new Float32Array(corners), 3))
    made.setAttribute('uv', new BufferAttribute(new Float32Array([0, 0, 1, 0, 1, 1, 0, 1]), 2))
    made.setIndex([0, 1, 2, 0, 2, 3])
    return made
  }, [underlay])
  useDisposed(geometry)
  if (texture === undefined) return null
  return (
    <mesh geometry={geometry} renderOrder={1}>
      <meshBasicMaterial map={texture} transparent opacity={underlay.opacity} depthWrite={false} />
    </mesh>
  )
}
