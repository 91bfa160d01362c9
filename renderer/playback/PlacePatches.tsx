import { useFrame } from '@react-three/fiber'
import { useMemo } from 'react'
import { BufferAttribute, BufferGeometry, Color, MeshBasicMaterial } from 'three'
import type { Point } from '#shared/geometry/point'
import type { Player } from '#shared/simulation/playback/player'
import { addFlat, noTriangles } from '../scene/prism'
import { useDisposed } from '../scene/use-disposed'
import type { PlayClock } from './clock'
import { dayColours } from './day-colours'
import { PATCH_M, type PlaceMarks, type PlaceState, stateOf } from './place-marks'

/** Over the floor, under all that stands on it. Metres. */
const OVER_M = 0.015
const CORNERS = 20
/** From stripe to stripe, across them. Metres. */
const STRIPE_M = 0.34

/** How places stand, as colours on the floor, those that are being turned round in stripes: one draw call for all of them. */
export function PlacePatches({ player, marks, clock }: { readonly player: Player; readonly marks: PlaceMarks; readonly clock: PlayClock }) {
  const { geometry, starts, shown } = useMemo(() => patchGeometry(marks), [marks])
  const material = useMemo(patchMaterial, [])
  const paints = useMemo(paintsOf, [])
  useDisposed(geometry)
  useDisposed(material)
  useFrame(() => {
    player.at(clock.now())
    const colours = geometry.getAttribute('color') as BufferAttribute
    const stripes = geometry.getAttribute('striped') as BufferAttribute
    let isChanged = false
    marks.patches.forEach(({ place: of }, index) => {
      const state = stateOf(player.places, of)
      if (shown[index] === state) return
      shown[index] = state
      isChanged = true
      const { paint, striped } = paints[state]
      for (let corner = starts[index]!; corner < starts[index + 1]!; corner++) {
        colours.setXYZW(corner, ...paint)
        stripes.setX(corner, striped)
      }
    })
    if (!isChanged) return
    colours.needsUpdate = true
    stripes.needsUpdate = true
  })
  return <mesh geometry={geometry} material={material} renderOrder={2} frustumCulled={false} />
}

type Paint = { readonly paint: readonly [red: number, green: number, blue: number, alpha: number]; readonly striped: 0 | 1 }

/** As on the plan: what is taken is flat, what is turned round is striped. */
function paintsOf(): Readonly<Record<PlaceState, Paint>> {
  const { taken, turned } = dayColours()
  const [flat, stripe] = [new Color(taken), new Color(turned)]
  return {
    free: { paint: [0, 0, 0, 0], striped: 0 },
    taken: { paint: [flat.r, flat.g, flat.b, 0.34], striped: 0 },
    turned: { paint: [stripe.r, stripe.g, stripe.b, 0.85], striped: 1 },
  }
}

function patchMaterial(): MeshBasicMaterial {
  const material = new MeshBasicMaterial({ vertexColors: true, transparent: true, depthWrite: false })
  material.onBeforeCompile = (shader) => {
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', '#include <common>\nattribute float striped;\nvarying float vStriped;\nvarying vec2 vFloor;')
      .replace('#include <begin_vertex>', '#include <begin_vertex>\nvStriped = striped;\nvFloor = position.xz;')
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', '#include <common>\nvarying float vStriped;\nvarying vec2 vFloor;')
      .replace('#include <color_fragment>', `#include <color_fragment>\n${STRIPED}`)
  }
  return material
}

/** Stripes on the slant, a faint ground between them; where they are finer than the screen they run together into one tint. */
const STRIPED = `
  if (vStriped > 0.5) {
    float across = (vFloor.x + vFloor.y) / ${(STRIPE_M * Math.SQRT2).toFixed(3)};
    float soft = fwidth(across) * 2.0;
    float stripe = smoothstep(0.5 - soft, 0.5 + soft, abs(fract(across) - 0.5) * 2.0);
    diffuseColor.a *= mix(stripe * 0.84 + 0.16, 0.58, clamp(soft - 0.5, 0.0, 1.0));
  }
`

function patchGeometry({ patches }: PlaceMarks) {
  const triangles = noTriangles()
  const starts = [0]
  for (const { ring, x, y } of patches) {
    addFlat(triangles, ring ?? disc(x, y), OVER_M)
    starts.push(triangles.positions.length / 3)
  }
  const corners = triangles.positions.length / 3
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(triangles.positions), 3))
  geometry.setAttribute('color', new BufferAttribute(new Float32Array(corners * 4), 4))
  geometry.setAttribute('striped', new BufferAttribute(new Float32Array(corners), 1))
  // What each patch was last told.
  const shown: PlaceState[] = []
  return { geometry, starts, shown }
}

function disc(x: number, y: number): readonly Point[] {
  return Array.from({ length: CORNERS }, (_, at) => {
    const angle = (at / CORNERS) * Math.PI * 2
    return { x: x + PATCH_M * Math.cos(angle), y: y + PATCH_M * Math.sin(angle) }
  })
}
