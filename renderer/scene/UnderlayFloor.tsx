import { useThree } from '@react-three/fiber'
import { useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { BufferAttribute, BufferGeometry, MeshBasicMaterial, NoColorSpace, type Texture, TextureLoader } from 'three'
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
      texture.colorSpace = NoColorSpace // as the paper is taken out of them, and as they are written
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
  const material = useMemo(() => (texture === undefined ? undefined : inkOf(texture)), [texture])
  useDisposed(geometry)
  useDisposed(material)
  useLayoutEffect(() => {
    if (material !== undefined) material.opacity = underlay.opacity
    invalidate()
  }, [material, underlay.opacity, invalidate])
  return material === undefined ? null : <mesh geometry={geometry} material={material} renderOrder={1} />
}

/**
 * A picture without its paper, as on the plan: what is white lets the floor through, what is grey darkens it. Not by blending, which would
 * show nothing of the picture beside the floor, where the canvas is empty.
 */
function inkOf(map: Texture): MeshBasicMaterial {
  const material = new MeshBasicMaterial({ map, transparent: true, depthWrite: false })
  material.onBeforeCompile = (shader) => {
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <map_fragment>', `#include <map_fragment>\n${WITHOUT_PAPER}`)
      .replace('#include <colorspace_fragment>', '')
  }
  return material
}

/** The palest of the three colours is the paper's share of a spot; the rest is ink. */
const WITHOUT_PAPER = `
  float paper = min(diffuseColor.r, min(diffuseColor.g, diffuseColor.b));
  diffuseColor = vec4((diffuseColor.rgb - paper) / max(1.0 - paper, 0.004), diffuseColor.a * (1.0 - paper));
`
