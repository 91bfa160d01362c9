import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { Color } from 'three'
import { useStore } from 'zustand'
import type { Id } from '#shared/base/ids'
import type { Building, BuildingStorey, BuiltRoom } from '#shared/building/building'
import { underlayOf } from '#shared/commands/underlay'
import type { RecordTable, WardDocument } from '#shared/document/document'
import type { DrawnDifference } from '#shared/drawing/draw-differences'
import { tintsOf } from '#shared/drawing/draw-rooms'
import type { DrawnPart } from '#shared/drawing/options'
import type { Point } from '#shared/geometry/point'
import { elementName } from '../panels/element-name'
import type { PlanLens } from '../plan/plan-lens'
import { graphicsOf } from '../scene/graphics'
import { wallTop } from '../scene/heights'
import type { Palette } from '../scene/palette'
import { Scene, type SceneUnderlay } from '../scene/Scene'
import { moved } from '../scene/scene-camera'
import { createSceneLens, flyTo, type SceneLens } from '../scene/scene-lens'
import type { SceneMoves } from '../scene/scene-moves'
import { useSceneMoves } from '../scene/use-scene-moves'
import { catalogue } from '../state/catalogue'
import type { Flowing } from '../state/flowing'
import { useDesk, useView } from '../state/react'
import type { Preview } from '../state/view-store'
import { say } from '../state/words'
import { beyondOf } from './beyond'
import { SceneBar } from './SceneBar'
import { SceneSketch } from './SceneSketch'
import { sceneShapes } from './scene-shapes'
import { LOOK_STEP, useLook } from './use-look'
import { useScenePointer } from './use-scene-pointer'
import { Walk } from './Walk'

const NO_MARKS: readonly DrawnDifference[] = []

/** Of the last workshop whose 3D view was opened: its scenes look from one side, and keep doing so while the plan is shown. */
let last: { readonly workshop: string; readonly lens: SceneLens } | undefined

function lensOf(workshop: string): SceneLens {
  if (last?.workshop !== workshop) last = { workshop, lens: createSceneLens() }
  return last.lens
}

/** The 3D view with its buttons; fetched only when looked at. */
export default function SceneView({
  document,
  workshop,
  table,
  storey,
  building,
  selected,
  preview,
  design,
  isLocked,
  parts,
  flowing,
  marks = NO_MARKS,
  hasBar = true,
  label,
  fitCount,
  planLens,
  fields,
}: {
  readonly document: WardDocument
  /** Whatever names the workshop: scenes of one share their view. */
  readonly workshop: string
  readonly table: RecordTable
  readonly storey: BuildingStorey
  readonly building: Building
  readonly selected: readonly Id[]
  readonly preview: Preview | undefined
  readonly design: Id
  readonly isLocked: boolean
  /** What the open number is made of. */
  readonly parts: readonly DrawnPart[]
  readonly flowing: Flowing
  /** What differs from the design beside it. */
  readonly marks?: readonly DrawnDifference[] | undefined
  /** Of two that look from one side, one has the buttons. */
  readonly hasBar?: boolean | undefined
  readonly label: string
  /** Counts the times that the whole design was asked for. */
  readonly fitCount: number
  /** Of the plans of the same storeys: a piece of plan that somebody asked to see is shown here as well. */
  readonly planLens: PlanLens
  /** Fields over the floor. */
  readonly fields: ((toView: (at: Point) => Point) => ReactNode) | undefined
}) {
  const desk = useDesk()
  const tool = useView((view) => view.tool)
  const walk = useView((view) => view.walk)
  const isActive = useView((view) => view.design === design)
  const own = table[design]
  const designName = own?.kind === 'design' ? own.name : ''
  const selection = selected.at(-1)
  const lens = lensOf(workshop)
  const { layers } = flowing
  const options = useView((view) => view.scene)
  const box = useRef<HTMLDivElement>(null)
  const [graphics] = useState(graphicsOf)
  const isFine = options.isFine ?? !graphics.isSoftware
  const underlay = useSceneUnderlay(table, storey.storey.id)
  const notes = layers.notes ? table : undefined
  const shapes = useMemo(() => sceneShapes({ storey, parts, flowing, marks, notes, say }), [storey, parts, flowing, marks, notes])
  const floorOf = useMemo(() => floorsOf(storey, layers.floors), [storey, layers.floors])
  const storeys = useView((view) => view.storeys)
  const beyond = useMemo(() => beyondOf(building, storey, storeys), [building, storey, storeys])
  const moves = useSceneMoves({ lens, storey, beyond, height: wallTop(options.walls), selection }, box, fitCount)
  const wanted = useStore(planLens, (plan) => plan.wanted)
  useEffect(() => {
    if (wanted === undefined) return
    moves.zoomTo(wanted)
    planLens.setState({ wanted: undefined })
  }, [wanted, moves, planLens])
  useLook((wish) => {
    const { camera } = lens.getState()
    if (!hasBar || camera === undefined || wish === 'selected') return
    const { nearer, pan } = LOOK_STEP
    const by =
      wish === 'nearer' || wish === 'further'
        ? { nearer: wish === 'nearer' ? nearer : 1 / nearer }
        : { right: wish === 'right' ? pan : wish === 'left' ? -pan : 0, up: wish === 'up' ? pan : wish === 'down' ? -pan : 0 }
    flyTo(lens, moved(camera, by), false)
  })
  const pointer = useScenePointer({ desk, tool, design, isLocked, storey, table, selected, lens })
  if (walk !== undefined && isActive) {
    return (
      <Walk
        document={document}
        walk={walk}
        selection={selection}
        designName={designName}
        storey={storey}
        catalogue={catalogue}
        isFine={isFine}
        isFurnished={layers.furniture}
        floorOf={floorOf}
        shapes={shapes}
      />
    )
  }
  return (
    <div className="scene-box" ref={box}>
      <Scene
        storey={storey}
        beyond={beyond}
        catalogue={catalogue}
        lens={lens}
        selected={selected}
        pointer={pointer}
        isPointing={tool.tool === 'select' && preview === undefined}
        nameOf={(id) => {
          const record = table[id]
          return record === undefined ? '' : elementName(record, document.workshop)
        }}
        height={options.walls}
        isFine={isFine}
        isFurnished={layers.furniture}
        isNamed={layers.labels}
        floorOf={floorOf}
        shapes={shapes}
        underlay={underlay}
        label={label}
        onKeyDown={(event) => tool.tool === 'select' && moveByKey(event, moves, lens)}
      />
      <SceneSketch
        box={box}
        lens={lens}
        design={design}
        table={table}
        storey={storey}
        selected={selected}
        preview={preview}
        hand={desk.hand}
        tool={tool}
        hasHandles={tool.tool === 'select' && !isLocked}
        over={fields}
      />
      {hasBar && <SceneBar document={document} moves={moves} isFine={isFine} />}
    </div>
  )
}

/** The colour of each floor: by the hygiene zone of its room, or one for each type of room. */
function floorsOf(storey: BuildingStorey, by: 'zone' | 'type'): (room: BuiltRoom, palette: Palette) => Color {
  if (by === 'zone') return ({ type }, palette) => palette.zone(type?.zone)
  const tints = tintsOf(storey)
  return ({ room }, palette) => palette.token(`--tint-${(tints.get(room.roomType) ?? 0) % TINTS}`)
}

/** So many tints there are among the tokens; of more types than that, some share one. */
const TINTS = 16

/** Degrees a press of an arrow turns or tilts; with Shift it pans. */
const STEP = { turn: 15, tilt: 8, ...LOOK_STEP }

/** The view by keys, while it has the focus: everything that dragging does. */
export function moveByKey(event: KeyboardEvent, moves: SceneMoves, lens: SceneLens): void {
  const { camera } = lens.getState()
  if (camera === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  const pan = event.shiftKey ? STEP.pan : 0
  const [turn, tilt] = event.shiftKey ? [0, 0] : [STEP.turn, STEP.tilt]
  const by: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => flyTo(lens, moved(camera, { turn: -turn, right: -pan }), false),
    ArrowRight: () => flyTo(lens, moved(camera, { turn, right: pan }), false),
    ArrowUp: () => flyTo(lens, moved(camera, { tilt, up: pan }), false),
    ArrowDown: () => flyTo(lens, moved(camera, { tilt: -tilt, up: -pan }), false),
    '+': () => flyTo(lens, moved(camera, { nearer: STEP.nearer }), false),
    '=': () => flyTo(lens, moved(camera, { nearer: STEP.nearer }), false),
    '-': () => flyTo(lens, moved(camera, { nearer: 1 / STEP.nearer }), false),
    q: () => moves.show('threeQuarter'),
    t: () => moves.show('top'),
    e: () => moves.show('entrance'),
    z: () => moves.zoomToSelection(),
  }
  const move = by[event.key] ?? (event.shiftKey ? undefined : by[event.key.toLowerCase()])
  if (move === undefined) return
  event.preventDefault()
  move()
}

/** The picture under this storey, once its pixels are there. */
function useSceneUnderlay(table: RecordTable, storey: Id): SceneUnderlay | undefined {
  const { pictures } = useDesk()
  const isShown = useView((view) => view.layers.underlay)
  const underlay = underlayOf(table, storey)
  const part = underlay?.part
  const picture = useStore(pictures.store, ({ shown }) => (part === undefined ? undefined : shown.get(part)))
  useEffect(() => (part === undefined ? undefined : pictures.ask(part)), [pictures, part])
  if (!isShown || underlay === undefined || underlay.opacity === 0 || picture?.status !== 'ready') return undefined
  return { underlay, url: picture.url }
}
