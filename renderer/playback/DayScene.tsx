import { type PointerEvent, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { Building, BuiltRoom } from '#shared/building/building'
import type { WardDocument } from '#shared/document/document'
import type { Point } from '#shared/geometry/point'
import { AWAY } from '#shared/simulation/playback/film'
import { agentName } from '#shared/simulation/playback/film-story'
import { Player } from '#shared/simulation/playback/player'
import { beyondOf } from '../app/beyond'
import { SceneBar } from '../app/SceneBar'
import { moveByKey } from '../app/SceneView'
import { graphicsOf } from '../scene/graphics'
import { wallTop } from '../scene/heights'
import type { ScenePointer } from '../scene/Picker'
import type { Palette } from '../scene/palette'
import { Scene } from '../scene/Scene'
import { floorFrame } from '../scene/scene-camera'
import { createSceneLens, flyTo, type SceneLens } from '../scene/scene-lens'
import { useSceneMoves } from '../scene/use-scene-moves'
import { catalogue } from '../state/catalogue'
import { useView } from '../state/react'
import { isSpaceHeld } from '../state/space-key'
import { say } from '../state/words'
import { DayFigures } from './DayFigures'
import type { DayViewProps } from './DayPlan'
import './day-signs.css'
import { placeMarksOf } from './place-marks'
import { useGround } from './use-ground'

const NOTHING: readonly never[] = []
const nothing = () => undefined

/** Nothing of the building is taken hold of while a day is watched: every press is the view's. */
const LOOKS_ON: ScenePointer = {
  takes: () => false,
  onClick: nothing,
  down: nothing,
  move: nothing,
  up: nothing,
  cancel: nothing,
  other: nothing,
  doubleClick: nothing,
  isPanning: isSpaceHeld,
}

/** Of the last workshop whose day was looked at in 3D: two designs look from one side. */
let last: { readonly workshop: string; readonly lens: SceneLens } | undefined

function lensOf(workshop: string): SceneLens {
  if (last?.workshop !== workshop) last = { workshop, lens: createSceneLens() }
  return last.lens
}

/** A press that moves less is a click; whoever is nearer than that is meant. Pixels. */
const STILL_PX = 4
const REACH_PX = 26
/** The middle of a figure. Metres. */
const MIDDLE_M = 0.8
const RADIANS = Math.PI / 180
/** Whoever is followed stays so far from the edges: a share of the view. */
const IN_SIGHT = 0.2

/** A day in 3D; fetched only when looked at. */
export default function DayScene(
  props: DayViewProps & {
    readonly document: WardDocument
    readonly building: Building
    readonly fitCount: number
    readonly workshop: string
    readonly hasBar: boolean
  },
) {
  const { document, film, storey, building, looks, clock, followed, workshop, fitCount } = props
  const options = useView((view) => view.scene)
  const storeys = useView((view) => view.storeys)
  const [graphics] = useState(graphicsOf)
  const lens = lensOf(workshop)
  const box = useRef<HTMLDivElement>(null)
  const signs = useRef<HTMLDivElement>(null)
  const press = useRef<Point | undefined>(undefined)
  const [hovered, setHovered] = useState<number>()
  const groundCount = useRef(0)
  const storeyAt = film.storeys.indexOf(storey.storey.id)
  const player = useMemo(() => new Player(film), [film])
  const marks = useMemo(() => placeMarksOf(film, storeyAt, storey), [film, storeyAt, storey])
  const changed = useCallback(() => {
    groundCount.current += 1
  }, [])
  const ground = useGround(film, storeyAt, storey, props.ground, looks, props.most, clock, changed)
  const beyond = useMemo(() => beyondOf(building, storey, storeys), [building, storey, storeys])
  const moves = useSceneMoves({ lens, storey, beyond, height: wallTop(options.walls), selection: undefined }, box, fitCount)

  /** Where a point over the floor is on the screen. Metres, pixels. */
  const onScreen = (x: number, y: number, height: number): Point | undefined => {
    const { camera } = lens.getState()
    const size = box.current?.getBoundingClientRect()
    if (camera === undefined || size === undefined) return undefined
    const { a, b, c, d, e, f } = floorFrame(camera, size)
    return { x: a * x - c * y + e, y: b * x - d * y + f - height * camera.scale * Math.cos(camera.elevation * RADIANS) }
  }
  const keepInSight = useEffectEvent(() => {
    const size = box.current?.getBoundingClientRect()
    const { camera } = lens.getState()
    if (followed === undefined || camera === undefined || size === undefined || !clock.store.getState().isPlaying) return
    const { x, y, doing, storey: on } = player.positions
    if (doing[followed] === AWAY || on[followed] !== storeyAt) return
    const seen = onScreen(x[followed]!, y[followed]!, MIDDLE_M)
    if (seen === undefined) return
    const isOut =
      seen.x < size.width * IN_SIGHT ||
      seen.x > size.width * (1 - IN_SIGHT) ||
      seen.y < size.height * IN_SIGHT ||
      seen.y > size.height * (1 - IN_SIGHT)
    if (isOut) flyTo(lens, { ...camera, target: { x: x[followed]!, y: y[followed]! } }, false)
  })
  useEffect(() => clock.onFrame(() => keepInSight()), [clock])

  const agentUnder = (at: Point): number | undefined => {
    const { x, y, doing, storey: on } = player.positions
    let best: number | undefined
    let least = REACH_PX
    for (let agent = 0; agent < doing.length; agent++) {
      if (doing[agent] === AWAY || on[agent] !== storeyAt) continue
      const seen = onScreen(x[agent]!, y[agent]!, MIDDLE_M)
      const away = seen === undefined ? REACH_PX : Math.hypot(seen.x - at.x, seen.y - at.y) + (film.agents.kind[agent] === 2 ? REACH_PX / 2 : 0)
      if (away < least) {
        least = away
        best = agent
      }
    }
    return best
  }
  const placeOf = (event: PointerEvent): Point => {
    const bounds = box.current?.getBoundingClientRect()
    return { x: event.clientX - (bounds?.left ?? 0), y: event.clientY - (bounds?.top ?? 0) }
  }
  return (
    <div
      className="scene-box day-scene"
      ref={box}
      onPointerDownCapture={(event) => {
        press.current = event.button === 0 && event.target instanceof HTMLCanvasElement ? placeOf(event) : undefined
      }}
      onPointerMoveCapture={(event) => {
        setHovered(event.buttons === 0 && event.target instanceof HTMLCanvasElement ? agentUnder(placeOf(event)) : undefined)
      }}
      onPointerLeave={() => setHovered(undefined)}
      onPointerUpCapture={(event) => {
        const [from, at] = [press.current, placeOf(event)]
        press.current = undefined
        if (from !== undefined && Math.hypot(at.x - from.x, at.y - from.y) < STILL_PX) props.onFollow(agentUnder(at))
      }}
    >
      <Scene
        storey={storey}
        beyond={beyond}
        catalogue={catalogue}
        lens={lens}
        selected={NOTHING}
        pointer={LOOKS_ON}
        isPointing={false}
        nameOf={() => ''}
        height={options.walls}
        isFine={options.isFine ?? !graphics.isSoftware}
        isFurnished
        isNamed
        floorOf={zoneOf}
        shapes={NOTHING}
        label={props.label}
        onKeyDown={(event) => moveByKey(event, moves, lens)}
      >
        <DayFigures
          player={player}
          storey={storeyAt}
          looks={looks}
          clock={clock}
          marks={marks}
          hasStates={props.hasStates}
          ground={ground?.picture}
          groundCount={groundCount}
          followed={followed}
          hovered={hovered === followed ? undefined : hovered}
          signs={signs}
        />
      </Scene>
      <div className="day-signs" ref={signs} aria-hidden>
        {marks.queues.map(({ places }) => (
          <span key={places[0]} className="queue-sign" />
        ))}
        <span className="name-sign">{followed === undefined ? '' : say(agentName(film, followed))}</span>
        <span className="name-sign">{hovered === undefined ? '' : say(agentName(film, hovered))}</span>
      </div>
      {props.hasBar && <SceneBar document={document} moves={moves} isFine={options.isFine ?? !graphics.isSoftware} />}
    </div>
  )
}

function zoneOf({ type }: BuiltRoom, palette: Palette) {
  return palette.zone(type?.zone)
}
