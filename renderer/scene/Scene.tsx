import { Canvas } from '@react-three/fiber'
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import type { Color } from 'three'
import type { OrbitControls } from 'three/addons/controls/OrbitControls.js'
import type { Id } from '#shared/base/ids'
import type { BuildingStorey, BuiltRoom } from '#shared/building/building'
import type { Catalogue } from '#shared/document/catalogue'
import type { Underlay } from '#shared/document/elements/underlay'
import type { Shape } from '#shared/drawing/shape'
import { FloorShapes } from './FloorShapes'
import { Furniture } from './Furniture'
import { type WallHeight, wallTop } from './heights'
import { LabelPlacer } from './Labels'
import { Light } from './Light'
import { Marked } from './Marked'
import { type Beyond, OtherStorey } from './OtherStorey'
import { type Hover, Picker, type ScenePointer } from './Picker'
import { type Palette, paletteFrom } from './palette'
import './scene.css'
import { Shell } from './Shell'
import { SignPlacer, signsOf } from './Signs'
import type { SceneLens } from './scene-lens'
import { COVERED_PX } from './scene-moves'
import { UnderlayFloor } from './UnderlayFloor'
import { ViewControls } from './ViewControls'

export type SceneProps = {
  readonly storey: BuildingStorey
  /** The other storeys that are shown with it. */
  readonly beyond: readonly Beyond[]
  readonly catalogue: Catalogue
  readonly lens: SceneLens
  /** All that is selected; the last of it is brought out most. */
  readonly selected: readonly Id[]
  readonly pointer: ScenePointer
  /** Pointing at things says what they are; not while something is drawn. */
  readonly isPointing: boolean
  /** What an element is called, for the tip beside the pointer. */
  readonly nameOf: (id: Id) => string
  readonly height: WallHeight
  /** Shadows and broken edges; without a graphics card they cost too much. */
  readonly isFine: boolean
  readonly isFurnished: boolean
  readonly isNamed: boolean
  readonly floorOf: (room: BuiltRoom, palette: Palette) => Color
  /** What a screen reader hears in place of the picture. */
  readonly label: string
  readonly onKeyDown: (event: KeyboardEvent) => void
  /** Shapes of the plan that are laid on the floor: routes, conflicts, sight; their texts stand over it. */
  readonly shapes: readonly Shape[]
  /** The picture that lies under this storey. */
  readonly underlay?: SceneUnderlay | undefined
  /** What else stands in it: people of a simulated day. */
  readonly children?: ReactNode
}

/** A picture of a plan, and where its pixels are. */
export type SceneUnderlay = { readonly underlay: Underlay; readonly url: string }

/** One storey in 3D. Drawn only when something changes. Mount it only while it is shown. */
export function Scene(props: SceneProps) {
  const { storey, beyond, catalogue, lens, selected, height, isFine, isFurnished, isNamed, floorOf, shapes } = props
  const overlay = useRef<HTMLDivElement>(null)
  const controls = useRef<OrbitControls>(null)
  const selection = selected.at(-1)
  const palette = useMemo(() => paletteFrom(getComputedStyle(document.documentElement)), [])
  const [pointed, setHover] = useState<Hover>()
  const hover = props.isPointing ? pointed : undefined
  const pointedId = hover === undefined || selected.includes(hover.id) ? undefined : hover.id
  const pointedAt = useMemo(() => (pointedId === undefined ? undefined : [pointedId]), [pointedId])
  const colourOf = useMemo(() => (room: BuiltRoom) => floorOf(room, palette), [floorOf, palette])
  const casting = useMemo(() => ({ storey, height, isFurnished, isFine }), [storey, height, isFurnished, isFine])
  const wanted = useMemo(() => [selection, hover?.id], [selection, hover?.id])
  const isRoomHovered = storey.rooms.some(({ room }) => room.id === hover?.id)
  const signs = useMemo(() => signsOf(shapes), [shapes])
  const signBox = useRef<HTMLDivElement>(null)
  const top = wallTop(height)
  const [isPointed, setPointed] = useState(false)
  return (
    <div
      className={`scene ${isPointed ? 'is-pointed' : ''}`}
      onPointerDownCapture={() => setPointed(true)}
      onKeyDownCapture={() => setPointed(false)}
    >
      <Canvas
        orthographic
        frameloop="demand"
        flat
        shadows="percentage"
        dpr={[1, 2]}
        gl={{ antialias: true }}
        role="application"
        tabIndex={0}
        aria-label={props.label}
        onKeyDown={props.onKeyDown}
      >
        <Light storey={storey} height={top} hasShadows={isFine} casting={casting} />
        <Shell storey={storey} height={height} palette={palette} floorOf={colourOf} isFurnished={isFurnished} />
        {props.underlay !== undefined && <UnderlayFloor {...props.underlay} />}
        {isFurnished && (
          <Furniture fixtures={storey.fixtures} catalogue={catalogue} palette={palette} detail={isFine ? 'fine' : 'plain'} selection={selection} />
        )}
        {beyond.map((other) => (
          <OtherStorey
            key={other.storey.storey.id}
            beyond={other}
            catalogue={catalogue}
            palette={palette}
            height={height}
            floorOf={colourOf}
            isFurnished={isFurnished}
          />
        ))}
        {selected.length > 0 && <Marked storey={storey} ids={selected} palette={palette} isStrong />}
        {pointedAt !== undefined && <Marked storey={storey} ids={pointedAt} palette={palette} isStrong={false} />}
        <FloorShapes shapes={shapes} palette={palette} />
        {props.children}
        <SignPlacer signs={signs} overlay={signBox} />
        {isNamed && <LabelPlacer storey={storey} overlay={overlay} wanted={wanted} />}
        <Picker storey={storey} catalogue={catalogue} wallHeight={top} controls={controls} pointer={props.pointer} onHover={setHover} />
        <ViewControls storey={storey} beyond={beyond} lens={lens} height={top} covered={COVERED_PX} shared={controls} />
      </Canvas>
      {isNamed && (
        <div className="scene-labels" ref={overlay} aria-hidden>
          {storey.rooms.map(({ room }) => (
            <span key={room.id}>{room.name}</span>
          ))}
        </div>
      )}
      <div className="scene-signs" ref={signBox} aria-hidden>
        {signs.map(({ key, role, part, element, text }) => (
          <span
            key={key}
            data-role={role}
            data-part={part}
            className={element !== undefined && selected.includes(element) ? 'is-selected' : undefined}
          >
            {text}
          </span>
        ))}
      </div>
      {hover !== undefined && !(isNamed && isRoomHovered) && (
        <span className="scene-tip" aria-hidden style={{ transform: `translate(${hover.x + 14}px, ${hover.y + 18}px)` }}>
          {props.nameOf(hover.id)}
        </span>
      )}
    </div>
  )
}
