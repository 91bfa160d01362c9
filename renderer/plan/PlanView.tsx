import { memo, type PointerEvent, type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Id } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import type { BuildingStorey } from '#shared/building/building'
import type { Catalogue } from '#shared/document/catalogue'
import type { RecordTable } from '#shared/document/document'
import type { DrawnPart } from '#shared/drawing/options'
import type { Point } from '#shared/geometry/point'
import type { Flowing } from '../state/flowing'
import type { Hand } from '../state/hand'
import { isSpaceHeld } from '../state/space-key'
import { useHand } from '../state/use-hand'
import type { Preview } from '../state/view-store'
import { type Target, targetOf, targetOfWall } from '../tools/target'
import type { ToolChoice } from '../tools/tool-choice'
import { BelowLayer } from './BelowLayer'
import { type Camera, type Extent, fitted, panned, type Size, toPlan, toView, zoomed } from './camera'
import { FlowLayers, FlowSigns, SightLayer } from './FlowLayers'
import { planFrame } from './frame'
import { HeldMarks } from './HeldMarks'
import { HitAreas } from './HitAreas'
import { LabelLayer } from './LabelLayer'
import { Legend } from './Legend'
import { NotePins } from './NotePins'
import { Overlay } from './Overlay'
import { UnderlayLayer } from './UnderlayLayer'
import './plan.css'
import type { PlanLens } from './plan-lens'
import { ScaleBar } from './ScaleBar'
import { FurnitureLayer, ShapeLayer, WallsLayer } from './ShapeLayer'
import { SketchLayer } from './SketchLayer'
import { TypedField } from './TypedField'
import { usePinch } from './use-pinch'
import { usePlanLayers } from './use-plan-layers'
import { useWholeView, type Whole } from './use-whole-view'

export type PlanViewProps = {
  /** The table is as committed; `storey` is what is shown, a lawful preview included. */
  readonly design: Id
  readonly table: RecordTable
  readonly storey: BuildingStorey
  /** The storey below, shown faintly. */
  readonly below?: BuildingStorey | undefined
  readonly catalogue: Catalogue
  readonly isLocked: boolean
  readonly parts: readonly DrawnPart[]
  /** Layers over the plan, and the journey that is followed. */
  readonly flowing: Flowing
  /** Where it looks; shared with the plan beside it. */
  readonly lens: PlanLens
  readonly whole: Whole
  readonly selected: readonly Id[]
  readonly tool: ToolChoice
  readonly hand: Hand
  readonly preview: Preview | undefined
  /** Counts the times that the whole plan was asked for. */
  readonly fitCount: number
  readonly label: string
  readonly say: (message: Message) => string
  /** Drawn over the plan, under its names; gets the pixels a metre. */
  readonly over?: ((scale: number) => ReactNode) | undefined
  /** Fields over the plan, where a point of it is on the screen. */
  readonly fields?: ((toView: (at: Point) => Point) => ReactNode) | undefined
  /** Puts the tool in the hand away. */
  readonly onLeaveTool: () => void
  readonly onPickTrip: (key: string) => void
  /** A ribbon, by its flow and the nodes it joins. */
  readonly onPickRibbon: (key: string) => void
}

/** Room for the names of gates beside the plan; less of it where two plans share the window. */
function marginOf({ width }: Size) {
  return { across: Math.min(96, Math.max(70, width * 0.16)), up: 60 }
}
/** The bar of tools lies over so much of a plan that has the window to itself, on the left. Pixels. */
const BAR_PX = 56
const WIDE_BAR_PX = 98
/** In a lower plan than this the bar takes two columns. */
const TALL_PX = 770
const ALONE_PX = 640

/** The names of gates stand so far out, in metres of the plan and then in pixels of their own: on a very large screen the metres count. */
const GATE_M = 1.15
const GATE_NAME_PX = 70

/** All of a plan with the names of its gates. */
function wholePlan(extent: Extent, size: Size): Camera {
  const camera = wholeOf(extent, size)
  if (GATE_M * camera.scale + GATE_NAME_PX <= marginOf(size).across) return camera
  const { left, right, bottom, top } = extent
  return wholeOf({ left: left - GATE_M, right: right + GATE_M, bottom: bottom - GATE_M, top: top + GATE_M }, size)
}

/** All of an extent, clear of the bar of tools. */
function wholeOf(extent: Extent, size: Size): Camera {
  const margin = marginOf(size)
  const bar = size.width < ALONE_PX ? 0 : size.height < TALL_PX ? WIDE_BAR_PX : BAR_PX
  const camera = fitted(extent, size, { ...margin, across: margin.across + bar / 2 })
  return { ...camera, x: camera.x - bar / 2 / camera.scale }
}
/** Arrow keys move what is selected, so the plan can be reached by Tab. */
const TAKES_KEYS = { tabIndex: 0 } as const
/** Below so many pixels a metre the details of furniture and the swings of doors would only be specks. */
const FAR_SCALE = 6

export function PlanView(props: PlanViewProps) {
  const { table, storey, flowing, isLocked, selected, preview, fitCount, hand, tool } = props
  const box = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  const { lens, whole } = props
  const { camera, wanted, isPressed } = useStore(lens)
  const [isPanning, setPanning] = useState(false)
  const [isPointed, setPointed] = useState(false)
  const pan = useRef<Point | undefined>(undefined)
  const bounds = useRef<DOMRect | undefined>(undefined)
  const look = useCallback(
    (change: (camera: Camera) => Camera) => lens.setState(({ camera: before }) => ({ camera: change(before), isFitted: false })),
    [lens],
  )
  const layers = usePlanLayers(storey, props.parts, camera.scale, props.flowing.layers)
  const pinch = usePinch(size, look)

  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const watch = new ResizeObserver(() => {
      bounds.current = undefined
      setSize({ width: element.clientWidth, height: element.clientHeight })
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [])

  const worksIn = useStore(hand.store, (state) => (state.isBusy ? state.design : undefined))
  useWholeView({ lens, whole, fitCount, size, isAtWork: isPressed || worksIn !== undefined, cameraOf: wholePlan })

  useEffect(() => {
    if (wanted !== undefined && size.width > 0) lens.setState({ camera: wholeOf(wanted, size), isFitted: false, wanted: undefined })
  }, [wanted, size, lens])

  const place = (event: { clientX: number; clientY: number; type?: string; buttons?: number }): Point => {
    // Nothing moves the plan while a button is held, and to ask would lay out the page at every move of a drag.
    const isHeld = event.type === 'pointermove' && event.buttons !== 0
    if (!isHeld || bounds.current === undefined) bounds.current = box.current?.getBoundingClientRect()
    return { x: event.clientX - (bounds.current?.left ?? 0), y: event.clientY - (bounds.current?.top ?? 0) }
  }
  const onPlan = (event: { clientX: number; clientY: number; type?: string; buttons?: number }) => toPlan(camera, size, place(event))
  const onView = useCallback((at: Point) => toView(camera, size, at), [camera, size])
  const isHeld = isPanning || (worksIn === props.design && preview !== undefined && tool.tool === 'select')
  const frame = planFrame(camera.scale)
  // Before it has a size nothing is seen: a large plan would be drawn once in full and then from far off.
  const isFar = size.width === 0 || camera.scale < FAR_SCALE
  const fed = useHand<PointerEvent>({
    hand,
    tool,
    design: props.design,
    storey: storey.storey.id,
    middle: camera,
    scale: camera.scale,
    onPlan,
    targetUnder: (event) => targetUnder(event.target, table, storey),
    onLeave: props.onLeaveTool,
  })

  useEffect(() => {
    const element = box.current
    if (element === null) return
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const bounds = element.getBoundingClientRect()
      const at = { x: event.clientX - bounds.left, y: event.clientY - bounds.top }
      const now = { width: bounds.width, height: bounds.height }
      // Two fingers on a touchpad come in small or sideways steps; a wheel comes in large upright ones.
      const isTouchpad = !event.ctrlKey && event.deltaMode === 0 && (event.deltaX !== 0 || Math.abs(event.deltaY) < 40)
      if (isTouchpad) look((camera) => panned(camera, { x: -event.deltaX, y: -event.deltaY }))
      else look((camera) => zoomed(camera, now, at, Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016))))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [look])

  return (
    <div
      ref={box}
      className={`plan ${isLocked ? 'is-locked' : ''} ${isPointed ? 'is-pointed' : ''} ${tool.tool === 'select' ? '' : 'has-tool'} ${isFar ? 'is-far' : ''} ${props.parts.length > 0 || isFlowing(flowing) ? 'is-tracing' : ''}`}
    >
      <svg
        className={isHeld ? 'is-held' : undefined}
        role="application"
        aria-label={props.label}
        {...TAKES_KEYS}
        onKeyDown={() => setPointed(false)}
        onPointerDown={(event) => {
          setPointed(true)
          lens.setState({ isPressed: true })
          event.currentTarget.setPointerCapture(event.pointerId)
          if (pinch.down(event, place(event))) return fed.cancel()
          if (event.button === 1 || isSpaceHeld()) {
            pan.current = place(event)
            setPanning(true)
            event.preventDefault()
          } else if (event.button === 0 && tool.tool === 'select') {
            const ribbon = partUnder(event.target, '.ribbons')
            if (ribbon !== undefined) return props.onPickRibbon(ribbon)
            const trip = partUnder(event.target, '.routes')
            if (trip !== undefined) return props.onPickTrip(trip)
            fed.down(event)
          } else if (event.button !== 1) fed.down(event)
        }}
        onPointerMove={(event) => {
          if (pinch.move(event, place(event))) return
          const from = pan.current
          if (from !== undefined) {
            const at = place(event)
            pan.current = at
            look((camera) => panned(camera, { x: at.x - from.x, y: at.y - from.y }))
          } else fed.move(event)
        }}
        onPointerUp={(event) => {
          lens.setState({ isPressed: false })
          pinch.up(event)
          if (pan.current !== undefined) {
            pan.current = undefined
            setPanning(false)
            return
          }
          fed.up(event)
        }}
        onPointerCancel={(event) => {
          lens.setState({ isPressed: false })
          pinch.up(event)
          pan.current = undefined
          setPanning(false)
          fed.cancel()
        }}
        onDoubleClick={fed.doubleClick}
        onContextMenu={(event) => event.preventDefault()}
      >
        <Hatches scale={camera.scale} />
        <g transform={`translate(${size.width / 2 - camera.x * camera.scale} ${size.height / 2 + camera.y * camera.scale}) scale(${camera.scale})`}>
          <ShapeLayer className="floors" shapes={layers.floors} />
          {props.below !== undefined && <BelowLayer storey={props.below} />}
          <UnderlayLayer table={table} storey={storey.storey.id} preview={preview} />
          <SightLayer flowing={flowing} unit={layers.unit} />
          <FurnitureLayer fixtures={layers.fixtures} catalogue={props.catalogue} isFar={isFar} />
          <WallsLayer openEdges={storey.openEdges} walls={storey.walls} openings={storey.openings} isFar={isFar} />
          <HitAreas walls={storey.walls} openings={storey.openings} />
          <FlowLayers flowing={flowing} storey={storey} unit={layers.unit} say={props.say} />
          <g className="traces">
            <ShapeLayer className="marks" shapes={layers.marks} />
            <ShapeLayer className="routes" shapes={layers.routes} />
          </g>
          {props.over?.(camera.scale)}
          <Overlay
            table={table}
            storey={storey}
            selected={selected}
            preview={preview}
            frame={frame}
            hasHandles={tool.tool === 'select' && !isLocked}
          />
          <LabelLayer storey={storey} scale={layers.stepped} hasRooms={props.flowing.layers.labels} say={props.say} />
          <FlowSigns flowing={flowing} storey={storey} unit={layers.unit} say={props.say} />
          <HeldMarks table={table} storey={storey} scale={camera.scale} />
          <NotePins table={table} storey={storey.storey.id} selected={selected} preview={preview} scale={camera.scale} />
          <SketchLayer hand={hand} design={props.design} frame={frame} />
        </g>
        <rect className="held-cover" width={size.width} height={size.height} />
      </svg>
      <TypedField hand={hand} design={props.design} tool={tool} toView={onView} />
      {props.fields?.(onView)}
      <Legend storey={storey} parts={props.parts} flowing={flowing} />
      <ScaleBar scale={camera.scale} say={props.say} />
    </div>
  )
}

/** What a ghost and a conflict are filled with. `scale`: pixels a metre. */
const Hatches = memo(function Hatches({ scale }: { readonly scale: number }) {
  return (
    <defs>
      <pattern id="ghost-hatch" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform={`scale(${1 / scale}) rotate(45)`}>
        <rect width="10" height="10" fill="#9a1b2f" opacity="0.08" />
        <line x1="0" y1="0" x2="0" y2="10" stroke="#9a1b2f" strokeWidth="4" opacity="0.45" />
      </pattern>
      <pattern id="conflict-hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform={`scale(${1 / scale}) rotate(45)`}>
        <rect width="8" height="8" fill="#f4d3d8" />
        <line x1="0" y1="0" x2="0" y2="8" stroke="#cf6476" strokeWidth="3" />
      </pattern>
    </defs>
  )
})

/** What lies under the pointer, from the marks that the shapes carry. */
function targetUnder(under: EventTarget, table: RecordTable, storey: BuildingStorey): Target | undefined {
  if (!(under instanceof Element)) return undefined
  const corner = under.getAttribute('data-corner')
  const room = under.getAttribute('data-of')
  if (corner !== null && room !== null) return { kind: 'corner', id: room, corner }
  const wall = under.closest('[data-wall]')?.getAttribute('data-wall')
  if (wall !== null && wall !== undefined) {
    const piece = storey.walls.find(({ key }) => key === wall)
    return piece === undefined ? undefined : targetOfWall(table, piece)
  }
  const element = under.closest('[data-element]')?.getAttribute('data-element')
  return element === null || element === undefined ? undefined : targetOf(table, element)
}

/** Furniture steps back while something moves over it. */
function isFlowing({ layers, story }: Flowing): boolean {
  return layers.flows.length > 0 || layers.onlyTrips !== undefined || story !== undefined
}

function partUnder(under: EventTarget, layer: string): string | undefined {
  return under instanceof Element && under.closest(layer) !== null ? (under.getAttribute('data-part') ?? undefined) : undefined
}
