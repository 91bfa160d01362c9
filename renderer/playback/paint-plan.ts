import type { Film } from '#shared/simulation/playback/film'
import { AWAY, isWaiting } from '#shared/simulation/playback/film'
import type { Player } from '#shared/simulation/playback/player'
import { walkedBetween } from '#shared/simulation/playback/walked'
import type { Camera, Size } from '../plan/camera'
import type { DayColours } from './day-colours'
import type { FigureLook } from './figures'
import type { GroundPicture } from './ground-picture'
import { PATCH_M, type PlaceMarks, stateOf, waitingAt } from './place-marks'
import type { Sprites } from './sprites'

/** All that a frame of the plan is drawn from. */
export type PlanScene = {
  readonly film: Film
  readonly player: Player
  readonly storey: number
  readonly looks: readonly FigureLook[]
  readonly sprites: Sprites
  readonly colours: DayColours
  readonly marks: PlaceMarks
  readonly hasStates: boolean
  readonly ground: GroundPicture | undefined
  readonly followed: number | undefined
  readonly hovered: number | undefined
  readonly nameOf: (agent: number) => string
}

export type Paint = { readonly paint: CanvasRenderingContext2D; readonly camera: Camera; readonly size: Size; readonly ratio: number }

/** How much of a colour lies over the floor. */
const TAKEN = 0.26
const STRIPES = 0.62
const EDGE = 0.8

/** Draws everybody of a storey where they are at a time, over the plan. */
export function paintPlan({ paint, camera, size, ratio }: Paint, scene: PlanScene, time: number): void {
  const { player, film, storey } = scene
  player.at(time)
  paint.setTransform(ratio, 0, 0, ratio, 0, 0)
  paint.clearRect(0, 0, size.width, size.height)
  const { scale } = camera
  const left = size.width / 2 - camera.x * scale
  const top = size.height / 2 + camera.y * scale
  if (scene.ground !== undefined) {
    const { canvas, extent } = scene.ground
    paint.imageSmoothingEnabled = true
    paint.drawImage(
      canvas,
      left + extent.left * scale,
      top - extent.top * scale,
      (extent.right - extent.left) * scale,
      (extent.top - extent.bottom) * scale,
    )
  }
  if (scene.hasStates) paintStates(paint, scene, left, top, scale)
  if (scene.followed !== undefined) paintPath(paint, scene, scene.followed, time, left, top, scale)
  const { x, y, storey: on, doing } = player.positions
  const { kind } = film.agents
  const { half } = scene.sprites
  const side = half * 2
  // Things lie under staff, and staff under patients: whose day it is, is seen.
  for (const layer of LAYERS) {
    for (let agent = 0; agent < doing.length; agent++) {
      if (kind[agent] !== layer || doing[agent] === AWAY || on[agent] !== storey) continue
      const px = left + x[agent]! * scale
      const py = top - y[agent]! * scale
      if (px < -side || py < -side || px > size.width + side || py > size.height + side) continue
      const state = layer === 1 && isWaiting(doing[agent]!) ? 'waiting' : 'usual'
      paint.drawImage(scene.sprites.of(scene.looks[agent]!, state), px - half, py - half, side, side)
    }
  }
  if (scene.hasStates) paintQueues(paint, scene, left, top, scale)
  for (const agent of [scene.followed, scene.hovered]) {
    if (agent === undefined || doing[agent] === AWAY || on[agent] !== storey) continue
    const [px, py] = [left + x[agent]! * scale, top - y[agent]! * scale]
    if (agent === scene.followed) ring(paint, scene.colours, px, py, half + 2)
    nameTag(paint, scene.colours, scene.nameOf(agent), px, py - half - 8)
  }
}

const LAYERS = [2, 0, 1] as const

function paintStates(paint: CanvasRenderingContext2D, { marks, player, colours }: PlanScene, left: number, top: number, scale: number): void {
  for (const { place, ring: corners, x, y } of marks.patches) {
    const state = stateOf(player.places, place)
    if (state === 'free') continue
    paint.beginPath()
    if (corners === undefined) paint.arc(left + x * scale, top - y * scale, PATCH_M * scale, 0, Math.PI * 2)
    else {
      for (const [index, corner] of corners.entries()) {
        const [px, py] = [left + corner.x * scale, top - corner.y * scale]
        if (index === 0) paint.moveTo(px, py)
        else paint.lineTo(px, py)
      }
      paint.closePath()
    }
    if (state === 'taken') {
      paint.globalAlpha = TAKEN
      paint.fillStyle = colours.taken
      paint.fill()
      paint.globalAlpha = 1
    } else hatch(paint, colours)
  }
}

/** Stripes over the path that stands: being turned round is told from taken without its colour. */
function hatch(paint: CanvasRenderingContext2D, { turned, turnedEdge }: DayColours): void {
  paint.globalAlpha = STRIPES
  paint.fillStyle = stripes(paint, turned)
  paint.fill()
  paint.globalAlpha = EDGE
  paint.setLineDash([5, 4])
  paint.strokeStyle = turnedEdge
  paint.lineWidth = 1.5
  paint.stroke()
  paint.setLineDash([])
  paint.globalAlpha = 1
}

const STRIPE_PX = 9
let striped: CanvasPattern | undefined

function stripes(paint: CanvasRenderingContext2D, colour: string): CanvasPattern | string {
  if (striped !== undefined) return striped
  const tile = document.createElement('canvas')
  tile.width = STRIPE_PX
  tile.height = STRIPE_PX
  const draw = tile.getContext('2d')
  if (draw === null) return 'transparent'
  draw.strokeStyle = colour
  draw.lineWidth = 2
  for (const shift of [-STRIPE_PX, 0, STRIPE_PX]) {
    draw.moveTo(shift, STRIPE_PX)
    draw.lineTo(shift + STRIPE_PX, 0)
  }
  draw.stroke()
  striped = paint.createPattern(tile, 'repeat') ?? undefined
  return striped ?? 'transparent'
}

function paintQueues(
  paint: CanvasRenderingContext2D,
  { marks, player, colours: { ink, paper } }: PlanScene,
  left: number,
  top: number,
  scale: number,
): void {
  paint.font = FONT
  paint.textAlign = 'center'
  paint.textBaseline = 'middle'
  for (const queue of marks.queues) {
    const count = waitingAt(player.places, queue)
    if (count === 0) continue
    const [px, py] = [left + queue.x * scale, top - queue.y * scale - BADGE_UP_PX]
    const text = String(count)
    const width = Math.max(24, text.length * 10 + 14)
    paint.beginPath()
    paint.roundRect(px - width / 2, py - 12, width, 24, 12)
    paint.fillStyle = ink
    paint.fill()
    paint.strokeStyle = paper
    paint.lineWidth = 2
    paint.stroke()
    paint.fillStyle = paper
    paint.fillText(text, px, py + 1)
  }
}

const FONT = '650 15px "Inter Variable", Inter, system-ui, sans-serif'
const BADGE_UP_PX = 26

/** The way of the one who is followed, as far as it has been walked. */
function paintPath(
  paint: CanvasRenderingContext2D,
  { film, storey, looks, colours }: PlanScene,
  agent: number,
  time: number,
  left: number,
  top: number,
  scale: number,
): void {
  paint.beginPath()
  walkedBetween(
    film,
    storey,
    film.from - 86_400,
    time,
    (_agent, fromX, fromY, toX, toY) => {
      paint.moveTo(left + fromX * scale, top - fromY * scale)
      paint.lineTo(left + toX * scale, top - toY * scale)
    },
    agent,
  )
  paint.lineCap = 'round'
  paint.globalAlpha = 0.85
  paint.strokeStyle = colours.paper
  paint.lineWidth = 6
  paint.stroke()
  paint.globalAlpha = 1
  paint.strokeStyle = looks[agent]!.colour
  paint.lineWidth = 3
  paint.stroke()
}

function ring(paint: CanvasRenderingContext2D, { ink, focus }: DayColours, x: number, y: number, radius: number): void {
  paint.beginPath()
  paint.arc(x, y, radius, 0, Math.PI * 2)
  paint.strokeStyle = ink
  paint.lineWidth = 5
  paint.stroke()
  paint.strokeStyle = focus
  paint.lineWidth = 3
  paint.stroke()
}

function nameTag(paint: CanvasRenderingContext2D, { ink, paper, accent }: DayColours, name: string, x: number, y: number): void {
  paint.font = FONT
  paint.textAlign = 'center'
  paint.textBaseline = 'middle'
  const width = paint.measureText(name).width + 16
  paint.beginPath()
  paint.roundRect(x - width / 2, y - 24, width, 24, 6)
  paint.fillStyle = paper
  paint.fill()
  paint.strokeStyle = accent
  paint.lineWidth = 1.5
  paint.stroke()
  paint.fillStyle = ink
  paint.fillText(name, x, y - 11)
}

/** Who is drawn at a spot of the view, the topmost first; undefined for nobody within reach. Pixels. */
export function agentAt(
  { player, film, storey }: PlanScene,
  camera: Camera,
  size: Size,
  at: { readonly x: number; readonly y: number },
  reach: number,
) {
  const { x, y, storey: on, doing } = player.positions
  let best: number | undefined
  let least = reach
  for (const layer of [1, 0, 2]) {
    for (let agent = 0; agent < doing.length; agent++) {
      if (film.agents.kind[agent] !== layer || doing[agent] === AWAY || on[agent] !== storey) continue
      const px = size.width / 2 + (x[agent]! - camera.x) * camera.scale
      const py = size.height / 2 - (y[agent]! - camera.y) * camera.scale
      const away = Math.hypot(px - at.x, py - at.y)
      if (away < least) {
        least = away
        best = agent
      }
    }
    if (best !== undefined) return best
  }
  return best
}
