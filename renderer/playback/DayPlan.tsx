import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { BuildingStorey } from '#shared/building/building'
import type { Point } from '#shared/geometry/point'
import type { Film } from '#shared/simulation/playback/film'
import { AWAY } from '#shared/simulation/playback/film'
import { agentName } from '#shared/simulation/playback/film-story'
import { Player } from '#shared/simulation/playback/player'
import { type Camera, type Extent, fitted, panned, type Size, steppedScale, zoomed } from '../plan/camera'
import { LabelLayer } from '../plan/LabelLayer'
import type { PlanLens } from '../plan/plan-lens'
import { FurnitureLayer, ShapeLayer, WallsLayer } from '../plan/ShapeLayer'
import { usePinch } from '../plan/use-pinch'
import { usePlanLayers } from '../plan/use-plan-layers'
import '../plan/plan.css'
import { catalogue } from '../state/catalogue'
import { say } from '../state/words'
import type { PlayClock } from './clock'
import { dayColours } from './day-colours'
import './day-plan.css'
import type { FigureLook } from './figures'
import type { GroundLayer } from './ground-picture'
import { agentAt, type PlanScene, paintPlan } from './paint-plan'
import { placeMarksOf } from './place-marks'
import { Sprites } from './sprites'
import { useGround } from './use-ground'

export type DayViewProps = {
  readonly film: Film
  readonly storey: BuildingStorey
  readonly looks: readonly FigureLook[]
  readonly clock: PlayClock
  readonly ground: GroundLayer
  /** What the strongest colour of a heat map stands for. */
  readonly most: number
  readonly hasStates: boolean
  readonly followed: number | undefined
  readonly onFollow: (agent: number | undefined) => void
  readonly label: string
}

const MARGIN_PX = { across: 76, up: 62 }
/** A figure is so large on the screen, less where the whole plan is small. Pixels. */
const RADIUS_PX = { least: 6, most: 12, aMetre: 0.46 }
/** A press that moves less is a click. Pixels. */
const STILL_PX = 4
/** Whoever is followed stays so far from the edges: a share of the view. */
const IN_SIGHT = 0.22
const PAN_PX = 60
const NEARER = 1.25
const NO_PARTS: readonly never[] = []
const SHOWN = { floors: 'zone', furniture: true } as const

/** A day on the plan: the plan is a drawing that stands still, and whatever moves is painted over it. */
export function DayPlan(props: DayViewProps & { readonly lens: PlanLens; readonly whole: Extent | undefined; readonly fitCount: number }) {
  const { film, storey, looks, clock, lens, whole, followed, label } = props
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  const [hovered, setHovered] = useState<number>()
  const [isPointed, setPointed] = useState(false)
  const camera = useStore(lens, (state) => state.camera)
  const press = useRef<{ readonly from: Point; at: Point; isStill: boolean } | undefined>(undefined)
  const storeyAt = film.storeys.indexOf(storey.storey.id)
  const player = useMemo(() => new Player(film), [film])
  const marks = useMemo(() => placeMarksOf(film, storeyAt, storey), [film, storeyAt, storey])
  const layers = usePlanLayers(storey, NO_PARTS, camera.scale, SHOWN)
  const radius = Math.round(Math.min(RADIUS_PX.most, Math.max(RADIUS_PX.least, steppedScale(camera.scale) * RADIUS_PX.aMetre)))
  const [ratio] = useState(() => window.devicePixelRatio)
  const sprites = useMemo(() => new Sprites(radius, ratio, dayColours()), [radius, ratio])
  const look = useCallback(
    (change: (camera: Camera) => Camera) => lens.setState(({ camera: before }) => ({ camera: change(before), isFitted: false })),
    [lens],
  )
  const pinch = usePinch(size, look)
  const repaint = useRef<() => void>(() => undefined)
  const changed = useCallback(() => repaint.current(), [])
  const ground = useGround(film, storeyAt, storey, props.ground, looks, props.most, clock, changed)
  const scene: PlanScene = {
    film,
    player,
    storey: storeyAt,
    looks,
    sprites,
    colours: dayColours(),
    marks,
    hasStates: props.hasStates,
    ground: ground?.picture,
    followed,
    hovered,
    nameOf: (agent) => say(agentName(film, agent)),
  }

  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const watch = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])

  const { fitCount } = props
  useEffect(() => {
    if (size.width === 0 || whole === undefined) return
    if (lens.getState().fitCount !== fitCount) lens.setState({ isFitted: true, fitCount })
    if (lens.getState().isFitted) lens.setState({ camera: fitted(whole, size, MARGIN_PX) })
  }, [lens, fitCount, size, whole])

  const paint = useEffectEvent((time: number) => {
    const context = canvas.current?.getContext('2d')
    if (context === null || context === undefined || size.width === 0) return
    paintPlan({ paint: context, camera: lens.getState().camera, size, ratio }, scene, time)
    if (followed !== undefined) keepInSight(followed)
  })
  /** The view goes along with whoever is followed, once they come near its edge. */
  const keepInSight = (agent: number) => {
    const { x, y, doing, storey: on } = player.positions
    if (doing[agent] === AWAY || on[agent] !== storeyAt || !clock.store.getState().isPlaying) return
    const { camera: now } = lens.getState()
    const [px, py] = [(x[agent]! - now.x) * now.scale, (y[agent]! - now.y) * now.scale]
    const isOut = Math.abs(px) > size.width * (0.5 - IN_SIGHT) || Math.abs(py) > size.height * (0.5 - IN_SIGHT)
    if (isOut) lens.setState({ camera: { ...now, x: x[agent]!, y: y[agent]! }, isFitted: false })
  }
  useEffect(() => {
    const stop = clock.onFrame((time) => paint(time))
    repaint.current = () => paint(clock.now())
    return () => {
      stop()
    }
  }, [clock])
  // Whatever else it is drawn from has changed: once more, as it stands.
  useLayoutEffect(() => paint(clock.now()))

  useEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const bounds = element.getBoundingClientRect()
      const at = { x: event.clientX - bounds.left, y: event.clientY - bounds.top }
      const isTouchpad = !event.ctrlKey && event.deltaMode === 0 && (event.deltaX !== 0 || Math.abs(event.deltaY) < 40)
      if (isTouchpad) look((before) => panned(before, { x: -event.deltaX, y: -event.deltaY }))
      else look((before) => zoomed(before, bounds, at, Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016))))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [look])

  const place = (event: PointerEvent): Point => {
    const bounds = box.current?.getBoundingClientRect()
    return { x: event.clientX - (bounds?.left ?? 0), y: event.clientY - (bounds?.top ?? 0) }
  }
  const under = (at: Point) => agentAt(scene, lens.getState().camera, size, at, sprites.half + 4)
  return (
    <div
      ref={box}
      className={`plan day-plan ${isPointed ? 'is-pointed' : ''}`}
      onPointerDown={(event) => {
        setPointed(true)
        const at = place(event)
        event.currentTarget.setPointerCapture(event.pointerId)
        if (!pinch.down(event, at)) press.current = { from: at, at, isStill: true }
      }}
      onPointerMove={(event) => {
        const at = place(event)
        if (pinch.move(event, at)) return
        const now = press.current
        if (now === undefined) return setHovered(under(at))
        if (Math.hypot(at.x - now.from.x, at.y - now.from.y) >= STILL_PX) now.isStill = false
        if (!now.isStill) look((before) => panned(before, { x: at.x - now.at.x, y: at.y - now.at.y }))
        now.at = at
      }}
      onPointerUp={(event) => {
        pinch.up(event)
        const now = press.current
        press.current = undefined
        if (now?.isStill === true) props.onFollow(under(now.from))
      }}
      onPointerCancel={(event) => {
        pinch.up(event)
        press.current = undefined
      }}
      onPointerLeave={() => setHovered(undefined)}
    >
      <svg
        role="application"
        aria-label={label}
        {...TAKES_KEYS}
        onKeyDown={(event) => {
          setPointed(false)
          moveByKey(event, look, size)
        }}
      >
        <g transform={`translate(${size.width / 2 - camera.x * camera.scale} ${size.height / 2 + camera.y * camera.scale}) scale(${camera.scale})`}>
          <ShapeLayer className="floors" shapes={layers.floors} />
          <FurnitureLayer fixtures={layers.fixtures} catalogue={catalogue} />
          <WallsLayer openEdges={storey.openEdges} walls={storey.walls} openings={storey.openings} />
          <LabelLayer storey={storey} scale={layers.stepped} hasRooms say={say} />
        </g>
      </svg>
      <canvas ref={canvas} aria-hidden width={Math.round(size.width * ratio)} height={Math.round(size.height * ratio)} />
    </div>
  )
}

/** The view can be moved by keys, so it can be reached by Tab. */
const TAKES_KEYS = { tabIndex: 0 } as const

function moveByKey(event: KeyboardEvent, look: (change: (camera: Camera) => Camera) => void, size: Size): void {
  const by: Readonly<Record<string, (camera: Camera) => Camera>> = {
    ArrowLeft: (camera) => panned(camera, { x: PAN_PX, y: 0 }),
    ArrowRight: (camera) => panned(camera, { x: -PAN_PX, y: 0 }),
    ArrowUp: (camera) => panned(camera, { x: 0, y: PAN_PX }),
    ArrowDown: (camera) => panned(camera, { x: 0, y: -PAN_PX }),
    '+': (camera) => zoomed(camera, size, middleOf(size), NEARER),
    '=': (camera) => zoomed(camera, size, middleOf(size), NEARER),
    '-': (camera) => zoomed(camera, size, middleOf(size), 1 / NEARER),
  }
  const move = by[event.key]
  if (move === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  look(move)
}

function middleOf({ width, height }: Size): Point {
  return { x: width / 2, y: height / 2 }
}
