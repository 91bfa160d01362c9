import { type ReactNode, useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Id } from '#shared/base/ids'
import type { Message } from '#shared/base/message'
import type { BuildingStorey } from '#shared/building/building'
import type { Edit } from '#shared/commands/edit'
import type { Catalogue } from '#shared/document/catalogue'
import type { RecordTable, WardDocument } from '#shared/document/document'
import type { DrawnPart } from '#shared/drawing/options'
import type { Point } from '#shared/geometry/point'
import type { Flowing } from '../state/flowing'
import type { Preview } from '../state/view-store'
import { IDLE, type MoveState, moveTool } from '../tools/move-tool'
import { type Target, targetOf, targetOfWall } from '../tools/target'
import { type Camera, type Extent, fitted, panned, type Size, toPlan, zoomed } from './camera'
import { FlowLayers, FlowSigns, SightLayer } from './FlowLayers'
import { HitAreas } from './HitAreas'
import { Legend } from './Legend'
import { Overlay } from './Overlay'
import './plan.css'
import type { PlanLens } from './plan-lens'
import { ScaleBar } from './ScaleBar'
import { ShapeLayer } from './ShapeLayer'
import { usePinch } from './use-pinch'
import { usePlanLayers } from './use-plan-layers'

/** What the whole plan is: this storey, and the one beside it. The key stays the same for as long as they are the same storeys. */
export type Whole = { readonly key: string; readonly extent: Extent | undefined }

export type PlanViewProps = {
  /** As committed; `storey` is what is shown, a lawful preview included. */
  readonly document: WardDocument
  readonly table: RecordTable
  readonly storey: BuildingStorey
  readonly catalogue: Catalogue
  readonly isLocked: boolean
  readonly parts: readonly DrawnPart[]
  /** Layers over the plan, and the journey that is followed. */
  readonly flowing: Flowing
  /** Where it looks; shared with the plan beside it. */
  readonly lens: PlanLens
  readonly whole: Whole
  readonly selection: Id | undefined
  readonly preview: Preview | undefined
  /** Counts the times that the whole plan was asked for. */
  readonly fitCount: number
  readonly label: string
  readonly say: (message: Message) => string
  /** Drawn over the plan, under its names; gets the pixels a metre. */
  readonly over?: ((scale: number) => ReactNode) | undefined
  readonly onSelect: (id: Id | undefined) => void
  readonly onPreview: (preview: Preview | undefined) => void
  readonly onCommit: (edit: Edit) => void
  readonly onPickTrip: (key: string) => void
  /** A ribbon, by its flow and the nodes it joins. */
  readonly onPickRibbon: (key: string) => void
}

/** Room for the names of gates beside the plan; less of it where two plans share the window. */
function marginOf({ width }: Size) {
  return { across: Math.min(96, Math.max(70, width * 0.16)), up: 44 }
}
/** Arrow keys move what is selected, so the plan can be reached by Tab. */
const TAKES_KEYS = { tabIndex: 0 } as const
/** Below so many pixels a metre furniture and door leaves would only be specks. */
const FAR_SCALE = 6
/** How far a press may slip before it is a drag, and how near a line a room snaps, in pixels. */
const SLIP_PX = 4
const REACH_PX = 9

export function PlanView(props: PlanViewProps) {
  const { document, table, storey, flowing, isLocked, selection, preview, fitCount, onSelect, onPreview, onCommit } = props
  const box = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  const { lens, whole } = props
  const { camera, wanted } = useStore(lens)
  const [isPanning, setPanning] = useState(false)
  const [isPointed, setPointed] = useState(false)
  const tool = useRef<MoveState>(IDLE)
  const pan = useRef<Point | undefined>(undefined)
  const lastMove = useRef<{ at: Point; isFree: boolean } | undefined>(undefined)
  const frame = useRef(0)
  const look = useCallback(
    (change: (camera: Camera) => Camera) => lens.setState(({ camera: before }) => ({ camera: change(before), isFitted: false })),
    [lens],
  )
  const layers = usePlanLayers(storey, props.catalogue, props.parts, camera.scale, props.say, props.flowing.layers)
  const pinch = usePinch(size, look)

  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const watch = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])

  // The whole is shown at first, when it is asked for, and for as long as nobody has panned or zoomed: then it stays in view however the
  // panels and designs change. An edit leaves the view alone.
  const showWhole = useEffectEvent((wholeKey: string, count: number, now: Size) => {
    if (now.width === 0 || whole.extent === undefined || wholeKey !== whole.key) return
    if (lens.getState().fitCount !== count) lens.setState({ isFitted: true, fitCount: count })
    if (lens.getState().isFitted) lens.setState({ camera: fitted(whole.extent, now, marginOf(now)) })
  })
  useEffect(() => showWhole(whole.key, fitCount, size), [whole.key, fitCount, size])

  useEffect(() => {
    if (wanted !== undefined && size.width > 0) lens.setState({ camera: fitted(wanted, size, marginOf(size)), isFitted: false, wanted: undefined })
  }, [wanted, size, lens])

  // Undo, Escape and a change of design drop the preview from outside: the gesture is over.
  useEffect(() => {
    if (preview === undefined && tool.current.name === 'dragging') tool.current = IDLE
  }, [preview])

  const place = (event: { clientX: number; clientY: number }): Point => {
    const bounds = box.current?.getBoundingClientRect()
    return { x: event.clientX - (bounds?.left ?? 0), y: event.clientY - (bounds?.top ?? 0) }
  }
  const onPlan = (event: { clientX: number; clientY: number }) => toPlan(camera, size, place(event))

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

  function feed(event: Parameters<typeof moveTool>[1]): void {
    const before = tool.current
    const step = moveTool(before, event, { document, table, slip: SLIP_PX / camera.scale, reach: REACH_PX / camera.scale })
    tool.current = step.state
    if (step.select !== undefined) onSelect(step.select === 'nothing' ? undefined : step.select.id)
    if (step.state.name === 'dragging') onPreview({ element: step.state.target.id, edit: step.state.edit, guides: step.state.guides })
    else if (step.commit !== undefined) onCommit(step.commit)
    else if (before.name === 'dragging') onPreview(undefined)
  }

  function flush(): void {
    cancelAnimationFrame(frame.current)
    frame.current = 0
    const move = lastMove.current
    lastMove.current = undefined
    if (move !== undefined) feed({ type: 'pointer-move', ...move })
  }

  return (
    <div
      ref={box}
      className={`plan ${isPanning ? 'is-panning' : ''} ${preview !== undefined ? 'is-dragging' : ''} ${isLocked ? 'is-locked' : ''} ${isPointed ? 'is-pointed' : ''} ${camera.scale < FAR_SCALE ? 'is-far' : ''} ${props.parts.length > 0 || isFlowing(flowing) ? 'is-tracing' : ''}`}
    >
      <svg
        role="application"
        aria-label={props.label}
        {...TAKES_KEYS}
        onKeyDown={() => setPointed(false)}
        onPointerDown={(event) => {
          setPointed(true)
          event.currentTarget.setPointerCapture(event.pointerId)
          if (pinch.down(event, place(event))) return feed({ type: 'cancel' })
          if (event.button === 1 || isSpaceHeld()) {
            pan.current = place(event)
            setPanning(true)
            event.preventDefault()
          } else if (event.button === 0) {
            const ribbon = partUnder(event.target, '.ribbons')
            if (ribbon !== undefined) return props.onPickRibbon(ribbon)
            const trip = partUnder(event.target, '.routes')
            if (trip !== undefined) return props.onPickTrip(trip)
            feed({ type: 'pointer-down', at: onPlan(event), target: targetUnder(event.target, table, storey) })
          }
        }}
        onPointerMove={(event) => {
          if (pinch.move(event, place(event))) return
          const from = pan.current
          if (from !== undefined) {
            const at = place(event)
            pan.current = at
            look((camera) => panned(camera, { x: at.x - from.x, y: at.y - from.y }))
          } else if (tool.current.name !== 'idle') {
            lastMove.current = { at: onPlan(event), isFree: event.altKey }
            if (frame.current === 0) frame.current = requestAnimationFrame(flush)
          }
        }}
        onPointerUp={(event) => {
          pinch.up(event)
          if (pan.current !== undefined) {
            pan.current = undefined
            setPanning(false)
            return
          }
          flush()
          feed({ type: 'pointer-up' })
        }}
        onPointerCancel={(event) => {
          pinch.up(event)
          pan.current = undefined
          setPanning(false)
          feed({ type: 'cancel' })
        }}
      >
        <defs>
          <pattern id="ghost-hatch" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform={`scale(${1 / camera.scale}) rotate(45)`}>
            <rect width="10" height="10" fill="#9a1b2f" opacity="0.08" />
            <line x1="0" y1="0" x2="0" y2="10" stroke="#9a1b2f" strokeWidth="4" opacity="0.45" />
          </pattern>
          <pattern id="conflict-hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform={`scale(${1 / camera.scale}) rotate(45)`}>
            <rect width="8" height="8" fill="#f4d3d8" />
            <line x1="0" y1="0" x2="0" y2="8" stroke="#cf6476" strokeWidth="3" />
          </pattern>
        </defs>
        <g transform={`translate(${size.width / 2 - camera.x * camera.scale} ${size.height / 2 + camera.y * camera.scale}) scale(${camera.scale})`}>
          <ShapeLayer className="floors" shapes={layers.floors} />
          <SightLayer flowing={flowing} unit={layers.unit} />
          <ShapeLayer className="furniture" shapes={layers.furniture} />
          <ShapeLayer className="walls" shapes={layers.walls} />
          <HitAreas storey={storey} />
          <FlowLayers flowing={flowing} storey={storey} unit={layers.unit} say={props.say} />
          <g className="traces">
            <ShapeLayer className="marks" shapes={layers.marks} />
            <ShapeLayer className="routes" shapes={layers.routes} />
          </g>
          {props.over?.(camera.scale)}
          <Overlay table={table} storey={storey} selection={selection} preview={preview} />
          <ShapeLayer className="labels" shapes={layers.labels} />
          <FlowSigns flowing={flowing} storey={storey} unit={layers.unit} say={props.say} />
        </g>
      </svg>
      <Legend storey={storey} parts={props.parts} flowing={flowing} />
      <ScaleBar scale={camera.scale} say={props.say} />
    </div>
  )
}

/** What lies under the pointer, from the marks that the shapes carry. */
function targetUnder(under: EventTarget, table: RecordTable, storey: BuildingStorey): Target | undefined {
  if (!(under instanceof Element)) return undefined
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

let spaceHeld = false
if (typeof window !== 'undefined') {
  window.addEventListener('keydown', (event) => {
    if (event.code === 'Space' && !(event.target instanceof HTMLElement && event.target.closest('input, textarea, button') !== null)) spaceHeld = true
  })
  window.addEventListener('keyup', (event) => {
    if (event.code === 'Space') spaceHeld = false
  })
}
function isSpaceHeld(): boolean {
  return spaceHeld
}
