import { useFrame, useThree } from '@react-three/fiber'
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import {
  BufferAttribute,
  BufferGeometry,
  type Camera,
  CanvasTexture,
  Color,
  DynamicDrawUsage,
  type InstancedMesh,
  SRGBColorSpace,
  Vector3,
} from 'three'
import type { Point } from '#shared/geometry/point'
import { AWAY, isWaiting } from '#shared/simulation/playback/film'
import type { Player } from '#shared/simulation/playback/player'
import { planToWorld } from '../scene/plan-to-world'
import { useDisposed } from '../scene/use-disposed'
import type { PlayClock } from './clock'
import { FIGURE_SHAPES, type FigureLook, type FigureShape } from './figures'
import type { GroundPicture } from './ground-picture'
import { PlacePatches } from './PlacePatches'
import { HEAD_M, pegModel } from './peg-models'
import { type PlaceMarks, waitingAt } from './place-marks'

export type DayFiguresProps = {
  readonly player: Player
  readonly storey: number
  readonly looks: readonly FigureLook[]
  readonly clock: PlayClock
  readonly marks: PlaceMarks
  readonly hasStates: boolean
  readonly ground: GroundPicture | undefined
  /** Counts how often the picture on the floor has changed. */
  readonly groundCount: RefObject<number>
  readonly followed: number | undefined
  readonly hovered: number | undefined
  /** Where queues and names are written: a child a queue, one for whoever is followed, one for whoever is pointed at. */
  readonly signs: RefObject<HTMLDivElement | null>
}

/**
 * Everybody of a storey in 3D: one draw call a shape, however many there are, one for the floor's states, one for the picture on it. A
 * frame writes numbers into arrays that stand, and asks for a picture only while the clock moves.
 */
export function DayFigures(props: DayFiguresProps) {
  const { player, storey, looks, clock, followed } = props
  const invalidate = useThree((three) => three.invalidate)
  const crowds = useMemo(() => FIGURE_SHAPES.flatMap((shape) => crowdOf(shape, looks)), [looks])
  const meshes = useRef(new Map<FigureShape, InstancedMesh>())
  useEffect(() => clock.onFrame(() => invalidate()), [clock, invalidate])
  useEffect(() => invalidate())
  useLayoutEffect(() => {
    for (const { shape, agents } of crowds) {
      const mesh = meshes.current.get(shape)
      if (mesh === undefined) continue
      mesh.instanceMatrix.setUsage(DynamicDrawUsage)
      mesh.instanceMatrix.array.fill(0)
      agents.forEach((agent, index) => {
        mesh.instanceMatrix.array[16 * index + 15] = 1
        mesh.setColorAt(index, new Color(looks[agent]!.colour))
      })
      if (mesh.instanceColor !== null) mesh.instanceColor.needsUpdate = true
    }
  }, [crowds, looks])
  useFrame(() => {
    player.at(clock.now())
    for (const { shape, agents } of crowds) {
      const mesh = meshes.current.get(shape)
      if (mesh !== undefined) place(mesh, agents, player, storey, followed)
    }
  })
  return (
    <>
      {props.ground !== undefined && <GroundPlane key={`${props.ground.canvas.width}`} picture={props.ground} count={props.groundCount} />}
      {props.hasStates && <PlacePatches player={player} marks={props.marks} clock={clock} />}
      {crowds.map(({ shape, agents, model }) => (
        <instancedMesh
          key={`${shape} ${agents.length}`}
          ref={(mesh) => {
            if (mesh === null) meshes.current.delete(shape)
            else meshes.current.set(shape, mesh)
          }}
          args={[model, undefined, agents.length]}
          frustumCulled={false}
        >
          <meshLambertMaterial vertexColors />
        </instancedMesh>
      ))}
      <SignPlaces {...props} />
    </>
  )
}

/** Whoever is followed is so much larger. */
const FOLLOWED = 1.3

type Crowd = { readonly shape: FigureShape; readonly agents: readonly number[]; readonly model: BufferGeometry }

function crowdOf(shape: FigureShape, looks: readonly FigureLook[]): readonly Crowd[] {
  const agents = Array.from(looks.keys()).filter((agent) => looks[agent]!.shape === shape)
  return agents.length === 0 ? [] : [{ shape, agents, model: pegModel(shape) }]
}

/** Moves a crowd to where it is; who is not there has no size. Waiting patients sit: they are lower. */
function place(mesh: InstancedMesh, agents: readonly number[], { positions, film }: Player, storey: number, followed: number | undefined): void {
  const { array } = mesh.instanceMatrix
  const { x, y, storey: on, doing } = positions
  for (let index = 0; index < agents.length; index++) {
    const agent = agents[index]!
    const at = 16 * index
    const isHere = doing[agent] !== AWAY && on[agent] === storey
    const size = isHere ? (agent === followed ? FOLLOWED : 1) : 0
    array[at] = size
    array[at + 5] = film.agents.kind[agent] === 1 && isWaiting(doing[agent]!) ? size * SEATED : size
    array[at + 10] = size
    array[at + 12] = x[agent]!
    array[at + 14] = -y[agent]!
  }
  mesh.instanceMatrix.needsUpdate = true
}

/** Of one's height, sitting. */
const SEATED = 0.74

/** Over the floor, under all that stands on it. Metres. */
const GROUND_M = 0.02
/** The picture on the floor goes to the graphics card so often at most. Milliseconds. */
const UPLOAD_MS = 250

function GroundPlane({ picture: { canvas, extent }, count }: { readonly picture: GroundPicture; readonly count: RefObject<number> }) {
  const texture = useMemo(() => {
    const made = new CanvasTexture(canvas)
    made.colorSpace = SRGBColorSpace
    return made
  }, [canvas])
  useEffect(() => () => texture.dispose(), [texture])
  const geometry = useMemo(() => {
    const { left, bottom, right, top } = extent
    const corners: readonly Point[] = [
      { x: left, y: bottom },
      { x: right, y: bottom },
      { x: right, y: top },
      { x: left, y: top },
    ]
    const made = new BufferGeometry()
    made.setAttribute('position', new BufferAttribute(new Float32Array(corners.flatMap((corner) => planToWorld(corner, GROUND_M))), 3))
    made.setAttribute('uv', new BufferAttribute(new Float32Array([0, 0, 1, 0, 1, 1, 0, 1]), 2))
    made.setIndex([0, 1, 2, 0, 2, 3])
    return made
  }, [extent])
  useDisposed(geometry)
  const last = useRef({ count: -1, at: 0 })
  useFrame(({ invalidate }) => {
    const now = performance.now()
    if (last.current.count === count.current) return
    if (now - last.current.at < UPLOAD_MS) {
      invalidate()
      return
    }
    last.current = { count: count.current, at: now }
    texture.needsUpdate = true
  })
  return (
    <mesh geometry={geometry} renderOrder={1}>
      <meshBasicMaterial map={texture} transparent depthWrite={false} />
    </mesh>
  )
}

/** Queues are written over heads. Metres. */
const SIGN_M = 2.2
/** A name stands so far over a head. Metres. */
const NAME_OVER_M = 0.5
const spot = new Vector3()

/** Keeps what is written where it belongs; a sign that says and stands the same is not touched. */
function SignPlaces({ player, storey, clock, marks, hasStates, followed, hovered, signs }: DayFiguresProps) {
  const size = useThree((three) => three.size)
  const { queues, written } = useMemo(() => ({ queues: marks.queues, written: [] as string[] }), [marks])
  useFrame(({ camera }) => {
    const children = signs.current?.children
    if (children === undefined) return
    player.at(clock.now())
    queues.forEach((queue, index) => {
      const count = hasStates ? waitingAt(player.places, queue) : 0
      write(children[index], index, count === 0 ? '' : onScreen(queue, SIGN_M, camera, size), String(count), written)
    })
    const { x, y, storey: on, doing } = player.positions
    for (const [nth, agent] of [followed, hovered].entries()) {
      const sign = queues.length + nth
      const isHere = agent !== undefined && doing[agent] !== AWAY && on[agent] === storey
      const over = HEAD_M * (nth === 0 ? FOLLOWED : 1) + NAME_OVER_M
      write(children[sign], sign, isHere ? onScreen({ x: x[agent]!, y: y[agent]! }, over, camera, size) : '', undefined, written)
    }
  })
  return null
}

function onScreen(at: Point, height: number, camera: Camera, size: { readonly width: number; readonly height: number }): string {
  spot.set(...planToWorld(at, height)).project(camera)
  return `translate(${(((spot.x + 1) / 2) * size.width).toFixed(1)}px, ${(((1 - spot.y) / 2) * size.height).toFixed(1)}px)`
}

function write(sign: Element | undefined, index: number, where: string, text: string | undefined, written: string[]): void {
  const said = `${where} ${text ?? ''}`
  if (!(sign instanceof HTMLElement) || written[index] === said) return
  written[index] = said
  sign.style.visibility = where === '' ? 'hidden' : 'visible'
  if (where === '') return
  sign.style.transform = `translate(-50%, -50%) ${where}`
  if (text !== undefined && sign.textContent !== text) sign.textContent = text
}
