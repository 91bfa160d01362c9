import type { BuildingStorey } from '#shared/building/building'
import { extentOf } from '#shared/drawing/draw-design'
import type { Film } from '#shared/simulation/playback/film'
import { addWaiting, addWalking, emptyGrid, type HeatGrid, walkedBetween } from '#shared/simulation/playback/walked'
import type { Extent } from '../plan/camera'
import type { FigureLook } from './figures'

/** What lies on the floor behind people: their paths, or where they walked or waited most. */
export type GroundLayer = 'none' | 'paths' | 'walking' | 'waiting'
export const GROUND_LAYERS: readonly GroundLayer[] = ['none', 'paths', 'walking', 'waiting']

/** Pixels a metre of the paths, fewer where the plan is large. */
const FINEST = 32
const LARGEST_PX = 2400
/** The side of a cell of a heat map. Metres. */
const CELL_M = 0.25
/** Beside the plan, for the pavement at a gate. Metres. */
const ROUND_M = 1.5
const PATH_M = 0.07
/** Two people's paths on one line lie up to so far apart. Metres. */
const LANE_M = 0.22

/** A picture of a storey's floor in plan metres: pixel (0, 0) is at (left, top). */
export type GroundPicture = { readonly canvas: HTMLCanvasElement; readonly extent: Extent }

/** Draws what has been walked or waited so far; when time goes on only what is new is added. */
export class Ground {
  readonly picture: GroundPicture
  private readonly film: Film
  private readonly storey: number
  private readonly layer: Exclude<GroundLayer, 'none'>
  private readonly looks: readonly FigureLook[]
  private readonly most: number
  private readonly scale: number
  private grid: HeatGrid
  private until: number

  /** `most`: what the strongest colour of a heat map stands for. */
  constructor(film: Film, storey: number, built: BuildingStorey, layer: Exclude<GroundLayer, 'none'>, looks: readonly FigureLook[], most: number) {
    this.film = film
    this.storey = storey
    this.layer = layer
    this.looks = looks
    this.most = most
    const extent = groundExtent(built)
    this.scale = layer === 'paths' ? Math.min(FINEST, LARGEST_PX / Math.max(extent.right - extent.left, extent.top - extent.bottom)) : 1 / CELL_M
    this.grid = emptyGrid(extent, CELL_M)
    this.until = film.from
    const canvas = document.createElement('canvas')
    canvas.width = layer === 'paths' ? Math.ceil((extent.right - extent.left) * this.scale) : this.grid.columns
    canvas.height = layer === 'paths' ? Math.ceil((extent.top - extent.bottom) * this.scale) : this.grid.rows
    this.picture = { canvas, extent }
  }

  /** Whether the picture changed. */
  advance(time: number): boolean {
    if (time === this.until) return false
    const isBack = time < this.until
    if (isBack) this.clear()
    if (this.layer === 'paths') this.addPaths(this.until, time)
    else {
      const add = this.layer === 'walking' ? addWalking : addWaiting
      add(this.film, this.storey, this.until, time, this.grid)
      paintHeat(this.picture.canvas, blurred(this.grid, this.layer), this.most)
    }
    this.until = time
    return true
  }

  private clear(): void {
    this.until = this.film.from
    this.grid = { ...this.grid, values: new Float32Array(this.grid.values.length) }
    this.picture.canvas.getContext('2d')?.clearRect(0, 0, this.picture.canvas.width, this.picture.canvas.height)
  }

  private addPaths(after: number, until: number): void {
    const paint = this.picture.canvas.getContext('2d')
    if (paint === null) return
    const { extent } = this.picture
    paint.lineWidth = Math.max(1, PATH_M * this.scale)
    paint.lineCap = 'round'
    paint.globalAlpha = 0.5
    let drawn = -1
    walkedBetween(this.film, this.storey, after, until, (agent, fromX, fromY, toX, toY) => {
      if (agent !== drawn) {
        if (drawn >= 0) paint.stroke()
        paint.beginPath()
        paint.strokeStyle = this.looks[agent]!.colour
        drawn = agent
      }
      const [dx, dy] = laneOf(agent)
      paint.moveTo((fromX + dx - extent.left) * this.scale, (extent.top - fromY - dy) * this.scale)
      paint.lineTo((toX + dx - extent.left) * this.scale, (extent.top - toY - dy) * this.scale)
    })
    if (drawn >= 0) paint.stroke()
  }
}

/** Everybody's paths lie a little aside, each by their own measure, so that many on one line are seen to be many. */
function laneOf(agent: number): readonly [number, number] {
  return [(((agent * 7) % 11) / 10 - 0.5) * LANE_M, (((agent * 5) % 13) / 12 - 0.5) * LANE_M]
}

export function groundExtent(built: BuildingStorey): Extent {
  const { left, bottom, right, top } = extentOf(built) ?? { left: -10, bottom: -10, right: 10, top: 10 }
  return { left: left - ROUND_M, bottom: bottom - ROUND_M, right: right + ROUND_M, top: top + ROUND_M }
}

/** The most that a cell comes to by the end of the day, smoothed as it is shown. */
export function mostOf(film: Film, storey: number, built: BuildingStorey, layer: GroundLayer): number {
  if (layer !== 'walking' && layer !== 'waiting') return 0
  const grid = emptyGrid(groundExtent(built), CELL_M)
  const add = layer === 'walking' ? addWalking : addWaiting
  add(film, storey, film.from, film.to, grid)
  return blurred(grid, layer).values.reduce((most, value) => Math.max(most, value), 0)
}

/** A square metre's worth of a cell: for the legend. */
export const CELLS_A_SQUARE_METRE = 1 / CELL_M ** 2

/** Walks are lines already; waiting is at points, which are spread over the floor that a few people take up. Rounds of a binomial. */
const ROUNDS = { walking: 2, waiting: 12 } as const

/** No sharp edges where there are none in life: each cell takes from its neighbours, round by round. */
function blurred(grid: HeatGrid, layer: GroundLayer): HeatGrid {
  const { columns, rows } = grid
  const values = grid.values.slice()
  const across = new Float32Array(values.length)
  for (let round = 0; round < (layer === 'waiting' ? ROUNDS.waiting : ROUNDS.walking); round++) {
    for (let at = 0; at < values.length; at++) {
      const column = at % columns
      const left = column > 0 ? values[at - 1]! : 0
      const right = column < columns - 1 ? values[at + 1]! : 0
      across[at] = (left + 2 * values[at]! + right) / 4
    }
    for (let at = 0; at < values.length; at++) {
      const below = at >= columns ? across[at - columns]! : 0
      const above = at < values.length - columns ? across[at + columns]! : 0
      values[at] = (below + 2 * across[at]! + above) / 4
    }
  }
  return { ...grid, rows, values }
}

/** From nothing over straw and orange to a deep plum: one way from light to dark, so that it is read without its hues. */
export const HEAT: readonly (readonly [number, number, number])[] = [
  [255, 244, 196],
  [253, 203, 110],
  [238, 137, 62],
  [193, 72, 79],
  [104, 28, 92],
]

function paintHeat(canvas: HTMLCanvasElement, { columns, rows, values }: HeatGrid, most: number): void {
  const paint = canvas.getContext('2d')
  if (paint === null || most <= 0) return
  const picture = paint.createImageData(columns, rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const share = Math.sqrt(Math.min(1, values[(rows - 1 - row) * columns + column]! / most))
      if (share < 0.04) continue
      const at = (row * columns + column) * 4
      const step = share * (HEAT.length - 1)
      const low = Math.min(HEAT.length - 2, Math.floor(step))
      for (let part = 0; part < 3; part++) {
        picture.data[at + part] = HEAT[low]![part]! + (HEAT[low + 1]![part]! - HEAT[low]![part]!) * (step - low)
      }
      picture.data[at + 3] = 60 + 170 * Math.min(1, share * 1.6)
    }
  }
  paint.putImageData(picture, 0, 0)
}
