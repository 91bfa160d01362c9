import { Canvas, useFrame, useThree } from '@react-three/fiber'
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useEffectEvent, useMemo, useRef } from 'react'
import type { Color } from 'three'
import type { BuildingStorey, BuiltRoom } from '#shared/building/building'
import type { Catalogue } from '#shared/document/catalogue'
import type { Shape } from '#shared/drawing/shape'
import { afterGoing, type Going, type Stand, walkGround } from '../tools/walking'
import { Ceiling } from './Ceiling'
import { FloorShapes } from './FloorShapes'
import { Furniture } from './Furniture'
import { FULL_HEIGHT_M } from './heights'
import { Light } from './Light'
import { type Palette, paletteFrom } from './palette'
import { planToWorld } from './plan-to-world'
import './scene.css'
import { Shell } from './Shell'

/** Keys that are held while one goes, by their place on the keyboard. */
const GOES: Readonly<Record<string, keyof typeof WAYS>> = {
  KeyW: 'ahead',
  ArrowUp: 'ahead',
  KeyS: 'back',
  ArrowDown: 'back',
  KeyA: 'left',
  KeyD: 'right',
  ArrowLeft: 'turnLeft',
  ArrowRight: 'turnRight',
  KeyQ: 'turnLeft',
  KeyE: 'turnRight',
}
const WAYS = {
  ahead: { ahead: 1, aside: 0, turn: 0 },
  back: { ahead: -1, aside: 0, turn: 0 },
  left: { ahead: 0, aside: -1, turn: 0 },
  right: { ahead: 0, aside: 1, turn: 0 },
  turnLeft: { ahead: 0, aside: 0, turn: 1 },
  turnRight: { ahead: 0, aside: 0, turn: -1 },
} as const satisfies Readonly<Record<string, Going>>

/** Degrees that a drag by a pixel looks round by, and how far up or down one may look. */
const LOOK_DEGREES_PX = 0.25
const STEEPEST_DEGREES = 85
/** A wide view, as one has it in a room. Degrees, upright. */
const FIELD_DEGREES = 68
/** After a pause of the page nobody has walked on: a step takes no longer than this. Seconds. */
const LONGEST_S = 0.1
const RADIANS = Math.PI / 180

export type Body = { readonly eye: number; readonly pitch: number; readonly radius: number; readonly speed: number }

/** The storey as somebody sees it who goes through it: walls stop them, doors let them through. Mount it anew for another start. */
export function WalkScene({
  storey,
  catalogue,
  start,
  body,
  isFine,
  isFurnished,
  floorOf,
  shapes,
  label,
  onStand,
}: {
  readonly storey: BuildingStorey
  readonly catalogue: Catalogue
  readonly start: Stand
  readonly body: Body
  readonly isFine: boolean
  readonly isFurnished: boolean
  readonly floorOf: (room: BuiltRoom, palette: Palette) => Color
  readonly shapes: readonly Shape[]
  readonly label: string
  readonly onStand: (stand: Stand) => void
}) {
  const palette = useMemo(() => paletteFrom(getComputedStyle(document.documentElement)), [])
  const colourOf = useMemo(() => (room: BuiltRoom) => floorOf(room, palette), [floorOf, palette])
  const casting = useMemo(() => ({ storey, isFurnished, isFine }), [storey, isFurnished, isFine])
  const held = useRef(new Set<string>())
  const looked = useRef({ turn: 0, tilt: 0 })
  const dragged = useRef<{ readonly x: number; readonly y: number } | undefined>(undefined)
  const wake = useRef<() => void>(() => undefined)

  const onKey = (event: KeyboardEvent, isDown: boolean) => {
    if (event.ctrlKey || event.metaKey || event.altKey || GOES[event.code] === undefined) return
    event.preventDefault()
    if (isDown) held.current.add(event.code)
    else held.current.delete(event.code)
    wake.current()
  }
  const onDrag = (event: PointerEvent) => {
    const from = dragged.current
    if (from === undefined) return
    looked.current.turn += (event.clientX - from.x) * LOOK_DEGREES_PX
    looked.current.tilt += (event.clientY - from.y) * LOOK_DEGREES_PX
    dragged.current = { x: event.clientX, y: event.clientY }
    wake.current()
  }
  return (
    <div className="scene is-walk">
      <Canvas
        frameloop="demand"
        flat
        shadows="percentage"
        dpr={[1, 2]}
        camera={{ fov: FIELD_DEGREES, near: 0.05, far: 300 }}
        role="application"
        tabIndex={0}
        aria-label={label}
        onKeyDown={(event) => onKey(event, true)}
        onKeyUp={(event) => onKey(event, false)}
        onBlur={() => held.current.clear()}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          dragged.current = { x: event.clientX, y: event.clientY }
        }}
        onPointerMove={onDrag}
        onPointerUp={() => {
          dragged.current = undefined
        }}
        onPointerCancel={() => {
          dragged.current = undefined
        }}
      >
        <Light storey={storey} height={FULL_HEIGHT_M} hasShadows={false} casting={casting} />
        <Shell storey={storey} height="full" palette={palette} floorOf={colourOf} isFurnished={isFurnished} />
        <Ceiling storey={storey} />
        {isFurnished && (
          <Furniture fixtures={storey.fixtures} catalogue={catalogue} palette={palette} detail={isFine ? 'fine' : 'plain'} selection={undefined} />
        )}
        <FloorShapes shapes={shapes} palette={palette} />
        <Eyes storey={storey} start={start} body={body} held={held} looked={looked} wake={wake} onStand={onStand} />
      </Canvas>
    </div>
  )
}

/** Moves the camera as the one whose eyes it is goes and looks; draws only while they do. */
function Eyes({
  storey,
  start,
  body,
  held,
  looked,
  wake,
  onStand,
}: {
  readonly storey: BuildingStorey
  readonly start: Stand
  readonly body: Body
  readonly held: RefObject<Set<string>>
  readonly looked: RefObject<{ turn: number; tilt: number }>
  readonly wake: RefObject<() => void>
  readonly onStand: (stand: Stand) => void
}) {
  const invalidate = useThree((three) => three.invalidate)
  const canvas = useThree((three) => three.gl.domElement)
  const stand = useRef<Stand>(start)
  const pitch = useRef(body.pitch)
  const last = useRef<number | undefined>(undefined)
  const ground = useMemo(() => walkGround(storey), [storey])
  const told = useEffectEvent((at: Stand) => onStand(at))

  useEffect(() => {
    wake.current = () => invalidate()
    canvas.closest<HTMLElement>('[role="application"]')?.focus()
    told(stand.current)
  }, [canvas, invalidate, wake])
  useEffect(() => {
    pitch.current = body.pitch
    invalidate()
  }, [body, invalidate])

  useFrame(({ camera, clock }) => {
    const now = clock.elapsedTime
    const seconds = last.current === undefined ? 1 / 60 : Math.min(LONGEST_S, now - last.current)
    const going = goingOf(held.current)
    const isGoing = going.ahead !== 0 || going.aside !== 0 || going.turn !== 0
    last.current = isGoing ? now : undefined
    const { turn, tilt } = looked.current
    looked.current = { turn: 0, tilt: 0 }
    pitch.current = Math.min(STEEPEST_DEGREES, Math.max(-STEEPEST_DEGREES, pitch.current + tilt))
    const before = stand.current
    const after = isGoing ? afterGoing(ground, before, going, { radius: body.radius, speed: body.speed, seconds }) : before
    stand.current = { at: after.at, heading: after.heading + turn }
    camera.position.set(...planToWorld(stand.current.at, body.eye))
    // Three's camera looks along minus z, which is up the page: a heading of 90.
    camera.rotation.set(pitch.current * RADIANS, (stand.current.heading - 90) * RADIANS, 0, 'YXZ')
    if (isGoing || turn !== 0) onStand(stand.current)
    if (isGoing) invalidate()
  })
  return null
}

function goingOf(held: ReadonlySet<string>): Going {
  let going: Going = { ahead: 0, aside: 0, turn: 0 }
  for (const code of held) {
    const key = GOES[code]
    if (key === undefined) continue
    const way = WAYS[key]
    going = { ahead: going.ahead + way.ahead, aside: going.aside + way.aside, turn: going.turn + way.turn }
  }
  return { ahead: Math.sign(going.ahead), aside: Math.sign(going.aside), turn: Math.sign(going.turn) }
}
