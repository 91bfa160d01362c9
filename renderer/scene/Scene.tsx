import { Canvas } from '@react-three/fiber'
import { type ReactNode, useMemo, useRef } from 'react'
import type { BuildingStorey } from '#shared/building/building'
import type { Catalogue } from '#shared/document/catalogue'
import { LabelPlacer } from './Labels'
import { paletteFrom } from './palette'
import { type Ribbon, Ribbons } from './Ribbons'
import './scene.css'
import { Storey } from './Storey'
import { ViewControls, type ViewHandle } from './ViewControls'

export type SceneProps = {
  readonly storey: BuildingStorey
  readonly catalogue: Catalogue
  /** Routes to show on the floor. */
  readonly ribbons: readonly Ribbon[]
  /** What a screen reader hears in place of the picture. */
  readonly label: string
  /** The buttons beside the scene; they get the handle that moves its camera. */
  readonly controls: (view: ViewHandle) => ReactNode
}

/** One storey in 3D, cut at 1.2 m. Drawn only when something changes. Mount it only while it is shown. */
export function Scene({ storey, catalogue, ribbons, label, controls }: SceneProps) {
  const overlay = useRef<HTMLDivElement>(null)
  const view = useRef<ViewHandle>(null)
  const palette = useMemo(() => paletteFrom(getComputedStyle(document.documentElement)), [])
  // The buttons outlive the camera they move, which is there only once the canvas is.
  const handle = useMemo<ViewHandle>(
    () => ({
      show: (name) => view.current?.show(name),
      zoomBy: (factor) => view.current?.zoomBy(factor),
      orbitBy: (degrees) => view.current?.orbitBy(degrees),
    }),
    [],
  )
  return (
    <div className="scene">
      <Canvas orthographic frameloop="demand" flat dpr={[1, 2]} gl={{ antialias: true }} role="img" aria-label={label}>
        <hemisphereLight args={['#ffffff', '#e9e6e0', 2.7]} />
        <directionalLight position={[-30, 60, 40]} intensity={0.9} color="#fff6e8" />
        <Storey storey={storey} catalogue={catalogue} palette={palette} />
        <Ribbons ribbons={ribbons} palette={palette} />
        <LabelPlacer storey={storey} overlay={overlay} />
        <ViewControls storey={storey} ref={view} />
      </Canvas>
      <div className="scene-labels" ref={overlay} aria-hidden>
        {storey.rooms.map(({ room }) => (
          <span key={room.id}>{room.name}</span>
        ))}
      </div>
      <div className="scene-controls">{controls(handle)}</div>
    </div>
  )
}
